"""What `{{name}}` stands for: a value from Python, never text that becomes a part of a question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from metricdsl.errors import did_you_mean, fail
from metricdsl.source import Span


def python_value(name: str, values: Mapping[str, Any], place: Span) -> Any:
    """The value under a name; raises MetricError where Python has none."""
    if name not in values:
        hints = did_you_mean(name, values)
        raise fail("unknown-value", f"there is no Python value '{name}'", place, *hints)
    return values[name]
