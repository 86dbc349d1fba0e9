"""What can be computed and is likely not what was meant: names that mislead, labels that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from metricdsl.catalog.languages import meant
from metricdsl.errors import Diagnostic, MetricError
from metricdsl.language.parser import parse_formula
from metricdsl.model.definitions import words_of
from metricdsl.source import Text
from metricdsl.types import GRAINS

if TYPE_CHECKING:
    from metricdsl.catalog.entries import Entry
    from metricdsl.model.catalog import Catalog

_LOCALIZED = ("label", "description", "synonyms")


def tasks(catalog: Catalog) -> Iterator[Callable[[], Iterable[Diagnostic]]]:
    """Each gives warnings; what is wrong with a definition itself is told elsewhere."""
    entries = catalog.entries
    listed = entries.settings.languages
    for entry in entries:
        if listed:
            yield lambda entry=entry: _unlisted(entry, listed)  # type: ignore[misc]  # bound now, called soon
    yield lambda: _grains(catalog)
    yield lambda: _keywords(entries.metrics)
    yield lambda: _labels(entries.metrics)
    yield lambda: _segments(catalog)


# --- languages --------------------------------------------------------------------------------------


def _unlisted(entry: Entry[Any], listed: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Texts in a language that is not among the catalog's `languages:`."""
    model = entry.model
    paths: list[tuple[tuple[str, ...], object]] = [((key,), model) for key in _LOCALIZED]
    for name, field in (getattr(model, "fields", None) or {}).items():
        paths += [(("fields", name, key), field) for key in _LOCALIZED]
    for path, owner in paths:
        texts = getattr(owner, path[-1], None)
        for language in texts if isinstance(texts, Mapping) else ():
            if language not in listed:
                message = f"'{language}' is not among the languages of the catalog: {', '.join(listed)}"
                hints = (
                    *meant(language, listed),
                    f"or add it: languages: [{', '.join(listed)}, {language}]",
                )
                place = entry.key(*path, language)
                yield Diagnostic("unlisted-language", message, place, hints, severity="warning")


# --- names --------------------------------------------------------------------------------------------


def _misleading(message: str, entry: Entry[Any], *hints: str) -> Diagnostic:
    return Diagnostic("misleading-name", message, entry.span, hints, severity="warning")


def _grains(catalog: Catalog) -> Iterator[Diagnostic]:
    """`per month` is each month, and each row of an entity of that name."""
    for name, entry in catalog.entries.entities.items():
        if name in GRAINS:
            message = f"the entity '{name}' has the name of a grain, and `per {name}` is each of its rows"
            yield _misleading(message, entry, "rename it")


def _keywords(metrics: Mapping[str, Entry[Any]]) -> Iterator[Diagnostic]:
    """Names that formulas do not take bare."""
    for name, entry in metrics.items():
        if not re.fullmatch(r"\w+", name):
            continue  # everyone sees that it needs backquotes
        try:
            parse_formula(Text.of(f"1 / {name}"))
        except MetricError:
            message = f"'{name}' is a word of the language, so the metric is only found as `{name}`"
            yield _misleading(message, entry, "rename it")


def _labels(metrics: Mapping[str, Entry[Any]]) -> Iterator[Diagnostic]:
    """A label that is the name of another metric, which is the one that a question means by it."""
    for name, entry in metrics.items():
        try:
            words = words_of(entry.model)
        except MetricError:
            continue  # told by itself
        for other in sorted(word for word in words if word in metrics and word != name):
            message = (
                f"a label of '{name}' is the name of another metric: a question for {other} means that one"
            )
            yield _misleading(message, entry, "give it another label")


def _segments(catalog: Catalog) -> Iterator[Diagnostic]:
    """Inside an aggregate the bare name is the field, elsewhere the segment."""
    for name, entry in catalog.entries.segments.items():
        owners = [e for e, made in catalog.definitions.usable_entities().items() if name in made.fields]
        if owners:
            message = (
                f"the segment '{name}' has the name of a field, which it stands for inside an aggregate of"
            )
            yield _misleading(f"{message} {', '.join(owners)}", entry, "rename one of them")
