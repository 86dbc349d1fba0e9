"""HTML and SVG from Python. What is no Markup is text, and is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of a page, already escaped."""

    html: str

    def __bool__(self) -> bool:
        return bool(self.html)


Content = Markup | str | None | Iterable["Content"]
Value = str | int | bool | None


def tag(name: str, /, *content: Content, **attributes: Value) -> Markup:
    """An element. `class_` is class, `aria_label` is aria-label; None and False leave an attribute out."""
    opening = name + "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{opening}>" if name in VOID else f"<{opening}>{_html(content)}</{name}>")


def join(*content: Content) -> Markup:
    """Pieces one after another, without an element around them."""
    return Markup(_html(content))


def between(separator: str, parts: Iterable[Content]) -> Markup:
    """Pieces with a text between each two."""
    return Markup(escape(separator).join(_html(part) for part in parts))


def code(*content: Content, **attributes: Value) -> Markup:
    return tag("code", *content, **attributes)


def link(href: str, *content: Content, **attributes: Value) -> Markup:
    return tag("a", *content, href=href, **attributes)


def _attribute(key: str, value: Value) -> str:
    name = key.rstrip("_").replace("_", "-")
    match value:
        case None | False:
            return ""
        case True:
            return f" {name}"
        case _:
            return f' {name}="{escape(str(value))}"'


def _html(content: Content) -> str:
    match content:
        case None:
            return ""
        case Markup():
            return content.html
        case str():
            return escape(content, quote=False)
        case _:
            return "".join(_html(part) for part in content)
