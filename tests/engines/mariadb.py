"""MariaDB, which stands in for MySQL: a server of its own for each worker, ended with it.

Its settings are MySQL's stricter ones; text minds neither capitals nor accents, as is usual there.
"""

from __future__ import annotations

import atexit
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.engines import Table, Unavailable, create, insert, schemas

NAME = "MariaDB"
DIALECT = "mariadb"

TYPES = {
    "text": "VARCHAR(200)",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "money": "DECIMAL(18, 2)",
    "percent": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "DATETIME(6)",
    "duration": "DOUBLE",
    "timestamptz": "TIMESTAMP(6)",
}
MODE = (
    "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
    "NO_ENGINE_SUBSTITUTION"
)
OWN = ("information_schema", "mysql", "performance_schema", "sys")


def connect() -> Any:
    try:
        import pymysql  # noqa: F401  # is it there?
    except ImportError as missing:
        raise Unavailable("the package pymysql is not installed") from missing
    return administrator(start())


def administrator(socket: Path) -> Any:
    """A connection that may do everything, once the server is there."""
    import pymysql

    for _ in range(100):
        try:
            return pymysql.connect(unix_socket=str(socket), user="root", charset="utf8mb4", autocommit=True)
        except pymysql.err.OperationalError:
            time.sleep(0.1)
    raise Unavailable("the server did not come up")


def start(*more: str, open_to_all: bool = True) -> Path:
    """The socket of a new server, which is coming up; with logins and rights where not `open_to_all`."""
    server, install = shutil.which("mariadbd", path=_path()), shutil.which("mariadb-install-db", path=_path())
    if server is None or install is None:
        raise Unavailable("no mariadbd: apt-get install mariadb-server-core mariadb-client-core")
    folder = Path(tempfile.mkdtemp(prefix="metricdsl-", dir="/tmp" if Path("/tmp").is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    data, socket = folder / "data", folder / "socket"
    common = ["--no-defaults", f"--datadir={data}", *(["--user=root"] if os.geteuid() == 0 else [])]
    made = subprocess.run(
        [install, *common, "--auth-root-authentication-method=normal", "--skip-test-db"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise Unavailable(f"mariadb-install-db failed: {made.stderr[-200:]}")
    options = [
        *(["--skip-networking", "--skip-grant-tables"] if open_to_all else ["--bind-address=127.0.0.1"]),
        f"--socket={socket}", f"--sql-mode={MODE}",
        "--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci",
        "--default-time-zone=-03:30", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=16M", *more,
    ]  # fmt: skip
    with open(folder / "log", "w") as log:
        running = subprocess.Popen(
            [server, *common, *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            preexec_fn=_end_with_parent,
        )  # fmt: skip
    atexit.register(running.kill)
    return socket


def _path() -> str:
    """Debian keeps servers where only root looks."""
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


def _end_with_parent() -> None:
    """Linux ends the server when the process of the tests is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def load(connection: Any, tables: Sequence[Table]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW DATABASES")
        for (name,) in cursor.fetchall():
            if name not in OWN:
                cursor.execute(f"DROP DATABASE {_marked(name)}")
        for name in {"main", *schemas(tables)}:
            cursor.execute(f"CREATE DATABASE {_marked(name)}")
        cursor.execute("USE main")
        cursor.execute("SET time_zone = '+00:00'")
        for table in tables:
            cursor.execute(_marked(create(table, TYPES)))
            if table.rows:
                cursor.executemany(
                    _marked(insert(table, "%s")), [list(map(stored, row)) for row in table.rows]
                )
        cursor.execute("SET time_zone = DEFAULT")


def stored(value: Any) -> Any:
    """The driver leaves out a timestamp's zone: instants are written in UTC."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def _marked(sql: str) -> str:
    """Names in backquotes, as MySQL wants them."""
    return sql.replace("`", "``").replace('""', "\0").replace('"', "`").replace("\0", '"')


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def database(connection: Any) -> Any:
    return connection
