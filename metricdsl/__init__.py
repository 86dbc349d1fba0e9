"""metricdsl: write a KPI once, in YAML; get the same number everywhere.

>>> import metricdsl
>>> catalog = metricdsl.load("metrics_catalog")
>>> print(catalog.sql("win_rate by month for 2025", dialect="snowflake"))
>>> session = metricdsl.connect(catalog, "duckdb:///crm.duckdb")
>>> session.ask("win_rate by month for 2025").df()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import os

    from metricdsl.compiler import compile
    from metricdsl.errors import MetricError
    from metricdsl.model.catalog import Catalog
    from metricdsl.run.result import Result
    from metricdsl.run.session import connect

__version__ = "0.1.0"
__all__ = ["Catalog", "MetricError", "Result", "compile", "connect", "load"]

_HOMES = {
    "Catalog": "metricdsl.model.catalog",
    "MetricError": "metricdsl.errors",
    "Result": "metricdsl.run.result",
    "compile": "metricdsl.compiler",
    "connect": "metricdsl.run.session",
}


def load(path: str | os.PathLike[str], sources: str | os.PathLike[str] | None = None) -> Catalog:
    """Load a catalog from a folder of YAML files, or from one file.

    `sources` says where its tables are in your database: a file with the section `sources`, or the name
    of one that comes with the catalog (`salesforce`).

    Raises MetricError for what stops every question: an unreadable file, a duplicate name, an unknown
    section.
    """
    from metricdsl.catalog.loader import load_entries
    from metricdsl.model.catalog import Catalog

    return Catalog(load_entries(path, sources))


def __getattr__(name: str) -> Any:
    # Names are looked up when first used, so that importing the package stays light.
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'metricdsl' has no attribute '{name}'")


def load_ipython_extension(ipython: Any) -> None:
    """`%load_ext metricdsl`"""
    from metricdsl.magic import load_ipython_extension as load_extension

    load_extension(ipython)
