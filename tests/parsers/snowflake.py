"""Snowflake's SQL before sqlfluff and sqloxide."""

from __future__ import annotations

from collections.abc import Sequence

from tests.parsers.fluff import Fluff

NAME = "sqlfluff and sqloxide for Snowflake"
DIALECT = "snowflake"

BAD = (
    "SELECT",
    "SELECT 1 FROM",
    "SELECT a, FROM t WHERE",
    "SELECT (1 + 2 FROM t",
    "SELECT a FROM t WHERE",
    "SELECT a FROM t GROUP",
    "SELECT a FROM t ORDER",
    "SELECT a AS FROM t",
    "SELECT CASE WHEN a THEN 1 FROM t",
    "SELECT SUM(a) OVER (ORDER BY) FROM t",
    "SELECT SUM(a OVER (ORDER BY b) FROM t",
    "SELECT a FROM t UNION ALL",
    "WITH p AS SELECT 1 SELECT * FROM p",
    "SELECT a FROM t LEFT JOIN ON t.a = u.a",
    "SELECT a IS NOT DISTINCT b FROM t",
    "SELECT 'a FROM t",
    "SELECT COUNT(DISTINCT) FROM (SELECT 1",
)


def start() -> Fluff:
    return Fluff(DIALECT)


def problems(parser: Fluff, statements: Sequence[str]) -> list[str | None]:
    return parser.problems(statements)
