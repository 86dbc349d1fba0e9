"""Random distinct counts over windows: the pass that counts what comes into sight and goes out of it is right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reference.asking import Asking, by_the_page, by_the_product, shown
from tests.reference.random_question import AS_OF, RANGES
from tests.reference.random_world import worlds
from tests.reference.test_random import COMMON, DIFFERENT, compared

WINDOWS = (
    "trailing({}, 7 days)", "trailing({}, 2 months)", "trailing({}, 3 weeks)", "trailing({}, 1 year)",
    "trailing({}, 45 days)", "to_date({}, month)", "to_date({}, quarter)", "to_date({}, fiscal_year)",
    "running({})", "prior(trailing({}, 1 month), 1 month)", "trailing(prior({}, 1 week), 10 days)",
)  # fmt: skip
GRAINS = ("day", "week", "month", "month", "quarter", "fiscal_year")


@st.composite
def askings(draw: Any) -> Asking:
    def pick(*choices: Any) -> Any:
        return draw(st.sampled_from(choices))

    world = draw(worlds())
    shape = pick(*([s for s in world.shapes if s.stock is None] or world.shapes))
    stock = " at end" if shape.stock == "snapshot" else ""
    columns = []
    for number in range(pick(1, 1, 2)):
        value = pick(*shape.texts, *shape.numbers, *(join for join, _ in shape.joins))
        condition = pick("", "", f" where {pick(*shape.numbers)} > 1", f" where {pick(*shape.flags)}")
        counted = f"count(distinct {shape.name}.{value}{condition}{stock})"
        columns.append(f"{pick(*WINDOWS).format(counted)} as c{number}")
    if pick(True, False, False):
        columns.append(f"count({shape.name}{stock}) as all_rows")
    groups = pick([], [], [f"{shape.name}.{pick(*shape.texts, *shape.flags)}"])
    clauses = [", ".join(columns), "by " + ", ".join([pick(*GRAINS), *groups])]
    clauses += [f"for {pick(*RANGES)}"] if pick(True, True, False) else []
    clauses += [f"where {shape.name}.{pick(*shape.numbers)} > 0"] if pick(True, False, False, False) else []
    clauses += [f"vs prior {pick('month', 'year')}"] if pick(True, False, False, False) else []
    return Asking(world, {}, "\n".join(clauses), date.fromisoformat(pick(*AS_OF)))


@COMMON
@given(askings())
def test_windows_see_each_value_once(asking: Asking) -> None:
    if compared(asking) in DIFFERENT:
        expected, came = by_the_page(asking), by_the_product(asking)
        assert expected is not None
        pytest.fail(f"{asking!r}\nby the page:\n{shown(expected)}\n\ncame:\n{shown(came)}", pytrace=False)
