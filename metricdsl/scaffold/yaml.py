"""Lines of YAML with comments, which no YAML library writes."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W\d][\w.]*( (on|=|as|of|[\w.]+))*")
_OTHERWISE = frozenset({"true", "false", "null", "~"})


def scalar(text: str) -> str:
    """A text as YAML 1.2 reads it back, in quotes where it needs them."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _OTHERWISE and text.isprintable()
    return text if plain else json.dumps(text, ensure_ascii=False)


def flow(items: dict[str, str]) -> str:
    """`{type: text, hidden: true}`; the values are YAML already."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}"


def listed(names: tuple[str, ...]) -> str:
    """One name alone, several in brackets."""
    return scalar(names[0]) if len(names) == 1 else f"[{', '.join(map(scalar, names))}]"


def comment(text: str) -> str:
    """A text that may have several lines, as a comment on one."""
    return "# " + " ".join(text.split())
