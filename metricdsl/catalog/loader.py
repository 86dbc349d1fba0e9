"""A folder of YAML files -> entries. Loading only indexes names; an entry is looked at when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast

from yaml.nodes import MappingNode, Node, ScalarNode

from metricdsl.catalog import nodes
from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.source import Source, Span, Text

if TYPE_CHECKING:
    from metricdsl.catalog import schema

M = TypeVar("M", covariant=True)
Kind = Literal[
    "settings", "entity", "metric", "segment", "function", "parameter", "view", "scorecard", "test",
    "calendar", "dimension",
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
}
SETTINGS = ("catalog", "version", "timezone", "week_starts", "fiscal_year_starts", "currency", "languages")
_SHARED_NAMES = ("metrics", "functions", "segments")
"""Sections whose names are unique among all of them: a formula says only the name."""

_Path = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class Entry(Generic[M]):
    """One definition: its name, its place, and its model, made and checked when it is first asked for."""

    name: str
    kind: Kind
    source: Source
    key_node: ScalarNode
    node: Node
    _model: M | MetricError | None = None

    @property
    def model(self) -> M:
        """The definition as a frozen model. Raises MetricError with everything that is wrong in it."""
        if self._model is None:
            from metricdsl.catalog.check import validate

            try:
                self._model = cast(M, validate(self))
            except MetricError as error:
                self._model = error
        if isinstance(self._model, MetricError):
            raise MetricError(*self._model.diagnostics)
        return self._model

    @property
    def span(self) -> Span:
        """The place of the name."""
        if self.kind == "function":
            return self.text("signature").span(0, len(self.name))
        return nodes.span(self.source, self.key_node)

    def text(self, *path: str | int) -> Text:
        """A text inside, with the place of each character: `text("fields", "won", "expr")`.

        A short form answers for its long one: `leads: count(leads)` has a text at "formula", `won: stage = 'won'`
        one at ("fields", "won", "expr"). "signature" is a function's key. Raises KeyError where there is none.
        """
        if self.kind == "function" and path == ("signature",):
            return nodes.text(self.source, self.key_node)
        node = self._find(path)
        if not isinstance(node, ScalarNode):
            raise KeyError(path)
        return nodes.text(self.source, node)

    def where(self, *path: str | int) -> Span:
        """The place of a value; of what is not written, the place of what it would stand in."""
        node = self._find(path)
        if node is not None and path:
            return nodes.span(self.source, node)
        return self.where(*path[:-1]) if path else self.span

    def key(self, *path: str | int) -> Span:
        """The place of a key; of a list's item, the item; without a path, of the name."""
        if not path:
            return self.span
        parent = self._find(path[:-1])
        node = nodes.key_of(parent, path[-1]) if parent is not None and isinstance(path[-1], str) else None
        return nodes.span(self.source, node) if node is not None else self.where(*path)

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

    @property
    def settings(self) -> schema.Settings:
        """What stands beside the sections. Raises MetricError where a value is wrong."""
        return self.settings_entry.model

    def __iter__(self) -> Iterator[Entry[schema.Model]]:
        for section in SECTIONS:
            yield from getattr(self, section).values()


def load_entries(path: str | os.PathLike[str]) -> Entries:
    """Read a catalog: a folder with all its *.yml and *.yaml files, or one file.

    Raises MetricError with everything that stops every question: files that cannot be read, unknown sections
    and names that are given twice. What is wrong inside a definition is raised by its `Entry.model`.
    """
    root = Path(path)
    collected = _Collected()
    for file in _files(root):
        try:
            source = _read(file)
            collected.add(source, _top(source))
        except MetricError as error:
            collected.problems += error.diagnostics
    return collected.entries(root)


# --- files ------------------------------------------------------------------------------------------


def _files(root: Path) -> list[Path]:
    if not root.is_dir():
        if not root.exists():
            raise fail(
                "no-catalog",
                f"there is no file or folder '{root}'",
                None,
                "give the folder that holds the catalog's .yml files",
            )
        return [root]
    found = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in files
                  if name.endswith((".yml", ".yaml")) and not name.startswith(".")]  # fmt: skip
    if not found:
        raise fail(
            "no-catalog",
            f"the folder '{root}' holds no .yml or .yaml file",
            None,
            "a catalog is a folder of YAML files with the sections entities, metrics, …",
        )
    return sorted(found)


