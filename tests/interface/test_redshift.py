"""Redshift by psycopg, on a PostgreSQL server: what is said to the server, and how a URL is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from metricdsl.run import redshift
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from metricdsl.run.redshift import Redshift
from tests.engines import Table

SHELF = Table("shelf", ("id", "n"), ("integer", "money"), ((1, 2), (2, None)))


@pytest.fixture
def running(database: Callable[[str], Any]) -> Any:
    found = database("postgres")
    found.load((SHELF,))
    return found


@pytest.fixture
def by_url(running: Any) -> Iterator[Redshift]:
    opened = open_database(running.target.replace("postgresql://", "redshift://"))
    assert isinstance(opened, Redshift)
    yield opened
    opened.close()


def code(error: DatabaseError) -> str:
    return error.diagnostics[0].code


def test_rows_and_types(by_url: Redshift) -> None:
    assert by_url.dialect == "redshift"
    assert by_url.execute("SELECT id, n FROM shelf ORDER BY id").to_pylist() == [
        {"id": 1, "n": 2}, {"id": 2, "n": None},
    ]  # fmt: skip
    schema = by_url.execute("SELECT id, n FROM shelf WHERE FALSE").schema
    assert [str(field.type) for field in schema] == ["int64", "double"]


def test_nothing_is_written(by_url: Redshift) -> None:
    with pytest.raises(DatabaseError):
        by_url.execute("CREATE TABLE left_behind AS SELECT 1 AS a")
    assert by_url.execute("SELECT COUNT(*) AS n FROM shelf").to_pylist() == [{"n": 2}]


def test_errors_name_redshift(by_url: Redshift) -> None:
    with pytest.raises(DatabaseError) as raised:
        by_url.execute("SELECT * FROM nowhere")
    assert code(raised.value) == "missing-table"
    assert str(raised.value).startswith("error[missing-table]: Redshift (redshift://")
    with pytest.raises(DatabaseError) as raised:
        by_url.execute("SELECT nothing FROM shelf")
    assert code(raised.value) == "missing-column"


def test_a_time_limit(by_url: Redshift) -> None:
    with pytest.raises(DatabaseError) as raised:
        by_url.execute("SELECT pg_sleep(60)", timeout=0.2)
    assert code(raised.value) == "timeout"
    assert by_url.execute("SELECT 1 AS a").num_rows == 1


def test_the_users_transaction_goes_on(running: Any) -> None:
    import psycopg

    with psycopg.connect(running.target) as own:
        own.execute("CREATE TEMP TABLE mine AS SELECT 7 AS a")
        assert Redshift(own, "mine").execute("SELECT a FROM mine").to_pylist() == [{"a": 7}]
        assert own.execute("SELECT a FROM mine").fetchall() == [(7,)]
        own.rollback()


def test_a_connection_that_is_no_redshift(running: Any) -> None:
    import psycopg

    with psycopg.connect(running.target) as own:
        assert redshift.from_object(own) is None
        assert open_database(own).dialect == "postgres"


@pytest.mark.parametrize(
    ("url", "port"),
    [
        ("redshift://ann:x@host/sales", 5439),
        ("redshift://ann:x@host:5440/sales", None),
        ("redshift://ann:x@host/sales?port=5441", None),
    ],
)
def test_what_the_driver_is_told(url: str, port: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    told: dict[str, Any] = {}

    def connect(address: str, **options: Any) -> object:
        told.update(options, address=address)
        return object()

    monkeypatch.setattr(psycopg, "connect", connect)
    open_database(url)
    assert told["address"].startswith("postgresql://ann:x@host")
    assert told.get("port") == port
    assert (told["client_encoding"], told["prepare_threshold"], told["autocommit"]) == ("UTF8", None, True)


def test_a_login_that_is_refused(running: Any) -> None:
    with pytest.raises(DatabaseError) as raised:
        open_database(
            running.target.replace("postgresql:///", "redshift:///no_such_").replace("tester", "s3cret")
        )
    assert code(raised.value) == "database-login"


def test_the_driver_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseError) as raised:
        open_database("redshift://ann:x@host/sales")
    assert code(raised.value) == "database-driver"
    assert 'pip install "metricdsl[redshift]"' in str(raised.value)


def test_a_connection_of_redshift_connector() -> None:
    kind = type("Connection", (), {"__module__": "redshift_connector.core", "cursor": lambda self: None})
    assert open_database(kind()).dialect == "redshift"


@pytest.mark.parametrize(("version", "dialect"), [(80002, "redshift"), (150018, "postgres")])
def test_a_connection_of_psycopg2_tells_by_its_version(version: int, dialect: str) -> None:
    kind = type(
        "connection",
        (),
        {"__module__": "psycopg2.extensions", "server_version": version, "cursor": None, "cancel": print},
    )
    kind.cursor = lambda self: None  # type: ignore[attr-defined]
    assert open_database(kind()).dialect == dialect
