"""BigQuery through Google's own client, before a server that answers as BigQuery does."""

from __future__ import annotations

import _thread
import re
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pytest

import metricdsl
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from tests.engines import Table

bigquery = pytest.importorskip(
    "google.cloud.bigquery", reason="the package google-cloud-bigquery is not installed"
)

from tests.interface.fake_bigquery import Answer, BigQuery, Failed, serving  # noqa: E402

ONE: Answer = ([("n", "INTEGER")], [(1,)])


@pytest.fixture
def server() -> Iterator[tuple[BigQuery, str]]:
    with serving(lambda sql: ONE) as found:
        yield found


def url(address: str, more: str = "") -> str:
    return f"bigquery://shop/crm?endpoint={address}{more}"


def code(error: pytest.ExceptionInfo[DatabaseError]) -> str:
    return error.value.diagnostics[0].code


# --- rows -----------------------------------------------------------------------------------------


def test_rows_of_every_type_in_several_pages(server: tuple[BigQuery, str]) -> None:
    moment = datetime(2025, 1, 2, 3, 4, 5, 678000)
    full = (
        1,
        1.5,
        Decimal("1.25"),
        Decimal("2.5"),
        True,
        "a",
        date(1950, 1, 2),
        moment,
        moment.replace(tzinfo=UTC),
    )
    kinds = (
        "INTEGER",
        "FLOAT",
        "NUMERIC",
        "BIGNUMERIC",
        "BOOLEAN",
        "STRING",
        "DATE",
        "DATETIME",
        "TIMESTAMP",
    )
    rows: list[tuple[Any, ...]] = [full, (None,) * 9] * 4
    server[0].run = lambda sql: ([(f"c{i}", kind) for i, kind in enumerate(kinds)], rows)
    database: Any = open_database(url(server[1]))
    table = database.execute("SELECT 1")
    assert [tuple(row.values()) for row in table.to_pylist()] == rows
    assert database.schema("SELECT 1").types == table.schema.types
    database.close()


def test_an_answer_without_rows_has_its_columns(server: tuple[BigQuery, str]) -> None:
    server[0].run = lambda sql: ([("day", "DATE"), ("n", "INTEGER")], [])
    table = open_database(url(server[1])).execute("SELECT 1")
    assert table.num_rows == 0
    assert table.schema.types == [pyarrow.date32(), pyarrow.int64()]


# --- what a job is told -----------------------------------------------------------------------------


def test_a_job_says_whose_it_is_and_has_its_limits(server: tuple[BigQuery, str]) -> None:
    database = open_database(url(server[1], "&maximum_bytes_billed=1000&location=EU"))
    assert database.dialect == "bigquery"
    database.execute("SELECT 1", timeout=60)
    job = server[0].last.configuration
    assert job["labels"] == {"application": "metricdsl"}
    assert int(job["jobTimeoutMs"]) == 62_000
    assert job["query"]["maximumBytesBilled"] == "1000"
    assert job["query"]["defaultDataset"] == {"projectId": "shop", "datasetId": "crm"}
    assert job["query"]["useLegacySql"] is False
    assert any("metricdsl" in agent for agent in server[0].agents)


def test_the_types_of_columns_are_told_without_reading(server: tuple[BigQuery, str]) -> None:
    database: Any = open_database(url(server[1]))
    assert database.schema("SELECT 1").names == ["n"]
    assert server[0].last.configuration["dryRun"] is True
    assert not any("queries" in request for request in server[0].requests)


@pytest.mark.filterwarnings("ignore:Cannot create BigQuery Storage client")
def test_clients_of_the_user_keep_their_settings_and_stay_open(server: tuple[BigQuery, str]) -> None:
    from google.auth.credentials import AnonymousCredentials
    from google.cloud.bigquery import Client, QueryJobConfig, dbapi

    config = QueryJobConfig(labels={"team": "sales"}, default_dataset="shop.theirs", maximum_bytes_billed=5)
    client = Client(
        "shop",
        AnonymousCredentials(),
        client_options={"api_endpoint": server[1]},
        default_query_job_config=config,
    )
    for given in (client, dbapi.connect(client)):
        database = open_database(given)
        assert (database.dialect, database.name) == ("bigquery", "the BigQuery client")
        assert database.execute("SELECT 1").to_pylist() == [{"n": 1}]
        job = server[0].last.configuration
        assert job["labels"] == {"team": "sales", "application": "metricdsl"}
        assert job["query"]["defaultDataset"]["datasetId"] == "theirs"
        assert job["query"]["maximumBytesBilled"] == "5"
        database.close()
    assert [tuple(row) for row in client.query("SELECT 1").result()] == [(1,)]


