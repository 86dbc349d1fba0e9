"""The SQL forms of a spine: the starts of all periods from a first to a last one, made without a table."""

from __future__ import annotations

from datetime import date, timedelta

from sqlglot import exp

from metricdsl.errors import fail
from metricdsl.functions.sql import E, column, identifier, number, paren, whole
from metricdsl.functions.time_forms import TimeForms, basic
from metricdsl.types import MONTHS, SECONDS, SUB_DAY, Kind

DIGITS = "ten_digits"
"""The name of the part with the numbers 0 to 9, see `numbers`."""


class SpineForms(TimeForms):
    """What lists periods. A dialect with series or sequences of its own overrides `series` or `numbers`."""

    def series(self, first: E, last: E, grain: str, name: str) -> exp.Select:
        """A SELECT of the starts of periods from the first to the last, both periods' starts themselves.

        Each step is added to the first start (never to the one before), so clamped ends do not drift.
        """
        unit = grain.removeprefix("fiscal_")
        kind: Kind = "timestamp" if grain in SUB_DAY else "date"
        steps, step = column("n", "numbers"), unit
        moved = self.plus(first.copy(), kind, *((steps, step) if grain in SUB_DAY else basic(steps, step)))
        source = exp.Subquery(
            this=self.numbers(first, last, unit), alias=exp.TableAlias(this=identifier("numbers"))
        )
        return exp.Select(expressions=[exp.Alias(this=moved, alias=identifier(name))]).from_(source)

    def numbers(self, first: E, last: E, unit: str) -> exp.Select:
        """A SELECT of the numbers 0, 1, … `n` up to the steps of a unit that lead from one start to the other.

        Digits are crossed, which needs no recursion: recursion ends early, and silently, on some engines.
        A digit's place is read only as far as it is needed. The digits are a part of the statement
        that `Forms.finished` adds.
        """
        most, places = self._most(first, last, unit)
        total: E | None = None
        query = exp.Select()
        for place in range(places):
            name = f"d{place}"
            digit: E = column("d", name)
            if place:
                digit = exp.Mul(this=digit, expression=whole(10**place))
                query = query.where(exp.LTE(this=digit.copy(), expression=most.copy()))
            total = digit if total is None else exp.Add(this=total, expression=digit.copy())
            source = exp.Table(this=identifier(DIGITS), alias=exp.TableAlias(this=identifier(name)))
            query = query.from_(source) if not place else query.join(source, join_type="cross")
        assert total is not None
        query = query.where(exp.LTE(this=paren(total), expression=most.copy()))
        return query.select(exp.Alias(this=total.copy(), alias=identifier("n")))

    def _most(self, first: E, last: E, unit: str) -> tuple[E, int]:
        """How many steps there are, and how many decimal places that number can have."""
        start, end = first.meta.get("moment"), last.meta.get("moment")
        if start is not None and end is not None:
            count = steps_between(start, end, unit)
            if count >= 10_000_000:
                raise fail(
                    "long-spine",
                    f"this is {count} periods, too many to list each",
                    None,
                    "ask for a coarser grain",
                )
            return whole(count), len(str(max(count, 0)))
        if unit in ("minute", "second"):
            raise fail(
                "open-spine", f"by {unit} is too fine for a range without both ends on this database", None,
                "say `for` from when to when",
            )  # fmt: skip
        return self.steps(first, last, unit), 8 if unit == "hour" else 7  # up to the year 9999

    def steps(self, first: E, last: E, unit: str) -> E:
        """How many steps of a unit lead from one start to the other."""
        if unit in SUB_DAY:
            return self.as_integer(
                self.ratio(self.elapsed_seconds(first, last), number(f"{SECONDS[unit]}.0"))
            )
        if unit in ("day", "week"):
            days = self.elapsed_days(first, last)
            return days if unit == "day" else self.as_integer(self.ratio(days, number("7.0")))

        def months(value: E) -> E:
            year = exp.Mul(this=self.local_part("year", value, "date"), expression=whole(12))
            return exp.Add(this=year, expression=self.local_part("month", value.copy(), "date"))

        difference = exp.Sub(this=months(last), expression=exp.Paren(this=months(first)))
        size = MONTHS[unit]
        return difference if size == 1 else self.as_integer(self.ratio(difference, number(f"{size}.0")))


def steps_between(first: date, last: date, unit: str) -> int:
    """How many steps of a unit lead from one start to the other."""
    if unit in MONTHS:
        return ((last.year - first.year) * 12 + last.month - first.month) // MONTHS[unit]
    return (last - first) // timedelta(seconds=SECONDS[unit])
