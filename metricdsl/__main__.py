"""The command `kpi`: arguments in, one call, exit code out.

0: fine. 1: the catalog or the question is wrong. 2: the command is. 3: the database gave no answer.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from metricdsl.arguments import DEMO_FILE, Action, parser
from metricdsl.errors import Diagnostic, MetricError, fail

if TYPE_CHECKING:
    from metricdsl.compiler import Compiled
    from metricdsl.model.catalog import Catalog
    from metricdsl.run.session import Session


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code. Nothing is raised but what ends Python itself."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _speak_utf8()
        options = parser(COMMANDS).parse_args(words)
        code = int(options.action(options))
        sys.stdout.flush()
        return code
    except MetricError as error:
        _report(error.diagnostics, as_json="--json" in words)
        return _exit_code(error)
    except KeyboardInterrupt:
        return 130  # as shells have it for a program that was stopped
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("METRICDSL_DEBUG"):
            raise
        _report([_fault(error)], as_json="--json" in words)
        return 1


def _fault(error: Exception) -> Diagnostic:
    """A fault of ours, which no one else can mend."""
    message = f"metricdsl itself has failed: {type(error).__name__}: {error}"
    return Diagnostic("internal", message, None, ("set METRICDSL_DEBUG=1 to see where, and report it",))


def _speak_utf8() -> None:
    """A pipe on Windows, or LANG=C, cannot take all letters otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _exit_code(error: MetricError) -> int:
    from metricdsl.run.failure import DatabaseError

    if isinstance(error, DatabaseError):
        return 3
    return 2 if error.diagnostics[0].code == "usage" else 1


def _report(diagnostics: Sequence[Diagnostic], as_json: bool) -> None:
    from metricdsl.show.diagnostics import json_text, terminal_text

    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    print(json_text(diagnostics) if as_json else terminal_text(diagnostics, colour), file=sys.stderr)


# --- what the commands do -----------------------------------------------------------------------------


