"""`sources:` reads a catalog's entities from other tables; what is not mapped is unavailable and says so."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import duckdb
import pytest

import metricdsl
from metricdsl import MetricError
from metricdsl.__main__ import main
from metricdsl.model.catalog import Catalog

CATALOG = """
entities:
  customers:
    table: crm.customers
    key: customer_id
    time: acquired_on
    lifetime: {from: acquired_on, to: left_on}
    fields:
      region: {type: text, label: Region}
      acquired_on: date
      left_on: date
  deals:
    table: crm.deals
    key: deal_id
    time: closed_on
    joins: {customer: customers on customer_id, owner: users on owner_id = user_id}
    fields:
      stage: {type: text, values: [open, won, lost]}
      amount: {type: money, unit: USD}
      closed_on: date
      reason: text
      won: stage = 'won'
  users: {table: crm.users, key: user_id, fields: {name: text}}
  visits: {table: crm.visits, key: visit_id, time: visited_on, fields: {visited_on: date}}
metrics:
  won: count(deals where won)
  value: sum(deals.amount where won)
  win_rate: share(deals.won where stage in ('won', 'lost'))
  bad_price: count(deals where reason = 'price')
  joined: count(customers)
  there: count(customers at end)
  visits: count(visits)
  visits_per_deal: visits / won
  team: count(distinct deals.owner)
  misspelt: count(deal)
"""
SOURCES = """
sources:
  customers:
    table: sf.account
    columns: {customer_id: id, region: billing_region, acquired_on: since}
  deals:
    table: sf.opportunity
    columns: {deal_id: id, customer_id: account_id, amount: amount_usd}
    fields:
      is_won: boolean
      is_closed: {type: boolean, column: closed}
      close_date: date
      stage: if(is_won, 'won', if(is_closed, 'lost', 'open'))
      closed_on: if(is_closed, close_date, null)
"""
TABLES = """
CREATE SCHEMA sf;
CREATE TABLE sf.account (id TEXT, billing_region TEXT, since DATE);
CREATE TABLE sf.opportunity (
  id TEXT, account_id TEXT, amount_usd DOUBLE, is_won BOOLEAN, closed BOOLEAN, close_date DATE);
INSERT INTO sf.account VALUES ('A', 'north', '2024-01-05'), ('B', 'south', '2024-02-05');
INSERT INTO sf.opportunity VALUES
  ('1', 'A', 100, true, true, '2025-01-10'), ('2', 'A', 50, false, true, '2025-01-20'),
  ('3', 'B', 70, true, true, '2025-02-10'), ('4', 'B', 900, false, false, '2025-02-20');
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kpis"
    (made / "sources").mkdir(parents=True)
    (made / "catalog.yml").write_text(CATALOG, "utf-8")
    (made / "sources" / "sf.yml").write_text(SOURCES, "utf-8")
    return made


@pytest.fixture
def catalog(folder: Path) -> Catalog:
    return metricdsl.load(folder, sources="sf")


