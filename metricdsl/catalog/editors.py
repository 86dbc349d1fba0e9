"""The models as one JSON Schema, by which editors complete, explain and check a catalog's files."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic.json_schema import models_json_schema

from metricdsl.catalog.keys import Model


def file_schema(
    settings: type[Model], sections: Mapping[str, type[Model]], parts: Sequence[type[Model]]
) -> dict[str, Any]:
    """The schema of a file: the settings' keys, the sections by name, and the parts that have short forms."""
    models = [settings, *sections.values()]
    _, schemas = models_json_schema([(model, "validation") for model in models])
    defined: dict[str, Any] = _plainly(schemas["$defs"])
    for model in (*models, *parts):
        defined[model.__name__] = model.with_short_form(defined[model.__name__])
    properties = defined.pop(settings.__name__)["properties"]
    for section, model in sections.items():
        properties[section] = {
            "type": ["object", "null"],
            "description": inspect.getdoc(model),
            "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a metric catalog",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": defined,
    }


def _plainly(schema: Any) -> Any:
    """Without null, which no key takes, and without titles, which only repeat the keys."""
    if isinstance(schema, list):
        return [_plainly(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "patternProperties" in schema:
        schema = {**schema, "additionalProperties": False}
    kept = {name: _plainly(part) for name, part in schema.items() if not _is_noise(name, part)}
    several = [part for part in kept.get("anyOf", ()) if part != {"type": "null"}]
    if len(several) == 1:
        kept = {**several[0], **{name: part for name, part in kept.items() if name != "anyOf"}}
    elif several:
        kept["anyOf"] = several
    return kept


def _is_noise(name: str, part: Any) -> bool:
    return (name == "title" and isinstance(part, str)) or (name == "default" and part in (None, [], {}))
