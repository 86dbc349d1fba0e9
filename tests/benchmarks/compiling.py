"""What comes before a question runs: importing, loading a catalog, checking it, compiling."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path

import sqlglot
import yaml

import metricdsl
from metricdsl.catalog.loader import load_entries
from metricdsl.model.catalog import CHECKED_WITH_QUESTIONS
from tests.benchmarks.questions import HERE, TODAY, compiled
from tests.benchmarks.timing import Line, Timing, median_of, side_by_side

LARGE = 5_000  # metrics
FILES = 50
REPEATS = 20  # of what takes a millisecond
ROUNDS = 5
# Every round asks for new metrics, and so does the warm-up. In a catalog smaller than this the first question
# works out all of them, to tell which are broken: then the later ones cost less than in any larger catalog.
SMALL = max(REPEATS * (ROUNDS + 1), CHECKED_WITH_QUESTIONS + 1)
SHIPPED = HERE.parents[1] / "metrics_catalog"

METRIC = """\
  metric_{i}:
    label: {{en: Metric {i}, ja: 指標 {i}, zh: 指标 {i}, ms: Metrik {i}}}
    description: >
      Share of the orders that were paid,
      in the region {i}, without the test accounts.
    formula: >
      count(orders where status = 'paid' and customer.region = 'R{i}')
      / count(orders where status in ('paid', 'refunded') and customer.region = 'R{i}')
    format: percent(1)
    better: up
    target: [{{from: 2025-01-01, value: 55%}}, {{where: "customers.region = 'APAC'", value: 50%}}]
    warn: 50%
    owner: sales-ops
    tags: [sales, pipeline]
    certified: 2025-09-01
"""


def write_catalog(folder: Path, metrics: int) -> Path:
    """The catalog of the benchmarks with so many more metrics, in many files as large companies have them."""
    folder.mkdir()
    for file in range(min(FILES, metrics)):
        texts = (METRIC.format(i=i) for i in range(file, metrics, FILES))
        (folder / f"metrics_{file}.yml").write_text("metrics:\n" + "".join(texts), encoding="utf-8")
    (folder / "catalog.yml").write_text((HERE / "catalog.yml").read_text("utf-8"), encoding="utf-8")
    return folder


def importing() -> Line:
    ours, other = _fresh("import metricdsl", "import sqlglot")
    return Line("import metricdsl against sqlglot", ours, other, 1.3)


def first_question() -> Line:
    """All that a fresh process does for its first question. There is no target."""
    load = f"import metricdsl; metricdsl.load({str(HERE / 'catalog.yml')!r}).sql('revenue by month')"
    ours, other = _fresh(load, "import sqlglot")
    return Line("import, load and first question against import sqlglot", ours, other)


def compiling() -> Line:
    """Every question is a new one, so that none can be remembered."""
    numbers = count(1)
    tree = sqlglot.parse_one(compiled("revenue by month for last 5 months"), dialect="duckdb")

    def compile() -> None:
        for number in islice(numbers, REPEATS):
            compiled(f"revenue by month for last {number} months")

    def generate() -> None:
        for _ in range(REPEATS):
            tree.sql("duckdb", pretty=True)

    ours, other = side_by_side(compile, generate)
    return Line("compile a simple question against sqlglot writing its SQL", ours, other, 3.0)


def loading(large: Path) -> Line:
    texts = [file.read_text("utf-8") for file in sorted(large.iterdir())]
    ours, other = side_by_side(lambda: load_entries(large), lambda: _compose(texts), least=3)
    return Line("load many metrics against yaml.compose", ours, other, 1.5)


def asking_of_many(large: Path, small: Path) -> Line:
    """Each question is about a metric that was not asked for before, of both catalogs."""
    ours, other = side_by_side(_asking(large), _asking(small), most=ROUNDS)
    return Line("a question to many metrics against one to few", ours, other, 1.1)


def checking() -> Line:
    """The whole shipped catalog checked, loading included. There is no target."""
    texts = [file.read_text("utf-8") for file in sorted(SHIPPED.rglob("*.yml"))]
    ours, other = side_by_side(lambda: metricdsl.load(SHIPPED).check(), lambda: _compose(texts), least=3)
    return Line("check the shipped catalog against yaml.compose", ours, other)


def _asking(folder: Path) -> Callable[[], None]:
    asked, numbers = metricdsl.load(folder), count()

    def ask() -> None:
        for number in islice(numbers, REPEATS):
            asked.sql(f"metric_{number} by month for last 5 months", as_of=TODAY)

    return ask


def _compose(texts: list[str]) -> None:
    for text in texts:
        yaml.compose(text, Loader=yaml.CSafeLoader)


def _fresh(one: str, other: str, rounds: int = 7) -> list[Timing]:
    """Two programs, each in a fresh process, in turns."""
    turns = [[_process(program) for program in (one, other)] for _ in range(rounds)]
    return [median_of(timings) for timings in zip(*turns, strict=True)]


def _process(program: str) -> Timing:
    lines = ("import time", "clock = time.perf_counter()", program,
             "print(time.process_time(), time.perf_counter() - clock)")  # fmt: skip
    command = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cpu, clock = map(float, done.stdout.split())
    return Timing(cpu, clock)
