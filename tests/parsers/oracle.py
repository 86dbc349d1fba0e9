"""The community's Oracle grammar (ANTLR), run by Node."""

from __future__ import annotations

from collections.abc import Sequence

from tests.parsers import Lines
from tests.parsers.tsql import start_antlr

NAME = "Oracle's ANTLR grammar (antlr4ts-sql 1.1.0)"
DIALECT = "oracle"

BAD = (
    "SELECT",
    "SELECT 1",
    "SELECT 1 FROM",
    "SELECT a, FROM t",
    "SELECT (1 + 2 FROM t",
    "SELECT a FROM t WHERE",
    "SELECT a FROM t GROUP",
    "SELECT `a` FROM t",
    "SELECT _a FROM t",
    "SELECT a FROM t LIMIT 5",
    "SELECT a FROM t AS u",
    "SELECT a FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1",
    "SELECT CASE WHEN a THEN 1 FROM t",
    "SELECT a::NUMBER FROM t",
    "SELECT MAX(a) FILTER (WHERE a > 1) FROM t",
    "SELECT a FROM t UNION ALL",
    "SELECT a FROM (VALUES (1), (2)) v (a)",
    "WITH RECURSIVE p AS (SELECT 1 AS a FROM DUAL) SELECT a FROM p",
    "WITH p AS SELECT 1 FROM DUAL SELECT * FROM p",
)


def start() -> Lines:
    return start_antlr("PLSQL")


def problems(parser: Lines, statements: Sequence[str]) -> list[str | None]:
    return [parser.ask(statement) for statement in statements]
