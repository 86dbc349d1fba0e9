"""What is wrong with a text that does not parse, in its author's terms."""

from __future__ import annotations

from typing import Any

from metricdsl.errors import MetricError, fail
from metricdsl.source import Text

MAX_BRACKETS = 200


def check_brackets(text: Text) -> None:
    """Raises MetricError at the first bracket that is nested too deep."""


def explain(text: Text, what: str, error: Any) -> MetricError:
    """The error to raise for one of Lark's."""
    at = error.pos_in_stream
    return fail(
        "syntax-unexpected",
        f"This {what} cannot be read from here on: {type(error).__name__} {error.token if hasattr(error, 'token') else ''}",
        text.span(at, at + 1),
    )
