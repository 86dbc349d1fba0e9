"""`%kpi` and `%%kpi` for notebooks. The only file that imports IPython."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from IPython.core.completer import (
    CompletionContext,
    SimpleCompletion,
    SimpleMatcherResult,
    context_matcher,
)
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic import Magics, line_cell_magic, magics_class, no_var_expand
from IPython.display import clear_output
from traitlets import Float, Int, Unicode

import metricdsl
from metricdsl import compiler
from metricdsl.catalog.languages import refuse_unknown
from metricdsl.errors import did_you_mean, fail
from metricdsl.line import COMMANDS, OPTIONS, USAGE, Line, day, parse_line, seconds
from metricdsl.run.bound import Bound
from metricdsl.run.connection import Connection
from metricdsl.run.opening import open_database, plugins
from metricdsl.run.result import Result
from metricdsl.run.sections import FILE, section_names, section_url
from metricdsl.run.session import Session, scorecard_question
from metricdsl.settings import find_catalog, find_sources, read_settings
from metricdsl.show import completion, lists
from metricdsl.show.table import grid

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog


class Text(str):
    """A text that a notebook shows as it is, without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


@magics_class
class KpiMagic(Magics):
    """The settings of %kpi: `%config KpiMagic.rows = 20`."""

    catalog = Unicode("", help="The catalog's folder; empty: as the command kpi finds it.").tag(config=True)
    database = Unicode("", help="The URL to ask where nothing is connected.").tag(config=True)
    language = Unicode("", help="The language of labels; empty: the catalog's first.").tag(config=True)
    as_of = Unicode("", help="The day that counts as today, 2025-06-30; empty: today.").tag(config=True)
    rows = Int(60, help="How many rows of an answer are shown.").tag(config=True)
    timeout = Float(0.0, help="Seconds after which a query is stopped; 0: never.").tag(config=True)
    dsn_filename = Unicode(FILE, help="The file with the named connections.").tag(config=True)

    def __init__(self, shell: InteractiveShell) -> None:
        super().__init__(shell)
        self.connections: dict[str, Connection] = {}
        self.current = ""
        self._loaded: tuple[object, Catalog] | None = None

    @property
    def variables(self) -> dict[str, object]:
        """Those of the notebook."""
        assert self.shell is not None
        found: dict[str, object] = self.shell.user_ns
        return found

    @no_var_expand
    @line_cell_magic
    def kpi(self, line: str, cell: str | None = None) -> object:
        """Ask for metrics by their names: `%kpi revenue by month for last 12 months`."""
        parsed = parse_line(line if cell is None else f"{line}\n{cell}", is_question=cell is not None)
        value = self._value(parsed, whole_cell=cell is not None)
        if "out" not in parsed.options:
            return value
        self.variables[parsed.options["out"]] = value
        return None

    def _value(self, line: Line, whole_cell: bool) -> object:
        match line.command:
            case "ask":
                return self._ask(line, whole_cell) if line.text.strip() else Text(USAGE)
            case "help":
                return Text(USAGE)
            case "connect":
                return self._connect(line)
            case "connections":
                return Text(self._connection_list())
            case "close":
                return self._close(line.text)
            case "catalog":
                return self._use_catalog(line.text)
            case "list":
                catalog = self._catalog()
                language, lacking = self._language(line), catalog.unavailable
                listed = lists.metrics(catalog.entries, language, line.text, lacking)
                return Text(lists.metrics_text(listed))
            case "show":
                return Text(self._definition(line))
            case "scorecard":
                return self._scorecard(line, whole_cell)
            case "sql" | "explain":
                return Text(self._explained(line))

    # --- questions --------------------------------------------------------------------------------

    def _ask(self, line: Line, whole_cell: bool) -> object:
        session = Session(self._catalog(), self._connection(line.options.get("name")))
        elapsed = Elapsed(in_cell=whole_cell)
        try:
            result = session.ask(
                line.text, as_of=self._as_of(line), language=self._language(line),
                values=self.variables, timeout=self._timeout(line), progress=elapsed,
            )  # fmt: skip
        except KeyboardInterrupt:
            raise fail("cancelled", "the query was stopped") from None
        finally:
            elapsed.clear()
        return replace(result, rows_shown=self.rows)

    def _scorecard(self, line: Line, whole_cell: bool) -> object:
        """A scorecard's answer: as cards where its only group is time, else as a table."""
        question = scorecard_question(self._catalog(), line.text.strip())
        result = self._ask(replace(line, text=question), whole_cell)
        assert isinstance(result, Result)
        grouped = any(c.role == "group" for c in result.columns)
        return result if grouped or "out" in line.options else result.card()

    def _explained(self, line: Line) -> str:
        """The SQL of the connection's dialect, where there is a connection."""
        spoken = self.connections[self.current].dialect if self.connections else "duckdb"
        compiled = compiler.compile(
            line.text, self._catalog(), line.options.get("dialect", spoken), as_of=self._as_of(line),
            language=self._language(line), values=Bound(self.variables),
        )  # fmt: skip
        return compiled.sql if line.command == "sql" else compiled.explain()

    def _definition(self, line: Line) -> str:
        from metricdsl.show.definition import definition_text

        return definition_text(self._catalog(), line.text, self._language(line))

    def _as_of(self, line: Line) -> date | None:
        written = line.options.get("as-of") or self.as_of
        return day(written) if written else None

    def _language(self, line: Line) -> str | None:
        language = line.options.get("language") or self.language or read_settings().language
        refuse_unknown(language, self._catalog().entries.settings.languages)
        return language

    def _timeout(self, line: Line) -> float | None:
        return seconds(line.options["timeout"]) if "timeout" in line.options else self.timeout or None

    # --- the catalog ------------------------------------------------------------------------------

    def _catalog(self) -> Catalog:
        """Read again where a file has changed: people edit it while they ask."""
        path, sources = find_catalog(self.catalog or None), find_sources(None, self.catalog or None)
        state = (path, stamp(path))
        if self._loaded is None or self._loaded[0] != state:
            self._loaded = (state, metricdsl.load(path, sources))
        return self._loaded[1]

    def _use_catalog(self, text: str) -> Text:
        before = self.catalog
        if text:
            self.catalog = text
        try:
            entries = self._catalog().entries
        except BaseException:
            self.catalog = before
            raise
        return Text(f"{find_catalog(self.catalog or None)}: {len(entries.metrics)} metrics")

    # --- connections ------------------------------------------------------------------------------

    def _connect(self, line: Line) -> Text:
        """Open a database, or change to one that is open. A variable may hold another one by now."""
        target, name = line.text, line.options.get("name", "")
        if not target:
            hint = "name a variable that holds a connection, a URL, or a section of connections.ini"
            raise fail("usage", "%kpi connect needs a database", None, hint)
        if target not in self.connections or target in self.variables or "://" in target or name:
            opened = open_database(self._database(target))
            name = name or (target if "://" not in target else opened.name)
            self._drop(name)
            self.connections[name] = opened
        self.current = name or target
        return Text(f"connected: {self.current}")

    def _database(self, target: str) -> object:
        """What a word stands for: a URL, a variable, a section, a plugin, or a file."""
        variables = self.variables
        if "://" in target or any(c in target for c in "/\\$"):
            return target
        if target in variables:
            return variables[target]
        sections = section_names(self.dsn_filename)
        if target in sections:
            return section_url(target, self.dsn_filename)
        if target in plugins() or "." in target:
            return target
        known = [*sections, *plugins(), *(name for name in variables if not name.startswith("_"))]
        message = f"'{target}' is no variable, URL, or section of {self.dsn_filename}"
        raise fail("unknown-connection", message, None, *did_you_mean(target, known))

    def _connection(self, name: str | None = None) -> Connection:
        """The named connection, else the current one, else that of the settings."""
        if name is not None and name not in self.connections:
            raise fail("unknown-connection", f"there is no connection '{name}'", None,
                       *(did_you_mean(name, self.connections) or ("open it with %kpi connect",)))  # fmt: skip
        if not self.connections:
            url = self.database or read_settings().database
            if not url:
                raise fail("no-database", "no database is connected", None,
                           "%kpi connect con, where con is a connection that you have",
                           "%kpi connect duckdb:///sales.duckdb, or another URL")  # fmt: skip
            self._connect(Line("connect", {}, url))
        return self.connections[name or self.current]

    def connectable(self) -> list[str]:
        """What may stand behind `connect`: open connections, variables that look like one, sections."""
        variables = [name for name, value in self.variables.items() if _is_connection(name, value)]
        return list(dict.fromkeys([*self.connections, *variables, *section_names(self.dsn_filename)]))

    def _connection_list(self) -> str:
        if not self.connections:
            return "no connections"
        rows = [
            ("*" if name == self.current else "", name, opened.name, opened.dialect)
            for name, opened in self.connections.items()
        ]
        return "\n".join(grid(("", "name", "database", "dialect"), rows, ("left",) * 4))

    def _close(self, name: str) -> Text:
        name = name or self.current
        if name not in self.connections:
            message = f"there is no connection '{name}'" if name else "nothing is connected"
            raise fail("unknown-connection", message, None, *did_you_mean(name, self.connections))
        self._drop(name)
        return Text(f"closed: {name}")

    def _drop(self, name: str) -> None:
        if (old := self.connections.pop(name, None)) is not None:
            old.close()
        if self.current == name:
            self.current = next(iter(self.connections), "")


