"""Random questions over random worlds: the product's rows are those of the language page.

`METRICDSL_FUZZ=5000` asks that many, others each time; without it a few, always the same.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.reference.asking import Asking, Refusal, askings, by_the_page, by_the_product, same, shown

FUZZ = os.environ.get("METRICDSL_FUZZ")
COMMON = settings(
    max_examples=int(FUZZ or 150),
    derandomize=FUZZ is None,
    # Making a disagreement small takes many minutes: that is for `make fuzz`.
    phases=list(Phase) if FUZZ else [Phase.explicit, Phase.generate],
    database=None,
    deadline=None,
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)
# What the product may refuse although the page gives it a meaning, and why.
ACCEPTED = {
    "not-yet": "the feature is still to come",
    "no-time": "months since a date, of the rows that `per ENTITY` counts",
    "unit-mismatch": "the evaluator does not look at units",
}
counts: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def _told() -> Iterator[None]:
    yield
    print("\n" + ", ".join(f"{kind}: {number}" for kind, number in counts.most_common()))


@COMMON
@given(askings())
def test_the_product_answers_by_the_page(asking: Asking) -> None:
    expected = by_the_page(asking)
    came = by_the_product(asking)
    counts["asked"] += 1
    match expected, came:
        case (None, _):
            counts["left open by the page"] += 1
            return
        case Refusal(), Refusal():
            counts["refused by both"] += 1
            return
        case _, Refusal(code=code) if code in ACCEPTED:
            counts[f"refused by the product: {code}"] += 1
            return
        case Refusal(), _:
            agree = False
        case _, Refusal():
            agree = False
        case _:
            agree = same(expected, came)
            counts["answered"] += 1
            counts["answered with rows"] += bool(expected.rows)
    if not agree:
        pytest.fail(f"{asking!r}\nby the page:\n{shown(expected)}\n\ncame:\n{shown(came)}", pytrace=False)
