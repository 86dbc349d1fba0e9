"""Pieces of work measured side by side, in turns, so that a busy machine slows all alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

ENOUGH = 10.0  # seconds of measuring after which no further round is begun


@dataclass(frozen=True)
class Timing:
    """Median seconds of one piece of work: of all cores together, and by the clock on the wall."""

    cpu: float
    clock: float


@dataclass(frozen=True)
class Line:
    """One line of the table: ours against something else, and how many times its time we may take at most."""

    name: str
    ours: Timing
    other: Timing
    target: float | None = None

    @property
    def ratio(self) -> float:
        """Of CPU time, which other programs disturb least."""
        return self.ours.cpu / self.other.cpu

    @property
    def met(self) -> bool:
        return self.target is None or self.ratio <= self.target


def side_by_side(*works: Callable[[], object], least: int = 5, most: int = 25) -> list[Timing]:
    """Each work once to warm up, then in turns, every other round backwards: A B, B A, A B …"""
    for work in works:
        work()
    rounds: list[list[Timing]] = []
    begun = time.perf_counter()
    while len(rounds) < least or (len(rounds) < most and time.perf_counter() - begun < ENOUGH):
        turn = list(map(timed, works if len(rounds) % 2 == 0 else works[::-1]))
        rounds.append(turn if len(rounds) % 2 == 0 else turn[::-1])
    return [median_of(timings) for timings in zip(*rounds, strict=True)]


def timed(work: Callable[[], object]) -> Timing:
    cpu, clock = time.process_time(), time.perf_counter()
    work()
    return Timing(time.process_time() - cpu, time.perf_counter() - clock)


def median_of(timings: Sequence[Timing]) -> Timing:
    return Timing(median(t.cpu for t in timings), median(t.clock for t in timings))


HEADER = ("what", "ours, ms", "other, ms", "ratio", "by the clock", "target", "met")


def table(lines: Sequence[Line]) -> str:
    """The lines as a Markdown table, in milliseconds of CPU."""
    rows = [HEADER, *map(_cells, lines)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADER))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(f"| {' | '.join(map(str.ljust, row, widths))} |" for row in rows)


def _cells(line: Line) -> tuple[str, ...]:
    target = "" if line.target is None else f"{line.target:g}"
    by_clock = line.ours.clock / line.other.clock
    met = "" if line.target is None else "yes" if line.met else "NO"
    return (
        line.name, f"{line.ours.cpu * 1e3:.1f}", f"{line.other.cpu * 1e3:.1f}",
        f"{line.ratio:.2f}", f"{by_clock:.2f}", target, met,
    )  # fmt: skip
