"""Random catalogs with their rows: entity graphs, awkward values, times at the edges of periods."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from hypothesis import strategies as st

from tests.engines import Table

NAMES = ("account", "order", "ticket", "item")
ZONES = ("UTC", "Asia/Tokyo", "Europe/Berlin", "America/New_York", "Asia/Kolkata")
TEXTS = ("a", "b", "B", "o'x", "東京", "Other", "%_")
INTEGERS = (0, 1, 2, 3, 10, -5, 100, 10**12)
NUMBERS = (0.0, 0.5, 1.25, 2.0, -3.75, 1e9)
DAYS = tuple(
    date.fromisoformat(day)
    for day in (
        "2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01", "2025-03-02", "2025-03-09", "2025-03-30",
        "2025-03-31", "2025-04-01", "2025-01-01", "2024-12-31", "2024-12-30", "2024-02-29", "2024-03-31",
        "2024-01-30", "2024-11-03", "2025-05-10",
    )
)  # fmt: skip
OFFSETS = tuple(timedelta(seconds=s) for s in (0, -1, 1, 5400, 9000, 43200))


@dataclass(frozen=True)
class Shape:
    """What questions need to know of an entity: its fields by kind, and how it lives."""

    name: str
    numbers: tuple[str, ...]
    texts: tuple[str, ...]
    flags: tuple[str, ...]
    moments: tuple[str, ...]
    joins: tuple[tuple[str, str], ...]  # (name, entity)
    money: str | None
    time: str | None
    stock: str | None  # lifetime, snapshot
    key: str


@dataclass(frozen=True)
class World:
    """A catalog as its YAML file holds it, its tables, and the shapes of its entities."""

    catalog: dict[str, Any]
    tables: tuple[Table, ...]
    shapes: tuple[Shape, ...]

    def records(self) -> dict[str, list[dict[str, Any]]]:
        return {t.name: [dict(zip(t.columns, row, strict=True)) for row in t.rows] for t in self.tables}

    def yaml(self) -> str:
        return yaml.safe_dump(self.catalog, allow_unicode=True, sort_keys=False)


class Column:
    """A stored field while a table is being made up."""

    def __init__(self, name: str, type_: str, values: st.SearchStrategy[Any], **settings: Any) -> None:
        self.name, self.type, self.values, self.settings = name, type_, values, settings

    @property
    def kind(self) -> str:
        """The type of its column in the table."""
        return str(self.settings.get("stored", self.type))

    @property
    def field(self) -> Any:
        known = {k: v for k, v in self.settings.items() if k in ("unit", "stored_in", "scale", "column")}
        return {"type": self.type, **known} if known else self.type


def nullable(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, values, st.none())


@st.composite
def moments(draw: Any, name: str, zone: str) -> Column:
    """A date, or a timestamp stored in some zone or with one, near midnights of the catalog's zone."""
    days = st.sampled_from(DAYS)
    how = draw(st.sampled_from(("date", "date", "utc", "stored", "timestamptz")))
    if how == "date":
        return Column(name, "date", nullable(days))

    def instant(day: date, offset: timedelta) -> datetime:
        local = datetime.combine(day, datetime.min.time(), ZoneInfo(zone))
        return local.astimezone(UTC) + offset

    instants = st.builds(instant, days, st.sampled_from(OFFSETS))
    if how == "timestamptz":
        return Column(name, "timestamp", nullable(instants), stored="timestamptz")
    settings = {} if how == "utc" else {"stored_in": "Asia/Tokyo"}  # a zone whose clocks never change
    home = ZoneInfo(settings.get("stored_in", "UTC"))
    stored = instants.map(lambda t: t.astimezone(home).replace(tzinfo=None))
    return Column(name, "timestamp", nullable(stored), **settings)


