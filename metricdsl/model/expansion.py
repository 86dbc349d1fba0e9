"""The catalog's functions: a call becomes the function's body, at the syntax tree."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from metricdsl.errors import fail
from metricdsl.functions.vocabulary import row_functions
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula, parse_signature
from metricdsl.source import Span

if TYPE_CHECKING:
    from metricdsl.catalog.entries import Entry
    from metricdsl.catalog.schema import Function


def expanded(node: syntax.Call, entry: Entry[Function], expanding: tuple[str, ...]) -> syntax.Expression:
    """The function's body with the arguments in the parameters' places; `expanding` are those around it."""
    if node.function in expanding:
        chain = " → ".join((*expanding[expanding.index(node.function) :], node.function))
        raise fail("cycle", f"functions refer to each other in a circle: {chain}", node.span)
    _ = entry.model
    refuse_built_in(entry)
    signature = parse_signature(entry.text("signature"))
    if len(signature.parameters) != len(node.arguments):
        raise fail(
            "wrong-arguments",
            f"{node.function} takes {len(signature.parameters)} argument(s), not {len(node.arguments)}",
            node.span,
            f"use: {signature.name}({', '.join(signature.parameters)})",
            related=[("it is defined here", entry.span)],
        )
    body = parse_formula(entry.text("formula"))
    mapping = dict(zip(signature.parameters, node.arguments, strict=True))
    tree: syntax.Expression = substitute(body, mapping)
    return tree


def refuse_built_in(entry: Entry[Any]) -> None:
    """Raises MetricError for a function of the catalog that would hide one of the language."""
    if entry.name in (*row_functions(), "today", "now"):
        raise fail("duplicate-name", f"the language has a function '{entry.name}' of its own", entry.span,
                   "give this one another name")  # fmt: skip


def substitute(tree: Any, mapping: Mapping[str, syntax.Expression]) -> Any:
    """A tree in which names are replaced by trees; `x.field` becomes `orders.field` where x is `orders`."""
    if isinstance(tree, syntax.Name):
        argument = mapping.get(tree.parts[0])
        if argument is None:
            return tree
        if len(tree.parts) == 1:
            return argument
        if isinstance(argument, syntax.Name):
            return syntax.Name(argument.parts + tree.parts[1:], span=argument.span)
        return tree
    if isinstance(tree, tuple):
        return tuple(substitute(item, mapping) for item in tree)
    if dataclasses.is_dataclass(tree) and not isinstance(tree, Span):
        changed = {
            f.name: substitute(getattr(tree, f.name), mapping)
            for f in dataclasses.fields(tree)
            if f.name != "span"
        }
        return dataclasses.replace(tree, **changed)  # type: ignore[type-var]  # an instance, not a class
    return tree
