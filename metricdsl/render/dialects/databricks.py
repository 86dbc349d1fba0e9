"""Databricks: SQL warehouses, and clusters from runtime 13.3 on. All forms are Spark's."""

from __future__ import annotations

from metricdsl.render.dialects import spark


class FORMS(spark.FORMS):
    """Nothing differs from Spark but the name."""

    dialect = "databricks"
