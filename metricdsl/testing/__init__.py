"""The `tests:` of a catalog: rows in, values out, on an empty DuckDB in memory."""
