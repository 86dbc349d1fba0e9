"""Which tables of a database are which entities of a catalog, as a file of sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from metricdsl.catalog.entries import Entry
from metricdsl.catalog.schema import Entity
from metricdsl.model.catalog import Catalog
from metricdsl.model.sources import columns_of_joins
from metricdsl.scaffold.names import moment, singular, thing
from metricdsl.scaffold.proposal import key_of, table_name
from metricdsl.scaffold.tables import Column, Table
from metricdsl.scaffold.yaml import flow, scalar
from metricdsl.types import NUMERIC, TEMPORAL

KNOWN = {
    "salesforce": {"opportunity", "opportunity_field_history", "account", "lead"},
    "hubspot": {"deal", "deal_company", "company", "engagement"},
}
"""Tables by which a copy of another system is known; the catalog has sources for these."""


@dataclass(frozen=True)
class Match:
    """An entity, its table, the columns that were found, and the fields for which none was."""

    name: str
    table: Table
    columns: dict[str, tuple[str, Column]]
    missing: tuple[str, ...]
    lacks_key: bool


def known_system(tables: Sequence[Table]) -> str | None:
    names = {table.id[1].lower() for table in tables}
    return next((system for system, needed in KNOWN.items() if needed <= names), None)


def matches(catalog: Catalog, tables: Sequence[Table]) -> list[Match]:
    """For each entity whose name some table has, in singular or plural or by another usual word."""
    found = []
    for name, entry in catalog.entries.entities.items():
        table = _table_of(name, entry, tables)
        if table is not None:
            found.append(_match(name, entry, table))
    return found


def _table_of(name: str, entry: Entry[Entity], tables: Sequence[Table]) -> Table | None:
    stored = (entry.model.table or "").rpartition(".")[2].strip('"').lower()
    tests: tuple[Callable[[Table], bool], ...] = (
        lambda t: t.id[1].lower() in (name.lower(), stored),
        lambda t: singular(t.id[1]) == singular(name),
        lambda t: thing(t.id[1]) == thing(name),
    )
    for test in tests:
        fitting = [t for t in tables if test(t)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _match(name: str, entry: Entry[Entity], table: Table) -> Match:
    entity, columns, missing = entry.model, dict[str, tuple[str, Column]](), list[str]()
    stored = {f: (field.column or f, field.type) for f, field in entity.fields.items() if field.expr is None}
    for own in (*(entity.key or ()), *columns_of_joins(entry)):
        stored.setdefault(own, (own, None))
    for wanted, (column_name, kind) in stored.items():
        is_key = (entity.key or ()) == (wanted,)
        column = _column(wanted, column_name, kind, table, is_key)
        if column is None or (kind is None and column.kind is None):
            missing.append(wanted)
        else:
            columns[wanted] = (kind or "", column)
    lacks = any(part not in columns for part in entity.key or ())
    return Match(name, table, columns, tuple(missing), lacks)


def _column(wanted: str, stored: str, kind: str | None, table: Table, is_key: bool) -> Column | None:
    tests: tuple[Callable[[Column], bool], ...] = (
        lambda c: c.name.lower() in (stored.lower(), wanted.lower()),
        lambda c: is_key and (c.name,) == key_of(table),
        lambda c: moment(c.name) == moment(wanted) and c.kind in TEMPORAL,
        lambda c: wanted.endswith("_id") and c.name.lower().endswith("_id")
        and thing(c.name[:-3]) == thing(wanted[:-3]),
    )  # fmt: skip
    for test in tests:
        fitting = [c for c in table.columns if test(c) and (_fits(kind, c.kind) or wanted.endswith("_id"))]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _fits(wanted: str | None, kind: str | None) -> bool:
    if wanted is None or wanted == kind:
        return kind is not None
    families = (NUMERIC, TEMPORAL)
    return any(wanted in family and kind in family for family in families)


def sources(found: Sequence[Match], catalog: Catalog) -> str:
    """The section as YAML; what has no column stands in a comment, ready to be filled in."""
    lines = ["sources:"]
    for match in found:
        lines += [*_source(match), ""]
    absent = [name for name in catalog.entries.entities if name not in {m.name for m in found}]
    if absent:
        lines += [f"  # TODO: no table was found for {', '.join(absent)}"]
    if all(match.lacks_key for match in found):
        lines[0] = "sources: {}"
    return "\n".join(lines) + "\n"


def _source(match: Match) -> Iterable[str]:
    head = "  # " if match.lacks_key else "  "
    if match.lacks_key:
        yield "  # TODO: its key has no column that is called like it: fill it in, and take the # away"
    yield f"{head}{scalar(match.name)}:"
    yield f"{head}  table: {scalar(table_name(match.table))}"
    same = {n: c for n, (kind, c) in match.columns.items() if not _differs(n, kind, c)}
    if same:
        yield f"{head}  columns:"
        for name, column in same.items():
            yield f"{head}    {scalar(name)}: {scalar(column.name)}{_doubt(name, column)}"
    other = {n: c for n, (kind, c) in match.columns.items() if _differs(n, kind, c)}
    if other:
        yield f"{head}  fields:"
        for name, column in other.items():
            keys = {"type": column.kind or "text", "column": scalar(column.name)}
            if column.is_instant:
                keys["stored_in"] = "instant"
            yield f"{head}    {scalar(name)}: {flow(keys)}{_doubt(name, column)}"
    if match.missing:
        spare = [
            c.name for c in match.table.columns if c not in [column for _, column in match.columns.values()]
        ]
        yield f"    # TODO: without a column: {', '.join(match.missing)}"
        yield f"    # not used: {', '.join(spare) or 'none'}"


def _doubt(name: str, column: Column) -> str:
    """A moment that is only called likewise may be another one: a date that is hoped for, say."""
    likewise = column.kind in TEMPORAL and column.name.lower() != name.lower()
    return " # TODO: is it the same moment?" if likewise else ""


def _differs(name: str, kind: str, column: Column) -> bool:
    """Whether the field must say a type of its own: another kind of moment, or an id that is a text."""
    if column.is_instant:
        return True
    if kind in TEMPORAL or name.endswith("_id"):
        return bool(kind) and kind != column.kind and column.kind is not None
    return False
