"""How the cost of the reference questions grows from 1 to 100 million rows: `python -m tests.benchmarks.growth`.

Every engine and size is a process of its own. A cell of the table has two ratios of CPU time: the question to
what it took with a million rows, and to the hand-written SQL in the same run. Linux tells it in /proc.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks import warehouses
from tests.benchmarks.questions import TODAY, Question, catalog, difference, questions
from tests.engines import Unavailable

MILLION = 1_000_000
SIZES = (1, 3, 10, 30, 100)  # millions of orders
DISK = {
    "duckdb": 0.09,
    "postgres": 0.30,
    "spark": 0.10,
}  # GB that a million of orders takes, with room to sort
ROUNDS = 3
ENOUGH = 120.0  # seconds of measuring a question after which no further round is begun
TOLERANCE = 1e-6  # the average of decimals that Spark is asked for by hand has six digits
NOT_RUN = "not run: "


@dataclass
class Measured:
    """CPU seconds of a question, ours and by hand, by millions of rows; of one engine."""

    seconds: dict[tuple[str, int], tuple[float, float]] = field(default_factory=dict)
    peaks: dict[int, float] = field(default_factory=dict)
    not_run: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
    parser.add_argument(
        "names", nargs="*", help="measure only questions with one of these words in their names"
    )
    parser.add_argument("--most", type=_millions, default=100, help="the largest size: 10M")
    parser.add_argument("--engines", type=lambda text: text.split(","), default=list(warehouses.ENGINES))
    parser.add_argument("--folder", type=Path, default=None, help="where the rows are put meanwhile")
    parser.add_argument("--measure", nargs=2, metavar=("ENGINE", "FOLDER"), help=argparse.SUPPRESS)
    parser.add_argument("--make", nargs=2, metavar=("MILLIONS", "FOLDER"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.make:
        warehouses.make(Path(given.make[1]), int(given.make[0]) * MILLION)
    elif given.measure:
        measure(given.measure[0], Path(given.measure[1]), given.names)
    else:
        sizes = [size for size in SIZES if size <= given.most]
        unknown = set(given.engines) - set(warehouses.ENGINES)
        if unknown or not sizes:
            parser.error(f"no engine {', '.join(unknown)}" if unknown else "the smallest size is 1M")
        return grow(given.engines, sizes, given.names, given.folder)
    return 0


def grow(engines: Sequence[str], sizes: Sequence[int], names: Sequence[str], parent: Path | None) -> int:
    need = max(sizes) * (DISK["duckdb"] + sum(DISK[e] for e in engines if e != "duckdb"))
    free = shutil.disk_usage(parent or tempfile.gettempdir()).free / 1e9
    if free < need:
        print(f"{max(sizes)}M rows need about {need:.0f} GB of disk, and {free:.0f} GB are free: "
              "name a smaller size with --most, or another place with --folder")  # fmt: skip
        return 1
    found = {engine: Measured() for engine in engines}
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=parent, prefix="metricdsl-") as folder:
            print(f"{size}M …", flush=True)
            list(_run("--make", str(size), folder))
            for engine in engines:
                if not found[engine].not_run:
                    _measured(engine, size, folder, names, found[engine])
                    print(f"\n{table(engine, found[engine])}\n", flush=True)
    return 0


def _measured(engine: str, size: int, folder: str, names: Sequence[str], found: Measured) -> None:
    """Add what an engine takes for one size, or why it was not run."""
    for line in _run("--measure", engine, folder, *names):
        match json.loads(line):
            case [name, ours, by_hand, peak]:
                print(f"{name}: {ours / by_hand:.2f}", flush=True)
                found.seconds[name, size] = ours, by_hand
                found.peaks[size] = peak
            case [reason]:
                found.not_run = reason


def _run(*arguments: str) -> Iterator[str]:
    """The lines that a process of our own prints, as they come. Raises SystemExit where it fails."""
    command = [sys.executable, "-m", "tests.benchmarks.growth", *arguments]
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True) as process,
    ):
        assert process.stdout is not None
        yield from process.stdout
        if process.wait():
            errors.seek(0)
            raise SystemExit(errors.read())


# --- in a process of its own ----------------------------------------------------------------------


def measure(engine: str, folder: Path, names: Sequence[str]) -> None:
    """Print for each question its name, the seconds of ours and by hand, and the peak memory so far in GB."""
    try:
        warehouse = warehouses.ENGINES[engine](folder)
    except Unavailable as reason:
        print(json.dumps([f"{NOT_RUN}{reason}"]))
        return
    try:
        for question in questions():
            if not names or any(word in question.name for word in names):
                ours, by_hand = _times(question, warehouse)
                peak = warehouses.peak_memory(warehouse.process)
                print(json.dumps([question.name, ours, by_hand, peak]), flush=True)
    finally:
        warehouse.close()


def _times(question: Question, warehouse: warehouses.Warehouse) -> tuple[float, float]:
    """Medians of CPU seconds, in turns, after one run of each whose rows must be equal."""
    ours = catalog().sql(question.text, dialect=warehouse.dialect, as_of=TODAY)
    found = difference(*(warehouse.query(sql) for sql in (ours, question.by_hand)), tolerance=TOLERANCE)
    assert not found, f"{question.name} on {warehouse.dialect}: {found}"
    rounds: list[list[float]] = []
    begun = time.perf_counter()
    while not rounds or (len(rounds) < ROUNDS and time.perf_counter() - begun < ENOUGH):
        rounds.append([_seconds(warehouse, sql) for sql in (ours, question.by_hand)])
    one, other = (median(times) for times in zip(*rounds, strict=True))
    return one, other


def _seconds(warehouse: warehouses.Warehouse, sql: str) -> float:
    begun = warehouse.cpu()
    warehouse.query(sql)
    return warehouse.cpu() - begun


# --- the table ------------------------------------------------------------------------------------


def table(engine: str, found: Measured) -> str:
    """The Markdown table of an engine: how many times the time at the first size, and the time by hand."""
    if found.not_run:
        return f"{engine}: {found.not_run}"
    names = dict.fromkeys(name for name, _ in found.seconds)
    sizes = list(found.peaks)
    first = sizes[0]
    rows = [[engine, f"ms at {first}M", *(f"{size}M" for size in sizes)]]
    rows.append(["-" * len(cell) for cell in rows[0]])
    for name in names:
        base = found.seconds[name, first][0]
        cells = [_cell(found.seconds.get((name, size)), base) for size in sizes]
        rows.append([name, f"{base * 1e3:.0f}", *cells])
    peaks = [f"{peak:.1f} GB" for peak in found.peaks.values()]
    rows.append(["peak memory", "", *peaks])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(seconds: tuple[float, float] | None, base: float) -> str:
    return "" if seconds is None else f"{seconds[0] / base:.3g} · {seconds[0] / seconds[1]:.2f}"


def _millions(text: str) -> int:
    return int(text.upper().removesuffix("M"))


if __name__ == "__main__":
    raise SystemExit(main())
