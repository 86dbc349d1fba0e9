"""The definitions of a catalog by section and name. What one says is looked at when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast

from yaml.nodes import Node, ScalarNode, SequenceNode

from metricdsl.catalog import nodes
from metricdsl.errors import Diagnostic, MetricError
from metricdsl.source import Source, Span, Text

if TYPE_CHECKING:
    from metricdsl.catalog import schema

M = TypeVar("M", covariant=True)
Kind = Literal[
    "settings", "entity", "metric", "segment", "function", "parameter", "view", "scorecard", "test",
    "calendar", "dimension", "source",
]  # fmt: skip

SECTIONS: Mapping[str, Kind] = {
    "entities": "entity",
    "metrics": "metric",
    "segments": "segment",
    "functions": "function",
    "parameters": "parameter",
    "views": "view",
    "scorecards": "scorecard",
    "tests": "test",
    "calendars": "calendar",
    "dimensions": "dimension",
    "sources": "source",
}

_Path = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class Entry(Generic[M]):
    """One definition: its name, its place, and its model, made and checked when it is first asked for."""

    name: str
    kind: Kind
    source: Source = field(repr=False)
    key_node: ScalarNode = field(repr=False)
    node: Node = field(repr=False)
    _model: M | MetricError | None = field(default=None, repr=False)

    @property
    def model(self) -> M:
        """The definition as a frozen model. Raises MetricError with everything that is wrong in it."""
        if self._model is None:
            try:
                self._model = self._made()
            except MetricError as error:
                self._model = error
        if isinstance(self._model, MetricError):
            raise MetricError(*self._model.diagnostics)
        return self._model

    def _made(self) -> M:
        from metricdsl.catalog.check import validate

        return cast(M, validate(self))

    @property
    def span(self) -> Span:
        """The place of the name."""
        if self.kind == "function":
            return self.text("signature").span(0, len(self.name))
        return nodes.span(self.source, self.key_node)

    def text(self, *path: str | int) -> Text:
        """A text inside, with the place of each character: `text("fields", "won", "expr")`.

        A short form answers for its long one: `leads: count(leads)` has a text at "formula". Of a function,
        "signature" is the key. Raises KeyError where there is none.
        """
        if self.kind == "function" and path == ("signature",):
            return nodes.text(self.source, self.key_node)
        node = self._find(path)
        if not isinstance(node, ScalarNode):
            raise KeyError(path)
        return nodes.text(self.source, node)

    def where(self, *path: str | int) -> Span:
        """The place of a value; of what is not written, the key of what it would stand in."""
        node = self._find(path)
        return nodes.span(self.source, node) if node is not None else self.key(*path[:-1])

    def key(self, *path: str | int) -> Span:
        """The place of a key; of a list's item, the item; without a path, of the name."""
        if not path:
            return self.span
        parent = self._find(path[:-1])
        node = nodes.key_of(parent, path[-1]) if parent is not None and isinstance(path[-1], str) else None
        return nodes.span(self.source, node) if node is not None else self.where(*path)

    def is_list(self, *path: str | int) -> bool:
        """Whether a list stands there."""
        return isinstance(self._find(path), SequenceNode)

    def stands_for(self, path: _Path) -> bool:
        """Whether what stands above a path is written in its short form, and so is what stands there."""
        return self._find(path) is not None and self._find(path) is self._find(path[:-1])

    def _find(self, path: _Path) -> Node | None:
        node: Node | None = self.node
        for step in path:
            node = nodes.child(node, step) if node is not None else None
        return node


@dataclass(frozen=True, eq=False)
class Entries:
    """All definitions of a catalog by section and name, in the order of the files."""

    path: Path
    settings_entry: Entry[schema.Settings]
    entities: Mapping[str, Entry[schema.Entity]] = field(default_factory=dict)
    metrics: Mapping[str, Entry[schema.Metric]] = field(default_factory=dict)
    segments: Mapping[str, Entry[schema.Segment]] = field(default_factory=dict)
    functions: Mapping[str, Entry[schema.Function]] = field(default_factory=dict)
    parameters: Mapping[str, Entry[schema.Parameter]] = field(default_factory=dict)
    views: Mapping[str, Entry[schema.View]] = field(default_factory=dict)
    scorecards: Mapping[str, Entry[schema.Scorecard]] = field(default_factory=dict)
    tests: Mapping[str, Entry[schema.Test]] = field(default_factory=dict)
    calendars: Mapping[str, Entry[schema.Calendar]] = field(default_factory=dict)
    dimensions: Mapping[str, Entry[schema.Dimension]] = field(default_factory=dict)
    sources: Mapping[str, Entry[schema.TableSource]] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()

    @property
    def settings(self) -> schema.Settings:
        """What stands beside the sections. Raises MetricError where a value is wrong."""
        return self.settings_entry.model

    def __iter__(self) -> Iterator[Entry[schema.Model]]:
        for section in SECTIONS:
            yield from getattr(self, section).values()
