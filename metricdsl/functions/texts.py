"""Functions of texts."""

from __future__ import annotations

from metricdsl.functions.forms import Forms
from metricdsl.functions.signature import anything, integer, row_function, text


@row_function
def lower(forms: Forms, x: text) -> text:
    """x in small letters."""
    return forms.lower(x[0])


@row_function
def upper(forms: Forms, x: text) -> text:
    """x in capitals."""
    return forms.upper(x[0])


@row_function
def trim(forms: Forms, x: text) -> text:
    """x without blanks at its ends."""
    return forms.trim(x[0])


@row_function
def length(forms: Forms, x: text) -> integer:
    """The number of characters."""
    return forms.length(x[0])


@row_function
def concat(forms: Forms, *x: anything) -> text:
    """The texts one after another; null when one of them is."""
    return forms.joined([forms.text(v, t.kind) for v, t in x])
