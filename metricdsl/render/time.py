"""Placing rows in periods: shifted times, windows, stocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, column, when, whole
from metricdsl.model.meaning import RunningWindow, ToDateWindow, TrailingWindow, Value
from metricdsl.plan.nodes import Context, Spine
from metricdsl.plan.periods import Interval, Moment, floor, moved, to_utc
from metricdsl.plan.scans import Scan
from metricdsl.render.rows import UNTIL, Rows
from metricdsl.render.statement import Statement
from metricdsl.types import GRAINS, SUB_DAY, Kind

Timed = tuple[E, Kind]
"""A moment's SQL with its kind: a date, or a timestamp in UTC."""

STARTS, ENDS, PERIODS = "starts", "ends", "periods"


def bound_kind(spine: Spine) -> Kind:
    """Whether a spine's bounds are dates or timestamps."""
    inner: Spine | None = spine
    while inner is not None:
        if inner.grain in SUB_DAY:
            return "timestamp"
        inner = inner.outer
    return "date"


def landing(rows: Rows, axis: Value, shifts: tuple[tuple[int, str], ...]) -> Timed:
    """A row's time, moved forward."""
    return shifted(rows.statement.forms, (rows.sql(axis), axis.type.kind), shifts)


def shifted(forms: Forms, moment: Timed, shifts: tuple[tuple[int, str], ...]) -> Timed:
    value, kind = moment
    for amount, unit in shifts:
        value = forms.add(value, kind, whole(amount), unit)
        kind = "timestamp" if unit in SUB_DAY else kind
    return value, kind


def truncated(rows: Rows, at: Timed, grain: str) -> E:
    """The start of the period that holds a moment; custom grains are looked up in their calendar."""
    if grain not in GRAINS:
        return rows.calendar(rows.statement.forms.day(*at), grain)
    return rows.statement.forms.truncated(at[0].copy(), at[1], grain)


def literal(forms: Forms, moment: Moment, kind: Kind) -> E:
    """A local moment as a date literal, or as a timestamp in UTC."""
    if kind == "date":
        assert not isinstance(moment, datetime)
        return forms.literal(moment)
    return forms.literal(to_utc(moment, forms.calendar))


def compared(forms: Forms, make: type[E], left: Timed, right: Timed) -> E:
    """Two moments compared: as dates when both are, else as instants."""
    (a, a_kind), (b, b_kind) = left, right
    if a_kind == b_kind:
        return make(this=a.copy(), expression=b.copy())
    return make(this=forms.instant(a.copy(), a_kind), expression=forms.instant(b.copy(), b_kind))


def inside(forms: Forms, moment: Timed, interval: Interval) -> list[E]:
    """The conditions under which a moment lies in an interval of literals."""
    conditions: list[E] = []
    for make, bound in ((exp.GTE, interval.start), (exp.LT, interval.end)):
        if bound is None:
            continue
        kind, local = moment[1], forms.known_local(moment[0])
        if kind == "timestamp" and not isinstance(bound, datetime) and local is not None:
            # Local time beside local midnight: where it is a column, that stands bare.
            midnight = forms.literal(datetime.combine(bound, time()))
            conditions.append(forms.against(make, local, midnight))
        elif kind == "date" and isinstance(bound, datetime):
            conditions.append(
                compared(forms, make, moment, (literal(forms, bound, "timestamp"), "timestamp"))
            )
        else:
            conditions.append(forms.against(make, moment[0], literal(forms, bound, kind)))
    return conditions


def near(forms: Forms, moment: Timed, interval: Interval, shifts: tuple[tuple[int, str], ...]) -> list[E]:
    """Bounds of an unmoved time, a little too wide, for all whose moved time lies in an interval."""
    if not forms.partitions or not shifts:
        return []
    margin = 1 + 4 * len(shifts)  # a month's end moves by up to three days, clocks by hours

    def unmoved(bound: Moment | None, days: int) -> Moment | None:
        if bound is None or not 1000 < bound.year < 9000:
            return None
        for amount, unit in reversed(shifts):
            bound = moved(bound, -amount, unit)
        day = bound.date() if isinstance(bound, datetime) else bound
        return moved(day, days, "day")

    wide = Interval(unmoved(interval.start, -margin), unmoved(interval.end, margin))
    return inside(forms, moment, wide)


def windowed(interval: Interval, context: Context, forms: Forms) -> Interval:
    """The one period of a question without a grain, as a window makes it."""
    match context.window:
        case None:
            return interval
        case TrailingWindow(amount=amount, unit=unit):
            assert interval.end is not None
            return Interval(moved(interval.end, -amount, unit), interval.end)
        case ToDateWindow(grain=grain):
            assert interval.end is not None
            last = moved(interval.end, -1, "second" if grain in SUB_DAY else "day")
            return Interval(floor(last, grain, forms.calendar), interval.end)
        case RunningWindow():
            return Interval(None, interval.end)


