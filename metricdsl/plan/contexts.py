"""Formulas to leaves in contexts: the one place where `prior`, `trailing`, `total`, `per` … take effect."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from metricdsl.errors import MetricError, fail
from metricdsl.functions.aggregates import AGGREGATES
from metricdsl.functions.sql import free_name
from metricdsl.language import syntax
from metricdsl.model.meaning import (
    AlignedCut,
    Apply,
    AsOf,
    CaseWhen,
    Change,
    Column,
    Computed,
    Constant,
    Derived,
    Dropped,
    ForeignKey,
    InContext,
    Measure,
    PerMeasure,
    PrimaryKey,
    Prior,
    RankOf,
    RowTime,
    RunningWindow,
    TimeShift,
    ToDateWindow,
    TrailingWindow,
    Truncated,
    Value,
)  # fmt: skip
from metricdsl.plan.nodes import Block, Cell, Context, Key, PerCell, Ranking, Spine
from metricdsl.plan.periods import shorter
from metricdsl.source import Span
from metricdsl.types import GRAINS, ValueType


@dataclass(eq=False)
class Leaves:
    """Collects the leaves of a block while formulas are placed in contexts.

    `names` are the metrics that are nothing but one measure: their columns bear their names. What is placed
    while `hidden` is set only sorts or filters the answer. Where Other stands for members of a key, `peers` are
    the same leaves without it: ranks are over all groups.
    """

    keys: tuple[Key, ...]
    spine: Spine
    filters: tuple[syntax.Expression, ...] = ()
    narrowing: tuple[syntax.Expression, ...] = ()
    axis: syntax.Name | None = None
    names: dict[Measure, str] = field(default_factory=dict)
    per: PerMeasure | None = None
    hidden: bool = False
    peers: Leaves | None = None
    _cells: dict[tuple[object, ...], str] = field(default_factory=dict)
    _measures: dict[str, tuple[Measure | PerMeasure, Context]] = field(default_factory=dict)
    _hidden: dict[str, bool] = field(default_factory=dict)
    _nested: dict[tuple[object, ...], Leaves] = field(default_factory=dict)
    _values: dict[str, tuple[Leaves, Value, tuple[Value, ...]]] = field(default_factory=dict)
    _rankings: dict[tuple[object, ...], Ranking] = field(default_factory=dict)

    def shown(self, value: Value, context: Context) -> Value:
        """The placed value of a column of the answer: its groups are among those that are ranked."""
        if self.peers is not None:
            self.peers.place(value, context)
        return self.place(value, context)

    def place(self, value: Value, context: Context) -> Value:
        """The value with every leaf replaced by the column that holds it in that context."""
        match value:
            case Constant() | AsOf() | Computed():
                return value
            case Apply(arguments=arguments):
                return replace(value, arguments=tuple(self.place(a, context) for a in arguments))
            case TimeShift(moment=moment):
                return replace(value, moment=self.place(moment, context))
            case CaseWhen(branches=branches, default=default):
                placed = tuple((self.place(c, context), self.place(v, context)) for c, v in branches)
                return replace(value, branches=placed, default=self.place(default, context))
            case Measure():
                return self._measure(value, context)
            case PerMeasure():
                return self._per(value, context)
            case InContext(formula=formula, change=change, span=span):
                return self.place(formula, self.changed(context, change, span))
            case RankOf():
                return self._rank(value, context)
            case Column() | ForeignKey() | PrimaryKey() | Truncated() | RowTime() | Derived():
                raise AssertionError("a row's value outside an aggregate")
            case _:
                assert_never(value)

    # --- contexts --------------------------------------------------------------------------------

    def changed(self, context: Context, change: Change, span: Span) -> Context:
        """The context in which a formula behind `prior`, `trailing` … stands."""
        match change:
            case Prior(amount=amount, unit=unit, word=word):
                self._need_period(word, context, span)
                return replace(context, shifts=(*context.shifts, (amount, unit)))
            case AlignedCut():
                return replace(context, aligned=True)
            case TrailingWindow(amount=amount, unit=unit):
                self._need_period("trailing", context, span)
                grain = None if context.whole else self.spine.grain
                if grain in GRAINS and shorter((amount, unit), grain):
                    raise fail(
                        "window-too-short",
                        f"a window of {amount} {unit}{'s' * (amount != 1)} is shorter than a {grain}",
                        span,
                        f"widen the window, or ask by {unit}",
                    )
                return replace(context, window=change)
            case ToDateWindow():
                self._need_period("to_date", context, span)
                return replace(context, window=change)
            case RunningWindow():
                return replace(context, window=change)
            case Dropped(keep=keep, unfiltered=unfiltered):
                listed = frozenset(i for i, key in enumerate(self.keys) if key.dimension in keep)
                kept = listed if context.keep is None else listed & context.keep
                return replace(context, keep=kept, unfiltered=context.unfiltered or unfiltered)
            case _:
                assert_never(change)

    def _need_period(self, word: str, context: Context, span: Span) -> None:
        interval = self.spine.interval
        if (self.spine.grain is None or context.whole) and interval.end is None:
            raise no_period(word, span)

    # --- leaves ----------------------------------------------------------------------------------

    def _measure(self, measure: Measure, context: Context) -> Computed:
        if measure.stock == "start":
            self._need_period("at start", context, measure.span)
        zero = AGGREGATES[measure.function].zero
        name = self._cell((measure, self._normal(context)), measure, self._normal(context))
        return Computed(name, zero, measure.type)

    def _normal(self, context: Context) -> Context:
        """Contexts that mean the same are equal."""
        keep = None if context.keep is not None and len(context.keep) == len(self.keys) else context.keep
        whole = context.whole and self.spine.grain is not None
        return replace(context, keep=keep, whole=whole)

    def _cell(self, key: tuple[object, ...], measure: Measure | PerMeasure, context: Context) -> str:
        if key not in self._cells:
            name = self._free(self._word(measure, context))
            self._cells[key] = name
            self._measures[name] = (measure, context)
            self._hidden[name] = self.hidden
        return self._cells[key]

    def _word(self, measure: Measure | PerMeasure, context: Context) -> str:
        """A name that tells what a column holds."""
        if isinstance(measure, Measure) and measure in self.names:
            word = self.names[measure]
        elif isinstance(measure, Measure):
            column = measure.arguments[0] if measure.arguments else None
            what = (
                column.field
                if isinstance(column, Column)
                else column.join
                if isinstance(column, ForeignKey)
                else ""
            )
            word = f"{measure.function}_{what or measure.entity}"
            if measure.stock:
                word += f"_{'during' if measure.stock == 'during' else 'at_' + measure.stock}"
        else:
            word = f"{measure.function}_per_{measure.keys[0].name.split('.')[-1]}"
        match context.window:
            case TrailingWindow():
                word = f"trailing_{word}"
            case ToDateWindow(grain=grain):
                word = f"{grain}_to_date_{word}"
            case RunningWindow():
                word = f"running_{word}"
            case None:
                pass
        if context.shifts:
            word = f"prior_{word}"
        if context.keep is not None or context.unfiltered:
            word = f"total_{word}"
        return word

    def _free(self, word: str) -> str:
        plain = "".join(c if c.isalnum() else "_" for c in word).lower()
        taken = {*self._measures, *(k.name for k in self.keys), *(r.name for r in self._rankings.values()),
                 self.spine.column, "level", "starts", "ends", "is_member"}  # fmt: skip
        if self.peers is not None:
            taken |= {r.name for r in self.peers._rankings.values()}
        return free_name(plain, taken)

    def _rank(self, value: RankOf, context: Context) -> Computed:
        if self.peers is not None:
            self.place(value.formula, context)  # tells the groups
            return self.peers._rank(value, context)
        inner = self.place(value.formula, context)
        context = self._normal(context)
        within = frozenset(i for i, key in enumerate(self.keys) if key.dimension in value.within)
        missing = [d for d in value.within if all(d != key.dimension for key in self.keys)]
        if missing:
            message = f"'{missing[0].leaf}' is not among the groups of the question"
            raise fail("not-asked-by", message, missing[0].span, "add it to `by`")
        return self.ranking(inner, within, context, value.ascending, numbered=False, word="rank")

    def ranking(
        self,
        inner: Value,
        within: frozenset[int],
        context: Context,
        ascending: bool,
        numbered: bool,
        word: str,
    ) -> Computed:
        """The column that ranks a placed value over the groups of its level."""
        key = (inner, within, context.keep, context.whole, ascending, numbered)
        if key not in self._rankings:
            name = self._free(word)
            self._rankings[key] = Ranking(
                name, inner, within, context.keep, context.whole, ascending, numbered
            )
        return Computed(self._rankings[key].name, False, ValueType("integer"))

    # --- per -------------------------------------------------------------------------------------

    def _per(self, value: PerMeasure, context: Context) -> Computed:
        context = self._normal(context)
        key = (value.keys, value.conditions, context)
        if key not in self._nested:
            self._nested[key] = self._inner(value, context)
        inner = self._nested[key]
        has_grain = any(k.kind == "grain" for k in value.keys)
        start = Context(aligned=context.aligned)
        if not has_grain:
            start = replace(start, shifts=context.shifts, window=context.window)
        if (value, context) not in self._cells:
            # What is refused inside leaves no cell here.
            arguments = tuple(inner.place(a, start) for a in value.arguments)
            placed = inner.place(value.formula, start)
            self._values[self._cell((value, context), value, context)] = (inner, placed, arguments)
        return Computed(self._cells[value, context], AGGREGATES[value.function].zero, value.type)

    def _inner(self, value: PerMeasure, context: Context) -> Leaves:
        """The block of rows that a `per` makes: the kept keys and its own."""
        # Members without rows are groups of the answer; inside of a `per` they would be crossed with its keys.
        kept = (k for i, k in enumerate(self.keys) if context.keep is None or i in context.keep)
        keys = [replace(k, all_members=False) for k in kept]
        base = Spine(None, self.spine.interval) if context.whole else self.spine
        spine = base
        for per in value.keys:
            match per.kind:
                case "grain":
                    self._need_period(f"per {per.name}", context, per.span)
                    if spine is not base:
                        raise fail("two-grains", "only one grain can stand behind `per`", per.span)
                    spine = Spine(per.name, self.spine.interval, base, context, self._free(per.name))
                case "entity":
                    keys.append(Key(self._key_name(per.name, keys), None, entity=per.name))
                case "path":
                    assert per.dimension is not None
                    keys.append(Key(self._key_name(per.name.split(".")[-1], keys), per.dimension))
        filters = () if context.unfiltered else self.filters
        return Leaves(tuple(keys), spine, filters, value.conditions, self.axis, self.names, value)

    def _key_name(self, word: str, keys: list[Key]) -> str:
        taken = {k.name for k in keys} | {self.spine.column}
        name = word if word not in taken else f"per_{word}"
        while name in taken:
            name += "_"
        return name

    @property
    def ranks(self) -> bool:
        return bool(self._rankings)

    # --- the block -------------------------------------------------------------------------------

    def block(self) -> Block:
        """The finished block."""
        blocks = {id(inner): inner.block() for inner in self._nested.values()}
        cells: list[Cell] = []
        for name, (measure, context) in self._measures.items():
            zero, kind = AGGREGATES[measure.function].zero, measure.type
            if isinstance(measure, Measure):
                cells.append(Cell(name, measure, context, zero, kind, self._hidden[name]))
                continue
            inner, value, arguments = self._values[name]
            per = PerCell(measure.function, blocks[id(inner)], value, arguments, measure.distinct, measure)
            cells.append(Cell(name, per, context, zero, kind, self._hidden[name]))
        return Block(
            self.keys, self.spine, tuple(cells), tuple(self._rankings.values()), self.filters, self.narrowing,
            self.axis, self.per.keys if self.per else (),
        )  # fmt: skip


def no_period(word: str, span: Span) -> MetricError:
    return fail(
        "no-period",
        f"'{word}' needs a period, and the question has none",
        span,
        "add a grain (by month) or a range (for 2025)",
    )
