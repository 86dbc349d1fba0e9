"""A pass for readers: a time that a SELECT would convert over and over becomes a column.

Where an engine has no word for a zone, the zone's rules are spelled out wherever a time is converted, and
again inside of what is made from it. Here a part of the statement says it once, and is read for the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlglot import exp

from metricdsl.functions.forms import E, column
from metricdsl.functions.grouping import reads_outside
from metricdsl.functions.time_forms import BECAME
from metricdsl.render.statement import Statement, named, table

BURDEN = 50
"""Nodes of repeated trees from which on a column of its own is less to read."""

Read = tuple[exp.Select, str]
"""A table that is read: the SELECT, and the alias in its FROM or JOIN."""
Said = dict[E, list[E]]
"""Conversions with the places where they are said."""


def said_once(statement: Statement, final: exp.Select) -> None:
    """Rewrite, in place, each SELECT of a statement that converts a table's times over and over."""
    parts, statement.parts = statement.parts, []
    for name, query, comment in parts:
        _say_once(statement, query)
        statement.parts.append((name, query, comment))
    _say_once(statement, final)


def _say_once(statement: Statement, query: exp.Query) -> None:
    while repeated := list(_repeated(query)):
        for read, said in repeated:
            _give_columns(statement, read, said)


def _repeated(query: exp.Query) -> Iterator[tuple[Read, Said]]:
    """Per table the conversions that are a burden and have no other such inside."""
    tables: dict[tuple[int, str], tuple[Read, Said]] = {}
    for node in _conversions(query):
        read = _table_of(node)
        if read is not None:
            _, said = tables.setdefault((id(read[0]), read[1]), (read, {}))
            said.setdefault(node, []).append(node)
    for read, said in tables.values():
        heavy = {value: nodes for value, nodes in said.items() if _is_burden(nodes)}
        inner = {v: n for v, n in heavy.items() if not any(c in heavy for c in _conversions(v) if c is not v)}
        if inner and "*" not in _columns(read) and not reads_outside(_source(read)):
            yield read, inner


def _conversions(tree: exp.Expr) -> Iterator[E]:
    return (node for node in tree.walk() if BECAME in node.meta)  # type: ignore[misc]  # only these are marked


def _is_burden(nodes: list[E]) -> bool:
    again = len(nodes) - 1
    return again > 0 and again * sum(1 for _ in nodes[0].walk()) >= BURDEN


def _table_of(node: E) -> Read | None:
    """The one table whose columns a conversion reads; None where it has others, or aggregates."""
    own = {source.alias_or_name for source in node.find_all(exp.Table, exp.Subquery)}
    aliases = {c.table for c in node.find_all(exp.Column)} - own
    if len(aliases) != 1 or node.find(exp.AggFunc, exp.Window) is not None:
        return None
    alias = aliases.pop()
    select = _reader(node, alias)
    return None if select is None else (select, alias)


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


def _source(read: Read) -> E:
    return next(source for source in _sources(read[0]) if source.alias_or_name == read[1])


def _columns(read: Read) -> list[str]:
    """The names of the table's columns that the SELECT reads."""
    select, alias = read
    found = (c for c in select.find_all(exp.Column) if c.table == alias and _reader(c, alias) is select)
    return list(dict.fromkeys(c.name for c in found))


def _give_columns(statement: Statement, read: Read, said: Said) -> None:
    """Add a part with a table's conversions as columns; it is read instead, and their names are said."""
    alias, taken = read[1], _columns(read)
    made: dict[str, E] = {}
    for value, nodes in said.items():
        name = _name(value, alias, {*taken, *made})
        made[name] = value.copy()
        for node in nodes:
            place = node.parent if isinstance(node.parent, exp.Paren) else node
            place.replace(column(name, alias))
    kept = [column(name, alias) for name in _columns(read) if name not in made]
    query = exp.Select(expressions=[*kept, *(named(value, name) for name, value in made.items())])
    source = _source(read)
    part = statement.add(f"{alias}_times", query.from_(source.copy()), ", ".join(made))
    source.replace(table(part, alias))


def _name(value: E, alias: str, taken: set[str]) -> str:
    """A new name for a conversion: that of the column that it reads, and what the time became."""
    read = next(c.name for c in value.find_all(exp.Column) if c.table == alias)
    stem = re.sub(r"_(utc|local)(_\d+)?$", "", read.lower())
    became = value.meta[BECAME]
    if became != "moved" and any(c.meta[BECAME] == "moved" for c in _conversions(value)):
        became = f"moved_{became}"
    word = f"{stem}_{became}"
    name, number = word, 1
    while name in taken:
        number += 1
        name = f"{word}_{number}"
    return name
