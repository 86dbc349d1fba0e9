"""A metric's lineage as a drawing: tables with their columns, entities, aggregates, the metric."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from metricdsl.model import meaning as m
from metricdsl.model.lineage import Lineage
from metricdsl.show.numbers import one_line
from metricdsl.show.site.markup import Content, Markup, join, link, tag

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog

LETTER = 7.3  # the width of a letter of the drawing's type, in its units
LINE = 17
PADDING = 10
GAP = 46  # between columns of boxes
APART = 14  # between boxes of a column
WIDEST = 34  # letters of a line
MOST = 9  # columns of a table that are listed


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the drawing: lines of text, the first in bold where `headed`."""

    lines: tuple[str, ...]
    kind: str
    href: str | None = None
    headed: bool = False
    full: str = ""

    @property
    def width(self) -> float:
        return max(_letters(line) for line in self.lines) * LETTER + 2 * PADDING

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + 2 * PADDING - 4


@dataclass(frozen=True, slots=True)
class Leaf:
    """An aggregate: its text, its entity, and the columns that it reads by entity."""

    text: str
    entity: str
    reads: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Placed:
    box: Box
    x: float
    y: float
    width: float

    @property
    def middle(self) -> float:
        return self.y + self.box.height / 2


def leaves(catalog: Catalog, value: m.Value) -> list[Leaf]:
    """The aggregates of a metric, each text once for an entity."""
    found: dict[tuple[str, str], Leaf] = {}
    for measure in m.measures(value):
        source = measure.span.source
        text = one_line(" ".join(source.text[measure.span.start : measure.span.end].split()))
        lineage = Lineage(catalog.definitions)
        lineage.read(measure, measure.entity)
        reads = {entity: tuple(columns) for entity, columns in lineage.columns.items()}
        found.setdefault((measure.entity, text), Leaf(text, measure.entity, reads))
    return list(found.values())


def drawing(
    title: str, metric: str, parts: Sequence[Leaf], tables: dict[str, str], hrefs: dict[str, str]
) -> Markup:
    """Inline SVG. `tables` and `hrefs` are by entity, which tell the order from top to bottom."""
    read = {entity: _columns(entity, parts) for entity in tables}
    stored = [_table_box(tables[entity], read[entity]) for entity in tables]
    entities = [Box((_short(entity),), "entity", hrefs.get(entity), full=entity) for entity in tables]
    measures = [_measure_box(part) for part in parts]
    result = [Box((_short(metric),), "metric", headed=True, full=metric)]
    placed = _placed([stored, entities, measures, result])
    order = list(tables)
    lines = [
        *(_curve(a, b) for a, b in zip(placed[0], placed[1], strict=True)),
        *(_curve(placed[1][order.index(entity)], placed[2][i], entity != part.entity)
          for i, part in enumerate(parts) for entity in part.reads),
        *(_curve(box, placed[3][0]) for box in placed[2]),
    ]  # fmt: skip
    boxes = [box for column in placed for box in column]
    return _svg(title, lines, boxes)


def _columns(entity: str, parts: Iterable[Leaf]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for part in parts for column in part.reads.get(entity, ())))


def _table_box(table: str, columns: Sequence[str]) -> Box:
    more = (f"… {len(columns) - MOST + 1} more",) if len(columns) > MOST else ()
    shown = columns[: MOST - len(more)] if more else columns
    full = f"{table}: {', '.join(columns)}"
    return Box((_short(table), *map(_short, shown), *more), "table", headed=True, full=full)


def _measure_box(part: Leaf) -> Box:
    lines = textwrap.wrap(part.text, WIDEST, max_lines=5, placeholder=" …") or ["…"]
    return Box(tuple(map(_short, lines)), "measure", full=part.text)


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _letters(text: str) -> int:
    from metricdsl.errors import display_width

    return display_width(text)


def _placed(columns: Sequence[Sequence[Box]]) -> list[list[Placed]]:
    """Tables and their entities side by side; aggregates and the metric at half height."""
    tables, entities, *rest = columns
    widths = [max(box.width for box in column) for column in columns]
    lefts = [1 + sum(widths[:i]) + GAP * i for i in range(len(columns))]
    heights = [max(t.height, e.height) for t, e in zip(tables, entities, strict=True)]
    tallest = max(_tall(heights), *(_tall([box.height for box in column]) for column in rest))
    rows = list(_stacked(heights, tallest))
    placed = [
        [Placed(box, lefts[i], top + (height - box.height) / 2, widths[i])
         for box, top, height in zip(column, rows, heights, strict=True)]
        for i, column in enumerate((tables, entities))
    ]  # fmt: skip
    for i, column in enumerate(rest, 2):
        tops = _stacked([box.height for box in column], tallest)
        placed.append([Placed(box, lefts[i], top, widths[i]) for box, top in zip(column, tops, strict=True)])
    return placed


def _tall(heights: Sequence[float]) -> float:
    return sum(heights) + APART * (len(heights) - 1)


def _stacked(heights: Sequence[float], within: float) -> Iterator[float]:
    """The tops of boxes one below another, together in the middle of a height."""
    top = 1 + (within - _tall(heights)) / 2
    for height in heights:
        yield top
        top += height + APART


def _curve(start: Placed, end: Placed, joined: bool = False) -> Markup:
    x, y, to_x, to_y = start.x + start.width, start.middle, end.x, end.middle
    middle = (x + to_x) / 2
    path = f"M{x:.1f} {y:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
    return tag("path", d=path, class_="flow joined" if joined else "flow")


def _svg(title: str, lines: Content, boxes: Sequence[Placed]) -> Markup:
    width = max(box.x + box.width for box in boxes) + 1
    height = max(box.y + box.box.height for box in boxes) + 1
    return tag(
        "svg", lines, [_drawn(box) for box in boxes], class_="lineage", role="group", aria_label=title,
        viewBox=f"0 0 {width:.0f} {height:.0f}", width=f"{width:.0f}", height=f"{height:.0f}",
    )  # fmt: skip


def _drawn(placed: Placed) -> Markup:
    box, x, y = placed.box, placed.x, placed.y
    frame = tag(
        "rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{placed.width:.1f}", height=f"{box.height:.1f}", rx=6,
        class_=box.kind,
    )  # fmt: skip
    lines = [
        tag(
            "text", line, x=f"{x + PADDING:.1f}", y=f"{y + PADDING + 10 + i * LINE:.1f}",
            class_="head" if box.headed and i == 0 else None,
        )
        for i, line in enumerate(box.lines)
    ]  # fmt: skip
    content = join(tag("title", box.full), frame, lines)
    return link(box.href, content) if box.href else tag("g", content)
