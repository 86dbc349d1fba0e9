"""Where a text stopped making sense, and the words around."""

from __future__ import annotations

import re
from typing import Any

from metricdsl.errors import MetricError, fail
from metricdsl.source import Text

NAME = re.compile(r"[^\W\d]\w*")
_WORDS = re.compile(r"#[^\n]*|('(?:[^']|'')*'|`(?:[^`]|``)*`|[\w$]+|[^\w\s])")


class Place:
    """Where Lark gave up: what stands there, what stands before, and what would have been right.

    `rule` is the rule of the grammar that was to be met, `what` the word for it in sentences. `kind` is
    the terminal that the word was taken for, None where it is none; `accepts` are those that can stand here.
    """

    def __init__(self, text: Text, rule: str, what: str, error: Any) -> None:
        token = getattr(error, "token", None)
        self.text, self.rule, self.what = text, rule, what
        self.ended = token is not None and token.type == "$END"
        self.start: int = _end(text.value) if self.ended else error.pos_in_stream
        self.word: str = "" if self.ended else str(token) if token is not None else text.value[self.start]
        self.kind: str | None = None if token is None else token.type
        self.state: int = error.interactive_parser.parser_state.position
        self.accepts: frozenset[str] = frozenset(error.interactive_parser.accepts())
        before = words(text.value[: self.start])
        self.before, self.before_start = before[-1] if before else ("", 0)
        self.earlier = before[-2][0] if len(before) > 1 else ""

    @property
    def rest(self) -> str:
        """The text from here on."""
        return self.text.value[self.start :]

    def fail(self, code: str, message: str, *hints: str, here: str | None = None) -> MetricError:
        """An error under the word, or under all of `here`."""
        end = self.start + len(self.word if here is None else here)
        return fail(code, message, self.text.span(self.start, end), *hints)

    def fail_before(self, code: str, message: str, *hints: str, here: str | None = None) -> MetricError:
        """An error under the word before, or under what begins there."""
        end = self.before_start + len(self.before if here is None else here)
        return fail(code, message, self.text.span(self.before_start, end), *hints)


def words(text: str) -> list[tuple[str, int]]:
    """The words and signs of a text with their places, without its comments."""
    return [(match[1], match.start(1)) for match in _WORDS.finditer(text) if match[1]]


def open_brackets(text: str) -> list[int]:
    """Where the brackets open that are not closed within the text."""
    opened: list[int] = []
    for word, start in words(text):
        if word == "(":
            opened.append(start)
        elif word == ")" and opened:
            opened.pop()
    return opened


def short(word: str) -> str:
    """A word for a sentence: on one line, and cut where it is long."""
    word = " ".join(word.split())
    return word if len(word) <= 40 else word[:39] + "…"


def _end(text: str) -> int:
    """Where the last word or sign ends."""
    found = words(text)
    return found[-1][1] + len(found[-1][0]) if found else 0
