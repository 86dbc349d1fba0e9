"""YAML text -> nodes with positions. What a bare word means is left open: it depends on where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from yaml.composer import Composer
from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from metricdsl.catalog import scalars, unreadable
from metricdsl.errors import MetricError, fail
from metricdsl.source import Source, Span, Text

MOST_LEVELS = 100
"""Deeper nesting is refused: far above any catalog, far below what the composer's recursion stands."""

MOST_REPEATED = 100_000
"""How many nodes a file's aliases may repeat; beyond, it is taken for an alias bomb."""

IMPLICIT = "implicit"
"""The tag of every node that was written without one."""


class _TooDeep(Exception):
    """The nesting goes beyond MOST_LEVELS."""


class _Unresolved:
    """Leaves every scalar as written: what was no text in YAML 1.1 (`on`, `no`, `1:30`, `010`) is one."""

    levels = 0

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        self.levels += 1
        if self.levels > MOST_LEVELS:
            raise _TooDeep(parent)

    def ascend_resolver(self) -> None:
        self.levels -= 1

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return IMPLICIT


class _PythonLoader(_Unresolved, Reader, Scanner, Parser, Composer):
    """Five times slower; for a PyYAML that was built without its C library."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


def _loader() -> type:
    try:
        from yaml._yaml import CParser
    except ImportError:
        return _PythonLoader
    return type("_CLoader", (_Unresolved, CParser), {})


_Loader = _loader()


def compose(source: Source) -> Node | None:
    """The one document of a YAML text, or None where there is none.

    Raises MetricError for text that is not YAML, for several documents, for nesting or aliases without end.
    """
    try:
        node: Node | None = _Loader(source.text).get_single_node()
    except yaml.YAMLError as error:
        raise MetricError(unreadable.explain(source, error)) from None
    except _TooDeep as error:
        place = error.args[0].start_mark.index
        message = f"brackets and indentation nest deeper than {MOST_LEVELS} levels here"
        raise fail("yaml-depth", message, Span(source, place, place + 1)) from None
    if node is not None and "&" in source.text:
        _refuse_bombs(source, node)
    return node


def _refuse_bombs(source: Source, root: Node) -> None:
    sizes: dict[int, int] = {}

    def size(node: Node) -> int:
        if id(node) not in sizes:
            sizes[id(node)] = MOST_REPEATED * 2  # while its children are measured: a cycle has no end
            sizes[id(node)] = 1 + sum(size(child) for child in _children(node))
            if sizes[id(node)] - len(sizes) > MOST_REPEATED:
                message = "the aliases (`*name`) in here repeat one another beyond all measure"
                raise fail("yaml-aliases", message, span(source, node), "write the values out")
        return sizes[id(node)]

    size(root)


def _children(node: Node) -> list[Node]:
    match node:
        case MappingNode():
            return [child for pair in node.value for child in pair]
        case SequenceNode():
            return list(node.value)
        case _:
            return []


# --- places -----------------------------------------------------------------------------------------


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


# --- looking into nodes -----------------------------------------------------------------------------


def kind(node: Node) -> str:
    """`a map`, `a list` or `a text`, as messages say it."""
    return (
        "a map" if isinstance(node, MappingNode) else "a list" if isinstance(node, SequenceNode) else "a text"
    )


def is_plain(node: Node) -> bool:
    """Whether it is a scalar without quotes, `|` or `>`."""
    return isinstance(node, ScalarNode) and not node.style


def is_missing(node: Node) -> bool:
    """Whether nothing is written, or null."""
    return is_plain(node) and node.value in ("", "~", "null", "Null", "NULL")


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
    keys = (k for k, _ in node.value) if isinstance(node, MappingNode) else ()
    return next((k for k in keys if isinstance(k, ScalarNode) and k.value == step), None)


def mapping(pairs: Sequence[tuple[ScalarNode, Node]]) -> MappingNode:
    """A map of nodes that stand in one file, perhaps with others between them."""
    first, last = (pairs[0][0], pairs[-1][1]) if pairs else (nothing(), nothing())
    return MappingNode(IMPLICIT, list(pairs), first.start_mark, last.end_mark)


def nothing() -> ScalarNode:
    """An empty text at the start of a file."""
    start = Mark("", 0, 0, 0, None, 0)
    return ScalarNode(IMPLICIT, "", start, start)