# --- stopping ---------------------------------------------------------------------------------------


def test_a_time_limit_stops_the_job(server: tuple[BigQuery, str]) -> None:
    server[0].go_on.clear()
    database = open_database(url(server[1]))
    with pytest.raises(DatabaseError, match=r"stopped after 0\.5 seconds, the time limit") as caught:
        database.execute("SELECT 1", timeout=0.5)
    assert code(caught) == "timeout"
    assert server[0].last.cancelled
    server[0].go_on.set()
    assert database.execute("SELECT 1").num_rows == 1


def test_the_stop_button_stops_the_job(server: tuple[BigQuery, str]) -> None:
    server[0].go_on.clear()
    database = open_database(url(server[1]))

    def stop() -> None:
        while not server[0].jobs:
            time.sleep(0.01)
        _thread.interrupt_main()

    threading.Thread(target=stop, daemon=True).start()
    with pytest.raises(KeyboardInterrupt):
        database.execute("SELECT 1")
    assert server[0].last.cancelled


# --- errors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "message", "expected", "missing"),
    [
        ("notFound", "Not found: Table shop:crm.orders was not found in location EU", "missing-table", "shop.crm.orders"),
        ("notFound", "Not found: Dataset shop:crm was not found in location US", "missing-dataset", None),
        ("invalidQuery", "Unrecognized name: colour at [1:8]", "missing-column", "colour"),
        ("invalidQuery", "Unrecognized name: `the colour`; Did you mean shade? at [1:8]", "missing-column", "the colour"),
        ("invalidQuery", "Name colour not found inside orders at [3:7]", "missing-column", "colour"),
        ("invalid", 'Table "orders" must be qualified with a dataset (e.g. dataset.table).', "missing-table", None),
        ("invalidQuery", "Bad double value: abc", "database-data", None),
        ("invalidQuery", "Syntax error: Unexpected end of script at [1:9]", "database-error", None),
        ("accessDenied", "Access Denied: Table shop:crm.orders: User does not have permission", "permission", None),
        ("quotaExceeded", "Quota exceeded: Your project exceeded quota for free query bytes", "quota", None),
        ("bytesBilledLimitExceeded", "Query exceeded limit for bytes billed: 1000. 10485760 or higher required.", "quota", None),
        ("stopped", "Job execution was cancelled: Job timed out after 5s", "timeout", None),
        ("stopped", "Job execution was cancelled: User requested cancellation", "cancelled", None),
    ],
)  # fmt: skip
def test_errors_of_jobs(
    reason: str, message: str, expected: str, missing: str | None, server: tuple[BigQuery, str]
) -> None:
    def fail(sql: str) -> Answer:
        raise Failed(reason, message)

    server[0].run = fail
    with pytest.raises(DatabaseError) as caught:
        open_database(url(server[1])).execute("SELECT 1")
    assert code(caught) == expected
    assert (caught.value.missing.name if caught.value.missing else None) == missing
    assert not re.search(r"Job ID|Location:|https?://127|POST|\n\n", str(caught.value).replace(server[1], ""))
    assert caught.value.diagnostics[0].hints or missing or expected in ("cancelled", "database-error")


def test_what_may_pass_is_asked_once_more(server: tuple[BigQuery, str]) -> None:
    left = [
        Failed("jobBackendError", "The job encountered an error during execution. Retrying may solve it.")
    ]

    def fail_once(sql: str) -> Answer:
        if left:
            raise left.pop()
        return ONE

    server[0].run = fail_once
    assert open_database(url(server[1])).execute("SELECT 1").num_rows == 1
    assert len(server[0].jobs) == 2


def test_a_request_that_failed_is_sent_again_for_the_same_job(server: tuple[BigQuery, str]) -> None:
    server[0].refuse = [Failed("backendError", "Try again")]
    assert open_database(url(server[1])).execute("SELECT 1").num_rows == 1
    assert server[0].requests[:2] == ["POST /bigquery/v2/projects/shop/jobs"] * 2
    assert len(server[0].jobs) == 1


