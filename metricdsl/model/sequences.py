"""Sequences: whether and when a row is followed by others (`followed by … within … via …`)."""

from __future__ import annotations

from metricdsl.errors import fail
from metricdsl.language import syntax
from metricdsl.model.arguments import entity_named
from metricdsl.model.meaning import Apply, Constant, Derived, Following, ForeignKey, PrimaryKey, Value
from metricdsl.model.rows import RowScope
from metricdsl.model.scalars import BOOLEAN, Environment, condition, conjunction, duration


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
    if first[0] > last[0]:
        message = f"the range ends before it starts: {first[0]} to {last[0]} {last[1]}s"
        raise fail("syntax-range", message, step.span, "write the smaller number first")
    return first, last


def _via(step: syntax.Step, scope: RowScope, following: RowScope) -> tuple[Value, Value]:
    if step.via is not None:
        return scope.named(step.via), following.named(step.via)
    definitions = scope.environment.definitions
    forward = [
        n for n, j in scope.here.joins.items() if j.target == following.base and j.target != scope.base
    ]
    backward = [
        n for n, j in following.here.joins.items() if j.target == scope.base and j.target != following.base
    ]
    if len(forward) + len(backward) != 1:
        both = sorted(set(scope.here.joins) & set(following.here.joins))
        advice = f"as in: via {both[0]}" if both else "as in: via customer"
        raise fail(
            "missing-via",
            f"nothing says which {following.base} belong to which {scope.base}",
            step.span,
            f"add the join or field that both have, {advice}",
        )
    if forward:
        target = definitions.entity(following.base)
        kind = target.key_type()
        return ForeignKey((), scope.base, forward[0], kind), PrimaryKey((), following.base, kind)
    kind = scope.here.key_type()
    return PrimaryKey((), scope.base, kind), ForeignKey((), following.base, backward[0], kind)
