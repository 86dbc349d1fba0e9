"""Writes metricdsl/reference/sql.md: ten typical questions and their SQL, as it comes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import metricdsl

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "metricdsl" / "reference" / "sql.md"
AS_OF = date(2025, 6, 30)
QUESTIONS = [
    ("A number", "revenue"),
    ("By a dimension of a joined table", "revenue by customers.region"),
    ("By month, with the months that have nothing", "revenue by month for last 12 months"),
    ("A ratio with a condition", "win_rate by opportunities.source for 2025"),
    ("Two entities side by side", "revenue, leads by month for 2025-Q1"),
    ("A stock, and churn against it", "churn_rate by quarter for 2024"),
    ("Growth against the year before", "growth(revenue, 1 year) as growth by month for 2025-01 to 2025-06"),
    (
        "A trailing distinct count",
        "trailing(count(distinct orders.customer), 3 months) as active by month for 2025-Q1",
    ),
    (
        "A share of the total, ranked",
        "revenue / total(revenue) as share, rank(revenue) as place by customers.region for 2025",
    ),
    ("The best, and all others", "revenue top 3 customers.region by revenue with others for 2025"),
]


def page() -> str:
    """The page's text."""
    catalog = metricdsl.load(ROOT / "metrics_catalog")
    parts = [
        "# The SQL of ten typical questions",
        f"Over the shipped catalog, for DuckDB, as of {AS_OF}. Written by `python -m tests.documentation.sql`.",
    ]
    for title, question in QUESTIONS:
        sql = catalog.sql(question, as_of=AS_OF)
        parts.append(f"## {title}\n\n`{question}`\n\n```sql\n{sql}\n```")
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
