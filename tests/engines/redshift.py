"""Redshift's forms on PostgreSQL: what Redshift has beyond it is written here, from Redshift's documentation.

The server is that of `postgres.py`; the database is another, in which a backslash in a text is an escape and
texts sort by code point, as on Redshift. What Redshift lacks of PostgreSQL is searched by tests/parsers/redshift.py.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import Any

from tests.engines import Table, Unavailable, postgres

NAME = "Redshift's forms on PostgreSQL"
DIALECT = "redshift"

STUBS = r"""
-- "Increments a DATE, TIME, TIMETZ, or TIMESTAMP value by a specified interval", an integer; a timestamp comes out.
-- A month's end is clamped; a year from 29 February leads to 1 March.
CREATE FUNCTION dateadd(part text, n bigint, start timestamp) RETURNS timestamp IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE part
    WHEN 'month' THEN start + make_interval(months => n::int)
    WHEN 'day' THEN start + make_interval(days => n::int)
    WHEN 'hour' THEN start + n * interval '1 hour'
    WHEN 'minute' THEN start + n * interval '1 minute'
    WHEN 'second' THEN start + n * interval '1 second'
    WHEN 'year' THEN CASE WHEN to_char(start, 'MMDD') = '0229'
      THEN start - interval '1 day' + make_interval(years => n::int) + interval '1 day'
      ELSE start + make_interval(years => n::int) END
  END $$;
-- "The number of date part boundaries that are crossed between two expressions", BIGINT.
CREATE FUNCTION datediff(part text, a timestamp, b timestamp) RETURNS bigint IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE part
    WHEN 'month' THEN (extract(year FROM b) - extract(year FROM a)) * 12 + extract(month FROM b) - extract(month FROM a)
    WHEN 'day' THEN b::date - a::date
    WHEN 'microsecond' THEN (extract(epoch FROM b)::numeric - extract(epoch FROM a)::numeric) * 1000000
    ELSE (extract(epoch FROM date_trunc(part, b)) - extract(epoch FROM date_trunc(part, a)))
      / CASE part WHEN 'hour' THEN 3600 WHEN 'minute' THEN 60 WHEN 'second' THEN 1 END
  END::bigint $$;
-- "Converts a timestamp from one time zone to another", TIMESTAMP.
CREATE FUNCTION convert_timezone(source text, target text, t timestamp) RETURNS timestamp IMMUTABLE LANGUAGE sql AS $$
  SELECT t AT TIME ZONE source AT TIME ZONE target $$;
"""


def connect() -> Any:
    try:
        import psycopg
    except ImportError as missing:
        raise Unavailable("the package psycopg is not installed") from missing
    folder = postgres.start()
    database = f"redshift_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with psycopg.connect(postgres.address(folder, "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {database} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'")
        for name in ("standard_conforming_strings", "escape_string_warning"):
            connection.execute(f"ALTER DATABASE {database} SET {name} = off")
    return psycopg.connect(
        postgres.address(folder, database),
        autocommit=True,
        prepare_threshold=None,
        cursor_factory=rewriting(),
    )


def rewriting() -> Any:
    """The class of cursors that write what is not a function's name or value as PostgreSQL can read it."""
    import psycopg

    class Rewriting(psycopg.Cursor[Any]):
        def execute(self, query: Any, *arguments: Any, **options: Any) -> Any:
            text = query.decode() if isinstance(query, bytes) else query
            return super().execute(as_postgres(text).encode(), *arguments, **options)

    return Rewriting


def as_postgres(sql: str) -> str:
    """The units of DATEADD and DATEDIFF are words there; VARCHAR(MAX) has a name."""
    sql = re.sub(r"\b(DATEADD|DATEDIFF)\(\s*([A-Z]+),", lambda m: f"{m[1]}('{m[2].lower()}',", sql)
    return sql.replace("VARCHAR(MAX)", "VARCHAR")


def load(connection: Any, tables: Sequence[Table]) -> None:
    postgres.load(connection, tables)
    connection.execute("CREATE SCHEMA stubs")
    connection.execute("SET search_path = stubs")
    connection.execute(STUBS)
    connection.execute("SET search_path = public, stubs")


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    return list(connection.execute(sql).fetchall())


def database(connection: Any) -> Any:
    from metricdsl.run.redshift import Redshift

    return Redshift(connection, "stubs")
