"""A question (section 7): its columns, conditions on the answer, the best, the order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from metricdsl.language import parser, syntax
from metricdsl.source import Text
from tests.reference.evaluator.catalog import Catalog
from tests.reference.evaluator.contexts import OTHER, parts
from tests.reference.evaluator.frame import Frame, Line, conjuncts
from tests.reference.evaluator.targets import Targets
from tests.reference.evaluator.values import Value, ascending, calculate, descending, plain


@dataclass(frozen=True)
class Answer:
    """Column names (None where the page leaves them open), rows in their order, and the marks of each."""

    columns: list[str | None]
    rows: list[tuple[Value, ...]]
    marks: list[set[str]]


def evaluate(
    question: str, catalog: Mapping[str, Any], tables: Mapping[str, list[dict[str, Any]]], as_of: date
) -> Answer:
    """The answer by the page. `catalog` is what the YAML file holds, `tables` rows by table name.

    Timestamps in `tables` are without a zone, as the column stores them. Raises Refused where the page
    calls the question an error, Unspecified where it leaves the answer open.
    """
    tree = parser.parse_question(Text.of(question))
    return Asked(Frame(tree, Catalog(catalog), tables, tree.as_of or as_of)).answer()


class Asked:
    """An answer while it is made from the frame's lines."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.targets = Targets(frame.catalog, frame.clock, frame.range, frame.grain is not None)

    def best(self, lines: list[Line]) -> list[Line]:
        """`top 5 d by m`: the best over the whole range, and one group of the others."""
        top = self.frame.tree.top
        if top is None:
            return [replace(line, context=replace(line.context, keys=line.group)) for line in lines]
        place = self.frame.place(top)
        key = self.frame.keys[place]
        values = {line.group[place][1] for line in lines}
        worth = self.frame.worth(top.by, key, values)
        order = self.frame.metrics.order(top.by)
        kept = frozenset(sorted(values, key=lambda v: (order(worth[v]), ascending(v)))[: top.count])
        other = replace(key, kept=kept)
        found = {}
        for line in lines:
            group = line.group
            if group[place][1] not in kept:
                if not top.others:
                    continue
                group = (*group[:place], (other, OTHER), *group[place + 1 :])
            found[line.period, group] = Line(line.period, group, replace(line.context, keys=group))
        return list(found.values())

    def answer(self) -> Answer:
        lines = [self._filled(line) for line in self.best(self.frame.lines())]
        if self.frame.tree.having is not None:
            lines = [line for line in lines if self._of(self.frame.tree.having, line) is True]
        lines.sort(key=self._default_order)
        for item in reversed(self.frame.tree.order):
            way = descending if item.descending else ascending
            lines.sort(key=lambda line, way=way, item=item: _rank(self._of(item.expression, line), way))
        if self.frame.tree.order and self.frame.tree.top and self.frame.tree.top.others:
            lines.sort(key=lambda line: any(v is OTHER for _, v in line.group))
        lines = lines[: self.frame.tree.limit]
        return Answer(
            self._names(), [self._shown(line) for line in lines], [self._marks(line) for line in lines]
        )

    def _marks(self, line: Line) -> set[str]:
        """What is to be known of a row: that its period is incomplete or cut, that it is the Other row."""
        found = {"other"} if any(v is OTHER for _, v in line.group) else set()
        if line.period is not None:
            now = self.frame.cut(line.period)
            found |= {"incomplete"} if line.period.end > self.frame.clock.now else set()
            found |= {"cut"} if (now.start, now.end) != (line.period.start, line.period.end) else set()
        return found

    def _filled(self, line: Line) -> Line:
        values: list[Value] = []
        for column in self.frame.columns:
            values.append(self.frame.metrics.value(column, line.context))
            if isinstance(self.frame.tree.versus, syntax.VersusTarget):
                metric = column.parts[0] if isinstance(column, syntax.Name) else ""
                values += self.targets.columns(
                    metric, values[-1], line.period, lambda c: self._matches(c, line)
                )
        return replace(line, values=tuple(values))

    def _default_order(self, line: Line) -> Any:
        period = ascending(line.period.start if line.period else None)
        return (period, *(_rank(v, ascending) for _, v in line.group))

    def _of(self, node: syntax.Expression, line: Line) -> Value:
        """A condition or sort key of the answer: of its groups, its columns, and other metrics."""

        def named(part: syntax.Expression) -> Value:
            if isinstance(part, syntax.Name):
                found = self._group_named(part, line)
                if found is not None:
                    return found[0]
            return self.frame.metrics.value(part, line.context)

        return calculate(node, named, self.frame.clock)

    def _group_named(self, name: syntax.Name, line: Line) -> tuple[Value] | None:
        if name.parts == (self.frame.grain,):
            return (
                self.frame.clock.shown(line.period.label, self.frame.grain or "") if line.period else None,
            )
        groups = iter(line.group)
        for grouping in self.frame.by:
            value = None if self.frame.is_grain(grouping) else next(groups)[1]
            if self.frame.named(grouping, name):
                return (value,)
        return None

    def _names(self) -> list[str | None]:
        found: list[str | None] = []
        for grouping in self.frame.by:
            found.append(grouping.alias or (self.frame.grain if self.frame.is_grain(grouping) else None))
        ends = {syntax.VersusPrior: ("prior", "change"), syntax.VersusTarget: ("target", "gap", "status")}
        for column in self.frame.tree.columns:
            name = column.alias
            if name is None and isinstance(column.formula, syntax.Name):
                name = self.frame.catalog.metric_name(column.formula.parts[0])
            found.append(name)
            found += [f"{name}_{end}" if name else None for end in ends.get(type(self.frame.tree.versus), ())]  # type: ignore[arg-type]
        return found

    def _shown(self, line: Line) -> tuple[Value, ...]:
        groups = iter(line.group)
        shown = []
        for grouping in self.frame.by:
            if self.frame.is_grain(grouping):
                shown.append(
                    self.frame.clock.shown(line.period.label, self.frame.grain or "") if line.period else None
                )
            else:
                value = plain(next(groups)[1], self.frame.clock)
                top = self.frame.tree.top
                mixed = top is not None and top.others and self.frame.named(grouping, top.dimension)
                shown.append(_as_text(value) if mixed else value)
        return (*shown, *(plain(v, self.frame.clock) for v in line.values))

    def _matches(self, condition: syntax.Expression, line: Line) -> bool:
        """Whether a target's condition holds; not where it is about what may differ within the row."""
        known = {n: self._group_named(n, line) or self._held(n) for n in names_of(condition)}
        if None in known.values():
            return False
        return calculate(condition, lambda name: known[name][0], self.frame.clock) is True  # type: ignore[index]

    def _held(self, name: syntax.Name) -> tuple[Value] | None:
        """The one value that the question's filter leaves of a field."""
        for part in conjuncts(self.frame.tree.where):
            match part:
                case syntax.Operation(operator="=", operands=(syntax.Name() as field, value)):
                    if self.frame.metrics.full(field) == self.frame.metrics.full(name):
                        return (self._of(value, Line(None, (), self.frame.base)),)
        return None


def names_of(condition: syntax.Expression) -> list[syntax.Name]:
    """The names in a condition on groups."""
    found: list[syntax.Name] = []
    pending: list[object] = [condition]
    while pending:
        part = pending.pop()
        found += [part] if isinstance(part, syntax.Name) else []
        pending += parts(part)
    return found


def _as_text(value: Value) -> str | None:
    """A value in a column that also holds the label of the others."""
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _rank(value: Value, way: Any) -> Any:
    return (2,) if value is OTHER else way(value)


__all__ = ["Answer", "evaluate"]
