"""Random questions over random worlds: the product's rows are those of the language page.

`METRICDSL_FUZZ=5000` asks that many, others each time; without it a few, always the same.
`METRICDSL_FUZZ_ENGINE=postgres` asks another engine than DuckDB.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.reference.asking import Asking, Crash, Refusal, askings, by_the_page, by_the_product, same, shown
from tests.reference.evaluator import Answer
from tests.reference.reducing import reduced

FUZZ = os.environ.get("METRICDSL_FUZZ")
COMMON = settings(
    max_examples=int(FUZZ or 150),
    derandomize=FUZZ is None,
    phases=[Phase.generate],  # what is found is made small by `reduced`, which is quicker
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
    kind = compared(asking)
    counts["asked"] += 1
    counts[kind] += 1
    if kind not in DIFFERENT:
        return
    small = reduced(asking, lambda one: compared(one) == kind, 3000 if FUZZ else 300)
    expected, came = by_the_page(small), by_the_product(small)
    assert expected is not None
    pytest.fail(f"{kind}\n{small!r}\nby the page:\n{shown(expected)}\n\ncame:\n{shown(came)}", pytrace=False)


DIFFERENT = ("other rows", "only the page refuses", "only the product refuses", "the product fails")


def compared(asking: Asking) -> str:
    """How the product's answer stands to the page's."""
    expected = by_the_page(asking)
    came = by_the_product(asking)
    match expected, came:
        case _, Crash():
            return "the product fails"
        case (None, _):
            return "left open by the page"
        case Refusal(), Refusal():
            return "refused by both"
        case Refusal(), _:
            return "only the page refuses"
        case _, Refusal(code=code):
            return f"refused by the product: {code}" if code in ACCEPTED else "only the product refuses"
        case Answer(), Answer():
            return "the same rows" if same(expected, came) else "other rows"
    raise AssertionError
