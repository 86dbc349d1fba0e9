"""Placing rows in periods: shifted times, windows, stocks, and the spine of periods itself."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, all_of, column, identifier, whole
from metricdsl.model.meaning import RunningWindow, ToDateWindow, TrailingWindow, Value
from metricdsl.plan.nodes import Context, Spine
from metricdsl.plan.periods import AsOfDay, Interval, Moment, floor, longest_days, moved, to_utc
from metricdsl.plan.scans import Scan
from metricdsl.render.rows import UNTIL, Rows, calendar_of
from metricdsl.render.statement import Statement, named, table
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
    from datetime import datetime

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
    from datetime import datetime

    conditions: list[E] = []
    for make, bound in ((exp.GTE, interval.start), (exp.LT, interval.end)):
        if bound is None:
            continue
        kind = moment[1]
        if kind == "date" and isinstance(bound, datetime):
            conditions.append(
                compared(forms, make, moment, (literal(forms, bound, "timestamp"), "timestamp"))
            )
        else:
            conditions.append(make(this=moment[0].copy(), expression=literal(forms, bound, kind)))
    return conditions


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
        until: Timed = (forms.stored(column(UNTIL, rows.entity), begin[1]), begin[1])
        stored = definition.fields[definition.snapshot].stored_in
        if begin[1] == "timestamp":
            zoned = stored == "instant" or (rows.entity, definition.snapshot) in rows.statement.zoned
            plain = forms.without_zone(until[0]) if zoned else forms.converted(until[0], stored, "UTC")
            until = (plain, "timestamp")
    else:
        begin, until = field(definition.lifetime.start), field(definition.lifetime.end)
        if definition.lifetime.inclusive:
            until = (forms.add(forms.day(*until), "date", whole(1), "day"), "date")
    return shifted(forms, begin, shifts), shifted(forms, until, shifts)


# --- building the spine -------------------------------------------------------------------------------


def next_start(forms: Forms, start: E, grain: str, kind: Kind) -> E:
    return forms.add(start, kind, whole(1), grain)


def period_bounds(forms: Forms, spine: Spine, start: E, kind: Kind) -> tuple[E, E]:
    """First and last moment of a period, cut by the range where the range cuts one."""
    assert spine.grain is not None
    begin: E = start.copy()
    end = next_start(forms, start.copy(), spine.grain, kind)
    interval = spine.interval
    if interval.start is not None and floor(interval.start, spine.grain, forms.calendar) != interval.start:
        begin = exp.Greatest(this=begin, expressions=[literal(forms, interval.start, kind)])
    if interval.end is not None and floor(interval.end, spine.grain, forms.calendar) != interval.end:
        end = exp.Least(this=end, expressions=[literal(forms, interval.end, kind)])
    return begin, end


@dataclass(frozen=True, eq=False)
class Extent:
    """The part with the first and last period that have rows, for what the range leaves open."""

    part: str | None

    def first(self) -> E:
        return self._one("first_period")

    def last(self) -> E:
        return self._one("last_period")

    def _one(self, name: str) -> E:
        assert self.part is not None
        query = exp.Select(expressions=[column(name)]).from_(table(self.part))
        return exp.Subquery(this=query)


def edges(forms: Forms, spine: Spine, extent: Extent) -> tuple[E, E]:
    """The starts of the first and last period of a spine."""
    grain, interval = spine.grain, spine.interval
    assert grain is not None
    kind: Kind = "timestamp" if grain in SUB_DAY else "date"
    first = (
        extent.first()
        if interval.start is None
        else literal(forms, floor(interval.start, grain, forms.calendar), kind)
    )
    if interval.end is None:
        return first, extent.last()
    before_end = moved(interval.end, -1, "second" if grain in SUB_DAY else "day")
    return first, literal(forms, floor(before_end, grain, forms.calendar), kind)


def spine_periods(
    statement: Statement, spine: Spine, extent: Extent, to_date_grains: set[str], bounds: bool
) -> Periods:
    """The part that holds the periods of a question's grain; `bounds` asks for where each starts and ends."""
    forms, grain = statement.forms, spine.grain
    assert grain is not None
    word = grain + "s"
    if grain not in GRAINS:
        return _custom_periods(statement, spine, extent, word, to_date_grains)
    kind = bound_kind(spine)
    first, last = edges(forms, spine, extent)
    series = forms.series(first, last, grain, grain)
    if not bounds:
        return Periods(statement.add(word, series, f"every {grain.replace('_', ' ')}"), (grain,), kind)
    start = column(grain, "series")
    begin, end = period_bounds(forms, spine, start, kind)
    query = exp.Select(expressions=[start, named(begin, STARTS), named(end, ENDS)])
    query.set(
        "from_", exp.From(this=exp.Subquery(this=series, alias=exp.TableAlias(this=identifier("series"))))
    )
    joined = _with_custom_starts(statement, query, end, to_date_grains)
    name = statement.add(word, joined, f"every {grain.replace('_', ' ')}, from `starts` to before `ends`")
    return Periods(name, (grain,), kind)


def _with_custom_starts(statement: Statement, query: exp.Select, end: E, grains: set[str]) -> exp.Select:
    """Beside each period the first day of the custom grain's period that holds its last day."""
    for number, grain in enumerate(sorted(g for g in grains if g not in GRAINS)):
        part, date_column, grain_column = calendar_of(statement, grain)
        alias = f"calendar_{number + 1}"
        part.set("alias", exp.TableAlias(this=identifier(alias)))
        last = statement.forms.add(end.copy(), "date", whole(-1), "day")
        query = query.join(
            part, on=exp.EQ(this=column(date_column, alias), expression=last), join_type="left"
        )
        query = query.select(named(column(grain_column, alias), f"{grain}_starts"))
    return query


