"""The order of an answer's rows, and the values that its columns are computed from."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from metricdsl.functions.forms import E, column, quoted, whole
from metricdsl.model.meaning import Computed, Value
from metricdsl.plan.nodes import Key
from metricdsl.render.frame import Frame, other_flag


def default_order(frame: Frame, part: str | None, keep: frozenset[int] | None = None) -> list[E]:
    """Time, then the groups; nulls last, Other after all."""
    order: list[E] = [ordered(column(c, part)) for c in frame.period_columns()] if keep is None else []
    for i, key in enumerate(frame.block.keys):
        if keep is not None and i not in keep:
            continue
        if key.top:
            order.append(ordered(column(other_flag(key), part)))
        order.append(key_order(frame, key, column(key.name, part)))
    return order


def ordered(value: E, descending: bool = False) -> E:
    """Nulls last. A condition stands in brackets: where nulls need a column of their own, `IS NULL` follows it."""
    if isinstance(value, exp.Predicate | exp.Connector | exp.Not):
        value = exp.Paren(this=value)
    return exp.Ordered(this=value, desc=descending, nulls_first=False)


def key_order(frame: Frame, key: Key, value: E, descending: bool = False) -> E:
    """A key's order: buckets from low to high, texts by code point."""
    if key.order_labels:
        ifs = [
            exp.If(this=exp.EQ(this=value.copy(), expression=quoted(label)), true=whole(i))
            for i, label in enumerate(key.order_labels)
        ]
        return ordered(exp.Case(ifs=ifs), descending)
    if frame.key_kind(key) == "text":
        return ordered(frame.statement.forms.ordered_text(value), descending)
    return ordered(value, descending)


@dataclass(frozen=True, eq=False)
class Values:
    """Placed values over a block's part: computed columns, null standing for 0 where that is meant."""

    frame: Frame
    part: str | None
    cells: dict[str, E] = field(default_factory=dict)

    def sql(self, value: Value) -> E:
        return self.frame.statement.renderer.sql(value, self._leaf)

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
