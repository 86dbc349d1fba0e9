"""Gets what the tests run on and pip does not bring with metricdsl: `python -m tests.engines.install`.

Nothing here is needed: an engine that cannot be had is told, and its tests skip.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.engines import Unavailable, postgres

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Need:
    """What an engine is made of on the package index, and why it would be of no use here (None: it is of use)."""

    engine: str
    packages: tuple[str, ...]
    useless: Callable[[], str | None] = lambda: None


def _has_server() -> str | None:
    try:
        postgres.found_programs()
    except Unavailable:
        return None
    return "the machine has a server of its own"


def _without_java() -> str | None:
    return None if shutil.which("java") else "there is no Java"


NEEDS = (
    Need("PostgreSQL", ("pgserver==0.1.4",), _has_server),
    Need("ClickHouse", ("chdb==4.4.0",)),
    Need(
        "Spark", ("pyspark==4.3.0", "googleapis-common-protos", "grpcio-status", "zstandard"), _without_java
    ),
    Need("BigQuery", ("zetasql==0.1.5",)),
)


def missing(package: str) -> bool:
    """Whether a package, or just that version of it, is not installed."""
    name, _, wanted = package.partition("==")
    try:
        return bool(wanted) and version(name) != wanted
    except PackageNotFoundError:
        return True


def install(need: Need) -> str:
    """What became of it, in a word or a sentence."""
    if reason := need.useless():
        return f"not installed, {reason}"
    wanted = [package for package in need.packages if missing(package)]
    if not wanted:
        return "there"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = ["--constraint", str(ROOT / "requirements-test.lock")]
    ran = subprocess.run([*pip, *lock, *wanted], capture_output=True, text=True, check=False)
    if ran.returncode:
        return f"not installed: {(ran.stderr.strip().splitlines() or ['pip failed'])[-1]}"
    return f"installed {', '.join(wanted)}"


if __name__ == "__main__":
    for each in NEEDS:
        print(f"{each.engine}: {install(each)}", flush=True)
