"""One entry against its model: everything that is wrong with it, at the very words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from metricdsl.catalog import nodes, traps
from metricdsl.catalog.schema import MODELS, Field, Lifetime, Model, Target, Test
from metricdsl.catalog.values import Plain
from metricdsl.errors import Diagnostic, MetricError, did_you_mean

if TYPE_CHECKING:
    from metricdsl.catalog.loader import Entry

Path = tuple[str | int, ...]

FORMULAS = frozenset({"formula", "expr", "where", "question"})
"""Keys whose texts are in the metric language, where `#` begins a comment only after `|` or in quotes."""

MISSING = re.compile(r"(null|Null|NULL|~)?")


def validate(entry: Entry[Any]) -> Model:
    """The entry's model. Raises MetricError with all of its problems, in the order of the file."""
    reading = _Reading(entry)
    tree = reading.value(entry.node, ())
    problems = reading.problems
    try:
        model = MODELS[entry.kind].model_validate(tree)
    except ValidationError as error:
        problems += _translated(entry, error, reading.reported)
    if problems:
        problems.sort(key=lambda problem: problem.span.start if problem.span else 0)
        raise MetricError(*dict.fromkeys(problems))
    return model


class _Reading:
    """Nodes as plain values, and what is wrong with them whatever the model."""

    def __init__(self, entry: Entry[Any]) -> None:
        self.entry = entry
        self.problems: list[Diagnostic] = []
        self.reported: set[Path] = set()

    def value(self, node: Node, path: Path) -> Any:
        """A dict, list, str, Plain or None."""
        if node.tag != nodes.IMPLICIT:
            self.report(path, traps.tagged(self.entry.source, node.start_mark.index))
        match node:
            case MappingNode():
                return self.mapping(node, path)
            case SequenceNode():
                return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
            case ScalarNode():
                return self.scalar(node, path)
        raise TypeError(node)

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        first: dict[str, Node] = {}
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.complain(path, "wrong-key", "a key must be a text", key)
            elif key.value in first:
                self.twice(key, first[key.value], path)
            else:
                first[key.value] = key
                inside = (*path, key.value)
                read = self.value(value, inside)
                if read is None and not _may_be_null(self.entry.kind, inside):
                    self.empty(key, inside)
                else:
                    values[key.value] = read
        return values

    def scalar(self, node: ScalarNode, path: Path) -> str | None:
        if node.style:
            return str(node.value)
        if MISSING.fullmatch(node.value):
            return None
        if self.in_language(path) and (comment := traps.comment_after(self.entry.source, node)):
            self.report(path, comment)
        return Plain(node.value)

    def in_language(self, path: Path) -> bool:
        return (
            not path or any(step in FORMULAS for step in path) or (path[:1] == ("fields",) and len(path) == 2)
        )

    def empty(self, key: Node, path: Path) -> None:
        self.complain(
            path,
            "empty-value",
            f"{part(self.entry, path)} has no value",
            key,
            "write a value, or leave the key out",
        )

    def twice(self, key: ScalarNode, first: Node, path: Path) -> None:
        place = nodes.span(self.entry.source, first)
        self.problems.append(
            Diagnostic(
                "duplicate-key",
                f"{part(self.entry, (*path, key.value))} is written twice",
                nodes.span(self.entry.source, key),
                ("keep one of them",),
                (("the first one", place),),
            )
        )

    def complain(self, path: Path, code: str, message: str, node: Node, *hints: str) -> None:
        self.report(path, Diagnostic(code, message, nodes.span(self.entry.source, node), hints))

    def report(self, path: Path, problem: Diagnostic) -> None:
        self.reported.add(path)
        self.problems.append(problem)


def _may_be_null(kind: str, path: Path) -> bool:
    """Only the rows of tests hold nulls."""
    inside = path if kind == "test" else path[2:] if path[:1] == ("tests",) else ()
    return inside[:1] == ("expect",) or (inside[:1] == ("given",) and len(inside) > 2)


# --- how things are called ---------------------------------------------------------------------------


