"""`top N of DIMENSION by FORMULA`: the best members, the others left out or made one."""

from __future__ import annotations

from dataclasses import replace

from metricdsl.errors import MetricError, fail
from metricdsl.language import syntax
from metricdsl.model.metric_names import best_is_low
from metricdsl.model.metrics import MetricScope
from metricdsl.model.rows import dimension_of
from metricdsl.model.scalars import resolve
from metricdsl.plan.asker import Asker
from metricdsl.plan.contexts import Leaves
from metricdsl.plan.nodes import Key, Spine, TopList


def top_list(
    asker: Asker, top: syntax.Top, keys: tuple[Key, ...], spine: Spine
) -> tuple[tuple[Key, ...], TopList]:
    """With `with others` the best members are found first, and the key's other members become one."""
    _need_members(top)
    wanted = dimension_of(asker.environment, top.dimension)
    index = next(i for i, key in enumerate(keys) if key.dimension == wanted)
    name = f"top_{keys[index].name}"
    aliases = tuple((c.alias, c.formula) for c in asker.question.columns if c.alias)
    scope = MetricScope(asker.metrics, labels=True, aliases=aliases)
    filters = (asker.question.where,) if asker.question.where is not None else ()
    leaves = Leaves(
        (replace(keys[index], all_members=False),),
        Spine(None, spine.interval),
        filters,
        axis=asker.axis(),
    )
    _place_shown(asker, scope, leaves)
    leaves.hidden = True
    value = leaves.place(resolve(top.by, scope), asker.here())
    ascending = best_is_low(top.by, asker.environment)
    listed = TopList(name, leaves.block(), value, top.count, ascending)
    changed = tuple(replace(k, top=name) if i == index else k for i, k in enumerate(keys))
    return changed, listed


def _place_shown(asker: Asker, scope: MetricScope, leaves: Leaves) -> None:
    """The metrics of the question, whose members are those that can be among the best."""
    for column in asker.question.columns:
        try:
            leaves.place(resolve(column.formula, scope), asker.here())
        except MetricError:
            continue  # the question itself reports it; a window without a period tells no members here


def _need_members(top: syntax.Top) -> None:
    if top.count < 1:
        raise fail("wrong-arguments", "top needs a number of 1 or more", top.span)


def top_rank(asker: Asker, top: syntax.Top, leaves: Leaves, scope: MetricScope) -> tuple[str, int]:
    """The column that numbers the members of the key, best first, over the whole range."""
    _need_members(top)
    wanted = dimension_of(asker.environment, top.dimension)
    index = next(i for i, key in enumerate(leaves.keys) if key.dimension == wanted)
    context = replace(asker.here(), keep=frozenset({index}), whole=leaves.spine.grain is not None)
    if len(leaves.keys) == 1:
        context = replace(context, keep=None)
    inner = leaves.place(resolve(top.by, scope), context)
    ascending = best_is_low(top.by, asker.environment)
    column = leaves.ranking(inner, frozenset(), context, ascending, numbered=True, word="top_rank")
    return column.name, top.count
