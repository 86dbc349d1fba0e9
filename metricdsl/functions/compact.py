"""Rows of literals on one line each: a statement is laid out to be read, and long tables are not read."""

from __future__ import annotations

from typing import Any, cast

from sqlglot import Dialect, exp


def compact(select: exp.Select) -> exp.Select:
    """The SELECT, marked to be written on one line."""
    select.meta["compact"] = True
    return select


def writer(dialect: type[Dialect]) -> type[Dialect]:
    """A dialect that writes marked SELECTs on one line."""
    generator: Any = dialect.generator_class
    metaclass: Any = type(dialect)

    def select_sql(self: Any, expression: exp.Select) -> str:
        if not expression.meta.get("compact"):
            return cast(str, generator.select_sql(self, expression))
        pretty, self.pretty = self.pretty, False
        try:
            return cast(str, generator.select_sql(self, expression))
        finally:
            self.pretty = pretty

    made = type(generator)("Generator", (generator,), {"select_sql": select_sql})
    return cast(type[Dialect], metaclass(dialect.__name__, (dialect,), {"Generator": made}))
