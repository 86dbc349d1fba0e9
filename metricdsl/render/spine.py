"""The periods themselves, as parts: of a grain, of a calendar table, and `per GRAIN` inside others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, all_of, column, identifier, whole
from metricdsl.model.meaning import RunningWindow, ToDateWindow, TrailingWindow
from metricdsl.plan.nodes import Context, Spine
from metricdsl.plan.periods import AsOfDay, Interval, floor, longest_days, moved
from metricdsl.render.sources import calendar_of
from metricdsl.render.statement import Statement, named, table
from metricdsl.render.time import (
    ENDS,
    STARTS,
    Periods,
    Timed,
    bound_kind,
    in_window,
    inside,
    literal,
    shifted,
    windowed,
)  # fmt: skip
from metricdsl.types import GRAINS, SUB_DAY, Kind


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


def spine_periods(statement: Statement, spine: Spine, extent: Extent, bounds: bool) -> Periods:
    """The part that holds the periods of a question's grain; `bounds` asks for where each starts and ends."""
    forms, grain = statement.forms, spine.grain
    assert grain is not None
    word = grain + "s"
    if grain not in GRAINS:
        return _custom_periods(statement, spine, extent, word)
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
    name = statement.add(word, query, f"every {grain.replace('_', ' ')}, from `starts` to before `ends`")
    return Periods(name, (grain,), kind)


def _custom_periods(statement: Statement, spine: Spine, extent: Extent, word: str) -> Periods:
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
    return Periods(name, (spine.grain,), "date")


def with_custom_starts(statement: Statement, periods: Periods, grains: set[str]) -> Periods:
    """Beside each period the first day of each custom grain's period that holds its last day."""
    custom = sorted(g for g in grains if g not in GRAINS)
    if not custom:
        return periods
    forms, (end, kind) = statement.forms, periods.end()
    last = forms.day(forms.add(end, kind, whole(-1), "second" if kind == "timestamp" else "day"), kind)
    query = exp.Select(expressions=[exp.Column(this=exp.Star(), table=identifier(periods.name))])
    query = query.from_(table(periods.name))
    for number, grain in enumerate(custom, 1):
        part, date_column, grain_column = calendar_of(statement, grain)
        alias = f"calendar_{number}"
        part.set("alias", exp.TableAlias(this=identifier(alias)))
        holds = exp.EQ(this=column(date_column, alias), expression=last.copy())
        query = query.join(part, on=holds, join_type="left")
        query = query.select(named(column(grain_column, alias), f"{grain}_starts"))
    return replace(periods, name=statement.add(periods.name, query, f"and where its {custom[0]} starts"))


def nested_periods(
    statement: Statement, spine: Spine, outer: Periods | None, data_extent: Extent, as_of: AsOfDay
) -> Periods:
    """The part that cuts each outer period, as seen through the context, into periods of a finer grain."""
    forms, grain, context = statement.forms, spine.grain, spine.context
    assert grain is not None
    assert context is not None
    kind = bound_kind(spine)
    atom = grain if grain in SUB_DAY else "day"
    first, last = _atom_edges(statement, spine, outer, data_extent, atom)
    series = forms.series(first, last, atom, "atom")
    at: Timed = (column("atom", "series"), "timestamp" if atom in SUB_DAY else "date")
    there = shifted(forms, at, context.shifts)
    query = exp.Select()
    query.set(
        "from_", exp.From(this=exp.Subquery(this=series, alias=exp.TableAlias(this=identifier("series"))))
    )
    query, own = _truncated(statement, query, at, grain)
    keys: list[E] = []
    if outer is not None:
        on = all_of(in_window(statement, there, outer, context))
        query = query.join(table(outer.name), on=on, join_type="inner")
        keys = [column(c, outer.name) for c in outer.columns]
    else:
        conditions = inside(forms, there, windowed(spine.interval, context, forms))
        if conditions:
            query = query.where(*conditions)
    if context.aligned:
        query = query.where(*inside(forms, there, Interval(None, as_of.end)))
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