def _read(file: Path) -> Source:
    name = file.as_posix()
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise fail(
            "unreadable-file", f"the file cannot be read: {reason}", Span(Source(name, ""), 0, 0)
        ) from None
    try:
        return Source(name, content.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        source = Source(name, content.decode("utf-8", "replace"))
        at = len(content[: error.start].decode("utf-8"))
        raise fail("not-utf8", "the file is not UTF-8, which it stops being here", Span(source, at, at + 1),
                   "save it as UTF-8 in your editor") from None  # fmt: skip


def _top(source: Source) -> MappingNode:
    node = nodes.compose(source)
    if node is None:
        raise fail(
            "empty-file",
            "the file has no content",
            Span(source, 0, 0),
            f"begin with a section ({', '.join(SECTIONS)}), or delete the file",
        )
    if not isinstance(node, MappingNode):
        raise fail(
            "not-a-catalog",
            "a catalog file is a map of sections, not a "
            + ("text" if isinstance(node, ScalarNode) else "list"),
            nodes.span(source, node),
            "write a section's name and a colon, and its definitions indented below",
        )
    return node


# --- sections and names -----------------------------------------------------------------------------


class _Collected:
    """What the files have given so far."""

    def __init__(self) -> None:
        self.problems: list[Diagnostic] = []
        self.sections: dict[str, dict[str, Entry[object]]] = {section: {} for section in SECTIONS}
        self.settings: tuple[Source, list[tuple[Node, Node]]] | None = None

    def add(self, source: Source, top: MappingNode) -> None:
        seen: dict[str, Node] = {}
        settings = []
        for key, value in top.value:
            name = key.value if isinstance(key, ScalarNode) else None
            if name in seen:
                self.problem(
                    "duplicate-key",
                    f"'{name}' is written twice in this file",
                    source,
                    key,
                    "put what belongs to it into one of them",
                    related=("the first one", nodes.span(source, seen[name])),
                )
                continue
            if name is not None:
                seen[name] = key
            if name is not None and name in SECTIONS:
                self.section(name, source, value)
            elif name in SETTINGS:
                settings.append((key, value))
            else:
                self.unknown(name, source, key)
        if settings:
            self.add_settings(source, settings)

    def section(self, section: str, source: Source, node: Node) -> None:
        if isinstance(node, ScalarNode) and not node.style and node.value in ("", "~", "null"):
            return  # a section that is still empty
        if not isinstance(node, MappingNode):
            what = "a text" if isinstance(node, ScalarNode) else "a list"
            self.problem(
                "wrong-value",
                f"'{section}' must be a map of names to definitions, not {what}",
                source,
                node,
                "write each name with a colon behind it, and no dash before it",
            )
            return
        kind, entries = SECTIONS[section], self.sections[section]
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if kind == "function":
                name = name.partition("(")[0].strip()
            if not name.strip() or "`" in name or "\n" in name:
                self.problem("wrong-key", f"this cannot be the name of a {kind}", source, key)
            elif earlier := self.earlier(section, name):
                entry = Entry[object](name, kind, source, key, value)
                self.problems.append(_twice(entry, earlier))
            else:
                entries[name] = Entry(name, kind, source, key, value)

    def earlier(self, section: str, name: str) -> Entry[object] | None:
        if section not in _SHARED_NAMES:
            return self.sections[section].get(name)
        return next((self.sections[s][name] for s in _SHARED_NAMES if name in self.sections[s]), None)

    def unknown(self, name: str | None, source: Source, key: Node) -> None:
        if name is None:
            self.problem("wrong-key", "a section's name must be a text", source, key)
            return
        known = (*SECTIONS, *SETTINGS)
        hints = did_you_mean(name, known) or (f"the sections are {', '.join(SECTIONS)}",)
        self.problem("unknown-section", f"there is no section '{name}'", source, key, *hints)

    def add_settings(self, source: Source, pairs: list[tuple[Node, Node]]) -> None:
        if self.settings is None:
            self.settings = source, pairs
            return
        first, first_pairs = self.settings
        for key, _ in pairs:
            self.problem(
                "duplicate-settings",
                f"'{key.value}' stands in a second file with settings",
                source,
                key,
                "keep all settings in one file",
                related=("the first one", nodes.span(first, first_pairs[0][0])),
            )

    def problem(self, code: str, message: str, source: Source, node: Node, *hints: str,
                related: tuple[str, Span] | None = None) -> None:  # fmt: skip
        place = nodes.span(source, node)
        self.problems.append(Diagnostic(code, message, place, hints, (related,) if related else ()))

    def entries(self, root: Path) -> Entries:
        if self.problems:
            raise MetricError(*self.problems)
        source, pairs = self.settings or (Source(root.as_posix(), ""), [])
        start = pairs[0][0].start_mark if pairs else None
        key = pairs[0][0] if pairs else ScalarNode(nodes.IMPLICIT, "", None, None)
        node = MappingNode(nodes.IMPLICIT, pairs, start, pairs[-1][1].end_mark if pairs else None)
        settings = Entry[object]("settings", "settings", source, key, node)
        return Entries(root, settings, **self.sections)  # type: ignore[arg-type]


def _twice(entry: Entry[object], earlier: Entry[object]) -> Diagnostic:
    if entry.kind == earlier.kind:
        message = f"there are two {_plural(entry.kind)} with the name '{entry.name}'"
    else:
        message = f"a {earlier.kind} and a {entry.kind} both have the name '{entry.name}'"
    return Diagnostic(
        "duplicate-name",
        message,
        entry.span,
        ("rename one of them, or delete it",),
        (("the first one", earlier.span),),
    )


def _plural(kind: str) -> str:
    return next(section for section, its_kind in SECTIONS.items() if its_kind == kind)
