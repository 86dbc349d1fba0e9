"""SQL -> rows: one file for each way to connect."""
