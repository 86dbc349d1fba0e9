"""Snowflake through its own connector: a URL, or a connection that the user has."""

from __future__ import annotations


def from_object(connection: object) -> None:
    return None
