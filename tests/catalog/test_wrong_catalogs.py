"""What authors get to read: the place, and the whole message, of one wrong catalog after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from metricdsl.catalog import nodes
from metricdsl.catalog.loader import load_entries
from metricdsl.errors import Diagnostic, MetricError
from tests.catalog.cases import Case, cases

CASES = list(cases())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_message(case: Case, folder: Path) -> None:
    found = _problems(case)
    assert str(MetricError(*found)) == case.message


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_place(case: Case, folder: Path) -> None:
    places = [(d.span.source.name, d.span.start, d.span.end) for d in _problems(case) if d.span]
    assert places == case.marked()


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_the_same_without_the_c_library(case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "_Loader", nodes._PythonLoader)
    assert str(MetricError(*_problems(case))) == case.message


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40
    assert len({case.title for case in CASES}) == len(CASES)


def _problems(case: Case) -> list[Diagnostic]:
    """What loading and then every definition has to say."""
    for name, text in case.written().items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8", newline="")
    found: list[Diagnostic] = []
    try:
        entries = load_entries(".")
    except MetricError as error:
        return list(error.diagnostics)
    for entry in (entries.settings_entry, *entries):
        try:
            _ = entry.model
        except MetricError as error:
            found += error.diagnostics
    return found