# --- periods as a relation ---------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Periods:
    """A part of the statement with a row for each period: its columns, `starts` and `ends`.

    `columns` are the period's own column, and before it those of the spine around it.
    """

    name: str
    columns: tuple[str, ...]
    kind: Kind

    def start(self) -> Timed:
        return column(STARTS, self.name), self.kind

    def end(self) -> Timed:
        return column(ENDS, self.name), self.kind


def window_bounds(statement: Statement, periods: Periods, context: Context) -> tuple[Timed | None, Timed]:
    """Start and end of the context's interval for a period: [start, end)."""
    forms, end = statement.forms, periods.end()
    match context.window:
        case None:
            return periods.start(), end
        case TrailingWindow(amount=amount, unit=unit):
            value = forms.add(end[0].copy(), end[1], whole(-amount), unit)
            return (value, "timestamp" if unit in SUB_DAY else end[1]), end
        case ToDateWindow(grain=grain):
            if grain not in GRAINS:
                return (column(f"{grain}_starts", periods.name), "date"), end
            last = forms.add(end[0].copy(), end[1], whole(-1), "second" if end[1] == "timestamp" else "day")
            kind: Kind = "timestamp" if grain in SUB_DAY else "date"
            return (forms.truncated(last, end[1], grain), kind), end
        case RunningWindow():
            return None, end


def not_beyond_as_of(statement: Statement, bound: Timed) -> Timed:
    """The bound, or the end of the as-of day where that comes first."""
    today = literal(statement.forms, statement.as_of.end, bound[1])
    later = exp.GT(this=bound[0], expression=today)
    return when(later, today.copy(), bound[0].copy()), bound[1]


def in_window(statement: Statement, moment: Timed, periods: Periods, context: Context) -> list[E]:
    """The conditions under which a moment lies in a period's interval."""
    start, end = window_bounds(statement, periods, context)
    value = moment
    if moment[1] == "timestamp" and end[1] == "date" and (start is None or start[1] == "date"):
        value = (statement.forms.day(*moment), "date")
    conditions = [compared(statement.forms, exp.GTE, value, start)] if start is not None else []
    return [*conditions, compared(statement.forms, exp.LT, value, end)]


def alive(statement: Statement, rows: Rows, scan: Scan, start: Timed | None, end: Timed) -> E:
    """The condition under which a row of a stock is there: at an end of an interval, or during it."""
    forms = statement.forms
    begin, until = lifetime(rows, scan)

    def never_ends() -> E:
        return exp.Is(this=until[0].copy(), expression=exp.Null())

    def there_at(boundary: Timed) -> E:
        stays = exp.Or(this=never_ends(), expression=compared(forms, exp.GTE, until, boundary))
        return exp.And(this=compared(forms, exp.LT, begin, boundary), expression=exp.Paren(this=stays))

    match scan.stock:
        case "end":
            return there_at(end)
        case "start":
            return there_at(start) if start is not None else exp.false()
        case "during":
            before_end = compared(forms, exp.LT, begin, end)
            if start is None:
                return before_end
            leaves_later = exp.Or(this=never_ends(), expression=compared(forms, exp.GT, until, start))
            begins_inside = compared(forms, exp.GTE, begin, start)
            reaches = exp.Or(this=leaves_later, expression=begins_inside)
            return exp.And(this=before_end, expression=exp.Paren(this=reaches))
    raise AssertionError(scan.stock)


def lifetime(rows: Rows, scan: Scan) -> tuple[Timed, Timed]:
    """From when to when a row is there, moved forward: by its lifetime, or until the key's next snapshot."""
    forms, definition = rows.statement.forms, rows.definition
    shifts = scan.context.shifts

    def field(name: str) -> Timed:
        return rows.moment((), definition, name)

    if definition.lifetime is None:
        assert definition.snapshot is not None
        begin = field(definition.snapshot)
        snapshot, kind = definition.fields[definition.snapshot], begin[1]
        until: Timed = (rows.typed(column(UNTIL, rows.entity), snapshot, kind), kind)
    else:
        begin, until = field(definition.lifetime.start), field(definition.lifetime.end)
        if definition.lifetime.inclusive:
            until = (forms.add(forms.day(*until), "date", whole(1), "day"), "date")
    return shifted(forms, begin, shifts), shifted(forms, until, shifts)
