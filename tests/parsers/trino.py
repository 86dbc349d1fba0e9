"""Trino's own grammar, out of its command line client; Java runs it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.parsers import FOLDER, Lines, Unavailable

NAME = "Trino's grammar 446"
DIALECT = "trino"

BAD = (
    "SELECT",
    "SELECT 1 FROM",
    "SELECT a, FROM t",
    "SELECT (1 + 2 FROM t",
    "SELECT a FROM t WHERE",
    "SELECT a FROM t GROUP",
    "SELECT a AS select FROM t",
    "SELECT `a` FROM t",
    "SELECT 1a FROM t",
    "SELECT a FROM t QUALIFY row_number() OVER (ORDER BY a) = 1",
    "SELECT CASE WHEN a THEN 1 FROM t",
    "SELECT CAST(a, BIGINT) FROM t",
    "SELECT a FROM t LIMIT 5 OFFSET 2",
    "SELECT TOP 5 a FROM t",
    "SELECT a::bigint FROM t",
    "SELECT * FROM t JOIN u",
    "SELECT a + INTERVAL 1 DAY FROM t",
    "SELECT a <=> b FROM t",
    "SELECT max(a) FILTER (a > 1) FROM t",
    "SELECT a FROM t UNION ALL",
    "WITH p AS SELECT 1 SELECT * FROM p",
)


def start() -> Lines:
    jar, java = FOLDER / "python" / "trinocli" / "bin" / "trino-cli.jar", shutil.which("java")
    if not jar.exists():
        raise Unavailable("its jar is missing: python -m tests.parsers.install")
    if java is None:
        raise Unavailable("no Java 17 or later: apt-get install openjdk-17-jdk-headless")
    return Lines([java, "-Xshare:auto", "-cp", str(jar), str(Path(__file__).parent / "Trino.java")])


def problems(parser: Lines, statements: Sequence[str]) -> list[str | None]:
    return [parser.ask(statement) for statement in statements]
