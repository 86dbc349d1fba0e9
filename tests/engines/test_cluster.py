"""Beyond one machine: the demo on Spark with two executors gives the rows that DuckDB gives."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl import demo
from tests.conftest import NOT_RUN
from tests.engines import cluster


@pytest.fixture(scope="module")
def duck() -> Any:
    connection = duckdb.connect()
    demo.create(connection, scale=0.5)
    return metricdsl.connect(cluster.CATALOG, connection)


@pytest.fixture(scope="module")
def told(duck: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the process with the cluster says."""
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip(f"{NOT_RUN}Spark cluster (no pyspark or no Java)")
    folder = tmp_path_factory.mktemp("cluster")
    for table in sorted(tables(duck.catalog)):
        duck.database._connection.execute(f"COPY {table} TO '{folder}/{table.removeprefix('crm.')}.parquet'")
    command = [sys.executable, "-m", "tests.engines.cluster", str(folder)]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=600, check=False,
        env=environment(),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def environment() -> dict[str, str]:
    here = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": here, "SPARK_LOCAL_IP": "127.0.0.1"}


def tables(catalog: Any) -> set[str]:
    """The tables that the questions read."""
    asked = cluster.QUESTIONS.values()
    entities = {e for q in asked for e in metricdsl.compile(q, catalog, as_of=cluster.AS_OF).entities}
    return {catalog.entries.entities[name].model.table for name in entities}


@pytest.mark.parametrize("name", cluster.QUESTIONS)
def test_the_rows_are_those_of_duckdb(name: str, told: dict[str, Any], duck: Any) -> None:
    expected = cluster.rows_of(duck, cluster.QUESTIONS[name])
    assert len(expected) > 1
    assert told["answers"][name] == expected


def test_two_executors_worked(told: dict[str, Any]) -> None:
    assert len(told["tasks"]) == 2
    assert all(done > 0 for done in told["tasks"].values())


def test_a_stopped_session_is_said_in_words(told: dict[str, Any]) -> None:
    assert told["stopped"].startswith("error[connection-lost]: The connection to the Spark session was lost")