def _truncated(statement: Statement, query: exp.Select, at: Timed, grain: str) -> tuple[exp.Select, E]:
    """The start of the period that holds a day or less; a calendar's is looked up, days that it has not are none."""
    if grain in GRAINS:
        return query, statement.forms.truncated(at[0].copy(), at[1], grain)
    part, date_column, grain_column = calendar_of(statement, grain)
    part.set("alias", exp.TableAlias(this=identifier("calendar")))
    listed = exp.EQ(this=column(date_column, "calendar"), expression=at[0].copy())
    return query.join(part, on=listed, join_type="inner"), column(grain_column, "calendar")


def grain_of(spine: Spine) -> str | None:
    """A spine's grain, where it is a built-in one of a day or more."""
    return spine.grain if spine.grain in GRAINS and spine.grain not in SUB_DAY else None


def contexts_of(spine: Spine) -> list[Context]:
    """Those through which a nested spine sees the periods that are asked for, its own first."""
    own = [spine.context] if spine.context is not None else []
    return own + (contexts_of(spine.outer) if spine.outer is not None else [])


def reaches_back(spine: Spine) -> bool:
    """Whether a window goes back to the first row, before the range that is asked for."""
    return any(isinstance(context.window, RunningWindow) for context in contexts_of(spine))


def _days_back(context: Context) -> int:
    """The most days that a window begins before its period does."""
    match context.window:
        case TrailingWindow(amount=amount, unit=unit):
            return longest_days(unit, amount)
        case ToDateWindow(grain=grain):
            return longest_days(grain, 1) if grain in GRAINS else 400
        case RunningWindow() | None:
            return 0


def opens_below(spine: Spine) -> bool:
    """Whether the days inside begin with the first row: nothing says from when on these are asked for."""
    return reaches_back(spine) or (
        spine.interval.start is None
        and spine.outer is not None
        and spine.outer.grain is None
        and not any(context.window for context in contexts_of(spine))
    )


def _atom_edges(
    statement: Statement, spine: Spine, outer: Periods | None, data: Extent, atom: str
) -> tuple[E, E]:
    """A first and last day wide enough for all that the outer periods can see through the context."""
    forms, contexts, interval = statement.forms, contexts_of(spine), spine.interval
    shifts = [shift for context in contexts for shift in context.shifts]
    reach = sum(longest_days(unit, max(amount, 0)) for amount, unit in shifts)
    back = sum(longest_days(unit, max(-amount, 0)) for amount, unit in shifts)
    before, after = reach + sum(_days_back(context) for context in contexts) + 1, back + 1
    kind: Kind = "timestamp" if atom in SUB_DAY else "date"
    around = _extent_of_outer(statement, outer) if outer is not None and not interval.bounded else data
    if opens_below(spine):
        cut = grain_of(spine)
        first = data.first() if cut is None else forms.truncated(data.first(), "date", cut)
        first = forms.instant(first, "date") if kind == "timestamp" else first
    elif interval.start is not None:
        first = literal(forms, floor(moved(interval.start, -before, "day"), "day", forms.calendar), kind)
    else:
        first = forms.add(around.first(), "date", whole(-before), "day")
        first = forms.instant(first, "date") if kind == "timestamp" else first
    if interval.end is not None:
        last = literal(forms, moved(floor(interval.end, "day", forms.calendar), after, "day"), kind)
    else:
        last = forms.add(around.last(), "date", whole(after), "day")
        last = forms.instant(last, "date") if kind == "timestamp" else last
    return first, last


def _extent_of_outer(statement: Statement, outer: Periods) -> Extent:
    """The days from the first outer period to the last."""
    forms = statement.forms
    days: list[E] = [column(STARTS), column(ENDS)]
    if outer.kind == "timestamp":
        days = [forms.truncated(day, "timestamp", "day") for day in days]
    ends: list[E] = [exp.Min(this=days[0]), exp.Max(this=days[1])]
    names = ("first_period", "last_period")
    query = exp.Select(expressions=[named(e, n) for e, n in zip(ends, names, strict=True)])
    return Extent(
        statement.add("extent", query.from_(table(outer.name)), "from the first to the last of these")
    )
