"""BigQuery through Google's own client: each question is a job, which can be stopped there too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from metricdsl.errors import did_you_mean
from metricdsl.run import failure
from metricdsl.run.address import Address, query_of
from metricdsl.run.bigquery_errors import translate
from metricdsl.run.connection import Progress, interruptible, tried_twice
from metricdsl.run.schemes import SCHEMES

if TYPE_CHECKING:
    import pyarrow

LABELS = {"application": "metricdsl"}
PATIENCE = (
    30.0  # seconds in which a request is sent again where that is safe; Google's client has ten minutes
)
OPTIONS = ("credentials", "endpoint", "location", "maximum_bytes_billed")
SCOPE = "https://www.googleapis.com/auth/bigquery"


class BigQuery:
    """`limits` are the settings that each job has: `maximum_bytes_billed`, `default_dataset`."""

    dialect = "bigquery"

    def __init__(
        self, client: Any, name: str, owned: bool, limits: Mapping[str, object] | None = None
    ) -> None:
        self.name = name
        self._client = client
        self._owned = owned
        self._limits = dict(limits or {})

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        def answer() -> pyarrow.Table:
            job = _Job()
            try:
                return interruptible(lambda: self._read(job, sql, timeout), job.stop, timeout, progress)
            except failure.DatabaseError:
                raise
            except Exception as error:  # of Google's client, its HTTP and its logins
                raise translate(error, self._shown) from None

        return tried_twice(answer) if self._owned else answer()

    def _read(self, job: _Job, sql: str, timeout: float | None) -> pyarrow.Table:
        from google.cloud.bigquery import DEFAULT_RETRY

        retry = DEFAULT_RETRY.with_timeout(PATIENCE)
        running = self._client.query(
            sql, job_config=self._config(timeout), job_id_prefix="metricdsl-", retry=retry, job_retry=None
        )
        job.started(running)
        rows = running.result(retry=retry, job_retry=None)
        return rows.to_arrow(create_bqstorage_client=False)

    def _config(self, timeout: float | None = None, dry_run: bool = False) -> Any:
        from google.cloud.bigquery import QueryJobConfig

        theirs = getattr(self._client, "default_query_job_config", None)
        labels = {**(theirs.labels if theirs is not None else {}), **LABELS}
        config = QueryJobConfig(labels=labels, use_legacy_sql=False, dry_run=dry_run, **self._limits)
        if timeout is not None:
            # A little later than our own limit, which gives the better message: for when we are gone.
            config.job_timeout_ms = int(timeout * 1000) + 2000
        return config

    def schema(self, sql: str) -> pyarrow.Schema:
        """The types of a query's columns. Nothing is read, so nothing is billed."""
        import pyarrow

        try:
            job = self._client.query(sql, job_config=self._config(dry_run=True), job_retry=None)
        except Exception as error:
            raise translate(error, self._shown) from None
        return pyarrow.schema([(f.name, arrow_type(f.field_type, f.mode)) for f in job.schema or ()])

    @property
    def _shown(self) -> str:
        return f"BigQuery ({self.name})" if self._owned else self.name

    def close(self) -> None:
        """A client that the user made stays open."""
        if self._owned:
            self._client.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


class _Job:
    """The job of one question, which may be stopped before it is known."""

    def __init__(self) -> None:
        self._running: Any = None
        self._stopped = False

    def started(self, running: Any) -> None:
        self._running = running
        if self._stopped:
            self.stop()

    def stop(self) -> None:
        self._stopped = True
        if self._running is not None:
            self._running.cancel(retry=None, timeout=10)


def arrow_type(kind: str, mode: str) -> pyarrow.DataType:
    """The type of a column, as the client has it in its Arrow tables; binary for what no field can be."""
    import pyarrow

    known = {
        "STRING": pyarrow.string(), "INTEGER": pyarrow.int64(), "INT64": pyarrow.int64(),
        "FLOAT": pyarrow.float64(), "FLOAT64": pyarrow.float64(), "NUMERIC": pyarrow.decimal128(38, 9),
        "BIGNUMERIC": pyarrow.decimal256(76, 38), "BOOLEAN": pyarrow.bool_(), "BOOL": pyarrow.bool_(),
        "DATE": pyarrow.date32(), "DATETIME": pyarrow.timestamp("us"), "TIMESTAMP": pyarrow.timestamp("us", "UTC"),
    }  # fmt: skip
    return known.get(kind, pyarrow.binary()) if mode != "REPEATED" else pyarrow.list_(pyarrow.binary())


