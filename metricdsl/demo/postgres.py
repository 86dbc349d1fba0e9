"""The demo's tables, copied from DuckDB to a PostgreSQL server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from metricdsl.errors import fail

if TYPE_CHECKING:
    import duckdb

DEMO = "crm"


def copy_to_postgres(
    connection: duckdb.DuckDBPyConnection, url: str, schema: str = DEMO, replace: bool = False
) -> None:
    """Copies the tables that `create` made into a schema of the server at `url` (`postgresql://…`).

    It is one transaction. Raises MetricError where ADBC is not installed, where the connection has no
    demo, and where the schema exists and `replace` is false.
    """
    from sqlglot import exp

    try:
        import adbc_driver_postgresql.dbapi as driver
    except ImportError:
        raise fail("missing-driver", "the demo is copied to PostgreSQL through ADBC, which is not installed",
                   None, 'pip install "metricdsl[postgres]"') from None  # fmt: skip
    tables = _tables(connection)
    with driver.connect(url) as server, server.cursor() as cursor:
        _make_room(cursor, schema, replace)
        for table in tables:
            rows = connection.cursor().table(f"{DEMO}.{table}").to_arrow_reader()
            cursor.adbc_ingest(table, rows, mode="create", db_schema_name=schema)
            place = exp.table_(table, db=exp.to_identifier(schema, quoted=True), quoted=True)
            cursor.execute(exp.Analyze(tables=[place]).sql("postgres"))
        server.commit()


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(
        "SELECT table_name FROM duckdb_tables() "
        "WHERE schema_name = $schema AND database_name = current_database() ORDER BY table_name",
        {"schema": DEMO},
    ).fetchall()
    if not found:
        raise fail(
            "no-demo",
            f"the connection has no tables in the schema {DEMO}",
            None,
            "make them first: create(connection)",
        )
    return [name for (name,) in found]


def _make_room(cursor: Any, schema: str, replace: bool) -> None:
    from sqlglot import exp

    place = exp.Table(db=exp.to_identifier(schema, quoted=True))
    cursor.execute("SELECT count(*) FROM information_schema.schemata WHERE schema_name = $1", (schema,))
    if cursor.fetchone()[0]:
        if not replace:
            raise fail("demo-schema-taken", f"the server already has a schema {schema}",
                       None, "name another schema, or replace=True to make it anew")  # fmt: skip
        cursor.execute(exp.Drop(tables=[place], kind="SCHEMA", cascade=True).sql("postgres"))
    cursor.execute(exp.Create(this=place, kind="SCHEMA").sql("postgres"))
