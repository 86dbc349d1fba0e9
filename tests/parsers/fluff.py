"""Two parsers in one: sqloxide reads every statement, sqlfluff, which takes a quarter of a second, those with new forms.

A form is a kind of node of the statement's tree and its place in the one above. So each form that metricdsl
writes is read by sqlfluff at least once in a run, and short statements always.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlglot
from sqlglot import exp

from tests.engines import Unavailable

SHORT = 200
"""So many characters take no time."""


class Fluff:
    """The parsers of one dialect, and the forms that sqlfluff has read."""

    def __init__(self, dialect: str) -> None:
        try:
            import sqlfluff.core as core
            import sqloxide
        except ImportError as missing:
            raise Unavailable(f"the package {missing.name} is not installed") from missing
        self.dialect = dialect
        self.oxide: Any = sqloxide
        self.linter = core.Linter(config=core.FluffConfig(overrides={"dialect": dialect, "templater": "raw"}))
        self.read: set[tuple[str, ...]] = set()

    def problems(self, statements: Sequence[str]) -> list[str | None]:
        return [self.problem(statement) for statement in statements]

    def problem(self, sql: str) -> str | None:
        new = forms(sqlglot.parse_one(sql, read=self.dialect)) - self.read if len(sql) > SHORT else set()
        if new or len(sql) <= SHORT:
            found = self.linter.parse_string(sql).violations
            if found:
                return f"sqlfluff: {found[0].desc()}"
            self.read |= new
        try:
            self.oxide.parse_sql(sql=sql, dialect=self.dialect)
        except ValueError as problem:
            return f"sqloxide: {problem}"
        return None


def forms(tree: exp.Expression) -> set[tuple[str, ...]]:
    """Each node's kind with its place in the node above."""
    return {(named(node), node.arg_key or "") for node in tree.walk()}


def named(node: Any) -> str:
    return node.name.lower() if isinstance(node, exp.Anonymous) else type(node).__name__