# --- opening --------------------------------------------------------------------------------------


def open_url(address: Address) -> BigQuery:
    """`bigquery://project/dataset`; behind the `?`: credentials, location, maximum_bytes_billed, endpoint.

    Without `credentials`, the key file of a service account, the login is Google's Application Default Credentials. An
    `endpoint` by http:// is an emulator's, which wants none.
    """
    try:
        from google.cloud import bigquery
    except ImportError:
        install = SCHEMES["bigquery"].install
        raise failure.missing_driver("google-cloud-bigquery", "BigQuery", install) from None
    project, dataset, options = _parts(address)
    try:
        client = bigquery.Client(
            project=project or None, location=options.get("location"), **_access(options)
        )
    except failure.DatabaseError:
        raise
    except Exception as error:
        raise translate(error, f"BigQuery ({address.shown})") from None
    limits: dict[str, object] = {}
    if dataset:
        limits["default_dataset"] = bigquery.DatasetReference(client.project, dataset)
    if "maximum_bytes_billed" in options:
        limits["maximum_bytes_billed"] = int(options["maximum_bytes_billed"])
    return BigQuery(client, address.shown, True, limits)


def _parts(address: Address) -> tuple[str, str, dict[str, str]]:
    """Project, dataset and options."""
    path = unquote(address.text.partition("://")[2].partition("?")[0]).strip("/")
    project, _, dataset = path.partition("/")
    options = query_of(address)
    example = f"write {SCHEMES['bigquery'].url}"
    if "/" in dataset:
        raise failure.database_error(
            "database-url", f"{address.shown} has more than a project and a dataset.", example
        )
    for name, value in options.items():
        if name not in OPTIONS:
            raise failure.database_error(
                "database-url", f"'{name}' is no option of the address {address.shown}.",
                *did_you_mean(name, OPTIONS), f"there are: {', '.join(OPTIONS)}",
            )  # fmt: skip
        if name == "maximum_bytes_billed" and not value.isdecimal():
            raise failure.database_error(
                "database-url", f"maximum_bytes_billed is a number of bytes, and '{value}' is none.",
                "write 10000000000 for 10 GB",
            )  # fmt: skip
    return project, dataset, options


def _access(options: Mapping[str, str]) -> dict[str, Any]:
    """How the client logs in, and where."""
    from google.api_core.client_info import ClientInfo

    access: dict[str, Any] = {"client_info": ClientInfo(user_agent="metricdsl")}  # type: ignore[no-untyped-call]
    endpoint = options.get("endpoint", "")
    if endpoint:
        access["client_options"] = {"api_endpoint": endpoint}
    if "credentials" in options:
        access["credentials"] = _account(options["credentials"])
    elif endpoint.startswith("http://"):
        from google.auth.credentials import AnonymousCredentials

        access["credentials"] = AnonymousCredentials()  # type: ignore[no-untyped-call]
    return access


def _account(path: str) -> Any:
    """The login of a service account, from its key file; other logins are found without `credentials`."""
    from google.oauth2.service_account import Credentials

    try:
        return Credentials.from_service_account_file(path, scopes=[SCOPE])  # type: ignore[no-untyped-call]
    except (OSError, ValueError):  # their texts may hold parts of the file
        raise failure.database_error(
            "database-login", f"The file {path} cannot be read as the key of a service account.",
            "download a key in JSON from the account's page, or leave credentials out and run "
            "`gcloud auth application-default login`",
        ) from None  # fmt: skip


def from_object(database: object) -> BigQuery | None:
    """A client that the user has, or its DB-API connection, or None."""
    if not type(database).__module__.startswith("google.cloud.bigquery"):
        return None
    client = getattr(database, "_client", database)
    return (
        BigQuery(client, "the BigQuery client", False) if callable(getattr(client, "query", None)) else None
    )
