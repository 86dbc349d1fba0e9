"""grammar.lark as a parser, and the words in it. Lark is imported when something is first parsed."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark

GRAMMAR = Path(__file__).with_name("grammar.lark")
STARTS = ("formula", "question", "signature", "join")
WORD_ENDS = r"\b"

AGGREGATES = frozenset(
    {
        *("count", "sum", "avg", "median", "min", "max", "stddev", "variance", "percentile", "weighted_avg"),
        *("share", "first", "last", "only", "approx_count"),
    }
)
# Functions with a rule of their own: a call of another kind by such a name is backquoted.
SPECIAL = AGGREGATES | {
    *("prior", "change", "growth", "previous", "next", "trailing", "to_date", "running", "total", "rank"),
    *("has", "if"),
}


@cache
def lark() -> Lark:
    """The parser. Its tables are kept beside Python's compiled modules, under the same rules.

    Lark notes in that file the hash of all that it was made of and makes it anew where that changed.
    """
    from lark import Lark

    return Lark(
        f"{GRAMMAR.read_text('utf-8')}\n// words end at {WORD_ENDS}\n",
        parser="lalr",
        start=list(STARTS),
        maybe_placeholders=False,
        propagate_positions=True,
        edit_terminals=_whole_words,
        cache=_tables(),
    )


def _tables() -> str | bool:
    path = Path(cache_from_source(str(GRAMMAR))).with_suffix(".tables")
    return str(path) if path.exists() or not sys.dont_write_bytecode else False


def _whole_words(terminal: Any) -> None:
    """Keywords end where a word ends: `by` is not the beginning of `bytes`."""
    from lark.lexer import PatternRE, PatternStr

    if isinstance(terminal.pattern, PatternStr) and terminal.pattern.value.isalpha():
        terminal.pattern = PatternRE(terminal.pattern.value + WORD_ENDS)


@cache
def keywords() -> dict[str, tuple[str, ...]]:
    """How the keywords are written, by their terminals: {"AS_OF": ("as of",), "BY": ("by",), …}."""
    found: dict[str, tuple[str, ...]] = {}
    for terminal in lark().terminals:
        pattern = terminal.pattern.value
        if "(?=" in pattern:  # a function, which is a word only before its bracket
            continue
        plain = re.sub(r"\(\?!.*?\)|\\b", "", pattern).replace(r"\s+", " ")
        if re.fullmatch(r"[a-z |]+", plain):
            found[terminal.name] = tuple(_PHRASES.get(word, word) for word in plain.split("|"))
    return found


_PHRASES = {"order": "order by", "followed": "followed by", "not followed": "not followed by"}
