"""A table as an entity of a new catalog."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from metricdsl.language import syntax
from metricdsl.language.printer import to_text
from metricdsl.scaffold.names import singular
from metricdsl.scaffold.tables import Column, Table
from metricdsl.scaffold.yaml import comment, flow, listed, scalar
from metricdsl.source import Text

Ask = Callable[[str, Sequence[str]], str | None]
"""Asks a person a question with some answers to choose from; None where nobody is there or knows."""

_AMOUNT = re.compile(r"(^|_)(amount|price|cost|revenue|value|fee|salary|budget|spend)(_|$)", re.IGNORECASE)
_NOWHERE = Text.of("").whole
_BEGINNINGS = re.compile(r"creat|order|open|start|sign|happen|occur|sent|date$", re.IGNORECASE)


@dataclass
class Proposal:
    """What is proposed, and what was asked on the way."""

    tables: Sequence[Table]
    ask: Ask
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    currency: str | None = None

    def __post_init__(self) -> None:
        bare = [name for _, name in (t.id for t in self.tables)]
        for table in self.tables:
            schema, name = table.id
            self.names[table.id] = name if bare.count(name) == 1 else f"{schema}_{name}"

    def entities(self) -> str:
        """The section of entities as YAML."""
        if any(_is_amount(c) for t in self.tables for c in t.columns):
            self.currency = self.ask("In which currency are the amounts (a code such as USD)?", ())
        lines = ["entities:"]
        for table in self.tables:
            lines += [*(f"  {line}" if line else "" for line in self._entity(table)), ""]
        return "\n".join(lines)

    def _entity(self, table: Table) -> Iterable[str]:
        yield f"{scalar(self.names[table.id])}:"
        if table.comment:
            yield f"  description: {scalar(' '.join(table.comment.split()))}"
        yield f"  table: {scalar(table_name(table))}"
        yield from (f"  {line}" for line in self._key(table))
        yield from (f"  {line}" for line in self._time(table))
        joins = dict(self._joins(table))
        if joins:
            yield "  joins:"
            for name, (text, remark) in joins.items():
                if remark:
                    yield f"    # {remark}"
                yield f"    {scalar(name)}: {scalar(text)}"
        yield "  fields:"
        compared = {own for r in table.references for own, _ in r.columns} | set(key_of(table))
        compared |= {c.name for c in table.columns if self._by_name(c, table) is not None}
        for column in table.columns:
            yield f"    {self._field(column, column.name in compared)}"

    def _key(self, table: Table) -> Iterable[str]:
        if table.key:
            yield f"key: {listed(table.key)}"
        elif guess := key_of(table):
            yield "# TODO: no primary key is declared; is this one unique and never null?"
            yield f"key: {listed(guess)}"
        else:
            yield "# TODO: no primary key is declared: write `key:` with the column that is unique"

    def _time(self, table: Table) -> Iterable[str]:
        moments = [c.name for c in table.columns if c.kind in ("date", "timestamp")]
        if not moments:
            return
        chosen = moments[0] if len(moments) == 1 else None
        if chosen is None:
            chosen = self.ask(f"{self.names[table.id]}: which is the time of a row?", moments)
        if chosen is None:
            chosen = next((m for m in moments if _BEGINNINGS.search(m)), moments[0])
            others = ", ".join(m for m in moments if m != chosen)
            yield f"# TODO: is this the time of a row? There are also {others}"
        yield f"time: {scalar(chosen)}"

    def _joins(self, table: Table) -> Iterable[tuple[str, tuple[str, str]]]:
        """Name -> the join and, where it is a guess, a remark."""
        taken = {column.name for column in table.columns}
        declared = {own for r in table.references for own, _ in r.columns}
        for reference in table.references:
            if reference.target not in self.names:
                continue
            name = _join_name(reference.columns, self.names[reference.target], taken)
            taken.add(name)
            yield name, (self._join(reference.target, reference.columns), "")
        for column in table.columns:
            if column.name in declared or (column.name,) == key_of(table):
                continue
            if (target := self._by_name(column, table)) is not None:
                pair = ((column.name, key_of(target)[0]),)
                name = _join_name(pair, self.names[target.id], taken)
                taken.add(name)
                yield name, (self._join(target.id, pair), "TODO: only the names say so")

    def _join(self, target: tuple[str, str], columns: Sequence[tuple[str, str]]) -> str:
        pairs = tuple((own, None if own == other else other) for own, other in columns)
        return to_text(syntax.Join(self.names[target], pairs, span=_NOWHERE))

    def _by_name(self, column: Column, table: Table) -> Table | None:
        """The one table that `customer_id` names, with a key of one column of the same type."""
        if not column.name.lower().endswith("_id"):
            return None
        word = singular(column.name[:-3])
        found = [
            t for t in self.tables if singular(t.id[1]) == word and len(key_of(t)) == 1 and t is not table
        ]
        kinds = [next((c.kind for c in t.columns if c.name == key_of(t)[0]), None) for t in found]
        return found[0] if len(found) == 1 and kinds == [column.kind] else None

    def _field(self, column: Column, hidden: bool) -> str:
        name = scalar(column.name)
        if column.kind is None:
            return f"# {column.name} is left out: a field cannot be {' '.join(column.declared.split())}"
        keys = {"type": column.kind}
        if _is_amount(column) and self.currency:
            keys |= {"type": "money", "unit": self.currency}
        if column.is_instant:
            keys["stored_in"] = "instant"
        if hidden:
            keys["hidden"] = "true"
        if column.comment:
            keys["description"] = scalar(" ".join(column.comment.split()))
        todo = (
            "TODO: money? Then {type: money, unit: USD}" if _is_amount(column) and not self.currency else ""
        )
        if todo:
            return f"{name}: {flow(keys)} {comment(todo)}"
        return f"{name}: {column.kind}" if list(keys) == ["type"] else f"{name}: {flow(keys)}"


def metrics(proposal: Proposal) -> str:
    """A first metric for each entity: how many rows it has."""
    lines = ["metrics:"]
    for name in proposal.names.values():
        plain = name if re.fullmatch(r"[^\W\d]\w*", name) else f"`{name}`"
        lines.append(f"  {scalar(name)}: {scalar(f'count({plain})')}")
    return "\n".join(lines) + "\n"


def _is_amount(column: Column) -> bool:
    return column.kind in ("number", "integer") and bool(_AMOUNT.search(column.name))


def key_of(table: Table) -> tuple[str, ...]:
    """The declared key, else `id` or the column that is called after the table."""
    if table.key:
        return table.key
    wanted = ("id", f"{singular(table.id[1])}_id")
    return next(((c.name,) for w in wanted for c in table.columns if c.name.lower() == w), ())


def table_name(table: Table) -> str:
    """`schema.table`, with quotes around parts that need them."""
    return ".".join(_part(part) for part in table.id if part)


def _part(name: str) -> str:
    plain = re.fullmatch(r"[a-z_][a-z0-9_]*", name) and name not in _RESERVED
    return name if plain else '"' + name.replace('"', '""') + '"'


_RESERVED = frozenset(
    {"case", "user", "order", "group", "table", "select", "from", "where", "column", "end", "default", "all"}
)


def _join_name(columns: Sequence[tuple[str, str]], target: str, taken: set[str]) -> str:
    """`owner` for `owner_id`; of several columns, or where the name is taken, the target's."""
    own = columns[0][0]
    wanted = (
        own[:-3] if len(columns) == 1 and own.lower().endswith("_id") and len(own) > 3 else singular(target)
    )
    names = (wanted, singular(target), f"{wanted}_{singular(target)}", f"{wanted}_row")
    return next((name for name in names if name not in taken), f"{wanted}_{len(taken)}")
