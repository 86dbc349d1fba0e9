"""Where each character of a YAML scalar's value stands in its file, for all five ways to write one."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence

from yaml.nodes import ScalarNode

_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+(?:#[^\r\n]*\s+)*)+")
_CODES = {"x": 2, "u": 4, "U": 8}

Pieces = Iterator[tuple[str, int]]
"""Characters of the value, each with its offset."""


def offsets(source: str, node: ScalarNode) -> int | Sequence[int]:
    """As `Text.offsets` wants it: an int where the value stands in the source unbroken."""
    value: str = node.value
    end = node.end_mark.index
    start = skip_properties(source, node.start_mark.index, end)
    if not value:
        return start
    quotes = 1 if node.style in ("'", '"') else 0
    begin = start + quotes
    if source[begin : end - quotes] == value and not _BREAK.search(value):
        return begin
    match node.style:
        case "'":
            pieces = _flow(source, start + 1, end - 1, quote="'")
        case '"':
            pieces = _flow(source, start + 1, end - 1, quote='"')
        case "|" | ">":
            pieces = _block(source, start, end, value, folded=node.style == ">")
        case _:
            pieces = _flow(source, start, end, quote="")
    found = list(pieces)
    read = "".join(character for character, _ in found)
    if not read.startswith(value):  # the exotic line ends U+2028 and U+2029: near enough for an error's place
        return tuple(min(begin + i, end - 1) for i in range(len(value)))
    return tuple(offset for _, offset in found[: len(value)])


def skip_properties(source: str, start: int, end: int) -> int:
    """Past an anchor (`&a`) and a tag (`!!str`) that stand before the value."""
    found = _PROPERTIES.match(source, start, end)
    return found.end() if found else start


def _flow(source: str, start: int, end: int, quote: str) -> Pieces:
    """Plain and quoted scalars: lines are folded, the blanks around a break do not count."""
    at = start
    while at < end:
        character = source[at]
        if quote == "'" and character == "'":
            yield "'", at
            at += 2
        elif quote == '"' and character == "\\":
            escaped, length = _escape(source, at)
            if escaped is None:
                at = _blanks(source, at + length, end)
                while found := _BREAK.match(source, at, end):
                    yield "\n", at
                    at = _blanks(source, found.end(), end)
            else:
                yield escaped, at
                at += length
        elif character in " \t" or _BREAK.match(source, at):
            gap = at
            at = _blanks(source, at, end)
            if _BREAK.match(source, at, end):
                at = yield from _fold(source, at, end)
            else:
                yield from ((source[i], i) for i in range(gap, at))
        else:
            yield character, at
            at += 1


def _fold(source: str, at: int, end: int) -> Generator[tuple[str, int], None, int]:
    """Line breaks as what they become; returns where the text goes on."""
    breaks = []
    while found := _BREAK.match(source, at, end):
        breaks.append(at)
        at = _blanks(source, found.end(), end)
    if len(breaks) == 1:
        yield " ", breaks[0]
    else:
        yield from (("\n", offset) for offset in breaks[1:])
    return at


def _blanks(source: str, at: int, end: int) -> int:
    while at < end and source[at] in " \t":
        at += 1
    return at


_ESCAPES = {
    "0": "\0", "a": "\x07", "b": "\x08", "t": "\t", "\t": "\t", "n": "\n", "v": "\x0b", "f": "\x0c",
    "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _escape(source: str, at: int) -> tuple[str | None, int]:
    """What an escape in double quotes stands for and its length; None for an escaped line break."""
    code = source[at + 1]
    if code in _CODES:
        return chr(int(source[at + 2 : at + 2 + _CODES[code]], 16)), 2 + _CODES[code]
    if found := _BREAK.match(source, at + 1):
        return None, 1 + len(found.group())
    return _ESCAPES.get(code, code), 2


def _block(source: str, start: int, end: int, value: str, folded: bool) -> Pieces:
    """Literal and folded scalars. The pieces may go on beyond the value, where its end was chomped."""
    lines = list(_lines(source, start, end))[1:]
    indent = _indentation(source, lines, value)
    breaks: list[int] = []
    previous_indented = True  # before the first line nothing folds
    for first, last in lines:
        content = (
            min(first + indent, last) if source[first:last].strip(" ") or last - first > indent else last
        )
        if content == last:
            breaks.append(last)
            continue
        indented = source[content] in " \t"
        if folded and breaks and not indented and not previous_indented:
            yield from [(" ", breaks[0])] if len(breaks) == 1 else [("\n", offset) for offset in breaks[1:]]
        else:
            yield from (("\n", offset) for offset in breaks)
        yield from ((source[i], i) for i in range(content, last))
        breaks = [last]
        previous_indented = indented
    yield from (("\n", offset) for offset in [*breaks, len(source)])


def _indentation(source: str, lines: list[tuple[int, int]], value: str) -> int:
    """What the source's first line with words is indented by beyond what the value keeps of it."""
    for first, last in lines:
        words = source[first:last].lstrip(" ")
        if words:
            kept = next((line for line in _BREAK.split(value) if line.strip(" ")), "")
            return last - first - len(words) - (len(kept) - len(kept.lstrip(" ")))
    return max((last - first for first, last in lines), default=0)


def _lines(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _BREAK.finditer(source, start, end):
        yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end
