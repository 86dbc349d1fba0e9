"""Which entities can be reached from which: many-to-one joins, any number of hops, one way only."""

from __future__ import annotations

from collections.abc import Iterator

from metricdsl.errors import MetricError, fail
from metricdsl.model.definitions import Definitions
from metricdsl.model.meaning import Path
from metricdsl.source import Span


def paths(definitions: Definitions, start: str, goal: str) -> list[Path]:
    """All simple chains of joins from one entity to another, shortest first; [()] when they are the same.

    A join to the own entity is used only when named, so it is on none of them.
    """
    if start == goal:
        return [()]
    return sorted(_search(definitions, start, goal, (start,)), key=lambda p: (len(p), p))


def _search(definitions: Definitions, start: str, goal: str, seen: tuple[str, ...]) -> Iterator[Path]:
    for name, join in definitions.entity(start).joins.items():
        if join.target in seen or join.unmapped is not None:
            continue
        if join.target == goal:
            yield (name,)
            continue
        try:
            for rest in _search(definitions, join.target, goal, (*seen, join.target)):
                yield (name, *rest)
        except MetricError:
            continue  # a broken entity on the way is reported by itself; no way leads through it


def the_path(definitions: Definitions, start: str, goal: str, what: str, span: Span | None) -> Path:
    """The one path; an error when there is none or a choice."""
    found = paths(definitions, start, goal)
    if len(found) == 1:
        return found[0]
    if not found:
        _raise_unmapped(definitions, start, goal)
        reaching = sorted(e for e in definitions.usable_entities() if paths(definitions, e, goal))
        raise fail(
            "unreachable",
            f"{start} has no join that leads to {goal}, so it has no {what}",
            span,
            f"these have it: {', '.join(reaching)}",
        )
    ways = [".".join((start, *path)) for path in found]
    raise fail(
        "ambiguous-path",
        f"{goal} can be reached from {start} in {len(found)} ways: {', '.join(ways)}",
        span,
        f"name the way, as in '{ways[0]}.…'",
    )


def _raise_unmapped(definitions: Definitions, start: str, goal: str) -> None:
    """Raises MetricError where a way would be there, had the sources columns for it."""
    definitions.entity(goal)
    for join in definitions.entity(start).joins.values():
        if join.unmapped is not None and _may_lead(definitions, join.target, goal):
            raise join.unmapped


def _may_lead(definitions: Definitions, start: str, goal: str) -> bool:
    try:
        return bool(paths(definitions, start, goal))
    except MetricError:
        return True  # it is not there, so nobody knows
