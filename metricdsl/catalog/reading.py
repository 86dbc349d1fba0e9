"""The nodes of one entry as plain values, and what is wrong with them whatever the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from metricdsl.catalog import nodes, traps
from metricdsl.catalog.naming import Path, known_keys, part
from metricdsl.catalog.values import Plain
from metricdsl.errors import Diagnostic

if TYPE_CHECKING:
    from metricdsl.catalog.entries import Entry

_COLON = re.compile(r"\s*:")


class Reading:
    """An entry's values, with the problems found and the places that have one already."""

    def __init__(self, entry: Entry[Any]) -> None:
        self.entry = entry
        self.problems: list[Diagnostic] = []
        self.reported: set[Path] = set()
        self.tree = self.value(entry.node, ())

    def value(self, node: Node, path: Path) -> Any:
        """A dict, a list, a quoted text, a Plain, or None for nothing and null."""
        if node.tag != nodes.IMPLICIT:
            start = self.entry.source.text.find("!", node.start_mark.index)
            self.report(path, traps.bad_start(self.entry.source, start))
        match node:
            case MappingNode():
                return self.mapping(node, path)
            case SequenceNode():
                return self.sequence(node, path)
            case ScalarNode():
                return self.scalar(node, path)
        raise TypeError(node)

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        keys: dict[str, ScalarNode] = {}
        values: dict[str, Any] = {}
        previous: Node | None = None
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.not_a_key(key, path)
            elif node.flow_style and self.has_no_colon(key):
                self.stray(key, previous, node, path)
            elif key.value in keys:
                self.twice(key, keys[key.value], path)
            else:
                keys[key.value] = key
                read = self.value(value, (*path, key.value))
                if (
                    read is None
                    and (*path, key.value) not in self.reported
                    and not _may_be_null(self.entry.kind, (*path, key.value))
                ):
                    self.empty(key, (*path, key.value))
                else:
                    values[key.value] = read
            previous = value
        return values

    def sequence(self, node: SequenceNode, path: Path) -> list[Any]:
        for item, following in zip(node.value, node.value[1:], strict=False):
            if node.flow_style and nodes.is_plain(item) and item.value.count("(") > item.value.count(")"):
                comma = self.entry.source.text.rfind(",", item.end_mark.index, following.start_mark.index)
                self.report(path, traps.cut_at_comma(self.entry.source, item.start_mark.index, comma))
        return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]

    def scalar(self, node: ScalarNode, path: Path) -> str | None:
        if nodes.is_missing(node):
            return None
        if node.style:
            return str(node.value)
        source, trap = self.entry.source, None
        if self.may_be_map(path):
            trap = traps.stuck(source, nodes.span(source, node).start, known_keys(self.entry, path))
        if trap is None and self.is_formula(path):
            trap = traps.comment_after(source, node)
        if trap is not None:
            self.report(path, trap)
        return Plain(node.value)

    # --- where a text stands --------------------------------------------------------------------------

    def may_be_map(self, path: Path) -> bool:
        return not path or (path[0] in ("fields", "target") and len(path) == 2)

    def is_formula(self, path: Path) -> bool:
        """Whether a text is in the metric language, so that one cut at ` #` could still mean something."""
        match path:
            case () | ("formula" | "where" | "question",) | ("metrics", _):
                return True
            case ("fields", _) | ("fields", _, "expr"):
                return True
            case ("target", "where") | ("target", _, "where") | ("tests", _, "question"):
                return True
            case _:
                return False

    def has_no_colon(self, key: ScalarNode) -> bool:
        return not _COLON.match(self.entry.source.text, key.end_mark.index)

    # --- problems -------------------------------------------------------------------------------------

    def stray(self, key: ScalarNode, previous: Node | None, node: Node, path: Path) -> None:
        """For a word without a colon inside `{ }`."""
        source, place = self.entry.source, nodes.span(self.entry.source, key)
        if trap := traps.stuck(source, place.start):
            self.report(path, trap)
        elif previous is None:
            self.report(path, traps.bad_start(source, nodes.span(source, node).start))
        elif nodes.is_plain(previous):
            comma = source.text.rfind(",", previous.end_mark.index, place.start)
            self.report(path, traps.cut_at_comma(source, previous.start_mark.index, comma))
        else:
            self.report(path, Diagnostic("wrong-key", f"'{key.value}' has no colon and no value", place))

    def not_a_key(self, key: Node, path: Path) -> None:
        source, place = self.entry.source, nodes.span(self.entry.source, key)
        if source.text[: place.start].endswith("{"):
            self.report(path, traps.bad_start(source, place.start - 1))
        else:
            self.report(path, Diagnostic("wrong-key", f"a key must be a text, not {nodes.kind(key)}", place))

    def empty(self, key: Node, path: Path) -> None:
        hint = "write a value, or leave the key out"
        place = nodes.span(self.entry.source, key)
        self.report(path, Diagnostic("empty-value", f"{part(self.entry, path)} has no value", place, (hint,)))

    def twice(self, key: ScalarNode, first: ScalarNode, path: Path) -> None:
        message = f"{part(self.entry, (*path, key.value))} is written twice"
        related = (("the first one", nodes.span(self.entry.source, first)),)
        place = nodes.span(self.entry.source, key)
        self.problems.append(Diagnostic("duplicate-key", message, place, ("keep one of them",), related))

    def report(self, path: Path, problem: Diagnostic) -> None:
        self.reported.add(path)
        self.problems.append(problem)


def _may_be_null(kind: str, path: Path) -> bool:
    """Only the rows of tests hold nulls."""
    inside = path if kind == "test" else path[2:] if path[0] == "tests" else ()
    return inside[:1] == ("expect",) or (inside[:1] == ("given",) and len(inside) > 2)