def test_a_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metricdsl.run.bigquery.PATIENCE", 0.2)
    with pytest.raises(DatabaseError, match="could not be reached") as caught:
        open_database(url("http://127.0.0.1:1")).execute("SELECT 1")
    assert code(caught) == "database-unreachable"


def test_no_login_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOOGLE_APPLICATION_CREDENTIALS", str(tmp_path / "nothing.json"))
    with pytest.raises(DatabaseError, match="gcloud auth application-default login") as caught:
        open_database("bigquery://shop/crm")
    assert code(caught) == "database-login"


def test_a_key_file_that_is_none_shows_nothing_of_itself(tmp_path: Path) -> None:
    key = tmp_path / "key.json"
    key.write_text('{"type": "service_account", "private_key": "hush"}')
    with pytest.raises(
        DatabaseError, match=r"key\.json cannot be read as the key of a service account"
    ) as caught:
        open_database(f"bigquery://shop/crm?credentials={key}")
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("&maximum_bytes_billed=10GB", "maximum_bytes_billed is a number of bytes, and '10GB' is none"),
        ("&locaton=EU", "'locaton' is no option of the address"),
    ],
)
def test_bad_addresses(more: str, message: str) -> None:
    with pytest.raises(DatabaseError, match=message):
        open_database(url("http://127.0.0.1:1", more))
    with pytest.raises(DatabaseError, match="more than a project and a dataset"):
        open_database("bigquery://shop/crm/orders")


# --- questions --------------------------------------------------------------------------------------

CATALOG = """
timezone: Asia/Tokyo
entities:
  orders:
    table: orders
    key: id
    time: at
    fields: {id: integer, at: timestamp, amount: money, seller: text}
metrics:
  revenue: sum(orders.amount)
"""
ORDERS = Table(
    "orders", ("id", "at", "amount", "seller"), ("integer", "timestamptz", "money", "text"),
    ((1, datetime(2025, 1, 31, 14, 59, tzinfo=UTC), Decimal("1.10"), "ann"),
     (2, datetime(2025, 1, 31, 15, 0, tzinfo=UTC), Decimal("2.20"), "bob"),
     (3, datetime(2025, 2, 1, 0, 0, tzinfo=UTC), None, None)),
)  # fmt: skip


@pytest.fixture
def asking(database: Any, tmp_path: Path) -> Iterator[tuple[BigQuery, metricdsl.run.session.Session]]:
    """A session with the server, behind which GoogleSQL runs."""
    running = database("bigquery")
    running.load((ORDERS,))
    from tests.engines.googlesql import Refused

    def run(sql: str) -> Answer:
        try:
            columns, rows = running.connection.rows(sql)
        except Refused as refused:
            missing = re.match(r"Table not found: (\w+)", str(refused))
            if missing:
                text = f"Not found: Table shop:crm.{missing[1]} was not found in location EU"
                raise Failed("notFound", text) from None
            raise Failed("invalidQuery", f"{refused} at [1:1]") from None
        return [
            (name, kind.removeprefix("TYPE_").replace("DOUBLE", "FLOAT64")) for name, kind in columns
        ], rows

    (tmp_path / "catalog.yml").write_text(CATALOG, encoding="utf-8")
    with serving(run) as (server, address), metricdsl.connect(tmp_path, url(address)) as session:
        yield server, session


def test_a_question_over_instants(asking: tuple[BigQuery, Any]) -> None:
    # 14:59 in UTC is 23:59 in Tokyo, a minute later it is February there.
    server, session = asking
    result = session.ask("revenue by month for 2025-01 to 2025-02", as_of="2025-03-01")
    assert result.rows == [(date(2025, 1, 1), 1.1), (date(2025, 2, 1), 2.2)]
    assert "TIMESTAMP '2024-12-31 15:00:00+00'" in server.last.sql
    probes = [job for job in server.jobs.values() if job.configuration.get("dryRun")]
    assert len(probes) == 1


def test_a_missing_table_names_the_metric_that_needs_it(asking: tuple[BigQuery, Any], database: Any) -> None:
    database("bigquery").load(())
    with pytest.raises(
        DatabaseError, match=r"no table shop\.crm\.orders\. It is needed for revenue"
    ) as caught:
        asking[1].ask("revenue")
    assert caught.value.diagnostics[0].span is not None
