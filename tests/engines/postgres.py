"""PostgreSQL: one server for the whole run, a database for each worker.

The first test that wants it starts it; the main process stops it at the end, and so does a watcher
should the main process be killed. It sorts text as English does and keeps an unusual time zone,
so that no answer can lean on a default.
"""

from __future__ import annotations

import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.engines import Table, Unavailable, create, insert, quoted, schemas

NAME = "PostgreSQL"
DIALECT = "postgres"
FOLDER = "METRICDSL_TEST_POSTGRES"  # environment variables that tell workers the server's folder
MAIN = "METRICDSL_TEST_MAIN"  # … and the main process

TYPES = {
    "text": "TEXT",
    "integer": "BIGINT",
    "number": "DOUBLE PRECISION",
    "money": "NUMERIC(18, 2)",
    "percent": "DOUBLE PRECISION",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "duration": "DOUBLE PRECISION",
    "timestamptz": "TIMESTAMPTZ",
}
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "timezone": "America/St_Johns",
    "log_min_messages": "fatal",
}


def connect() -> Any:
    try:
        import psycopg
    except ImportError as missing:
        raise Unavailable("the package psycopg is not installed") from missing

    folder = start()
    connection = psycopg.connect(address(folder, "postgres"), autocommit=True)
    database = f"worker_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with connection:
        connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
        try:
            connection.execute(
                f"CREATE DATABASE {database} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"
            )
        except psycopg.Error:  # a server that was built without ICU
            connection.execute(f"CREATE DATABASE {database}")
    # The tables change between statements of the same text, which prepared ones do not survive.
    return psycopg.connect(address(folder, database), autocommit=True, prepare_threshold=None)


def load(connection: Any, tables: Sequence[Table]) -> None:
    with connection.transaction():
        for (name,) in connection.execute(
            "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg@_%' ESCAPE '@'"
            " AND nspname <> 'information_schema'"
        ).fetchall():
            connection.execute(f"DROP SCHEMA {quoted(name)} CASCADE")
        for name in {"public", *schemas(tables)}:
            connection.execute(f"CREATE SCHEMA {quoted(name)}")
        for table in tables:
            connection.execute(create(table, TYPES))
            if table.rows:
                connection.cursor().executemany(insert(table, "%s"), table.rows)


def query(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    return list(connection.execute(sql).fetchall())


def address(folder: Path, database: str) -> str:
    """How libpq is told of it: the socket's folder, and the user that `initdb` made."""
    return f"host={folder} port=5432 user=tester dbname={database}"


def database(connection: Any) -> str:
    info = connection.info
    return f"postgresql:///{info.dbname}?host={info.host}&port=5432&user={info.user}"


# --- the server -----------------------------------------------------------------------------------


def start() -> Path:
    """The folder of the running server; starts it when no other worker has."""
    if FOLDER not in os.environ:
        raise Unavailable("the run names no folder for it (tests/conftest.py does)")
    folder = Path(os.environ[FOLDER])
    folder.mkdir(mode=0o700, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        failed = folder / "failed"
        if failed.exists():
            raise Unavailable(failed.read_text())
        if not (folder / "data").exists():
            try:
                launch(folder)
            except (Unavailable, OSError, subprocess.SubprocessError) as problem:
                failed.write_text(" ".join(str(problem).split())[:300])
                raise Unavailable(failed.read_text()) from problem
    return folder


def launch(folder: Path) -> None:
    programs = reachable(found_programs(), folder)
    data = folder / "data"
    as_owner(folder, [programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8",
                      "--locale=C", "--no-sync"])  # fmt: skip
    options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    as_owner(folder, [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log",
                      "-o", f"-k {folder} {options}", "start"])  # fmt: skip
    main = os.environ.get(MAIN, str(os.getpid()))
    stop_later = 'exec "$2" -m tests.engines.postgres --stop "$3"'
    subprocess.Popen(
        [
            "sh",
            "-c",
            f'while kill -0 "$1" 2>/dev/null; do sleep 3; done; {stop_later}',
            "watch",
            main,
            sys.executable,
            str(folder),
        ],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def stop(folder: Path) -> None:
    """Stop the server if one was started there, and remove the folder. Safe to do twice."""
    if (folder / "data").exists():
        programs = reachable(found_programs(), folder)
        as_owner(folder, [programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"], check=False)
    shutil.rmtree(folder, ignore_errors=True)


def found_programs() -> Path:
    """The folder of `initdb` and `pg_ctl`: on the PATH, Debian's, or that of the package pgserver."""
    on_path = shutil.which("initdb")
    places = [Path(on_path).resolve().parent] if on_path else []
    debian = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    places += sorted(debian, key=lambda place: float(place.parent.name), reverse=True)
    packaged = importlib.util.find_spec("pgserver")
    if packaged is not None and packaged.origin is not None:
        places.append(Path(packaged.origin).parent / "pginstall" / "bin")
    for place in places:
        if (place / "initdb").exists() and (place / "pg_ctl").exists():
            return place
    raise Unavailable("no initdb on the PATH or in /usr/lib/postgresql, and no package pgserver")


def reachable(programs: Path, folder: Path) -> Path:
    """The same programs where the server's user may run them: root's own files are copied."""
    if os.geteuid() != 0 or "pginstall" not in programs.parts:
        return programs
    site = programs.parents[2]
    copy = folder / "site"
    if not copy.exists():
        for part in ("pgserver/pginstall", "pgserver.libs"):
            shutil.copytree(site / part, copy / part, symlinks=True)
    return copy / "pgserver" / "pginstall" / "bin"


def as_owner(folder: Path, command: Sequence[object], check: bool = True) -> None:
    """Run a program of the server: not as root, which PostgreSQL refuses."""
    user: dict[str, Any] = {}
    if os.geteuid() == 0:
        uid, gid = unprivileged()
        os.chown(folder, uid, gid)
        user = {"user": uid, "group": gid, "extra_groups": []}
    words = [str(word) for word in command]
    log = folder / "start.log"
    with open(log, "a") as output:
        done = subprocess.run(
            words, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False,
            timeout=120, **user,
        )  # fmt: skip
    if check and done.returncode:
        raise Unavailable(f"{Path(words[0]).name} failed: {log.read_text()[-200:]}")


def unprivileged() -> tuple[int, int]:
    import pwd

    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    return 65534, 65534


def main(arguments: list[str]) -> int:
    match arguments:
        case ["--stop", folder]:
            stop(Path(folder))
            return 0
        case _:
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
