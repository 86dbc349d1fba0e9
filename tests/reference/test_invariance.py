"""What may never change a number (the page's first sentence), asked of the product alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.reference.asking import Asking, Refusal, by_the_product, same_value, shown
from tests.reference.evaluator import Answer
from tests.reference.random_question import AS_OF, grammars
from tests.reference.random_world import World, worlds
from tests.reference.test_random import COMMON, FUZZ

FEW = settings(COMMON, max_examples=int(FUZZ or 25))


@dataclass(frozen=True)
class Parts:
    """A world, two formulas of one entity, what they are asked by, for and where."""

    world: World
    formulas: tuple[str, str]
    condition: str
    clauses: str
    keys: int  # how many columns stand before the metrics
    as_of: date

    def ask(self, columns: str, *more: str, by: bool = True) -> Answer:
        clauses = (
            self.clauses if by else "\n".join(c for c in self.clauses.split("\n") if not c.startswith("by "))
        )
        asking = Asking(self.world, {}, "\n".join([columns, clauses, *more]), self.as_of)
        answer = by_the_product(asking)
        assume(not isinstance(answer, Refusal))
        assert isinstance(answer, Answer)
        return replace(answer, columns=[repr(asking)])  # for the message of a failure


@st.composite
def parts(draw: Any, additive: bool = False) -> Parts:
    world = draw(worlds())
    g, range_ = draw(grammars(world))
    shape = g.shapes[0]
    functions = (
        ("count", "sum") if additive else ("count", "sum", "distinct", "avg", "median", "max", "share")
    )
    one, other = g.plain(shape, functions), g.plain(g.pick(*g.shapes), functions)
    if not additive:
        one = g.formula(1)
    by = [*([g.grain] if g.grain else []), *g.groups]
    clauses = [*([f"by {', '.join(by)}"] if by else []), *([f"for {range_}"] if range_ else [])]
    as_of = date.fromisoformat(g.pick(*AS_OF))
    return Parts(world, (one, other), g.outside_condition(), "\n".join(clauses), len(by), as_of)


def agree(one: Answer, other: Answer, keys: int, subset: bool = False) -> None:
    """The same first value for the same groups; with `subset` the second answer may have more rows."""
    ours = {row[:keys]: row[keys] for row in one.rows}
    theirs = {row[:keys]: row[keys] for row in other.rows}
    missing = set(ours) - set(theirs) if subset else set(ours) ^ set(theirs)
    different = [k for k in ours if k in theirs and not same_value(ours[k], theirs[k])]
    if missing or different:
        pytest.fail(f"{one.columns[0]}\n{shown(one)}\n\n{other.columns[0]}\n{shown(other)}", pytrace=False)


@FEW
@given(parts())
def test_another_metric_changes_no_value(p: Parts) -> None:
    one, other = p.formulas
    agree(p.ask(f"{one} as a"), p.ask(f"{one} as a, {other} as b"), p.keys, subset=True)


@FEW
@given(parts())
def test_an_order_changes_no_value(p: Parts) -> None:
    one, other = p.formulas
    agree(p.ask(f"{one} as a"), p.ask(f"{one} as a", f"order by {other} desc"), p.keys)


@FEW
@given(parts())
def test_a_limit_only_takes_the_first_rows(p: Parts) -> None:
    one, _ = p.formulas
    whole, cut = p.ask(f"{one} as a"), p.ask(f"{one} as a", "limit 2")
    assert cut.rows == whole.rows[:2], cut.columns[0]


@FEW
@given(parts())
def test_having_only_leaves_rows_out(p: Parts) -> None:
    one, _ = p.formulas
    kept = p.ask(f"{one} as a", "having a > 1")
    agree(kept, p.ask(f"{one} as a"), p.keys, subset=True)
    assert all(row[p.keys] > 1 for row in kept.rows), kept.columns[0]


@FEW
@given(parts(additive=True))
def test_groups_add_up_where_the_metric_is_additive(p: Parts) -> None:
    one, _ = p.formulas
    assume(" at " not in one)
    assume(" during" not in one)
    assume("since 2" not in p.clauses)  # which ends with today's period, or with today
    grouped, whole = p.ask(f"{one} as a"), p.ask(f"{one} as a", by=False)
    total = sum(row[p.keys] for row in grouped.rows)
    assert same_value(total, whole.rows[0][0]), f"{grouped.columns[0]}\n{shown(grouped)}\n{shown(whole)}"


@FEW
@given(parts(additive=True))
def test_a_condition_splits_what_there_is(p: Parts) -> None:
    one, _ = p.formulas
    c = p.condition
    answer = p.ask(
        f"({one} where {c}) as a, ({one} where not ({c})) as b, ({one} where ({c}) is null) as n, {one} as w"
    )
    for *_, yes, no, unknown, whole in answer.rows:
        assert same_value(yes + no + unknown, whole), f"{answer.columns[0]}\n{shown(answer)}"


@FEW
@given(parts())
def test_contexts_that_change_nothing(p: Parts) -> None:
    """A total without groups, the trailing window of one period, a prior of a change back and forth."""
    one, _ = p.formulas
    grain = p.clauses.removeprefix("by ").split(",")[0].split("\n")[0] if p.clauses.startswith("by ") else ""
    assume(grain in ("day", "week", "month", "quarter", "year"))
    assume("for" not in p.clauses)  # a range cuts the first and last period
    answer = p.ask(
        f"{one} as a, trailing({one}, 1 {grain}) as t, to_date({one}, {grain}) as d, total({one}) as w"
    )
    for row in answer.rows:
        a, trailing, to_date, _ = row[p.keys :]
        if row[0] is not None:
            assert same_value(a, trailing), f"{answer.columns[0]}\n{shown(answer)}"
            assert same_value(a, to_date), f"{answer.columns[0]}\n{shown(answer)}"


@FEW
@given(parts())
def test_a_change_is_the_difference_from_prior(p: Parts) -> None:
    one, _ = p.formulas
    assume(p.clauses)
    answer = p.ask(
        f"{one} as a, prior({one}, 1 month) as p, change({one}, 1 month) as c, growth({one}, 1 month) as g"
    )
    for row in answer.rows:
        now, before, change, growth = row[p.keys :]
        unknown = now is None or before is None
        assert same_value(change, None if unknown else now - before), f"{answer.columns[0]}\n{shown(answer)}"
        wanted = None if unknown or before == 0 else (now - before) / abs(before)
        assert same_value(growth, wanted), f"{answer.columns[0]}\n{shown(answer)}"
