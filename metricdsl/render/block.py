"""A block to the part of a statement that holds its rows: scans, stacked, regrouped."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from metricdsl.functions.aggregates import AGGREGATES, AggregateCall, Merge, merged
from metricdsl.functions.forms import E, all_of, column, identifier, paren, whole
from metricdsl.model.meaning import Computed, Measure, ToDateWindow, Truncated, Value
from metricdsl.model.rows import RowScope
from metricdsl.plan.nodes import Block, Cell, Context, Key, PerCell, Ranking
from metricdsl.plan.periods import Interval
from metricdsl.plan.scans import Members, PerScan, Scan, is_base, members, presence, scans
from metricdsl.render.folds import placed
from metricdsl.render.rows import Rows, aggregate
from metricdsl.render.statement import Statement, named, table
from metricdsl.render.time import (
    Extent,
    Periods,
    alive,
    bound_kind,
    in_window,
    inside,
    landing,
    literal,
    nested_periods,
    spine_periods,
    window_bounds,
    windowed,
)  # fmt: skip
from metricdsl.types import GRAINS, SUB_DAY, Kind

LEVEL, MEMBER, SHOWN = "level", "is_member", "is_shown"
Level = tuple[frozenset[int], bool, bool]
"""The keys kept, whether the period is dropped, whether the filters are."""


@dataclass(eq=False)
class BlockSql:
    """Builds one block. `domain` is the part with the groups of the block around it, for `per GRAIN`."""

    statement: Statement
    block: Block
    outer_periods: Periods | None = None
    domain: str | None = None
    top_lists: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        environment = self.statement.environment
        self.scans = scans(self.block, environment)
        self.presence = presence(self.block, self.scans, environment)
        self.members = members(self.block, environment)
        self.spine = self.block.spine
        self.nested = self.spine.outer is not None
        self.timed = self.spine.grain is not None
        self.levels = self._levels()
        self._periods: Periods | None = None
        self._extents: dict[tuple[str, bool], Extent] = {}
        self.running: dict[str, Merge] = {}
        self._own_time: dict[tuple[object, ...], str] = {}
        self.hides = any(c.hidden for c in self.block.cells)

    # --- shape ------------------------------------------------------------------------------------

    @property
    def base(self) -> Level:
        return frozenset(range(len(self.block.keys))), False, False

    def level(self, context: Context) -> Level:
        if not self.block.keys and not self.timed:
            return self.base  # without groups there is one row, whatever the context
        keep = frozenset(range(len(self.block.keys))) if context.keep is None else context.keep
        return keep, context.whole, context.unfiltered

    def _levels(self) -> list[Level]:
        found = [self.base]
        contexts = [c.context for c in self.block.cells]
        contexts += [Context(keep=r.keep, whole=r.whole) for r in self.block.rankings]
        for context in contexts:
            if self.level(context) not in found:
                found.append(self.level(context))
        return found

    def direct(self) -> Scan | PerScan | None:
        """The one scan that the whole block is, where nothing has to be stacked on it."""
        simple = len(self.scans) == 1 and not self.presence and not self.members and not self.timed
        if simple and len(self.levels) == 1 and is_base(self.scans[0].context, self.block):
            only = self.scans[0]
            if isinstance(only, PerScan) and self.block.keys:
                return None
            return only
        return None

    def period_columns(self) -> tuple[str, ...]:
        if not self.timed:
            return ()
        if self.nested:
            above = self.outer_periods.columns if self.outer_periods is not None else ()
            return (*above, self.spine.column)
        assert self.spine.grain is not None
        return (self.spine.grain,)

    def key_columns(self, indexes: frozenset[int] | None = None) -> list[str]:
        """The columns of the kept keys; one whose other members become Other has two."""
        columns: list[str] = []
        for i, key in enumerate(self.block.keys):
            if indexes is None or i in indexes:
                columns += [other_flag(key), key.name] if key.top else [key.name]
        return columns

    # --- periods ----------------------------------------------------------------------------------

    def periods(self) -> Periods:
        """The block's periods as a part, made when first needed."""
        if self._periods is None:
            if self.nested:
                extent = self._extent("day", wide=True)
                self._periods = nested_periods(
                    self.statement, self.spine, self.outer_periods, extent, self.statement.as_of
                )
            else:
                assert self.spine.grain is not None
                grains = {
                    c.context.window.grain
                    for c in self.block.cells
                    if isinstance(c.context.window, ToDateWindow)
                }
                extent = self._extent(self.spine.grain, wide=False)
                self._periods = spine_periods(
                    self.statement, self.spine, extent, grains, self._needs_bounds()
                )
        return self._periods

    def _needs_bounds(self) -> bool:
        """Whether anything looks at where periods start and end, not only which there are."""
        return any(
            isinstance(m, PerCell) or m.stock is not None or c.context.window is not None
            for c, m in ((c, c.measure) for c in self.block.cells)
        )

    def _extent(self, grain: str, wide: bool) -> Extent:
        """Where the range is open: the first and last period in which a row of any leaf falls."""
        if (grain, wide) not in self._extents:
            self._extents[(grain, wide)] = self._made_extent(grain, wide)
        return self._extents[(grain, wide)]

    def _made_extent(self, grain: str, wide: bool) -> Extent:
        if self.spine.interval.bounded and not (wide and self._reaches_back()):
            return Extent(None)
        selects: list[exp.Select] = []
        seen: set[object] = set()
        for measure in all_measures(self.block, shown=True):
            selected = self._measure_extent(measure, grain, seen)
            if selected is not None:
                selects.append(selected)
        if not selects:
            return Extent(None)
        union: exp.Query = selects[0]
        for other in selects[1:]:
            union = exp.Union(this=union, expression=other, distinct=False)
        source = exp.Subquery(this=union, alias=exp.TableAlias(this=identifier("extents")))
        query = exp.Select(
            expressions=[
                named(exp.Min(this=column("first_period", "extents")), "first_period"),
                named(exp.Max(this=column("last_period", "extents")), "last_period"),
            ]
        ).from_(source)
        return Extent(self.statement.add("extent", query, f"the first and last {grain} with rows"))

    def _reaches_back(self) -> bool:
        from metricdsl.model.meaning import RunningWindow

        context = self.spine.context
        return context is not None and isinstance(context.window, RunningWindow)

    def _measure_extent(self, measure: Measure, grain: str, seen: set[object]) -> exp.Select | None:
        from dataclasses import replace

        from metricdsl.plan.scans import scan_of

        environment = self.statement.environment
        plain = replace(measure, filters=(), stock=None)
        entity = environment.definitions.entity(measure.entity)
        if measure.stock is not None:
            name = entity.lifetime.start if entity.lifetime else entity.snapshot
            assert name is not None
            plain = replace(plain, axis=RowScope(environment, measure.entity).field(name, measure.span))
            block = replace(self.block, axis=None, keys=())
        else:
            block = replace(self.block, keys=())
        scan = scan_of(plain, Context(), block, environment, ())
        if (scan.entity, scan.axis, scan.filters) in seen:
            return None
        seen.add((scan.entity, scan.axis, scan.filters))
        read = self._own_time.get((scan.entity, scan.axis, scan.filters))
        if read is not None and grain == self.spine.grain:
            period = column(grain, read)
            query = exp.Select().from_(table(read))
            query.set("expressions", [named(exp.Min(this=period), "first_period"),
                                      named(exp.Max(this=period.copy()), "last_period")])  # fmt: skip
            return query
        rows = Rows(self.statement, scan.entity, axis=scan.axis)
        assert scan.axis is not None
        at = landing(rows, scan.axis, ())
        conditions = [
            *[rows.sql(f) for f in scan.filters],
            *inside(self.statement.forms, at, self.spine.interval),
        ]
        if grain in GRAINS:  # truncation keeps the order: it is enough to truncate the first and the last
            ends = [self._truncated(rows, (make(this=at[0].copy()), at[1]), grain) for make in (exp.Min, exp.Max)]
        else:
            period = self._truncated(rows, at, grain)
            ends = [exp.Min(this=period), exp.Max(this=period.copy())]
        query = rows.select()
        query.set("expressions", [named(ends[0], "first_period"), named(ends[1], "last_period")])
        return query.where(*conditions) if conditions else query

    def _truncated(self, rows: Rows, at: tuple[E, Kind], grain: str) -> E:
        if grain not in GRAINS:
            return rows.calendar(self.statement.forms.day(*at), grain)
        return self.statement.forms.truncated(at[0].copy(), at[1], grain)

    # --- scans ------------------------------------------------------------------------------------

    def scan_select(self, scan: Scan, finished: bool = False) -> tuple[exp.Select, dict[str, E]]:
        """A scan's SELECT, with its periods, keys and cells; and each cell's expression by name."""
        rows = Rows(self.statement, scan.entity, axis=scan.axis)
        definition = rows.definition
        rows.until = scan.stock is not None and definition.lifetime is None
        keys = self._scan_keys(rows, scan)
        cells = {c.name: self._measure_sql(rows, c, scan) for c in scan.cells}
        conditions = [rows.sql(f) for f in scan.filters]
        conditions += [exp.Not(this=exp.Is(this=rows.sql(v), expression=exp.Null())) for v in scan.present]
        if scan.untimed:
            assert scan.axis is not None
            conditions.append(exp.Is(this=paren(rows.sql(scan.axis)), expression=exp.Null()))
        period_columns, join, timing = self._placed(rows, scan)
        conditions = [*timing, *conditions]
        query = rows.select()
        if join is not None:
            query.append("joins", join)
        self._finish(query, [*period_columns, *keys], cells if not finished else {}, conditions)
        return query, cells

    @staticmethod
    def _finish(
        query: exp.Select, groups: list[tuple[str, E]], cells: dict[str, E], conditions: list[E]
    ) -> None:
        expressions = [named(value, name) for name, value in [*groups, *cells.items()]]
        query.set("expressions", expressions or [named(whole(1), "present")])
        where = all_of(conditions)
        if where is not None:
            query.set("where", exp.Where(this=where))
        if groups:
            query.set("group", exp.Group(expressions=[whole(i + 1) for i in range(len(groups))]))

    def _scan_keys(self, rows: Rows, scan: Scan | Members) -> list[tuple[str, E]]:
        result: list[tuple[str, E]] = []
        for key, value in zip(self.block.keys, scan.keys, strict=True):
            if value is None:
                continue
            if isinstance(value, Truncated) and value.grain not in GRAINS:
                sql = rows.calendar(rows.sql(value.moment), value.grain)
            else:
                sql = rows.sql(value)
            result += self._with_other(rows, key, sql) if key.top else [(key.name, sql)]
        return result

    def _with_other(self, rows: Rows, key: Key, value: E) -> list[tuple[str, E]]:
        """A key whose members outside the top list become one."""
        assert key.top is not None
        part = self.top_lists[key.top]
        alias = rows._free_alias("best")
        rows._aliases[("", "top", part)] = alias
        source = exp.Table(this=identifier(part), alias=exp.TableAlias(this=identifier(alias)))
        on = exp.NullSafeEQ(this=column(key.name, alias), expression=value)
        rows._joins.append((None, exp.Join(this=source, side="LEFT", on=on)))
        outside = exp.Is(this=column("place", alias), expression=exp.Null())
        flag = exp.Case(ifs=[exp.If(this=outside, true=whole(1))], default=whole(0))
        kept = exp.Case(ifs=[exp.If(this=exp.Not(this=outside.copy()), true=value.copy())])
        return [(other_flag(key), flag), (key.name, kept)]

    def _measure_sql(self, rows: Rows, cell: Cell, scan: Scan) -> E:
        measure = cell.measure
        assert isinstance(measure, Measure)
        condition = rows.sql(measure.condition) if measure.condition is not None else None
        return aggregate(
            self.statement, rows, measure.function, measure.arguments, measure.distinct, condition, scan.axis
        )

    def _placed(self, rows: Rows, scan: Scan) -> tuple[list[tuple[str, E]], exp.Join | None, list[E]]:
        """How a scan's rows come to periods: period columns, the join to the periods, and conditions."""
        forms, context = self.statement.forms, scan.context
        timed = self.timed and not context.whole
        cut = self._aligned(rows, scan)
        if scan.stock is not None:
            if not timed:
                return [], None, [*self._stock_now(rows, scan), *cut]
            periods = self.periods()
            start, end = window_bounds(self.statement, periods, context)
            on = alive(self.statement, rows, scan, start, end)
            return self._from_periods(periods), exp.Join(this=table(periods.name), on=on), cut
        if scan.axis is None:
            return [], None, []
        at = landing(rows, scan.axis, context.shifts)
        if not timed:
            return [], None, [*inside(forms, at, windowed(self.spine.interval, context, forms)), *cut]
        if context.window is None and not self.nested:
            grain = self.spine.grain
            assert grain is not None
            period = self._truncated(rows, at, grain)
            clipped = self._clipped(period) if context.shifts else []
            return [(grain, period)], None, [*inside(forms, at, self.spine.interval), *clipped, *cut]
        periods = self.periods()
        on = all_of(in_window(self.statement, at, periods, context))
        return self._from_periods(periods), exp.Join(this=table(periods.name), on=on), cut

    def _clipped(self, period: E) -> list[E]:
        """Where the range is open, moved rows count in the periods that unmoved rows span, no others."""
        interval = self.spine.interval
        if interval.bounded:
            return []
        assert self.spine.grain is not None
        extent = self._extent(self.spine.grain, wide=False)
        within: list[E] = []
        if interval.start is None:
            within.append(exp.GTE(this=period.copy(), expression=extent.first()))
        if interval.end is None:
            within.append(exp.LTE(this=period.copy(), expression=extent.last()))
        untimed = exp.Is(this=period.copy(), expression=exp.Null())
        inside_spine = all_of(within)
        assert inside_spine is not None
        return [exp.Paren(this=exp.Or(this=untimed, expression=exp.Paren(this=inside_spine)))]

    @staticmethod
    def _from_periods(periods: Periods) -> list[tuple[str, E]]:
        return [(name, column(name, periods.name)) for name in periods.columns]

    def _stock_now(self, rows: Rows, scan: Scan) -> list[E]:
        """A stock without periods: at the bounds of the range, or at the as-of instant."""
        forms, as_of = self.statement.forms, self.statement.as_of
        interval = windowed(self.spine.interval, scan.context, forms)
        end_of_day = interval.end if interval.end is not None else as_of.end
        start_of_day = interval.start
        if (
            interval.end is None
            and interval.start is None
            and scan.stock == "during"
            and scan.context.window is None
        ):
            start_of_day = end_of_day
        kind: Kind = "date"
        end = (literal(forms, end_of_day, kind), kind)
        start = (literal(forms, start_of_day, kind), kind) if start_of_day is not None else None
        if start_of_day == end_of_day:
            # `during` an instant: alive just before it.
            from dataclasses import replace

            return [alive(self.statement, rows, replace(scan, stock="end"), None, end)]
        return [alive(self.statement, rows, scan, start, end)]

    def _aligned(self, rows: Rows, scan: Scan) -> list[E]:
        """Only what has happened by the end of the as-of day, in moved time."""
        if not scan.context.aligned:
            return []
        forms = self.statement.forms
        if scan.stock is not None or scan.axis is None:
            return []
        at = landing(rows, scan.axis, scan.context.shifts)
        (happened,) = inside(forms, at, Interval(None, self.statement.as_of.end))
        untimed = exp.Is(this=at[0].copy(), expression=exp.Null())
        return [exp.Paren(this=exp.Or(this=happened, expression=untimed))]

    # --- nested blocks ----------------------------------------------------------------------------

    def per_select(self, scan: PerScan) -> tuple[exp.Select, dict[str, E]]:
        """The SELECT that aggregates a nested block's rows, and each cell's expression by name."""
        timed = self.timed and not scan.context.whole
        by_grain = scan.block.spine.outer is not None
        periods = self.periods() if by_grain and timed else self._periods
        domain = self._domain(scan) if by_grain and self.block.keys else None
        inner = BlockSql(
            self.statement, scan.block, periods if by_grain and timed else self._shared_periods(scan), domain,
            self.top_lists,
        )  # fmt: skip
        if not by_grain and self.nested:
            inner.outer_periods, inner.domain = self.outer_periods, self.domain
        if not by_grain and timed:
            inner._periods_from(self)
        part = inner.part()
        own = inner.values(part)
        columns = self.period_columns() if timed else ()
        groups: list[tuple[str, E]] = [(c, column(c, part)) for c in columns]
        for key, position in zip(self.block.keys, scan.keys, strict=True):
            if position is None:
                continue
            if key.top:
                groups.append((other_flag(key), column(other_flag(key), part)))
            groups.append((key.name, column(key.name, part)))
        conditions = inner.kept_rows(part)
        cells = {c.name: self._per_sql(c, own) for c in scan.cells}
        query = exp.Select().from_(table(part))
        self._finish(query, groups, cells, conditions)
        return query, cells

    def _shared_periods(self, scan: PerScan) -> Periods | None:
        return None

    def _periods_from(self, outer: BlockSql) -> None:
        """The same spine as the block around: its periods are made once."""
        self.periods = outer.periods  # type: ignore[method-assign]  # one object's periods stand for the other's

    def kept_rows(self, part: str) -> list[E]:
        """The rows of this nested block that count: keys that are not null, members that exist, its own level."""
        conditions: list[E] = []
        if len(self.levels) > 1:
            conditions.append(exp.EQ(this=column(LEVEL, part), expression=whole(0)))
        own = len(self.block.keys) - sum(1 for k in self.block.per if k.kind != "grain")
        for key in self.block.keys[own:]:
            conditions.append(exp.Not(this=exp.Is(this=column(key.name, part), expression=exp.Null())))
        if any(m.marks for m in self.members):
            conditions.append(exp.EQ(this=column(MEMBER, part), expression=whole(1)))
        return conditions

    def _per_sql(self, cell: Cell, inner: Values) -> E:
        measure = cell.measure
        assert isinstance(measure, PerCell)
        arguments = tuple(inner.sql(v) for v in (measure.value, *measure.arguments))
        kinds = tuple(v.type.kind for v in (measure.value, *measure.arguments))
        call = AggregateCall(arguments, kinds, None, measure.distinct, ())
        return AGGREGATES[measure.function].sql(self.statement.forms, call)

    # --- the whole block --------------------------------------------------------------------------

    def part(self) -> str:
        """The name of the part with the block's rows: level, periods, keys, cells and ranks."""
        parts = self._scan_parts()
        rows = self._stack_rows(parts)
        if len(rows) == 1 and len(parts) == 1 and len(self.levels) == 1:
            return self._ranked(parts[0][1])  # one scan is all there is: its rows are the block's
        grouped = self._regrouped(rows)
        return self._ranked(self._broadcast(self._run(grouped)))

    def _scan_parts(self) -> list[tuple[Scan | PerScan, str]]:
        """Each scan as a part. `per GRAIN` comes last: it needs to know the groups."""
        result: list[tuple[Scan | PerScan, str]] = []
        ordered: list[Scan | PerScan] = [s for s in (*self.scans, *self.presence) if isinstance(s, Scan)]
        per = [s for s in self.scans if isinstance(s, PerScan)]
        per.sort(key=lambda s: s.block.spine.outer is not None)
        self._plain_parts: list[tuple[Scan | PerScan, str]] = result
        for scan, query in placed(self, ordered):
            name = self.statement.add(self._word(scan), query, self._comment(scan))
            result.append((scan, name))
            context = scan.context
            unmoved = not context.shifts and context.window is None and not context.aligned
            if self.timed and not self.nested and not context.whole and unmoved and scan.stock is None:
                if not scan.present and not scan.untimed:
                    self._own_time[(scan.entity, scan.axis, scan.filters)] = name
        for scan in per:
            query, _ = self.per_select(scan)
            result.append((scan, self.statement.add(self._word(scan), query, self._comment(scan))))
        return result

    def _word(self, scan: Scan | PerScan) -> str:
        if isinstance(scan, PerScan):
            return "_".join(
                ["values_per", *(k.name.split(".")[-1] for k in scan.cells[0].measure.source.keys)]
            )  # type: ignore[union-attr]  # a PerCell
        word = scan.entity
        if not scan.cells:
            word += "_groups"
        if scan.context.shifts:
            word += "_prior"
        if scan.stock:
            word += "_during" if scan.stock == "during" else f"_at_{scan.stock}"
        if scan.context.keep is not None or scan.context.whole or scan.context.unfiltered:
            word += "_total"
        return word + "_scan"

    def _comment(self, scan: Scan | PerScan) -> str:
        if not scan.cells:
            return "which groups have rows"
        return ", ".join(c.name for c in scan.cells)

    def _domain(self, scan: PerScan) -> str | None:
        """The groups of the block so far, at the keys that a nested block keeps."""
        kept = [i for i, position in enumerate(scan.keys) if position is not None]
        if not kept:
            return None
        columns = self.key_columns(frozenset(kept))
        selects = [
            exp.Select(expressions=[column(c) for c in columns]).from_(table(name))
            for s, name in self._plain_parts
            if not isinstance(s, Members) and self.level(s.context) == self.base
        ]
        selects += [q for q in self._member_selects(columns)]
        if not selects:
            return None
        query: exp.Query = selects[0]
        if len(selects) == 1:
            selects[0].set("distinct", exp.Distinct())
        for other in selects[1:]:
            query = exp.Union(this=query, expression=other, distinct=True)
        return self.statement.add("groups", query, "the groups of the answer")

    def _member_selects(self, columns: list[str]) -> list[exp.Select]:
        result: list[exp.Select] = []
        for member in self.members:
            if member.marks:
                continue
            rows = Rows(self.statement, member.entity)
            keys = dict(self._scan_keys(rows, member))
            if set(keys) != set(columns):
                continue
            where = all_of([rows.sql(f) for f in member.filters])
            query = rows.select()
            query.set("expressions", [named(keys[c], c) for c in columns])
            if where is not None:
                query.set("where", exp.Where(this=where))
            query.set("distinct", exp.Distinct())
            result.append(query)
        return result

    def _stack_rows(self, parts: list[tuple[Scan | PerScan, str]]) -> list[exp.Select]:
        """All scans one below the other: each gives its own columns, and null for the others'."""
        selects = [self._stack_scan(scan, name) for scan, name in parts]
        selects += self._stack_members()
        return selects + self._stack_spine(parts)

    def _row(self, values: dict[str, E]) -> list[E]:
        """A row of the stack: the given columns, and null for the rest."""
        row: list[E] = []
        for name, kind in self._columns():
            row.append(named(values[name] if name in values else self.statement.forms.null(kind), name))
        return row

    def _columns(self) -> list[tuple[str, Kind]]:
        """The columns of the stack with their kinds."""
        columns: list[tuple[str, Kind]] = []
        if len(self.levels) > 1:
            columns.append((LEVEL, "integer"))
        kind = bound_kind(self.spine)
        own: Kind = "timestamp" if self.spine.grain in SUB_DAY else "date"
        periods = self.period_columns()
        columns += [(c, own if c == periods[-1] else kind) for c in periods]
        for key in self.block.keys:
            if key.top:
                columns.append((other_flag(key), "integer"))
            columns.append((key.name, self._key_kind(key)))
        columns += [(c.name, c.type.kind) for c in self.block.cells]
        if self.hides:
            columns.append((SHOWN, "integer"))
        if any(m.marks for m in self.members):
            columns.append((MEMBER, "integer"))
        return columns

    def _key_kind(self, key: Key) -> Kind:
        if key.type is not None:
            return key.type.kind
        if key.entity is not None:
            return self.statement.environment.definitions.entity(key.entity).key_type().kind
        for scan in self.scans:
            if isinstance(scan, Scan):
                value = scan.keys[self.block.keys.index(key)]
                if value is not None:
                    return value.type.kind
        return "text"

    def _stack_scan(self, scan: Scan | PerScan, name: str) -> exp.Select:
        level = self.level(scan.context)
        columns = [
            *(self.period_columns() if self.timed and not level[1] else ()),
            *self.key_columns(level[0]),
        ]
        values: dict[str, E] = {c: column(c, name) for c in (*columns, *(c.name for c in scan.cells))}
        values[LEVEL] = whole(self.levels.index(level))
        if not self.is_hidden(scan) or level != self.base:
            values[SHOWN] = whole(1)
        return exp.Select(expressions=self._row(values)).from_(table(name))

    @staticmethod
    def is_hidden(scan: Scan | PerScan) -> bool:
        """Whether a scan is only for sorting or filtering: then it adds no group."""
        return bool(scan.cells) and all(c.hidden for c in scan.cells)

    def _stack_members(self) -> list[exp.Select]:
        """The rows of `per ENTITY` by themselves, in every period."""
        result: list[exp.Select] = []
        for member in self.members:
            if not member.marks:
                continue
            rows = Rows(self.statement, member.entity)
            values = dict(self._scan_keys(rows, member))
            conditions = [rows.sql(f) for f in member.filters]
            query = rows.select()
            if self.timed:
                periods = self.periods()
                values |= {c: column(c, periods.name) for c in periods.columns}
                query = query.join(table(periods.name), join_type="cross")
            values |= {MEMBER: whole(1), LEVEL: whole(0), SHOWN: whole(1)}
            query.set("expressions", self._row(values))
            where = all_of(conditions)
            result.append(query.where(where) if where is not None else query)
        return result

    def _stack_spine(self, parts: list[tuple[Scan | PerScan, str]]) -> list[exp.Select]:
        """Every period for every group, and members without rows."""
        everyone = [m for m in self.members if not m.marks]
        if not self.timed and not everyone:
            return []
        if self.timed and self.block.per and not any(k.kind == "grain" for k in self.block.per):
            return []  # `per PATH` has the values that the period's rows have, no others
        if not self.block.keys:
            periods = self.periods()
            values: dict[str, E] = {c: column(c, periods.name) for c in periods.columns}
            values |= {LEVEL: whole(0), SHOWN: whole(1)}
            return [exp.Select(expressions=self._row(values)).from_(table(periods.name))]
        return [self._dense(parts, everyone)]

    def _dense(self, parts: list[tuple[Scan | PerScan, str]], everyone: list[Members]) -> exp.Select:
        groups = self._groups(parts, everyone)
        values: dict[str, E] = {c: column(c, groups) for c in self.key_columns()}
        query = exp.Select().from_(table(groups))
        if self.timed:
            periods = self.periods()
            values |= {c: column(c, periods.name) for c in periods.columns}
            within = self._per_path_periods()
            if within:
                on = [
                    exp.NullSafeEQ(this=column(c, groups), expression=column(c, periods.name)) for c in within
                ]
                query = query.join(table(periods.name), on=all_of(on))
            else:
                query = query.join(table(periods.name), join_type="cross")
        query.set("expressions", self._row({**values, LEVEL: whole(0), SHOWN: whole(1)}))
        return query

    def _per_path_periods(self) -> tuple[str, ...]:
        """For `per day, PATH`: the path's values are those of each outer period."""
        paths = any(k.kind == "path" for k in self.block.per)
        return self.period_columns()[:-1] if paths and self.nested else ()

    def _groups(self, parts: list[tuple[Scan | PerScan, str]], everyone: list[Members]) -> str:
        """The part with the distinct groups of the block."""
        columns = [*self._per_path_periods(), *self.key_columns()]
        if self.domain is not None and not any(k.kind != "grain" for k in self.block.per):
            return self.domain
        selects = [
            exp.Select(expressions=[column(c) for c in columns]).from_(table(name))
            for scan, name in parts
            if self.level(scan.context) == self.base and not self.is_hidden(scan)
        ]
        own = self._distinct(selects, "groups") if selects else None
        for member in everyone:
            own = self._with_members(own, member, columns)
        assert own is not None
        return own

    def _distinct(self, selects: list[exp.Select], word: str) -> str:
        if len(selects) == 1:
            selects[0].set("distinct", exp.Distinct())
            return self.statement.add(word, selects[0], "the groups that have rows")
        query: exp.Query = selects[0]
        for other in selects[1:]:
            query = exp.Union(this=query, expression=other, distinct=True)
        return self.statement.add(word, query, "the groups that have rows")

    def _with_members(self, groups: str | None, member: Members, columns: list[str]) -> str:
        """The groups, and every member of one key in combination with all that the other keys have."""
        rows = Rows(self.statement, member.entity)
        keys = dict(self._scan_keys(rows, member))
        where = all_of([rows.sql(f) for f in member.filters])
        query = rows.select()
        query.set("expressions", [named(v, c) for c, v in keys.items()])
        if where is not None:
            query.set("where", exp.Where(this=where))
        query.set("distinct", exp.Distinct())
        mine = self.statement.add("members", query, f"all members of {', '.join(keys)}")
        others = [c for c in columns if c not in keys]
        full = exp.Select(
            expressions=[column(c, mine) if c in keys else column(c, "rest") for c in columns]
        ).from_(table(mine))
        if others:
            assert groups is not None
            rest = exp.Select(expressions=[column(c) for c in others]).from_(table(groups))
            rest.set("distinct", exp.Distinct())
            full = full.join(
                exp.Subquery(this=rest, alias=exp.TableAlias(this=identifier("rest"))), join_type="cross"
            )
        if groups is None:
            return self.statement.add("groups", full)
        both = exp.Union(
            this=exp.Select(expressions=[column(c) for c in columns]).from_(table(groups)),
            expression=full,
            distinct=True,
        )
        return self.statement.add("groups", both, "the groups that have rows, and all members")

    def _regrouped(self, rows: list[exp.Select]) -> str:
        """One row for each group: a cell stands in one row of the stack, all others are null there."""
        stacked: exp.Query = rows[0]
        for other in rows[1:]:
            stacked = exp.Union(this=stacked, expression=other, distinct=False)
        forms = self.statement.forms
        cells = {c.name for c in self.block.cells} | {MEMBER, SHOWN}
        groups = [c for c, _ in self._columns() if c not in cells]
        source = exp.Subquery(this=stacked, alias=exp.TableAlias(this=identifier("stacked")))
        expressions: list[E] = [column(c, "stacked") for c in groups]
        for name, kind in self._columns():
            if name in cells and name != SHOWN:
                expressions.append(named(forms.one_of_column(column(name, "stacked"), kind), name))
        query = exp.Select(expressions=expressions).from_(source)
        if groups:
            query.set("group", exp.Group(expressions=[whole(i + 1) for i in range(len(groups))]))
            if self.hides:
                shown = exp.EQ(this=exp.Max(this=column(SHOWN, "stacked")), expression=whole(1))
                query.set("having", exp.Having(this=shown))
        return self.statement.add(
            "answer" if not self.block.per else "rows_per_key", query, "one row for each group"
        )

    def _run(self, part: str) -> str:
        """Running totals, added up over the periods of each group once all of these are there."""
        if not self.running:
            return part
        (period,) = self.period_columns()
        partition = [column(c, part) for c in self.key_columns()]
        if len(self.levels) > 1:
            partition.append(column(LEVEL, part))
        expressions: list[E] = []
        for name in self._all_columns(part):
            if name not in self.running:
                expressions.append(column(name, part))
                continue
            total = exp.Window(
                this=merged(self.running[name], column(name, part)),
                partition_by=[p.copy() for p in partition] or None,
                order=exp.Order(expressions=[self.ordered(column(period, part))]),
                spec=exp.WindowSpec(
                    kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="CURRENT ROW"
                ),
            )
            timed = exp.Not(this=exp.Is(this=column(period, part), expression=exp.Null()))
            expressions.append(named(exp.Case(ifs=[exp.If(this=timed, true=total)]), name))
        query = exp.Select(expressions=expressions).from_(table(part))
        return self.statement.add("with_running", query, f"running: {', '.join(self.running)}")

    def _broadcast(self, part: str) -> str:
        """Totals stand in rows of their own level; every row of the groups below gets them."""
        coarse = [c for c in self.block.cells if self.level(c.context) != self.base]
        return self._spread(part, [(c.name, c.type.kind, self.level(c.context)) for c in coarse])

    def _spread(self, part: str, columns: list[tuple[str, Kind, Level]]) -> str:
        if not columns:
            return part
        spread = {name: (kind, level) for name, kind, level in columns}
        expressions: list[E] = []
        for name in self._all_columns(part):
            if name in spread:
                kind, level = spread[name]
                expressions.append(named(self._over_level(part, name, kind, level), name))
            else:
                expressions.append(column(name, part))
        query = exp.Select(expressions=expressions).from_(table(part))
        return self.statement.add("with_totals", query, "totals beside the groups that they are of")

    def _all_columns(self, part: str) -> list[str]:
        query = next(q for n, q, _ in self.statement.parts if n == part)
        return [e.alias_or_name for e in query.selects]

    def _over_level(self, part: str, name: str, kind: Kind, level: Level) -> E:
        keep, whole_range, _ = level
        partition = [column(c, part) for c in self.key_columns(keep)]
        if self.timed and not whole_range:
            partition += [column(c, part) for c in self.period_columns()]
        mine = exp.Case(
            ifs=[exp.If(this=exp.EQ(this=column(LEVEL, part), expression=whole(self.levels.index(level))),
                        true=column(name, part))]
        )  # fmt: skip
        return self.statement.forms.one_of_column(mine, kind, over=partition)

    def _ranked(self, part: str) -> str:
        """Ranks, each over the rows of its level and period; a rank of a rank comes after it."""
        done: set[str] = set()
        pending = list(self.block.rankings)
        while pending:
            ready = [r for r in pending if not _ranks_in(r.value, {p.name for p in pending})]
            assert ready, "ranks refer to each other in a circle"
            values = Values(self, part)
            expressions: list[E] = [column(c, part) for c in self._all_columns(part)]
            expressions += [named(self._rank_sql(r, part, values), r.name) for r in ready]
            query = exp.Select(expressions=expressions).from_(table(part))
            part = self.statement.add("ranked", query, "ranks over the groups of each period")
            coarse = [(r.name, "integer", (self._keep(r), r.whole, False)) for r in ready]
            part = self._spread(part, [c for c in coarse if c[2] != self.base])  # type: ignore[misc]  # a kind
            done |= {r.name for r in ready}
            pending = [r for r in pending if r.name not in done]
        return part

    def _keep(self, ranking: Ranking) -> frozenset[int]:
        return frozenset(range(len(self.block.keys))) if ranking.keep is None else ranking.keep

    def _rank_sql(self, ranking: Ranking, part: str, values: Values) -> E:
        value = values.sql(ranking.value)
        partition: list[E] = []
        if len(self.levels) > 1:
            partition.append(column(LEVEL, part))
        if self.timed and not ranking.whole:
            partition += [column(c, part) for c in self.period_columns()]
        partition += [column(c, part) for c in self.key_columns(ranking.within)]
        order: list[E] = [exp.Ordered(this=value, desc=not ranking.ascending, nulls_first=False)]
        if ranking.numbered:
            order += self.default_order(part, self._keep(ranking))
            make: E = exp.RowNumber()
        else:
            make = exp.Rank()
        window = exp.Window(this=make, partition_by=partition or None, order=exp.Order(expressions=order))
        if ranking.numbered:
            return window
        known = exp.Not(this=exp.Is(this=_bracketed(value.copy()), expression=exp.Null()))
        return exp.Case(ifs=[exp.If(this=known, true=window)])

    # --- reading the block ------------------------------------------------------------------------

    def values(self, part: str) -> Values:
        return Values(self, part)

    def default_order(self, part: str | None, keep: frozenset[int] | None = None) -> list[E]:
        """Time, then the groups; nulls last, Other after all."""
        order: list[E] = (
            [self.ordered(column(c, part)) for c in self.period_columns()] if keep is None else []
        )
        for i, key in enumerate(self.block.keys):
            if keep is not None and i not in keep:
                continue
            if key.top:
                order.append(self.ordered(column(other_flag(key), part)))
            order.append(self.key_order(key, column(key.name, part)))
        return order

    @staticmethod
    def ordered(value: E, descending: bool = False) -> E:
        return exp.Ordered(this=value, desc=descending, nulls_first=False)

    def key_order(self, key: Key, value: E, descending: bool = False) -> E:
        """A key's order: buckets from low to high, texts by code point."""
        if key.order_labels:
            from metricdsl.functions.forms import quoted

            ifs = [
                exp.If(this=exp.EQ(this=value.copy(), expression=quoted(label)), true=whole(i))
                for i, label in enumerate(key.order_labels)
            ]
            return self.ordered(exp.Case(ifs=ifs), descending)
        if self._key_kind(key) == "text":
            return self.ordered(self.statement.forms.ordered_text(value), descending)
        return self.ordered(value, descending)


