"""The first page: all metrics by area, to be narrowed by tag. And the scorecards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from metricdsl.catalog.scorecards import question as question_of
from metricdsl.errors import MetricError
from metricdsl.language.parser import parse_question
from metricdsl.show import sparks
from metricdsl.show.card import Card
from metricdsl.show.site.addresses import anchor
from metricdsl.show.site.explained import OTHER, Explained, Site
from metricdsl.show.site.markup import Content, Markup, between, code, join, link, tag
from metricdsl.show.site.page import Page


def index_page(site: Site) -> Page:
    areas = by_area(site)
    count = sum(map(len, areas.values()))
    main = join(
        tag("h1", site.title),
        tag("p", f"{count} ", site.speech.word("metrics"), " · ", f"{len(site.catalog.entries.entities)} ",
            site.speech.word("entities"), class_="quiet"),
        _contents(site, areas),
        _tags(site, areas),
        [_area(site, area, metrics) for area, metrics in areas.items()],
    )  # fmt: skip
    return Page("index.html", site.title, main, "metrics")


def by_area(site: Site) -> dict[str, list[Explained]]:
    """The metrics that are not hidden, by their first tag; those without tags come last."""
    areas: dict[str, list[Explained]] = {}
    for metric in site.metrics.values():
        if metric.listed:
            areas.setdefault(metric.area, []).append(metric)
    return {area: areas[area] for area in sorted(areas, key=lambda area: area == OTHER)}


def area_name(site: Site, area: str) -> Content:
    """A tag is called like the scorecard of its name, where there is one."""
    if area == OTHER:
        return site.speech.word("other")
    scorecard = site.catalog.entries.scorecards.get(area)
    readable = area.replace("_", " ").replace("-", " ")
    try:
        label = scorecard.model.label if scorecard else None
    except MetricError:
        label = None
    return site.speech.say(label, readable[:1].upper() + readable[1:])


def area_link(site: Site, area: str, up: str = "") -> Markup:
    return link(f"{up}index.html#{anchor('area', area)}", area_name(site, area))


def scorecard_link(site: Site, name: str, up: str) -> Markup:
    label = site.catalog.entries.scorecards[name].model.label
    return link(f"{up}scorecards.html#{anchor('scorecard', name)}", site.speech.say(label, name))


def tag_links(tags: Sequence[str], up: str) -> Content:
    links = [link(f"{up}index.html#{anchor('tag', name)}", name) for name in tags]
    return between(", ", links) if links else None


def _contents(site: Site, areas: dict[str, list[Explained]]) -> Content:
    items = [
        tag("li", area_link(site, area), tag("span", f" {len(metrics)}", class_="quiet"))
        for area, metrics in areas.items()
    ]
    return tag("nav", tag("ul", items), aria_label=site.speech.plain_word("areas"), class_="areas")


def _tags(site: Site, areas: dict[str, list[Explained]]) -> Content:
    """Buttons, which need the script."""
    models = [metric.model for metrics in areas.values() for metric in metrics if metric.model]
    tags = sorted({name for model in models for name in model.tags})
    if not tags:
        return None
    buttons = [tag("button", site.speech.word("all"), type="button", data_tag="", aria_pressed="true")]
    buttons += [
        tag("button", name, type="button", data_tag=name, id=anchor("tag", name), aria_pressed="false")
        for name in tags
    ]
    name = site.speech.plain_word("tags")
    return tag("div", buttons, class_="tags", role="group", aria_label=name, hidden=True)


def _area(site: Site, area: str, metrics: Iterable[Explained]) -> Markup:
    name = anchor("area", area)
    return tag(
        "section",
        tag("h2", area_name(site, area), id=name),
        tag("ul", [_item(site, metric) for metric in metrics], class_="metrics"),
        aria_labelledby=name,
    )


def _item(site: Site, metric: Explained) -> Markup:
    href = site.addresses.metric(metric.name, "")
    model = metric.model
    about = site.prose(model.description, "") if model and model.description else None
    return tag(
        "li",
        tag("h3", link(href, site.speech.say(metric.label, metric.name)), " ", _badge(site, metric)),
        tag("p", code(metric.name), class_="name"),
        tag("p", about) if about else None,
        _value(metric.latest),
        data_tags=" ".join(model.tags) if model else "",
    )


def _badge(site: Site, metric: Explained) -> Content:
    """The one thing that matters most."""
    word = site.speech.word
    if metric.problem:
        kind = "warning" if metric.problem.word == "unavailable" else "bad"
        return tag("span", word(metric.problem.word), class_=f"badge {kind}")
    if metric.model and metric.model.deprecated:
        return tag("span", word("deprecated"), class_="badge warning")
    if metric.model and metric.model.certified:
        return tag("span", "✓ ", word("certified"), class_="badge good")
    return None


def _value(latest: Card | str | None) -> Content:
    if not isinstance(latest, Card):
        return None
    trend = latest.trend
    image = Markup(sparks.image(trend.series, trend.spoken)) if trend else None
    return tag("p", tag("strong", latest.value), " ", tag("span", latest.period, class_="quiet"), " ", image,
               class_="value")  # fmt: skip


def scorecards_page(site: Site) -> Page:
    """What is shown together: each scorecard with its question."""
    parts = []
    for name, entry in site.catalog.entries.scorecards.items():
        try:
            card = entry.model
        except MetricError as error:
            parts.append(tag("section", tag("h2", code(name)), tag("pre", str(error), class_="warning")))
            continue
        question = question_of(entry).value.strip()
        parts.append(tag(
            "section",
            tag("h2", site.speech.say(card.label, name), id=anchor("scorecard", name)),
            tag("p", site.prose(card.description, "")) if card.description else None,
            tag("pre", code(site.formulas.linked(question, "", parse=parse_question)), class_="formula"),
            tag("p", code(name), " · ", code(site.place(entry.span)), class_="quiet"),
        ))  # fmt: skip
    main = join(tag("h1", site.speech.word("scorecards")), parts or tag("p", "–"))
    return Page("scorecards.html", site.speech.plain_word("scorecards"), main, "scorecards")
