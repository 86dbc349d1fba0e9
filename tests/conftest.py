"""What all tests share: databases, and the lines at the end that say which of them were run."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests import engines, parsers
from tests.engines import Engine, Table, Unavailable, postgres

settings.load_profile(
    "ci"
)  # the same examples for everybody, without limits of time; `make fuzz` asks others

OUTCOMES = ("passed", "failed", "xfailed", "xpassed")
NOT_RUN = "engine not run: "  # how a skip reason starts that the last lines report


@dataclass
class Database:
    """An engine that runs. Its tables stay until other ones are loaded."""

    name: str
    engine: Engine
    connection: Any
    tables: tuple[Table, ...] | None = None

    def load(self, tables: tuple[Table, ...]) -> None:
        if tables != self.tables:
            self.tables = None
            self.engine.load(self.connection, tables)
            self.tables = tables

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        return self.engine.query(self.connection, sql)

    @property
    def target(self) -> Any:
        """What `metricdsl.connect` takes; None where it cannot connect to this engine."""
        return self.engine.database(self.connection)


def required() -> list[str]:
    """The engines without which the run has failed: those that the build machine must have."""
    return os.environ.get("METRICDSL_REQUIRED_ENGINES", "").split()


@pytest.fixture(scope="session")
def _started() -> Iterator[dict[str, Database | Unavailable]]:
    started: dict[str, Database | Unavailable] = {}
    yield started
    for database in started.values():
        if isinstance(database, Database):
            database.connection.close()


@pytest.fixture
def database(
    request: pytest.FixtureRequest, _started: dict[str, Database | Unavailable]
) -> Callable[[str], Database]:
    """`database("postgres")`: that engine, started once in a run; skips where it cannot be had."""

    def get(name: str) -> Database:
        if name not in _started:
            _started[name] = _start(name)
        found = _started[name]
        if isinstance(found, Unavailable):
            reason = f"{NOT_RUN}{engines.engine(name).NAME} ({found})"
            if name in required():
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)
        request.node.user_properties.append(("engine", name))
        return found

    return get


def _start(name: str) -> Database | Unavailable:
    engine = engines.engine(name)
    try:
        return Database(name, engine, engine.connect())
    except Unavailable as reason:
        return reason


# --- the run as a whole ---------------------------------------------------------------------------


def _is_main(config: pytest.Config) -> bool:
    return not hasattr(config, "workerinput")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    from tests.workers import Scheduling

    return Scheduling(config, log)


def pytest_configure(config: pytest.Config) -> None:
    if _is_main(config):
        # A short folder: the path of a socket may have no more than 107 bytes.
        parent = "/tmp" if Path("/tmp").is_dir() else tempfile.gettempdir()
        os.environ[postgres.FOLDER] = f"{parent}/metricdsl-{secrets.token_hex(8)}"
        os.environ[postgres.MAIN] = str(os.getpid())


def pytest_unconfigure(config: pytest.Config) -> None:
    if _is_main(config):
        postgres.stop(Path(os.environ.pop(postgres.FOLDER)))


def _tests_by(kind: str, reporter: Any) -> Counter[str]:
    """How many tests ran on each engine, or before each parser."""
    reports = [r for outcome in OUTCOMES for r in reporter.stats.get(outcome, [])]
    return Counter(
        value
        for report in reports
        if report.when == "call"
        for key, value in report.user_properties
        if key == kind
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if _is_main(session.config) and reporter is not None and session.exitstatus == pytest.ExitCode.OK:
        counts = _tests_by("engine", reporter)
        if any(not counts[name] for name in required()):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    counts = _tests_by("engine", terminalreporter)
    parsed = _tests_by("parser", terminalreporter)
    ran = [(engines.engine(name).NAME, n) for name, n in sorted(counts.items())]
    ran += [(parsers.parser(name).NAME, n) for name, n in sorted(parsed.items())]
    if ran:
        words = ", ".join(f"{name} {n} tests" for name, n in ran)
        terminalreporter.write_line(f"engines and parsers run: {words}")
    skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", [])]
    reasons = [longrepr[2] for longrepr in skipped if isinstance(longrepr, tuple)]
    not_run = sorted({reason.split(NOT_RUN, 1)[1] for reason in reasons if NOT_RUN in reason})
    if not_run:
        terminalreporter.write_line(f"ENGINES NOT RUN: {'; '.join(not_run)}", red=True, bold=True)
    missing = [engines.engine(name).NAME for name in required() if not counts[name]]
    if missing:
        line = f"FAILED: no test ran on {', '.join(missing)}, which this run must have"
        terminalreporter.write_line(line, red=True, bold=True)
