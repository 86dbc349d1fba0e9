"""Texts that YAML reads otherwise than they were meant, said for people who do not know YAML's rules."""

from __future__ import annotations

import re
from collections.abc import Container

from yaml.nodes import ScalarNode

from metricdsl.errors import Diagnostic
from metricdsl.source import Source, Span

QUOTE = "put the whole text in quotes, or write it on the next line after `|`"

_STUCK = re.compile(r"[ \t\u3000\xa0]*(?:- +)*([^\s:：#'\"{\[]+)(：|:(?=[^ \t\r\n]))")
_MEANINGS = {
    "*": "which calls up an anchor",
    "&": "which sets an anchor",
    "!": "which begins a tag",
    "-": "which begins an item of a list when a space follows",
    "?": "which begins a key when a space follows",
    ",": "which separates items",
    "]": "which closes a list",
    "}": "which closes a map",
    "{": "which opens a map",
    "[": "which opens a list",
    ">": "which announces a text on the lines below",
    "|": "which announces a text on the lines below",
}


def bad_start(source: Source, at: int) -> Diagnostic:
    """For a value whose first character means something else to YAML."""
    sign = source.text[at : at + 1]
    return trap(
        "yaml-quotes",
        f"in YAML a text cannot begin with {quoted(sign)}, {_MEANINGS.get(sign, 'which is reserved')}",
        line_end(source, at),
        QUOTE,
    )


def comment_after(source: Source, node: ScalarNode) -> Diagnostic | None:
    """The comment behind a plain scalar, which may be a part of the text that YAML cut off."""
    found = re.compile(r"[ \t]+#").match(source.text, node.end_mark.index)
    return cut_at_comment(source, found.end() - 1) if found else None


def stuck(source: Source, at: int, keys: Container[str] | None = None) -> Diagnostic | None:
    """For `key:value`, which YAML takes for one text, and for a colon or blank of another keyboard.

    With `keys` only those count.
    """
    found = _STUCK.match(source.text, at)
    if not found or (keys is not None and found.group(1) not in keys):
        return None
    key, colon = found.groups()
    following = source.text[found.end() : found.end() + 1]
    place = Span(source, found.start(1), found.end())
    if colon == ":" and not following.isspace():
        return trap("yaml-quotes", f"a space is missing after '{key}:'", place, f"write `{key}: …`")
    what, sign = ("colon", colon) if colon == "：" else ("space", following)
    message = f"after '{key}' stands U+{ord(sign):04X}, which is no {what} to YAML"
    return trap("yaml-quotes", message, place, f"write `{key}: …`, with Latin letters on")


def cut_at_comma(source: Source, start: int, comma: int) -> Diagnostic:
    """For a text inside brackets that a comma ends."""
    return trap(
        "yaml-quotes",
        "inside brackets this comma ends the text before it",
        Span(source, comma, comma + 1),
        "put the whole text in quotes",
        related=(("the text", Span(source, start, comma)),),
    )


def cut_at_comment(source: Source, at: int, repair: str = QUOTE) -> Diagnostic:
    return trap(
        "yaml-comment",
        "YAML cuts the text here: after a space, `#` begins a comment",
        line_end(source, at),
        f"if it belongs to the text, {repair}",
        "if it is a comment, put it on a line of its own above",
    )


def trap(
    code: str, message: str, place: Span, *hints: str, related: tuple[tuple[str, Span], ...] = ()
) -> Diagnostic:
    return Diagnostic(code, message, place, hints, related)


def line_end(source: Source, at: int) -> Span:
    """From a place to the end of its line."""
    line, column = source.position(at)
    return Span(source, at, max(at + 1, at + len(source.line(line).rstrip()) - column + 1))


def quoted(sign: str) -> str:
    return "a backquote" if sign == "`" else f"`{sign}`"
