"""Functions of dates and timestamps."""

from __future__ import annotations

from typing import Any

from sqlglot import exp

from metricdsl.functions.forms import E, Forms, paren, when, whole
from metricdsl.functions.signature import (
    Typed,
    a_date,
    in_days,
    in_hours,
    in_minutes,
    in_months,
    in_seconds,
    in_weeks,
    in_years,
    integer,
    moment,
    row_function,
)  # fmt: skip
from metricdsl.types import MONTHS, SECONDS


def elapsed(forms: Forms, start: Typed, end: Typed, unit: str) -> E:
    """From one moment to another in a fixed unit: whole days between dates, with fractions otherwise."""
    (a, a_type), (b, b_type) = start, end
    seconds = SECONDS[unit]
    if a_type.kind == b_type.kind == "date" and (unit in ("day", "week") or forms.calendar.zone == "UTC"):
        whole_days = forms.elapsed_days(a, b)
        if unit == "day":
            return whole_days
        if unit == "week":
            return forms.ratio(whole_days, exp.Literal.number("7.0"))
        return exp.Mul(this=whole_days, expression=whole(86400 // seconds))
    length = forms.elapsed_seconds(forms.instant(a, a_type.kind), forms.instant(b, b_type.kind))
    if seconds == 1:
        return length
    divisor = exp.Literal.number(f"{seconds}.0")
    return exp.Div(this=paren(length), expression=divisor, typed=False, safe=False)


def whole_months(forms: Forms, start: Typed, end: Typed, unit: str) -> E:
    """The most units that may be added to the start without passing the end; negative the other way round."""
    (a, a_type), (b, b_type) = start, end
    size = MONTHS[unit]

    def forward(early: Typed, late: Typed) -> E:
        (e, e_type), (x, x_type) = early, late

        def month(value: E, kind: Any) -> E:
            year = exp.Mul(this=forms.part("year", value, kind), expression=whole(12))
            return exp.Add(this=year, expression=forms.part("month", value.copy(), kind))

        difference: E = exp.Sub(this=month(x, x_type.kind), expression=exp.Paren(this=month(e, e_type.kind)))
        if size > 1:
            difference = forms.part("year", x, x_type.kind)
            difference = exp.Sub(this=difference, expression=forms.part("year", e, e_type.kind))
        moved = forms.add(e.copy(), e_type.kind, exp.Paren(this=difference.copy()), unit)
        if e_type.kind != x_type.kind:
            moved, x = forms.instant(moved, e_type.kind), forms.instant(x.copy(), x_type.kind)
        passed = exp.GT(this=moved, expression=x.copy())
        return exp.Sub(this=difference, expression=when(passed, whole(1), whole(0)))

    backward = exp.Neg(this=exp.Paren(this=forward((b.copy(), b_type), (a.copy(), a_type))))
    if a_type.kind == b_type.kind:
        later = exp.GTE(this=b.copy(), expression=a.copy())
    else:
        later = exp.GTE(
            this=forms.instant(b.copy(), b_type.kind), expression=forms.instant(a.copy(), a_type.kind)
        )
    return exp.Case(
        ifs=[
            exp.If(this=later, true=forward(start, end)),
            exp.If(this=exp.Not(this=exp.Paren(this=later.copy())), true=backward),
        ]
    )


@row_function
def seconds(forms: Forms, a: moment, b: moment) -> in_seconds:
    """Seconds elapsed from a to b."""
    return elapsed(forms, a, b, "second")


@row_function
def minutes(forms: Forms, a: moment, b: moment) -> in_minutes:
    """Minutes elapsed from a to b, with fractions."""
    return elapsed(forms, a, b, "minute")


@row_function
def hours(forms: Forms, a: moment, b: moment) -> in_hours:
    """Hours elapsed from a to b, with fractions."""
    return elapsed(forms, a, b, "hour")


@row_function
def days(forms: Forms, a: moment, b: moment) -> in_days:
    """Days elapsed from a to b: whole between dates, with fractions between timestamps."""
    return elapsed(forms, a, b, "day")


@row_function
def weeks(forms: Forms, a: moment, b: moment) -> in_weeks:
    """Weeks elapsed from a to b, with fractions."""
    return elapsed(forms, a, b, "week")


@row_function
def months(forms: Forms, a: moment, b: moment) -> in_months:
    """Whole months from a to b: the most that can be added to a without passing b."""
    return whole_months(forms, a, b, "month")


@row_function
def years(forms: Forms, a: moment, b: moment) -> in_years:
    """Whole years from a to b."""
    return whole_months(forms, a, b, "year")


@row_function
def date(forms: Forms, t: moment) -> a_date:
    """The local date of a timestamp."""
    return forms.day(t[0], t[1].kind)


@row_function
def year(forms: Forms, t: moment) -> integer:
    """The year of a moment in local time."""
    return forms.part("year", t[0], t[1].kind)


@row_function
def month(forms: Forms, t: moment) -> integer:
    """The month, 1 to 12, of a moment in local time."""
    return forms.part("month", t[0], t[1].kind)


@row_function
def day(forms: Forms, t: moment) -> integer:
    """The day of the month of a moment in local time."""
    return forms.part("day", t[0], t[1].kind)


@row_function
def weekday(forms: Forms, t: moment) -> integer:
    """1 for Monday to 7 for Sunday, in local time."""
    return forms.part("weekday", t[0], t[1].kind)


@row_function
def hour(forms: Forms, t: moment) -> integer:
    """The hour, 0 to 23, of a moment in local time."""
    return forms.part("hour", t[0], t[1].kind)
