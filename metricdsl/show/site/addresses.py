"""Which page is about what: file names that are safe on every system, and links between pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

RESERVED = frozenset({"con", "prn", "aux", "nul", "index"})  # no file may be called so on Windows; ours
LONGEST = 60  # of a name: a letter may take 3 bytes, and file systems allow 255


@dataclass(frozen=True, slots=True)
class Addresses:
    """The files of metrics and entities by name, relative to the site's folder."""

    metrics: Mapping[str, str]
    entities: Mapping[str, str]

    def metric(self, name: str, up: str) -> str:
        """The link from a page that lies `up` (`../` or nothing) below the site's folder."""
        return up + quote(self.metrics[name])

    def entity(self, name: str, up: str, field: str = "") -> str:
        return up + quote(self.entities[name]) + (f"#{anchor('field', field)}" if field else "")


def addresses(metrics: Iterable[str], entities: Iterable[str]) -> Addresses:
    return Addresses(_files("metrics", metrics), _files("entities", entities))


def _files(folder: str, names: Iterable[str]) -> dict[str, str]:
    """Names that differ only in what file systems do not tell apart get numbers."""
    taken = set(RESERVED)
    files = {}
    for name in names:
        stem = re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", name))[:LONGEST].strip("-") or "x"
        number = 1
        file = stem
        while file.casefold() in taken:
            number += 1
            file = f"{stem}-{number}"
        taken.add(file.casefold())
        files[name] = f"{folder}/{file}.html"
    return files


def anchor(kind: str, name: str) -> str:
    """What stands behind `#` and in `id`: without blanks, and another one for each kind and name."""
    return f"{kind}-{quote(name, safe='').replace('~', '%7E').replace('%', '~')}"
