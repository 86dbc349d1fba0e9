"""Spark, by the session that a notebook or job already has: pyspark's own, Connect's or Databricks'."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from metricdsl.run import failure
from metricdsl.run.connection import Progress, interruptible
from metricdsl.run.rows import table_of

if TYPE_CHECKING:
    import pyarrow

UNFIT = frozenset({
    "CAST_INVALID_INPUT", "CAST_OVERFLOW", "ARITHMETIC_OVERFLOW", "BINARY_ARITHMETIC_OVERFLOW",
    "DATETIME_OVERFLOW", "DATETIME_FIELD_OUT_OF_BOUNDS", "DATATYPE_MISMATCH", "INTERVAL_ARITHMETIC_OVERFLOW",
    "NUMERIC_VALUE_OUT_OF_RANGE", "NUMERIC_OUT_OF_SUPPORTED_RANGE", "CANNOT_PARSE_TIMESTAMP",
    "INVALID_TIMESTAMP_FORMAT", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION",
})  # fmt: skip
"""Error conditions that say that a column holds, or is, something else than the catalog says."""
PERMISSION = frozenset({"INSUFFICIENT_PERMISSIONS", "PERMISSION_DENIED", "UNAUTHORIZED_ACCESS"})
STOPPED = frozenset({"SPARK_JOB_CANCELLED", "OPERATION_CANCELED", "QUERY_CANCELED"})
LOST = frozenset({"INVALID_HANDLE", "SESSION_CLOSED", "SESSION_NOT_FOUND", "NO_ACTIVE_SESSION"})
WORDS_OF_LOST = (
    r"stopped SparkContext|SparkContext was shut down|Connection refused|'NoneType' object has no attr"
)
CONDITION = r"\[([A-Z][A-Z0-9_]+)(?:\.[A-Z0-9_.]+)?\]\s*([^\n]*)"
"""A condition's name stands in brackets before its text: `[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column …`"""


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
            raise translate(str(error) or type(error).__name__, self.name) from None

    def _read(self, sql: str, query: str) -> pyarrow.Table:
        with self._named(query), _unlogged():
            frame = self._session.sql(sql)
            if hasattr(frame, "toArrow"):  # since Spark 4
                return frame.toArrow()
            return table_of(frame.columns, [tuple(row) for row in frame.collect()])

    @contextmanager
    def _named(self, query: str) -> Iterator[None]:
        """What this thread runs has a name; a thread is one query's only."""
        if (context := self._context()) is not None:
            context.setJobGroup(query, "metricdsl", interruptOnCancel=True)
            yield
        elif callable(getattr(self._session, "addTag", None)):
            self._session.addTag(query)
            try:
                yield
            finally:
                with suppress(Exception):  # where the session is gone
                    self._session.removeTag(query)
        else:  # Connect before Spark 3.5
            yield

    def _cancel(self, query: str) -> None:
        if (context := self._context()) is not None:
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


@contextmanager
def _unlogged() -> Iterator[None]:
    """Spark 4 writes a failed query's stack trace to stderr, besides raising it."""
    try:
        from pyspark.logger import PySparkLogger  # a class of its own: a plain logger of that name would fail
    except ImportError:
        yield
        return
    logger: logging.Logger = PySparkLogger.getLogger("SQLQueryContextLogger")
    was, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = was


def translate(text: str, name: str) -> failure.DatabaseError:
    """By the name of the error's condition, else by words."""
    for condition, words in re.findall(CONDITION, text):
        detail = words.partition(" SQLSTATE:")[0].rstrip(". ;")
        if condition == "TABLE_OR_VIEW_NOT_FOUND":
            return failure.missing_table(_quoted(detail), name)
        if condition in {"UNRESOLVED_COLUMN", "FIELD_NOT_FOUND"}:
            return failure.missing_column(_quoted(detail).rpartition(".")[2], name)
        if condition in PERMISSION:
            return failure.no_permission(name, detail)
        if condition in UNFIT:
            return failure.unfit_data(name, detail)
        if condition in STOPPED:
            return failure.stopped(name)
        if condition in LOST:
            return failure.lost(name, detail)
    detail = next((line.strip() for line in text.splitlines() if line.strip()), text).rstrip(".")
    if re.search(WORDS_OF_LOST, text):
        return failure.lost(name, "the session has been stopped")
    if re.search(r"job group|cancelled|canceled", text):
        return failure.stopped(name)
    return failure.other(name, detail)


def _quoted(words: str) -> str:
    """`crm`.`orders` of a sentence, without its quotes."""
    found = re.search(r"`[^`]*`(?:\.`[^`]*`)*", words)
    return found[0].replace("`", "") if found else words
