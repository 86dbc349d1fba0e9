"""What a database can answer instead of rows, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from metricdsl.errors import Diagnostic, MetricError


@dataclass(frozen=True, slots=True)
class Missing:
    """What the SQL named and the database lacks; `name` as the database wrote it, without quotes."""

    what: Literal["table", "column"]
    name: str


class DatabaseError(MetricError):
    """The question is right, but the database gave no answer. The command ends with exit code 3.

    `passing` is what may well go otherwise a moment later, and has changed nothing: see `tried_twice`.
    """

    def __init__(
        self, *diagnostics: Diagnostic, missing: Missing | None = None, passing: bool = False
    ) -> None:
        super().__init__(*diagnostics)
        self.missing = missing
        self.passing = passing


def database_error(
    code: str, message: str, *hints: str, missing: Missing | None = None, passing: bool = False
) -> DatabaseError:
    return DatabaseError(Diagnostic(code, message, None, hints), missing=missing, passing=passing)


def missing_table(name: str, database: str) -> DatabaseError:
    return database_error(
        "missing-table", f"{database} has no table {name}.", missing=Missing("table", name)
    )  # fmt: skip


def missing_column(name: str, database: str) -> DatabaseError:
    return database_error(
        "missing-column", f"{database} has no column {name} there.", missing=Missing("column", name)
    )  # fmt: skip


def refused_login(database: str, detail: str) -> DatabaseError:
    return database_error(
        "database-login",
        f"{database} refused the login: {detail}.",
        "check the user name, the password and the database's name; put the password in an environment "
        "variable and write $NAME in its place",
    )


def unreachable(database: str, detail: str, passing: bool = False) -> DatabaseError:
    return database_error(
        "database-unreachable",
        f"{database} could not be reached: {detail}.",
        "check the host, the port and whether the server runs and accepts connections from here",
        passing=passing,
    )


def lost(database: str, detail: str) -> DatabaseError:
    return database_error(
        "connection-lost",
        f"The connection to {database} was lost: {detail}.",
        "ask again: a connection by URL is opened anew, one of your own you open and pass again; if it happens "
        "again, ask the database's owner whether the server was restarted or ends long queries",
    )


def in_conflict(database: str, detail: str) -> DatabaseError:
    return database_error(
        "conflict",
        f"{database} gave the query up, because others changed the same rows meanwhile: {detail}.",
        "ask again",
        passing=True,
    )


def no_permission(database: str, detail: str) -> DatabaseError:
    return database_error(
        "permission",
        f"{database} did not permit the query: {detail}.",
        "ask its owner for the right to read (SELECT on) the tables that the question needs",
    )


def stopped(database: str) -> DatabaseError:
    return database_error("cancelled", f"The query was stopped in {database} by someone else.")


def timed_out(database: str) -> DatabaseError:
    return database_error(
        "timeout",
        f"{database} stopped the query at the time limit that the server sets.",
        "ask for a shorter period or fewer groups, or ask the database's owner for a longer limit",
    )


def missing_driver(module: str, what: str, install: str) -> DatabaseError:
    return database_error(
        "database-driver",
        f"To read {what}, the Python package '{module}' is needed, and it is not installed.",
        f"install it with: {install}",
    )


def unfit_data(database: str, detail: str) -> DatabaseError:
    return database_error(
        "database-data",
        f"{database} holds a value that the query cannot work with: {detail}.",
        "check the types that the catalog gives its fields against the table's columns",
    )


def other(database: str, detail: str) -> DatabaseError:
    return database_error("database-error", f"{database} could not run the query: {detail}.")
