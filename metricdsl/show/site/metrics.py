"""A page for each metric."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.language.printer import to_text
from metricdsl.language.syntax import Name
from metricdsl.show import sparks
from metricdsl.show.card import Card
from metricdsl.show.definition import Definition
from metricdsl.show.sheet import SIGNS
from metricdsl.show.site.drawing import drawing
from metricdsl.show.site.examples import example
from metricdsl.show.site.explained import OTHER, Explained, Site
from metricdsl.show.site.index import area_link, scorecard_link, tag_links
from metricdsl.show.site.markup import Content, Markup, between, code, join, link, tag
from metricdsl.show.site.page import Page, facts, section, table, up_from
from metricdsl.show.site.problems import warning
from metricdsl.show.words import word

if TYPE_CHECKING:
    from metricdsl.catalog.schema import Metric


def metric_page(site: Site, metric: Explained) -> Page:
    path = site.addresses.metrics[metric.name]
    up = up_from(path)
    main = join(_top(site, metric, up), _explained(site, metric, up))
    return Page(path, site.speech.plain(metric.label, metric.name), main, "metrics")


def _explained(site: Site, metric: Explained, up: str) -> Content:
    """Down to columns and SQL; of a metric that is wrong or lacks a column only its formula."""
    model, found = metric.model, metric.definition
    if model is None:
        return None
    if found is None:
        formula = tag("pre", code(site.formulas.linked(model.formula.strip(), up)), class_="formula")
        return section(site.speech, "formula", formula)
    return join(
        _latest(site, metric.latest),
        section(site.speech, "formula", _formula(site, found, up)),
        _uses(site, found, up),
        section(site.speech, "lineage", _lineage(site, metric, found, up)),
        section(site.speech, "slice", _dimensions(site, found, up)),
        section(site.speech, "tests", [example(site, metric.name, test) for test in model.tests]),
        section(site.speech, "sql", _sql(site, metric.name)),
    )


# --- what it is ---------------------------------------------------------------------------------------


def _top(site: Site, metric: Explained, up: str) -> Markup:
    model, said = metric.model, site.speech.word
    crumbs = [link(f"{up}index.html", said("metrics"))]
    if metric.area != OTHER:
        crumbs.append(area_link(site, metric.area, up))
    return join(
        tag("nav", between(" › ", crumbs), aria_label=site.speech.plain_word("areas"), class_="crumbs"),
        tag("h1", site.speech.say(metric.label, metric.name), " ", _certified(site, model)),
        warning(site, metric.problem) if metric.problem else None,
        _deprecated(site, model.deprecated, up) if model and model.deprecated else None,
        tag("p", site.prose(model.description, up), class_="lead") if model and model.description else None,
        _facts(site, metric, up),
    )


def _deprecated(site: Site, instead: str, up: str) -> Markup:
    name = tag("strong", site.speech.word("deprecated"), ": ")
    return tag("p", name, site.prose(instead, up), class_="warning")


def _certified(site: Site, model: Metric | None) -> Content:
    if model is None or not model.certified:
        return None
    return tag("span", "✓ ", site.speech.word("certified"), f" {model.certified}", class_="badge good")


def _facts(site: Site, metric: Explained, up: str) -> Markup:
    said, model, found = site.speech.word, metric.model, metric.definition
    users = [link(site.addresses.metric(name, up), code(name)) for name in site.used_by.get(metric.name, ())]
    cards = [scorecard_link(site, name, up) for name in site.shown_in.get(metric.name, ())]
    own = _own_facts(site, model, found, up) if model else []
    return facts([
        (said("metric"), code(metric.name)),
        *own,
        (said("used by"), between(", ", users)),
        (said("scorecards"), between(", ", cards)),
        (said("place"), code(site.place(metric.entry.span))),
    ])  # fmt: skip


def _own_facts(site: Site, model: Metric, found: Definition | None, up: str) -> list[tuple[Content, Content]]:
    said = site.speech.word
    kind = found.type if found and found.type != (model.format or "").split("(")[0] else None
    return [
        (said("synonyms"), site.speech.say(_synonyms(site, model.synonyms))),
        (said("shown as"), ", ".join(part for part in (kind, model.format) if part)),
        (said("better"), said(model.better) if model.better else None),
        (said("target"), between("; ", found.targets) if found else None),
        (said("owner"), model.owner),
        (said("tags"), tag_links(model.tags, up)),
    ]


def _synonyms(site: Site, synonyms: object) -> dict[str, str] | str:
    """By language as one text; a language without its own has those of all."""
    from metricdsl.catalog.schema import every_text

    everything = ", ".join(dict.fromkeys(every_text(synonyms)))  # type: ignore[arg-type]  # as in the model
    if not isinstance(synonyms, dict):
        return everything
    return {
        language: ", ".join(every_text(synonyms[language])) if language in synonyms else everything
        for language in site.speech.languages
    }


def _latest(site: Site, latest: Card | str | None) -> Markup:
    """The latest value in the database and its trend; or why there is none."""
    match latest:
        case None:
            return Markup("")
        case str():
            return section(site.speech, "trend", tag("p", latest, class_="quiet"))
        case Card():
            trend = latest.trend
            return section(site.speech, "trend", tag(
                "div",
                tag("p", tag("strong", latest.value), " ", tag("span", latest.period, class_="quiet")),
                Markup(sparks.image(trend.series, trend.spoken, 320, 56)) if trend else None,
                _status(site, latest),
                class_="latest",
            ))  # fmt: skip


def _status(site: Site, card: Card) -> Content:
    if not card.target:
        return None
    words = card.status_text.removeprefix(SIGNS.get(card.status, "")).strip()
    sign = f"{SIGNS.get(card.status, '')} {words}".strip()
    target = f" {word('target', site.speech.first)} {card.target} ({card.gap})"
    return tag("p", tag("span", sign, class_=f"badge {card.status}") if sign else None, target)


# --- how it is computed -------------------------------------------------------------------------------


def _formula(site: Site, found: Definition, up: str) -> Content:
    words = tag("p", tag("span", site.speech.word("in words"), ": ", class_="quiet"),
                tag("span", found.words, lang="en"))  # fmt: skip
    return join(tag("pre", code(site.formulas.linked(found.formula, up)), class_="formula"), words)


def _uses(site: Site, found: Definition, up: str) -> Markup:
    """The formulas of the metrics, functions and parameters below, down to aggregates."""
    linked = site.formulas.linked
    rows = [[_used(site, name, up), code(linked(text, up))] for name, text in found.uses.items()]
    headings = [site.speech.word("metric"), site.speech.word("formula")]
    label = site.speech.plain_word("rests on")
    return section(site.speech, "rests on", table(headings, rows, label) if rows else None)


def _used(site: Site, name: str, up: str) -> Content:
    places = site.formulas.places(name)
    if name in site.metrics:
        return link(site.addresses.metric(name, up), code(name))
    return code(site.formulas.linked(name, up)) if places else code(name)


def _lineage(site: Site, metric: Explained, found: Definition, up: str) -> Content:
    if not metric.leaves:
        return None
    hrefs = {entity: site.addresses.entity(entity, up) for entity in found.reads}
    title = f"{site.speech.plain_word('lineage')}: {metric.name}"
    svg = drawing(title, metric.name, metric.leaves, found.tables, hrefs)
    rows = [
        [link(hrefs[entity], code(entity)), code(found.tables[entity]), code(", ".join(columns))]
        for entity, columns in found.reads.items()
    ]
    said = site.speech.word
    headings = [said("entities"), said("table"), said("columns")]
    listed = table(headings, rows, site.speech.plain_word("columns"))
    return join(
        tag("div", svg, class_="scroll drawing", role="region", aria_label=title, tabindex=0),
        tag("details", tag("summary", said("columns")), listed),
    )


def _dimensions(site: Site, found: Definition, up: str) -> Content:
    time = [code(site.formulas.linked(axis, up)) for axis in found.time]
    rows: list[list[Content]] = [
        [site.speech.word("time"), between(", ", time) if time else site.speech.word("moments")]
    ]
    for entity, names in found.dimensions.items():
        label = site.catalog.entries.entities[entity].model.label
        links = [link(site.addresses.entity(entity, up, name), code(name)) for name in names]
        name = link(site.addresses.entity(entity, up), site.speech.say(label, entity))
        rows.append([name, between(", ", links)])
    said = site.speech.word
    return table([said("entities"), said("fields")], rows, site.speech.plain_word("slice"))


def _sql(site: Site, name: str) -> Content:
    """The same question for each built-in dialect, one of them unfolded at a time."""
    question = f"{to_text(Name((name,), span=site.catalog.entries.metrics[name].span))} for {site.as_of.year}"
    made = list(_statements(site, question))
    if not made:
        return None
    asked = tag("p", site.speech.word("asked"), ": ", code(question))
    return join(asked, [
        tag("details", tag("summary", dialect), tag("pre", code(text), tabindex=0), name="sql", open=i == 0)
        for i, (dialect, text) in enumerate(made)
    ])  # fmt: skip


def _statements(site: Site, question: str) -> Iterator[tuple[str, str]]:
    """A dialect that cannot say it is given with the reason."""
    from metricdsl.render.dialects import BUILT_IN

    for dialect in BUILT_IN:
        try:
            yield dialect, site.catalog.sql(question, dialect, site.as_of)
        except MetricError as error:
            yield dialect, f"-- {error.diagnostics[0].message}"
