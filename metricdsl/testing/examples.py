"""Runs the tests of a catalog: makes the tables, asks the question, compares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from metricdsl.catalog.entries import Entry
from metricdsl.catalog.examples import Example
from metricdsl.catalog.values import Cell
from metricdsl.errors import Diagnostic, MetricError
from metricdsl.model.catalog import Catalog
from metricdsl.model.sources import unmapped
from metricdsl.run.failure import DatabaseError
from metricdsl.source import Span
from metricdsl.testing import comparing
from metricdsl.testing.comparing import Plain
from metricdsl.testing.given import Given
from metricdsl.testing.tables import fill


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a test.

    `columns` and `rows` are the answer, and `hint` says more about a value that was not the expected one.
    `problems` are why there is no answer.
    """

    name: str
    place: Span
    status: Literal["passed", "failed", "broken"]
    question: str = ""
    expected: Cell | tuple[dict[str, Cell], ...] = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Plain, ...], ...] = ()
    hint: str = ""
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, eq=False)
class _Test:
    name: str
    given: Given
    question: str
    place: Span


def run(catalog: Catalog, words: str = "") -> Iterator[Outcome]:
    """The outcome of each test in the order of the files; with words, of those whose names have them all."""
    if catalog.entries.sources:
        catalog = Catalog(unmapped(catalog.entries))  # a test shows what is meant, wherever the tables are
    wanted = words.casefold().split()
    for found in sorted(_found(catalog), key=_where):
        if all(word in found.name.casefold() for word in wanted):
            yield found if isinstance(found, Outcome) else _outcome(catalog, found)


def _where(found: _Test | Outcome) -> tuple[str, int]:
    return found.place.source.name, found.place.start


def _found(catalog: Catalog) -> Iterator[_Test | Outcome]:
    """Tests, and as outcomes those that are no tests because something is wrong with them."""
    for entry in catalog.entries.metrics.values():
        try:
            examples = entry.model.tests
        except MetricError as error:
            if entry.is_list("tests"):
                yield Outcome(entry.name, entry.where("tests"), "broken", problems=error.diagnostics)
            continue
        for index, example in enumerate(examples):
            given = Given(entry, ("tests", index), example)
            yield _Test(
                _named(entry, example, index), given, example.asked(entry.name), entry.where("tests", index)
            )
    for test in catalog.entries.tests.values():
        try:
            yield _Test(test.name, Given(test, (), test.model), test.model.asked(), test.span)
        except MetricError as error:
            yield Outcome(test.name, test.span, "broken", problems=error.diagnostics)


def _named(entry: Entry[Any], example: Example, index: int) -> str:
    from metricdsl.catalog.schema import localized

    description = localized(example.description, None)
    return f"{entry.name}: {' '.join(description.split())}" if description else f"{entry.name} #{index + 1}"


def _outcome(catalog: Catalog, test: _Test) -> Outcome:
    try:
        columns, rows = _answer(catalog, test)
    except MetricError as error:
        problems = tuple(_advised(catalog, error))
        return Outcome(
            test.name, test.place, "broken", test.question, test.given.example.expect, problems=problems
        )
    expected = test.given.example.expect
    passed, hint = compared(expected, columns, rows)
    return Outcome(
        test.name, test.place, "passed" if passed else "failed", test.question, expected, columns, rows, hint
    )


def _answer(catalog: Catalog, test: _Test) -> tuple[tuple[str, ...], tuple[tuple[Plain, ...], ...]]:
    import duckdb

    from metricdsl.run.session import connect

    as_of = test.given.example.as_of
    with duckdb.connect(":memory:") as connection:
        catalog = fill(connection, catalog, test.given)
        if as_of is None:
            _refuse_today(catalog, test)
        with connect(catalog, connection) as session:
            result = session.ask(test.question, as_of=as_of)
        return tuple(column.name for column in result.columns), tuple(result.rows)


def _refuse_today(catalog: Catalog, test: _Test) -> None:
    """A test whose answer changes from day to day is none."""
    from metricdsl.compiler import compile

    made = compile(test.question, catalog)
    other = compile(test.question, catalog, as_of=made.as_of - timedelta(days=400))
    if made.sql != other.sql:
        message = "the answer depends on what day is today, and the test does not say"
        raise MetricError(
            Diagnostic("no-as-of", message, test.place, (f"add `as_of: {_example(made.as_of)}`",))
        )


def _example(today: date) -> str:
    return f"{today.year}-01-31"


def _advised(catalog: Catalog, error: MetricError) -> Iterator[Diagnostic]:
    """The problems; for a table that is not there, which entity's query wants it."""
    yield from error.diagnostics
    if not isinstance(error, DatabaseError) or error.missing is None:
        return
    bare = error.missing.name.rpartition(".")[2].casefold()
    for entity in catalog.definitions.usable_entities().values():
        if entity.sql is not None and bare in entity.sql.casefold():
            message = (
                f"{entity.name} is a query, and a test can only run it over tables and columns that other "
                f"entities declare: '{error.missing.name}' is none of them"
            )
            hint = f"give rows of {entity.name}: they stand for the answer of the query"
            yield Diagnostic("query-not-testable", message, entity.span, (hint,))


def compared(
    expected: Cell | tuple[dict[str, Cell], ...], columns: Sequence[str], rows: Sequence[Sequence[Plain]]
) -> tuple[bool, str]:
    """Whether the answer is the expected one, and a word on why it is not.

    A value stands for an answer of one row and one column; rows must be all rows in their order, with all
    columns in any order.
    """
    if not isinstance(expected, tuple):
        if len(columns) != 1 or len(rows) != 1:
            return False, f"the answer has {len(rows)} rows with {', '.join(columns)}: write `expect` as rows"
        got = rows[0][0]
        return comparing.fits(expected, got), _rounding([(expected, got)])
    for row in expected:
        if set(row) != set(columns):
            lacking = [c for c in columns if c not in row]
            extra = [c for c in row if c not in columns]
            parts = [f"'{c}' is not expected" for c in lacking] + [f"there is no '{c}'" for c in extra]
            return False, f"the answer's columns are {', '.join(columns)}: {', '.join(parts)}"
    if len(rows) != len(expected):
        return False, f"{len(rows)} rows came where {len(expected)} are expected"
    pairs = [
        (e[c], v) for e, row in zip(expected, rows, strict=True) for c, v in zip(columns, row, strict=True)
    ]
    return all(comparing.fits(e, v) for e, v in pairs), _rounding(pairs)


def _rounding(pairs: Sequence[tuple[Cell, Plain]]) -> str:
    if any(comparing.is_rounded(e, v) and not comparing.fits(e, v) for e, v in pairs):
        return "a rounded number is written with three decimals or more, such as 0.167 or 16.7%"
    return ""
