"""A folder of YAML files -> entries. Loading only indexes names, so that a large catalog costs little."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode

from metricdsl.catalog import nodes
from metricdsl.catalog.entries import SECTIONS, Entries, Entry, Kind
from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.source import Source, Span

__all__ = ["Entries", "Entry", "Kind", "load_entries"]

SETTINGS = ("catalog", "version", "timezone", "week_starts", "fiscal_year_starts", "currency", "languages")
SHARED_NAMES = ("metrics", "functions", "segments")
"""Sections whose names are unique among all of them: a formula says only the name."""


TWICE = frozenset({"duplicate-key", "duplicate-name", "duplicate-settings"})
"""Problems beside which all else can be checked; others would bring many that are none."""


SOURCES = "sources"
"""A folder of this name in a catalog holds files to choose from, which say where the tables are."""


def load_entries(
    path: str | os.PathLike[str], sources: str | os.PathLike[str] | None = None, *, checking: bool = False
) -> Entries:
    """Read a catalog: a folder with all its *.yml and *.yaml files, or one file.

    `sources` is one more file, or the name of one in the catalog's folder `sources`; none of these is read
    by itself. With `checking` names that are given twice are kept in `Entries.problems`.

    Raises MetricError with everything that stops every question: files that cannot be read, unknown sections
    and names that are given twice. What is wrong inside a definition is raised by its `Entry.model`.
    """
    root = Path(path)
    collected = _Collected()
    with _garbage_collector_paused():
        for file in (*_files(root), *([sources_file(root, sources)] if sources is not None else ())):
            try:
                source = _read(file)
                collected.add(source, _top(source))
            except MetricError as error:
                collected.problems += error.diagnostics
    if collected.problems and not (checking and all(d.code in TWICE for d in collected.problems)):
        raise MetricError(*collected.problems)
    return collected.entries(root)


@contextmanager
def _garbage_collector_paused() -> Iterator[None]:
    """It would walk the growing nodes again and again, for four times the time that loading takes."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


# --- files ------------------------------------------------------------------------------------------


def _files(root: Path) -> list[Path]:
    if not root.is_dir():
        if not root.exists():
            hint = "give the folder that holds the catalog's .yml files"
            raise fail("no-catalog", f"there is no file or folder '{root}'", None, hint)
        return [root]
    found = []
    for folder, folders, files in os.walk(root):
        chosen = SOURCES if Path(folder) == root else None
        folders[:] = [name for name in folders if not name.startswith(".") and name != chosen]
        found += [Path(folder, name) for name in files if _is_catalog(name)]
    if not found:
        hint = "a catalog is a folder of YAML files with the sections entities, metrics, …"
        raise fail("no-catalog", f"the folder '{root}' holds no .yml or .yaml file", None, hint)
    return sorted(found)


def sources_file(root: Path, chosen: str | os.PathLike[str]) -> Path:
    """The file that says where the tables are: a path, or a name in the catalog's folder `sources`."""
    file = Path(chosen).expanduser()
    if _is_catalog(file.name):
        if not file.is_file():
            raise fail("no-catalog", f"there is no file '{file}'", None)
        return file
    known = {f.stem: f for f in sorted((root / SOURCES).glob("*")) if _is_catalog(f.name)}
    if str(chosen) in known:
        return known[str(chosen)]
    hints = did_you_mean(str(chosen), known) or ((f"there are {', '.join(known)}",) if known else ())
    hint = "or give the path of a .yml file"
    raise fail("unknown-name", f"the catalog has no sources '{chosen}'", None, *hints, hint)


def _is_catalog(name: str) -> bool:
    return name.endswith((".yml", ".yaml")) and not name.startswith(".")


