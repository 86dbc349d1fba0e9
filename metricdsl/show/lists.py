"""What a catalog has, in lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.show.numbers import one_line
from metricdsl.show.table import cut, grid

if TYPE_CHECKING:
    from metricdsl.catalog.loader import Entries


@dataclass(frozen=True, slots=True)
class Listed:
    """A metric as a list shows it.

    `problem` says that its definition is wrong, `unavailable` what the sources lack for it.
    """

    name: str
    label: str
    description: str
    tags: tuple[str, ...] = ()
    deprecated: bool = False
    problem: bool = False
    unavailable: str | None = None


def metrics(
    entries: Entries,
    language: str | None = None,
    words: str = "",
    unavailable: Mapping[str, str] | None = None,
) -> list[Listed]:
    """The metrics that are not hidden, as the files have them; with words, those that mention them all."""
    wanted = words.casefold().split()
    listed = []
    for metric in _all_metrics(entries, language):
        said = " ".join((metric.name, metric.label, metric.description, *metric.tags)).casefold()
        if all(word in said for word in wanted):
            lacking = unavailable.get(metric.name) if unavailable else None
            listed.append(replace(metric, unavailable=lacking))
    return listed


def _all_metrics(entries: Entries, language: str | None) -> Iterator[Listed]:
    from metricdsl.catalog.schema import localized

    for name, entry in entries.metrics.items():
        try:
            model = entry.model
        except MetricError:
            yield Listed(name, "", "", problem=True)
            continue
        if not model.hidden:
            label, description = localized(model.label, language), localized(model.description, language)
            yield Listed(
                name, one_line(label or ""), one_line(description or ""), model.tags, bool(model.deprecated)
            )  # fmt: skip


def metrics_text(listed: list[Listed], width: int = 120) -> str:
    """A table as wide as a terminal: name, label, and as much of the description as fits."""
    if not listed:
        return "no metrics"
    rows = [(m.name, m.label, _remark(m)) for m in listed]
    headings = ("metric", "label", "description")
    left = width - sum(max(_width(row[i]) for row in (headings, *rows)) + 2 for i in (0, 1))
    rows = [(name, label, cut(remark, max(20, left))) for name, label, remark in rows]
    return "\n".join(grid(headings, rows, ("left", "left", "left"), widest=max(48, left)))


def _remark(metric: Listed) -> str:
    if metric.problem:
        return "(wrong: see kpi check)"
    if metric.unavailable:
        return f"(unavailable: {metric.unavailable})"
    return f"(deprecated) {metric.description}" if metric.deprecated else metric.description


def _width(text: str) -> int:
    from metricdsl.errors import display_width

    return min(48, display_width(text))
