"""What BigQuery refuses although it is GoogleSQL: looked for in the analyzer's tree of a statement.

These are limits of how BigQuery runs a statement, told in its error messages, and of its results' schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

SKIPPED = {"column_list", "type", "type_annotation_map", "annotation_map", "signature"}
NAME = re.compile(r"[^!\"$()*,./;?@\[\\\]^`{}~]{1,300}")
RESERVED = ("_table_", "_file_", "_partition", "_row_timestamp", "__root__", "_colidentifier")


def refusals(statement: Any) -> Iterator[str]:
    """Why BigQuery would not run what the analyzer has understood; nothing where it would."""
    yield from _names([c.name for c in statement.resolved_query_stmt_node.output_column_list])
    for node in nodes(statement):
        match node.DESCRIPTOR.name:
            case "ResolvedJoinScanProto" if node.join_type and not _has_equality(node):
                kind = ("INNER", "LEFT OUTER", "RIGHT OUTER", "FULL OUTER")[node.join_type]
                yield (
                    f"{kind} JOIN cannot be used without a condition that is an equality of fields from both "
                    "sides of the join."
                )
            case "ResolvedSubqueryExprProto" if node.parameter_list and any(map(_is_scan, nodes(node))):
                yield "Correlated subqueries that reference other tables are not supported"
            case "ResolvedAnalyticFunctionGroupProto":
                yield from _window(node)
            case "ResolvedAggregateFunctionCallProto":
                if any(item.null_order for item in node.order_by_item_list):
                    yield "NULLS LAST not supported with ascending sort order in aggregate functions."


def _names(names: list[str]) -> Iterator[str]:
    for name in names:
        shown = "f0_" if name.startswith("$") else name  # it has none
        if not NAME.fullmatch(shown) or shown.lower().startswith(RESERVED):
            yield f'Invalid field name "{name}".'
    if len({name.lower() for name in names}) < len(names):
        yield "Duplicate column names in the result are not supported."


def _has_equality(join: Any) -> bool:
    sides = [columns(join.left_scan), columns(join.right_scan)]
    for call in conjuncts(join.join_expr):
        if call.parent.function.name == "ZetaSQL:$equal":
            one, other = (columns(a) for a in call.parent.argument_list)
            if one and other and any(one <= a and other <= b for a, b in (sides, reversed(sides))):
                return True
    return False


def conjuncts(expression: Any) -> Iterator[Any]:
    call = expression.resolved_function_call_base_node.resolved_function_call_node
    if call.parent.function.name == "ZetaSQL:$and":
        for argument in call.parent.argument_list:
            yield from conjuncts(argument)
    else:
        yield call


def _window(group: Any) -> Iterator[str]:
    said = any(item.null_order for item in group.order_by.order_by_item_list)
    frames = [n for n in nodes(group) if n.DESCRIPTOR.name == "ResolvedWindowFrameProto"]
    if said and any(frame.frame_unit == 1 for frame in frames):  # RANGE
        yield "NULLS LAST not supported with ascending sort order in RANGE clauses of analytic functions."


def columns(node: Any) -> set[int]:
    return {
        n.column_id for n in nodes(node, skipped=frozenset()) if n.DESCRIPTOR.name == "ResolvedColumnProto"
    }


def _is_scan(node: Any) -> bool:
    return node.DESCRIPTOR.name in ("ResolvedTableScanProto", "ResolvedWithRefScanProto")


def nodes(node: Any, skipped: frozenset[str] | set[str] = SKIPPED) -> Iterator[Any]:
    """A message and all messages in it."""
    yield node
    for field, value in node.ListFields():
        if field.message_type is None or field.name in skipped:
            continue
        for inner in value if field.is_repeated else (value,):
            yield from nodes(inner, skipped)
