"""The page of functions: what a formula may call, and what the catalog adds to it."""

from __future__ import annotations

from collections.abc import Sequence

from metricdsl.errors import MetricError
from metricdsl.functions.signature import WORDS, RowFunction
from metricdsl.functions.vocabulary import AGGREGATES, AggregateFunction, row_functions
from metricdsl.show.site.addresses import anchor
from metricdsl.show.site.explained import Site
from metricdsl.show.site.markup import Content, Markup, code, join, tag
from metricdsl.show.site.page import Page, section, table
from metricdsl.show.site.speech import Said

RESULTS = {"same": "as the first argument", "common": "as the arguments", "plain": "number"}


def functions_page(site: Site) -> Page:
    said = site.speech.word
    main = join(
        tag("h1", said("functions")),
        section(site.speech, "own functions", _own(site)),
        section(site.speech, "segments", _segments(site)),
        section(site.speech, "parameters", _parameters(site)),
        section(site.speech, "aggregates", _aggregates(site)),
        section(site.speech, "row functions", _row_functions(site)),
    )
    return Page("functions.html", site.speech.plain_word("functions"), main, "functions")


def _table(site: Site, headings: Sequence[str], rows: Sequence[Sequence[Content]], label: str) -> Content:
    names = [site.speech.word(heading) for heading in headings]
    return table(names, rows, site.speech.plain_word(label)) if rows else None


def _named(kind: str, name: str, usage: str) -> Markup:
    return tag("span", code(usage), id=anchor(kind, name))


def _own(site: Site) -> Content:
    rows: list[list[Content]] = []
    for name, entry in site.catalog.entries.functions.items():
        signature = entry.text("signature").value
        try:
            model = entry.model
        except MetricError:
            rows.append([_named("own", name, signature), site.speech.word("wrong"), None])
            continue
        formula = code(site.formulas.linked(model.formula, ""))
        rows.append([_named("own", name, signature), formula, _meaning(site, model.label, model.description)])
    return _table(site, ("usage", "formula", "meaning"), rows, "own functions")


def _segments(site: Site) -> Content:
    rows: list[list[Content]] = []
    for name, entry in site.catalog.entries.segments.items():
        try:
            model = entry.model
        except MetricError:
            rows.append([_named("segment", name, name), site.speech.word("wrong"), None])
            continue
        where = code(site.formulas.linked(model.where, ""))
        meaning = _meaning(site, model.label, model.description)
        rows.append([_named("segment", name, name), where, meaning])
    return _table(site, ("usage", "on", "meaning"), rows, "segments")


def _parameters(site: Site) -> Content:
    rows: list[list[Content]] = []
    for name, entry in site.catalog.entries.parameters.items():
        try:
            model = entry.model
        except MetricError:
            rows.append([_named("parameter", name, f"${name}"), site.speech.word("wrong"), None, None])
            continue
        meaning = _meaning(site, model.label, model.description)
        rows.append([_named("parameter", name, f"${name}"), model.type, code(model.default), meaning])
    return _table(site, ("usage", "type", "default", "meaning"), rows, "parameters")


def _meaning(site: Site, label: Said, description: Said) -> Content:
    named = tag("strong", site.speech.say(label)) if label else None
    return join(named, " ", site.prose(description, ""))


def _aggregates(site: Site) -> Content:
    rows: list[list[Content]] = [
        [_named("aggregate", name, _aggregate_usage(found)), _doc(found.doc), "0" if found.zero else "null"]
        for name, found in sorted(AGGREGATES.items())
    ]
    return _table(site, ("usage", "meaning", "no rows"), rows, "aggregates")


def _aggregate_usage(function: AggregateFunction) -> str:
    return f"{function.name}({', '.join('xwz'[: len(function.accepts)])})"


def _row_functions(site: Site) -> Content:
    rows = [
        [_named("function", name, function.usage), _doc(function.doc), _accepts(function),
         RESULTS.get(function.returns, function.returns)]
        for name, function in sorted(row_functions().items())
    ]  # fmt: skip
    return _table(site, ("usage", "meaning", "given", "type"), rows, "row functions")


def _doc(text: str) -> Content:
    """A docstring, which is English, with its backquotes as code."""
    parts = text.split("`")
    return tag("span", [code(part) if i % 2 else part for i, part in enumerate(parts)], lang="en")


def _accepts(function: RowFunction) -> str:
    return ", ".join(dict.fromkeys(WORDS.get(slot.accepts, slot.accepts) for slot in function.slots))
