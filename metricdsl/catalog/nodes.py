"""YAML text -> nodes with positions. What a bare word means is left open: it depends on where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from metricdsl.catalog import scalars, traps
from metricdsl.errors import MetricError, fail
from metricdsl.source import Source, Span, Text

MOST_LEVELS = 100
"""Deeper nesting is refused: far above any catalog, far below what the composer's recursion stands."""

MOST_NODES = 1_000_000
"""The size of one file with every alias written out; beyond, it is taken for an alias bomb."""

IMPLICIT = "implicit"
"""The tag of every node that was written without one."""


class _TooDeep(Exception):
    """The nesting went beyond MOST_LEVELS."""


class _Unresolved:
    """Leaves every scalar as written, so that what was no text in YAML 1.1 (`on`, `no`, `1:30`, `010`) is one."""

    levels = 0

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        self.levels += 1
        if self.levels > MOST_LEVELS:
            raise _TooDeep(parent)

    def ascend_resolver(self) -> None:
        self.levels -= 1

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return IMPLICIT


if TYPE_CHECKING or not hasattr(yaml, "CSafeLoader"):
    from yaml.composer import Composer
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class _Loader(_Unresolved, Reader, Scanner, Parser, Composer):
        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)
            Composer.__init__(self)

else:
    from yaml.cyaml import CParser

    class _Loader(_Unresolved, CParser):
        pass


def compose(source: Source) -> Node | None:
    """The one document of a YAML text, or None where there is none.

    Raises MetricError for text that is not YAML, for several documents, for nesting or aliases without end.
    """
    loader = _Loader(source.text)
    try:
        node: Node | None = loader.get_single_node()
    except yaml.YAMLError as error:
        raise MetricError(traps.explain(source, error)) from None
    except _TooDeep as error:
        place = span(source, error.args[0])
        raise fail(
            "yaml-depth", f"brackets and indentation nest deeper than {MOST_LEVELS} levels here", place
        ) from None
    finally:
        loader.dispose()
    if node is not None and "&" in source.text:
        _refuse_bombs(source, node)
    return node


def _refuse_bombs(source: Source, root: Node) -> None:
    sizes: dict[int, int] = {}

    def size(node: Node) -> int:
        if id(node) not in sizes:
            sizes[id(node)] = (
                MOST_NODES  # stands while the node's own children are measured: a cycle has no end
            )
            sizes[id(node)] = 1 + sum(size(child) for child in children(node))
            if sizes[id(node)] > MOST_NODES:
                raise fail(
                    "yaml-aliases",
                    "the aliases (`*name`) in here repeat themselves beyond all measure",
                    span(source, node),
                    "write the values out",
                )
        return sizes[id(node)]

    size(root)


def children(node: Node) -> list[Node]:
    """The nodes right inside a node: keys and values, or items."""
    match node:
        case MappingNode():
            return [child for pair in node.value for child in pair]
        case SequenceNode():
            return list(node.value)
        case _:
            return []


def span(source: Source, node: Node) -> Span:
    """The place of a node: of a text its characters with their quotes, of a map or list all of it."""
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return text(source, node).whole
    start, end = node.start_mark.index, node.end_mark.index
    end = start + len(source.text[start:end].rstrip())
    return Span(source, scalars.skip_properties(source.text, start, end), end)


def text(source: Source, node: ScalarNode) -> Text:
    """A scalar's value with the place of each of its characters."""
    return Text(node.value, source, scalars.offsets(source.text, node))


def is_plain(node: Node) -> bool:
    """Whether a scalar was written without quotes, `|` or `>`."""
    return isinstance(node, ScalarNode) and not node.style


def pairs(node: Node) -> list[tuple[Node, Node]]:
    """The (key, value) nodes of a map; of anything else none."""
    return node.value if isinstance(node, MappingNode) else []


def child(node: Node, step: str | int) -> Node | None:
    """The value below a key or at an index.

    A short form answers for its long one: a scalar is its own child (`won: stage = 'won'` at `expr`), and
    what is no list is its own first item.
    """
    match node:
        case MappingNode() if isinstance(step, str):
            return next((v for k, v in node.value if isinstance(k, ScalarNode) and k.value == step), None)
        case SequenceNode() if isinstance(step, int):
            return node.value[step] if 0 <= step < len(node.value) else None
        case MappingNode() if step == 0:
            return node
        case ScalarNode():
            return node
        case _:
            return None


def key_of(node: Node, step: str) -> Node | None:
    """The key node of a map with this text."""
    return next((k for k, _ in pairs(node) if isinstance(k, ScalarNode) and k.value == step), None)