@dataclass(frozen=True, eq=False)
class Values:
    """Placed values over a block's part: computed columns, null standing for 0 where that is meant."""

    owner: BlockSql
    part: str | None
    cells: dict[str, E] = field(default_factory=dict)

    def sql(self, value: Value) -> E:
        return self.owner.statement.renderer.sql(value, self._leaf)

    def _leaf(self, value: Value) -> E:
        assert isinstance(value, Computed), value
        if value.name in self.cells:
            found = self.cells[value.name].copy()
            plain_count = isinstance(found, exp.Count) or (
                isinstance(found, exp.Filter) and isinstance(found.this, exp.Count)
            )
            if not value.zero or plain_count:
                return found
        else:
            found = column(value.name, self.part)
        return exp.Coalesce(this=found, expressions=[whole(0)]) if value.zero else found


def other_flag(key: Key) -> str:
    """The column that is 1 for the row that stands for all other members of a key."""
    return f"{key.name}_is_other"


def all_measures(block: Block, shown: bool = False) -> list[Measure]:
    """The measures of a block and of those inside it; with `shown` without what only sorts or filters."""
    found: list[Measure] = []
    for cell in block.cells:
        if shown and cell.hidden:
            continue
        found += [cell.measure] if isinstance(cell.measure, Measure) else all_measures(cell.measure.block)
    return found


def _ranks_in(value: Value, names: set[str]) -> bool:
    from metricdsl.model.meaning import walk

    return any(isinstance(v, Computed) and v.name in names for v in walk(value))


def _bracketed(value: E) -> E:
    return exp.Paren(this=value) if isinstance(value, exp.Binary | exp.Unary) else value
