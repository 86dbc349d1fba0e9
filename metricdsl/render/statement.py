"""A statement under construction: its named parts, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, identifier
from metricdsl.functions.sql import free_name
from metricdsl.model.environment import Environment
from metricdsl.plan.periods import AsOfDay
from metricdsl.render.expressions import Renderer


@dataclass(eq=False)
class Statement:
    """Common table expressions by name. Each says in a comment what it holds.

    zoned: the (entity, field) whose columns have a time zone of their own, as the database says.
    read: the entities that the statement reads.
    """

    environment: Environment
    forms: Forms
    as_of: AsOfDay
    zoned: frozenset[tuple[str, str]] = frozenset()
    read: set[str] = field(default_factory=set)
    parts: list[tuple[str, exp.Query, str]] = field(default_factory=list)
    _made: dict[Hashable, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.renderer = Renderer(self.forms, self.as_of)
        entities = self.environment.definitions.entries.entities
        # A part named like a table would hide it from the parts that follow.
        self._taken = {entry.name.lower() for entry in entities.values()}

    def add(self, word: str, query: exp.Query, comment: str = "", key: Hashable = None) -> str:
        """Add a part under a free name made from a word; one with the same key is made once."""
        if key is not None and key in self._made:
            return self._made[key]
        name = self.free(word)
        self.parts.append((name, query, comment))
        if key is not None:
            self._made[key] = name
        return name

    def columns(self, part: str) -> list[str]:
        """The names of a part's columns."""
        query = next(q for n, q, _ in self.parts if n == part)
        return [e.alias_or_name for e in query.selects]

    def made(self, key: Hashable) -> str | None:
        return self._made.get(key)

    def free(self, word: str) -> str:
        """A name that no part and no table bears."""
        plain = "".join(c if c.isalnum() else "_" for c in word).lower()
        name = free_name(plain, self._taken | self._tables)
        self._taken.add(name)
        return name

    @cached_property
    def _tables(self) -> set[str]:
        """The last parts of the names of all tables."""
        usable = self.environment.definitions.usable_entities().values()
        return {d.table.split(".")[-1].strip('"`').lower() for d in usable if d.table}

    def finished(self, final: exp.Select) -> exp.Select:
        """The final SELECT with its parts before it."""
        if not self.parts:
            return final
        expressions = []
        for name, query, comment in self.parts:
            part = exp.CTE(this=query, alias=exp.TableAlias(this=identifier(name)))
            if comment:
                part.add_comments([f" {comment} "])
            expressions.append(part)
        final.set("with_", exp.With(expressions=expressions))
        return final


def union(selects: Sequence[exp.Select], distinct: bool = False) -> exp.Query:
    """Selects one below the other."""
    query: exp.Query = selects[0]
    for other in selects[1:]:
        query = exp.Union(this=query, expression=other, distinct=distinct)
    return query


def table(name: str, alias: str | None = None) -> exp.Table:
    """A part or table of one name."""
    found = exp.Table(this=identifier(name))
    if alias and alias != name:
        found.set("alias", exp.TableAlias(this=identifier(alias)))
    return found


def named(value: E, name: str) -> exp.Alias:
    """A value under an output name."""
    return exp.Alias(this=value, alias=identifier(name))