def demo(options: argparse.Namespace) -> int:
    """make a small company's database and show ten of its KPIs"""
    import duckdb

    from metricdsl import demo as company
    from metricdsl.run.session import connect
    from metricdsl.settings import shipped_catalog
    from metricdsl.show.welcome import after_demo, called, demo_title

    file = Path(options.file)
    if file.exists() and not options.replace:
        print(f"{file} is here already and stays as it is; --replace makes it anew.", file=sys.stderr)
    else:
        unfinished = file.with_name(f"{file.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        with duckdb.connect(unfinished) as made:
            company.create(made, scale=options.scale)
        unfinished.replace(file)
    catalog = options.catalog or str(shipped_catalog())
    with connect(catalog, file) as session:
        result = session.scorecard("demo", as_of=company.UNTIL, language=options.language)
        title = demo_title(session.catalog.entries.scorecards["demo"].model, result)
    if options.json:
        print(result.json())
        return 0
    print(f"{title}\n\n{result.card().text()}")
    print(after_demo(file, company.UNTIL, options.file == DEMO_FILE, called(sys.argv[0])))
    return 0


def init(options: argparse.Namespace) -> int:
    """propose a catalog from the tables of a database"""
    import metricdsl
    from metricdsl.run.opening import open_database
    from metricdsl.scaffold import matching, writing
    from metricdsl.scaffold.tables import read_tables
    from metricdsl.settings import find_catalog

    connection = open_database(options.database)
    try:
        tables = read_tables(connection)
    finally:
        connection.close()
    if not tables:
        raise fail("no-tables", f"{connection.name} has no table that may be read")
    folder = Path(options.output)
    writing.refuse_existing(folder)
    ask = _ask if sys.stdin.isatty() and sys.stdout.isatty() and not options.json else _nobody
    made = writing.files(tables, metricdsl.load(find_catalog(options.catalog)), folder, ask)
    paths = [path.as_posix() for path in writing.write(folder, made)]
    system = matching.known_system(tables)
    if options.json:
        print(json.dumps({"tables": len(tables), "files": paths, "system": system}))
        return 0
    print("\n".join([f"{len(tables)} tables read, written:", *(f"  {path}" for path in paths)]))
    print(f"Look for TODO in them, then: kpi check {folder.as_posix()}")
    if system:
        print(f"These look like the tables of {system.capitalize()}: see kpi list --sources {system}")
    return 0


def _ask(question: str, choices: Sequence[str]) -> str | None:
    """The answer of the person at the terminal; None for an empty one."""
    print(question + (f" ({', '.join(choices)})" if choices else ""))
    while answer := input("> ").strip():
        if not choices or answer in choices:
            return answer
        print(f"one of {', '.join(choices)}, or nothing to decide it later")
    return None


def _nobody(question: str, choices: Sequence[str]) -> None:
    return None


def check(options: argparse.Namespace) -> int:
    """look for everything that is wrong in a catalog, and with --data in the database that it reads"""
    from metricdsl.show.diagnostics import counted, json_text

    options.catalog = options.folder or options.catalog
    if options.database and not options.data:
        raise fail("usage", "--database is for --data", None, "add --data to check tables and rows too")
    if options.data:
        with _session(options) as session:
            catalog, found = session.catalog, session.check()
    else:
        catalog = _catalog(options, checking=True)
        found = catalog.check()
    if found:
        _report(found, options.json)
    elif options.json:
        print(json_text(()))
    count = len(catalog.entries.metrics)
    if not options.json:
        lacking = f", {len(catalog.unavailable)} unavailable: see kpi list" if catalog.unavailable else ""
        print(f"{catalog.entries.path}: {count} metrics, {counted(found) or 'nothing is wrong'}{lacking}")
    return 1 if any(d.severity == "error" for d in found) else 0


def list_metrics(options: argparse.Namespace) -> int:
    """list the metrics of a catalog"""
    from dataclasses import asdict

    from metricdsl.show import lists

    catalog = _catalog(options)
    listed = lists.metrics(catalog.entries, options.language, " ".join(options.words), catalog.unavailable)
    if options.json:
        print(json.dumps([asdict(metric) for metric in listed], ensure_ascii=False, indent=2))
    else:
        print(lists.metrics_text(listed, shutil.get_terminal_size((120, 40)).columns))
    return 0


def show(options: argparse.Namespace) -> int:
    """tell what a metric means and where it comes from"""
    from metricdsl.show.definition import definition_json, definition_text

    make = definition_json if options.json else definition_text
    print(make(_catalog(options), options.metric, options.language))
    return 0


def sql(options: argparse.Namespace) -> int:
    """print the SQL of a question"""
    _print("sql", _compiled(options).sql, options.json)
    return 0


def explain(options: argparse.Namespace) -> int:
    """tell how a question is answered: its aggregates, its scans, its SQL"""
    _print("explanation", _compiled(options).explain(), options.json)
    return 0


def run(options: argparse.Namespace) -> int:
    """ask a database a question"""
    from metricdsl.run.session import scorecard_question

    if (options.question is None) == (options.scorecard is None):
        raise fail("usage", "kpi run needs a question or --scorecard NAME, one of them")
    with _session(options) as session:
        question = options.question
        if question is None:
            question = scorecard_question(session.catalog, options.scorecard)
        result = session.ask(
            question, as_of=options.as_of, language=options.language, timeout=options.timeout
        )
    if result.warnings and (options.json or options.format != "table"):
        _report(result.warnings, options.json)
    match "json" if options.json else options.format:
        case "json":
            print(result.json(indent=None))
        case "csv":
            print(result.csv(), end="")
        case _:
            grouped = any(c.role == "group" for c in result.columns)
            print(result.card().text() if options.scorecard and not grouped else result.text(options.rows))
    return 0


def test(options: argparse.Namespace) -> int:
    """run the tests of a catalog: rows in, values out"""
    from metricdsl.testing import examples, report

    options.catalog = options.folder or options.catalog
    catalog, outcomes = _catalog(options), []
    for outcome in examples.run(catalog, options.only or ""):
        outcomes.append(outcome)
        if not options.json:
            print(report.outcome_text(outcome))
    where = str(catalog.entries.path) + (f", {options.only}" if options.only else "")
    print(report.json_report(outcomes) if options.json else report.summary(outcomes, where))
    return 0 if outcomes and all(outcome.status == "passed" for outcome in outcomes) else 1


def view(options: argparse.Namespace) -> int:
    """print the statement that makes a view of the catalog in a database"""
    from metricdsl.views.statement import view_statement

    if options.database:
        with _session(options) as session:
            made = view_statement(
                session.catalog, options.name, session.database.dialect, options.as_of, session.compiled
            )
    else:
        made = view_statement(_catalog(options), options.name, options.dialect, options.as_of)
    _print("sql", made.sql, options.json)
    if made.plain:
        print("note: rows are stored on PostgreSQL only; this is a plain view", file=sys.stderr)
    if made.today is not None:
        print(f"note: this view depends on today, {made.today}; make it anew on another day", file=sys.stderr)
    return 0


def docs(options: argparse.Namespace) -> int:
    """write a site about the catalog: a page for each metric and entity, with a search"""
    from metricdsl.run.session import connect
    from metricdsl.show.site.build import write_site

    catalog, folder = _catalog(options), Path(options.output)
    today = options.as_of or date.today()
    with connect(catalog, options.database) if options.database else nullcontext() as session:
        count = write_site(catalog, folder, today, options.language, session)
    first = folder / "index.html"
    answer = {"pages": count, "index": str(first)}
    print(json.dumps(answer) if options.json else f"{count} pages: open {first}")
    return 0


def _print(key: str, text: str, as_json: bool) -> None:
    print(json.dumps({key: text}, ensure_ascii=False) if as_json else text)


def _catalog(options: argparse.Namespace, checking: bool = False) -> Catalog:
    from metricdsl.catalog.languages import refuse_unknown
    from metricdsl.catalog.loader import load_entries
    from metricdsl.model.catalog import Catalog
    from metricdsl.settings import find_catalog, find_sources, read_settings

    options.language = options.language or read_settings().language
    sources = find_sources(getattr(options, "sources", None), options.catalog)
    entries = load_entries(find_catalog(options.catalog), sources, checking=checking)
    if not checking:
        refuse_unknown(options.language, entries.settings.languages)
    return Catalog(entries)


def _compiled(options: argparse.Namespace) -> Compiled:
    from metricdsl import compiler

    return compiler.compile(
        options.question, _catalog(options), options.dialect, as_of=options.as_of, language=options.language
    )


def _session(options: argparse.Namespace) -> Session:
    """Without --database: that of pyproject.toml, else the demo's where it is in the current folder."""
    from metricdsl.run.session import connect
    from metricdsl.settings import read_settings

    database = options.database or read_settings().database
    if database is None and Path(DEMO_FILE).is_file():
        database = DEMO_FILE
        print(f"database: {DEMO_FILE}, since none is named", file=sys.stderr)
    if database is None:
        hints = ("add --database duckdb:///sales.duckdb, or another URL", "`kpi demo` makes one to play with")
        raise fail("usage", "no database is named", None, *hints)
    return connect(_catalog(options), database)


COMMANDS: dict[str, Action] = {
    "demo": demo, "init": init, "check": check, "test": test, "list": list_metrics, "show": show, "sql": sql,
    "run": run,
    "explain": explain, "view": view, "docs": docs,
}  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
