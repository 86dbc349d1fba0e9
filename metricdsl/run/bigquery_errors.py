"""What BigQuery and Google's client say instead of rows, in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from metricdsl.run import failure

QUOTA = frozenset({
    "quotaExceeded", "rateLimitExceeded", "bytesBilledLimitExceeded", "billingTierLimitExceeded",
    "resourcesExceeded", "responseTooLarge", "billingNotEnabled",
})  # fmt: skip
PASSING = frozenset({"backendError", "internalError", "jobBackendError", "jobInternalError"})
UNFIT = (
    r"overflow|out of range|bad \w+ value|could not (cast|parse)|invalid (date|datetime|timestamp|\w+ value)"
)


def translate(error: Exception, name: str) -> failure.DatabaseError:
    """By the reason that BigQuery gives, else by the kind of error of Google's client."""
    found = getattr(error, "errors", None) or [{}]
    first = found[0] if isinstance(found[0], Mapping) else {}
    reason, status = str(first.get("reason", "")), getattr(error, "code", None)
    detail = _sentence(
        str(first.get("message") or getattr(error, "message", "") or error or type(error).__name__)
    )
    match reason:
        case "notFound":
            return _not_found(detail, name)
        case "invalidQuery" | "invalid":
            return _wrong(detail, name)
        case "stopped" | "timeout":
            timed_out = reason == "timeout" or "timed out" in detail
            return failure.timed_out(name) if timed_out else failure.stopped(name)
        case "accessDenied":
            return failure.no_permission(name, detail)
        case _ if reason in QUOTA or "bytes billed" in detail:
            return _beyond_quota(detail, name)
        case _ if reason in PASSING:
            return failure.unreachable(name, detail, passing=True)
    if status == 401 or (_of(error, "google.auth") and not _of_network(error)):
        return failure.database_error(
            "database-login", f"{name} has no valid login: {detail}.",
            "run `gcloud auth application-default login`, or write ?credentials=FILE with the key file of a service account",
        )  # fmt: skip
    if _of_network(error):
        return failure.unreachable(name, detail)
    return failure.other(name, detail)


def _not_found(detail: str, name: str) -> failure.DatabaseError:
    found = re.search(r"Not found: (Table|Dataset) ([^\s]+)", detail)
    if found and found[1] == "Table":
        return failure.missing_table(found[2].replace(":", "."), name)
    if found:
        return failure.database_error(
            "missing-dataset", f"{name} has no dataset {found[2].replace(':', '.')}.",
            "correct it in the address or in the catalog, or say where it lies: ?location=EU",
        )  # fmt: skip
    return failure.other(name, detail)


def _wrong(detail: str, name: str) -> failure.DatabaseError:
    column = re.search(
        r"(?:Unrecognized name:|Name) (`[^`]+`|[^\s`;]+)(?:;| at | not found inside |$)", detail
    )
    if column:
        return failure.missing_column(column[1].strip("`").rpartition(".")[2], name)
    unqualified = re.search(r'Table "(.+?)" must be qualified with a dataset', detail)
    if unqualified:
        return failure.database_error(
            "missing-table", f"{name} is not told in which dataset the table {unqualified[1]} is.",
            "write the dataset into the address, bigquery://project/dataset, or into the catalog: dataset.table",
        )  # fmt: skip
    if "bytes billed" in detail:
        return _beyond_quota(detail, name)
    if re.search(UNFIT, detail, re.IGNORECASE):
        return failure.unfit_data(name, detail)
    return failure.other(name, detail)


def _beyond_quota(detail: str, name: str) -> failure.DatabaseError:
    return failure.database_error(
        "quota",
        f"{name} refused the query, for it goes beyond a limit: {detail}.",
        "ask for a shorter period or fewer groups, raise maximum_bytes_billed if it is that, or ask the "
        "project's owner for more",
    )


def _sentence(text: str) -> str:
    """The one line that matters; without the address of the request and the job's footer."""
    line = next((part for part in text.strip().splitlines() if part.strip()), text)
    return re.sub(r"^\d{3} (?:[A-Z]+ https?://\S+ )?", "", " ".join(line.split())).rstrip(".: ")


def _of(error: BaseException, package: str) -> bool:
    return type(error).__module__.startswith(package)


def _of_network(error: BaseException | None) -> bool:
    """Whether it was the network, also at the end of repeated tries."""
    if error is None:
        return False
    if type(error).__name__ == "RetryError":
        return True
    return isinstance(error, OSError) or type(error).__name__ in ("TransportError", "TimeoutError")