def _custom_periods(
    statement: Statement, spine: Spine, extent: Extent, word: str, grains: set[str]
) -> Periods:
    """Periods that a calendar table lists, cut by the range."""
    assert spine.grain is not None
    part, date_column, grain_column = calendar_of(statement, spine.grain)
    alias = "calendar"
    part.set("alias", exp.TableAlias(this=identifier(alias)))
    day, start = column(date_column, alias), column(grain_column, alias)
    end = statement.forms.add(exp.Max(this=day.copy()), "date", whole(1), "day")
    query = exp.Select(
        expressions=[named(start, spine.grain), named(exp.Min(this=day.copy()), STARTS), named(end, ENDS)]
    ).from_(part)
    conditions = inside(statement.forms, (day, "date"), spine.interval)
    if spine.interval.start is None:
        conditions.append(exp.GTE(this=start.copy(), expression=extent.first()))
    if spine.interval.end is None:
        conditions.append(exp.LTE(this=start.copy(), expression=extent.last()))
    query.where(*conditions, copy=False)
    query.set("group", exp.Group(expressions=[whole(1)]))
    name = statement.add(word, query, f"every {spine.grain}, as its calendar lists them")
    if any(g not in GRAINS for g in grains):
        inner = exp.Select(expressions=[exp.Column(this=exp.Star(), table=identifier(name))]).from_(
            table(name)
        )
        wider = _with_custom_starts(statement, inner, column(ENDS, name), grains)
        name = statement.add(word, wider)
    return Periods(name, (spine.grain,), "date")


def nested_periods(
    statement: Statement, spine: Spine, outer: Periods | None, data_extent: Extent, as_of: AsOfDay
) -> Periods:
    """The part that cuts each outer period, as seen through the context, into periods of a finer grain."""
    forms, grain, context = statement.forms, spine.grain, spine.context
    assert grain is not None
    assert context is not None
    kind = bound_kind(spine)
    atom = grain if grain in SUB_DAY else "day"
    first, last = _atom_edges(statement, spine, data_extent, atom, kind)
    series = forms.series(first, last, atom, "atom")
    at: Timed = (column("atom", "series"), "timestamp" if atom in SUB_DAY else "date")
    there = shifted(forms, at, context.shifts)
    query = exp.Select()
    query.set(
        "from_", exp.From(this=exp.Subquery(this=series, alias=exp.TableAlias(this=identifier("series"))))
    )
    own = forms.truncated(at[0].copy(), at[1], grain)
    keys: list[E] = []
    if outer is not None:
        on = all_of(in_window(statement, there, outer, context))
        query = query.join(table(outer.name), on=on, join_type="inner")
        keys = [column(c, outer.name) for c in outer.columns]
    else:
        conditions = inside(forms, there, windowed(spine.interval, context, forms))
        if conditions:
            query = query.where(*conditions)
    after = forms.add(exp.Max(this=at[0].copy()), at[1], whole(1), atom)
    expressions = [
        *keys,
        named(own, spine.column),
        named(exp.Min(this=at[0].copy()), STARTS),
        named(after, ENDS),
    ]
    query = query.select(*expressions)
    query.set("group", exp.Group(expressions=[whole(i + 1) for i in range(len(keys) + 1)]))
    begun = literal(forms, as_of.end, at[1])
    query = query.having(exp.LT(this=exp.Min(this=at[0].copy()), expression=begun))
    outer_columns = outer.columns if outer is not None else ()
    name = statement.add(
        f"{grain}s",
        query,
        f"every {grain} that has begun" + (f" in each {outer_columns[-1]}" if outer_columns else ""),
    )
    return Periods(name, (*outer_columns, spine.column), kind)


def grain_of(spine: Spine) -> str | None:
    """A spine's grain, where it is a built-in one of a day or more."""
    return spine.grain if spine.grain in GRAINS and spine.grain not in SUB_DAY else None


def _atom_edges(statement: Statement, spine: Spine, data: Extent, atom: str, kind: Kind) -> tuple[E, E]:
    """A first and last day wide enough for all that the outer periods can see through the context."""
    forms, context = statement.forms, spine.context
    assert context is not None
    reach = sum(longest_days(unit, max(amount, 0)) for amount, unit in context.shifts)
    back = sum(longest_days(unit, max(-amount, 0)) for amount, unit in context.shifts)
    span = {"trailing": 0, "to_date": 0}
    match context.window:
        case TrailingWindow(amount=amount, unit=unit):
            span["trailing"] = longest_days(unit, amount)
        case ToDateWindow(grain=grain):
            span["to_date"] = longest_days(grain, 1) if grain in GRAINS else 400
        case RunningWindow() | None:
            pass
    before, after = reach + sum(span.values()) + 1, back + 1
    atom_kind: Kind = "timestamp" if atom in SUB_DAY else "date"
    interval = spine.interval
    if interval.start is not None and not isinstance(context.window, RunningWindow):
        first = literal(forms, floor(moved(interval.start, -before, "day"), "day", forms.calendar), atom_kind)
    else:
        start = data.first()
        around: Spine | None = spine
        while around is not None:
            cut = grain_of(around)
            start = forms.truncated(start, "date", cut) if cut is not None else start
            around = around.outer
        first = forms.add(start, "date", whole(-before), "day")
        first = forms.instant(first, "date") if atom_kind == "timestamp" else first
    if interval.end is not None:
        last = literal(forms, moved(floor(interval.end, "day", forms.calendar), after, "day"), atom_kind)
    else:
        last = forms.add(data.last(), "date", whole(after + 366), "day")
        last = forms.instant(last, "date") if atom_kind == "timestamp" else last
    return first, last
