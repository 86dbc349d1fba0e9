"""What it takes to plan a question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from metricdsl.errors import fail
from metricdsl.language import syntax
from metricdsl.model.definitions import Definitions
from metricdsl.model.environment import Environment
from metricdsl.model.metrics import Metrics
from metricdsl.plan.nodes import HERE, Context


@dataclass(frozen=True, eq=False)
class Asker:
    """What it takes to plan a question: a catalog's metrics and what was asked beside."""

    metrics: Metrics
    question: syntax.Question
    language: str

    @property
    def environment(self) -> Environment:
        return self.metrics.environment

    @property
    def definitions(self) -> Definitions:
        return self.environment.definitions

    def axis(self) -> syntax.Name | None:
        """The time axis that `by … on` or `for … on` names for all columns."""
        by_axis, for_axis = self.question.by_axis, self.question.for_axis
        if by_axis is not None and for_axis is not None and by_axis != for_axis:
            raise fail(
                "two-axes",
                "`by` and `for` name two time axes; a question has one",
                for_axis.span,
                related=[("the other is named here", by_axis.span)],
            )
        return by_axis or for_axis

    def here(self) -> Context:
        """The context of all that is asked: `vs prior … aligned` cuts both sides of an unfinished period."""
        versus = self.question.versus
        return replace(HERE, aligned=isinstance(versus, syntax.VersusPrior) and versus.aligned)
