"""The rows of the benchmark at any size on three engines: DuckDB makes them, the others read what it made."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tests.benchmarks.questions import make_tables
from tests.engines import Unavailable, postgres

TABLES = ("sales_reps", "customers", "orders", "leads", "subscriptions")
MADE = "rows.duckdb"
PORTION = 5_000_000  # rows that are on their way to PostgreSQL at a time
MEMORY = 6  # GB that DuckDB and Spark may take


@dataclass(frozen=True)
class Warehouse:
    """An engine with the rows in it.

    `process` is the number of the process that answers, `cpu` the CPU seconds that all of its processes
    have taken so far.
    """

    dialect: str
    query: Callable[[str], list[tuple[Any, ...]]]
    process: int
    cpu: Callable[[], float]
    close: Callable[[], object]


def make(folder: Path, orders: int) -> None:
    """The tables of rows.sql in a file of DuckDB, from which the other engines get them."""
    with duckdb.connect(folder / MADE) as connection:
        connection.execute(f"SET memory_limit = '{MEMORY}GB'")
        make_tables(connection, orders)


def on_duckdb(folder: Path) -> Warehouse:
    connection = duckdb.connect(folder / MADE, read_only=True)
    connection.execute(f"SET memory_limit = '{MEMORY}GB'")
    connection.execute(f"SET temp_directory = '{folder}'")

    def query(sql: str) -> list[tuple[Any, ...]]:
        return connection.execute(sql).fetchall()

    return Warehouse("duckdb", query, os.getpid(), time.process_time, connection.close)


def on_postgres(folder: Path) -> Warehouse:
    """A server of its own, with the tables copied in portions and analysed."""
    try:
        import psycopg
    except ImportError as missing:
        raise Unavailable("the package psycopg is not installed") from missing
    # Beside the rows, since another user runs it, who may not look into a folder of ours.
    server = Path(tempfile.mkdtemp(prefix="metricdsl-", dir=folder.parent))
    postgres.launch(server)
    connection = psycopg.connect(postgres.address(server, "postgres"), autocommit=True)
    connection.execute("SET work_mem = '256MB'")
    connection.execute("ALTER SYSTEM SET autovacuum = off")  # its CPU would count as ours
    connection.execute("SELECT pg_reload_conf()")
    backend, main = connection.info.backend_pid, int((server / "data/postmaster.pid").read_text().split()[0])
    with duckdb.connect(folder / MADE, read_only=True) as rows:
        to_postgres(rows, connection, folder)

    def close() -> None:
        connection.close()
        postgres.stop(server)

    def query(sql: str) -> list[tuple[Any, ...]]:
        return list(connection.execute(sql).fetchall())

    def cpu() -> float:  # the workers of a query end with it, and count as ended children of the main process
        return cpu_seconds(backend) + cpu_seconds(main, ended=True)

    return Warehouse("postgres", query, backend, cpu, close)


def to_postgres(rows: duckdb.DuckDBPyConnection, connection: Any, folder: Path) -> None:
    """Copy the tables from DuckDB into an empty database."""
    file = folder / "portion.csv"
    for table in TABLES:
        columns = rows.execute(f"DESCRIBE {table}").fetchall()
        definitions = ", ".join(f"{name} {kind}" for name, kind, *_ in columns)
        connection.execute(f"CREATE TABLE {table} ({definitions})")
        [(count,)] = rows.execute(f"SELECT count(*) FROM {table}").fetchall()
        for start in range(0, count, PORTION):
            # The first column of each table counts its rows from nought.
            portion = f"{columns[0][0]} BETWEEN {start} AND {start + PORTION - 1}"
            rows.execute(f"COPY (FROM {table} WHERE {portion}) TO '{file}' (FORMAT csv, HEADER false)")
            with (
                connection.cursor().copy(f"COPY {table} FROM STDIN (FORMAT csv)") as copy,
                file.open("rb") as csv,
            ):
                while block := csv.read(1 << 20):
                    copy.write(block)
            file.unlink()
        connection.execute(f"VACUUM ANALYZE {table}")


def on_spark(folder: Path) -> Warehouse:
    """Two threads over Parquet files that DuckDB wrote."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise Unavailable("the package pyspark is not installed") from missing
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise Unavailable("no Java 17 or later")
    settings = {
        "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "OFF",
        "spark.driver.memory": f"{MEMORY}g", "spark.sql.shuffle.partitions": "8", "spark.local.dir": str(folder),
        "spark.sql.session.timeZone": "UTC",
    }  # fmt: skip
    builder = SparkSession.builder.master("local[2]").appName("metricdsl benchmarks")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    with duckdb.connect(folder / MADE, read_only=True) as rows:
        for table in TABLES:
            file = folder / f"{table}.parquet"
            rows.execute(f"COPY {table} TO '{file}' (FORMAT parquet)")
            session.read.parquet(str(file)).createOrReplaceTempView(table)
    process = session._jvm.java.lang.ProcessHandle.current().pid()

    def query(sql: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in session.sql(sql).collect()]

    return Warehouse("spark", query, process, lambda: cpu_seconds(process), session.stop)


ENGINES: dict[str, Callable[[Path], Warehouse]] = {
    "duckdb": on_duckdb,
    "postgres": on_postgres,
    "spark": on_spark,
}


def peak_memory(process: int) -> float:
    """The most gigabytes that a process has had in memory so far."""
    found = re.search(r"^VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
    assert found, "a process that has ended"
    return int(found[1]) / 1e6


def cpu_seconds(process: int, ended: bool = False) -> float:
    """The CPU time that a process has taken so far, or its children that have ended."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    first = 13 if ended else 11
    return sum(map(int, fields[first : first + 2])) / os.sysconf("SC_CLK_TCK")
