"""What to try after `kpi demo`."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from metricdsl.catalog.schema import Scorecard
    from metricdsl.run.result import Result


def demo_title(card: Scorecard, result: Result) -> str:
    """`Ten KPIs · 2024-06 – 2025-05`"""
    from metricdsl.catalog.schema import localized
    from metricdsl.show.numbers import shown

    label = localized(card.label, result.language) or "KPIs"
    first, last = (
        shown(row[0], result.columns[0], result.language) for row in (result.rows[0], result.rows[-1])
    )
    return f"{label} · {first} – {last}"


def called(script: str) -> str:
    """How this command is called from here: `kpi`, or its path where the shell would not find it."""
    name = Path(script)
    if name.stem != "kpi":
        return "python -m metricdsl"
    found = shutil.which("kpi")
    if found and Path(found).resolve() == name.resolve():
        return "kpi"
    return os.path.relpath(name) if name.is_relative_to(Path.cwd()) else str(name)


def after_demo(file: Path, today: date, default_file: bool, kpi: str = "kpi") -> str:
    """Commands to copy. The demo's data ends on one day, so that everyone sees the same numbers."""
    database = "" if default_file else f" --database {file}"
    ask = f"{kpi} run{database} --as-of {today}"
    return f"""
The database is {file}. Its company lives until {today}. Try:

  {kpi + " list":45}all metrics
  {kpi + " show churn_rate":45}what one means and where it comes from
  {ask} "revenue, win_rate by month for last 6 months"
  {ask} "churn_rate by customers.region for 2025 vs prior year"
  {kpi} sql --dialect snowflake "revenue by quarter"

In a notebook: %load_ext metricdsl, %kpi connect {file}, %config KpiMagic.as_of = '{today}',
and %kpi revenue by month. Your own KPIs: write YAML as in the folder metrics_catalog, and use --catalog."""
