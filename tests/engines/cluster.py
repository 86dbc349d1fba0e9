"""Spark on two executors, in a process of its own: `python -m tests.engines.cluster FOLDER` with Parquet files in it.

Prints one line of JSON: the rows of each question as texts, and how many tasks each executor did.
"""

from __future__ import annotations

import json
import shutil
import sys
import warnings
from datetime import date
from pathlib import Path
from typing import Any

import metricdsl
from tests.engines import spark

CATALOG = Path(__file__).parents[2] / "metrics_catalog"
AS_OF = date(2025, 6, 30)
QUESTIONS = {
    "joins": "revenue by month, customers.industry for 2025",
    "distinct": "count(distinct orders.customer) as buyers, avg(orders.amount) as mean by quarter",
    "trailing distinct": "trailing(count(distinct orders.customer), 30 days) as active by day for 2025-05",
    "prior": "revenue, count(orders) as n by month for 2025 vs prior year",
    "cohort": "count(distinct orders.customer) as buyers"
    " by year of customers.acquired_on as cohort, years since customers.acquired_on as age",
    "top": "revenue top 3 customers.industry by revenue with others by quarter for 2024",
    "stocks": "customers, pipeline_value by month for last 12 months",
    "per": "avg(revenue per orders.customer) as mean, max(count(orders) per orders.customer) as most by quarter",
    "two entities": "win_rate, lead_conversion_rate, revenue_growth_rate by month for last 12 months",
    "running": "running(revenue) as so_far by week for 2025",
}
SETTINGS = {
    **spark.SETTINGS,
    "spark.executor.memory": "768m",
    "spark.executor.extraJavaOptions": spark.SETTINGS["spark.driver.extraJavaOptions"],
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.sql.files.maxPartitionBytes": "64k",  # so that there is work for both
    "spark.sql.files.openCostInBytes": "4k",
}


def rows_of(session: Any, question: str) -> list[list[str]]:
    """As texts; numbers to nine digits, which is what adding up in another order leaves alone."""
    answer = session.ask(question, as_of=AS_OF)
    return [[f"{v:.9g}" if isinstance(v, float) else str(v) for v in row] for row in answer.rows]


def cluster(folder: Path) -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local-cluster[2,1,768]").appName("metricdsl cluster")
    for name, value in {**SETTINGS, "spark.sql.warehouse.dir": str(folder / "warehouse")}.items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = builder.getOrCreate()
    session.sql("CREATE DATABASE crm")
    for file in sorted(folder.glob("*.parquet")):
        session.sql(f"CREATE TABLE crm.{file.stem} USING parquet LOCATION '{file}'")
    return session


def tasks(session: Any) -> dict[str, int]:
    """How many tasks each executor has finished."""
    store = session.sparkContext._jsc.sc().statusStore()
    executors = store.executorList(True)
    found = (executors.apply(i) for i in range(executors.size()))
    return {e.id(): e.completedTasks() for e in found if e.id() != "driver"}


def main(folder: Path) -> None:
    import pyspark

    running = cluster(folder)
    session = metricdsl.connect(CATALOG, running)
    answers = {name: rows_of(session, question) for name, question in QUESTIONS.items()}
    done = tasks(running)
    # Where executors of such a cluster log, whatever they are told.
    logs = Path(pyspark.__file__).parent / "work" / running.sparkContext.applicationId
    running.stop()
    shutil.rmtree(logs, ignore_errors=True)
    try:
        session.ask("revenue", as_of=AS_OF)
        stopped = ""
    except metricdsl.MetricError as error:
        stopped = str(error)
    print(json.dumps({"answers": answers, "tasks": done, "stopped": stopped}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
