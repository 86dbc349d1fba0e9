"""Which tests run in the same worker: those that share a server's rules, a process that starts slowly, or tables.

pytest-xdist 3.8 has a mark for it, which pytest 9 has stopped to heed.
"""

from __future__ import annotations

import re

from xdist.scheduler import LoadScopeScheduling

ONE_PROCESS = {"spark": "spark", "databricks": "spark", "bigquery": "bigquery", "clickhouse": "clickhouse",
               "snowflake": "snowflake"}  # fmt: skip
"""Engines that take long to start or much memory, with what they share."""
FILES = {
    "engines/test_cluster.py": "spark", "engines/test_databricks.py": "spark", "engines/test_plans.py": "spark",
    "engines/test_spark.py": "spark", "interface/test_spark.py": "spark", "interface/test_databricks.py": "spark",
    "cases/test_bigquery.py": "bigquery", "cases/test_pruning.py": "bigquery",
    "interface/test_bigquery.py": "bigquery", "interface/test_snowflake.py": "snowflake",
    "interface/test_clickhouse.py": "clickhouse",
    "interface/test_failures_postgres.py": "rules of the PostgreSQL server",
}  # fmt: skip
"""Files that are about one of them."""


def group_of(test: str) -> str:
    """By a test's id: `tests/cases/test_cases.py::test_rows[spark-traps/names: a title]` is of spark."""
    path, _, rest = test.partition("::")
    file = "/".join(path.split("/")[-2:])
    if file in FILES:
        return FILES[file]
    words = re.search(r"\[(\w+)(?:-([^:\]]+))?", rest)
    if words is None:
        return test
    first, second = words[1], words[2]
    if path.startswith("tests/parsers/"):
        return f"parser {first}"
    if first in ONE_PROCESS:
        return ONE_PROCESS[first]
    return f"{first} {second}" if file == "cases/test_cases.py" and second else test


class Scheduling(LoadScopeScheduling):
    """Groups go to workers whole, the largest first."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
