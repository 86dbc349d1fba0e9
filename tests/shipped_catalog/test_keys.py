"""The catalog has every KPI of the list, and every text in four languages."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from metricdsl.model.catalog import Catalog
from tests.shipped_catalog.conftest import FOLDER, KPIS

LANGUAGES = {"en", "ja", "zh", "ms"}
SCRIPT = {"ja": re.compile("[ぁ-んァ-ヶ一-鿿]"), "zh": re.compile("[一-鿿]")}
SAME_IN_ALL = {"CRM"}  # words that need no translation


def shared_list() -> list[dict[str, str]]:
    """The rows of kpis.csv; skips where the folder is not there."""
    places = [os.environ.get("METRICDSL_SHARED"), FOLDER.parent.parent / "shared"]
    for place in places:
        if place and (Path(place) / "kpis.csv").exists():
            with (Path(place) / "kpis.csv").open(encoding="utf-8") as lines:
                return list(csv.DictReader(lines))
    pytest.skip("kpis.csv is not here: set METRICDSL_SHARED to its folder")


def texts(catalog: Catalog) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every label, and every description there is, with the place it stands in."""
    entries = catalog.entries
    sections = {
        "entity": entries.entities, "metric": entries.metrics, "segment": entries.segments,
        "function": entries.functions, "parameter": entries.parameters, "scorecard": entries.scorecards,
    }  # fmt: skip
    for section, found in sections.items():
        for name, entry in found.items():
            yield f"label of {section} {name}", entry.model.label
            if entry.model.description is not None:
                yield f"description of {section} {name}", entry.model.description
    for name, view in entries.views.items():
        yield f"description of view {name}", view.model.description
    for name, entity in entries.entities.items():
        for field, definition in entity.model.fields.items():
            if not definition.hidden:
                yield f"label of field {name}.{field}", definition.label


def test_the_list_is_the_shared_one() -> None:
    assert {row["id"]: row["area"] for row in shared_list()} == KPIS


def test_every_kpi_is_there(catalog: Catalog) -> None:
    assert set(KPIS) - set(catalog.entries.metrics) == set()


def test_labels_and_directions_are_those_of_the_list(catalog: Catalog) -> None:
    for row in shared_list():
        metric = catalog.entries.metrics[row["id"]].model
        assert metric.label == {language: row[language] for language in ("en", "ja", "zh", "ms")}
        assert metric.better == row["better"], row["id"]
        units = {"percent points": "percent", "duration": None, "money": "USD"}
        assert metric.unit == units.get(row["unit"], row["unit"]), row["id"]


def test_every_text_is_in_four_languages(catalog: Catalog) -> None:
    found = list(texts(catalog))
    assert len(found) > 500
    missing = {
        place: LANGUAGES - set(text) if isinstance(text, dict) else text
        for place, text in found
        if not isinstance(text, dict) or set(text) != LANGUAGES
    }
    assert missing == {}


def test_translations_are_not_copies_of_the_english(catalog: Catalog) -> None:
    untranslated = [
        (place, language)
        for place, text in texts(catalog)
        for language, script in SCRIPT.items()
        if not script.search(text[language])
    ]
    assert untranslated == []


def test_every_kpi_says_what_people_need(catalog: Catalog) -> None:
    for name, entry in catalog.entries.metrics.items():
        metric = entry.model
        assert metric.description, name
        assert metric.format, name
        assert metric.better, name
        assert metric.owner, name
        assert metric.tags, name


def test_labels_of_metrics_are_unambiguous(catalog: Catalog) -> None:
    """In each language a label names one metric, so that questions may use it."""
    for language in LANGUAGES:
        labels = [entry.model.label[language] for entry in catalog.entries.metrics.values()]
        assert len(labels) == len(set(labels)), [x for x in labels if labels.count(x) > 1]


def test_every_kpi_stands_in_the_scorecard_of_its_area(catalog: Catalog) -> None:
    shown = {name: set(entry.model.metrics) for name, entry in catalog.entries.scorecards.items()}
    assert {kpi for kpi, area in KPIS.items() if kpi not in shown[area]} == set()


def test_each_area_has_a_file() -> None:
    for area in set(KPIS.values()):
        assert (FOLDER / f"{area}.yml").exists(), area
