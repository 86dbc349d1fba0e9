"""A table for notebooks: plain inline styles only, which survive where a notebook is not trusted yet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from metricdsl.run.result import Result
from metricdsl.show import sparks
from metricdsl.show.sheet import Align, Sheet, sheet
from metricdsl.show.words import word

LINE = "1px solid rgba(128,128,128,0.4)"  # seen on white and on black; all text has the page's own colour
CELL = "padding:3px 10px;background:none;white-space:nowrap"
CAPTION = "text-align:left;font-weight:600;padding:4px 10px;color:inherit"
QUIET = "opacity:0.75;font-size:90%"


def html_table(result: Result, limit: int = 60) -> str:
    """Caption, table, notes, and the SQL folded away."""
    return (
        '<div style="overflow-x:auto">'
        + grid(sheet(result, limit), result.language)
        + folded_sql(result.sql)
        + "</div>"
    )


def grid(made: Sheet, language: str) -> str:
    head = "".join(
        _cell("th", escape(h), a, LINE, ' scope="col"')
        for h, a in zip(made.headings, made.aligns, strict=True)
    )
    body = "".join(_row(row, made.aligns) for row in made.rows)
    notes = "".join(f"<div>{escape(note)}</div>" for note in made.notes)
    return (
        '<table style="border-collapse:collapse;font-variant-numeric:tabular-nums;margin:4px 0">'
        f'<caption style="{CAPTION}">{escape(made.caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{_foot(made, language)}</table>"
        f'<div style="{QUIET};padding:0 10px">{notes}</div>'
    )


def _row(row: Sequence[str], aligns: Sequence[Align]) -> str:
    first, *rest = (escape(cell) for cell in row)
    cells = "".join(_cell("td", cell, align) for cell, align in zip(rest, aligns[1:], strict=True))
    if aligns[0] == "right":  # a single number, which is no heading of its row
        return f"<tr>{_cell('td', first, aligns[0])}{cells}</tr>"
    name = _cell("th", first, aligns[0], "", ' scope="row"', "font-weight:normal")
    return f"<tr>{name}{cells}</tr>"


def _foot(made: Sheet, language: str) -> str:
    if made.trends is None:
        return ""
    images = [sparks.image(t.series, t.spoken) if t else "" for t in made.trends]
    name = _cell("th", escape(word("trend", language)), "left", "", ' scope="row"', "font-weight:normal")
    cells = "".join(
        _cell("td", image, align) for image, align in zip(images[1:], made.aligns[1:], strict=True)
    )
    return f'<tfoot><tr style="border-top:{LINE}">{name}{cells}</tr></tfoot>'


def _cell(tag: str, content: str, align: Align, below: str = "", scope: str = "", more: str = "") -> str:
    style = ";".join(
        part
        for part in (f"text-align:{align}", CELL, f"border-bottom:{below}" if below else "", more)
        if part
    )
    return f'<{tag}{scope} style="{style}">{content}</{tag}>'


def folded_sql(sql: str) -> str:
    return (
        f'<details style="{QUIET};padding:2px 10px"><summary>SQL</summary>'
        f'<pre style="background:none;color:inherit;margin:4px 0">{escape(sql)}</pre></details>'
    )