@st.composite
def worlds(draw: Any) -> World:
    zone = draw(st.sampled_from(ZONES))
    count = draw(st.integers(1, 4))
    catalog: dict[str, Any] = {"catalog": "random", "timezone": zone}
    if draw(st.booleans()):
        catalog["week_starts"] = draw(st.sampled_from(("sunday", "saturday", "wednesday")))
    catalog["fiscal_year_starts"] = draw(st.sampled_from(("april", "february", "january")))
    catalog["currency"] = "JPY"
    entities: dict[str, Any] = {}
    tables, shapes = [], []
    for number in range(count):
        name, entity, table, shape = draw(entity_of(number, zone, tuple(shapes)))
        entities[name] = entity
        tables.append(table)
        shapes.append(shape)
    for shape in shapes:
        rollups = draw(rollups_of(shape, tuple(shapes)))
        if rollups:
            entities[shape.name]["fields"].update({n: {"expr": e} for n, e in rollups.items()})
    shapes = [_with_rollups(s, entities[s.name]["fields"]) for s in shapes]
    catalog["entities"] = entities
    catalog["segments"] = {f"{s.name}_large": f"{s.name}.size >= $least or {s.name}.flag" for s in shapes}
    catalog["parameters"] = {
        "least": {"type": "integer", "default": 2},
        "span": {"type": "duration", "default": "1 month"},
    }
    return World(catalog, tuple(tables), tuple(shapes))


@st.composite
def entity_of(draw: Any, number: int, zone: str, above: tuple[Shape, ...]) -> Any:
    """An entity below those that are there; its table, and its shape."""
    word = NAMES[number]
    name, key = f"{word}s", f"{word}_id"
    time = draw(moments("made_on", zone))
    columns = [
        Column("kind", "text", nullable(st.sampled_from(TEXTS))),
        Column(
            tag := draw(st.sampled_from((f"{word}_tag", f"{word} tag", "分類")))
            if number == 0
            else f"{word}_tag",
            "text",
            nullable(st.sampled_from(TEXTS[:3])),
            column=f"{word}_t",
        ),
        Column("size", "integer", nullable(st.sampled_from(INTEGERS))),
        Column("weight", "number", nullable(st.sampled_from(NUMBERS))),
        Column("flag", "boolean", nullable(st.booleans())),
        time,
        draw(moments("done_on", zone)),
    ]
    if draw(st.booleans()):
        columns.append(Column("price", "money", nullable(st.sampled_from(INTEGERS[:5]))))
    joins: dict[str, tuple[str, str, Shape | None]] = {}  # name -> (text, column, target)
    targets = [s for s in above if s.stock != "snapshot"]
    for target in draw(st.lists(st.sampled_from(targets), max_size=2)) if targets else []:
        role = target.name[:-1] if target.name[:-1] not in joins else f"other_{target.name[:-1]}"
        column = f"{role}_id"
        on = column if column == target.key else f"{column} = {target.key}"
        joins[role] = (f"{target.name} on {on}", column, target)
    if number == 0 and draw(st.booleans()):
        joins["parent"] = (f"{name} on parent_id = {key}", "parent_id", None)
    for _, column, _ in joins.values():
        columns.append(Column(column, "integer", nullable(st.integers(1, 6)), hidden=True))
    stock = draw(st.sampled_from((None, None, "lifetime", "snapshot"))) if number else None
    size = draw(st.sampled_from((3, 0, 1, 4, 5, 6, 7, 8)))
    rows = [tuple(draw(c.values) for c in columns) for _ in range(size)]
    entity: dict[str, Any] = {"table": name, "key": key, "time": "made_on"}
    keys = [(i + 1,) for i in range(size)]
    if stock == "lifetime":
        entity["lifetime"] = {"from": "made_on", "to": "done_on"}
        if columns[6].type == "date" and draw(st.booleans()):
            entity["lifetime"]["inclusive"] = True
    if stock == "snapshot":
        entity, rows, keys, columns = _snapshots(draw, entity, rows, columns, word)
    fields: dict[str, Any] = {key if stock != "snapshot" else f"{word}_no": "integer"}
    fields |= {c.name: c.field for c in columns if "hidden" not in c.settings}
    fields |= draw(expressions(joins))
    entity["fields"] = fields
    if joins:
        entity["joins"] = {n: text for n, (text, _, _) in joins.items()}
    first = (key, "integer") if stock != "snapshot" else (f"{word}_no", "integer")
    table = Table(
        name,
        (first[0], *(c.settings.get("column", c.name) for c in columns)),
        (first[1], *(c.kind for c in columns)),
        tuple((*k, *r) for k, r in zip(keys, rows, strict=True)),
    )
    shape = Shape(
        name,
        ("size", "weight", *(f for f in fields if f in ("twice", "gap"))),
        ("kind", f"`{tag}`" if " " in tag else tag, *(f for f in fields if f in ("sort", "named"))),
        ("flag", *(f for f in fields if f in ("big",))),
        ("made_on", "done_on"),
        tuple((n, t.name if t else name) for n, (_, _, t) in joins.items()),
        "price" if "price" in fields else None,
        "made_on",
        stock,
        key,
    )
    return name, entity, table, shape


