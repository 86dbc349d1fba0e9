"""What may come next in a question, for editors that ask at the cursor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.types import GRAINS

if TYPE_CHECKING:
    from metricdsl.catalog.entities import Field
    from metricdsl.catalog.loader import Entries

CLAUSES = ("by", "for", "where", "vs", "having", "order by", "top", "limit", "as of", "with")
RANGES = ("last", "this", "since", "before", "month to date", "year to date")
UNITS = ("days", "weeks", "months", "quarters", "years")
WORD = re.compile(r"[\w.]*$")
COMPARED = re.compile(r"([\w.]+)\s*(?:!?=|\bin\s*\((?:[^()]*,)?)\s*('?)$")
CLAUSE = re.compile(r"(?<![\w.])(by|for|where|vs|having|top|limit)(?![\w.])")


def word_before(text: str) -> str:
    """The word that is being typed at the end of a text; it may hold dots."""
    found = WORD.search(text)
    return found[0] if found else ""


def candidates(text: str, entries: Entries) -> list[str]:
    """What can stand at the end of a question's beginning, the likeliest first, each once.

    The word that is being typed begins each of them, letter case aside.
    """
    word = word_before(text)
    before = text[: len(text) - len(word)]
    if compared := COMPARED.search(before):
        found = dict.fromkeys(_values(compared[1], bool(compared[2]), entries))
    else:
        found = dict.fromkeys(_likely(before, entries))
    return [name for name in found if name.strip("`'").casefold().startswith(word.casefold())]


def _values(path: str, quoted: bool, entries: Entries) -> Iterator[str]:
    """What the fields of a name can be, where the catalog says it; after a quote without quotes."""
    first, _, last = path.rpartition(".")
    for name, fields in _usable(entries):
        if last in fields and (first == name or first not in entries.entities):
            yield from (value if quoted else f"'{value}'" for value in fields[last].values or ())


def _likely(before: str, entries: Entries) -> Iterator[str]:
    clause = (CLAUSE.findall(before) or [""])[-1]
    match clause:
        case "by":
            yield from (
                g for g in GRAINS if not g.startswith("fiscal") or entries.settings.fiscal_year_starts
            )
            yield from _fields(entries)
        case "for":
            yield from RANGES
            yield from UNITS
        case "where":
            yield from entries.segments
            yield from _fields(entries)
        case "vs":
            yield from ("prior year", "prior quarter", "prior month", "target")
    if clause not in {"by", "for", "where", "vs"}:
        yield from _metrics(entries)
    yield from CLAUSES


def _metrics(entries: Entries) -> Iterator[str]:
    """Names, then labels and synonyms in every language."""
    from metricdsl.catalog.schema import every_text

    yield from entries.metrics
    for entry in entries.metrics.values():
        try:
            yield from map(written, (*every_text(entry.model.label), *every_text(entry.model.synonyms)))
        except MetricError:
            continue  # a broken definition has no labels


def _fields(entries: Entries) -> Iterator[str]:
    """Fields with their entity, then by their names alone where these are unique."""
    seen: list[str] = []
    for name, fields in _usable(entries):
        shown = [field for field, said in fields.items() if not said.hidden]
        yield from (f"{written(name)}.{written(field)}" for field in shown)
        seen += fields
    yield from (written(field) for field in seen if seen.count(field) == 1)


def _usable(entries: Entries) -> Iterator[tuple[str, Mapping[str, Field]]]:
    """The fields of the entities that are not broken."""
    for name, entry in entries.entities.items():
        try:
            yield name, entry.model.fields
        except MetricError:
            continue


def _tags(entries: Entries) -> Iterator[str]:
    for entry in entries.metrics.values():
        try:
            yield from entry.model.tags
        except MetricError:
            continue


def written(name: str) -> str:
    """A name as a question has it: in backquotes where it is no single word."""
    return name if name.isidentifier() else f"`{name}`"


def question_before(text: str) -> str | None:
    """What stands between `%kpi` (or the cell's `%%kpi`) and the cursor; None where there is neither."""
    cell = re.match(r"\s*%%kpi(?:\s|$)", text)
    line = re.match(r"(?:\s*[\w.\[\]'\"]+\s*=)?\s*%kpi\s", text.rpartition("\n")[2])
    if cell:
        return text[cell.end() :]
    return text.rpartition("\n")[2][line.end() :] if line else None


def option_before(text: str) -> str:
    """The option that is being typed at the end of a text, else nothing."""
    found = re.search(r"(?<!\S)--?[\w-]*$", text)
    return found[0] if found else ""


def line_candidates(
    typed: str, entries: Entries, commands: Iterable[str], connections: Iterable[str]
) -> list[str]:
    """What may come next behind `%kpi`: a command, a name, or a part of a question."""
    word = word_before(typed)
    before = typed[: len(typed) - len(word)]
    match before.split():
        case []:
            found = [*commands, *candidates(typed, entries)]
        case ["show"]:
            found = list(entries.metrics)
        case ["scorecard"]:
            found = list(entries.scorecards)
        case ["list"]:
            found = [*_tags(entries), *entries.metrics]
        case ["close" | "connect"]:
            found = list(connections)
        case ["connections" | "list" | "catalog" | "close" | "connect" | "show" | "scorecard", *_]:
            return []
        case ["sql" | "explain", *_]:
            return candidates(before.partition(before.split()[0])[2] + word, entries)
        case _:
            return candidates(typed, entries)
    return [name for name in dict.fromkeys(found) if name.strip("`").casefold().startswith(word.casefold())]