def asked(catalog: Catalog, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        connection.execute(TABLES)
        return list(metricdsl.connect(catalog, connection).ask(question).rows)


def refused(catalog: Catalog, question: str) -> str:
    with pytest.raises(MetricError) as raised:
        catalog.sql(question)
    return str(raised.value)


def test_metrics_read_the_other_tables(catalog: Catalog) -> None:
    assert asked(catalog, "won, value, win_rate") == [(2, 170.0, 2 / 3)]
    assert asked(catalog, "joined") == [(2,)]


def test_joins_compare_the_other_columns(catalog: Catalog) -> None:
    assert asked(catalog, "value by customers.region") == [("north", 100.0), ("south", 70.0)]


def test_a_time_may_be_computed(catalog: Catalog) -> None:
    """The open deal has a close date in the table, and none in the catalog's sense."""
    rows = asked(catalog, "count(deals) as n by month")
    assert [(str(month)[:7], n) for month, n in rows] == [("2025-01", 2), ("2025-02", 1), ("None", 1)]


def test_without_sources_the_catalog_is_as_it_was(folder: Path) -> None:
    """The folder `sources` is not read by itself."""
    sql = metricdsl.load(folder).sql("value")
    assert "crm.deals" in sql
    assert "sf.opportunity" not in sql


def test_a_path_will_do_and_so_will_the_section_in_the_catalog(folder: Path) -> None:
    by_path = metricdsl.load(folder, sources=folder / "sources" / "sf.yml")
    (folder / "tables.yml").write_text(SOURCES, "utf-8")
    inside = metricdsl.load(folder)
    for made in (by_path, inside):
        assert asked(made, "won") == [(2,)]


def test_unavailable_metrics_say_what_is_lacking(catalog: Catalog) -> None:
    assert catalog.unavailable == {
        "bad_price": "field 'reason' of deals is not mapped to a column",
        "there": "field 'left_on' of customers is not mapped to a column",
        "visits": "entity 'visits' is not mapped to a table",
        "visits_per_deal": "entity 'visits' is not mapped to a table",
        "team": "join 'owner' of deals leads to users, which is not mapped to a table",
    }


def test_asking_an_unavailable_metric_names_the_places(catalog: Catalog, folder: Path) -> None:
    source = (folder / "sources" / "sf.yml").as_posix()
    found = refused(catalog, "bad_price")
    assert "error[not-mapped]: field 'reason' of deals is not mapped to a column" in found
    assert f"  its source:\n  --> {source}:6:3\n  6 |   deals:\n" in found
    assert "hint: add `reason: COLUMN` to the `columns:` of its source" in found
    assert "error[not-mapped]: entity 'visits' is not mapped to a table" in refused(catalog, "visits")
    assert "entity 'users' is not mapped to a table" in refused(catalog, "won by users.name")
    assert "hint: add `users:` with its table to the sources" in refused(catalog, "won by deals.owner.name")


def test_grouping_by_what_is_not_mapped_is_refused(catalog: Catalog) -> None:
    assert "field 'reason' of deals is not mapped" in refused(catalog, "won by deals.reason")
    assert "field 'left_on' of customers is not mapped" in refused(catalog, "joined by month on left_on")


def test_what_is_lacking_is_no_mistake(catalog: Catalog) -> None:
    [found] = catalog.check()
    assert "'deal'" in found.message  # the metric that is wrong anyway


def test_names_are_kept_where_only_the_table_is_said(tmp_path: Path) -> None:
    (tmp_path / "c.yml").write_text(
        CATALOG + "sources: {deals: sf.deals, customers: {table: sf.customers}}\n"
    )
    catalog = metricdsl.load(tmp_path)
    assert "sf.deals" in catalog.sql("bad_price")
    assert "sf.customers" in catalog.sql("there")
    assert set(catalog.unavailable) == {"visits", "visits_per_deal", "team"}


def test_a_query_in_place_of_a_table(folder: Path) -> None:
    sources = """
    sources:
      deals:
        sql: SELECT *, close_date AS closed_on FROM sf.opportunity WHERE amount_usd < 100
        columns: {deal_id: id, amount: amount_usd, closed_on: closed_on}
    """
    (folder / "mine.yml").write_text(dedent(sources), "utf-8")
    assert asked(metricdsl.load(folder), "sum(deals.amount) as total") == [(120.0,)]


@pytest.mark.parametrize(
    ("source", "code", "message"),
    [
        ("deals: {columns: {deal_id: id}}", "missing-key", "has neither 'table' nor 'sql'"),
        ("deals: {table: t, column: {deal_id: id}}", "unknown-key", "has no key 'column'"),
        ("deals: {table: t, columns: {deal_id: id, stagee: s}}", "unknown-field",
         "deals has no field 'stagee'"),
        ("deals: {table: t, columns: {stage: s}}", "missing-key", "no column is given for 'deal_id'"),
        ("deals: {table: t, columns: {deal_id: id, won: w}}", "missing-type", "'won' of deals is computed"),
        ("deals: {table: t, columns: {deal_id: id, stage: s}, fields: {stage: text}}", "conflicting-keys",
         "'stage' of deals is given twice"),
        ("deals: {table: t, columns: {amount: a}, fields: {deal_id: lower('X')}}", "computed-field",
         "'deal_id' of deals is compared by joins"),
        ("deals: {table: t, columns: {deal_id: id}, fields: {closed_on: 1 + 1}}", "type-mismatch",
         "declared date"),
        ("dealz: {table: t}", "unknown-entity", "the catalog has no entity 'dealz'"),
    ],
)  # fmt: skip
def test_mistakes_in_sources_are_found_where_they_stand(
    tmp_path: Path, source: str, code: str, message: str
) -> None:
    (tmp_path / "c.yml").write_text(CATALOG, "utf-8")
    (tmp_path / "s.yml").write_text(f"sources:\n  {source}\n", "utf-8")
    found = metricdsl.load(tmp_path).check()
    [problem] = [d for d in found if d.span is not None and d.span.source.name.endswith("s.yml")]
    assert problem.code == code
    assert message in problem.message


def test_a_file_with_an_unknown_name_is_told(folder: Path) -> None:
    with pytest.raises(MetricError, match="the catalog has no sources 'sff'") as raised:
        metricdsl.load(folder, sources="sff")
    assert raised.value.diagnostics[0].hints[0] == "did you mean 'sf'?"
    with pytest.raises(MetricError, match="there is no file"):
        metricdsl.load(folder, sources="none.yml")


def test_tests_of_the_catalog_do_not_depend_on_sources(folder: Path) -> None:
    tests = """
    tests:
      won: {given: {deals: [{stage: won}]}, metric: won, expect: 1}
    """
    (folder / "tests.yml").write_text(dedent(tests), "utf-8")
    (folder / "tables.yml").write_text(SOURCES, "utf-8")
    assert main(["test", str(folder)]) == 0


# --- the command --------------------------------------------------------------------------------------


def test_the_list_says_which_are_unavailable_and_why(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--catalog", str(folder), "--sources", "sf"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert lines["visits"].endswith("(unavailable: entity 'visits' is not mapped to a table)")
    assert "unavailable" not in lines["won"]
    assert main(["list", "--catalog", str(folder), "--sources", "sf", "--json"]) == 0
    listed = {metric["name"]: metric["unavailable"] for metric in json.loads(capsys.readouterr().out)}
    assert listed["won"] is None
    assert listed["visits"] == "entity 'visits' is not mapped to a table"


def test_pyproject_names_the_sources(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = folder.parent
    monkeypatch.chdir(project)
    for sources in ("sf", "kpis/sources/sf.yml"):
        settings = f'[tool.metricdsl]\ncatalog = "kpis"\nsources = "{sources}"\n'
        (project / "pyproject.toml").write_text(settings, "utf-8")
        assert main(["sql", "won"]) == 0
        assert "sf.opportunity" in capsys.readouterr().out
    assert main(["sql", "won", "--catalog", "kpis"]) == 0  # another catalog has nothing to do with them
    assert "crm.deals" in capsys.readouterr().out


def test_what_is_lacking_slices_nothing(catalog: Catalog) -> None:
    from metricdsl.show.definition import definition

    found = definition(catalog, "won").dimensions
    assert found["deals"] == ("stage", "amount", "closed_on", "won")
    assert "users" not in found
    assert found["customers"] == ("region", "acquired_on")


def test_the_date_of_a_snapshot_need_not_be_a_field(tmp_path: Path) -> None:
    text = """
    entities:
      balances: {table: b, key: [account, day], snapshot: day, fields: {amount: number}}
    metrics: {balance: sum(balances.amount at end)}
    sources:
      balances: {table: bank.saldo, columns: {account: konto, day: tag, amount: betrag}}
    """
    (tmp_path / "c.yml").write_text(dedent(text), "utf-8")
    catalog = metricdsl.load(tmp_path)
    assert [str(d) for d in catalog.check()] == []
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE SCHEMA bank; CREATE TABLE bank.saldo (konto TEXT, tag DATE, betrag INTEGER)"
        )
        rows = "('a', '2025-01-10', 5), ('a', '2025-01-20', 7), ('b', '2025-02-03', 10)"
        connection.execute(f"INSERT INTO bank.saldo VALUES {rows}")
        asked = metricdsl.connect(catalog, connection).ask("balance by month for 2025-01 to 2025-02")
        assert [value for _, value in asked.rows] == [7, 17]
    (tmp_path / "c.yml").write_text(dedent(text).replace(", day: tag", ""), "utf-8")
    [problem] = metricdsl.load(tmp_path).check()
    assert "no column is given for 'day'" in problem.message
