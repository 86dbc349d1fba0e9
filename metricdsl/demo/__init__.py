"""The demo: three years of a made-up company's CRM, the same rows for the same scale everywhere."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from metricdsl.demo.postgres import DEMO, copy_to_postgres
from metricdsl.errors import fail

if TYPE_CHECKING:
    import duckdb

__all__ = ["DEMO", "UNTIL", "copy_to_postgres", "create"]

UNTIL = date(2025, 6, 30)


def create(
    connection: duckdb.DuckDBPyConnection, scale: float = 1.0, until: date = UNTIL, replace: bool = False
) -> None:
    """Makes the schema `crm` in the connection's database, with three years of events up to the day `until`.

    Scale 1 has about 20,000 orders and 2,300 customers; everything that grows with the company grows
    with `scale`. Raises MetricError where a schema `crm` holds tables and `replace` is false.
    """
    if scale <= 0:
        raise fail("demo-scale", f"the scale of the demo must be greater than 0, not {scale}")
    making = connection.cursor()  # its temporary tables and macros go with it
    try:
        making.execute("BEGIN")
        _make_room(making, replace)
        for script in _scripts():
            for statement in making.extract_statements(script):
                given = {"scale": scale, "until": until}
                making.execute(statement, {name: given[name] for name in statement.named_parameters})
        making.execute("COMMIT")
    finally:
        making.close()


def _scripts() -> list[str]:
    folder = files("metricdsl.demo")
    return [
        f.read_text("utf-8")
        for f in sorted(folder.iterdir(), key=lambda f: f.name)
        if f.name.endswith(".sql")
    ]


def _make_room(making: duckdb.DuckDBPyConnection, replace: bool) -> None:
    taken = making.execute(
        "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'crm' AND database_name = current_database()"
    )
    if taken.fetchone() and not replace:
        raise fail("demo-schema-taken", "the database already has tables in the schema crm",
                   None, "use another database, or replace=True to make them anew")  # fmt: skip
    making.execute("DROP SCHEMA IF EXISTS crm CASCADE")
    making.execute("CREATE SCHEMA crm")
