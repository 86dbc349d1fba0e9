"""Database URLs: reading them, filling in the environment, and never showing a password."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote

from metricdsl.errors import MetricError, did_you_mean
from metricdsl.run.failure import database_error

MASK = "***"
SECRET_KEYS = frozenset(
    {
        "password",
        "passwd",
        "pwd",
        "token",
        "secret",
        "sslpassword",
        "access_token",
        "private_key_file_pwd",
        "passcode",
    }
)
FILES = {".duckdb": "duckdb", ".ddb": "duckdb", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite"}
EXAMPLES = "duckdb:///sales.duckdb, postgresql://user:$PASSWORD@host/database or sqlite:///sales.db"


@dataclass(frozen=True, slots=True)
class Address:
    """A database URL. `scheme` is without a driver: `postgresql` of `postgresql+psycopg`."""

    text: str = field(repr=False)
    scheme: str
    driver: str | None = None

    @property
    def path(self) -> str:
        """The file of `duckdb:///sales.duckdb`; `duckdb:////data/sales.duckdb` is absolute, '' is memory."""
        path = unquote(self.text.partition("://")[2].partition("?")[0])
        return "" if path in {"", "/", "/:memory:", ":memory:"} else path.removeprefix("/")

    @property
    def shown(self) -> str:
        """The URL as people may see it."""
        return mask(self.text)

    @property
    def secrets(self) -> tuple[str, ...]:
        return secrets(self.text)


def parse_address(text: str, environment: Mapping[str, str] | None = None) -> Address:
    """A URL, or the path of a file whose ending says what it is; environment variables are filled in."""
    text = fill_in(text.strip(), os.environ if environment is None else environment)
    head, separator, _ = text.partition("://")
    if not separator:
        return _file(text)
    scheme, _, driver = head.lower().partition("+")
    scheme = {"postgres": "postgresql", "sqlite3": "sqlite"}.get(scheme, scheme)
    return Address(text, scheme, driver or None)


def _file(text: str) -> Address:
    for ending, scheme in FILES.items():
        if text.lower().endswith(ending):
            return Address(f"{scheme}:///{quote(text)}", scheme)
    raise database_error(
        "database-url",
        f"'{without_words_of_login(mask(text))}' is not the address of a database.",
        f"write a URL such as {EXAMPLES}",
    )


def without_words_of_login(text: str) -> str:
    """`password=…` of a driver's own kind of address, which is none of ours."""
    names = "|".join(sorted(SECRET_KEYS | {"pwd"}))
    return re.sub(rf"(?i)\b({names})\s*=\s*('[^']*'|[^\s;&]+)", rf"\1={MASK}", text)


def unknown_scheme(address: Address, known: tuple[str, ...]) -> MetricError:
    return database_error(
        "database-url",
        f"'{address.scheme}' is no kind of database that can be reached here ({address.shown}).",
        *did_you_mean(address.scheme, known),
        f"there are: {', '.join(known)}",
        f"write a URL such as {EXAMPLES}",
    )


def fill_in(text: str, environment: Mapping[str, str]) -> str:
    """The text with environment variables filled in: `${NAME}` anywhere, `$NAME` where it is a whole part.

    A password's value is taken as it is: it need not be percent-encoded in the environment.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        if name not in environment:
            raise database_error(
                "database-url",
                f"The environment variable {name}, which the database's address names, is not set.",
                *did_you_mean(name, environment),
                f"set it before you start: export {name}=…",
            )
        is_password = text[: match.start()].endswith(":") and text[match.end() :].startswith("@")
        return quote(environment[name], safe="") if is_password else environment[name]

    return re.sub(r"\$\{(\w+)\}|(?<![^:/@?&=])\$([A-Za-z_]\w*)(?![^:/@?&=])", value, text)


def secrets(url: str) -> tuple[str, ...]:
    """Every form in which the password of a URL may turn up in a text, longest first."""
    written = {_password(url), *_query_secrets(url)} - {""}
    forms = written | {unquote(s) for s in written} | {quote(unquote(s), safe="") for s in written}
    return tuple(sorted(forms, key=len, reverse=True))


def _password(url: str) -> str:
    """By hand: `urlsplit` and libpq misread passwords with odd characters, and then quote parts of them."""
    rest = url.partition("://")[2] or url
    before_query = rest.partition("?")[0]
    login = (before_query if "@" in before_query else rest).rpartition("@")[0]
    return login.partition(":")[2]


def encoded(url: str) -> str:
    """The URL with the odd characters of its password percent-encoded, as drivers want it."""
    password = _password(url)
    is_encoded = not re.search(r"%(?![0-9A-Fa-f]{2})", password)
    safe = quote(password, safe="%" if is_encoded else "")
    return url.replace(f":{password}@", f":{safe}@", 1) if password else url


def _query_secrets(url: str) -> set[str]:
    query = url.rpartition("?")[2] if "?" in url else ""
    pairs = re.findall(r"(?:^|&)([^=&]+)=([^&]*)", query)
    return {value for key, value in pairs if key.lower() in SECRET_KEYS}


def mask(url: str) -> str:
    return scrub(url, secrets(url))


def scrub(text: str, hidden: tuple[str, ...]) -> str:
    """The text without the secrets, wherever they stand in it."""
    for secret in hidden:
        text = text.replace(secret, MASK)
    return text


def query_of(address: Address) -> dict[str, str]:
    """What stands behind the `?`"""
    return dict(parse_qsl(address.text.partition("?")[2]))
