"""Connections that people have already written down: the sections of `~/.jupysql/connections.ini`."""

from __future__ import annotations

from configparser import ConfigParser, Error
from pathlib import Path
from urllib.parse import quote

from metricdsl.run.failure import database_error

FILE = "~/.jupysql/connections.ini"
SCHEMES = {"postgres": "postgresql", "duckdb": "duckdb", "sqlite": "sqlite"}


def section_names(file: str = FILE) -> tuple[str, ...]:
    """None of them where there is no such file."""
    return tuple(_read(file).sections())


def section_url(name: str, file: str = FILE) -> str:
    """The URL of a section with drivername, username, password, host, port and database."""
    section = _read(file)[name]
    scheme = section.get("drivername")
    if not scheme:
        raise database_error("database-url", f"Section [{name}] of {file} has no drivername.",
                             "add the kind of database: drivername = postgresql")  # fmt: skip
    login = quote(section.get("username", ""), safe="")
    if section.get("password"):
        login += ":" + quote(section["password"], safe="")
    place = section.get("host", "") + (f":{section['port']}" if section.get("port") else "")
    return f"{scheme}://{login + '@' if login else ''}{place}/{section.get('database', '')}"


def _read(file: str) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    try:
        parser.read(Path(file).expanduser(), "utf-8")
    except (Error, UnicodeDecodeError) as error:
        detail = " ".join(str(error).split())
        raise database_error("database-url", f"{file} cannot be read: {detail}.") from None
    return parser
