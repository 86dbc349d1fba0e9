"""SQLite, by the standard library."""

from __future__ import annotations

import re
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from metricdsl.run import failure
from metricdsl.run.address import Address
from metricdsl.run.connection import Progress, too_slow
from metricdsl.run.rows import table_of

if TYPE_CHECKING:
    import pyarrow

STEPS = 20_000  # of SQLite's machine between two looks at the clock: a few milliseconds


class SQLite:
    """Runs in the caller's thread, to which connections are bound; a progress handler lets it be stopped."""

    dialect = "sqlite"

    def __init__(self, connection: sqlite3.Connection, name: str, owned: bool) -> None:
        self.name = name
        self._connection = connection
        self._owned = owned

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        started = told = time.monotonic()
        late = False

        def tick() -> bool:
            """A KeyboardInterrupt that Python raises in here ends the query as well, see below."""
            nonlocal late, told
            now = time.monotonic()
            late = timeout is not None and now - started > timeout
            if progress is not None and now - told >= 0.5:
                told = now
                progress(now - started)
            return late

        text_factory, self._connection.text_factory = self._connection.text_factory, str
        self._connection.set_progress_handler(tick, STEPS)
        try:
            cursor = self._connection.cursor()
            cursor.row_factory = None
            rows = cursor.execute(sql).fetchall()
            return table_of([column[0] for column in cursor.description], rows)
        except sqlite3.Error as error:
            if late and timeout is not None:
                raise too_slow(timeout) from None
            if str(error) == "interrupted":
                raise KeyboardInterrupt from None
            raise translate(error, self.name) from None
        finally:
            self._connection.set_progress_handler(None, 0)
            self._connection.text_factory = text_factory

    def close(self) -> None:
        if self._owned:
            self._connection.close()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def open_url(address: Address) -> SQLite:
    """`sqlite:///sales.db`, read only."""
    if not address.path:
        return SQLite(sqlite3.connect(":memory:"), address.shown, owned=True)
    if not Path(address.path).exists():
        raise failure.database_error(
            "database-unreachable",
            f"There is no file {address.path}.",
            "check the path: sqlite:///a.db is relative to the current folder, sqlite:////data/a.db is not",
        )
    connection = sqlite3.connect(f"file:{quote(address.path)}?mode=ro", uri=True)
    return SQLite(connection, address.shown, owned=True)


def from_object(connection: object) -> SQLite | None:
    """The user's own connection, or None when it is something else."""
    if not isinstance(connection, sqlite3.Connection):
        return None
    return SQLite(connection, "the SQLite connection", owned=False)


def translate(error: sqlite3.Error, name: str) -> failure.DatabaseError:
    text = str(error)
    if found := re.match(r"no such table: (.+)", text):
        return failure.missing_table(found[1], name)
    if found := re.match(r"no such column: (.+)", text):
        return failure.missing_column(found[1], name)
    if "integer overflow" in text:
        return failure.unfit_data(name, text)
    if "not a database" in text or "unable to open" in text:
        return failure.unreachable(name, text)
    return failure.other(name, text)
