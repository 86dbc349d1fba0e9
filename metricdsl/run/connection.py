"""What every database looks like from here, and how a query is run so that it can be stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from metricdsl.run.failure import DatabaseError, database_error

if TYPE_CHECKING:
    import pyarrow

T = TypeVar("T")
Progress = Callable[[float], None]
"""Called about twice a second, in the caller's thread, with the seconds that a query has run."""


PAUSE = 0.5  # seconds before a second try


class Connection(Protocol):
    """An open database. `name` is for people to read: a password in it is masked.

    One that can tell a query's columns for less than a query without rows costs has `schema(sql)` too, which
    returns a pyarrow.Schema.
    """

    @property
    def dialect(self) -> str: ...

    @property
    def name(self) -> str: ...

    def execute(
        self, sql: str, timeout: float | None = None, progress: Progress | None = None
    ) -> pyarrow.Table:
        """The rows of one SELECT, in its order. Nothing is changed in the database.

        `timeout` is in seconds. Raises DatabaseError; a stop by the user raises KeyboardInterrupt after
        the query has ended in the database too. The connection can be used again after either.
        """
        ...

    def close(self) -> None:
        """Close what was opened here; a connection that the user made stays open."""
        ...


def schema_of(database: Connection, sql: str) -> pyarrow.Schema:
    """The columns of a query: a connection that has `schema` tells them without running it."""
    tell = getattr(database, "schema", None)
    found: pyarrow.Schema = tell(sql) if callable(tell) else database.execute(sql).schema
    return found


def tried_twice(work: Callable[[], T]) -> T:
    """Once more where the failure may pass by itself: a server that is coming up, a conflict with others' changes.

    Never after a time limit, a stop, or what a second try would find again. Only for connections that were
    opened here.
    """
    try:
        return work()
    except DatabaseError as error:
        if not error.passing:
            raise
    time.sleep(PAUSE)
    return work()


class _Outcome(Generic[T]):
    """What a worker thread came back with."""

    value: T
    error: BaseException | None = None


def interruptible(
    work: Callable[[], T],
    cancel: Callable[[], object],
    timeout: float | None = None,
    progress: Progress | None = None,
) -> T:
    """Run `work` in a thread of its own, so that the stop button and a time limit can end it.

    `cancel` must make `work` fail soon. The main thread of Python cannot be interrupted while a
    driver's C code waits for the database, a waiting main thread can.
    """
    outcome = _Outcome[T]()
    done = threading.Event()

    def run() -> None:
        try:
            outcome.value = work()
        except BaseException as error:
            outcome.error = error
        finally:
            done.set()

    started = time.monotonic()
    threading.Thread(target=run, name="metricdsl query", daemon=True).start()
    try:
        timed_out = not _wait(done, started, timeout, progress)
    except KeyboardInterrupt:
        _stop(done, cancel)
        raise
    if timed_out and timeout is not None:
        _stop(done, cancel)
        raise too_slow(timeout)
    if outcome.error is not None:
        raise outcome.error
    return outcome.value


def _wait(done: threading.Event, started: float, timeout: float | None, progress: Progress | None) -> bool:
    """Whether the work was done in time. Short waits, because on Windows a long one cannot be interrupted."""
    while True:
        elapsed = time.monotonic() - started
        left = 0.5 if timeout is None else min(0.5, timeout - elapsed)
        if done.wait(max(0.0, left)):
            return True
        if progress is not None:
            progress(time.monotonic() - started)
        if timeout is not None and time.monotonic() - started >= timeout:
            return False


def _stop(done: threading.Event, cancel: Callable[[], object]) -> None:
    """Cancel until the work has ended: a request that arrives between two statements is lost."""
    for _ in range(20):
        try:
            cancel()
        except Exception:
            return  # the connection is gone, and the query with it
        if done.wait(0.25):
            return


def too_slow(timeout: float) -> DatabaseError:
    return database_error(
        "timeout",
        f"The query was stopped after {timeout:g} seconds, the time limit.",
        "ask for a shorter period or fewer groups, or raise the time limit",
    )
