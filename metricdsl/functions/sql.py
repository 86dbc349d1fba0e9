"""Small pieces of SQL as sqlglot expressions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from sqlglot import exp

E = exp.Expression

_RESERVED = """
all analyse analyze and anti any array as asc asof asymmetric at authorization between binary both by
case cast check collate collation column columns concurrently constraint create cross current_catalog
current_date current_role current_time current_timestamp current_user default deferrable desc describe
distinct do else end except exists extract false fetch for foreign freeze from full generated glob grant
group grouping having ilike in initially inner intersect into is isnull join lambda lateral leading left
like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps pivot
placing position positional primary qualify references returning right row rows select semi session_user
set show similar some summarize symmetric table tablesample then to trailing true try_cast union unique
unpivot update user using values variadic verbose when where window with
"""
RESERVED = frozenset(_RESERVED.split())
"""Words that some engine does not take as a name without quotes."""


def free_name(word: str, taken: Container[str]) -> str:
    """The word, with a number behind it where that is taken."""
    number, name = 1, word
    while name in taken:
        number += 1
        name = f"{word}_{number}"
    return name


def column(name: str, table: str | None = None) -> exp.Column:
    """A column by its name, quoted only where the dialect's generator finds it needs to be."""
    return exp.Column(this=identifier(name), table=identifier(table) if table else None)


def identifier(name: str) -> exp.Identifier:
    """An identifier; reserved words and what is no plain lower-case name are quoted."""
    plain = (
        name.isascii() and name.replace("_", "a").isalnum() and name == name.lower() and not name[0].isdigit()
    )
    return exp.Identifier(this=name, quoted=not plain or name in RESERVED)


def call(name: str, *arguments: E) -> E:
    """A function that sqlglot need not know."""
    return exp.Anonymous(this=name, expressions=list(arguments))


def whole(value: int) -> E:
    """An integer literal."""
    return exp.Neg(this=exp.Literal.number(-value)) if value < 0 else exp.Literal.number(value)


def number(text: str) -> E:
    """A number literal by its digits: `7.0`."""
    return exp.Literal.number(text)


def quoted(value: str) -> E:
    """A text literal; sqlglot escapes it for the dialect."""
    return exp.Literal.string(value)


def cast(value: E, kind: str) -> E:
    return exp.Cast(this=value, to=_data_type(kind).copy())


@cache
def _data_type(kind: str) -> exp.DataType:
    """A type by its name, which sqlglot parses."""
    return exp.DataType.build(kind)


@dataclass(frozen=True, eq=False)
class Conversion:
    """A time that was taken to another zone: `became` is `utc`, `local` or `moved`, as a column is named after it."""

    sql: E
    became: str

    @cached_property
    def inner(self) -> Counter[Conversion]:
        """The conversions that it is made from, and how often each is said in it."""
        return Counter(place.this for place in converted_in(self.sql))

    @cached_property
    def depth(self) -> int:
        """How many conversions stand inside of each other."""
        return 1 + max((inner.depth for inner in self.inner), default=0)

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The aliases of the tables whose columns it reads; none where it is made from an aggregate."""
        if self.sql.find(exp.AggFunc, exp.Window) is not None:
            return frozenset()
        found = {c.table for c in self.sql.find_all(exp.Column)}
        found -= {source.alias_or_name for source in self.sql.find_all(exp.Table, exp.Subquery)}
        inner = [conversion.aliases for conversion in self.inner]
        return frozenset(found.union(*inner)) if all(inner) else frozenset()


class Converted(exp.Expression):
    """Stands for a conversion wherever it is said, so that what is made from it stays small."""

    arg_types: ClassVar[dict[str, bool]] = {"this": True}


def converted_in(tree: exp.Expr) -> list[Converted]:
    """The places of a tree where a conversion is said."""
    return list(tree.find_all(Converted))


def put(place: Converted, sql: E) -> None:
    """Write SQL where a conversion is said; a name needs no brackets."""
    around = place.parent
    (around if isinstance(around, exp.Paren) and isinstance(sql, exp.Column) else place).replace(sql)


def spell_out(tree: exp.Expr) -> None:
    """Write, in place, the SQL of the conversions that are said in a tree, and of those inside of them."""
    for place in converted_in(tree):
        sql = place.this.sql.copy()
        spell_out(sql)
        put(place, sql)


def paren(value: E) -> E:
    """Brackets around what binds less tightly than a comparison's operand."""
    loose = exp.Binary | exp.Unary | exp.Between | exp.In | exp.Not | exp.Interval
    tight = exp.Paren | exp.Dot | exp.Neg
    shown = value.this.sql if isinstance(value, Converted) else value
    return exp.Paren(this=value) if isinstance(shown, loose) and not isinstance(shown, tight) else value


def divided(left: E, right: E) -> E:
    """`left / right` as it is written: what it does is the engine's own."""
    return exp.Div(this=paren(left), expression=paren(right), typed=False, safe=False)


def is_null(value: E) -> E:
    return exp.Is(this=paren(value), expression=exp.Null())


def is_not_null(value: E) -> E:
    return exp.Not(this=is_null(value))


def all_of(conditions: Sequence[E]) -> E | None:
    """Their conjunction, or None where there is none."""
    found: E | None = None
    for condition in conditions:
        bracketed = exp.Paren(this=condition) if isinstance(condition, exp.Or) else condition
        found = bracketed if found is None else exp.And(this=found, expression=bracketed)
    return found


def any_of(conditions: Sequence[E]) -> E:
    """Their disjunction, in brackets where there are several."""
    found = conditions[0]
    for condition in conditions[1:]:
        found = exp.Or(this=found, expression=condition)
    return exp.Paren(this=found) if len(conditions) > 1 else found


def when(condition: E, value: E, default: E | None = None) -> exp.Case:
    """`CASE WHEN condition THEN value [ELSE default] END`"""
    return exp.Case(ifs=[exp.If(this=condition, true=value)], default=default)


def ascending(values: Sequence[E], descending: bool = False) -> list[E]:
    """Sort keys, nulls last either way."""
    return [exp.Ordered(this=v, desc=descending, nulls_first=False) for v in values]
