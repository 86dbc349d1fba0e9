"""A page for each entity, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.model.definitions import EntityDefinition
from metricdsl.show.site.addresses import anchor
from metricdsl.show.site.explained import Site, problem
from metricdsl.show.site.markup import Content, Markup, between, code, join, link, tag
from metricdsl.show.site.page import Page, facts, section, table, up_from
from metricdsl.show.site.problems import warning

if TYPE_CHECKING:
    from metricdsl.catalog.schema import Entity, Field


def entities_page(site: Site) -> Page:
    rows = [_listed(site, name) for name in visible_entities(site)]
    said = site.speech.word
    headings = [said("entities"), said("meaning"), said("table"), said("metrics")]
    title = site.speech.plain_word("entities")
    main = join(tag("h1", said("entities")), table(headings, rows, title) if rows else tag("p", "–"))
    return Page("entities.html", title, main, "entities")


def visible_entities(site: Site) -> list[str]:
    """All but those that are hidden."""
    models = {name: entity_model(site, name) for name in site.catalog.entries.entities}
    return [name for name, model in models.items() if model is None or not model.hidden]


def entity_model(site: Site, name: str) -> Entity | None:
    """As the catalog has it, whatever the sources lack; None where it is wrong."""
    try:
        return site.own_entities[name].model
    except MetricError:
        return None


def _listed(site: Site, name: str) -> list[Content]:
    href = site.addresses.entity(name, "")
    model = entity_model(site, name)
    if model is None:
        return [link(href, code(name)), site.speech.word("wrong"), "", ""]
    label, about = site.speech.say(model.label, name), site.prose(model.description, "")
    return [link(href, label), about, _rows_from(site, name), str(len(site.readers.get(name, ())))]


def _rows_from(site: Site, name: str) -> Content:
    """The table, as the sources have it."""
    try:
        known = site.catalog.definitions.entity(name)
    except MetricError as error:
        return site.speech.word(problem(error).word)
    return code(known.table) if known.table else site.speech.word("query")


def entity_page(site: Site, name: str) -> Page:
    path = site.addresses.entities[name]
    up = up_from(path)
    entry = site.catalog.entries.entities[name]
    crumbs = tag("nav", link(f"{up}entities.html", site.speech.word("entities")),
                 aria_label=site.speech.plain_word("entities"), class_="crumbs")  # fmt: skip
    try:
        model, known = entry.model, site.catalog.definitions.entity(name)
    except MetricError as error:
        lacking = entity_model(site, name)
        label = lacking.label if lacking else None
        about = tag("p", site.prose(lacking.description, up), class_="lead") if lacking else None
        heading = tag("h1", site.speech.say(label, name))
        told = join(crumbs, heading, warning(site, problem(error)), about)
        return Page(path, site.speech.plain(label, name), told, "entities")
    main = join(
        crumbs,
        tag("h1", site.speech.say(model.label, name)),
        tag("p", site.prose(model.description, up), class_="lead") if model.description else None,
        _facts(site, name, model),
        tag("pre", code(model.sql), class_="formula") if model.sql else None,
        section(site.speech, "fields", _fields(site, name, model, up)),
        section(site.speech, "joins", _joins(site, known, up)),
        section(site.speech, "joined by", _joined_by(site, name, up)),
        section(site.speech, "read by", _readers(site, name, up)),
    )
    return Page(path, site.speech.plain(model.label, name), main, "entities")


def _facts(site: Site, name: str, model: Entity) -> Markup:
    from metricdsl.catalog.schema import every_text

    said = site.speech.word
    alive = f"{model.lifetime.from_}, {model.lifetime.to}" if model.lifetime else None
    entry = site.catalog.entries.entities[name]
    return facts([
        (said("usage"), code(name)),
        (said("synonyms"), ", ".join(dict.fromkeys(every_text(model.synonyms)))),
        (said("table"), code(model.table) if model.table else said("query")),
        (said("key"), code(", ".join(model.key)) if model.key else None),
        (said("time"), code(model.time) if model.time else None),
        (said("lifetime"), code(alive) if alive else None),
        (said("snapshot"), code(model.snapshot) if model.snapshot else None),
        (said("owner"), model.owner),
        (said("place"), code(site.place(entry.span))),
    ])  # fmt: skip


def _fields(site: Site, entity: str, model: Entity, up: str) -> Content:
    said = site.speech.word
    rows = [
        [tag("span", code(name), id=anchor("field", name)), _meaning(site, field, up), _type(site, field),
         _origin(site, entity, name, field, up), between(", ", map(code, field.values or ()))]
        for name, field in model.fields.items()
    ]  # fmt: skip
    headings = [said("field"), said("meaning"), said("type"), said("made from"), said("values")]
    return table(headings, rows, site.speech.plain_word("fields")) if rows else None


def _meaning(site: Site, field: Field, up: str) -> Content:
    label = site.speech.say(field.label) if field.label else None
    hidden = tag("span", site.speech.word("hidden"), class_="badge") if field.hidden else None
    about = tag("div", site.prose(field.description, up), class_="quiet") if field.description else None
    return join(label, " " if label and hidden else None, hidden, about)


def _type(site: Site, field: Field) -> Content:
    unit = f" · {field.unit}" if field.unit else ""
    return f"{field.type}{unit}" if field.type else tag("span", site.speech.word("computed"), class_="quiet")


def _origin(site: Site, entity: str, name: str, field: Field, up: str) -> Content:
    if field.expr:
        return code(site.formulas.linked(field.expr, up, (entity,)))
    said = {"scale": field.scale, "stored in": field.stored_in}
    extras = [f"{key} {value}" for key, value in said.items() if value]
    return join(code(field.column or name), f" ({', '.join(extras)})" if extras else None)


def _joins(site: Site, known: EntityDefinition, up: str) -> Content:
    said = site.speech.word
    rows = [
        [code(join_.name), link(site.addresses.entity(join_.target, up), code(join_.target)),
         code(" and ".join(f"{own} = {other}" for own, other in join_.columns)
              + (f" as of {join_.as_of}" if join_.as_of else ""))]
        for join_ in known.joins.values()
    ]  # fmt: skip
    headings = [said("join"), said("to"), said("on")]
    return table(headings, rows, site.speech.plain_word("joins")) if rows else None


def _joined_by(site: Site, goal: str, up: str) -> Content:
    joins = _joins_to(site, goal)
    links = [link(site.addresses.entity(name, up), code(f"{name}.{join_}")) for name, join_ in joins]
    return between(", ", links)


def _joins_to(site: Site, goal: str) -> Iterator[tuple[str, str]]:
    for name, entity in site.catalog.definitions.usable_entities().items():
        for join_ in entity.joins.values():
            if join_.target == goal:
                yield name, join_.name


def _readers(site: Site, name: str, up: str) -> Content:
    links = []
    for metric in site.readers.get(name, ()):
        label = site.speech.say(site.metrics[metric].label, metric)
        links.append(tag("li", link(site.addresses.metric(metric, up), label)))
    return tag("ul", links, class_="columns") if links else None
