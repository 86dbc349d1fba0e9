"""Sites: that of the shipped catalog, made once, and those of catalogs written by tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import metricdsl
from metricdsl.show.site.build import write_site
from tests.site.reading import Element, read_all

AS_OF = date(2025, 6, 30)
SHIPPED = Path(__file__).parents[2] / "metrics_catalog"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_site(metricdsl.load(SHIPPED), folder, AS_OF)
    return folder


@pytest.fixture(scope="session")
def shipped_pages(shipped: Path) -> dict[str, Element]:
    return read_all(shipped)


@pytest.fixture
def site_of(tmp_path: Path) -> Callable[..., Path]:
    """`site_of(yaml, language)`: the folder of the site of a catalog of one file."""

    def make(yaml: str, language: str | None = None, session: object = None) -> Path:
        (tmp_path / "catalog.yml").write_text(yaml, "utf-8")
        write_site(metricdsl.load(tmp_path / "catalog.yml"), tmp_path / "site", AS_OF, language)
        return tmp_path / "site"

    return make
