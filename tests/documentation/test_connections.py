"""The page on connections says what can be connected to."""

from __future__ import annotations

import re

from metricdsl.run.schemes import SCHEMES
from tests.documentation import sql

PAGE = sql.ROOT / "metricdsl" / "reference" / "connections.md"


def test_the_table_has_every_kind_of_database() -> None:
    rows = re.findall(r"^\| `(\S+://\S*)` \| (?:`([^`]+)`)? ?\|", PAGE.read_text("utf-8"), re.MULTILINE)
    written = {re.split(r"[+:]", url)[0]: (url, install) for url, install in rows}
    assert written == {name: (scheme.url, scheme.install) for name, scheme in SCHEMES.items()}


def test_every_extra_that_is_named_is_there() -> None:
    project = (sql.ROOT / "pyproject.toml").read_text("utf-8")
    extras = {
        found for scheme in SCHEMES.values() for found in re.findall(r"metricdsl\[(\w+)\]", scheme.install)
    }
    assert [
        extra for extra in sorted(extras) if not re.search(rf"^{extra} = \[", project, re.MULTILINE)
    ] == []
