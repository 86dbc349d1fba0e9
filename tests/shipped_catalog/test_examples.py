"""The worked examples of the catalog, which show what a definition means."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from metricdsl.model.catalog import Catalog
from tests.shipped_catalog.examples import answer, examples

WITH_AN_EXAMPLE_IN_THE_LIST = {
    "average_purchase_value", "churn_rate", "crm_login_growth", "customer_lifespan", "net_new_revenue",
    "renewal_rate", "sales_call_success_rate", "sales_cycle_length", "upsell_rate",
    "won_value_share_4_to_11_follow_ups",
}  # fmt: skip


def test_worked_examples_stand_beside_their_definitions(catalog: Catalog) -> None:
    assert {name for name, _ in examples(catalog)} >= WITH_AN_EXAMPLE_IN_THE_LIST


def test_every_example_holds(catalog: Catalog) -> None:
    wrong = {}
    for name, example in examples(catalog):
        expected, found = example.expect, answer(catalog, name, example)
        if not equal(found, expected):
            wrong[name] = (found, expected)
    assert wrong == {}


def equal(found: Any, expected: Any) -> bool:
    if isinstance(expected, tuple | list):
        return len(found) == len(expected) and all(
            set(f) == set(e) and all(equal(f[k], e[k]) for k in e)
            for f, e in zip(found, expected, strict=True)
        )
    if isinstance(expected, Decimal | int | float) and isinstance(found, float):
        return bool(found == pytest.approx(float(expected), rel=1e-12))
    return bool(found == expected)