def part(entry: Entry[Any], path: Path) -> str:
    """A part of an entry in words: `'type' of field 'won' of entity 'opportunities'`."""
    match path:
        case ():
            return "the settings" if entry.kind == "settings" else f"{entry.kind} '{entry.name}'"
        case (*_, last) if entry.stands_for(path):
            return part(entry, path[:-1])
        case ("fields" | "joins" as section, name):
            return f"{section[:-1]} '{name}' of {part(entry, ())}"
        case (*_, int(last)):
            return f"item {last + 1} of {part(entry, path[:-1])}"
        case (last,) if entry.kind == "settings":
            return f"'{last}'"
        case _:
            return f"'{path[-1]}' of {part(entry, path[:-1])}"


def known_keys(entry: Entry[Any], path: Path) -> list[str]:
    """The keys that a map inside an entry may have."""
    model = _INSIDE.get((entry.kind, path[0]), MODELS[entry.kind]) if path else MODELS[entry.kind]
    return [field.alias or name for name, field in model.model_fields.items()]


_INSIDE: dict[tuple[str, str | int], type[Model]] = {
    ("entity", "fields"): Field,
    ("entity", "lifetime"): Lifetime,
    ("metric", "target"): Target,
    ("metric", "tests"): Test,
}


# --- pydantic's errors in our words -----------------------------------------------------------------


def _translated(entry: Entry[Any], error: ValidationError, reported: set[Path]) -> Iterator[Diagnostic]:
    for one in error.errors(include_url=False):
        is_key = one["loc"][-1:] == ("[key]",)
        path = tuple(
            step
            for step in one["loc"]
            if not (isinstance(step, str) and step[:1] in "<[" and step[-1:] in ">]")
        )
        if path in reported:
            continue
        yield _diagnostic(entry, path, one, is_key)


def _diagnostic(entry: Entry[Any], path: Path, error: Any, is_key: bool) -> Diagnostic:
    context: dict[str, Any] = error.get("ctx", {})
    place = entry.key(*path) if is_key else entry.where(*path)
    match error["type"]:
        case "extra_forbidden":
            return _unknown_key(entry, path)
        case "missing":
            return Diagnostic(
                "missing-key", f"{part(entry, path[:-1])} lacks the key '{path[-1]}'", entry.key(*path[:-1])
            )
        case "catalog" if context["code"] == "missing-key":
            return Diagnostic(
                "missing-key",
                f"{part(entry, path[:-1])} {context['message']}",
                entry.key(*path[:-1]),
                context["hints"],
            )
        case "catalog" if context["code"] == "conflicting-keys":
            place = entry.key(*path)
            return Diagnostic(
                context["code"], f"{part(entry, path)} {context['message']}", place, context["hints"]
            )
        case "catalog":
            return Diagnostic(
                context["code"], f"{part(entry, path)} {context['message']}", place, context["hints"]
            )
        case "literal_error":
            allowed = re.findall(r"'([^']*)'", context["expected"])
            written = str(error["input"])
            return Diagnostic(
                "wrong-value",
                f"{part(entry, path)} must be {_either(allowed)}, not {_said(error['input'])}",
                place,
                did_you_mean(written, allowed),
            )
        case "dict_type" | "mapping_type":
            return Diagnostic(
                "wrong-value",
                f"{part(entry, path)} must be a map of names, not {_said(error['input'])}",
                place,
            )
        case _:
            return Diagnostic(
                "wrong-value", f"{part(entry, path)} must be a list, not {_said(error['input'])}", place
            )


def _unknown_key(entry: Entry[Any], path: Path) -> Diagnostic:
    known = known_keys(entry, path[:-1])
    name = str(path[-1])
    if name == "<<":
        hints: tuple[str, ...] = ("merge keys are no part of YAML 1.2: write the keys out",)
    else:
        hints = did_you_mean(name, known) or (f"the keys are {', '.join(known)}",)
    return Diagnostic("unknown-key", f"{part(entry, path[:-1])} has no key '{name}'", entry.key(*path), hints)


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


def _said(value: object) -> str:
    from metricdsl.catalog.values import described

    return described(value)
