"""Spark, by the session that a notebook or job already has: pyspark's own, Connect's or Databricks'."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure
from metricdsl.run.connection import Progress, interruptible
from metricdsl.run.rows import table_of

if TYPE_CHECKING:
    import pyarrow


class Spark:
    """Runs each query under a name of its own, by which it can be stopped on the cluster too."""

    dialect = "spark"

    def __init__(self, session: Any) -> None:
        self.name = "the Spark session"
        self._session = session

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        query = f"metricdsl-{uuid.uuid4()}"
        try:
            return interruptible(
                lambda: self._read(sql, query), lambda: self._cancel(query), timeout, progress
            )
        except failure.DatabaseError:
            raise
        except Exception as error:  # Java's as well as Python's
            raise translate(error, self.name) from None

    def _read(self, sql: str, query: str) -> pyarrow.Table:
        context = self._context()
        if context is not None:
            context.setJobGroup(query, "metricdsl", interruptOnCancel=True)
        else:
            self._session.addTag(query)
        frame = self._session.sql(sql)
        if hasattr(frame, "toArrow"):  # since Spark 4
            return frame.toArrow()
        return table_of(frame.columns, [tuple(row) for row in frame.collect()])

    def _cancel(self, query: str) -> None:
        context = self._context()
        if context is not None:
            context.cancelJobGroup(query)
        else:
            self._session.interruptTag(query)

    def _context(self) -> Any:
        """The driver's context; Spark Connect has none."""
        try:
            return self._session.sparkContext
        except Exception:
            return None

    def close(self) -> None:
        """The session is the user's: it stays."""

    def __repr__(self) -> str:
        return f"<{self.name}>"


def from_object(session: object) -> Spark | None:
    """The user's own session, or None when it is something else."""
    if type(session).__module__.partition(".")[0] not in {"pyspark", "databricks"}:
        return None
    return Spark(session) if callable(getattr(session, "sql", None)) else None


def translate(error: Exception, name: str) -> failure.DatabaseError:
    """By the names of Spark's error conditions, which stand in brackets before the text."""
    text = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    named = re.match(r"\[([A-Z_.]+)\]\s*(.*)", text)
    condition, words = (named[1], named[2]) if named else ("", text)
    quoted = re.search(r"`([^ ]+)`", words)
    thing = quoted[1].replace("`", "") if quoted else words
    match condition.partition(".")[0]:
        case "TABLE_OR_VIEW_NOT_FOUND":
            return failure.missing_table(thing, name)
        case "UNRESOLVED_COLUMN":
            return failure.missing_column(thing.rpartition(".")[2], name)
        case "INSUFFICIENT_PERMISSIONS":
            return failure.no_permission(name, words)
        case "CAST_INVALID_INPUT" | "CAST_OVERFLOW" | "ARITHMETIC_OVERFLOW" | "DATETIME_OVERFLOW":
            return failure.unfit_data(name, words)
    return failure.other(name, text)
