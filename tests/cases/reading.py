"""The text of a case file -> cases. README.md says what the text looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from tests.engines import Table

FOLDER = Path(__file__).parent
RECORDS = FOLDER / "records"


@dataclass(frozen=True)
class Case:
    """One question and what must come of it: `rows` (tokens, the first line is the columns) or `error`."""

    file: str
    title: str
    ask: str | None
    as_of: date | None
    rows: tuple[tuple[str, ...], ...] | None
    error: str | None
    check: str | None
    warns: str | None
    language: str | None
    xfail: dict[str, str]

    @property
    def id(self) -> str:
        return f"{self.file}: {self.title}"


@dataclass(frozen=True)
class CaseFile:
    """Cases that share a catalog and rows. `name` is the path below tests/cases without its ending."""

    name: str
    catalog: str
    tables: tuple[Table, ...]
    cases: tuple[Case, ...]


KEYS = {"title", "ask", "rows", "error", "check", "warns", "as of", "language", "xfail"}


def case_files() -> Iterator[CaseFile]:
    for path in sorted(FOLDER.rglob("*.yml")):
        yield read(path)


def read(path: Path) -> CaseFile:
    name = path.relative_to(FOLDER).with_suffix("").as_posix()
    text = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = set(text) - {"about", "as of", "catalog", "tables", "cases"}
    if unknown:
        raise ValueError(f"{name}: unknown keys {sorted(unknown)}")
    types = declared_types(text["catalog"])
    tables = tuple(table(key, value, types.get(key, {})) for key, value in text.get("tables", {}).items())
    cases = tuple(_case(name, entry, text.get("as of")) for entry in text["cases"])
    titles = [case.title for case in cases]
    if len(set(titles)) < len(titles):
        raise ValueError(f"{name}: two cases have the same title")
    return CaseFile(name, text["catalog"], tables, cases)


def _case(name: str, entry: dict[str, Any], as_of: date | None) -> Case:
    title = entry["title"]
    if set(entry) - KEYS:
        raise ValueError(f"{name}: {title}: unknown keys {sorted(set(entry) - KEYS)}")
    if sum(key in entry for key in ("rows", "error", "check")) != 1:
        raise ValueError(f"{name}: {title}: exactly one of rows, error, check is wanted")
    rows = tuple(cells(line) for line in entry["rows"].splitlines()) if "rows" in entry else None
    if rows and any(len(row) != len(rows[0]) for row in rows):
        raise ValueError(f"{name}: {title}: a row has not as many values as there are columns")
    xfail = entry.get("xfail", {})
    return Case(
        file=name,
        title=title,
        ask=entry.get("ask"),
        as_of=entry.get("as of", as_of),
        rows=rows,
        error=entry.get("error"),
        check=entry.get("check"),
        warns=entry.get("warns"),
        language=entry.get("language"),
        xfail=xfail if isinstance(xfail, dict) else {"": xfail},
    )


# --- tables ---------------------------------------------------------------------------------------


def cells(line: str) -> tuple[str, ...]:
    """The values of a line; two or more spaces stand between them."""
    return tuple(re.split(r" {2,}", line.strip()))


def declared_types(catalog: str) -> dict[str, dict[str, str]]:
    """table -> column -> type, as far as the catalog's fields declare them."""
    try:
        entities = (yaml.safe_load(catalog) or {}).get("entities") or {}
    except (yaml.YAMLError, AttributeError):
        return {}  # a catalog that is wrong on purpose
    types: dict[str, dict[str, str]] = {}
    for entity in entities.values():
        if isinstance(entity, dict) and "table" in entity:
            columns = types.setdefault(entity["table"], {})
            for field, value in (entity.get("fields") or {}).items():
                declared = value if isinstance(value, dict) else {"type": value}
                if declared.get("type") in READERS and "expr" not in declared:
                    columns[declared.get("column", field)] = declared["type"]
    return types


def table(name: str, text: str, declared: dict[str, str]) -> Table:
    """A table's text: the columns' names, then its rows. `column:type` beats what the catalog declares."""
    header, *lines = [cells(line) for line in text.splitlines() if line.strip()]
    columns = tuple(column.partition(":")[0] for column in header)
    for line in lines:
        if len(line) != len(header):
            raise ValueError(f"{name}: a row has not as many values as there are columns: {line}")
    types = tuple(
        column.partition(":")[2] or declared.get(columns[i]) or guess([line[i] for line in lines])
        for i, column in enumerate(header)
    )
    rows = tuple(tuple(map(value, line, types)) for line in lines)
    return Table(name, columns, types, rows)


READERS: dict[str, Callable[[str], Any]] = {
    "text": str,
    "integer": int,
    "number": float,
    "money": Decimal,
    "percent": float,
    "boolean": lambda token: {"true": True, "false": False}[token],
    "date": date.fromisoformat,
    "timestamp": datetime.fromisoformat,
    "duration": float,
    "timestamptz": datetime.fromisoformat,
}


def value(token: str, kind: str) -> Any:
    """`null` is null; a text may stand in single quotes, and must where it reads `null` or is empty."""
    if token == "null":
        return None
    if kind == "text" and is_quoted(token):
        return token[1:-1]
    return READERS[kind](token)


def is_quoted(token: str) -> bool:
    return len(token) > 1 and token[0] == token[-1] == "'"


def guess(tokens: list[str]) -> str:
    """The type of a column that the catalog does not declare: a key, or one side of a join."""
    for kind in ("integer", "number", "boolean", "date", "timestamp"):
        try:
            for token in tokens:
                value(token, kind)
        except (ValueError, KeyError):
            continue
        return kind
    return "text"
