"""`kpi init`: what is read from a live database, and the catalog that is proposed from it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl import demo
from metricdsl.__main__ import main
from metricdsl.run.opening import open_database
from metricdsl.scaffold import matching, writing
from metricdsl.scaffold.tables import Column, Reference, Table, kind_of, read_tables
from metricdsl.settings import shipped_catalog

SHOP = """
CREATE SCHEMA shop;
CREATE TABLE shop.accounts (id VARCHAR(20) PRIMARY KEY, region VARCHAR(20), signed_up_on DATE);
CREATE TABLE shop.owners (owner_id INTEGER, name VARCHAR(20));
CREATE TABLE shop.deals (
  deal_id INTEGER PRIMARY KEY, account_id VARCHAR(20) REFERENCES shop.accounts (id), owner_id INTEGER,
  amount DECIMAL(10, 2), closed BOOLEAN, made_at TIMESTAMP WITH TIME ZONE, close_date DATE, notes JSON);
CREATE TABLE shop."Order lines" (
  "order" INTEGER, line INTEGER, "Price, net" REAL, PRIMARY KEY ("order", line));
CREATE TABLE shop.shipments (
  shipment_id INTEGER PRIMARY KEY, "order" INTEGER, line INTEGER, sent_at TIMESTAMP,
  FOREIGN KEY ("order", line) REFERENCES shop."Order lines" ("order", line));
COMMENT ON TABLE shop.accounts IS 'Who buys: "ours"';
COMMENT ON COLUMN shop.accounts.region IS 'The region''s name # in English';
"""
TABLES = {
    "accounts": Table(
        ("shop", "accounts"),
        (Column("id", "", "text"), Column("region", "", "text", "The region's name # in English"),
         Column("signed_up_on", "", "date")),
        ("id",), (), 'Who buys: "ours"',
    ),
    "deals": Table(
        ("shop", "deals"),
        (Column("deal_id", "", "integer"), Column("account_id", "", "text"),
         Column("owner_id", "", "integer"),
         Column("amount", "", "number"), Column("closed", "", "boolean"), Column("made_at", "", "timestamp"),
         Column("close_date", "", "date"), Column("notes", "", None)),
        ("deal_id",), (Reference(("shop", "accounts"), (("account_id", "id"),)),),
    ),
    "shipments": Table(
        ("shop", "shipments"),
        (Column("shipment_id", "", "integer"), Column("order", "", "integer"), Column("line", "", "integer"),
         Column("sent_at", "", "timestamp")),
        ("shipment_id",), (Reference(("shop", "Order lines"), (("order", "order"), ("line", "line"))),),
    ),
}  # fmt: skip


def plain(table: Table) -> Table:
    """Without the database's own words for types."""
    columns = tuple(Column(c.name, "", c.kind, c.comment) for c in table.columns)
    return Table(table.id, columns, table.key, table.references, table.comment)


@pytest.fixture
def shop(tmp_path: Path) -> str:
    with duckdb.connect(tmp_path / "sales.duckdb") as connection:
        connection.execute(SHOP)
    return f"duckdb:///{tmp_path / 'sales.duckdb'}"


