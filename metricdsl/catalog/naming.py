"""How messages call the parts of an entry, and which keys a part may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from metricdsl.catalog.schema import MODELS, Example, Field, Lifetime, Model, Target
from metricdsl.errors import did_you_mean, nearest

if TYPE_CHECKING:
    from metricdsl.catalog.entries import Entry

Path = tuple[str | int, ...]

_INSIDE: dict[tuple[str, str | int], type[Model]] = {
    ("entity", "fields"): Field,
    ("entity", "lifetime"): Lifetime,
    ("source", "fields"): Field,
    ("metric", "target"): Target,
    ("metric", "tests"): Example,
}
_ELSEWHERE = {
    "begin": ("from",),
    "calculation": ("formula", "expr"),
    "definition": ("formula", "expr"),
    "end": ("to",),
    "expr": ("formula",),
    "expression": ("expr", "formula"),
    "filter": ("where",),
    "goal": ("target",),
    "name": ("label",),
    "primary_key": ("key",),
    "rows": ("given",),
    "sql": ("formula", "expr"),
    "start": ("from",),
    "title": ("label",),
}
"""Keys of other tools, for which the spelling gives no hint."""


def part(entry: Entry[Any], path: Path) -> str:
    """A part of an entry in words: `'type' of field 'won' of entity 'opportunities'`."""
    match path:
        case ():
            return "the settings" if entry.kind == "settings" else f"{entry.kind} '{entry.name}'"
        case (*_, last) if entry.stands_for(path):
            return part(entry, path[:-1])
        case ("fields" | "joins" as section, name):
            return f"{section[:-1]} '{name}' of {part(entry, ())}"
        case (*_, int(last)):
            return f"item {last + 1} of {part(entry, path[:-1])}"
        case (last,) if entry.kind == "settings":
            return f"'{last}'"
        case _:
            return f"'{path[-1]}' of {part(entry, path[:-1])}"


def known_keys(entry: Entry[Any], path: Path) -> list[str]:
    """The keys that the map at this place may have."""
    model = _INSIDE[entry.kind, path[0]] if path else MODELS[entry.kind]
    return [field.alias or name for name, field in model.model_fields.items()]


def meant_keys(name: str, known: list[str]) -> list[str]:
    """The keys that an unknown one may have been meant for."""
    return [key for key in _ELSEWHERE.get(name, ()) if key in known] or nearest(name, known)


def nearest_key(name: str, known: list[str]) -> tuple[str, ...]:
    """A hint for an unknown key."""
    if name == "<<":
        return ("merge keys are no part of YAML 1.2: write the keys out",)
    if meant := [key for key in _ELSEWHERE.get(name, ()) if key in known]:
        return (f"did you mean '{meant[0]}'?",)
    return did_you_mean(name, known) or (f"the keys are {', '.join(known)}",)
