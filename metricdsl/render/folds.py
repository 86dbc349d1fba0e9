"""A pass for speed: rows are first folded to days (or weeks, months), and these placed in periods.

What is asked of windows, of earlier periods and of `per day` then reads each row once. It changes no
number: only aggregates that can be told from partial results are folded, or values that move as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlglot import exp

from metricdsl.functions.aggregates import (
    AggregateCall,
    Merge,
    Partial,
    merged,
    partials,
)  # fmt: skip
from metricdsl.functions.forms import E, all_of, column, whole
from metricdsl.model.meaning import Measure, RunningWindow, ToDateWindow, TrailingWindow
from metricdsl.plan.nodes import Cell
from metricdsl.plan.periods import Interval, floor, longest_days, moved
from metricdsl.plan.scans import Scan
from metricdsl.render import seen
from metricdsl.render.extents import periods_of
from metricdsl.render.frame import Frame, Read
from metricdsl.render.placing import within_extent
from metricdsl.render.reading import grouped, measure_sql, scan_keys, scan_select
from metricdsl.render.rows import Rows
from metricdsl.render.spine import contexts_of
from metricdsl.render.statement import named, table
from metricdsl.render.stocks import moves_whole, stock_foldable, stock_select
from metricdsl.render.time import Timed, in_window, inside, literal, shifted
from metricdsl.types import GRAINS, MONTHS, SUB_DAY

ENABLED = True
"""Off in the tests that show that passes change no number."""


def folded(frame: Frame, scans: list[Scan]) -> Iterator[tuple[Scan, exp.Select]]:
    """Each scan with its SELECT. A scan may come in two: what can be folded, and what cannot."""
    groups: dict[tuple[object, ...], list[Scan]] = {}
    for scan in scans:
        key: tuple[object, ...] = (scan.entity, scan.axis, scan.keys, scan.filters, scan.present)
        if not _foldable(frame, scan):
            key = (id(scan),)
        groups.setdefault(key, []).append(scan)
    for group in groups.values():
        if ENABLED and stock_foldable(frame, group[0]):
            yield group[0], stock_select(frame, group[0])
            continue
        atom = _atom(frame, group) if _foldable(frame, group[0]) and _worthwhile(frame, group) else None
        if atom is None:
            yield from ((scan, scan_select(frame, scan)[0]) for scan in group)
        else:
            yield from Fold(frame, group, atom).placed()


def _foldable(frame: Frame, scan: Scan) -> bool:
    timed = frame.timed and not scan.context.whole
    dated = scan.axis is not None and not scan.untimed
    return ENABLED and timed and scan.stock is None and dated and not scan.context.aligned


def _worthwhile(frame: Frame, group: list[Scan]) -> bool:
    return frame.nested or len(group) > 1 or any(s.context.window for s in group)


def _atom(frame: Frame, group: list[Scan]) -> str | None:
    """The coarsest stretch that no window, shift or bound cuts; None for hours and custom calendars."""
    spine = frame.spine
    units = [unit for s in group for _, unit in s.context.shifts]
    grains = [spine.grain] if spine.grain is not None else []
    if frame.nested and spine.outer is not None and spine.outer.grain is not None:
        grains.append(spine.outer.grain)
    for scan in group:
        match scan.context.window:
            case TrailingWindow(unit=unit):
                units.append(unit)
            case ToDateWindow(grain=grain):
                grains.append(grain)
            case RunningWindow() | None:
                pass
    if any(g not in GRAINS for g in grains) or SUB_DAY & {*units, *grains}:
        return None
    bounds = [b for b in (spine.interval.start, spine.interval.end) if b is not None]
    calendar = frame.statement.forms.calendar
    for atom, fits in (("month", frozenset(MONTHS)), ("week", frozenset({"week"}))):
        aligned = all(floor(b, atom, calendar) == b for b in bounds)
        if aligned and not frame.nested and {*units, *grains} <= fits:
            return atom
    return "day"


@dataclass(frozen=True, slots=True)
class Kept:
    """How a cell is told from the columns of a fold: one column, or two as a fraction."""

    names: tuple[str, ...]
    merges: tuple[Merge, ...]


class Fold:
    """The scans of one entity, axis, groups and filters, read from one pass over its rows."""

    def __init__(self, frame: Frame, group: list[Scan], atom: str) -> None:
        self.frame, self.group, self.atom = frame, group, atom
        self.forms = frame.statement.forms
        self.exact = (
            atom == frame.spine.grain and not frame.nested and all(moves_whole(s, atom) for s in group)
        )

    def placed(self) -> Iterator[tuple[Scan, exp.Select]]:
        kept: dict[str, Kept] = {}
        columns: dict[str, E] = {}
        rows = Rows(self.frame.statement, self.group[0].entity, axis=self.group[0].axis)
        keys = scan_keys(self.frame, rows, self.group[0])
        taken: dict[Measure, Kept] = {}
        for scan in self.group:
            for cell in scan.cells:
                found = self._keep(rows, cell, columns, taken)
                if found is not None:
                    kept[cell.name] = found
        folded = [replace(s, cells=tuple(c for c in s.cells if c.name in kept)) for s in self.group]
        left = [replace(s, cells=tuple(c for c in s.cells if c.name not in kept)) for s in self.group]
        if any(f.cells or not s.cells for f, s in zip(folded, self.group, strict=True)):
            name = self._part(rows, keys, columns)
            for scan, whole_scan in zip(folded, self.group, strict=True):
                if scan.cells or not whole_scan.cells:
                    yield scan, self._place(scan, name, kept)
        for scan in left:
            if scan.cells:
                yield from self._unfolded(scan)

    def _keep(self, rows: Rows, cell: Cell, columns: dict[str, E], taken: dict[Measure, Kept]) -> Kept | None:
        """Add what a cell needs to the fold's columns; None where only the rows tell it."""
        measure = cell.measure
        assert isinstance(measure, Measure)
        if measure not in taken:
            if self.exact:
                found: list[Partial] | None = [
                    Partial(measure_sql(self.frame, rows, cell, self.group[0]), "max")
                ]
            else:
                condition = rows.sql(measure.condition) if measure.condition is not None else None
                kinds = tuple(a.type.kind for a in measure.arguments)
                arguments = tuple(rows.sql(a) for a in measure.arguments)
                call = AggregateCall(arguments, kinds, condition, measure.distinct, ())
                found = partials(measure.function, self.forms, call)
            if found is None:
                return None
            names = [cell.name] if len(found) == 1 else [f"{cell.name}_above", f"{cell.name}_below"]
            columns |= {n: p.value for n, p in zip(names, found, strict=True)}
            taken[measure] = Kept(tuple(names), tuple(p.merge for p in found))
        return taken[measure]

    def _part(self, rows: Rows, keys: list[tuple[str, E]], columns: dict[str, E]) -> str:
        """The fold itself: one row for each atom and group."""
        axis = self.group[0].axis
        assert axis is not None
        at = (rows.sql(axis), axis.type.kind)
        start = self.forms.truncated(at[0].copy(), at[1], self.atom)
        conditions = [*inside(self.forms, at, self._reach()), *[rows.sql(f) for f in self.group[0].filters]]
        conditions += [
            exp.Not(this=exp.Is(this=rows.sql(v), expression=exp.Null())) for v in self.group[0].present
        ]
        query = rows.select()
        grouped(query, [(self._at, start), *keys], columns, conditions)
        word = f"{self.group[0].entity}_by_{self.atom}"
        comment = f"{', '.join(columns) or 'groups'} of each {self.atom}"
        name = self.frame.statement.add(word, query, comment)
        if self._reach() == self.frame.spine.interval == Interval() and not self.group[0].present:
            read = Read(name, self._at, self.atom, self.group[0].keys)
            key = (self.group[0].entity, axis, self.group[0].filters)
            self.frame.read_by_time.setdefault(key, read)
        return name

    @property
    def _at(self) -> str:
        return "starting_" + self.atom

    def _reach(self) -> Interval:
        """An interval wide enough for all that the scans can see."""
        interval = self.frame.spine.interval
        start, end = interval.start, interval.end
        contexts = [s.context for s in self.group]
        if self.frame.nested:
            around = contexts_of(self.frame.spine)
            if any(c.window for c in (*contexts, *around)):
                return Interval()
            moves = tuple(shift for c in around for shift in c.shifts)
            contexts = [replace(c, shifts=(*c.shifts, *moves)) for c in contexts]
        back = forward = 0
        for context in contexts:
            days = sum(longest_days(u, max(n, 0)) for n, u in context.shifts)
            forward = max(forward, sum(longest_days(u, max(-n, 0)) for n, u in context.shifts))
            match context.window:
                case TrailingWindow(amount=amount, unit=unit):
                    days += longest_days(unit, amount)
                case ToDateWindow(grain=grain):
                    days += longest_days(grain, 1)
                case RunningWindow():
                    start = None
                case None:
                    pass
            back = max(back, days)
        if start is not None and back:
            start = moved(floor(start, "day", self.forms.calendar), -back, "day")
        if end is not None and forward:
            end = moved(end, forward, "day")
        return Interval(start, end)

    # --- placing the fold's rows ------------------------------------------------------------------

    def _place(self, scan: Scan, name: str, kept: dict[str, Kept]) -> exp.Select:
        """A scan's SELECT over the fold's rows."""
        keys: list[tuple[str, E]] = [
            (c, column(c, name)) for c in self.frame.key_columns(self.frame.level(scan.context)[0])
        ]
        cells = {c.name: self._merged(kept[c.name], name) for c in scan.cells}
        at = shifted(self.forms, (column(self._at, name), "date"), scan.context.shifts)
        query = exp.Select().from_(table(name))
        if scan.context.window is None and not self.frame.nested:
            return self._direct(scan, query, at, keys, cells, name, kept)
        if self._runs(scan, kept):
            return self._running(scan, query, at, keys, cells, kept)
        return self._windowed(scan, query, name, keys, cells)

    def _merged(self, kept: Kept, name: str) -> E:
        values = [merged(m, column(n, name)) for n, m in zip(kept.names, kept.merges, strict=True)]
        return values[0] if len(values) == 1 else self.forms.divide(values[0], values[1])

    def _direct(
        self, scan: Scan, query: exp.Select, at: Timed, keys: list[tuple[str, E]], cells: dict[str, E],
        name: str, kept: dict[str, Kept],
    ) -> exp.Select:  # fmt: skip
        grain = self.frame.spine.grain
        assert grain is not None
        period = at[0] if grain == self.atom else self.forms.truncated(at[0].copy(), at[1], grain)
        conditions = inside(self.forms, at, self.frame.spine.interval)
        if scan.context.shifts:
            conditions += within_extent(self.frame, period, period)
        if not self.exact:
            grouped(query, [(grain, period), *keys], cells, conditions)
            return query
        # Every row of the fold is a whole period of a group: it moves as it is.
        plain = {c.name: column(kept[c.name].names[0], name) for c in scan.cells}
        values = [(grain, period), *keys, *plain.items()]
        query.set("expressions", [named(v, n) for n, v in values])
        where = all_of(conditions)
        return query.where(where) if where is not None else query

    def _runs(self, scan: Scan, kept: dict[str, Kept]) -> bool:
        """Whether a running total can be added up over the answer's periods."""
        simple = all(len(kept[c.name].names) == 1 for c in scan.cells)
        return isinstance(scan.context.window, RunningWindow) and self._dense(scan) and simple

    def _dense(self, scan: Scan) -> bool:
        """Whether all periods of every group are in the answer, so that values can be added up over them."""
        frame = self.frame
        return not frame.nested and not frame.block.per and frame.level(scan.context) == frame.base

    def _running(
        self, scan: Scan, query: exp.Select, at: Timed, keys: list[tuple[str, E]], cells: dict[str, E],
        kept: dict[str, Kept],
    ) -> exp.Select:  # fmt: skip
        grain, interval = self.frame.spine.grain, self.frame.spine.interval
        assert grain is not None
        period = at[0] if grain == self.atom else self.forms.truncated(at[0].copy(), at[1], grain)
        conditions: list[E] = [exp.Not(this=exp.Is(this=at[0].copy(), expression=exp.Null()))]
        conditions += inside(self.forms, at, Interval(None, interval.end))
        if interval.start is not None:
            first = literal(self.forms, floor(interval.start, grain, self.forms.calendar), "date")
            period = exp.Greatest(this=period, expressions=[first])
        elif scan.context.shifts:
            conditions += within_extent(self.frame, period, period)
        self.frame.running |= {c.name: kept[c.name].merges[0] for c in scan.cells}
        grouped(query, [(grain, period), *keys], cells, conditions)
        return query

    def _windowed(
        self, scan: Scan, query: exp.Select, name: str, keys: list[tuple[str, E]], cells: dict[str, E]
    ) -> exp.Select:
        pairs = self._pairs(scan, name)
        periods: list[tuple[str, E]] = [(c, column(c, pairs)) for c in periods_of(self.frame).columns]
        on = exp.EQ(this=column(self._at, name), expression=column("seen", pairs))
        query = query.join(table(pairs), on=on, join_type="inner")
        grouped(query, [*periods, *keys], cells, [])
        return query

    def _pairs(self, scan: Scan, fold: str) -> str:
        """The part that says which atoms each period sees, so that rows find their periods by equality."""
        statement, context = self.frame.statement, scan.context
        periods = periods_of(self.frame)
        key = ("pairs", fold, periods.name, context.shifts, context.window)
        made = statement.made(key)
        if made is not None:
            return made
        atoms = statement.made(("atoms", fold)) or self._atoms(fold)
        at = shifted(self.forms, (column("seen", atoms), "date"), context.shifts)
        on = all_of(in_window(statement, at, periods, context))
        query = exp.Select(
            expressions=[column("seen", atoms), *(column(c, periods.name) for c in periods.columns)]
        )
        query = query.from_(table(periods.name)).join(table(atoms), on=on, join_type="inner")
        return statement.add(
            f"{self.atom}s_seen", query, f"which {self.atom}s each {periods.columns[-1]} sees", key=key
        )

    def _atoms(self, fold: str) -> str:
        """The distinct atoms that have rows."""
        query = exp.Select(expressions=[named(column(self._at, fold), "seen")]).from_(table(fold))
        query.set("distinct", exp.Distinct())
        return self.frame.statement.add(f"{self.atom}s_with_rows", query, key=("atoms", fold))

    # --- distinct values --------------------------------------------------------------------------

    def _unfolded(self, scan: Scan) -> Iterator[tuple[Scan, exp.Select]]:
        """Distinct counts over windows from the distinct values of each atom; all else from the rows."""
        wide = scan.context.window is not None or self.frame.nested
        rest = []
        for cell in scan.cells:
            measure = cell.measure
            assert isinstance(measure, Measure)
            if wide and measure.distinct and measure.function == "count" and len(measure.arguments) == 1:
                yield self._distinct(replace(scan, cells=(cell,)), measure)
            else:
                rest.append(cell)
        if rest:
            plain = replace(scan, cells=tuple(rest))
            yield plain, scan_select(self.frame, plain)[0]

    def _distinct(self, scan: Scan, measure: Measure) -> tuple[Scan, exp.Select]:
        rows = Rows(self.frame.statement, scan.entity, axis=scan.axis)
        keys = scan_keys(self.frame, rows, scan)
        condition = rows.sql(measure.condition) if measure.condition is not None else None
        value = self.forms.filtered(rows.sql(measure.arguments[0]), condition)
        name = self._part(rows, [*keys, ("value", value)], {})
        own_keys: list[tuple[str, E]] = [(k, column(k, name)) for k, _ in keys]
        if self._runs(replace(scan, cells=()), {}):
            return scan, self._first_seen(scan, name, own_keys)
        if seen.ENABLED and scan.context.window is not None and self._dense(scan):
            keys_kept = [k for k, _ in keys]
            pairs = self._pairs(scan, name)
            return scan, seen.counted_in_sight(self.frame, scan, name, self._at, pairs, keys_kept)
        counted = exp.Count(this=exp.Distinct(expressions=[column("value", name)]))
        query = exp.Select().from_(table(name))
        return scan, self._windowed(scan, query, name, own_keys, {scan.cells[0].name: counted})

    def _first_seen(self, scan: Scan, name: str, keys: list[tuple[str, E]]) -> exp.Select:
        """A running distinct count: each value counts where it is first seen."""
        statement = self.frame.statement
        first = exp.Select(
            expressions=[
                named(exp.Min(this=column(self._at, name)), self._at),
                *(v for _, v in keys),
                column("value", name),
            ]
        ).from_(table(name))
        first.set("group", exp.Group(expressions=[whole(i + 2) for i in range(len(keys) + 1)]))
        firsts = statement.add(f"{scan.entity}_first_seen", first, "when each value was first seen")
        cell = scan.cells[0].name
        kept = {cell: Kept(("value",), ("sum",))}
        at = shifted(self.forms, (column(self._at, firsts), "date"), scan.context.shifts)
        own: list[tuple[str, E]] = [(k, column(k, firsts)) for k, _ in keys]
        counted: dict[str, E] = {cell: exp.Count(this=column("value", firsts))}
        query = exp.Select().from_(table(firsts))
        return self._running(scan, query, at, own, counted, kept)
