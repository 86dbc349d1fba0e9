"""Ranks over the groups of each period."""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import E, column
from metricdsl.model.meaning import Computed, Value, walk
from metricdsl.plan.nodes import Ranking
from metricdsl.render.frame import LEVEL, Frame
from metricdsl.render.order import Values, default_order
from metricdsl.render.stack import spread
from metricdsl.render.statement import named, table


def ranked(frame: Frame, part: str) -> str:
    """Ranks, each over the rows of its level and period; a rank of a rank comes after it."""
    done: set[str] = set()
    pending = list(frame.block.rankings)
    while pending:
        ready = [r for r in pending if not _ranks_in(r.value, {p.name for p in pending})]
        assert ready, "ranks refer to each other in a circle"
        values = Values(frame, part)
        expressions: list[E] = [column(c, part) for c in frame.statement.columns(part)]
        expressions += [named(_rank_sql(frame, r, part, values), r.name) for r in ready]
        query = exp.Select(expressions=expressions).from_(table(part))
        part = frame.statement.add("ranked", query, "ranks over the groups of each period")
        coarse = [(r.name, "integer", (frame.kept(r), r.whole, False)) for r in ready]
        part = spread(frame, part, [c for c in coarse if c[2] != frame.base])  # type: ignore[misc]  # a kind
        done |= {r.name for r in ready}
        pending = [r for r in pending if r.name not in done]
    return part


def _rank_sql(frame: Frame, ranking: Ranking, part: str, values: Values) -> E:
    value = values.sql(ranking.value)
    partition: list[E] = []
    if len(frame.levels) > 1:
        partition.append(column(LEVEL, part))
    if frame.timed and not ranking.whole:
        partition += [column(c, part) for c in frame.period_columns()]
    partition += [column(c, part) for c in frame.key_columns(ranking.within)]
    order: list[E] = [exp.Ordered(this=value, desc=not ranking.ascending, nulls_first=False)]
    if ranking.numbered:
        order += default_order(frame, part, frame.kept(ranking))
        make: E = exp.RowNumber()
    else:
        make = exp.Rank()
    window = exp.Window(this=make, partition_by=partition or None, order=exp.Order(expressions=order))
    if ranking.numbered:
        return window
    known = exp.Not(this=exp.Is(this=_bracketed(value.copy()), expression=exp.Null()))
    return exp.Case(ifs=[exp.If(this=known, true=window)])


def _ranks_in(value: Value, names: set[str]) -> bool:

    return any(isinstance(v, Computed) and v.name in names for v in walk(value))


def _bracketed(value: E) -> E:
    return exp.Paren(this=value) if isinstance(value, exp.Binary | exp.Unary) else value
