"""`vs target` (sections 1 and 7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from metricdsl.language import syntax
from tests.reference.evaluator.calendar import BEGINNING, Clock, Period
from tests.reference.evaluator.catalog import Catalog, formula
from tests.reference.evaluator.values import Value, calculate


class Targets:
    """The targets of a catalog's metrics. `default` is the range, where there are no periods.

    `by_period`: rows have a period of their own, so that one without has no first day, and no `from` is reached.
    """

    def __init__(self, catalog: Catalog, clock: Clock, default: Period | None, by_period: bool) -> None:
        self.catalog, self.clock, self.default, self.by_period = catalog, clock, default, by_period

    def columns(
        self, metric: str, value: Value, period: Period | None, holds: Callable[[syntax.Expression], bool]
    ) -> list[Value]:
        """m_target, m_gap, m_status; `holds` says whether a condition holds of the row's groups."""
        target = self._target(self.catalog.metric_setting(metric, "target"), period or self.default, holds)
        if target is None or value is None:
            return [target, None, None]
        warn = self._number(self.catalog.metric_setting(metric, "warn"))
        sign = -1 if self.catalog.metric_setting(metric, "better") == "down" else 1
        warned = warn is not None and value * sign >= warn * sign
        status = "good" if value * sign >= target * sign else "warning" if warned else "bad"
        return [target, value - target, status]

    def _target(
        self, setting: Any, period: Period | None, holds: Callable[[syntax.Expression], bool]
    ) -> Value:
        """A matching `where` wins, then the latest `from` not after the period's first day."""
        if not isinstance(setting, list):
            return self._number(setting)
        first = self._first_day(period)
        fitting = [
            target
            for target in setting
            if target.get("from", date.min) <= first
            and ("where" not in target or holds(formula(target["where"])))
        ]
        fitting.sort(key=lambda target: ("where" in target, target.get("from", date.min)))
        return self._number(fitting[-1]["value"]) if fitting else None

    def _first_day(self, period: Period | None) -> date:
        if period is None:
            return date.min if self.by_period else self.clock.today
        if period.label is not None:
            return period.label.date()
        return date.min if period.start == BEGINNING else self.clock.day(period.start)

    def _number(self, value: Any) -> Value:
        return calculate(formula(value), lambda part: part, self.clock) if isinstance(value, str) else value
