"""Rows -> eyes. Numbers are formatted here, never computed."""
