"""What would be zero rows or a wrong number without a word is refused, with the repair."""

from __future__ import annotations

from pathlib import Path

import pytest

import metricdsl
from metricdsl.__main__ import main

CATALOG = """\
calendars:
  retail: {table: retail_days, date: day, grains: {period: period_start}}
entities:
  orders:
    table: orders
    key: id
    time: made_on
    fields:
      id: integer
      made_on: date
      region: {type: text, values: [Kanto, Kansai]}
      channel: text
metrics:
  n: count(orders)
"""


@pytest.mark.parametrize(
    ("question", "code", "said"),
    [
        ("n where orders.region = 'kanto'", "unknown-value", "did you mean 'Kanto'?"),
        ("n where orders.region in ('Kanto', 'Tokyo')", "unknown-value", "its values are Kanto, Kansai"),
        ("n where orders.region != 'Knsai'", "unknown-value", "did you mean 'Kansai'?"),
        ("n where orders.channel = '{{ channel }}'", "quoted-variable", "write {{channel}} without quotes"),
        ("n where orders.channel not in ('web', null)", "compared-with-null", "leave null out"),
        ("n by mnth", "unknown-name", "did you mean 'month' or 'minute'?"),
        ("n by period vs prior period", "unknown-unit", "'period' is no unit of time"),
    ],
)
def test_refused(tmp_path: Path, question: str, code: str, said: str) -> None:
    (tmp_path / "c.yml").write_text(CATALOG, "utf-8")
    with pytest.raises(metricdsl.MetricError) as raised:
        metricdsl.compile(question, metricdsl.load(tmp_path))
    assert raised.value.diagnostics[0].code == code
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("written", "type_"), [("varchar(20)", "text"), ("int", "integer"), ("DATETIME", "timestamp")]
)
def test_a_database_s_word_for_a_type(tmp_path: Path, written: str, type_: str) -> None:
    (tmp_path / "c.yml").write_text(CATALOG.replace("channel: text", f"channel: {written}"), "utf-8")
    (found,) = metricdsl.load(tmp_path).check()
    assert found.hints == (f"as a type write {type_}; the types are text, integer, number, money, percent, boolean, "
                           "date, timestamp, duration",)  # fmt: skip
    assert found.span is not None


def test_a_broken_view_stops_only_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "c.yml").write_text(CATALOG + "views:\n  v: {foo: 1}\n", "utf-8")
    assert main(["check", "--catalog", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "error[internal]" not in told
    assert "c.yml:16:7" in told
    assert metricdsl.compile("n", metricdsl.load(tmp_path)).sql


def test_a_password_of_a_driver_s_own_address_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for address in ("host=db user=boss password=hunter2x", "Server=db;Uid=boss;Pwd='hun ter2x';"):
        assert main(["run", "--database", address, "revenue"]) != 0
        told = capsys.readouterr().err
        assert "ter2x" not in told
        assert "***" in told
