"""The kinds of database that a URL can name: which file of this folder opens them, and what to install."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """`opener` is a file of this folder with `open_url(address)`; `install` the line that gets its driver."""

    opener: str
    url: str
    install: str


SCHEMES = {
    "duckdb": Scheme("duckdb", "duckdb:///sales.duckdb", "pip install duckdb"),
    "postgresql": Scheme(
        "postgres", "postgresql://user:$PASSWORD@host/database", 'pip install "metricdsl[postgres]"'
    ),
    "sqlite": Scheme("sqlite", "sqlite:///sales.db", ""),
    "mysql": Scheme("mysql", "mysql://user:$PASSWORD@host/database", 'pip install "metricdsl[mysql]"'),
    "mariadb": Scheme("mysql", "mariadb://user:$PASSWORD@host/database", 'pip install "metricdsl[mysql]"'),
    "chdb": Scheme("clickhouse", "chdb:///folder", "pip install chdb"),
    "clickhouse": Scheme(
        "clickhouse", "clickhouse://user:$PASSWORD@host/database", 'pip install "metricdsl[clickhouse]"'
    ),
    "snowflake": Scheme(
        "snowflake",
        "snowflake://user:$PASSWORD@account/database/schema?warehouse=x",
        'pip install "metricdsl[snowflake]"',
    ),
    "bigquery": Scheme("bigquery", "bigquery://project/dataset", 'pip install "metricdsl[bigquery]"'),
    "databricks": Scheme(
        "databricks",
        "databricks://token:$TOKEN@host/sql/1.0/warehouses/x?catalog=main&schema=sales",
        'pip install "metricdsl[databricks]"',
    ),
    "redshift": Scheme(
        "redshift", "redshift://user:$PASSWORD@host:5439/database", 'pip install "metricdsl[redshift]"'
    ),
    "trino": Scheme("sqlalchemy", "trino://user@host/catalog/schema", 'pip install "trino[sqlalchemy]"'),
    "mssql": Scheme(
        "sqlalchemy", "mssql+pymssql://user:$PASSWORD@host/database", "pip install sqlalchemy pymssql"
    ),
    "oracle": Scheme(
        "sqlalchemy", "oracle+oracledb://user:$PASSWORD@host/?service_name=x", "pip install sqlalchemy oracledb"
    ),
}  # fmt: skip
