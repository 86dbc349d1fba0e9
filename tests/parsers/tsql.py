"""The community's T-SQL grammar (ANTLR), run by Node."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.parsers import FOLDER, Lines, Unavailable

NAME = "T-SQL's ANTLR grammar (antlr4ts-sql 1.1.0)"
DIALECT = "tsql"

BAD = (
    "SELECT",
    "SELECT 1 FROM",
    "SELECT a, FROM t",
    "SELECT (1 + 2 FROM t",
    "SELECT a FROM t WHERE",
    "SELECT a FROM t GROUP",
    "SELECT `a` FROM t",
    "SELECT a FROM t LIMIT 5",
    "SELECT a FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1",
    "SELECT CASE WHEN a THEN 1 FROM t",
    "SELECT CASE WHEN a THEN 1 END FROM t",
    "SELECT a > 1 FROM t",
    "SELECT a FROM t WHERE a",
    "SELECT a FROM t WHERE NOT a",
    "SELECT a::bigint FROM t",
    "SELECT * FROM t JOIN u USING (a)",
    "SELECT a + INTERVAL '1' DAY FROM t",
    "SELECT MAX(a) FILTER (WHERE a > 1) FROM t",
    "SELECT a FROM t ORDER BY a NULLS LAST",
    "SELECT a FROM t UNION ALL",
    "WITH RECURSIVE p AS (SELECT 1 AS a) SELECT a FROM p",
    "WITH p AS SELECT 1 SELECT * FROM p",
)


def start() -> Lines:
    return start_antlr("TSQL")


def start_antlr(dialect: str) -> Lines:
    modules, node = FOLDER / "node_modules", shutil.which("node")
    if not (modules / "antlr4ts-sql").exists():
        raise Unavailable("its package is missing: python -m tests.parsers.install")
    if node is None:
        raise Unavailable("no Node.js: apt-get install nodejs")
    return Lines([node, str(Path(__file__).parent / "antlr.js"), str(modules), dialect])


def problems(parser: Lines, statements: Sequence[str]) -> list[str | None]:
    return [parser.ask(statement) for statement in statements]
