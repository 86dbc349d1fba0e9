"""What all pages have: head, navigation, search, languages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from metricdsl.show.site.markup import Content, Markup, join, link, tag
from metricdsl.show.site.speech import Speech, language_name
from metricdsl.show.site.words import site_words

KINDS = ("metric", "entity", "function")
SECTIONS = (
    ("metrics", "index.html"),
    ("scorecards", "scorecards.html"),
    ("entities", "entities.html"),
    ("functions", "functions.html"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: where it lies below the site's folder, its title, what stands in `main`."""

    path: str
    title: str
    main: Markup
    section: str


def up_from(path: str) -> str:
    """What leads from a page to the site's folder."""
    return "../" * path.count("/")


def html(page: Page, speech: Speech, catalog: str) -> str:
    """The whole text of a page."""
    up = up_from(page.path)
    document = tag("html", _head(page, catalog, up), _body(page, speech, catalog, up), lang=speech.first)
    return f"<!doctype html>\n{document.html}\n"


def _head(page: Page, catalog: str, up: str) -> Markup:
    title = page.title if page.title == catalog else f"{page.title} · {catalog}"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="stylesheet", href=f"{up}site.css"),
        tag("script", src=f"{up}names.js", defer=True),
        tag("script", src=f"{up}site.js", defer=True),
    )


def _body(page: Page, speech: Speech, catalog: str, up: str) -> Markup:
    here = [
        link(up + href, speech.word(key), aria_current="page" if page.section == key else None)
        for key, href in SECTIONS
    ]
    header = tag(
        "header",
        link(f"{up}index.html", catalog, class_="brand"),
        tag("nav", here, aria_label=speech.plain_word("pages")),
        _search(speech),
        _languages(speech),
    )
    skip = link("#content", speech.word("skip"), class_="skip")
    return tag("body", skip, header, tag("main", page.main, id="content", tabindex=-1), data_up=up)


def _search(speech: Speech) -> Markup:
    """Without the script there is nothing to search with, so it stays hidden."""
    field = tag(
        "input", type="search", id="search", role="combobox", autocomplete="off", spellcheck="false",
        aria_expanded="false", aria_controls="found", aria_autocomplete="list",
        placeholder=speech.plain_word("search for"), aria_keyshortcuts="/",
    )  # fmt: skip
    name = tag("label", speech.word("search for"), for_="search", class_="unseen")
    hits = tag("ul", role="listbox", id="found", aria_label=speech.plain_word("search"), hidden=True)
    none = tag("p", speech.word("nothing"), id="none", hidden=True)
    count = tag("p", class_="unseen", id="count", role="status")
    return tag("div", name, field, tag("kbd", "/", aria_hidden="true"), hits, none, count,
               class_="search", role="search", hidden=True)  # fmt: skip


def _languages(speech: Speech) -> Content:
    if len(speech.languages) == 1:
        return None
    choices = [
        tag("option", language_name(language), value=language, lang=language) for language in speech.languages
    ]
    name = tag("label", speech.word("language"), for_="language", class_="unseen")
    return tag("div", name, tag("select", choices, id="language"), class_="language", hidden=True)


# --- pieces that several pages have -------------------------------------------------------------------


def section(speech: Speech, key: str, *content: Content, id_: str = "") -> Markup:
    """A part of a page with a heading of ours, or nothing where there is nothing to say."""
    inner = join(*content)
    if not inner:
        return inner
    name = id_ or key.replace(" ", "-")
    heading = tag("h2", speech.word(key), id=name)
    return tag("section", heading, inner, aria_labelledby=name)


def table(headings: Sequence[Content], rows: Sequence[Sequence[Content]], label: str) -> Markup:
    """A table which scrolls by itself where the window is narrow; the first cell of a row is its heading."""
    head = tag("tr", [tag("th", heading, scope="col") for heading in headings])
    body = [tag("tr", tag("th", row[0], scope="row"), [tag("td", cell) for cell in row[1:]]) for row in rows]
    inner = tag("table", tag("thead", head), tag("tbody", body))
    return tag("div", inner, class_="scroll", role="region", aria_label=label, tabindex=0)


def facts(pairs: Sequence[tuple[Content, Content]]) -> Markup:
    """Names and what they are, without those that are nothing."""
    rows = [tag("div", tag("dt", name), tag("dd", inner)) for name, said in pairs if (inner := join(said))]
    return tag("dl", rows, class_="facts") if rows else Markup("")


def names_script(names: Sequence[dict[str, object]]) -> str:
    """What can be searched for, as a script: pages that open from a file may not read other files."""
    kinds = {kind: site_words(kind) for kind in KINDS}
    data = {"NAMES": names, "KINDS": kinds}
    return "".join(f"const {name} = {json.dumps(value)};\n" for name, value in data.items())
