"""Where text came from. The only file that knows offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, eq=False)
class Source:
    """A text with a name: a file's path as the user knows it, or `<question>`."""

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(i + 1 for i, character in enumerate(self.text) if character == "\n")
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of a character offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_start(self, number: int) -> int:
        """The offset of the first character of a line, numbered from 1."""
        return self._line_starts[number - 1]

    def line(self, number: int) -> str:
        """The text of a line, numbered from 1, without its end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] - 1 if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch [start, end) of a source, in characters."""

    source: Source
    start: int
    end: int

    @property
    def location(self) -> str:
        """`file:line:column`, as editors and terminals make it a link."""
        line, column = self.source.position(self.start)
        return f"{self.source.name}:{line}:{column}"

    def to(self, other: Span) -> Span:
        """The stretch from this one's start to the other's end."""
        return Span(self.source, self.start, max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of a source to be parsed on its own: a formula in a YAML file, or a whole question.

    `offsets[i]` is where character i of `value` stands in the source; a plain int says that the
    value stands there unbroken. Folded and quoted YAML scalars need the former.
    """

    value: str
    source: Source
    offsets: int | Sequence[int] = field(default=0)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of the characters [start, end) of the value."""
        if isinstance(self.offsets, int):
            return Span(self.source, self.offsets + start, self.offsets + max(end, start))
        if not self.offsets:
            return Span(self.source, 0, 0)
        first = self._offset(start)
        return Span(self.source, first, max(first, self._offset(end - 1) + 1 if end > start else first))

    def _offset(self, index: int) -> int:
        assert not isinstance(self.offsets, int)
        if index < len(self.offsets):
            return self.offsets[index]
        return self.offsets[-1] + 1

    @property
    def whole(self) -> Span:
        """The place of all of it."""
        return self.span(0, len(self.value))

    @staticmethod
    def of(value: str, name: str = "<question>") -> Text:
        """A text that is a source of its own."""
        return Text(value, Source(name, value))
