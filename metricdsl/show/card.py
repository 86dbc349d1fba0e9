"""Cards: a KPI's latest value, how it changed, whether it is where it should be, and its trend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from metricdsl.errors import fail
from metricdsl.run.result import Result, Row, Value
from metricdsl.show import sparks
from metricdsl.show.html import LINE, QUIET, folded_sql
from metricdsl.show.numbers import NOTHING, one_line
from metricdsl.show.sheet import (
    MARK_SIGNS,
    SIGNS,
    Trend,
    as_of,
    begun,
    column_cells,
    headings,
    trend,
)
from metricdsl.show.table import grid
from metricdsl.show.words import word

if TYPE_CHECKING:
    from metricdsl.compiler import OutputColumn

SIGN_COLOURS = {"good": "#16a34a", "warning": "#d97706", "bad": "#dc2626"}  # beside a word, never alone


@dataclass(frozen=True, slots=True)
class Card:
    """Texts of one KPI. `prior_said` is what `prior` is (`prior year`), `direction` is ▲ ▼ or =.

    `judged` is better or worse where that is known.
    """

    label: str
    value: str
    period: str
    prior: str
    prior_said: str
    direction: str
    change: str
    judged: str
    target: str
    gap: str
    status: str
    status_text: str
    trend: Trend | None


@dataclass(frozen=True, slots=True)
class Cards:
    """One card a KPI; a notebook shows them side by side, a terminal as a table with a row each."""

    cards: tuple[Card, ...]
    language: str
    period: str
    notes: tuple[str, ...]
    sql: str

    def text(self) -> str:
        columns = [
            (word("KPI", self.language), "left", [c.label for c in self.cards]),
            (word("value", self.language), "right", [c.value for c in self.cards]),
            (self.cards[0].prior_said if self.cards else "", "right", [c.prior for c in self.cards]),
            (word("change", self.language), "right", [_changed(c) for c in self.cards]),
            ("", "left", [c.judged for c in self.cards]),
            (word("target", self.language), "right", [c.target for c in self.cards]),
            (word("status", self.language), "left", [c.status_text for c in self.cards]),
            (word("trend", self.language), "left", [_blocks(c) for c in self.cards]),
        ]  # fmt: skip
        kept = [c for i, c in enumerate(columns) if i < 2 or any(c[2])]
        lines = grid(
            [c[0] for c in kept],
            list(zip(*(c[2] for c in kept), strict=True)),
            ["right" if c[1] == "right" else "left" for c in kept],
        )
        return "\n".join([*lines, "", *filter(None, (self.period, *self.notes))])

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        notes = " · ".join(escape(note) for note in self.notes)
        return (
            "<div>" + "".join(_html(card, self.language) for card in self.cards)
            + f'<div style="{QUIET};padding:0 10px">{notes}</div>{folded_sql(self.sql)}</div>'
        )  # fmt: skip


def cards(result: Result) -> Cards:
    """Raises MetricError for an answer that has other groups than time, or no rows."""
    groups = [c for c in result.columns if c.role == "group"]
    if groups:
        message = f"a card shows one value of a KPI, and this answer has one for each {groups[0].label}"
        raise fail("card-with-groups", message,
                   None, "ask without that group, or show the answer as a table")  # fmt: skip
    rows = _in_time(result)
    if not rows:
        raise fail("card-without-rows", "the answer has no rows, so there is nothing to put on a card")
    made = tuple(_card(result, i, rows) for i, column in enumerate(result.columns) if column.role == "metric")
    kinds = {mark.mark for mark in result.marks if result.rows[mark.row] is rows[-1]}
    notes = [f"{sign} {word(mark, result.language)}" for mark, sign in MARK_SIGNS.items() if mark in kinds]
    return Cards(made, result.language, made[0].period if made else "", (*notes, as_of(result)), result.sql)


def _in_time(result: Result) -> list[Row]:
    """Rows from the earliest period to the latest that has begun."""
    period = _position(result.columns, "period")
    if period is None:
        return result.rows
    return sorted(begun(result, period), key=lambda row: str(row[period]))


def _position(columns: Sequence[OutputColumn], role: str, metric: int | None = None) -> int | None:
    """Where the column of a role stands; the companions of a metric follow it before the next one does."""
    start = 0 if metric is None else metric + 1
    for i, column in enumerate(columns[start:], start):
        if column.role == role:
            return i
        if metric is not None and column.role == "metric":
            return None
    return None


def _card(result: Result, metric: int, rows: Sequence[Row]) -> Card:
    columns, language, latest = result.columns, result.language, rows[-1]

    def text(position: int | None) -> str:
        return (
            column_cells([latest[position]], columns[position], language)[0] if position is not None else ""
        )

    def companion(role: str) -> int | None:
        return _position(columns, role, metric)

    period, change, status = _position(columns, "period"), companion("change"), companion("status")
    moved = latest[change] if change is not None else None
    series = None
    if period is not None and len(rows) > 1:
        names = column_cells([row[period] for row in rows], columns[period], language)
        series = trend([row[metric] for row in rows], columns[metric], names, language)
    state = latest[status] if status is not None else None
    signs = [
        MARK_SIGNS[m.mark] for m in result.marks if m.mark in MARK_SIGNS and result.rows[m.row] is latest
    ]
    return Card(
        label=one_line(columns[metric].label), value=text(metric),
        period=" ".join([text(period), *signs]).strip(),
        prior=text(companion("prior")), prior_said=_said(columns, companion("prior"), metric, language),
        direction=_direction(moved), change=text(change),
        judged=_judged(moved, columns[metric].better, language), target=text(companion("target")),
        gap=text(companion("gap")), status=state if isinstance(state, str) else "",
        status_text=text(status) if state is not None else "", trend=series,
    )  # fmt: skip


def _said(columns: Sequence[OutputColumn], at: int | None, metric: int, language: str) -> str:
    """What stands in a column beside a metric, in words."""
    if at is None or columns[at].label == columns[metric].label:
        return word("prior", language)
    return headings([columns[metric], columns[at]], language)[1]


def _direction(moved: Value) -> str:
    if not isinstance(moved, int | float):
        return ""
    return "▲" if moved > 0 else "▼" if moved < 0 else "="


def _judged(moved: Value, better: str | None, language: str) -> str:
    if not isinstance(moved, int | float) or not moved or better not in {"up", "down"}:
        return ""
    return word("better" if (moved > 0) == (better == "up") else "worse", language)


def _blocks(card: Card) -> str:
    return sparks.blocks(card.trend.series[-24:]) if card.trend else ""


def _changed(card: Card) -> str:
    return f"{card.direction} {card.change}".strip() if card.change != NOTHING else NOTHING


def _html(card: Card, language: str) -> str:
    lines = [
        f'<div style="{QUIET}">{escape(card.label)}</div>',
        f'<div style="font-size:190%;font-weight:600;line-height:1.3">{escape(card.value)}</div>',
        f'<div style="{QUIET}">{escape(card.period)}</div>' if card.period else "",
        _change_line(card),
        _target_line(card, language),
        f"<div>{sparks.image(card.trend.series, card.trend.spoken, 150, 34)}</div>" if card.trend else "",
    ]
    return (
        f'<div style="display:inline-block;vertical-align:top;min-width:150px;margin:4px 8px 8px 0;'
        f'padding:8px 14px;border:{LINE};border-radius:8px">{"".join(lines)}</div>'
    )


def _change_line(card: Card) -> str:
    if not card.change:
        return ""
    before = (
        f' <span style="{QUIET}">({escape(card.prior_said)} {escape(card.prior)})</span>'
        if card.prior
        else ""
    )
    judged = f" {escape(card.judged)}" if card.judged else ""
    return f"<div>{escape(_changed(card))}{judged}{before}</div>"


def _target_line(card: Card, language: str) -> str:
    if not card.target:
        return ""
    sign = ""
    if card.status in SIGNS:
        sign = f'<span style="color:{SIGN_COLOURS[card.status]};font-weight:700">{SIGNS[card.status]}</span> '
    state = f"{sign}{escape(card.status_text.removeprefix(SIGNS.get(card.status, '')).strip())}"
    target = f"{word('target', language)} {card.target}, {card.gap}"
    return f'<div>{state} <span style="{QUIET}">({escape(target)})</span></div>'
