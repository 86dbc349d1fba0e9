"""`kpi docs`: all pages into a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from metricdsl.errors import fail
from metricdsl.functions.vocabulary import AGGREGATES, row_functions
from metricdsl.show.site import page as pages
from metricdsl.show.site.addresses import addresses, anchor
from metricdsl.show.site.entities import entities_page, entity_model, entity_page, visible_entities
from metricdsl.show.site.explained import Site
from metricdsl.show.site.formulas import FUNCTIONS
from metricdsl.show.site.index import index_page, scorecards_page
from metricdsl.show.site.latest import latest_values
from metricdsl.show.site.metrics import metric_page
from metricdsl.show.site.page import Page
from metricdsl.show.site.reference import functions_page
from metricdsl.show.site.speech import Said, speech_of, text_in

if TYPE_CHECKING:
    from metricdsl.model.catalog import Catalog
    from metricdsl.run.session import Session

WRITTEN = ".kpi-docs"
"""Lists the files of the site, by which the next one knows what it may replace."""
STATIC = ("site.css", "site.js")


def write_site(
    catalog: Catalog, folder: Path, as_of: date, language: str | None = None, session: Session | None = None
) -> int:
    """Write the site of a catalog into a folder, and give the number of pages.

    Pages of an earlier site that are no more are removed. `session` is where latest values come from.
    Raises MetricError for a folder with files of others.
    """
    earlier = _earlier(folder)
    entries = catalog.entries
    site = Site(
        catalog,
        speech_of(entries, language),
        addresses(entries.metrics, entries.entities),
        as_of,
        latest_values(session, as_of, language) if session else {},
    )
    made = {page.path: pages.html(page, site.speech, site.title) for page in all_pages(site)}
    own = files("metricdsl.show.site").joinpath("static")
    static = {name: own.joinpath(name).read_text("utf-8") for name in STATIC}
    texts = {**made, **static, "names.js": pages.names_script(list(names(site)))}
    for path in sorted(earlier - texts.keys()):
        (folder / path).unlink(missing_ok=True)
    for path, text in {**texts, WRITTEN: "\n".join(sorted(texts)) + "\n"}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    return len(made)


def _earlier(folder: Path) -> set[str]:
    """The files of the site that is there already, all of them inside the folder."""
    if folder.exists() and not folder.is_dir():
        raise fail("usage", f"{folder} is a file", None, "name a folder, or one that is still to be made")
    listed = folder / WRITTEN
    if listed.is_file():
        paths = set(listed.read_text("utf-8").split("\n")) - {""}
        root = folder.resolve()
        return {path for path in paths if (folder / path).resolve().is_relative_to(root)}
    if folder.exists() and any(folder.iterdir()):
        raise fail("usage", f"{folder} has files that are not of an earlier site", None,
                   "name a folder that is empty, or one that is still to be made")  # fmt: skip
    return set()


def all_pages(site: Site) -> Iterator[Page]:
    yield index_page(site)
    yield scorecards_page(site)
    yield entities_page(site)
    yield functions_page(site)
    for metric in site.metrics.values():
        yield metric_page(site, metric)
    for name in site.catalog.entries.entities:
        yield entity_page(site, name)


# --- search -------------------------------------------------------------------------------------------


def names(site: Site) -> Iterator[dict[str, object]]:
    """What the search finds: name, labels by language, other words, what it is, where it is explained."""
    from metricdsl.catalog.schema import every_text

    for metric in site.metrics.values():
        if metric.listed:
            model = metric.model
            words = [*every_text(model.synonyms), *model.tags] if model else []
            yield _name(site, metric.name, metric.label, words, "metric", site.addresses.metrics[metric.name])
    for name in visible_entities(site):
        known = entity_model(site, name)
        label, others = (known.label, every_text(known.synonyms)) if known else (None, ())
        yield _name(site, name, label, others, "entity", site.addresses.entities[name])
    for kind, functions in (("aggregate", AGGREGATES), ("function", row_functions())):
        for name in functions:
            yield _name(site, name, None, (), "function", f"{FUNCTIONS}#{anchor(kind, name)}")


def _name(
    site: Site, name: str, label: Said, words: Iterable[str], kind: str, path: str
) -> dict[str, object]:
    labels = {language: text_in(label, language, name)[1] for language in site.speech.languages}
    address = quote(path, safe="/#")
    return {"name": name, "labels": labels, "words": list(words), "kind": kind, "path": address}
