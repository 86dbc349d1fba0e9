"""BigQuery's SQL, analyzed and run by Google's own GoogleSQL in this process, with BigQuery's features only."""

from __future__ import annotations

import atexit
import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from metricdsl.run import failure
from tests.engines import Table, Unavailable

NAME = "BigQuery"
DIALECT = "bigquery"

TYPES = {
    "text": "TYPE_STRING",
    "integer": "TYPE_INT64",
    "number": "TYPE_DOUBLE",
    "money": "TYPE_NUMERIC",
    "percent": "TYPE_DOUBLE",
    "boolean": "TYPE_BOOL",
    "date": "TYPE_DATE",
    "timestamp": "TYPE_DATETIME",
    "duration": "TYPE_DOUBLE",
    "timestamptz": "TYPE_TIMESTAMP",
}
# What BigQuery's reference documents, of what GoogleSQL can be told to allow.
FEATURES = """
    additional_string_functions allow_dashes_in_table_name analytic_functions annotation_framework
    bignumeric_type civil_time collation_support concat_mixed_types date_arithmetics date_time_constructors decimal_alias
    disallow_legacy_unicode_collation extended_date_time_signatures format_in_cast group_by_all group_by_array
    group_by_rollup group_by_struct grouping_builtin grouping_sets having_in_aggregate interval_type is_distinct
    json_array_functions json_strict_number_parsing json_type like_any_some_all limit_in_aggregate named_arguments
    null_handling_modifier_in_aggregate null_handling_modifier_in_analytic nulls_first_last_in_order_by
    numeric_type order_by_collate order_by_in_aggregate parameterized_types pivot qualify range_type
    safe_function_call select_star_except_replace tablesample typeof_function unpivot week_with_weekday with_on_subquery
    with_recursive
"""


