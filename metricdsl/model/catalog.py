"""A loaded catalog: what users hold in their hands."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from metricdsl.errors import Diagnostic, MetricError
from metricdsl.model.definitions import Definitions

if TYPE_CHECKING:
    from metricdsl.catalog.loader import Entries
    from metricdsl.model.metrics import Metrics
    from metricdsl.types import ValueType


CHECKED_WITH_QUESTIONS = 300
"""Up to so many metrics the whole catalog is checked, once, when a question is first asked."""


@dataclass(eq=False)
class Catalog:
    """The definitions of a folder of YAML files. Made by `metricdsl.load`.

    `known`: the types that a database has for (entity, field) of which the catalog says none.
    """

    entries: Entries
    known: Mapping[tuple[str, str], ValueType] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if self.entries.sources:
            from metricdsl.model.sources import mapped

            self.entries = mapped(self.entries)

    @cached_property
    def definitions(self) -> Definitions:
        return Definitions(self.entries, self.known)

    def knowing(self, types: Mapping[tuple[str, str], ValueType]) -> Catalog:
        """The same catalog over a database that has these types; what was made without them is made anew."""
        other = copy(self)
        remade = ["definitions", "metrics", "unavailable"]
        if self.__dict__.get("_broken"):
            remade.append("_broken")  # what cannot be compared with a text may be fine with a number
        for made in remade:
            other.__dict__.pop(made, None)
        other.known = types
        return other

    @cached_property
    def metrics(self) -> Metrics:
        """The meaning of the metrics, shared by all questions that set no parameter."""
        from metricdsl.model.environment import Environment
        from metricdsl.model.metrics import Metrics

        return Metrics(Environment(self.definitions))

    @cached_property
    def unavailable(self) -> Mapping[str, str]:
        """The metrics that the sources have not the columns for, each with what is lacking."""
        from metricdsl.model.sources import NOT_MAPPED

        found: dict[str, str] = {}
        for name in self.entries.metrics if self.entries.sources else ():
            try:
                self._meaning(name)
            except MetricError as error:
                if lacking := [d.message for d in error.diagnostics if d.code == NOT_MAPPED]:
                    found[name] = lacking[0]
        return found

    def _meaning(self, metric: str) -> object:
        from metricdsl.model.metrics import MetricScope

        return self.metrics.metric(metric, MetricScope(self.metrics), self.entries.metrics[metric].span)

    def check(self) -> list[Diagnostic]:
        """Everything that is wrong or doubtful in the catalog, in the order of its files."""
        from importlib import import_module

        from metricdsl.model.check import check

        # Planning comes later than the model, so it is looked up when called.
        return check(self, import_module("metricdsl.plan.checking").tasks(self))

    def sql(self, question: str, dialect: str = "duckdb", as_of: date | str | None = None) -> str:
        """The SQL of a question for a dialect."""
        from importlib import import_module

        # The pipeline imports the model; seen from here it comes later, so it is looked up when called.
        compiled = import_module("metricdsl.compiler").compile(question, self, dialect, as_of)
        text: str = compiled.sql
        return text

    @cached_property
    def _broken(self) -> tuple[Diagnostic, ...]:
        """One warning where definitions are broken. In a large catalog only `check` looks at all of them."""
        if len(self.entries.metrics) > CHECKED_WITH_QUESTIONS:
            return ()
        errors = [d for d in self.check() if d.severity == "error"]
        if not errors:
            return ()
        count = f"{len(errors)} definitions" if len(errors) > 1 else "a definition"
        message = f"{count} of the catalog cannot be used: {errors[0].message}"
        return (
            Diagnostic(
                "broken-definition", message, errors[0].span, ("kpi check tells all",), severity="warning"
            ),
        )

    def warnings(self, metrics: tuple[str, ...]) -> tuple[Diagnostic, ...]:
        """What users of these metrics should know: one is deprecated, or other definitions are broken."""
        found: list[Diagnostic] = list(self._broken)
        for name in metrics:
            entry = self.entries.metrics.get(name)
            if entry is not None and entry.model.deprecated:
                message = f"metric '{name}' is deprecated: {entry.model.deprecated}"
                found.append(Diagnostic("deprecated", message, entry.span, severity="warning"))
        return tuple(found)
