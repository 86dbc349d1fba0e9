"""Wrong catalogs as text: a file of cases, each a title, one or more files, and the whole message.

    ===== a title
    metrics:
      leads: «%»
    @@@@@ second.yml
    …
    -----
    error[…]: …

«…» stands around what an error must point at, in the order of the errors; the marks are not in the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "wrong"


@dataclass(frozen=True)
class Case:
    """One wrong catalog: its files with marks, and the message that it must give."""

    title: str
    files: dict[str, str]
    message: str

    def written(self) -> dict[str, str]:
        """The files as they are loaded."""
        return {name: re.sub("[«»]", "", text) for name, text in self.files.items()}

    def marked(self) -> list[tuple[str, int, int]]:
        """File, start and end of every marked stretch, in the order of their starts."""
        return [place for name in sorted(self.files) for place in sorted(_marks(name, self.files[name]))]


def _marks(name: str, text: str) -> Iterator[tuple[str, int, int]]:
    at, opened = 0, []
    for character in text:
        if character == "«":
            opened.append(at)
        elif character == "»":
            yield name, opened.pop(), at
        else:
            at += 1


def cases() -> Iterator[Case]:
    """All cases of the folder."""
    for file in sorted(FOLDER.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").split("\n===== ")[1:]:
            title, _, body = block.partition("\n")
            content, _, message = body.partition("\n-----\n")
            first, *others = content.strip("\n").split("\n@@@@@ ")
            files = {"catalog.yml": first + "\n"}
            for other in others:
                name, _, text = other.partition("\n")
                files[name] = text + "\n"
            yield Case(f"{file.stem}: {title}", files, message.strip("\n"))
