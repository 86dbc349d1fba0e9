"""Functions of texts."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import Forms, cast
from metricdsl.functions.signature import anything, integer, row_function, text


@row_function
def lower(forms: Forms, x: text) -> text:
    """x in small letters."""
    return exp.Lower(this=x[0])


@row_function
def upper(forms: Forms, x: text) -> text:
    """x in capitals."""
    return exp.Upper(this=x[0])


@row_function
def trim(forms: Forms, x: text) -> text:
    """x without blanks at its ends."""
    return exp.Trim(this=x[0])


@row_function
def length(forms: Forms, x: text) -> integer:
    """The number of characters."""
    return exp.Length(this=x[0])


@row_function
def concat(forms: Forms, *x: anything) -> text:
    """The texts one after another; null when one of them is."""
    return forms.joined([v if t.kind == "text" else cast(v, "TEXT") for v, t in x])
