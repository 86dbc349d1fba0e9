"""Snowflake as the emulator fakesnow has it (sqlglot and DuckDB), behind Snowflake's own connector.

A server of its own for each worker, in a virtualenv of its own, because it pins another sqlglot:
`python -m tests.engines.snowflake --install` makes that. The server speaks Snowflake's protocol.
"""

from __future__ import annotations

import atexit
import ctypes
import signal
import subprocess
import sys
import warnings
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from metricdsl.functions.sql import RESERVED
from tests.engines import Table, Unavailable, schemas

NAME = "Snowflake's emulator"
DIALECT = "snowflake"
FOLDER = Path(__file__).parents[2] / "build" / "fakesnow"
PACKAGES = ("fakesnow==0.12.1", "snowflake-connector-python==4.8.1", "duckdb==2.0.0", "sqlglot[c]==30.22.0",
            "uvicorn", "starlette")  # fmt: skip

TYPES = {
    "text": "VARCHAR",
    "integer": "NUMBER(38, 0)",
    "number": "DOUBLE",
    "money": "NUMBER(18, 2)",
    "percent": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP_NTZ",
    "duration": "DOUBLE",
    "timestamptz": "TIMESTAMP_TZ",
}
PORTS: list[int] = []
"""Those of the servers that this process has started."""
ROWS = 200
"""So many rows an INSERT takes: each is read by sqlglot."""


def connect() -> Any:
    python = FOLDER / "bin" / "python"
    if not python.exists():
        raise Unavailable("no fakesnow: python -m tests.engines.snowflake --install")
    try:
        import snowflake.connector
    except ImportError as missing:
        raise Unavailable("the package snowflake-connector-python is not installed") from missing
    port = start(python)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return snowflake.connector.connect(**login(port))


def login(port: int) -> dict[str, Any]:
    return {
        "account": "test", "user": "tester", "password": "secret", "protocol": "http", "host": "127.0.0.1",
        "port": port, "database": "TESTS", "schema": "PUBLIC",
    }  # fmt: skip


def start(python: Path) -> int:
    """The port of a new server."""
    server = Path(__file__).parent / "snowflake_server.py"
    running = subprocess.Popen(
        [python, "-P", server], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        preexec_fn=_end_with_parent, text=True,
    )  # fmt: skip
    atexit.register(running.kill)
    assert running.stdout is not None
    line = running.stdout.readline()
    if not line.strip().isdigit():
        raise Unavailable("the server of fakesnow did not come up")
    PORTS.append(int(line))
    return PORTS[-1]


def _end_with_parent() -> None:
    """Linux ends the server when the process of the tests is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def load(connection: Any, tables: Sequence[Table]) -> None:
    with connection.cursor() as cursor:
        own = "schema_name NOT IN ('INFORMATION_SCHEMA', 'information_schema', 'PUBLIC', '_fs_information_schema')"
        cursor.execute(f"SELECT schema_name FROM information_schema.schemata WHERE {own}")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP SCHEMA "{name}" CASCADE')
        for name in {"work", *schemas(tables)}:
            cursor.execute(f"CREATE SCHEMA {names(name)}")
        cursor.execute("USE SCHEMA work")
        for table in tables:
            columns = ", ".join(
                f"{_name(column)} {TYPES[kind]}"
                for column, kind in zip(table.columns, table.types, strict=True)
            )
            cursor.execute(f"CREATE TABLE {names(table.name)} ({columns})")
            for first in range(0, len(table.rows), ROWS):
                rows = ", ".join(f"({', '.join(map(literal, r))})" for r in table.rows[first : first + ROWS])
                cursor.execute(f"INSERT INTO {names(table.name)} VALUES {rows}")


def names(dotted: str) -> str:
    """Names as people write them there: bare, which means capitals, wherever that is possible."""
    return ".".join(map(_name, dotted.split(".")))


def _name(name: str) -> str:
    if name.isascii() and name.replace("_", "a").isalnum() and not name[0].isdigit() and name == name.lower():
        return f'"{name.upper()}"' if name in RESERVED else name
    return '"' + name.replace('"', '""') + '"'


def literal(value: Any) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).upper()
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
        case datetime() | date():
            return f"'{value.isoformat()}'"
        case float():
            return f"{value!r}::DOUBLE"
        case Decimal():
            return str(value)
    return repr(value)


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [tuple(row) for row in cursor.fetchall()]


def database(connection: Any) -> Any:
    return connection


def install() -> None:
    """Make the virtualenv of the server, or leave it as it is."""
    if (FOLDER / "bin" / "fakesnow").exists():
        return
    FOLDER.parent.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    pip = [FOLDER / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *PACKAGES], check=True)


if __name__ == "__main__":
    if sys.argv[1:] != ["--install"]:
        sys.exit("usage: python -m tests.engines.snowflake --install")
    install()
