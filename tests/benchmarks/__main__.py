"""Prints the table: `python -m tests.benchmarks [PART OF A NAME …] [--orders N]`."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks import compiling, running
from tests.benchmarks.questions import database, questions
from tests.benchmarks.timing import Line, table

FOOTER = (
    "Milliseconds of CPU, medians, measured in turns. All rows are equal to those of the hand-written SQL."
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help="measure only what has one of these words in its name")
    parser.add_argument("--orders", type=int, default=5_000_000, help="rows of the largest tables")
    given = parser.parse_args()
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in _benchmarks(given.orders, Path(folder)):
            if not given.names or any(word in name for word in given.names):
                print(f"{name} …", flush=True)
                lines.append(measure())
    print(f"\n{table(lines)}\n\n{FOOTER}")
    return 0


def _benchmarks(orders: int, folder: Path) -> Iterator[tuple[str, Callable[[], Line]]]:
    connection = database(orders)
    for question in questions():
        yield question.name, partial(running.question, question, connection)
    yield "scorecard", partial(running.together, connection)
    connection.close()
    yield "import", compiling.importing
    yield "first-question", compiling.first_question
    yield "compile", compiling.compiling
    large, small = (compiling.write_catalog(folder / str(n), n) for n in (compiling.LARGE, compiling.SMALL))
    yield "load", partial(compiling.loading, large)
    yield "question-to-many", partial(compiling.asking_of_many, large, small)
    yield "check", compiling.checking


if __name__ == "__main__":
    raise SystemExit(main())