def _is_connection(name: str, value: object) -> bool:
    methods = ("cursor", "raw_connection")
    public = not name.startswith("_") and not isinstance(value, type)
    return public and any(callable(getattr(value, method, None)) for method in methods)


def stamp(path: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of a catalog's files."""
    files = [path] if path.is_file() else sorted(f for f in path.rglob("*.y*ml") if f.is_file())
    return tuple((str(f), (s := f.stat()).st_mtime_ns, s.st_size) for f in files)


class Elapsed:
    """A line with the seconds that a query has run, from the second one on, and gone at the end.

    A notebook clears it with the cell's whole output, so it is shown only where a cell has no other.
    """

    def __init__(self, in_cell: bool) -> None:
        self._in_terminal = sys.stderr.isatty()
        self._wanted = in_cell or self._in_terminal
        self._shown = False

    def __call__(self, elapsed: float) -> None:
        if self._wanted and elapsed >= 2:
            self._shown = True
            print(f"\r{elapsed:.0f} s", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._shown and self._in_terminal:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        elif self._shown:
            clear_output()  # type: ignore[no-untyped-call]  # IPython has no types for it


# --- completion -------------------------------------------------------------------------------------


def matcher(magic: KpiMagic) -> Callable[[CompletionContext], SimpleMatcherResult]:
    """Completes names, labels and clauses behind `%kpi` and in `%%kpi` cells, in any front end."""

    @context_matcher(identifier="metricdsl")  # type: ignore[untyped-decorator]  # as above
    def complete(context: CompletionContext) -> SimpleMatcherResult:
        lines = context.full_text.split("\n")[: context.cursor_line + 1]
        lines[-1] = lines[-1][: context.cursor_position]
        typed = completion.question_before("\n".join(lines))
        if typed is None:
            return {"completions": []}
        return _complete(magic, typed, context.token)

    return complete  # type: ignore[no-any-return]  # as above


def _complete(magic: KpiMagic, typed: str, token: str) -> SimpleMatcherResult:
    try:
        entries = magic._catalog().entries
    except Exception:  # a catalog that cannot be read is reported by the question, not while typing
        return {"completions": []}
    if word := completion.option_before(typed):
        names = [option for option in OPTIONS if option.startswith(word)]
    else:
        names = completion.line_candidates(typed, entries, COMMANDS, magic.connectable())
        word = completion.word_before(typed)
    return {
        "completions": [SimpleCompletion(text=name) for name in names],
        "matched_fragment": word if token.endswith(word) else token,
        "ordered": True,
        "suppress": True,
    }


def load_ipython_extension(shell: InteractiveShell) -> None:
    """`%load_ext metricdsl`"""
    magic = KpiMagic(shell)
    shell.register_magics(magic)
    shell.Completer.custom_matchers.append(matcher(magic))


def unload_ipython_extension(shell: InteractiveShell) -> None:
    matchers: list[Any] = shell.Completer.custom_matchers
    matchers[:] = [m for m in matchers if getattr(m, "matcher_identifier", "") != "metricdsl"]