def _read(file: Path) -> Source:
    name = file.as_posix()
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        place = Span(Source(name, ""), 0, 0)
        raise fail("unreadable-file", f"the file cannot be read: {reason}", place) from None
    try:
        return Source(name, content.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        source = Source(name, content.decode("utf-8", "replace"))
        at = len(content[: error.start].decode("utf-8"))
        message = "the file is not UTF-8: this is no character"
        raise fail("not-utf8", message, Span(source, at, at + 1), "save the file as UTF-8") from None


def _top(source: Source) -> MappingNode:
    node = nodes.compose(source)
    if node is None:
        hint = f"begin with a section ({', '.join(SECTIONS)}), or delete the file"
        raise fail("empty-file", "the file says nothing", Span(source, 0, min(1, len(source.text))), hint)
    if not isinstance(node, MappingNode):
        what = f"a catalog's file is a map of sections, not {nodes.kind(node)}"
        hint = "write a section's name and a colon, and its definitions indented below"
        raise fail("wrong-value", what, nodes.span(source, node), hint)
    return node


# --- sections and names -----------------------------------------------------------------------------


class _Collected:
    """What the files have given so far."""

    def __init__(self) -> None:
        self.problems: list[Diagnostic] = []
        self.sections: dict[str, dict[str, Entry[object]]] = {section: {} for section in SECTIONS}
        self.settings: tuple[Source, list[tuple[ScalarNode, Node]]] | None = None

    def add(self, source: Source, top: MappingNode) -> None:
        seen: dict[str, Node] = {}
        settings: list[tuple[ScalarNode, Node]] = []
        for key, value in top.value:
            if not isinstance(key, ScalarNode):
                self.problem("wrong-key", "a section's name must be a text", source, key)
            elif key.value in seen:
                related = (("the first one", nodes.span(source, seen[key.value])),)
                hint = "put everything below one of them"
                message = f"'{key.value}' is written twice in this file"
                self.problem("duplicate-key", message, source, key, hint, related=related)
            elif key.value in SECTIONS:
                self.section(key.value, source, value)
            elif key.value in SETTINGS:
                settings.append((key, value))
            else:
                self.unknown(source, key)
            if isinstance(key, ScalarNode):
                seen.setdefault(key.value, key)
        if settings:
            self.add_settings(source, settings)

    def section(self, section: str, source: Source, node: Node) -> None:
        if nodes.is_missing(node):
            return  # its definitions are still to be written
        if not isinstance(node, MappingNode):
            hint = "write each name with a colon behind it, and no dash before it"
            message = f"'{section}' must be a map of names to definitions, not {nodes.kind(node)}"
            self.problem("wrong-value", message, source, node, hint)
            return
        kind, entries = SECTIONS[section], self.sections[section]
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if kind == "function":
                name = name.partition("(")[0].strip()
            if not name.strip() or "`" in name or "\n" in name:
                self.problem("wrong-key", f"this cannot be the name of a {kind}", source, key)
            elif earlier := self.earlier(section, name):
                self.problems.append(_twice(Entry(name, kind, source, key, value), earlier))
            else:
                entries[name] = Entry(name, kind, source, key, value)

    def earlier(self, section: str, name: str) -> Entry[object] | None:
        if section not in SHARED_NAMES:
            return self.sections[section].get(name)
        return next((self.sections[s][name] for s in SHARED_NAMES if name in self.sections[s]), None)

    def unknown(self, source: Source, key: ScalarNode) -> None:
        hints = did_you_mean(key.value, (*SECTIONS, *SETTINGS))
        hints = hints or (f"the sections are {', '.join(SECTIONS)}",)
        self.problem("unknown-section", f"there is no section '{key.value}'", source, key, *hints)

    def add_settings(self, source: Source, pairs: list[tuple[ScalarNode, Node]]) -> None:
        if self.settings is None:
            self.settings = source, pairs
            return
        first, first_pairs = self.settings
        related = (("the first one", nodes.span(first, first_pairs[0][0])),)
        for key, _ in pairs:
            message, hint = (
                f"'{key.value}' stands in a second file with settings",
                "keep all settings in one file",
            )
            self.problem("duplicate-settings", message, source, key, hint, related=related)

    def problem(
        self, code: str, message: str, source: Source, node: Node, *hints: str,
        related: tuple[tuple[str, Span], ...] = (),
    ) -> None:  # fmt: skip
        self.problems.append(Diagnostic(code, message, nodes.span(source, node), hints, related))

    def entries(self, root: Path) -> Entries:
        source, pairs = self.settings or (Source(root.as_posix(), ""), [])
        key, node = (pairs[0][0] if pairs else nodes.nothing()), nodes.mapping(pairs)
        settings: Entry[object] = Entry("settings", "settings", source, key, node)
        return Entries(root, settings, problems=tuple(self.problems), **self.sections)  # type: ignore[arg-type]  # each section its own model


def _twice(entry: Entry[object], earlier: Entry[object]) -> Diagnostic:
    if entry.kind == earlier.kind:
        message = f"two {_plural(entry.kind)} have the name '{entry.name}'"
    else:
        message = f"a {earlier.kind} and a {entry.kind} have the name '{entry.name}'"
    related = (("the first one", earlier.span),)
    return Diagnostic("duplicate-name", message, entry.span, ("rename or delete one of them",), related)


def _plural(kind: Kind) -> str:
    return next(section for section, its_kind in SECTIONS.items() if its_kind == kind)