def proposed(url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.chdir(folder)
    assert main(["init", "--database", url, "--output", "kpis"]) == 0
    return {
        f.relative_to(folder / "kpis").as_posix(): f.read_text("utf-8")
        for f in (folder / "kpis").rglob("*.yml")
    }


def check_shop(tables: Sequence[Table]) -> None:
    found = {table.id[1]: plain(table) for table in tables}
    assert set(found) == {"accounts", "deals", "owners", "Order lines", "shipments"}
    for name, expected in TABLES.items():
        assert found[name] == expected
    assert found["Order lines"].key == ("order", "line")


def test_duckdb_is_read(shop: str) -> None:
    tables = read_tables(open_database(shop))
    check_shop(tables)
    [made_at] = [c for t in tables for c in t.columns if c.name == "made_at"]
    assert made_at.is_instant


@pytest.mark.postgres
def test_postgres_is_read(database: Callable[[str], Any]) -> None:
    import psycopg

    server = database("postgres")
    server.load(())
    with psycopg.connect(server.target, autocommit=True) as made:
        made.execute("DROP SCHEMA IF EXISTS shop CASCADE")
        made.execute(SHOP)  # type: ignore[arg-type]  # a text of ours
    try:
        tables = [t for t in read_tables(open_database(server.target)) if t.id[0] == "shop"]
        check_shop(tables)
        [made_at] = [c for t in tables for c in t.columns if c.name == "made_at"]
        assert made_at.is_instant
    finally:
        with psycopg.connect(server.target, autocommit=True) as made:
            made.execute("DROP SCHEMA shop CASCADE")


def test_sqlite_is_read(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "s.sqlite") as made:
        made.executescript(
            "CREATE TABLE accounts (id TEXT PRIMARY KEY, since DATE);"
            "CREATE TABLE deals (id INTEGER PRIMARY KEY, account_id TEXT REFERENCES accounts, at DATETIME);"
        )
    accounts, deals = read_tables(open_database(f"sqlite:///{tmp_path / 's.sqlite'}"))
    assert (accounts.id, accounts.key) == (("", "accounts"), ("id",))
    assert deals.references == (Reference(("", "accounts"), (("account_id", "id"),)),)
    assert [column.kind for column in deals.columns] == ["integer", "text", "timestamp"]


@pytest.mark.parametrize(
    ("declared", "kind"),
    [
        ("INTEGER", "integer"), ("bigint", "integer"), ("interval", None), ("numeric(10,2)", "number"),
        ("double precision", "number"), ("character varying", "text"), ("uuid", "text"), ("DATE", "date"),
        ("timestamp without time zone", "timestamp"), ("TIMESTAMP WITH TIME ZONE", "timestamp"),
        ("time without time zone", None), ("DATETIME", "timestamp"), ("boolean", "boolean"), ("jsonb", None),
        ("INTEGER[]", None), ("STRUCT(a INTEGER)", None), ("TIMESTAMP_NS", "timestamp"), ("", None),
    ],
)  # fmt: skip
def test_types(declared: str, kind: str | None) -> None:
    assert kind_of(declared) == kind


def test_the_proposed_catalog_is_right_and_answers(
    shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = proposed(shop, tmp_path, monkeypatch)
    assert set(files) == {"catalog.yml", "entities.yml", "metrics.yml", "sources/crm.yml"}
    catalog = metricdsl.load(tmp_path / "kpis")
    assert [str(d) for d in catalog.check()] == []
    deals = catalog.definitions.entity("deals")
    assert deals.key == ("deal_id",)
    assert {j.name: (j.target, j.columns) for j in deals.joins.values()} == {
        "account": ("accounts", (("account_id", "id"),)),
        "owner": ("owners", (("owner_id", "owner_id"),)),
    }
    lines = catalog.definitions.entity("shipments").joins["order_line"]
    assert lines.columns == (("order", "order"), ("line", "line"))
    accounts = catalog.entries.entities["accounts"].model
    assert accounts.description == 'Who buys: "ours"'
    assert accounts.fields["region"].description == "The region's name # in English"
    with metricdsl.connect(catalog, shop) as session:
        for metric in catalog.entries.metrics:
            assert session.ask(f"`{metric}`").rows == [(0,)]
        assert session.ask("deals by accounts.region, owners.name").rows == []


def test_what_cannot_be_known_is_a_todo(shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entities = proposed(shop, tmp_path, monkeypatch)["entities.yml"]
    for remark in (
        "# TODO: no primary key is declared; is this one unique and never null?\n    key: owner_id",
        "# TODO: only the names say so\n      owner: owners on owner_id",
        "amount: {type: number} # TODO: money?",
        "# TODO: is this the time of a row? There are also ",
        "# notes is left out: a field cannot be JSON",
    ):
        assert remark in entities


def test_a_person_is_asked_for_the_currency_and_the_time(shop: str, tmp_path: Path) -> None:
    asked = []

    def answer(question: str, choices: Sequence[str]) -> str | None:
        asked.append((question, tuple(choices)))
        return "JPY" if not choices else "made_at"

    tables = read_tables(open_database(shop))
    made = writing.files(tables, metricdsl.load(shipped_catalog()), tmp_path / "kpis", answer)
    assert [choices for _, choices in asked] == [(), ("made_at", "close_date")]
    assert "currency: JPY" in made["catalog.yml"]
    assert "amount: {type: money, unit: JPY}\n" in made["entities.yml"]
    assert "    time: made_at\n" in made["entities.yml"]
    writing.write(tmp_path / "kpis", made)
    assert [str(d) for d in metricdsl.load(tmp_path / "kpis").check()] == []


def test_nothing_is_overwritten(
    shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kpis").mkdir()
    (tmp_path / "kpis" / "entities.yml").write_text("mine", "utf-8")
    assert main(["init", "--database", shop]) == 1
    assert "nothing is written, since there is already kpis/entities.yml" in capsys.readouterr().err
    assert [f.name for f in (tmp_path / "kpis").iterdir()] == ["entities.yml"]
    assert (tmp_path / "kpis" / "entities.yml").read_text("utf-8") == "mine"


def test_the_demo_is_recognised_as_the_shipped_catalog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with duckdb.connect(tmp_path / "demo.duckdb") as made:
        demo.create(made, scale=0.02)
    monkeypatch.chdir(tmp_path)
    words = ["init", "--database", "demo.duckdb", "--catalog", str(shipped_catalog()), "--json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["tables"] == len(
        metricdsl.load(shipped_catalog()).entries.entities
    )
    mapped = metricdsl.load(shipped_catalog(), sources=tmp_path / "kpis" / "sources" / "crm.yml")
    assert [str(d) for d in mapped.check()] == []
    assert mapped.unavailable == {}
    plain_sql = metricdsl.load(shipped_catalog()).sql("win_rate by month", as_of=demo.UNTIL)
    assert mapped.sql("win_rate by month", as_of=demo.UNTIL) == plain_sql


def test_a_mapping_by_names_is_right_and_says_what_is_open(
    shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = proposed(shop, tmp_path, monkeypatch)["sources/crm.yml"]
    mapped = metricdsl.load(shipped_catalog(), sources=tmp_path / "kpis" / "sources" / "crm.yml")
    assert [str(d) for d in mapped.check()] == []
    opportunities = mapped.definitions.entity("opportunities")
    assert opportunities.table == "shop.deals"
    assert opportunities.joins["customer"].columns == (("account_id", "id"),)
    assert "closed_on: close_date # TODO: is it the same moment?" in text
    assert "# TODO: without a column: " in text


def test_other_systems_are_recognised() -> None:
    names = ("account", "opportunity", "opportunity_field_history", "lead", "task")
    assert matching.known_system([Table(("sf", n), ()) for n in names]) == "salesforce"
    assert matching.known_system([Table(("sf", n), ()) for n in names[:2]]) is None


def test_an_empty_database_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    duckdb.connect(tmp_path / "e.duckdb").close()
    assert main(["init", "--database", f"duckdb:///{tmp_path / 'e.duckdb'}"]) == 1
    assert "has no table that may be read" in capsys.readouterr().err
