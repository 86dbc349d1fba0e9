"""A pass for readers: a time that a SELECT would convert over and over becomes a column.

Where an engine has no word for a zone, the zone's rules are spelled out wherever a time is converted, and
again inside of what is made from it. Here a part of the statement says it once, and is read for the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlglot import exp

from metricdsl.functions.forms import E, column
from metricdsl.functions.grouping import reads_outside
from metricdsl.functions.sql import Conversion, Converted, converted_in, free_name, put
from metricdsl.render.statement import Statement, named, table

BURDEN = 50
"""Nodes of repeated trees from which on a column of its own is less to read."""


def say_once(statement: Statement, final: exp.Select) -> None:
    """Write, in place, a statement's conversions: what a SELECT would say over and over is read from a part."""
    parts, statement.parts = statement.parts, []
    for name, query, comment in parts:
        _Query(query).write(statement)
        statement.parts.append((name, query, comment))
    _Query(final).write(statement)


@dataclass(eq=False)
class _Source:
    """A table that a SELECT reads, and what is converted of its columns.

    place: one where something is converted. said: how often each conversion would be. names: those that
    become columns. levels: the SQL of these columns by name, those first that others are made from.
    """

    select: exp.Select
    alias: str
    place: Converted
    said: Counter[Conversion] = field(default_factory=Counter)
    names: dict[Conversion, str] = field(default_factory=dict)
    levels: list[dict[str, E]] = field(default_factory=list)

    @property
    def node(self) -> E:
        return next(source for source in _sources(self.select) if source.alias_or_name == self.alias)

    def columns(self) -> list[str]:
        """The names of its columns that the SELECT reads outside of conversions."""
        found = self.select.find_all(exp.Column)
        return [c.name for c in found if c.table == self.alias and _reader(c, self.alias) is self.select]

    def read_by(self, sql: E) -> list[str]:
        """The names of its columns that a conversion reads."""
        return [c.name for c in sql.find_all(exp.Column) if c.table == self.alias]


class _Query:
    """One part of a statement, and the tables whose columns it converts."""

    def __init__(self, query: exp.Query) -> None:
        self.places = converted_in(query)
        self.sources: dict[tuple[int, str], _Source] = {}
        for place in self.places:
            self._count(place, place.this, 1)

    def write(self, statement: Statement) -> None:
        for source in self.sources.values():
            if "*" not in source.columns() and not reads_outside(source.node):
                self._choose(source)
        for place in self.places:
            put(place, self._sql(place, place.this))
        for source in sorted(self.sources.values(), key=lambda s: s.select.depth, reverse=True):
            _read_parts(statement, source)

    def _count(self, place: Converted, conversion: Conversion, times: int) -> None:
        """Count a conversion that is said at a place, and those inside of it."""
        source = self._source(place, conversion)
        if source is not None:
            source.said[conversion] += times
        for inner, often in conversion.inner.items():
            self._count(place, inner, times * often)

    def _source(self, place: Converted, conversion: Conversion) -> _Source | None:
        """The one table whose columns a conversion reads; None where it has others, or aggregates."""
        if len(conversion.aliases) != 1:
            return None
        (alias,) = conversion.aliases
        select = _reader(place, alias)
        if select is None:
            return None
        return self.sources.setdefault((id(select), alias), _Source(select, alias, place))

    def _choose(self, source: _Source) -> None:
        """Choose the conversions that become columns, from the inside out."""
        inner_first = sorted(source.said, key=lambda c: c.depth)
        taken = {*source.columns(), *(name for c in inner_first for name in source.read_by(c.sql))}
        for conversion in inner_first:
            sql = self._sql(source.place, conversion)
            again = source.said[conversion] - 1
            if again * sum(1 for _ in sql.walk()) < BURDEN:
                continue
            read = source.read_by(sql)
            name = source.names[conversion] = _name(read[0], conversion, taken)
            taken.add(name)
            level = max((i + 1 for i, made in enumerate(source.levels) if made.keys() & set(read)), default=0)
            if level == len(source.levels):
                source.levels.append({})
            source.levels[level][name] = sql

    def _sql(self, place: Converted, conversion: Conversion) -> E:
        """What is written for a conversion at a place: the name of its column, or its SQL."""
        source = self._source(place, conversion)
        if source is not None and conversion in source.names:
            return column(source.names[conversion], source.alias)
        sql = conversion.sql.copy()
        for inner in converted_in(sql):
            put(inner, self._sql(place, inner.this))
        return sql


def _read_parts(statement: Statement, source: _Source) -> None:
    """Add the parts that make a table's new columns, and read the last of them for the table."""
    alias, read, queries = source.alias, source.columns(), []
    for made in reversed(source.levels):
        kept = [name for name in dict.fromkeys(read) if name not in made]
        values = [*(column(name, alias) for name in kept), *(named(sql, name) for name, sql in made.items())]
        queries.append(exp.Select(expressions=values))
        read = [*kept, *(name for sql in made.values() for name in source.read_by(sql))]
    for query, made in zip(reversed(queries), source.levels, strict=True):
        query.set("from_", exp.From(this=source.node.copy()))
        source.node.replace(table(statement.add(f"{alias}_times", query, ", ".join(made)), alias))


def _reader(node: E, alias: str) -> exp.Select | None:
    """The SELECT around a node that reads a table under an alias."""
    select = node.parent_select
    while select is not None and all(source.alias_or_name != alias for source in _sources(select)):
        select = select.parent_select
    return select


def _sources(select: exp.Select) -> Iterator[E]:
    """What stands in FROM and JOIN."""
    from_ = select.args.get("from_")
    for clause in (*([from_] if from_ else []), *(select.args.get("joins") or ())):
        yield clause.this


def _name(read: str, conversion: Conversion, taken: set[str]) -> str:
    """A new name for a conversion: that of the column that it reads, and what the time became."""
    stem = re.sub(r"_(utc|local)(_\d+)?$", "", read.lower())
    moved = any(c.became == "moved" for c in conversion.inner) and not stem.endswith("_moved")
    return free_name(f"{stem}_moved_{conversion.became}" if moved else f"{stem}_{conversion.became}", taken)