class Warehouse:
    """Tables and the statements that read them; what `metricdsl.connect` takes as it is."""

    dialect = DIALECT
    name = NAME

    def __init__(self) -> None:
        from tests.engines.googlesql import GoogleSql

        self._sql = GoogleSql()
        atexit.register(self._let_go)
        self._catalog: int | None = None
        self._dotted: list[str] = []
        self._schemas: dict[str, Any] = {}
        self.load([])

    def load(self, tables: Sequence[Table]) -> None:
        from zetasql.wasi._pb2.zetasql.local_service import local_service_pb2 as service

        if self._catalog is not None:
            self._sql.call(
                "UnregisterCatalog", service.UnregisterRequest(registered_id=self._catalog), _empty()
            )
        self._dotted = [table.name for table in tables if "." in table.name]
        self._schemas.clear()
        request = service.RegisterCatalogRequest()
        request.simple_catalog.name = "project"
        request.simple_catalog.builtin_function_options.language_options.CopyFrom(language())
        for table in tables:
            made = request.simple_catalog.table.add(name=table.name)
            for column, kind in zip(table.columns, table.types, strict=True):
                made.column.add(name=loaded(column)).type.type_kind = _kinds().Value(TYPES[kind])
            rows = request.table_content[table.name].table_data
            rows.SetInParent()
            for row in table.rows:
                cells = rows.row.add().cell
                for value, kind in zip(row, table.types, strict=True):
                    write(cells.add(), value, TYPES[kind])
        self._catalog = self._sql.call("RegisterCatalog", request, service.RegisterResponse).registered_id

    def rows(self, sql: str) -> tuple[list[tuple[str, str]], list[tuple[Any, ...]]]:
        """Columns with their types, and the rows of Python values."""
        from zetasql.wasi._pb2.zetasql.local_service import local_service_pb2 as service

        self.analyzed(sql)
        request = service.EvaluateQueryRequest(sql=self._whole(sql), registered_catalog_id=self._catalog)
        request.options.CopyFrom(options())
        answer = self._sql.call("EvaluateQuery", request, service.EvaluateQueryResponse)
        columns = [(c.name, _kinds().Name(c.type.type_kind)) for c in answer.prepared.columns]
        readers = [READERS[kind] for _, kind in columns]
        rows = [
            tuple(
                read(cell) if cell.WhichOneof("value") else None
                for read, cell in zip(readers, row.cell, strict=True)
            )
            for row in answer.content.table_data.row
        ]
        return columns, rows

    def _whole(self, sql: str) -> str:
        """GoogleSQL's own tables have one name each: `crm.orders`, as most of our SQL quotes it already."""
        for name in self._dotted:
            sql = re.sub(rf"\b(FROM|JOIN) {re.escape(name)}\b", rf"\1 `{name}`", sql)
        return sql

    def analyzed(self, sql: str) -> Any:
        """The analyzer's tree of a statement that BigQuery would run too. Raises Refused."""
        from zetasql.wasi._pb2.zetasql.local_service import local_service_pb2 as service

        from tests.engines.bigquery_rules import refusals
        from tests.engines.googlesql import Refused

        request = service.AnalyzeRequest(sql_statement=self._whole(sql), registered_catalog_id=self._catalog)
        request.options.CopyFrom(options())
        tree = self._sql.call("Analyze", request, service.AnalyzeResponse).resolved_statement
        for refusal in refusals(tree):
            raise Refused(refusal)
        return tree

    def execute(self, sql: str, timeout: float | None = None, progress: Any = None) -> Any:
        import pyarrow

        columns, rows = self._asked(self.rows, sql)
        values = list(zip(*rows, strict=True)) or [()] * len(columns)
        arrays = [pyarrow.array(v, arrow(kind)) for v, (_, kind) in zip(values, columns, strict=True)]
        return pyarrow.Table.from_arrays(arrays, names=[name for name, _ in columns])

    @staticmethod
    def _asked(work: Callable[[str], Any], sql: str) -> Any:
        from tests.engines.googlesql import Refused

        try:
            return work(sql)
        except Refused as refused:
            if missing := re.match(r"Table not found: (\S+?)(;|$)", str(refused)):
                raise failure.missing_table(missing[1], NAME) from None
            raise failure.other(NAME, str(refused)) from None

    def schema(self, sql: str) -> Any:
        """The types of a statement's columns, by the analyzer alone."""
        import pyarrow

        if sql not in self._schemas:
            statement = self._asked(self.analyzed, sql).resolved_query_stmt_node
            fields = [(c.name, _kinds().Name(c.column.type.type_kind)) for c in statement.output_column_list]
            self._schemas[sql] = pyarrow.schema([(name, arrow(kind)) for name, kind in fields])
        return self._schemas[sql]

    def close(self) -> None:
        """It ends with the process: sessions come and go."""

    def _let_go(self) -> None:
        """While wasmtime still can."""
        del self._sql


def loaded(column: str) -> str:
    """A column's name as a load job writes it: BigQuery has none with these signs."""
    return re.sub(r"[!\"$()*,./;?@\[\\\]^`{}~]", "_", column)


def connect() -> Warehouse:
    try:
        import zetasql  # noqa: F401  # is it there?
    except ImportError as missing:
        raise Unavailable("the package zetasql is not installed") from missing
    return Warehouse()


def load(connection: Warehouse, tables: Sequence[Table]) -> None:
    connection.load(tables)


def query(connection: Warehouse, sql: str) -> list[tuple[Any, ...]]:
    return connection.rows(sql)[1]


def database(connection: Warehouse) -> Any:
    return connection


# --- what is asked of the analyzer ------------------------------------------------------------------


@cache
def language() -> Any:
    from zetasql.wasi._pb2.zetasql.proto import options_pb2
    from zetasql.wasi._pb2.zetasql.public import options_pb2 as public
    from zetasql.wasi._pb2.zetasql.resolved_ast import resolved_node_kind_pb2 as nodes

    made = options_pb2.LanguageOptionsProto()
    made.name_resolution_mode = public.NAME_RESOLUTION_DEFAULT
    made.product_mode = public.PRODUCT_EXTERNAL
    made.supported_statement_kinds.append(nodes.RESOLVED_QUERY_STMT)
    made.reserved_keywords.append("QUALIFY")
    made.enabled_language_features.extend(
        sorted({public.LanguageFeature.Value(f"FEATURE_{name.upper()}") for name in FEATURES.split()})
    )
    return made


