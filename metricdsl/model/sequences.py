"""Sequences: whether and when a row is followed by others (`followed by … within … via …`)."""

from __future__ import annotations

from metricdsl.errors import MetricError, fail
from metricdsl.language import syntax
from metricdsl.model.arguments import entity_named
from metricdsl.model.environment import Environment, duration
from metricdsl.model.meaning import Apply, Constant, Derived, Following, ForeignKey, PrimaryKey, Value
from metricdsl.model.rows import RowScope
from metricdsl.model.scalars import BOOLEAN, condition, conjunction
from metricdsl.types import MONTHS, SECONDS


def followed(sequence: syntax.Sequence, scope: RowScope) -> tuple[Value, Value, Value]:
    """Of a row of the first step: whether it is followed, when at the earliest, and its own time."""
    own_time = _step_time(sequence.steps[0], scope)
    met, reached = _reached(sequence.steps, 0, scope)
    return met, reached, own_time


def _step_time(step: syntax.Step, scope: RowScope) -> Value:
    axis = scope.here.axis
    if axis is None:
        raise fail(
            "no-time", f"{scope.here.name} has no time, so nothing comes after it", step.span, "add `time:`"
        )
    return scope.field(axis, step.span)


def _reached(steps: tuple[syntax.Step, ...], index: int, scope: RowScope) -> tuple[Value, Value]:
    """Whether step `index` is followed by the rest of the steps, and the time of the last one."""
    time = _step_time(steps[index], scope)
    if index == len(steps) - 1:
        return Constant(True, BOOLEAN), time
    step = steps[index + 1]
    following_scope = RowScope(
        scope.environment, entity_named(step.entity, scope.environment), expanding=scope.expanding
    )
    met, reached = _reached(steps, index + 1, following_scope)
    conditions = [condition(step.where, following_scope)] if step.where is not None else []
    if not (isinstance(met, Constant) and met.value is True):
        conditions.append(met)
    own_key, key = _via(step, scope, following_scope)
    least, most = _within(step, scope.environment)
    what = Following(
        own_key, time, following_scope.base, key, _step_time(step, following_scope), reached,
        conjunction(conditions), least, most, itself=scope.base == following_scope.base,
    )  # fmt: skip
    found = Derived((), scope.base, what, reached.type)
    if step.negated:
        if index + 1 < len(steps) - 1:
            raise fail("not-followed-inside", "'not followed by' can only be the last step", step.span)
        return Apply("is null", (found,), BOOLEAN), time
    return Apply("is not null", (found,), BOOLEAN), found


def _within(
    step: syntax.Step, environment: Environment
) -> tuple[tuple[int, str] | None, tuple[int, str] | None]:
    if step.within is None:
        return None, None
    least, most = step.within
    last = duration(most, environment)
    if least is None:
        return None, last
    first = duration(least, environment)
    if _seconds(*first) > _seconds(*last):
        message = f"the range ends before it starts: {first[0]} {first[1]}s to {last[0]} {last[1]}s"
        raise fail("syntax-range", message, step.span, "write the shorter length first")
    return first, last


def _seconds(amount: int, unit: str) -> float:
    """A length of time; a month has those of a twelfth of a year."""
    return amount * (MONTHS[unit] * 2_629_746 if unit in MONTHS else SECONDS[unit])


def _via(step: syntax.Step, scope: RowScope, following: RowScope) -> tuple[Value, Value]:
    forward, backward = _direct(scope, following), _direct(following, scope)
    if step.via is not None:
        try:
            return scope.named(step.via), following.named(step.via)
        except MetricError as error:
            if {d.code for d in error.diagnostics} != {"unknown-name"}:
                raise
            raise _not_in_both(step.via, scope, following, direct=len(forward + backward) == 1) from None
    if len(forward) + len(backward) != 1:
        both = _in_both(scope, following)
        advice = f"as in: via {both[0]}" if both else "as in: via customer"
        raise fail(
            "missing-via",
            f"nothing says which {following.base} belong to which {scope.base}",
            step.span,
            f"add the join or field that both have, {advice}",
        )
    if forward:
        target = scope.environment.definitions.entity(following.base)
        kind = target.key_type()
        return ForeignKey((), scope.base, forward[0], kind), PrimaryKey((), following.base, kind)
    kind = scope.here.key_type()
    return PrimaryKey((), scope.base, kind), ForeignKey((), following.base, backward[0], kind)


def _direct(scope: RowScope, other: RowScope) -> list[str]:
    """The joins of one entity that lead to the other."""
    return [n for n, j in scope.here.joins.items() if j.target == other.base and j.target != scope.base]


def _in_both(scope: RowScope, following: RowScope) -> list[str]:
    """What `via` can name, joins first."""
    one, other = scope.here, following.here
    return [*sorted(set(one.joins) & set(other.joins)), *sorted(set(one.fields) & set(other.fields))]


def _not_in_both(via: syntax.Name, scope: RowScope, following: RowScope, direct: bool) -> MetricError:
    message = f"'{'.'.join(via.parts)}' is not a join or field of both {scope.base} and {following.base}"
    if direct:
        return fail("unknown-name", message, via.span, "one of them joins the other, so leave `via` out")
    both = _in_both(scope, following)
    hint = f"both have {', '.join(both)}" if both else "give one of them a join to the other"
    return fail("unknown-name", message, via.span, hint)
