"""Metrics as database views."""
