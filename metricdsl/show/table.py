"""An aligned table for terminals and for text/plain."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from metricdsl.errors import display_width
from metricdsl.run.result import Result
from metricdsl.show import sparks
from metricdsl.show.sheet import Align, Sheet, sheet
from metricdsl.show.words import word

WIDEST = 48
GAP = "  "


def text_table(result: Result, limit: int = 40) -> str:
    """Heading, rows, a line of block sparks below a time series, and notes; no line has spaces at its end."""
    made = sheet(result, limit)
    return "\n".join([*grid(made.headings, _body(made, result.language), made.aligns), "", *made.notes])


def _body(made: Sheet, language: str) -> list[Sequence[str]]:
    if made.trends is None:
        return list(made.rows)
    sparkline = [sparks.blocks(t.series[-24:]) if t else "" for t in made.trends]
    return [*made.rows, [word("trend", language), *sparkline[1:]]]


def grid(
    headings: Sequence[str], rows: Sequence[Sequence[str]], aligns: Sequence[Align], widest: int = WIDEST
) -> list[str]:
    """Lines of a table whose columns are as wide as their widest text, East Asian letters counting two."""
    texts = [[cut(cell, widest) for cell in row] for row in (headings, *rows)]
    widths = [max(display_width(row[i]) for row in texts) for i in range(len(headings))]
    lines = [
        GAP.join(pad(c, w, a) for c, w, a in zip(row, widths, aligns, strict=True)).rstrip() for row in texts
    ]
    return [lines[0], GAP.join("─" * width for width in widths), *lines[1:]]


def pad(text: str, width: int, align: Align) -> str:
    space = " " * (width - display_width(text))
    return space + text if align == "right" else text + space


def cut(text: str, width: int) -> str:
    """At most `width` columns, with `…` where something is left out."""
    if display_width(text) <= width:
        return text
    kept, used = "", 0
    for character in text:
        used += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used > width - 1:
            break
        kept += character
    return kept + "…"
