"""The files of a new catalog. One that is there already is never touched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from metricdsl.errors import fail
from metricdsl.model.catalog import Catalog
from metricdsl.scaffold import matching
from metricdsl.scaffold.proposal import Ask, Proposal, metrics
from metricdsl.scaffold.tables import Table
from metricdsl.scaffold.yaml import scalar

SOURCES = "crm"


def files(tables: list[Table], catalog: Catalog, folder: Path, ask: Ask) -> dict[str, str]:
    """The files by their paths in the folder; tables are looked for that `catalog` has as entities."""
    proposal = Proposal(tables, ask)
    entities = proposal.entities()
    settings = [f"catalog: {scalar(folder.resolve().name)}", "version: 1"]
    if proposal.currency:
        settings.append(f"currency: {proposal.currency}")
    settings.append("# TODO: `timezone: Asia/Tokyo`, where days do not begin at midnight of UTC")
    made = {
        "catalog.yml": "\n".join(settings) + "\n",
        "entities.yml": entities,
        "metrics.yml": metrics(proposal),
    }
    if found := matching.matches(catalog, tables):
        path = f"sources/{SOURCES}.yml"
        remark = f"# Your tables as the entities of {catalog.entries.path}. What that gives:\n"
        remark += f"#   kpi list --catalog {catalog.entries.path} --sources {(folder / path).as_posix()}\n"
        made[path] = remark + matching.sources(found, catalog)
    return made


def refuse_existing(folder: Path) -> None:
    """Raises MetricError where one of the files could not be written, before anybody is asked anything."""
    _refuse(
        [folder / name for name in ("catalog.yml", "entities.yml", "metrics.yml", f"sources/{SOURCES}.yml")]
    )


def _refuse(paths: Iterable[Path]) -> None:
    if there := [str(path) for path in paths if path.exists()]:
        hint = "choose another folder with --output, or move them away"
        raise fail(
            "file-exists", f"nothing is written, since there is already {', '.join(there)}", None, hint
        )


def write(folder: Path, made: Mapping[str, str]) -> list[Path]:
    """The written files. Raises MetricError, before anything is written, where one is there already."""
    paths = {folder / name: text for name, text in made.items()}
    _refuse(paths)
    for path, text in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    return list(paths)
