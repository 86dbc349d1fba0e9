"""The arguments of the command `kpi`, and how wrong ones are told."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn

from metricdsl.errors import did_you_mean, fail

DEMO_FILE = "metricdsl-demo.duckdb"
Action = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Says what is wrong as all other errors do."""

    words: Sequence[str] = ()

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        self.words = args or ()
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        meant = self.parser_of(self.words)
        hints = [f"{meant.prog} --help shows how it is used"]
        if wrong := _unknown(message):
            known = [*meant._option_string_actions] if "unrecognized" in message else choices_of(self)
            hints = [*did_you_mean(wrong.partition("=")[0], known), *hints]
        raise fail("usage", message, None, *hints)

    def parser_of(self, words: Sequence[str]) -> argparse.ArgumentParser:
        """That of the command that the words begin with: what it does not recognize, the outer one tells."""
        commands = {k: p for a in self._actions if isinstance(a.choices, dict) for k, p in a.choices.items()}
        found: argparse.ArgumentParser = commands.get(words[0], self) if words else self
        return found


class _Version(argparse.Action):
    """Argparse's own wants the text before it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from metricdsl import __version__

        print(f"metricdsl {__version__}")
        parser.exit()


def choices_of(made: argparse.ArgumentParser) -> list[str]:
    """The words from which the parser lets choose: commands, or an option's."""
    return [str(choice) for action in made._actions for choice in action.choices or ()]


def _unknown(message: str) -> str:
    """The word that argparse did not know."""
    if "invalid choice: '" in message:
        return message.partition("invalid choice: '")[2].partition("'")[0]
    return message.partition("unrecognized arguments: ")[2].partition(" ")[0]


def parser(actions: Mapping[str, Action]) -> Parser:
    """Of all commands; each action's docstring is what its help says."""
    made = Parser(prog="kpi", description="Metrics by their names.", allow_abbrev=False)
    made.add_argument("--version", action=_Version, nargs=0, help="say which metricdsl this is")
    commands = made.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for name, action in actions.items():
        about = (action.__doc__ or "").strip()
        command = commands.add_parser(
            name, help=about, description=f"kpi {name}: {about}.", allow_abbrev=False
        )
        command.set_defaults(action=action)
        _common(command)
        _own(name, command)
    return made


def _common(command: Parser) -> None:
    add = command.add_argument
    add("--catalog", metavar="DIR", help="the catalog's folder; else that of pyproject.toml, else "
        "./metrics_catalog, else the one that comes with metricdsl")  # fmt: skip
    add("--language", metavar="CODE", help="the language of labels, such as ja; else the catalog's first")
    add("--json", action="store_true", help="print JSON, and errors too")


def _own(name: str, command: Parser) -> None:
    """The arguments that not all commands have."""
    add = command.add_argument
    if name in {"sql", "run", "explain"}:
        add(
            "question",
            nargs="?" if name == "run" else None,
            metavar="QUESTION",
            help="such as: revenue, win_rate by month for last 12 months",
        )
    if name in {"check", "list", "show", "sql", "run", "explain", "view", "docs"}:
        add("--sources", metavar="NAME", help="where the tables are: a .yml file, or one that comes with the "
            "catalog, such as salesforce")  # fmt: skip
    if name in {"sql", "run", "explain", "view", "docs"}:
        add("--as-of", type=_day, metavar="DAY", help="the day that counts as today, such as 2025-06-30")
    if name in {"sql", "explain", "view"}:
        add("--dialect", default="duckdb", metavar="NAME", help="the kind of database: duckdb (if left out), "
            "postgres, snowflake, …")  # fmt: skip
    match name:
        case "demo":
            add("--file", default=DEMO_FILE, metavar="FILE", help=f"the database's file; else {DEMO_FILE}")
            add(
                "--scale",
                type=_number(float),
                default=1.0,
                metavar="N",
                help="how large; 1 has 20,000 orders",
            )
            add("--replace", action="store_true", help="make it anew where the file exists")
        case "check":
            add("folder", nargs="?", metavar="CATALOG", help="the catalog's folder, as --catalog")
            add("--data", action="store_true", help="check the tables, columns and rows of a database too")
            add("--database", metavar="URL", help="that database, such as duckdb:///sales.duckdb; else that "
                "of pyproject.toml")  # fmt: skip
        case "test":
            add("folder", nargs="?", metavar="CATALOG", help="the catalog's folder, as --catalog")
            add("--only", metavar="WORDS", help="only tests whose names have all of these words")
        case "list":
            add("words", nargs="*", metavar="WORD", help="only metrics that mention all of these")
        case "show":
            add("metric", metavar="METRIC", help="a metric's name, label or synonym")
        case "run":
            add("--database", metavar="URL", help="such as duckdb:///sales.duckdb or "
                "postgresql://user@host/db; else that of pyproject.toml")  # fmt: skip
            add(
                "--format",
                choices=["table", "json", "csv"],
                default="table",
                help="how the answer is printed",
            )
            add("--scorecard", metavar="NAME", help="in place of a question: what the catalog shows together")
            add("--rows", type=_number(int), default=60, metavar="N", help="how many rows a table shows")
            add("--timeout", type=_number(float), metavar="SECONDS", help="stop the query after so long")
        case "view":
            add("name", metavar="NAME", help="a name below `views:` in the catalog")
            add("--database", metavar="URL", help="the database that it is for: its dialect is taken, and it is "
                "asked which columns have a time zone")  # fmt: skip
        case "init":
            add("--database", required=True, metavar="URL", help="such as duckdb:///sales.duckdb or "
                "postgresql://user@host/db")  # fmt: skip
            add("--output", default="kpis", metavar="DIR", help="the folder of the new catalog; else kpis")
        case "docs":
            add("--output", default="kpi-docs", metavar="DIR", help="the folder of the site; else kpi-docs")
            add("--database", metavar="URL", help="show the latest values in this database")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no day, write it as 2025-06-30") from None


def _number(kind: type[int] | type[float]) -> Callable[[str], float]:
    """A number above 0."""

    def read(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = kind(0)
        if not 0 < value < 1e9:
            raise argparse.ArgumentTypeError(f"'{text}' is no number above 0")
        return value

    return read
