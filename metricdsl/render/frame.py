"""What the builders of one block share: its shape, and what has been made of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from metricdsl.functions.aggregates import Merge
from metricdsl.functions.forms import E
from metricdsl.model.dimensions import dimension_value
from metricdsl.model.meaning import Value
from metricdsl.model.rows import RowScope
from metricdsl.plan.nodes import Block, Context, Key, PerCell, Ranking
from metricdsl.plan.periods import Interval
from metricdsl.plan.presence import presence
from metricdsl.plan.scans import PerScan, Scan, is_base, members, scans
from metricdsl.render.spine import Extent
from metricdsl.render.statement import Statement, named
from metricdsl.render.time import (
    Periods,
    bound_kind,
)
from metricdsl.types import SUB_DAY, Kind

LEVEL, MEMBER, SHOWN = "level", "is_member", "is_shown"
Level = tuple[frozenset[int], bool, bool]
"""The keys kept, whether the period is dropped, whether the filters are."""


Parts = list[tuple[Scan | PerScan, str]]
"""Scans, each with the name of the part that holds its rows."""


@dataclass(frozen=True, slots=True)
class Read:
    """A part that holds all of an entity's rows by their own time: its column, of which grain, and the keys."""

    part: str
    column: str
    grain: str
    keys: tuple[Value | None, ...]


@dataclass(eq=False)
class Frame:
    """A block under construction.

    outer_periods, domain: the periods and the part with the groups of the block around it, for `per GRAIN`.
    shares: the block around it where both have the same periods. top_lists: parts by the name of their list.
    telling: the scans of a block that only tells groups. parts: what has been read. inside: each `per GRAIN` with its frame.
    running: the cells that are added up over the periods in the end. read_by_time: what has been read by
    (entity, axis, filters), so that no table is read again to tell where its rows begin and end.
    """

    statement: Statement
    block: Block
    outer_periods: Periods | None = None
    domain: str | None = None
    top_lists: dict[str, str] = field(default_factory=dict)
    shares: Frame | None = None
    telling: list[Scan] | None = None
    parts: Parts = field(default_factory=list)
    inside: list[tuple[PerScan, Frame]] = field(default_factory=list)
    running: dict[str, Merge] = field(default_factory=dict)
    read_by_time: dict[tuple[object, ...], Read] = field(default_factory=dict)
    made_periods: Periods | None = None
    made_extents: dict[tuple[str, bool], Extent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        environment = self.statement.environment
        self.scans = scans(self.block, environment) if self.telling is None else []
        self.presence = (
            presence(self.block, self.scans, environment) if self.telling is None else self.telling
        )
        self.members = members(self.block, environment)
        self.spine = self.block.spine
        self.nested = self.spine.outer is not None
        self.timed = self.spine.grain is not None
        self.levels = self._levels()
        self.hides = any(c.hidden for c in self.block.cells) or any(map(self.hides_undated, self.scans))

    @property
    def undated(self) -> bool:
        """Whether there is a null period, of rows without a time: no range leaves them out."""
        return self.timed and not self.nested and self.spine.interval == Interval()

    def hides_undated(self, scan: Scan | PerScan) -> bool:
        """Whether a scan has groups in the null period that are none of the answer: all of `per ENTITY`."""
        here = self.undated and not self.block.per and self.level(scan.context) == self.base
        return here and isinstance(scan, PerScan) and has_entities(scan.block)

    @property
    def base(self) -> Level:
        """The level of the block's own groups and periods."""
        return frozenset(range(len(self.block.keys))), False, False

    def level(self, context: Context) -> Level:
        """The level on which a context's values stand."""
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

    def columns(self) -> list[tuple[str, Kind]]:
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
            columns.append((key.name, self.key_kind(key)))
        columns += [(c.name, c.type.kind) for c in self.block.cells]
        if self.hides:
            columns.append((SHOWN, "integer"))
        if self.marks:
            columns.append((MEMBER, "integer"))
        return columns

    @property
    def marks(self) -> bool:
        """Whether a row of this nested block counts only where a member, or a row that was read, marks it."""
        return any(m.marks for m in self.members) or self.marks_read

    @property
    def marks_read(self) -> bool:
        """Whether the rows that were read do so: `per PATH` has the values of the period's own rows.

        A `per GRAIN` inside gives a row to every group in every period.
        """
        grains = any(has_own_periods(scan) for scan in self.scans)
        paths = any(key.kind == "path" for key in self.block.per)
        return grains and paths and not any(m.marks for m in self.members)

    def row(self, values: dict[str, E]) -> list[E]:
        """A row of the stack: the given columns, and null for the rest."""
        row: list[E] = []
        for name, kind in self.columns():
            row.append(named(values[name] if name in values else self.statement.forms.null(kind), name))
        return row

    def key_kind(self, key: Key) -> Kind:
        """What a key's values are."""
        if key.type is not None:
            return key.type.kind
        if key.entity is not None:
            return self.statement.environment.definitions.entity(key.entity).key_type().kind
        for scan in self.scans:
            if isinstance(scan, Scan):
                value = scan.keys[self.block.keys.index(key)]
                if value is not None:
                    return value.type.kind
        if key.dimension is not None and key.dimension.root is not None:  # no scan has it: of a total
            scope = RowScope(self.statement.environment, key.dimension.root)
            return dimension_value(key.dimension, scope).type.kind
        return "text"

    def picked_levels(self) -> list[Level]:
        """The levels at which `top` picks its members, other than that of the answer itself."""
        picked = [self.level(Context(keep=r.keep, whole=r.whole)) for r in self.block.rankings if r.numbered]
        return [level for level in dict.fromkeys(picked) if level != self.base]

    def kept(self, ranking: Ranking) -> frozenset[int]:
        """The keys whose groups are ranked, by position."""
        return frozenset(range(len(self.block.keys))) if ranking.keep is None else ranking.keep


def has_own_periods(scan: Scan | PerScan) -> bool:
    """Whether a scan is that of a `per GRAIN`."""
    return isinstance(scan, PerScan) and scan.block.spine.outer is not None


def has_entities(block: Block) -> bool:
    """Whether there is a `per ENTITY` in a nested block."""
    inside = [c.measure.block for c in block.cells if isinstance(c.measure, PerCell)]
    return any(key.kind == "entity" for key in block.per) or any(map(has_entities, inside))


def other_flag(key: Key) -> str:
    """The column that is 1 for the row that stands for all other members of a key."""
    return f"{key.name}_is_other"
