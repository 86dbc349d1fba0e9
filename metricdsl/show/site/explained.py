"""Everything that the pages tell about the metrics of a catalog, looked up once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from metricdsl.catalog.scorecards import question as question_of
from metricdsl.errors import MetricError
from metricdsl.language.parser import parse_question
from metricdsl.show.card import Card
from metricdsl.show.definition import Definition, definition
from metricdsl.show.site.addresses import Addresses
from metricdsl.show.site.drawing import Leaf, leaves
from metricdsl.show.site.formulas import Formulas
from metricdsl.show.site.markup import Content, Markup, code, join, link
from metricdsl.show.site.speech import Said, Speech

if TYPE_CHECKING:
    from metricdsl.catalog.loader import Entry
    from metricdsl.catalog.schema import Entity, Metric
    from metricdsl.model.catalog import Catalog
    from metricdsl.model.meaning import Value
    from metricdsl.source import Span

CODE = re.compile(r"(`[^`]+`|[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)+)")
OTHER = ""
"""The area of metrics without tags."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is nothing to explain: `word` is wrong or unavailable, a key of our words."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A metric. Of a wrong one there is no definition, and perhaps not even a model.

    `names` are the metrics that its formula names, `latest` its value in a database, or why there is none.
    """

    name: str
    entry: Entry[Metric]
    model: Metric | None
    definition: Definition | None = None
    leaves: tuple[Leaf, ...] = ()
    names: tuple[str, ...] = ()
    problem: Problem | None = None
    latest: Card | str | None = None

    @property
    def area(self) -> str:
        """Its first tag."""
        return self.model.tags[0] if self.model and self.model.tags else OTHER

    @property
    def listed(self) -> bool:
        return self.model is None or not self.model.hidden

    @property
    def label(self) -> Said:
        return self.model.label if self.model else None


@dataclass(eq=False)
class Site:
    """What all pages are made from."""

    catalog: Catalog
    speech: Speech
    addresses: Addresses
    as_of: date
    latest: Mapping[str, Card | str]

    @cached_property
    def formulas(self) -> Formulas:
        return Formulas(self.catalog, self.addresses)

    @cached_property
    def title(self) -> str:
        return self.catalog.entries.settings.catalog or "KPIs"

    @cached_property
    def own_entities(self) -> Mapping[str, Entry[Entity]]:
        """As the catalog has them, without what sources say."""
        from metricdsl.model.sources import unmapped

        return unmapped(self.catalog.entries).entities

    @cached_property
    def metrics(self) -> dict[str, Explained]:
        """By name, in the order of the files."""
        return {name: self._explained(name) for name in self.catalog.entries.metrics}

    @cached_property
    def used_by(self) -> dict[str, list[str]]:
        """The metrics that name a metric in their own formula."""
        found: dict[str, list[str]] = {}
        for metric in self.metrics.values():
            for name in metric.names:
                found.setdefault(name, []).append(metric.name)
        return found

    @cached_property
    def shown_in(self) -> dict[str, list[str]]:
        """The scorecards that show a metric, by its name."""
        found: dict[str, list[str]] = {}
        for name, entry in self.catalog.entries.scorecards.items():
            try:
                question = question_of(entry).value
            except MetricError:
                continue
            places = self.formulas.places(question, parse=parse_question)
            for metric in dict.fromkeys(place.name for place in places if place.kind == "metric"):
                found.setdefault(metric, []).append(name)
        return found

    @cached_property
    def readers(self) -> dict[str, list[str]]:
        """The metrics that read an entity, by its name."""
        found: dict[str, list[str]] = {}
        for metric in self.metrics.values():
            for entity in metric.definition.reads if metric.definition else ():
                found.setdefault(entity, []).append(metric.name)
        return found

    def _explained(self, name: str) -> Explained:
        entry = self.catalog.entries.metrics[name]
        model = None
        try:
            model = entry.model
            found = definition(self.catalog, name, self.speech.first)
            value = self._value(name, entry.span)
        except MetricError as error:
            return Explained(name, entry, model, problem=problem(error))
        except RecursionError:
            return Explained(name, entry, model, problem=Problem("wrong", "nested too deeply"))
        places = self.formulas.places(found.formula)
        named = tuple(dict.fromkeys(p.name for p in places if p.kind == "metric" and p.name != name))
        read = tuple(leaves(self.catalog, value))
        return Explained(name, entry, model, found, read, named, None, self.latest.get(name))

    def _value(self, name: str, span: Span) -> Value:
        from metricdsl.model.metrics import MetricScope

        return self.catalog.metrics.metric(name, MetricScope(self.catalog.metrics), span)

    def prose(self, said: Said, up: str) -> Markup:
        """A description, in which names that can be no plain words, as win_rate, are links."""

        def linked(text: str) -> Markup:
            parts = CODE.split(text)  # plain words and code in turn
            return join(self._code(part, up) if i % 2 else part for i, part in enumerate(parts))

        return self.speech.say(said, made=linked)

    def _code(self, name: str, up: str) -> Content:
        if name.startswith("`"):
            return code(self.formulas.linked(name.strip("`"), up))
        places = self.formulas.places(name)
        return link(self.formulas.address(places[0], up), name) if len(places) == 1 else name

    def place(self, span: Span) -> str:
        """Where something is defined, as seen from the catalog's folder: pages tell no paths of a machine."""
        file = Path(span.source.name)
        root = Path(self.catalog.entries.path)
        line, _ = span.source.position(span.start)
        inside = file.relative_to(root) if root in file.parents else Path(file.name)
        return f"{inside.as_posix()}:{line}"


def problem(error: MetricError) -> Problem:
    """What lacks only a column in the sources is not wrong."""
    from metricdsl.model.sources import NOT_MAPPED

    if all(diagnostic.code == NOT_MAPPED for diagnostic in error.diagnostics):
        return Problem("unavailable", "; ".join(dict.fromkeys(d.message for d in error.diagnostics)))
    return Problem("wrong", str(error))
