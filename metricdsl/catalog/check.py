"""One entry against its model: everything that is wrong with it, in the author's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from metricdsl.catalog import habits
from metricdsl.catalog.naming import Path, known_keys, meant_keys, nearest_key, part
from metricdsl.catalog.reading import Reading
from metricdsl.catalog.schema import MODELS, Model
from metricdsl.catalog.values import described
from metricdsl.errors import Diagnostic, MetricError, did_you_mean

if TYPE_CHECKING:
    from metricdsl.catalog.entries import Entry


def validate(entry: Entry[Any]) -> Model:
    """The entry's model. Raises MetricError with all of its problems, in the order of the file."""
    reading = Reading(entry)
    problems = reading.problems
    if reading.tree is None:
        raise MetricError(Diagnostic("empty-value", f"{part(entry, ())} has no definition", entry.span))
    try:
        model = MODELS[entry.kind].model_validate(reading.tree)
    except ValidationError as error:
        problems += _translated(entry, error, reading.reported)
    else:
        if not problems:
            return model
    problems.sort(key=lambda problem: problem.span.start if problem.span else 0)
    raise MetricError(*dict.fromkeys(problems))


def _translated(entry: Entry[Any], error: ValidationError, reported: set[Path]) -> Iterator[Diagnostic]:
    """What pydantic found, without what has been reported of the same place or of the whole around it."""
    errors = [
        (tuple(step for step in one["loc"] if not _is_mark(step)), one)
        for one in error.errors(include_url=False)
    ]
    misspelt: dict[Path, list[str]] = {}
    for path, one in errors:
        if one["type"] == "extra_forbidden":
            misspelt.setdefault(path[:-1], []).append(str(path[-1]))
    for path, one in errors:
        told = any(path[:i] in reported for i in range(len(path) + 1))
        if not told and not _is_misspelt(entry, path, one, misspelt):
            yield _diagnostic(entry, path, one)


def _is_misspelt(entry: Entry[Any], path: Path, error: Any, unknown: dict[Path, list[str]]) -> bool:
    """Whether a key is missing only because it was written with other letters, or was to be merged in."""
    built_in = error["type"] == "missing"
    if not (built_in or error.get("ctx", {}).get("code") == "missing-key") or path[:-1] not in unknown:
        return False
    known = known_keys(entry, path[:-1])
    meant = [
        key for name in unknown[path[:-1]] for key in ("<<",) * (name == "<<") or meant_keys(name, known)
    ]
    return "<<" in meant or (path[-1] in meant if built_in else bool(meant))


def _is_mark(step: str | int) -> bool:
    """Whether a step is no part of the path: the member of a union (`<map>`), or pydantic's `[key]`."""
    return step in ("<map>", "<list>", "<text>", "[key]")


def _diagnostic(entry: Entry[Any], path: Path, error: Any) -> Diagnostic:
    written = error["input"]
    match error["type"]:
        case "catalog":
            return _own(entry, path, error)
        case "extra_forbidden":
            message = f"{part(entry, path[:-1])} has no key '{path[-1]}'"
            hints = nearest_key(str(path[-1]), known_keys(entry, path[:-1]))
            return Diagnostic("unknown-key", message, entry.key(*path), hints)
        case "missing":
            message = f"{part(entry, path[:-1])} lacks the key '{path[-1]}'"
            return Diagnostic("missing-key", message, entry.key(*path[:-1]))
        case "literal_error":
            allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
            what = _either(allowed)
            hints = habits.choice(str(written), allowed) or did_you_mean(str(written), allowed)
        case "dict_type":
            what, hints = "a map of names", habits.shape(path, written)
        case _:
            what, hints = "a list", ()
    message = f"{part(entry, path)} must be {what}, not {described(written)}"
    return Diagnostic("wrong-value", message, entry.where(*path), hints)


def _own(entry: Entry[Any], path: Path, error: Any) -> Diagnostic:
    """A problem that a model or a value's reader has put into words."""
    code, words, hints, inside = (error["ctx"][name] for name in ("code", "message", "hints", "inside"))
    path = (*path, *inside)
    if code == "wrong-value":
        hints = (*hints, *habits.shape(path, error["input"]))
    match code:
        case "missing-key":
            path, place = path[:-1], entry.key(*path[:-1])
        case "conflicting-keys" | "duplicate-name":
            place = entry.key(*path)
        case _ if error["loc"][-1:] == ("[key]",):
            place = entry.key(*path)
        case _:
            place = entry.where(*path)
    return Diagnostic(code, f"{part(entry, path)} {words}", place, hints)


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
