"""An aggregate from its arguments and tails: which tails go together, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from metricdsl.errors import MetricError, fail
from metricdsl.language import syntax
from metricdsl.source import Span

ORDER = ("repeated", "where", "on", "at")
STEP = ("where", "via", "within")
ARGUMENTS = {"percentile": 2, "weighted_avg": 2}  # all others take one


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind an aggregate's arguments: its keyword, its value, its place."""

    keyword: str
    value: Any
    span: Span


def aggregate(
    function: str,
    distinct: Span | None,
    arguments: tuple[syntax.Expression, ...],
    tails: Sequence[Tail],
    span: Span,
) -> syntax.Aggregate:
    """The tree of an aggregate; raises MetricError for tails that do not fit it or each other."""
    if distinct is not None and function not in ("count", "approx_count"):
        raise fail("syntax-distinct", f"'distinct' belongs to 'count', not to '{function}'", distinct,
                   "count(distinct x) counts the different values of x")  # fmt: skip
    keywords = [tail.keyword for tail in tails]
    if "per" in keywords:
        arguments += _only_per(tails)
    elif keywords[-1:] == ["elapsed"]:
        arguments += tails[-1].value
    _check_count(function, arguments, span)
    if "followed by" in keywords:
        if distinct is not None:
            raise fail(
                "syntax-sequence", "a sequence counts rows, so 'distinct' has no place in it", distinct
            )
        return syntax.Aggregate(function, (_sequence(arguments, tails), *arguments[1:]), span=span)
    _check_order(tails)
    values = {tail.keyword: tail.value for tail in tails}
    return syntax.Aggregate(
        function,
        arguments,
        distinct is not None,
        tuple(key for key in values.get("per", ()) if isinstance(key, syntax.Name)),
        values.get("repeated", False),
        values.get("where"),
        values.get("on"),
        values.get("at"),
        span=span,
    )


def _is_condition(tree: syntax.Expression) -> bool:
    """Whether a text can only be a condition, whatever its names mean."""
    if isinstance(tree, syntax.Operation):
        return tree.operator not in ("+", "-", "*", "/", "negate")
    return isinstance(tree, syntax.Membership | syntax.Between | syntax.IsNull)


def _check_count(function: str, arguments: tuple[syntax.Expression, ...], span: Span) -> None:
    wanted = ARGUMENTS.get(function, 1)
    if len(arguments) == wanted:
        return
    hints = {
        "min": "the smallest of several values in one row is least(a, b)",
        "max": "the largest of several values in one row is greatest(a, b)",
        "percentile": "write percentile(orders.amount, 90%)",
        "weighted_avg": "write weighted_avg(value, weight)",
        "count": "the different values of a field are counted by count(distinct orders.customer)",
    }
    takes = "one argument" if wanted == 1 else "two arguments"
    hint = [hints[function]] if function in hints else []
    if len(arguments) > wanted and _is_condition(arguments[-1]):
        hint = [f"a condition stands behind where: {function}(orders.amount where …)"]
    raise fail("syntax-arguments", f"'{function}' takes {takes}, not {len(arguments)}", span, *hint)


def _only_per(tails: Sequence[Tail]) -> tuple[syntax.Expression, ...]:
    """The arguments that stand behind the keys of `per`, which suffers no other tail beside it."""
    other = next((tail for tail in tails if tail.keyword != "per"), None)
    if other is not None:
        raise fail("syntax-per", f"'{other.keyword}' and 'per' cannot stand in one aggregate", other.span,
                   "narrow what is evaluated for each key: avg((F where C) per k)")  # fmt: skip
    if len(tails) > 1:
        raise _twice(tails[1], tails[0], "several keys are separated by commas: per a, b")
    return tuple(value for value in tails[0].value if not isinstance(value, syntax.Name))


def _check_order(tails: Sequence[Tail]) -> None:
    first: dict[str, Tail] = {}
    for tail in tails:
        if tail.keyword in ("via", "within", "elapsed"):
            raise fail("syntax-sequence", f"'{tail.keyword}' belongs to a sequence", tail.span,
                       "write count(leads followed by orders via customer within 30 days)")  # fmt: skip
        if tail.keyword in first:
            raise _twice(tail, first[tail.keyword], "conditions are joined by 'and'")
        first[tail.keyword] = tail
    for earlier, later in pairwise(tails):
        if earlier.keyword != "per" and ORDER.index(earlier.keyword) > ORDER.index(later.keyword):
            raise fail(
                "syntax-tail-order",
                f"'{later.keyword}' has to come before '{earlier.keyword}'",
                later.span,
                "the order is: repeated, where CONDITION, on TIMEFIELD, at start | at end | during",
            )


def _sequence(arguments: tuple[syntax.Expression, ...], tails: Sequence[Tail]) -> syntax.Sequence:
    """The steps, each from its `followed by` and what stands before the next one."""
    first = arguments[0]
    if not isinstance(first, syntax.Name):
        raise fail("syntax-sequence", "a sequence starts with the name of an entity", first.span,
                   "write count(leads where … followed by orders)")  # fmt: skip
    steps = [syntax.Step(first, span=first.span)]
    elapsed = False
    own: dict[str, Tail] = {}
    for tail in tails:
        if elapsed:
            raise fail("syntax-sequence", "'elapsed' stands at the end of a sequence", tail.span)
        if tail.keyword == "followed by":
            steps.append(tail.value)
            own = {}
        elif tail.keyword == "elapsed" and len(steps) > 1:
            elapsed = True
        else:
            _check_step_tail(tail, own, first_step=len(steps) == 1)
            own[tail.keyword] = tail
            steps[-1] = _with(steps[-1], tail)
    return syntax.Sequence(tuple(steps), elapsed, span=steps[0].span.to(tails[-1].span))


def _check_step_tail(tail: Tail, own: dict[str, Tail], first_step: bool) -> None:
    allowed = STEP[:1] if first_step else STEP
    if tail.keyword not in allowed:
        words = "'where'" if first_step else "'where', 'via' and 'within'"
        which = "the first step" if first_step else "a step"
        raise fail("syntax-sequence", f"{which} of a sequence takes {words}, not '{tail.keyword}'", tail.span)
    if tail.keyword in own:
        raise _twice(tail, own[tail.keyword], "each step takes it once; conditions are joined by 'and'")


def _with(step: syntax.Step, tail: Tail) -> syntax.Step:
    values = {keyword: getattr(step, keyword) for keyword in STEP} | {tail.keyword: tail.value}
    return syntax.Step(step.entity, negated=step.negated, **values, span=step.span.to(tail.span))


def _twice(tail: Tail, first: Tail, hint: str) -> MetricError:
    return fail("syntax-tail-twice", f"'{tail.keyword}' stands twice in one aggregate", tail.span, hint,
                related=[("the first one", first.span)])  # fmt: skip
