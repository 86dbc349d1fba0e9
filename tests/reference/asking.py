"""The same question to the product and to the evaluator, and what differs."""

from __future__ import annotations

import atexit
import math
import os
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import strategies as st

import metricdsl
import metricdsl.run.session
from metricdsl.run.failure import DatabaseError
from tests import engines
from tests.cases.comparing import drawn
from tests.engines import Table, quoted
from tests.reference.evaluator import Answer, Refused, Unspecified, evaluate
from tests.reference.random_question import questions
from tests.reference.random_world import World, worlds

FUNCTIONS = {"spread(x)": "x - 1"}


@dataclass(frozen=True)
class Asking:
    """A world with metrics, a question, and the day it is asked as of; its repr is a whole report."""

    world: World
    metrics: dict[str, Any]
    question: str
    as_of: date

    @property
    def catalog(self) -> dict[str, Any]:
        return {**self.world.catalog, "metrics": self.metrics, "functions": FUNCTIONS}

    @property
    def used(self) -> set[str]:
        """The entities that matter: those that are mentioned, and those that their entries mention."""
        texts = {name: yaml.safe_dump(entry) for name, entry in self.world.catalog["entities"].items()}
        found, pending = set(), [self.question + yaml.safe_dump(self.metrics)]
        while pending:
            text = pending.pop()
            new = {name for name in texts if name in text} - found
            found |= new
            pending += [texts[name] for name in new]
        return found

    def __repr__(self) -> str:
        """A whole report, without what plays no part."""
        catalog = {key: value for key, value in self.catalog.items() if value}
        entities = self.catalog["entities"]
        catalog["entities"] = {name: entities[name] for name in entities if name in self.used}
        catalog["segments"] = {
            n: c for n, c in self.catalog["segments"].items() if n.split("_")[0] in self.used
        }
        tables = "\n\n".join(
            f"{t.name}  ({', '.join(t.types)})\n{drawn(t.columns, t.rows)}"
            for t in self.world.tables
            if t.name in self.used
        )
        text = yaml.safe_dump(
            catalog, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110
        )
        return f"\n{text}\n{tables}\n\nas of {self.as_of}\n\n{self.question}\n"


@st.composite
def askings(draw: Any) -> Asking:
    world = draw(worlds())
    metrics, question, as_of = draw(questions(world))
    return Asking(world, metrics, question, date.fromisoformat(as_of))


@dataclass(frozen=True)
class Refusal:
    """Why there is no answer: a code of the product, or a word of the evaluator."""

    code: str
    message: str = ""

    def __str__(self) -> str:
        return f"refused: {self.code}\n{self.message}"


class Crash(Refusal):
    """An error that is none of the author's: of the database, or of the product itself."""


def by_the_page(asking: Asking) -> Answer | Refusal | None:
    """None where the page leaves the answer open."""
    try:
        return evaluate(asking.question, asking.catalog, asking.world.records(), asking.as_of)
    except Refused as refusal:
        return Refusal(str(refusal))
    except Unspecified:
        return None


ENGINE = engines.engine(os.environ.get("METRICDSL_FUZZ_ENGINE", "duckdb"))


@cache
def connection() -> Any:
    found = ENGINE.connect()
    atexit.register(found.close)
    return found


Opened = Callable[[str, tuple[Table, ...]], metricdsl.run.session.Session]
"""Opens a session with a catalog's text and these tables."""


@lru_cache(maxsize=1)
def session(catalog: str, tables: tuple[Table, ...]) -> metricdsl.run.session.Session:
    """The catalog and the tables, kept while nothing else is asked of another world."""
    ENGINE.load(connection(), [replace(t, rows=()) for t in tables] if ENGINE.DIALECT == "duckdb" else tables)
    if ENGINE.DIALECT == "duckdb":  # all rows at once, which is many times faster there
        for table in tables:
            marks = ", ".join([f"({', '.join('?' * len(table.columns))})"] * len(table.rows))
            values = [value for row in table.rows for value in row]
            if table.rows:
                connection().execute(f"INSERT INTO {quoted(table.name)} VALUES {marks}", values)
    return metricdsl.connect(loaded(catalog), ENGINE.database(connection()))


def loaded(catalog: str) -> metricdsl.Catalog:
    """The catalog of a YAML text."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "catalog.yml")
        path.write_text(catalog, encoding="utf-8")
        return metricdsl.load(path)


def by_the_product(asking: Asking, opened: Opened | None = None) -> Answer | Refusal:
    catalog = yaml.dump(asking.catalog, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    try:
        found = (opened or session)(catalog, asking.world.tables)
        result = found.ask(asking.question, as_of=asking.as_of)
    except metricdsl.MetricError as error:
        kind = Crash if isinstance(error, DatabaseError) else Refusal
        return kind(error.diagnostics[0].code, str(error))
    except Exception:
        return Crash("exception", traceback.format_exc(limit=-3))
    marks: list[set[str]] = [set() for _ in result.rows]
    for mark in result.marks:
        marks[mark.row].add(mark.mark)
    return Answer([c.name for c in result.columns], list(result.rows), marks)


def same(one: Answer, other: Answer) -> bool:
    """The same rows in the same order; numbers but for the last digits of a double."""
    return (
        len(one.columns) == len(other.columns)
        and all(a is None or b is None or a == b for a, b in zip(one.columns, other.columns, strict=True))
        and len(one.rows) == len(other.rows)
        and all(map(_same_row, one.rows, other.rows))
        and one.marks == other.marks
    )


def _same_row(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return len(one) == len(other) and all(map(same_value, one, other))


def same_value(one: Any, other: Any) -> bool:
    numbers = (int, float)
    if isinstance(one, numbers) and isinstance(other, numbers) and bool not in (type(one), type(other)):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return type(one) is type(other) and one == other


def shown(answer: Answer | Refusal) -> str:
    if isinstance(answer, Refusal):
        return str(answer)
    rows = [
        (*row, "+".join(sorted(marks)) or "-") for row, marks in zip(answer.rows, answer.marks, strict=True)
    ]
    return drawn([*(c or "?" for c in answer.columns), "(mark)"], rows)
