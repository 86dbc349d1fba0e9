"""Spark, in a Java process of its own for each worker: two threads, one partition, nothing compiled.

Its zone is an unusual one, so that no answer can lean on a default.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from tests.engines import Table, Unavailable, quoted, schemas

NAME = "Spark"
DIALECT = "spark"

TYPES = {
    "text": "STRING",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "money": "DECIMAL(18, 2)",
    "percent": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP_NTZ",
    "duration": "DOUBLE",
    "timestamptz": "TIMESTAMP_LTZ",
}
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.memory": "1g",
    # Most code runs a few times only: the better compiler never pays.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.shuffle.partitions": "1",
    "spark.default.parallelism": "1",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.session.timeZone": "America/St_Johns",
    "spark.log.level": "OFF",
}


def connect() -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise Unavailable("the package pyspark is not installed") from missing
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise Unavailable("no Java 17 or later: apt-get install openjdk-17-jre-headless")
    builder = SparkSession.builder.master("local[2]").appName("metricdsl tests")
    warehouse = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, warehouse, ignore_errors=True)
    for name, value in {**SETTINGS, "spark.sql.warehouse.dir": warehouse}.items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = builder.getOrCreate()
    session.close = session.stop  # as databases call it
    return session


def load(connection: Any, tables: Sequence[Table]) -> None:
    for (name,) in connection.sql("SHOW DATABASES").collect():
        if name != "default":
            connection.sql(f"DROP DATABASE {_marked(name)} CASCADE")
    for name in {"main", *schemas(tables)}:
        connection.sql(f"CREATE DATABASE {_marked(name)}")
    connection.sql("USE main")
    for table in tables:
        name = ".".join(map(_marked, table.name.split(".")))
        types = [TYPES[kind] for kind in table.types]
        columns = ", ".join(
            f"CAST({_marked(f'c{i}')} AS {kind}) AS {_marked(column)}"
            for i, (column, kind) in enumerate(zip(table.columns, types, strict=True))
        )
        nothing = (None,) * len(table.columns)
        rows = ", ".join(f"({', '.join(map(literal, row))})" for row in table.rows or [nothing])
        names = ", ".join(_marked(f"c{i}") for i in range(len(table.columns)))
        where = "" if table.rows else " WHERE FALSE"
        connection.sql(f"CREATE VIEW {name} AS SELECT {columns} FROM VALUES {rows} AS rows({names}){where}")


def _marked(name: str) -> str:
    return quoted(name).replace("`", "``").replace('""', "\0").replace('"', "`").replace("\0", '"')


def literal(value: Any) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).upper()
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        case datetime() if value.tzinfo is None:
            return f"TIMESTAMP_NTZ '{value.isoformat(sep=' ')}'"
        case datetime():
            return f"TIMESTAMP_LTZ '{value.isoformat(sep=' ')}'"
        case date():
            return f"DATE '{value.isoformat()}'"
        case float():
            return f"CAST('{value!r}' AS DOUBLE)"
    return f"{value}"


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.sql(sql).collect()]


def database(connection: Any) -> Any:
    return connection
