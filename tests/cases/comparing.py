"""Whether the rows that came are those that were expected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.cases.reading import is_quoted

MARK = "(mark)"  # a last column of the expected rows that says incomplete, cut or other; `-` is none


def same(expected: Sequence[Sequence[str]], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
    """The very columns, and the rows in their very order."""
    header, *lines = expected
    if list(header) != list(columns) or len(lines) != len(rows):
        return False
    return all(
        len(line) == len(row) and all(map(fits, line, row)) for line, row in zip(lines, rows, strict=True)
    )


def fits(token: str, value: Any) -> bool:
    """One expected token: a fraction such as 4/7 is a number worked out by hand and left exact."""
    match value:
        case None:
            return token == "null"
        case bool():
            return token == ("true" if value else "false")
        case int() | float() | Decimal():
            wanted = number(token)
            return wanted is not None and close(wanted, value)
        case datetime():
            return " " in token and datetime.fromisoformat(token) == value
        case date():
            return token == value.isoformat()
        case str():
            return token[1:-1] == value if is_quoted(token) else token == value and not needs_quotes(value)
        case _:
            return False


def needs_quotes(text: str) -> bool:
    """Whether a text would read as something else if it stood there bare."""
    return text in ("", "null", "true", "false") or number(text) is not None or is_quoted(text)


def number(token: str) -> Fraction | None:
    try:
        return Fraction(token)
    except (ValueError, ZeroDivisionError):
        return None


def close(wanted: Fraction, value: float | Decimal) -> bool:
    """Exact but for the last digits of a double."""
    try:
        difference = abs(Fraction(value) - wanted)
    except (ValueError, OverflowError):  # nan, inf
        return False
    return difference <= max(abs(wanted), Fraction(1)) / 10**9


def with_marks(rows: Sequence[Sequence[Any]], marks: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows with one more value: the row's mark or `-`; several are joined by `+`, sorted."""
    by_row: dict[int, set[str]] = {}
    for mark in marks:
        by_row.setdefault(mark.row, set()).add(mark.mark)
    return [(*row, "+".join(sorted(by_row.get(i, {"-"})))) for i, row in enumerate(rows)]


def drawn(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Rows as the text of a case, for the message of a failure."""
    return aligned([list(columns), *([as_token(value) for value in row] for row in rows)])


def aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(line[i]) for line in lines if i < len(line)) for i in range(len(lines[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=False)).rstrip()
        for line in lines
    )


def as_token(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case datetime():
            return value.isoformat(" ")
        case str() if needs_quotes(value):
            return f"'{value}'"
        case _:
            return str(value)
