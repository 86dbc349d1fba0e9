"""The JSON Schema for editors: complete, explained, and of one mind with the loader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from metricdsl.catalog.loader import load_entries
from metricdsl.catalog.schema import json_schema
from metricdsl.errors import MetricError
from tests.catalog.cases import Case, cases

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))

GOOD = """\
catalog: crm
version: 1
timezone: Asia/Tokyo
week_starts: monday
fiscal_year_starts: april
currency: JPY
languages: [en, ja, zh-Hant]
entities:
  deals:
    label: {en: Deals, ja: 商談}
    table: crm.deals
    key: [deal_id, day]
    time: closed_on
    lifetime: {from: opened_on, to: closed_on, inclusive: true}
    joins: {account: accounts on account_id}
    fields:
      stage: {type: text, values: [open, won, 1]}
      won: stage = 'won'
      closed_on: date
      rate: {type: percent, scale: 100, hidden: true, synonyms: {en: [a, b], ja: c}}
metrics:
  leads: count(leads)
  one: 1
  win_rate:
    formula: share(deals.won)
    format: percent(1)
    better: up
    target: [{from: 2025-01-01, value: 55%}, {where: "deals.stage = 'x'", value: 0.5, warn: 0.4}]
    warn: 50%
    certified: 2025-09-01
    tags: sales
    tests:
      - given: {deals: [{stage: won}, {stage: ~}]}
        expect: 50%
segments: {large: accounts.employees > 1000}
functions: {nps(score): share(score >= 9)}
parameters: {window: {type: duration, default: 30 days}}
views: {sales: {question: revenue by month, schema: kpi}}
scorecards: {sales: {metrics: [revenue], for: this month}, all: revenue}
calendars: {retail: {sql: SELECT 1, date: d, grains: {retail_month: m}}}
dimensions: {segment: [a.segment, b.segment]}
tests:
  t: {given: {deals: [[stage], [won]]}, question: leads by month, expect: [[month, leads], [2025-01-01, 1]]}
"""


def problems(text: str) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(yaml.load(text, Loader=Core))]


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_good_file_passes(tmp_path: Path) -> None:
    assert problems(GOOD) == []
    (tmp_path / "c.yml").write_text(GOOD, encoding="utf-8")
    entries = load_entries(tmp_path)
    for entry in (entries.settings_entry, *entries):
        assert entry.model


def test_empty_sections_pass() -> None:
    assert problems("metrics:\nentities:\n") == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("metric: {}", "$"),
        ("metrics: [a]", "$.metrics"),
        ("metrics: {a: {formla: x}}", "$.metrics.a"),
        ("metrics: {a: {formula: x, better: upp}}", "$.metrics.a"),
        ("metrics: {a: {formula: x, format: percentage}}", "$.metrics.a"),
        ("metrics: {a: {formula: x, target: about half}}", "$.metrics.a"),
        ("metrics: {a: {formula: x, hidden: yes}}", "$.metrics.a"),
        ("metrics: {a: {formula: x, label: {English text: y}}}", "$.metrics.a"),
        ("metrics: {a: {formula: }}", "$.metrics.a"),
        ("entities: {a: {key: b}}", "$.entities.a"),
        ("entities: {a: {table: t, sql: s}}", "$.entities.a"),
        ("entities: {a: {table: t, fields: {b: {label: c}}}}", "$.entities.a.fields.b"),
        ("entities: {a: {table: t, fields: {b: {type: txt}}}}", "$.entities.a.fields.b"),
        ("scorecards: {a: {label: b}}", "$.scorecards.a"),
        ("week_starts: mon", "$.week_starts"),
        ("version: 2", "$.version"),
        ("currency: yen", "$.currency"),
    ],
)
def test_wrong_files_do_not_pass(text: str, path: str) -> None:
    assert problems(text) == [path]


KEYS = [case for case in cases() if case.title.startswith("keys:")]
FINER = {
    "keys: a key that is written twice": "JSON has no duplicate keys",
    "keys: two targets for the same time": "compares two items",
    "keys: a warning without a target": "compares two keys",
    "keys: a field and a join of one name": "compares two keys",
    "keys: a test that asks for nothing and one that asks twice": "compares two keys",
    "keys: an empty formula": "an editor would complain while the formula is being typed",
}


@pytest.mark.parametrize(
    "case", [case for case in KEYS if case.title not in FINER], ids=lambda case: case.title
)
def test_what_the_loader_refuses_the_schema_refuses(case: Case) -> None:
    assert any(problems(text) for text in case.written().values())


def test_what_only_the_loader_sees_is_known() -> None:
    assert {case.title for case in KEYS if not any(map(problems, case.written().values()))} == set(FINER)


def test_every_key_is_explained() -> None:
    unexplained = [path for path, part in _keys(SCHEMA, "") if not part.get("description")]
    assert unexplained == []


def _keys(schema: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, part in schema.items() if isinstance(schema, dict) else ():
        if name == "properties":
            for key, inside in part.items():
                yield f"{path}/{key}", _resolved(inside)
        if isinstance(part, dict):
            yield from _keys(part, f"{path}/{name}")
        for item in part if isinstance(part, list) else ():
            yield from _keys(item, f"{path}/{name}")


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in part and "description" not in part:
        resolved: dict[str, Any] = SCHEMA["$defs"][part["$ref"].rsplit("/", 1)[1]]
        return resolved
    return part


def test_titles_and_nulls_are_left_out() -> None:
    assert '"title"' not in str(SCHEMA["$defs"]).replace("'", '"')
    assert {"type": "null"} not in list(_parts(SCHEMA))


def _parts(schema: Any) -> Iterator[Any]:
    yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _parts(part)


def test_the_loader_refuses_what_the_schema_refuses(tmp_path: Path) -> None:
    (tmp_path / "c.yml").write_text("metrics: {a: {formula: x, format: percentage}}")
    with pytest.raises(MetricError):
        _ = load_entries(tmp_path).metrics["a"].model
