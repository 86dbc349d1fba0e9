"""One file a dialect: how it differs from the generic forms, and why."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from metricdsl.errors import did_you_mean, fail
from metricdsl.functions.forms import Forms

BUILT_IN = (
    "duckdb", "postgres", "snowflake", "sqlite", "mysql", "mariadb", "clickhouse", "spark", "databricks",
    "trino", "bigquery", "redshift", "tsql", "oracle",
)  # fmt: skip


@cache
def _forms(dialect: str) -> type[Forms]:
    if dialect in BUILT_IN:
        found: type[Forms] = import_module(f"metricdsl.render.dialects.{dialect}").FORMS
        return found
    for point in entry_points(group="metricdsl.dialects"):
        if point.name == dialect:
            loaded: type[Forms] = point.load()
            return loaded
    raise fail(
        "unknown-dialect", f"there is no dialect '{dialect}'", None, *did_you_mean(dialect, dialects()),
        "known: " + ", ".join(dialects()),
    )  # fmt: skip


def forms_of(dialect: str) -> type[Forms]:
    """The SQL forms of a dialect; an error that lists the known ones."""
    return _forms(dialect)


def dialects() -> tuple[str, ...]:
    """The names of all dialects, those of installed packages too."""
    return (*BUILT_IN, *sorted(p.name for p in entry_points(group="metricdsl.dialects")))
