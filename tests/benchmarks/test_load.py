"""How long loading takes, as a ratio to what the YAML parser alone needs for the same files."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from metricdsl.catalog.loader import load_entries

METRICS = 5_000
FILES = 50
MOST = 1.5

METRIC = """\
  metric_{i}:
    label: {{en: Metric {i}, ja: 指標 {i}, zh: 指标 {i}, ms: Metrik {i}}}
    description: >
      Share of the decided opportunities that were won,
      in the segment {i}, without the test accounts.
    formula: >
      count(opportunities where won and account.segment = 'S{i}')
      / count(opportunities where stage in ('won', 'lost') and account.segment = 'S{i}')
    format: percent(1)
    better: up
    target: [{{from: 2025-01-01, value: 55%}}, {{where: "accounts.region = 'APAC'", value: 50%}}]
    warn: 50%
    owner: sales-ops
    tags: [sales, pipeline]
    certified: 2025-09-01
"""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalog")
    for file in range(FILES):
        metrics = (METRIC.format(i=i) for i in range(file, METRICS, FILES))
        (folder / f"metrics_{file}.yml").write_text("metrics:\n" + "".join(metrics), encoding="utf-8")
    return folder


def test_loading_costs_little_more_than_parsing(catalog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(catalog.iterdir())]

    def parse() -> None:
        for text in texts:
            yaml.compose(text, Loader=yaml.CSafeLoader)

    ratio = _ratio(lambda: load_entries(catalog), parse)
    size = sum(len(text.encode()) for text in texts) / 1e6
    with capsys.disabled():
        print(f"\nloading {METRICS} metrics ({size:.1f} MB): {ratio:.2f} times yaml.compose")
    assert ratio < MOST


def _ratio(one: Callable[[], object], other: Callable[[], object], rounds: int = 3) -> float:
    """Of the best CPU times, taken in turns, so that a busy machine slows both alike."""
    times = [(_seconds(one), _seconds(other)) for _ in range(rounds)]
    return min(a for a, _ in times) / min(b for _, b in times)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
