"""The SQL of every case, for the warehouses that cannot be run here, before parsers that are not sqlglot's."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import metricdsl
from metricdsl.render.dialects import dialects
from tests import parsers
from tests.cases import records
from tests.cases.reading import Case, case_files
from tests.conftest import NOT_RUN
from tests.parsers import Unavailable

FILES = {file.name: file for file in case_files() if any(case.rows is not None for case in file.cases)}
BUILT = [name for name in parsers.NAMES if parsers.parser(name).DIALECT in dialects()]

REFUSED = "not-on-dialect"  # the code of the error where a dialect cannot do what is asked

Problems = Callable[[list[str]], list[str | None]]


@pytest.fixture(scope="session")
def _started() -> Iterator[dict[str, Any]]:
    started: dict[str, Any] = {}
    yield started
    for running in started.values():
        if hasattr(running, "close"):
            running.close()


@pytest.fixture
def problems(request: pytest.FixtureRequest, _started: dict[str, Any]) -> Callable[[str], Problems]:
    """`problems("trino")`: that parser, started once in a run; skips where it cannot be had."""

    def get(name: str) -> Problems:
        parser = parsers.parser(name)
        if name not in _started:
            try:
                _started[name] = parser.start()
            except Unavailable as reason:
                _started[name] = reason
        if isinstance(_started[name], Unavailable):
            pytest.skip(f"{NOT_RUN}{parser.NAME} ({_started[name]})")
        request.node.user_properties.append(("parser", name))
        return lambda statements: parser.problems(_started[name], statements)

    return get


@pytest.mark.parametrize("name", parsers.NAMES)
def test_mistakes_are_found(name: str, problems: Callable[[str], Problems]) -> None:
    """A parser that takes everything, or nothing, would prove nothing."""
    bad = list(parsers.parser(name).BAD)
    assert len(bad) >= 10
    found = problems(name)(["SELECT a FROM t", *bad])
    assert found[0] is None
    assert [s for s, problem in zip(bad, found[1:], strict=True) if problem is None] == []


@pytest.fixture(scope="session")
def catalog() -> Callable[[str], metricdsl.Catalog]:
    """The catalog of a case file."""
    found: dict[str, metricdsl.Catalog] = {}

    def get(file: str) -> metricdsl.Catalog:
        if file not in found:
            with tempfile.TemporaryDirectory() as folder:
                found[file] = records.loaded(FILES[file], Path(folder))
        return found[file]

    return get


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", BUILT)
def test_cases_parse(
    name: str, file: str, problems: Callable[[str], Problems], catalog: Callable[[str], metricdsl.Catalog]
) -> None:
    asked, dialect = problems(name), parsers.parser(name).DIALECT
    made = [(case, compiled(case, catalog(file), dialect)) for case in FILES[file].cases if case.rows]
    statements = [(case, sql) for case, sql in made if sql is not None]
    found = asked([sql for _, sql in statements])
    wrong = [
        f"{case.id}\n\n{case.ask}\n\n{sql}\n\n{parsers.parser(name).NAME} says: {problem}"
        for (case, sql), problem in zip(statements, found, strict=True)
        if problem is not None
    ]
    if wrong:
        pytest.fail(f"{len(wrong)} of {len(found)} statements do not parse\n\n" + wrong[0], pytrace=False)


def compiled(case: Case, catalog: metricdsl.Catalog, dialect: str) -> str | None:
    """The SQL; None where the dialect has none for the question, and says so."""
    assert case.ask is not None
    try:
        return metricdsl.compile(
            case.ask, catalog, dialect=dialect, as_of=case.as_of, language=case.language
        ).sql
    except metricdsl.MetricError as refused:
        if {d.code for d in refused.diagnostics} != {REFUSED}:
            raise
        return None
