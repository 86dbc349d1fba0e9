"""Outcomes of tests for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from metricdsl.catalog.values import Cell
from metricdsl.show.table import grid
from metricdsl.testing import comparing
from metricdsl.testing.comparing import Plain
from metricdsl.testing.examples import Outcome

WORDS = {"passed": "ok", "failed": "FAILED", "broken": "BROKEN"}


def outcome_text(outcome: Outcome) -> str:
    """A line for what passed; of the rest the place, the question, and what was expected and what came."""
    if outcome.status == "passed":
        return f"{WORDS['passed']:8}{outcome.name}"
    lines = [f"{WORDS[outcome.status]:8}{outcome.name}", f"  --> {outcome.place.location}"]
    if outcome.question:
        lines.append(f"  asked     {' '.join(outcome.question.split())}")
    if outcome.problems:
        lines += ["", *(str(problem) for problem in outcome.problems)]
        return "\n".join(lines) + "\n"
    lines += _sides(outcome)
    if outcome.hint:
        lines.append(f"  hint: {outcome.hint}")
    return "\n".join(lines) + "\n"


def _sides(outcome: Outcome) -> list[str]:
    if not isinstance(outcome.expected, tuple) and len(outcome.rows) == len(outcome.columns) == 1:
        return [f"  expected  {shown(outcome.expected)}", f"  got       {shown(outcome.rows[0][0])}"]
    if not isinstance(outcome.expected, tuple):
        came = [[shown(v) for v in row] for row in outcome.rows]
        aligns = ["left"] * len(outcome.columns)
        return [f"  expected  {shown(outcome.expected)}", *_indented(outcome.columns, came, aligns)]
    return _beside(outcome.expected, outcome.columns, outcome.rows)


def _beside(
    expected: Sequence[Mapping[str, Cell]], columns: Sequence[str], rows: Sequence[Sequence[Plain]]
) -> list[str]:
    """Row by row, what was expected at the left and what came at the right; `≠` marks where they differ."""
    names = list(dict.fromkeys([*(name for row in expected for name in row), *columns]))
    headings = ["", *(f"{name} expected" for name in names), *(f"{name} got" for name in names)]
    lines = []
    for index in range(max(len(expected), len(rows))):
        wanted = expected[index] if index < len(expected) else None
        came = dict(zip(columns, rows[index], strict=True)) if index < len(rows) else None
        equal = wanted is not None and index < len(rows) and comparing.same_row(wanted, columns, rows[index])
        left = [shown(wanted[n]) if wanted is not None and n in wanted else "" for n in names]
        right = [shown(came[n]) if came is not None and n in came else "" for n in names]
        lines.append(["" if equal else "≠", *left, *right])
    return _indented(headings, lines, ["left"] * len(headings))


def _indented(headings: Sequence[str], rows: Sequence[Sequence[str]], aligns: Sequence[str]) -> list[str]:
    return [f"  {line}".rstrip() for line in grid(headings, rows, aligns)]  # type: ignore[arg-type]  # of Align


def shown(value: Cell | Plain) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime():
            return value.isoformat(" ")
        case _:
            return str(value)


def summary(outcomes: Sequence[Outcome], where: str) -> str:
    """`metrics_catalog: 24 tests, 1 failed`"""
    if not outcomes:
        return f"{where}: no tests"
    tests = f"{len(outcomes)} test{'s' if len(outcomes) != 1 else ''}"
    bad = [f"{count} {word}" for word in ("failed", "broken") if (count := _count(outcomes, word))]
    return f"{where}: {tests}, {', '.join(bad) or 'all passed'}"


def _count(outcomes: Sequence[Outcome], status: str) -> int:
    return sum(outcome.status == status for outcome in outcomes)


def json_report(outcomes: Iterable[Outcome]) -> str:
    """`{"tests": [{"name", "status", "file", "line", "column", "question", "expected", "got", …}]}`

    Rows are maps by column, with dates as texts; `hint` and `errors` are there where there are any.
    """
    return json.dumps({"tests": [_as_map(o) for o in outcomes]}, ensure_ascii=False, indent=2)


def _as_map(outcome: Outcome) -> dict[str, object]:
    line, column = outcome.place.source.position(outcome.place.start)
    expected = outcome.expected
    return {
        "name": outcome.name,
        "status": outcome.status,
        "file": outcome.place.source.name,
        "line": line,
        "column": column,
        "question": outcome.question,
        "expected": [_row(row) for row in expected] if isinstance(expected, tuple) else _plain(expected),
        "got": [_row(dict(zip(outcome.columns, row, strict=True))) for row in outcome.rows],
        **({"hint": outcome.hint} if outcome.hint else {}),
        **({"errors": [d.as_dict() for d in outcome.problems]} if outcome.problems else {}),
    }


def _row(row: Mapping[str, Cell | Plain]) -> dict[str, object]:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Cell | Plain) -> object:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case datetime():
            return value.isoformat(" ")
        case date():
            return value.isoformat()
        case _:
            return value
