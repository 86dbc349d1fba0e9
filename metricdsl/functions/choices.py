"""Functions that choose among values."""

from __future__ import annotations

from itertools import pairwise

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, paren, quoted, when
from metricdsl.functions.signature import Typed, anything, common, number, row_function, same, text


@row_function
def coalesce(forms: Forms, *x: anything) -> common:
    """The first value that is not null."""
    first, *others = forms.same_type([v for v, _ in x], [t.kind for _, t in x])
    return exp.Coalesce(this=first, expressions=others)


@row_function
def nullif(forms: Forms, x: anything, y: anything) -> same:
    """x, or null when it equals y."""
    return exp.Nullif(this=x[0], expression=y[0])


def _extreme(forms: Forms, make: type[exp.Expression], x: tuple[Typed, ...]) -> E:
    if len(x) == 1:
        return x[0][0]
    known: E | None = None
    for value, _ in x:
        if isinstance(value, exp.Literal):
            continue
        present = exp.Not(this=exp.Is(this=paren(value.copy()), expression=exp.Null()))
        known = present if known is None else exp.And(this=known, expression=present)
    first, *others = forms.same_type([v for v, _ in x], [t.kind for _, t in x])
    chosen = make(this=first, expressions=others)
    return when(known, chosen) if known is not None else chosen


@row_function
def least(forms: Forms, *x: anything) -> common:
    """The smallest value; null when one of them is."""
    return _extreme(forms, exp.Least, x)


@row_function
def greatest(forms: Forms, *x: anything) -> common:
    """The largest value; null when one of them is."""
    return _extreme(forms, exp.Greatest, x)


@row_function
def bucket(forms: Forms, x: number, *edges: number) -> text:
    """The label of the interval that holds x, its lower edge included: `< 10`, `10 to < 20`, `≥ 20`."""
    labels = bucket_labels([edge.sql().replace(" ", "") for edge, _ in edges])
    ifs = [
        exp.If(this=exp.LT(this=paren(x[0].copy()), expression=edge), true=quoted(label))
        for (edge, _), label in zip(edges, labels, strict=False)
    ]
    ifs.append(
        exp.If(this=exp.GTE(this=paren(x[0].copy()), expression=edges[-1][0].copy()), true=quoted(labels[-1]))
    )
    return exp.Case(ifs=ifs)


def bucket_labels(edges: list[str]) -> list[str]:
    """The labels in their order, lowest first."""
    middle = [f"{low} to < {high}" for low, high in pairwise(edges)]
    return [f"< {edges[0]}", *middle, f"≥ {edges[-1]}"]