def _snapshots(draw: Any, entity: Any, rows: list[Any], columns: list[Column], word: str) -> Any:
    """One row per thing and date: the thing is a number, the dates are never null."""
    columns = [Column("made_on", "date", st.none()) if c.name == "made_on" else c for c in columns]
    place = [c.name for c in columns].index("made_on")
    chosen = draw(
        st.lists(st.tuples(st.integers(1, 2), st.sampled_from(DAYS)), max_size=len(rows), unique=True)
    )
    keys = [(thing,) for thing, _ in chosen]
    rows = [(*r[:place], day, *r[place + 1 :]) for r, (_, day) in zip(rows, chosen, strict=False)]
    entity = {"table": entity["table"], "key": [f"{word}_no", "made_on"], "snapshot": "made_on"}
    return entity, rows, keys, columns


@st.composite
def expressions(draw: Any, joins: Any) -> dict[str, str]:
    """Row expressions over own fields, and over those behind a join."""
    choices = {
        "big": "size >= 2",
        "twice": "size * 2 - 1",
        "gap": "coalesce(weight, 0) + size / 2",
        "sort": "bucket(size, 0, 3, 50)",
        "named": "case when flag then 'yes' when size is null then concat(kind, '!') else kind end",
    }
    for name in joins:
        choices["big"] = f"{name}.size > size or {name}.kind = 'a'"
        choices["gap"] = f"coalesce({name}.size, 7)"
    picked = draw(st.lists(st.sampled_from(sorted(choices)), max_size=2, unique=True))
    return {name: {"expr": choices[name]} for name in picked}  # type: ignore[misc]  # the long form


@st.composite
def rollups_of(draw: Any, shape: Shape, shapes: tuple[Shape, ...]) -> dict[str, str]:
    """Fields that are aggregates of a child or grandchild that leads here in one way."""
    found: dict[str, str] = {}
    children = [
        s for s in shapes if ways(s, shape.name, shapes) == 1 and s.stock != "snapshot" and s is not shape
    ]
    if not children or draw(st.booleans()):
        return found
    child = draw(st.sampled_from(children)).name
    choices = {
        "child_count": f"count({child} where size > 1)",
        "child_sum": f"sum({child}.size) + coalesce(size, 0)",
        "child_latest": f"max({child}.made_on)",
        "child_avg": f"avg({child}.weight where {child}.size > {shape.name}.size)",
        "has_child": f"has({child} where flag)",
    }
    for name in draw(st.lists(st.sampled_from(sorted(choices)), max_size=2, unique=True)):
        found[name] = choices[name]
    return found


def ways(child: Shape, goal: str, shapes: tuple[Shape, ...]) -> int:
    """In how many ways joins lead from one entity to another."""
    by_name = {s.name: s for s in shapes}
    if child.name == goal:
        return 1
    return sum(ways(by_name[target], goal, shapes) for _, target in child.joins if target != child.name)


def _with_rollups(shape: Shape, fields: dict[str, Any]) -> Shape:
    return replace(
        shape,
        numbers=(*shape.numbers, *(f for f in fields if f in ("child_count", "child_sum", "child_avg"))),
        flags=(*shape.flags, *(f for f in fields if f == "has_child")),
        moments=(*shape.moments, *(f for f in fields if f == "child_latest")),
    )
