"""The tables of a live database: columns with types, keys, references, comments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from metricdsl.errors import fail
from metricdsl.run.connection import Connection


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `kind` is a field's type, or None where the catalog has none for it."""

    name: str
    declared: str
    kind: str | None
    comment: str | None = None

    @property
    def is_instant(self) -> bool:
        """Whether it is a timestamp with a zone of its own."""
        declared = self.declared.lower()
        return self.kind == "timestamp" and ("with time zone" in declared or "timestamptz" in declared)


@dataclass(frozen=True, slots=True)
class Reference:
    """A declared foreign key. `columns` are pairs (own, the target's)."""

    target: tuple[str, str]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view. `id` is its schema and name."""

    id: tuple[str, str]
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class _Statements:
    """What a database is asked; each answer has the columns that are named here.

    columns: schema, table, column, type, comment · keys: schema, table, column ·
    references: schema, table, constraint, column, target's schema, table, column ·
    comments: schema, table, comment
    """

    columns: str
    keys: str
    references: str
    comments: str | None


_DUCKDB = _Statements(
    """SELECT schema_name, table_name, column_name, data_type, comment FROM duckdb_columns()
       WHERE NOT internal AND database_name = current_database() ORDER BY 1, 2, column_index""",
    """SELECT schema_name, table_name, unnest(constraint_column_names) FROM duckdb_constraints()
       WHERE constraint_type = 'PRIMARY KEY' AND database_name = current_database()""",
    """SELECT schema_name, table_name, CAST(constraint_index AS VARCHAR), unnest(constraint_column_names),
       schema_name, referenced_table, unnest(referenced_column_names) FROM duckdb_constraints()
       WHERE constraint_type = 'FOREIGN KEY' AND database_name = current_database()""",
    """SELECT schema_name, table_name, comment FROM duckdb_tables()
       WHERE comment IS NOT NULL AND database_name = current_database()""",
)
_POSTGRES = _Statements(
    """SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, NULL), col_description(c.oid, a.attnum)
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
         AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
         AND n.nspname NOT LIKE 'pg_temp%'
         AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1, 2, a.attnum""",
    """SELECT n.nspname, c.relname, a.attname
       FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS u (number, place)
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number
       WHERE k.contype = 'p' ORDER BY 1, 2, u.place""",
    """SELECT n.nspname, c.relname, k.conname, a.attname, tn.nspname, t.relname, ta.attname
       FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
       CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS u (own, other, place)
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.own
       JOIN pg_attribute ta ON ta.attrelid = t.oid AND ta.attnum = u.other
       WHERE k.contype = 'f' ORDER BY 1, 2, 3, u.place""",
    """SELECT n.nspname, c.relname, obj_description(c.oid, 'pg_class')
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND obj_description(c.oid, 'pg_class') IS NOT NULL""",
)
_SQLITE = _Statements(
    """SELECT '', m.name, c.name, c.type, NULL FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, c.cid""",
    """SELECT '', m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.pk > 0 ORDER BY m.name, c.pk""",
    """SELECT '', m.name, CAST(f.id AS TEXT), f."from", '', f."table", f."to"
       FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq""",
    None,
)
_OF_DIALECT: Mapping[str, _Statements] = {"duckdb": _DUCKDB, "postgres": _POSTGRES, "sqlite": _SQLITE}


def read_tables(connection: Connection) -> list[Table]:
    """All tables and views that may be read, by schema and name.

    Raises MetricError for a kind of database that cannot be looked into yet, and DatabaseError.
    """
    statements = _OF_DIALECT.get(connection.dialect)
    if statements is None:
        known = ", ".join(_OF_DIALECT)
        raise fail("usage", f"kpi init cannot read the tables of {connection.dialect} yet, only of {known}")

    def rows(sql: str | None) -> list[tuple[Any, ...]]:
        return [tuple(row.values()) for row in _positional(connection, sql)] if sql else []

    columns: dict[tuple[str, str], list[Column]] = defaultdict(list)
    for schema, table, name, declared, comment in rows(statements.columns):
        columns[schema, table].append(Column(name, declared, kind_of(declared), comment))
    keys: dict[tuple[str, str], list[str]] = defaultdict(list)
    for schema, table, name in rows(statements.keys):
        keys[schema, table].append(name)
    comments = {(schema, table): text for schema, table, text in rows(statements.comments)}
    references = _references(rows(statements.references), keys)
    return [
        Table(id, tuple(of_it), tuple(keys[id]), tuple(references[id]), comments.get(id))
        for id, of_it in columns.items()
    ]


def _positional(connection: Connection, sql: str) -> list[dict[int, Any]]:
    """Rows by position: the names of the answer's columns differ from one database to the next."""
    table = connection.execute(sql)
    lists = [column.to_pylist() for column in table.columns]
    return [dict(enumerate(values)) for values in zip(*lists, strict=True)]


def _references(
    rows: list[tuple[Any, ...]], keys: Mapping[tuple[str, str], list[str]]
) -> dict[tuple[str, str], list[Reference]]:
    grouped: dict[tuple[Any, ...], list[tuple[str, str | None]]] = defaultdict(list)
    for schema, table, name, own, target_schema, target, other in rows:
        grouped[schema, table, name, target_schema, target].append((own, other))
    found: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for (schema, table, _, target_schema, target), pairs in grouped.items():
        key = keys.get((target_schema, target), [])
        if len(pairs) == len(key):  # SQLite leaves the target's columns out where they are its key
            full = tuple((own, other or key[i]) for i, (own, other) in enumerate(pairs))
            found[schema, table].append(Reference((target_schema, target), full))
    return found


_KINDS = (
    (r"bool", "boolean"),
    (r"interval|^time\b|json|blob|bytea|array|\[|struct|\bmap\b|xml|geometry", None),
    (r"timestamp|datetime", "timestamp"),
    (r"^date$", "date"),
    (r"int", "integer"),
    (r"dec|numeric|double|float|real|money|number", "number"),
    (r"char|text|uuid|string|enum|clob|^name$|citext", "text"),
)


def kind_of(declared: str) -> str | None:
    """The type of a field for a type that a database declares."""
    words = declared.strip().lower()
    for pattern, kind in _KINDS:
        if re.search(pattern, words):
            return kind
    return None
