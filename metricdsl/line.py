"""What people write behind `%kpi`: a command or a question, with options before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from metricdsl.errors import did_you_mean, fail

USAGE = """\
%kpi QUESTION                    the answer; %%kpi for a question of several lines
%kpi connect DATABASE            a variable, a URL (with $ENV), or a section of connections.ini
%kpi connections                 those that are open; %kpi close [NAME] closes one
%kpi catalog [PATH]              the catalog in use, or another one
%kpi list [WORDS]                the metrics
%kpi show METRIC                 what a metric means and where it comes from
%kpi scorecard NAME              what the catalog shows together
%kpi help                        this page
%kpi sql QUESTION                the SQL; %kpi explain QUESTION tells how it is made
to keep an answer:               %kpi res << QUESTION, or _ in the next cell
options before the question:     -o NAME, --as-of DAY, --language CODE, --timeout SECONDS,
                                 --name CONNECTION; for sql and explain --dialect NAME"""

Command = Literal[
    "ask", "connect", "connections", "close", "catalog", "list", "show", "scorecard", "sql", "explain", "help"
]
COMMANDS = tuple(c for c in get_args(Command) if c != "ask")
OPTIONS: Mapping[str, str] = {
    "-o": "out", "--out": "out", "--as-of": "as-of", "--language": "language", "--name": "name",
    "--alias": "name", "--timeout": "timeout", "--dialect": "dialect",
}  # fmt: skip
ASKING = frozenset({"out", "as-of", "language", "name", "timeout"})
ACCEPTED: Mapping[str, frozenset[str]] = {
    "ask": ASKING,
    "scorecard": ASKING,
    "sql": frozenset({"out", "as-of", "dialect"}),
    "explain": frozenset({"out", "as-of", "dialect"}),
    "connect": frozenset({"name"}),
    "show": frozenset({"language"}),
    "list": frozenset({"language"}),
}
NAMING = {"show": "the name of a metric", "scorecard": "the name of a scorecard", "sql": "the question",
          "explain": "the question"}  # fmt: skip
WHOLLY_QUOTED = re.compile(r"""\s*(["'])([^"'\n]+)\1\s*""")
KEEP = re.compile(r"\s*([^\W\d]\w*)\s*<<(?!<)")
OPTION = re.compile(
    r"\s*(--[A-Za-z][\w-]*|-[A-Za-z](?![\w]))(?:=|\s+|$)(\"[^\"\n]*\"|'[^'\n]*'|[^\s\"']\S*)?"
)
LATE = re.compile(r"(?<!\S)--[A-Za-z][\w-]*")
QUOTED = re.compile(r"'[^']*'|`[^`]*`|#[^\n]*")


@dataclass(frozen=True)
class Line:
    """The command (`ask` for a question), the options by their long names, and the rest as it was written.

    Ends of line in front stay, so that an error's line is that of the cell.
    """

    command: Command
    options: Mapping[str, str]
    text: str


def parse_line(text: str, is_question: bool = False) -> Line:
    """Options and `name <<` stand before the question; options of `connect` behind it too.

    Raises MetricError for options that are unknown, not of this command, without a value, or too late.
    """
    options: dict[str, str] = {}
    if not is_question and text.split() in (["--help"], ["-h"], ["?"]):
        return Line("help", options, "")
    text = _head(text, options)
    command: Command = "ask"
    first, *rest = text.split(maxsplit=1) or [""]
    if not is_question and first in COMMANDS:
        command = first  # type: ignore[assignment]  # it is one of them
        text = _head(rest[0] if rest else "", options)
        if command == "connect":
            target, _, tail = text.strip().partition(" ")
            text = target + _head(tail, options)
    _refuse_late(text)
    if command in NAMING and not text.strip():
        what = NAMING[command]
        raise fail(
            "usage", f"%kpi {command} lacks {what}", None, f"write %kpi {command} {what.split()[-1].upper()}"
        )
    if command == "ask" and (quoted := WHOLLY_QUOTED.fullmatch(text)):
        raise fail("usage", "a question stands without quotes", None, f"write {quoted[2]}")
    for option in options:
        if option not in ACCEPTED.get(command, frozenset()):
            of = "a question" if command == "ask" else f"%kpi {command}"
            raise fail("unknown-option", f"--{option} is no option of {of}")
    return Line(command, options, text.rstrip().lstrip(" \t"))


def _head(text: str, options: dict[str, str]) -> str:
    """Take options and `name <<` from the beginning of a text."""
    while True:
        if keep := KEEP.match(text):
            options["out"], text = keep[1], text[keep.end() :]
        elif found := OPTION.match(text):
            options[_option(found[1])] = _written(found)
            text = text[found.end() :]
        else:
            return text


def _option(written: str) -> str:
    if written not in OPTIONS:
        hints = did_you_mean(written, OPTIONS) or (f"the options are {', '.join(OPTIONS)}",)
        raise fail("unknown-option", f"there is no option {written}", None, *hints)
    return OPTIONS[written]


def _written(option: re.Match[str]) -> str:
    if not option[2]:
        raise fail("usage", f"{option[1]} needs a value")
    return option[2].strip("\"'")


def _refuse_late(text: str) -> None:
    if late := LATE.search(QUOTED.sub("", text)):
        raise fail("usage", f"{late[0]} stands behind the question", None, "write options before it")


def day(text: str) -> date:
    """A day as 2025-06-30. Raises MetricError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fail("usage", f"'{text}' is no day", None, "write it as 2025-06-30") from None


def seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0
    if not 0 < value < 1e9:
        raise fail("usage", f"'{text}' is no number of seconds", None, "write a number such as 30")
    return value
