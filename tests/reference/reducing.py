"""A disagreement made small: clauses, formulas, rows and values are taken away while it stays."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from metricdsl.errors import MetricError
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula, parse_question
from metricdsl.language.printer import to_text
from metricdsl.source import Text
from tests.engines import Table
from tests.reference.asking import Asking

CONTEXTS = (
    syntax.Shifted,
    syntax.Narrowed,
    syntax.Trailing,
    syntax.ToDate,
    syntax.Running,
    syntax.Total,
    syntax.Rank,
)
OPTIONAL: dict[type, tuple[str, ...]] = {
    syntax.Question: ("range", "where", "versus", "having", "top", "limit", "by_axis", "for_axis"),
    syntax.Aggregate: ("where", "on", "stock"),
    syntax.Step: ("where", "within"),
}
LISTS: dict[type, tuple[str, ...]] = {
    syntax.Question: ("columns", "by", "order", "parameters"),
    syntax.Total: ("by",),
    syntax.Rank: ("within",),
}


def reduced(asking: Asking, still: Callable[[Asking], bool], tries: int) -> Asking:
    """A smaller asking of which `still` holds; it is tried at most so often."""
    progress = True
    while progress and tries > 0:
        progress = False
        for smaller in _smaller(asking):
            tries -= 1
            if tries < 0:
                break
            if _legal(smaller) and still(smaller):
                asking, progress = smaller, True
                break
    return asking


def _legal(asking: Asking) -> bool:
    """Whether what is left can still be read."""
    try:
        parse_question(Text.of(asking.question))
        for entry in asking.metrics.values():
            parse_formula(Text.of(entry["formula"]))
    except MetricError:
        return False
    return True


def _smaller(asking: Asking) -> Iterator[Asking]:
    yield from _questions(asking)
    yield from _metrics(asking)
    used = asking.used
    tables = [t for t in asking.world.tables if t.name in asking.world.catalog["entities"]]
    for table in tables:
        if table.name not in used and table.rows:
            yield _with_rows(asking, table, ())
        for i in range(len(table.rows)):
            yield _with_rows(asking, table, table.rows[:i] + table.rows[i + 1 :])
    yield from _settings(asking)
    for table in tables:
        key = asking.world.catalog["entities"][table.name]["key"]  # unique and never null
        for i, row in enumerate(table.rows):
            for j, value in enumerate(row):
                if value is not None and table.columns[j] not in (key if isinstance(key, list) else [key]):
                    shorter = (*row[:j], None, *row[j + 1 :])
                    yield _with_rows(asking, table, (*table.rows[:i], shorter, *table.rows[i + 1 :]))


def _questions(asking: Asking) -> Iterator[Asking]:
    for text in _simpler(parse_question(Text.of(asking.question))):
        yield replace(asking, question=text)


def _metrics(asking: Asking) -> Iterator[Asking]:
    for name, entry in asking.metrics.items():
        rest = {n: e for n, e in asking.metrics.items() if n != name}
        formula = entry["formula"]
        yield replace(
            asking, metrics=rest, question=re.sub(rf"(?<![\w.]){name}(?!\w)", f"({formula})", asking.question)
        )
        for key in entry:
            if key != "formula":
                kept = {k: v for k, v in entry.items() if k != key}
                yield replace(asking, metrics={**asking.metrics, name: kept})
        for text in _simpler(parse_formula(Text.of(formula))):
            yield replace(asking, metrics={**asking.metrics, name: {**entry, "formula": text}})


def _settings(asking: Asking) -> Iterator[Asking]:
    """The defaults, and entities without the expressions that they can do without."""
    world = asking.world
    for key, default in (("timezone", "UTC"), ("week_starts", "monday"), ("fiscal_year_starts", "january")):
        if world.catalog.get(key, default) != default:
            yield replace(asking, world=replace(world, catalog={**world.catalog, key: default}))
    for name, entity in world.catalog["entities"].items():
        for field, value in entity["fields"].items():
            if isinstance(value, dict) and "expr" in value:
                kept = {**entity, "fields": {f: v for f, v in entity["fields"].items() if f != field}}
                entities = {**world.catalog["entities"], name: kept}
                yield replace(asking, world=replace(world, catalog={**world.catalog, "entities": entities}))


def _with_rows(asking: Asking, table: Table, rows: tuple[Any, ...]) -> Asking:
    tables = tuple(replace(t, rows=rows) if t is table else t for t in asking.world.tables)
    return replace(asking, world=replace(asking.world, tables=tables))


def _simpler(tree: Any) -> Iterator[str]:
    for variant in _variants(tree):
        try:
            text = to_text(variant)
        except (TypeError, ValueError, AttributeError):
            continue  # what is left out here cannot be left out there
        if len(text) < len(to_text(tree)):
            yield text


def _variants(tree: Any) -> Iterator[Any]:
    """The tree with one of its parts left out, or replaced by what stands inside it."""
    if isinstance(tree, tuple):
        for i, part in enumerate(tree):
            yield from ((*tree[:i], variant, *tree[i + 1 :]) for variant in _variants(part))
    if not dataclasses.is_dataclass(tree):
        return
    for name in OPTIONAL.get(type(tree), ()):
        if getattr(tree, name) is not None:
            yield replace(tree, **{name: None})  # type: ignore[type-var]  # a dataclass, as was asked
    for name in LISTS.get(type(tree), ()):
        for i in range(len(getattr(tree, name))):
            yield replace(tree, **{name: getattr(tree, name)[:i] + getattr(tree, name)[i + 1 :]})  # type: ignore[type-var]
    yield from _inside(tree)
    for slot in dataclasses.fields(tree):
        if slot.name != "span":
            yield from (replace(tree, **{slot.name: v}) for v in _variants(getattr(tree, slot.name)))  # type: ignore[type-var]


def _inside(tree: Any) -> Iterator[Any]:
    match tree:
        case syntax.Aggregate(arguments=(syntax.Sequence(steps=(first, *_, _)), *_)):
            yield replace(tree, arguments=(first.entity,), function="count")
        case syntax.Aggregate(per=(_, *_)) if tree.function != "share":
            yield tree.arguments[0]
        case syntax.Operation(operands=operands) | syntax.Call(arguments=operands):
            yield from operands
        case syntax.Case(branches=branches):
            yield from (part for branch in branches for part in branch)
    if isinstance(tree, CONTEXTS):
        yield tree.formula