@cache
def options() -> Any:
    from zetasql.wasi._pb2.zetasql.proto import options_pb2

    made = options_pb2.AnalyzerOptionsProto()
    made.language_options.CopyFrom(language())
    made.default_timezone = "UTC"
    return made


def _kinds() -> Any:
    from zetasql.wasi._pb2.zetasql.public import type_pb2

    return type_pb2.TypeKind


def _empty() -> Any:
    from google.protobuf import empty_pb2

    return empty_pb2.Empty


# --- values -----------------------------------------------------------------------------------------

EPOCH = date(1970, 1, 1)


def write(cell: Any, value: Any, kind: str) -> None:
    """A Python value as GoogleSQL keeps it; a cell that is left alone is null."""
    match kind:
        case _ if value is None:
            return
        case "TYPE_STRING":
            cell.string_value = value
        case "TYPE_INT64":
            cell.int64_value = value
        case "TYPE_DOUBLE":
            cell.double_value = value
        case "TYPE_BOOL":
            cell.bool_value = value
        case "TYPE_DATE":
            cell.date_value = (value - EPOCH).days
        case "TYPE_NUMERIC":
            scaled = int(value.scaleb(9))
            cell.numeric_value = scaled.to_bytes(scaled.bit_length() // 8 + 1, "little", signed=True)
        case "TYPE_DATETIME":
            parts = (
                (value.year, 26),
                (value.month, 22),
                (value.day, 17),
                (value.hour, 12),
                (value.minute, 6),
            )
            cell.datetime_value.bit_field_datetime_seconds = sum(n << at for n, at in parts) + value.second
            cell.datetime_value.nanos = value.microsecond * 1000
        case "TYPE_TIMESTAMP":
            cell.timestamp_value.FromDatetime(value.astimezone(UTC))


def _datetime(cell: Any) -> datetime:
    bits = cell.datetime_value.bit_field_datetime_seconds
    places = ((26, 14), (22, 4), (17, 5), (12, 5), (6, 6), (0, 6))
    parts = [bits >> at & (1 << size) - 1 for at, size in places]
    return datetime(*parts, cell.datetime_value.nanos // 1000)  # type: ignore[misc]  # six of them


READERS: dict[str, Callable[[Any], Any]] = {
    "TYPE_STRING": lambda cell: cell.string_value,
    "TYPE_INT64": lambda cell: cell.int64_value,
    "TYPE_DOUBLE": lambda cell: cell.double_value,
    "TYPE_BOOL": lambda cell: cell.bool_value,
    "TYPE_DATE": lambda cell: EPOCH + timedelta(days=cell.date_value),
    "TYPE_NUMERIC": lambda cell: Decimal(int.from_bytes(cell.numeric_value, "little", signed=True)).scaleb(
        -9
    ),
    "TYPE_BIGNUMERIC": lambda cell: _decimal(cell.bignumeric_value, 38),
    "TYPE_DATETIME": _datetime,
    "TYPE_TIMESTAMP": lambda cell: cell.timestamp_value.ToDatetime(UTC),
}


def _decimal(data: bytes, digits: int) -> Decimal:
    value = int.from_bytes(data, "little", signed=True)
    return Decimal((value < 0, tuple(map(int, str(abs(value)))), -digits))


def arrow(kind: str) -> Any:
    """The types of the official client's Arrow tables."""
    import pyarrow

    return {
        "TYPE_STRING": pyarrow.string(),
        "TYPE_INT64": pyarrow.int64(),
        "TYPE_DOUBLE": pyarrow.float64(),
        "TYPE_BOOL": pyarrow.bool_(),
        "TYPE_DATE": pyarrow.date32(),
        "TYPE_NUMERIC": pyarrow.decimal128(38, 9),
        "TYPE_BIGNUMERIC": pyarrow.decimal256(76, 38),
        "TYPE_DATETIME": pyarrow.timestamp("us"),
        "TYPE_TIMESTAMP": pyarrow.timestamp("us", "UTC"),
    }[kind]
