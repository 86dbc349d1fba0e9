"""Errors as data first, a sentence later."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from metricdsl.source import Span

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong.

    `code` is stable and looked up in the reference (`unknown-name`). `message` is one sentence in the
    author's terms, `hints` say what to do about it, `related` are further places with a few words each.
    """

    code: str
    message: str
    span: Span | None = None
    hints: tuple[str, ...] = ()
    related: tuple[tuple[str, Span], ...] = ()
    severity: Severity = "error"

    def __str__(self) -> str:
        parts = [f"{self.severity}[{self.code}]: {self.message}"]
        if self.span is not None:
            parts.append(excerpt(self.span))
        for words, span in self.related:
            parts += [f"  {words}:", excerpt(span)]
        parts += [f"  hint: {hint}" for hint in self.hints]
        return "\n".join(parts)

    def as_dict(self) -> dict[str, object]:
        """For `--json`: code, severity, message, hints, and the place where there is one."""
        place: dict[str, object] = {}
        if self.span is not None:
            line, column = self.span.source.position(self.span.start)
            place = {"file": self.span.source.name, "line": line, "column": column}
        return {"code": self.code, "severity": self.severity, "message": self.message, **place,
                "hints": list(self.hints)}  # fmt: skip


class MetricError(Exception):
    """What every wrong catalog, question or database answer raises: one or more diagnostics.

    Notebooks show it without a Python traceback, and the cell still fails.
    """

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = diagnostics
        super().__init__(*diagnostics)

    def __str__(self) -> str:
        return "\n\n".join(str(d) for d in self.diagnostics)

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


def fail(
    code: str,
    message: str,
    span: Span | None = None,
    *hints: str,
    related: Sequence[tuple[str, Span]] = (),
) -> MetricError:
    """One error, to be raised."""
    return MetricError(Diagnostic(code, message, span, tuple(hints), tuple(related)))


def excerpt(span: Span) -> str:
    """The place and its line, with carets under the very words; long lines are cut around them."""
    line_number, column = span.source.position(span.start)
    line = span.source.line(line_number)
    length = max(1, min(span.end - span.start, len(line) - column + 1))
    start = max(0, column - 1 - 60) if len(line) > 120 else 0
    shown = line[start : start + 120].replace("\t", " ")
    before = display_width(line[start : column - 1])
    width = max(1, display_width(line[column - 1 : column - 1 + min(length, 120)]))
    gutter = f"{line_number} | "
    return (
        f"  --> {span.location}\n  {gutter}{shown}\n  {' ' * (len(gutter) - 2)}| {' ' * before}{'^' * width}"
    )


def display_width(text: str) -> int:
    """The columns that a text takes in a terminal: East Asian wide characters take two."""
    import unicodedata

    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def nearest(word: str, candidates: Iterable[str], most: int = 4) -> list[str]:
    """The names most like a misspelt one, best first; none where nothing is near."""
    by_fold: dict[str, str] = {}
    for candidate in candidates:
        by_fold.setdefault(candidate.casefold(), candidate)
    return [by_fold[m] for m in difflib.get_close_matches(word.casefold(), by_fold, most, 0.6)]


def did_you_mean(word: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """`did you mean 'revenue'?` as hints, or nothing."""
    names = nearest(word, candidates)
    if not names:
        return ()
    return ("did you mean " + " or ".join(f"'{name}'" for name in names) + "?",)
