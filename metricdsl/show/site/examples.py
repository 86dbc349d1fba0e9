"""The tests that stand beside a definition, as tables: rows in, value out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from metricdsl.show.site.explained import Site
from metricdsl.show.site.markup import Content, Markup, code, tag
from metricdsl.show.site.page import table

if TYPE_CHECKING:
    from metricdsl.catalog.schema import Example

MOST = 12  # rows of a table; the file has all


def example(site: Site, metric: str, test: Example) -> Markup:
    said = site.speech.word
    asked = test.asked(metric)
    question = None if asked == metric else tag("p", said("asked"), ": ", code(" ".join(asked.split())))
    day = tag("p", code(f"as of {test.as_of}")) if test.as_of else None
    return tag(
        "article",
        tag("p", tag("strong", site.speech.say(test.description))) if test.description else None,
        [_given(site, entity, rows) for entity, rows in test.given.items()],
        question,
        day,
        tag("p", said("expected"), ": ", _expected(site, test)),
        class_="example",
    )


def _given(site: Site, entity: str, rows: Sequence[Mapping[str, object]]) -> Content:
    if not rows:
        return None
    return tag("figure", tag("figcaption", site.speech.word("given"), " ", code(entity)), _grid(rows, entity))


def _expected(site: Site, test: Example) -> Content:
    if isinstance(test.expect, tuple):
        return _grid(test.expect, site.speech.plain_word("expected"))
    return tag("strong", _cell(test.expect))


def _grid(rows: Sequence[Mapping[str, object]], label: str) -> Markup:
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells: list[list[Content]] = [[_cell(row.get(name)) for name in names] for row in rows[:MOST]]
    more = tag("p", f"… {len(rows) - MOST} more", class_="quiet") if len(rows) > MOST else ""
    grid = table([code(name) for name in names], cells, label)
    return tag("div", grid, more)


def _cell(value: object) -> Content:
    return tag("span", "null", class_="quiet") if value is None else str(value)
