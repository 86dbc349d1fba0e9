"""Conditions and values apart, for engines on which a condition is no value: a value that is true is 1, one that is not is 0."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.sql import E, is_null, paren, whole

CONNECTORS = (exp.And, exp.Or, exp.Not)


def apart(tree: exp.Expression) -> None:
    """Rewrite, in place, each condition that stands where a value is meant, and the other way round."""
    for null_safe in list(tree.find_all(exp.NullSafeEQ)):
        null_safe.replace(_null_safe(null_safe))
    _children(tree)


def _children(node: exp.Expression) -> None:
    for key, child in list(node.args.items()):
        children = child if isinstance(child, list) else [child]
        made = [_placed(node, key, c) if isinstance(c, exp.Expression) else c for c in children]
        if any(new is not old for new, old in zip(made, children, strict=True)):
            node.set(key, made if isinstance(child, list) else made[0])


def _placed(parent: exp.Expression, key: str, node: exp.Expression) -> exp.Expression:
    clause = isinstance(parent, exp.Where | exp.Having) or (isinstance(parent, exp.Join) and key == "on")
    branch = isinstance(parent, exp.If) and key == "this"
    if branch and isinstance(parent.parent, exp.Case) and parent.parent.this is not None:
        branch = False
    return _condition(node) if clause or branch else _value(node)


def _condition(node: E) -> E:
    """A condition, made of a value where it is one."""
    match node:
        case exp.Boolean():
            return exp.EQ(this=whole(1), expression=whole(1 if node.this else 0))
        case exp.Paren():
            inner = _condition(node.this)
            return exp.Paren(this=inner)
        case exp.Not():
            return exp.Not(this=_condition(node.this))
        case exp.And() | exp.Or():
            return type(node)(this=_condition(node.this), expression=_condition(node.expression))
        case exp.Predicate():
            _children(node)
            return node
    return exp.EQ(this=paren(_value(node)), expression=whole(1))


def _value(node: E) -> E:
    """A value, made of a condition where it is one; null where that is."""
    match node:
        case exp.Boolean():
            return whole(1 if node.this else 0)
        case exp.Paren():
            inner = _value(node.this)
            return inner if isinstance(inner, exp.Case) else exp.Paren(this=inner)
        case exp.Is() | exp.Exists():
            return exp.Case(ifs=[exp.If(this=_condition(node), true=whole(1))], default=whole(0))
        case exp.Not(this=exp.Is() | exp.Exists()):
            return exp.Case(ifs=[exp.If(this=_condition(node), true=whole(1))], default=whole(0))
        case exp.Predicate() | exp.And() | exp.Or() | exp.Not():
            holds = _condition(node)
            untrue = exp.Not(this=exp.Paren(this=holds.copy()))
            return exp.Case(ifs=[exp.If(this=holds, true=whole(1)), exp.If(this=untrue, true=whole(0))])
    _children(node)
    return node


def _null_safe(node: exp.NullSafeEQ) -> E:
    """Whether both are equal or both null."""
    equal = exp.EQ(this=node.this.copy(), expression=node.expression.copy())
    nulls = exp.And(this=is_null(node.this.copy()), expression=is_null(node.expression.copy()))
    return exp.Paren(this=exp.Or(this=equal, expression=nulls))
