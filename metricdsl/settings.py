"""Which catalog and database are meant where nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from metricdsl.errors import did_you_mean, fail
from metricdsl.source import Source, Span

KEYS = ("catalog", "sources", "database", "language")
FOLDER = "metrics_catalog"


@dataclass(frozen=True, slots=True)
class Settings:
    """`[tool.metricdsl]` of the nearest pyproject.toml; relative files are relative to that file.

    `sources` is a file, or a name of the catalog's own such as salesforce.
    """

    catalog: Path | None = None
    sources: Path | str | None = None
    database: str | None = None
    language: str | None = None


def read_settings() -> Settings:
    """Raises MetricError for a key that is unknown or no text."""
    import tomllib

    file = _nearest(Path.cwd())
    if file is None:
        return Settings()
    text = file.read_text("utf-8", "replace")
    try:
        table = tomllib.loads(text).get("tool", {}).get("metricdsl", {})
    except tomllib.TOMLDecodeError as error:
        raise fail("wrong-settings", f"{file} cannot be read: {error}") from None
    for key, value in table.items():
        if key not in KEYS:
            hints = did_you_mean(key, KEYS) or (f"its keys are {', '.join(KEYS)}",)
            raise fail("unknown-key", f"[tool.metricdsl] has no key '{key}'", _place(file, text, key), *hints)
        if not isinstance(value, str):
            raise fail("wrong-value", f"'{key}' must be a text", _place(file, text, key))
    catalog = file.parent / Path(table["catalog"]).expanduser() if "catalog" in table else None
    sources = table.get("sources")
    if sources is not None and sources.endswith((".yml", ".yaml")):
        sources = file.parent / Path(sources).expanduser()
    return Settings(catalog, sources, table.get("database"), table.get("language"))


def _nearest(start: Path) -> Path | None:
    """The pyproject.toml of the folder or of the nearest one above that has one."""
    return next((f for folder in (start, *start.parents) if (f := folder / "pyproject.toml").is_file()), None)


def _place(file: Path, text: str, key: str) -> Span | None:
    """The key below the table's heading."""
    table = text.find("[tool.metricdsl]")
    at = text.find(f"\n{key}", table)
    source = Source(str(file), text)
    return Span(source, at + 1, at + 1 + len(key)) if table >= 0 and at >= 0 else None


def find_catalog(given: str | None = None) -> Path:
    """The one given, else that of pyproject.toml, else `./metrics_catalog`, else the shipped one."""
    if given is not None:
        return Path(given).expanduser()
    if (chosen := read_settings().catalog) is not None:
        return chosen
    return Path(FOLDER) if Path(FOLDER).is_dir() else shipped_catalog()


def find_sources(given: str | None = None, catalog: str | None = None) -> Path | str | None:
    """The ones given, else those of pyproject.toml; these are not meant for a catalog that is given."""
    if given is not None or catalog is not None:
        return given
    return read_settings().sources


def shipped_catalog() -> Path:
    """Inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / FOLDER
    return inside if inside.is_dir() else package.parent / FOLDER
