"""`kpi check` tells all that is wrong in a catalog, wherever it stands: no question has to be asked first."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from metricdsl.__main__ import main

ENTITIES = """\
entities:
  orders:
    table: orders
    key: id
    time: made_on
    fields: {id: integer, made_on: date, amount: {type: money, unit: EUR}, fee: {type: money, unit: JPY}, channel: text}
metrics:
  revenue: sum(orders.amount)
"""  # 8 lines


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("version: 7\ntimezone: Asia/Tokio", ["wrong-value :9:10", "wrong-value :10:11"]),
        ("  m: {formula: sum(orders.amount), target: 60%}", ["unit-mismatch :9:44"]),
        ("  m: {formula: sum(orders.amount), target: 60, warn: 10%}", ["unit-mismatch :9:54"]),
        (
            "  m: {formula: sum(orders.amount), target: [{where: \"orders.chanel = 'x'\", value: 60}]}",
            ["unknown-name :9:61"],
        ),
        ("functions:\n  f(x): g(x) + 1\n  g(x): f(x)", ["cycle :10:9", "cycle :11:9"]),
        ("functions:\n  f(x): flor(x) + y", ["unknown-function :10:9", "unknown-name :10:19"]),
        ("scorecards:\n  main: {metrics: [revenue, foo], by: monht}", ["unknown-name :10:39"]),
        ("scorecards:\n  main: {metrics: [revenue, foo]}", ["unknown-metric :10:29"]),
        ("views:\n  v: {question: revenu by month}", ["unknown-metric :10:17"]),
        ("  a: sum(orders.amout) / coun(orders)", ["unknown-name :9:17", "unknown-function :9:26"]),
        ("  revenue: count(orders)\n  b: sum(orders.amout)", ["duplicate-name :9:3", "unknown-name :10:17"]),
        ("  a: greatest(sum(orders.amount), sum(orders.fee))", ["unit-mismatch :9:6"]),
    ],
)
def test_everything_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: str, found: list[str]
) -> None:
    (tmp_path / "c.yml").write_text(ENTITIES + more + "\n", "utf-8")
    assert main(["check", "--catalog", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    lines = [
        line for line in told.splitlines() if line.startswith("error[") or line.lstrip().startswith("-->")
    ]
    codes = [line.split("[")[1].split("]")[0] for line in lines if line.startswith("error[")]
    first = [b for a, b in pairwise(lines) if a.startswith("error[")]
    places = [line.partition("c.yml")[2] for line in first]
    assert [f"{code} {place}" for code, place in zip(codes, places, strict=True)] == found, told


def test_a_chain_of_broken_metrics_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each names the one before twice: 2**40 ways lead to the mistake."""
    chain = "".join(f"  m{i}: m{i - 1} + m{i - 1}\n" for i in range(1, 41))
    (tmp_path / "c.yml").write_text(ENTITIES + "  m0: sum(orders.amout)\n" + chain, "utf-8")
    assert main(["check", "--catalog", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("error[") == 1
