"""Parsers that owe nothing to metricdsl or sqlglot, one small file each, for warehouses that cannot be run here.

A file says NAME (as people read it, with its version), DIALECT (as metricdsl writes it) and BAD (statements
that the warehouse refuses and so must the parser), and has two functions:

    start() -> Any                                 # a parser that runs; raises Unavailable
    problems(parser, statements) -> list           # of each statement None, or what the parser says against it

All statements go through one process. `python -m tests.parsers.install` gets what is not in the virtualenv.
"""

from __future__ import annotations

import importlib
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from tests.engines import Unavailable

NAMES: tuple[str, ...] = ("trino", "tsql", "oracle", "snowflake", "redshift")
FOLDER = Path(__file__).parent.parent.parent / "build" / "parsers"
"""Where the install step puts what belongs to no virtualenv."""


class Parser(Protocol):
    NAME: str
    DIALECT: str
    BAD: tuple[str, ...]

    def start(self) -> Any: ...
    def problems(self, parser: Any, statements: Sequence[str]) -> list[str | None]: ...


def parser(name: str) -> Parser:
    """The parser of that name; nothing is started yet."""
    return cast(Parser, importlib.import_module(f"tests.parsers.{name}"))


class Lines:
    """A program that reads a statement a line, as JSON, and answers each with a line: null, or a text."""

    def __init__(self, command: Sequence[str]) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, encoding="utf-8",
        )  # fmt: skip
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.into, self.out = self.process.stdin, self.process.stdout
        if self.ask("") is None:
            raise Unavailable(f"{command[0]} takes an empty statement for a good one")

    def ask(self, statement: str) -> str | None:
        self.into.write(json.dumps(statement) + "\n")
        self.into.flush()
        line = self.out.readline()
        if not line:
            assert self.process.stderr is not None
            raise Unavailable(f"the parser ended: {self.process.stderr.read()[-300:]}")
        return cast("str | None", json.loads(line))

    def close(self) -> None:
        self.into.close()
        self.process.wait()


__all__ = ["FOLDER", "NAMES", "Lines", "Parser", "Unavailable", "parser"]
