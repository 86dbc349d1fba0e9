"""Reads the pages of a site as strictly as a browser is lenient."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

VOID = {"br", "col", "hr", "img", "input", "link", "meta"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    inner: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(i if isinstance(i, str) else i.text for i in self.inner)

    @property
    def seen(self) -> str:
        """The text without what is hidden, as before the script has run."""
        return (
            "".join(i if isinstance(i, str) else i.seen for i in self.inner)
            if "hidden" not in self.attributes
            else ""
        )

    def all(self, *tags: str) -> Iterator[Element]:
        for inner in self.inner:
            if isinstance(inner, Element):
                if not tags or inner.tag in tags:
                    yield inner
                yield from inner.all(*tags)

    def with_class(self, name: str) -> list[Element]:
        return [e for e in self.all() if name in (e.attributes.get("class") or "").split()]


class _Reader(HTMLParser):
    """Every element is closed by its own tag and in turn, no attribute stands twice."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), attrs
        element = Element(tag, dict(attrs))
        self.open[-1].inner.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inner.append(data)


def read(file: Path) -> Element:
    """The tree of a page. Fails for one that is not well formed."""
    text = file.read_text("utf-8")
    assert text.startswith("<!doctype html>\n"), file
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert len(reader.open) == 1, f"{file}: {reader.open[-1].tag} stays open"
    return reader.root


def read_all(folder: Path) -> dict[str, Element]:
    """All pages by their path below the site's folder."""
    return {file.relative_to(folder).as_posix(): read(file) for file in sorted(folder.rglob("*.html"))}


def broken_links(folder: Path, pages: dict[str, Element]) -> list[str]:
    """Links and sources that lead to no file or to no place in it."""
    places = {path: {e.attributes.get("id") for e in page.all()} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for element in page.all("a", "link", "script", "img"):
            target = element.attributes.get("href") or element.attributes.get("src") or ""
            if target.startswith("data:"):
                continue
            address, place = urldefrag(target)
            file = ((folder / path).parent / unquote(address)).resolve() if address else folder / path
            inside = file.is_relative_to(folder.resolve()) or not address
            name = file.resolve().relative_to(folder.resolve()).as_posix() if inside else ""
            if not inside or not file.is_file() or (place and unquote(place) not in places[name]):
                broken.append(f"{path}: {target}")
    return broken
