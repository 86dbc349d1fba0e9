"""Importing, loading and compiling cost little beside what they cannot do without."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks import compiling
from tests.benchmarks.timing import Line


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiling.write_catalog(tmp_path_factory.mktemp("large") / "catalog", 1_000)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiling.write_catalog(tmp_path_factory.mktemp("small") / "catalog", compiling.SMALL)


def test_import_is_light() -> None:
    assert_met(compiling.importing())


def test_compiling_costs_little_more_than_writing_the_sql() -> None:
    assert_met(compiling.compiling())


def test_loading_costs_little_more_than_parsing_the_yaml(large: Path) -> None:
    assert_met(compiling.loading(large))


def test_a_question_to_many_metrics_costs_what_it_costs_to_few(large: Path, small: Path) -> None:
    assert_met(compiling.asking_of_many(large, small))


SLACK = 1.5
"""A busy machine disturbs one side more than the other; `make bench` shows the ratios against their targets."""


def assert_met(line: Line) -> None:
    assert line.target is not None
    assert line.ratio <= line.target * SLACK, f"{line.name}: {line.ratio:.2f} times"
