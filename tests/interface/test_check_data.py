"""`kpi check --data`: tables broken by hand, on each engine, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

import metricdsl
from metricdsl import __main__ as command
from metricdsl.errors import Diagnostic
from metricdsl.run import failure
from metricdsl.run.column_types import family, fits, has_zone
from metricdsl.run.failure import DatabaseError
from tests.engines import Table

ROOT = Path(__file__).parents[2]
CATALOG = """\
catalog: shop
entities:
  customers:
    table: shop.customers
    key: customer_id
    fields:
      customer_id: integer
      region: {type: text, values: [north, south]}
  prices:
    table: shop.prices
    key: [product, valid_from]
    lifetime: {from: valid_from, to: valid_to}
    fields:
      product: text
      valid_from: date
      valid_to: date
      price: money
  orders:
    table: shop.orders
    key: order_id
    time: ordered_on
    joins:
      customer: customers on customer_id
      price: prices on product as of ordered_on
    fields:
      order_id: integer
      ordered_on: date
      amount: money
      big: amount > 100
metrics:
  revenue: sum(orders.amount)
  big_orders: count(orders where big)
"""
CUSTOMERS = Table(
    "shop.customers", ("customer_id", "region"), ("integer", "text"), ((1, "north"), (2, "south"), (3, None))
)
PRICES = Table(
    "shop.prices", ("product", "valid_from", "valid_to", "price"), ("text", "date", "date", "money"),
    (
        ("tea", date(2024, 1, 1), date(2024, 7, 1), 3),
        ("tea", date(2024, 7, 1), None, 4),
        ("jam", date(2024, 1, 1), None, 5),
    ),
)  # fmt: skip
ORDERS = Table(
    "shop.orders", ("order_id", "customer_id", "product", "ordered_on", "amount"),
    ("integer", "integer", "text", "date", "money"),
    ((10, 1, "tea", date(2024, 7, 1), 30), (11, None, "jam", date(2024, 2, 1), 200)),
)  # fmt: skip
SOUND = (CUSTOMERS, PRICES, ORDERS)


@pytest.fixture(params=["duckdb", "postgres"])
def check(request: pytest.FixtureRequest, database: Callable[[str], Any], tmp_path: Path) -> Any:
    """`check(tables, catalog)`: what is found on an engine; the sound tables stand for those left out."""
    engine = database(request.param)

    def call(*broken: Table, catalog: str = CATALOG, without: str = "") -> list[Diagnostic]:
        tables = {table.name: table for table in (*SOUND, *broken)}
        engine.load(tuple(table for table in tables.values() if table.name != without))
        (tmp_path / "shop.yml").write_text(catalog, "utf-8")
        with metricdsl.connect(tmp_path, engine.target) as session:
            return session.check()

    return call


def rows(table: Table, *added: tuple[Any, ...]) -> Table:
    return Table(table.name, table.columns, table.types, (*table.rows, *added))


def typed(table: Table, column: str, kind: str) -> Table:
    """The same table, empty, with another type of one column."""
    types = tuple(kind if c == column else t for c, t in zip(table.columns, table.types, strict=True))
    return Table(table.name, table.columns, types, ())


def under(found: Diagnostic) -> str:
    assert found.span is not None
    return found.span.source.text[found.span.start : found.span.end]


def only(found: list[Diagnostic], code: str, severity: str = "error") -> Diagnostic:
    """The one diagnostic, which must be the only one at all."""
    assert [(d.code, d.severity) for d in found] == [(code, severity)], "\n".join(map(str, found))
    return found[0]


def test_nothing_is_said_of_sound_tables(check: Any) -> None:
    assert check() == []


# --- tables and columns -------------------------------------------------------------------------------


def test_a_missing_table_is_said_with_the_metrics_that_need_it(check: Any) -> None:
    other = Table("shop.order", ("order_id",), ("integer",), ())
    found = only(check(other, without="shop.orders"), "missing-table")
    assert "no table shop.orders" in found.message
    assert under(found) == "shop.orders"
    assert "did you mean 'shop.order'" in found.hints[0]
    assert found.hints[-1] == "needed for revenue, big_orders"


def test_all_missing_columns_are_said_with_what_reads_them(check: Any) -> None:
    orders = Table(
        "shop.orders", ("order_id", "customer", "product", "ordered_on", "amounts"),
        ("integer", "integer", "text", "date", "money"), (),
    )  # fmt: skip
    found = {d.message.split("'")[1]: d for d in check(orders)}
    assert {d.code for d in found.values()} == {"missing-column"}
    assert found.keys() == {"amount", "customer_id"}
    assert "field 'amount' reads" in found["amount"].message
    assert found["amount"].hints == ("did you mean 'amounts'?", "needed for revenue, big_orders")
    assert "join 'customer' reads" in found["customer_id"].message
    assert under(found["customer_id"]) == "customers on customer_id"
    assert "'customer'" in found["customer_id"].hints[0]


def test_what_a_query_lacks_is_said_at_the_query(check: Any) -> None:
    catalog = CATALOG.replace("table: shop.customers", "sql: SELECT customer_id, area FROM shop.customers")
    found = only(check(catalog=catalog), "missing-column")
    assert "area" in found.message
    assert under(found).startswith("SELECT")


def test_a_query_is_checked_like_a_table(check: Any) -> None:
    catalog = CATALOG.replace(
        "table: shop.customers", "sql: SELECT 1 AS customer_id, 'x' AS region FROM shop.orders"
    )
    codes = {d.code: d for d in check(catalog=catalog)}
    assert codes.keys() == {"repeated-key", "other-values"}
    assert codes["repeated-key"].message.endswith(": customer_id 1")


def test_the_column_of_a_field_may_have_another_name(check: Any) -> None:
    catalog = CATALOG.replace("amount: money", "amount: {type: money, column: paid}")
    found = only(check(catalog=catalog), "missing-column")
    assert under(found) == "paid"


def test_a_key_that_is_computed_is_no_column(check: Any) -> None:
    catalog = CATALOG.replace("key: order_id", "key: big")
    found = only(check(catalog=catalog), "missing-column")
    assert found.message == "shop.orders has no column 'big', which the key reads"
    assert under(found) == "big"


@pytest.mark.parametrize(
    ("column", "kind", "said"),
    [
        ("ordered_on", "timestamp", "field 'ordered_on' is of type date"),
        ("ordered_on", "text", "field 'ordered_on' is of type date"),
        ("amount", "text", "field 'amount' is of type money"),
        ("amount", "boolean", "field 'amount' is of type money"),
    ],
)
def test_a_column_of_another_type_than_its_field(check: Any, column: str, kind: str, said: str) -> None:
    found = only(check(typed(ORDERS, column, kind)), "wrong-type")
    assert said in found.message
    assert f"declare it as `type: {kind}`" in found.hints[0]


def test_numbers_of_any_width_fit(check: Any) -> None:
    assert check(typed(ORDERS, "amount", "number")) == []
    assert check(typed(ORDERS, "amount", "integer")) == []


def test_joined_columns_of_different_types(check: Any) -> None:
    found = only(check(typed(ORDERS, "customer_id", "text")), "join-types")
    assert "orders.customer_id" in found.message
    assert "customers.customer_id" in found.message
    assert under(found) == "customers on customer_id"


def test_a_time_zone_that_only_one_of_them_knows(check: Any) -> None:
    catalog = CATALOG.replace("ordered_on: date", "ordered_on: timestamp")
    found = only(check(typed(ORDERS, "ordered_on", "timestamptz"), catalog=catalog), "column-zone", "warning")
    assert "stored_in: instant" in found.hints[0]
    catalog = CATALOG.replace("ordered_on: date", "ordered_on: {type: timestamp, stored_in: instant}")
    assert check(typed(ORDERS, "ordered_on", "timestamptz"), catalog=catalog) == []
    only(check(typed(ORDERS, "ordered_on", "timestamp"), catalog=catalog), "column-zone")


# --- rows ---------------------------------------------------------------------------------------------


def test_keys_are_unique_and_never_null(check: Any) -> None:
    more = [(n, "north") for n in (1, 2, 3, 4, 4, 1)]
    found = {d.code: d for d in check(rows(CUSTOMERS, *more, (None, "south"), (None, None)))}
    assert found.keys() == {"null-key", "repeated-key"}
    assert found["null-key"].message.startswith("2 rows of customers have no key")
    repeated = found["repeated-key"]
    assert repeated.message.startswith("4 keys of customers have several rows")
    assert repeated.message.endswith("customer_id 1, 2, 3, …")  # the one with most rows first
    assert repeated.severity == "error"
    assert under(repeated) == "customer_id"


def test_a_key_of_two_columns_is_one_key(check: Any) -> None:
    ended = rows(PRICES, ("jam", date(2024, 1, 1), date(2024, 1, 1), 6), ("tea", None, None, 1))
    found = {d.code: d for d in check(ended)}
    assert found.keys() == {"null-key", "repeated-key", "no-time"}
    assert "('jam', 2024-01-01)" in found["repeated-key"].message


def test_a_lifetime_that_ends_before_it_begins(check: Any) -> None:
    wrong = rows(
        PRICES, ("rye", date(2024, 3, 2), date(2024, 3, 1), 6), ("oat", date(2024, 3, 1), date(2024, 3, 1), 6)
    )
    found = only(check(wrong), "reversed-lifetime")
    assert found.message == "1 row of prices ends before valid_from: ('rye', 2024-03-02)"
    inclusive = CATALOG.replace("to: valid_to}", "to: valid_to, inclusive: true}")
    assert "reversed-lifetime" in {d.code for d in check(wrong, catalog=inclusive)}


def test_a_history_with_two_rows_at_once(check: Any) -> None:
    long = rows(PRICES, ("tea", date(2023, 1, 1), date(2024, 1, 2), 9), ("rye", date(2024, 1, 1), None, 9))
    found = only(check(long), "overlapping-lifetimes")
    assert found.message == "several rows of prices are alive at the same time for 1 product: 'tea'"
    words, place = found.related[0]
    assert words == "'price' of orders would count rows twice"
    assert place.source.text[place.start : place.end] == "prices on product as of ordered_on"


def test_a_last_day_alive_and_the_next_first_day_overlap(check: Any) -> None:
    inclusive = CATALOG.replace("to: valid_to}", "to: valid_to, inclusive: true}")
    only(check(catalog=inclusive), "overlapping-lifetimes")  # 1 July is in both prices of tea
    touching = Table(PRICES.name, PRICES.columns, PRICES.types, (
        ("tea", date(2024, 1, 1), date(2024, 6, 30), 3), *PRICES.rows[1:],
    ))  # fmt: skip
    assert check(touching, catalog=inclusive) == []


def test_an_empty_life_overlaps_nothing(check: Any) -> None:
    assert check(rows(PRICES, ("tea", date(2024, 3, 1), date(2024, 3, 1), 9))) == []


def test_values_that_are_not_listed(check: Any) -> None:
    found = only(check(rows(CUSTOMERS, (4, "North"), (5, "North"), (6, "west"))), "other-values", "warning")
    assert found.message == "3 rows of customers have an unlisted 'region': 'North' (2 rows), 'west' (1 row)"
    assert under(found) == "[north, south]"


def test_rows_that_lead_nowhere(check: Any) -> None:
    lost = [(number, 8, "jam", date(2024, 3, 1), 1) for number in (12, 13)]
    found = only(check(rows(ORDERS, *lost)), "orphans", "warning")
    assert found.message == "2 rows of orders lead to no row of customers: customer_id 8"
    assert under(found) == "customers on customer_id"


def test_rows_before_the_first_row_of_a_history_lead_nowhere(check: Any) -> None:
    early = rows(ORDERS, (12, 1, "tea", date(2023, 12, 31), 1))
    found = only(check(early), "orphans", "warning")
    assert found.message == "1 row of orders leads to no row of prices at ordered_on: product 'tea'"


def test_rows_without_time(check: Any) -> None:
    found = only(check(rows(ORDERS, (12, 1, "tea", None, 1))), "no-time", "warning")
    assert found.message == "1 row of orders has no time: ordered_on is null"
    assert under(found) == "ordered_on"


def test_everything_is_said_at_once_beside_what_is_wrong_in_the_catalog(check: Any) -> None:
    catalog = CATALOG + "  broken: sum(orders.amuont)\n"
    broken = (
        rows(CUSTOMERS, (1, "east")),
        typed(PRICES, "price", "text"),
        rows(ORDERS, (10, 9, "tea", None, 1)),
    )
    found = check(*broken, catalog=catalog)
    assert {d.code for d in found} == {
        "unknown-name", "repeated-key", "other-values", "wrong-type", "orphans", "no-time",
    }  # fmt: skip
    assert all(d.span is not None for d in found)
    places = [d.span.start for d in found]
    assert places == sorted(places)


# --- on DuckDB only -----------------------------------------------------------------------------------


def test_the_demo_has_no_errors() -> None:
    from metricdsl import demo

    with duckdb.connect() as made:
        demo.create(made, scale=0.05)
        with metricdsl.connect(ROOT / "metrics_catalog", made) as session:
            found = session.check()
    assert [str(d) for d in found if d.severity == "error"] == []
    assert {d.code for d in found} <= {"orphans", "no-time"}


def test_timestamps_are_compared_in_the_catalog_s_zone(tmp_path: Path) -> None:
    """In Tokyo 1 July begins at 15:00 UTC the day before: a life until then is over, not one second long."""
    catalog = "catalog: t\ntimezone: Asia/Tokyo\n" + CATALOG.partition("\n")[2]
    catalog = catalog.replace("valid_from: date", "valid_from: timestamp")
    (tmp_path / "shop.yml").write_text(catalog, "utf-8")
    with duckdb.connect() as made:
        made.execute("CREATE SCHEMA shop")
        made.execute("CREATE TABLE shop.customers AS SELECT 1 AS customer_id, 'north' AS region")
        made.execute(
            "CREATE TABLE shop.prices (product TEXT, valid_from TIMESTAMP, valid_to DATE, price INTEGER)"
        )
        made.execute("CREATE TABLE shop.orders (order_id INTEGER, customer_id INTEGER, product TEXT,"
                     " ordered_on DATE, amount DOUBLE)")  # fmt: skip
        made.execute("INSERT INTO shop.prices VALUES ('a', ?, ?, 1), ('b', ?, ?, 1)",
                     [datetime(2024, 6, 30, 14, 59), date(2024, 7, 1), datetime(2024, 6, 30, 15, 1),
                      date(2024, 7, 1)])  # fmt: skip
        with metricdsl.connect(tmp_path, made) as session:
            found = session.check()
    assert only(found, "reversed-lifetime").message.startswith("1 row of prices ends before valid_from: ('b'")


class Refusing:
    """A database that refuses statements with a word in them."""

    dialect, name = "duckdb", "the database"

    def __init__(self, connection: duckdb.DuckDBPyConnection, word: str, error: Callable[..., Any]) -> None:
        self.connection, self.word, self.error = connection, word, error

    def execute(self, sql: str, timeout: float | None = None, progress: object = None) -> Any:
        if self.word in sql:
            raise self.error(self.name, "you may not")
        return self.connection.sql(sql).to_arrow_table()

    def close(self) -> None:
        self.connection.close()


def test_what_was_found_is_said_where_the_database_fails(tmp_path: Path) -> None:
    (tmp_path / "shop.yml").write_text(CATALOG.partition("  prices:")[0], "utf-8")
    made = duckdb.connect()
    made.execute("CREATE SCHEMA shop")
    made.execute("CREATE TABLE shop.customers AS SELECT 1 AS customer_id, 'east' AS region")
    refusing = Refusing(made, "HAVING", failure.no_permission)
    with metricdsl.connect(tmp_path, refusing) as session, pytest.raises(DatabaseError) as error:
        session.check()
    assert [d.code for d in error.value.diagnostics] == ["other-values", "permission"]


def test_a_database_that_tells_no_types_is_checked_without(tmp_path: Path) -> None:
    (tmp_path / "shop.yml").write_text(CATALOG.partition("  prices:")[0], "utf-8")
    made = duckdb.connect()
    made.execute("CREATE SCHEMA shop")
    made.execute("CREATE TABLE shop.customers AS SELECT '1' AS customer_id, 'east' AS region")
    with metricdsl.connect(tmp_path, Refusing(made, "TYPEOF", failure.other)) as session:
        found = session.check()
    assert [(d.code, d.severity) for d in found] == [
        ("unknown-types", "warning"),
        ("other-values", "warning"),
    ]


# --- the command --------------------------------------------------------------------------------------


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """`run("--data")`: exit code, output and errors of `kpi check`, beside `data.duckdb` with one table."""
    (tmp_path / "kpis").mkdir()
    (tmp_path / "kpis" / "shop.yml").write_text(CATALOG.partition("  prices:")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("METRICDSL_DEBUG", "1")

    def call(region: str, *arguments: str) -> tuple[int, str, str]:
        Path("data.duckdb").unlink(missing_ok=True)
        with duckdb.connect("data.duckdb") as made:
            made.execute("CREATE SCHEMA shop")
            made.execute("CREATE TABLE shop.customers (customer_id INTEGER, region TEXT)")
            made.execute("INSERT INTO shop.customers VALUES (1, ?), (2, 'north')", [region])
            if region == "twice":
                made.execute("INSERT INTO shop.customers VALUES (2, 'north')")
        code = command.main(["check", "kpis", *arguments])
        output = capsys.readouterr()
        return code, output.out, output.err

    return call


def test_the_command_ends_with_1_only_for_errors(run: Any) -> None:
    data = ("--data", "--database", "duckdb:///data.duckdb")
    code, out, err = run("south", *data)
    assert (code, err) == (0, "")
    assert "nothing is wrong" in out
    code, out, err = run("east", *data)
    assert code == 0
    assert "warning[other-values]" in err
    assert "1 warning" in out
    code, out, err = run("twice", *data)
    assert code == 1
    assert "error[repeated-key]" in err
    assert "^^^^^^^^^^^" in err
    assert "1 error, 1 warning" in out


def test_the_command_speaks_json(run: Any) -> None:
    code, out, err = run("twice", "--data", "--database", "duckdb:///data.duckdb", "--json")
    assert (code, out) == (1, "")
    errors = json.loads(err)["errors"]
    assert [(e["code"], e["severity"]) for e in errors] == [
        ("repeated-key", "error"),
        ("other-values", "warning"),
    ]
    assert errors[0]["file"].endswith("shop.yml")
    assert (errors[0]["line"], errors[0]["column"]) == (5, 10)


def test_the_command_ends_with_3_without_a_database(run: Any) -> None:
    code, _, err = run("south", "--data", "--database", "duckdb:///nowhere.duckdb")
    assert code == 3
    assert "nowhere.duckdb" in err


def test_a_database_without_data_is_refused(run: Any) -> None:
    code, _, err = run("south", "--database", "duckdb:///data.duckdb")
    assert code == 2
    assert "--data" in err


# --- the names of types -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("declared", "wanted"),
    [
        ("timestamp without time zone", "timestamp"), ("TIMESTAMP_NS", "timestamp"), ("DATE", "date"),
        ("time without time zone", "other"), ("interval", "other"), ("INTEGER[]", "other"),
        ("jsonb", "other"), ("HUGEINT", "number"), ("UINTEGER", "number"), ("int4", "number"),
        ("double precision", "number"), ("DECIMAL(18,2)", "number"), ("character varying", "text"),
        ("VARCHAR(16)[LOB]", "text"), ("ENUM('list', 'time')", "text"), ("uuid", "uuid"),
        ("point", None), ("deal_stage", None), ("null", None),
    ],
)  # fmt: skip
def test_families_of_types(declared: str, wanted: str | None) -> None:
    assert family(declared) == wanted


def test_what_fits_a_field() -> None:
    assert fits("text", "uuid", "postgres")
    assert fits("text", "deal_stage", "postgres")  # an enum of one's own
    assert not fits("timestamp", "DATE", "duckdb")
    assert not fits("date", "text", "duckdb")
    assert fits("date", "text", "sqlite")
    assert fits("boolean", "integer", "sqlite")
    assert not fits("duration", "interval", "postgres")


def test_zones_by_the_names_of_types() -> None:
    zoned = ("TIMESTAMP WITH TIME ZONE", "timestamptz", "TIMESTAMP_TZ(9)", "TIMESTAMP_LTZ(9)")
    assert all(map(has_zone, zoned))
    assert not any(map(has_zone, ("timestamp without time zone", "TIMESTAMP_NTZ(9)", "TIMESTAMP_NS")))
