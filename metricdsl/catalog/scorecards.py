"""The question that a scorecard asks, whichever way it is written."""

from __future__ import annotations

from collections.abc import Iterator

from metricdsl.catalog.entries import Entry
from metricdsl.catalog.schema import Scorecard
from metricdsl.source import Text


def question(entry: Entry[Scorecard]) -> Text:
    """Its whole text, each word of which knows its place in the file."""
    card = entry.model
    if card.question:
        return entry.text("question")
    value, offsets = "", list[int]()
    for before, text in _pieces(entry):
        start = text.span(0, 1).start
        value += before + text.value
        offsets += [start] * len(before)
        offsets += [text.span(i, i + 1).start for i in range(len(text.value))]
    return Text(value, entry.source, offsets)


def _pieces(entry: Entry[Scorecard]) -> Iterator[tuple[str, Text]]:
    """What stands before each piece, and the piece."""
    for index in range(len(entry.model.metrics)):
        listed = entry.is_list("metrics")
        yield (", " if index else ""), entry.text(*(("metrics", index) if listed else ("metrics",)))
    for clause in ("by", "for", "where", "vs"):
        if getattr(entry.model, "for_" if clause == "for" else clause):
            yield f"\n{clause} ", entry.text(clause)
