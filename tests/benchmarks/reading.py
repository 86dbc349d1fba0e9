"""Reading rows: our connections against the drivers themselves. `python -m tests.benchmarks.reading [ROWS]`"""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from metricdsl.run.opening import open_database
from tests.benchmarks.timing import Line, side_by_side, table
from tests.engines import Unavailable, mariadb, postgres

ROWS = 1_000_000
TYPES = "id bigint, amount decimal(18, 2), rate double precision, size int, name varchar(20), day date, moment {}, late bigint"
SELECT = "SELECT * FROM wide"
MOST = 1.1
"""How many times the time of the driver's own way we may take."""


def line(
    engine: str, ours: Callable[[], object], other: Callable[[], object], target: float | None = MOST
) -> Line:
    mine, theirs = side_by_side(ours, other, least=3, most=5)
    return Line(f"read-{engine}", mine, theirs, target)


def on_duckdb(rows: int) -> Line:
    with duckdb.connect() as live:
        live.execute(f"CREATE TABLE wide ({TYPES.format('timestamp')})")
        live.execute(f"INSERT INTO wide {_rows(rows)}")
        connection = open_database(live)
        return line("duckdb", lambda: connection.execute(SELECT), lambda: live.sql(SELECT).to_arrow_table())


def on_postgres(rows: int) -> Line:
    import adbc_driver_postgresql.dbapi as adbc

    with _postgres() as live:
        live.execute(f"DROP TABLE IF EXISTS wide; CREATE TABLE wide ({TYPES.format('timestamp')})")
        live.execute(f"INSERT INTO wide {_rows(rows)}")
        url = postgres.database(live)
        connection = open_database(url)
        with adbc.connect(url) as driver, driver.cursor() as cursor:

            def theirs() -> Any:
                cursor.execute(SELECT)
                return cursor.fetch_arrow_table()

            return line("postgres", lambda: connection.execute(SELECT), theirs)


def on_mariadb(rows: int) -> Line:
    """Against rows of Python values, which is all that the driver gives; ours are turned into Arrow too."""
    live = mariadb.connect()
    connection = open_database(live)
    with live.cursor() as cursor:
        cursor.execute("CREATE DATABASE main")
        cursor.execute("USE main")
        cursor.execute(f"CREATE TABLE wide ({TYPES.format('datetime')})")
        cursor.execute(f"INSERT INTO wide {_rows(rows, 'seq_0_to_{} AS t', 'seq')}")

        def theirs() -> Any:
            cursor.execute(SELECT)
            return cursor.fetchall()

        return line("mariadb", lambda: connection.execute(SELECT), theirs, None)


def _rows(count: int, source: str = "generate_series(0, {}) AS t(i)", i: str = "i") -> str:
    day = f"DATE '2020-01-01' + INTERVAL '1' DAY * ({i} % 1500)"
    if i == "seq":
        day = f"DATE '2020-01-01' + INTERVAL ({i} % 1500) DAY"
    return (
        f"SELECT {i}, {i} / 7.0, {i} * 1.1, {i} % 97, concat('name ', {i} % 1000), {day}, {day}, "
        f"CASE WHEN {i} % 5 > 0 THEN {i} END FROM {source.format(count - 1)}"
    )


@contextmanager
def _postgres() -> Iterator[Any]:
    """A server of its own, as the tests start one."""
    parent = "/tmp" if Path("/tmp").is_dir() else tempfile.gettempdir()
    os.environ[postgres.FOLDER] = folder = f"{parent}/metricdsl-{secrets.token_hex(8)}"
    os.environ[postgres.MAIN] = str(os.getpid())
    try:
        yield postgres.connect()
    finally:
        postgres.stop(Path(folder))


def main(arguments: list[str]) -> int:
    rows = int(arguments[0]) if arguments else ROWS
    lines = []
    for measure in (on_duckdb, on_postgres, on_mariadb):
        try:
            lines.append(measure(rows))
        except Unavailable as reason:
            print(f"{measure.__name__}: {reason}")
    print(table(lines))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
