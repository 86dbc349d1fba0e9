"""A text in the habits of SQL, Excel or Python, written anew: a hint, and only where the parser takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from metricdsl.language.grammar import SPECIAL, keywords, lark

_TOKENS = re.compile(
    r"""'(?:[^']|'')*'|`[^`]*`|\{\{[^{}]*\}\}|"[^"\n]*"|(?<![\w.])[0-9]{1,3}(?:,[0-9]{3})+(?![\w.,])"""
    r"""|==|<>|=>|=<|&&|\|\||[\w$]+|\s+|."""
)
_SIGNS = {"==": "=", "<>": "!=", "=>": ">=", "=<": "<=", "&&": "and", "[": "(", "]": ")"}
_LONGEST = 110


def repaired(text: str, start: str) -> str | None:
    """The text with everything in it that has a plain equal here; None for less than two such things."""
    if "\n" in text or len(text) > _LONGEST:
        return None
    changes, parts = 0, []
    for written, here in _parts(text):
        changes += written != here
        parts.append(here)
    whole = " ".join("".join(parts).split())
    return whole if changes > 1 and len(whole) <= _LONGEST and _is_right(whole, start) else None


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each part of the text, and what it is here."""
    known = {word for phrases in keywords().values() for phrase in phrases for word in phrase.split()}
    earlier: list[str] = []
    for token in _TOKENS.findall(text.rstrip("; ")):
        word = token.lower()
        if token.startswith('"'):
            yield token, "'" + token[1:-1].replace("'", "''") + "'"
        elif token[0].isdigit():
            yield token, token.replace(",", "")
        elif word in ("select", "group"):
            yield token, ""
        elif token == "*" and earlier[-2:] == ["count", "("]:
            yield token, "orders"
        else:
            yield token, word if word in known or word in SPECIAL else _SIGNS.get(token, token)
        if token.strip():
            earlier.append(word)


def _is_right(text: str, start: str) -> bool:
    from lark import UnexpectedInput

    try:
        lark().parse(text, start=start)
    except UnexpectedInput:
        return False
    return True
