"""Functions of numbers. Outside its domain a function is null, never an error of the engine."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, call, when, whole
from metricdsl.functions.signature import integer, number, plain, row_function, same


@row_function
def abs_(forms: Forms, x: number) -> same:
    """x without its sign."""
    return exp.Abs(this=x[0])


@row_function
def round_(forms: Forms, x: number, digits: integer = None) -> same:
    """x rounded half away from zero, to whole numbers or to some digits."""
    return forms.rounded(x[0], digits and digits[0])


@row_function
def floor(forms: Forms, x: number) -> same:
    """The largest whole number not above x."""
    return forms.floor(x[0])


@row_function
def ceil(forms: Forms, x: number) -> same:
    """The smallest whole number not below x."""
    return forms.ceiling(x[0])


@row_function
def sqrt(forms: Forms, x: number) -> plain:
    """The square root; null of a negative number."""
    return when(exp.GTE(this=x[0], expression=whole(0)), exp.Sqrt(this=forms.real(x[0].copy())))


@row_function
def ln(forms: Forms, x: number) -> plain:
    """The natural logarithm; null of 0 or a negative number."""
    return when(exp.GT(this=x[0], expression=whole(0)), exp.Ln(this=forms.real(x[0].copy())))


@row_function
def exp_(forms: Forms, x: number) -> plain:
    """e to the power of x."""
    return exp.Exp(this=forms.real(x[0]))


@row_function
def power(forms: Forms, x: number, y: number) -> plain:
    """x to the power of y; null of 0 to a negative power, and of a negative number to a broken one."""
    base, exponent = forms.real(x[0]), forms.real(y[0])
    zero_below = exp.And(
        this=exp.EQ(this=base.copy(), expression=whole(0)),
        expression=exp.LT(this=exponent.copy(), expression=whole(0)),
    )
    broken = exp.And(
        this=exp.LT(this=base.copy(), expression=whole(0)),
        expression=exp.NEQ(this=exponent.copy(), expression=exp.Floor(this=exponent.copy())),
    )
    undefined: E = exp.Or(this=exp.Paren(this=zero_below), expression=exp.Paren(this=broken))
    if isinstance(y[0], exp.Literal) and "." not in y[0].this:
        return call("POWER", base, exponent)
    return when(exp.Not(this=exp.Paren(this=undefined)), call("POWER", base, exponent))


@row_function
def mod(forms: Forms, x: number, y: number) -> same:
    """The remainder of x by y with the sign of x; null when y is 0."""
    return forms.remainder(x[0], y[0])
