"""What an engine means to do for a statement, as its EXPLAIN says: one kind of tree for all engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

AGGREGATES = re.compile(r"AGGREGATE|GROUP|UNIQUE")
LOOPS = re.compile(r"NESTED.LOOP|CROSS.PRODUCT|BLOCKWISE|PIECEWISE|IE.JOIN")


@dataclass(frozen=True)
class Operator:
    """A step of a plan. `table` is what a scan reads, `filters` what it leaves out while it does.

    The step that reads a named part has the steps of that part below it, so that the tree is whole.
    """

    name: str
    table: str | None = None
    filters: str = ""
    below: tuple[Operator, ...] = ()

    @property
    def aggregates(self) -> bool:
        return AGGREGATES.search(self.name) is not None

    @property
    def compares_all(self) -> bool:
        """Whether it is a join that puts every row of one side before every row of the other."""
        return LOOPS.search(self.name) is not None

    def all(self) -> Iterator[Operator]:
        yield self
        for operator in self.below:
            yield from operator.all()

    def unaggregated(self) -> Iterator[str]:
        """The tables whose rows come up to here one by one."""
        if self.table is not None:
            yield self.table
        if not self.aggregates:
            for operator in self.below:
                yield from operator.unaggregated()


@dataclass(frozen=True)
class Plan:
    """`parts` are the named parts that are made once and read by name; `final` is all the rest."""

    final: Operator
    parts: Mapping[str, Operator] = field(default_factory=dict)

    def operators(self) -> Iterator[Operator]:
        for tree in (*self.parts.values(), self.final):
            yield from tree.all()

    def raw(self, operator: Operator) -> set[str]:
        """The tables whose rows come up to an operator one by one, also by way of parts."""
        found: set[str] = set()
        for table in operator.unaggregated():
            found |= self.raw(self.parts[table]) if table in self.parts else {table}
        return found


def duckdb_plan(connection: Any, sql: str) -> Plan:
    [(_, text)] = connection.execute(f"EXPLAIN (FORMAT json) {sql}").fetchall()
    parts: dict[str, Operator] = {}

    def read(node: Mapping[str, Any]) -> Operator:
        about, children = node["extra_info"], node["children"]
        if node["name"] == "CTE":
            parts[f"part {about['Table Index']}"] = read(children[0])
            return read(children[1])
        table = about["Table"].split(".")[-1] if "Table" in about else None
        if node["name"].endswith("CTE_SCAN"):
            table = f"part {about['CTE Index']}"
        return Operator(node["name"], table, str(about.get("Filters", "")), tuple(map(read, children)))

    [root] = json.loads(text)
    return Plan(read(root), parts)


def postgres_plan(connection: Any, sql: str) -> Plan:
    [(found,)] = connection.execute(f"EXPLAIN (FORMAT JSON) {sql}").fetchall()
    parts: dict[str, Operator] = {}

    def read(node: Mapping[str, Any]) -> Operator:
        below = []
        for child in node.get("Plans", []):
            name = child.get("Subplan Name", "")
            if name.startswith("CTE "):
                parts[name.removeprefix("CTE ")] = read(child)
            else:
                below.append(read(child))
        filters = " ".join(str(node[key]) for key in ("Filter", "Index Cond", "Recheck Cond") if key in node)
        table = node.get("Relation Name") or node.get("CTE Name")
        return Operator(node["Node Type"].upper(), table, filters, tuple(below))

    return Plan(read(found[0]["Plan"]), parts)


READERS = {"duckdb": duckdb_plan, "postgres": postgres_plan}
