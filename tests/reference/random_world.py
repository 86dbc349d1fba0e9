"""Random catalogs with their rows: entity graphs, awkward values, times at the edges of periods."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from hypothesis import strategies as st

from tests.engines import Table

NAMES = ("account", "order", "ticket", "item")
ZONES = ("UTC", "Asia/Tokyo", "Europe/Berlin", "America/New_York", "Asia/Kolkata")
TEXTS = ("a", "b", "B", "o'x", "東京", "Other", "%_")
INTEGERS = (0, 1, 2, 3, 10, -5, 100, 10**12)
PRICES = tuple(Decimal(p) for p in ("0", "0.1", "10", "-5.25", "99.99"))
SIZES = (3, 0, 1, 4, 5, 6, 7, 8)
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


TERMS = tuple(date.fromisoformat(day) for day in ("2023-12-05", "2024-02-29", "2024-07-01", "2024-12-31",
              "2025-01-31", "2025-03-02", "2025-03-30", "2025-04-01", "2025-05-20", "2026-01-01"))  # fmt: skip
CALENDAR = {"table": "trade_days", "date": "day", "grains": {"term": "term_start"}}
TRADE_DAYS = Table(
    "trade_days",
    ("day", "term_start"),
    ("date", "date"),
    tuple((a + timedelta(days=n), a) for a, b in pairwise(TERMS) for n in range((b - a).days)),
)
"""Terms of a calendar of its own, in place of months."""


@dataclass(frozen=True)
class Shape:
    """What questions need to know of an entity: its fields by kind, and how it lives."""

    name: str
    numbers: tuple[str, ...]
    texts: tuple[str, ...]
    flags: tuple[str, ...]
    moments: tuple[str, ...]
    joins: tuple[tuple[str, str], ...]  # (name, entity)
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
    tenants = draw(st.integers(1, 6)) == 6
    catalog: dict[str, Any] = {"catalog": "random", "timezone": zone}
    if draw(st.booleans()):
        catalog["week_starts"] = draw(st.sampled_from(("sunday", "saturday", "wednesday")))
    catalog["fiscal_year_starts"] = draw(st.sampled_from(("april", "february", "january")))
    catalog["currency"] = "JPY"
    made: list[Entity] = []
    if draw(st.integers(1, 6)) == 6:
        made.append(draw(histories()))
    for number in range(count):
        made.append(draw(entities(number, zone, tenants, tuple(e.shape for e in made))))
    shapes = tuple(e.shape for e in made)
    for entity in made:
        rollups = draw(rollups_of(entity.shape, shapes))
        entity.entry["fields"].update({n: {"expr": e} for n, e in rollups.items()})
    shapes = tuple(_with_rollups(e.shape, e.entry["fields"]) for e in made)
    catalog["entities"] = {e.shape.name: e.entry for e in made}
    catalog["segments"] = {f"{s.name}_large": f"{s.name}.size >= $least or {s.name}.flag" for s in shapes}
    catalog["parameters"] = {
        "least": {"type": "integer", "default": 2},
        "span": {"type": "duration", "default": "1 month"},
    }
    if len(shapes) > 1:
        catalog["dimensions"] = {"sort of thing": [f"{s.name}.kind" for s in shapes[:2]]}
    tables = tuple(e.table for e in made)
    if draw(st.integers(1, 5)) == 5:
        catalog["calendars"] = {"trade": CALENDAR}
        tables += (TRADE_DAYS,)
    return World(catalog, tables, shapes)


@dataclass
class Entity:
    """An entity's entry in the catalog, its table, and its shape."""

    entry: dict[str, Any]
    table: Table
    shape: Shape


@st.composite
def entities(draw: Any, number: int, zone: str, tenants: bool, above: tuple[Shape, ...]) -> Entity:
    """An entity below those that are there."""
    word = NAMES[number]
    name, key = f"{word}s", f"{word}_id"
    stock = draw(st.sampled_from((None, None, "lifetime", "snapshot"))) if number else None
    time = Column("made_on", "date", st.none()) if stock == "snapshot" else draw(moments("made_on", zone))
    columns = _plain_columns(draw, word, number, zone, time)
    joins = _joins(draw, name, number, tenants, above)
    for column in dict.fromkeys(column for _, column, _ in joins.values() if column not in ("size",)):
        columns.append(Column(column, "integer", nullable(st.integers(1, 6)), hidden=True))
    if tenants:
        columns.append(Column("tenant", "integer", st.sampled_from((1, 1, 2)), hidden=True))
    rows = [tuple(draw(c.values) for c in columns) for _ in range(draw(st.sampled_from(SIZES)))]
    keys = [(i + 1,) for i in range(len(rows))]
    entry: dict[str, Any] = {"table": name, "key": ["tenant", key] if tenants else key, "time": "made_on"}
    if stock == "lifetime":
        entry["lifetime"] = {"from": "made_on", "to": "done_on"}
        if columns[6].type == "date" and draw(st.booleans()):
            entry["lifetime"]["inclusive"] = True
    if stock == "snapshot":
        key = f"{word}_no"
        keys, rows = _one_a_day(draw, rows)
        entry = {"table": name, "key": [key, "made_on"], "snapshot": "made_on"}
    fields: dict[str, Any] = {key: "integer"}
    fields |= {c.name: c.field for c in columns if "hidden" not in c.settings}
    fields |= draw(expressions(joins, stock))
    entry["fields"] = fields
    if joins:
        entry["joins"] = {n: text for n, (text, _, _) in joins.items()}
    table = Table(
        name,
        (key, *(c.settings.get("column", c.name) for c in columns)),
        ("integer", *(c.kind for c in columns)),
        tuple((*k, *r) for k, r in zip(keys, rows, strict=True)),
    )
    return Entity(entry, table, _shape(name, fields, columns, joins, stock))


def _plain_columns(draw: Any, word: str, number: int, zone: str, time: Column) -> list[Column]:
    tag = f"{word}_tag" if number else draw(st.sampled_from((f"{word}_tag", f"{word} tag", "分類")))
    columns = [
        Column("kind", "text", nullable(st.sampled_from(TEXTS))),
        Column(tag, "text", nullable(st.sampled_from(TEXTS[:3])), column=f"{word}_t"),
        Column("size", "integer", nullable(st.sampled_from(INTEGERS))),
        Column("weight", "number", nullable(st.sampled_from(NUMBERS))),
        Column("flag", "boolean", nullable(st.booleans())),
        time,
        draw(moments("done_on", zone)),
    ]
    if draw(st.booleans()):
        columns.append(Column("price", "money", nullable(st.sampled_from(PRICES))))
    if draw(st.booleans()):
        rates = st.sampled_from((0.0, 25.0, 50.0, 150.0))
        columns.append(Column("rate", "percent", nullable(rates), column="rate_pct", scale=100))
    return columns


Joins = dict[str, tuple[str, str, Shape | None]]
"""By name: what is written, the own column, the other entity (None: the entity itself)."""


def _joins(draw: Any, name: str, number: int, tenants: bool, above: tuple[Shape, ...]) -> Joins:
    joins: Joins = {}
    targets = [s for s in above if s.stock != "snapshot" and s.name != "eras"]
    for target in draw(st.lists(st.sampled_from(targets), max_size=2)) if targets else []:
        role = target.name[:-1] if target.name[:-1] not in joins else f"other_{target.name[:-1]}"
        column = f"{role}_id"
        on = column if column == target.key else f"{column} = {target.key}"
        joins[role] = (f"{target.name} on {f'(tenant, {on})' if tenants else on}", column, target)
    if number == 0 and draw(st.booleans()):
        on = f"parent_id = {NAMES[0]}_id"
        joins["parent"] = (f"{name} on {f'(tenant, {on})' if tenants else on}", "parent_id", None)
    eras = [s for s in above if s.name == "eras"]
    if eras and draw(st.booleans()):
        joins["era"] = ("eras on size = thing as of done_on", "size", eras[0])
    return joins


def _one_a_day(draw: Any, rows: list[Any]) -> tuple[list[Any], list[Any]]:
    """One row per thing and date: the thing is a number, the dates are never null."""
    days = st.tuples(st.integers(1, 2), st.sampled_from(DAYS))
    chosen = draw(st.lists(days, max_size=len(rows), unique=True))
    kept = [(*r[:5], day, *r[6:]) for r, (_, day) in zip(rows, chosen, strict=False)]
    return [(thing,) for thing, _ in chosen], kept


@st.composite
def histories(draw: Any) -> Entity:
    """What a thing was from when to when: rows of one thing never overlap."""
    rows = []
    for thing in (1, 2, 3):
        days = sorted(draw(st.lists(st.sampled_from(DAYS), max_size=4, unique=True)))
        for start, end in zip(days[::2], [*days[1::2], None], strict=False):
            values = [
                draw(nullable(st.sampled_from(v))) for v in (TEXTS[:2], INTEGERS, NUMBERS, (True, False))
            ]
            rows.append((thing, *values, start, end))
    fields = {"thing": "integer", "kind": "text", "size": "integer", "weight": "number", "flag": "boolean",
              "made_on": "date", "done_on": "date"}  # fmt: skip
    lifetime = {"from": "made_on", "to": "done_on"}
    entry = {
        "table": "eras",
        "key": ["thing", "made_on"],
        "time": "made_on",
        "lifetime": lifetime,
        "fields": fields,
    }
    table = Table("eras", tuple(fields), tuple(fields.values()), tuple(rows))
    return Entity(entry, table, _shape("eras", fields, [], {}, "lifetime"))


@st.composite
def expressions(draw: Any, joins: Joins, stock: str | None) -> dict[str, str]:
    """Row expressions over own fields, and over those behind a join."""
    choices = {
        "big": "size >= 2",
        "twice": "size * 2 - 1",
        "gap": "coalesce(weight, 0) + size / 2",
        "sort": "bucket(size, 0, 3, 50)",
        "named": "case when flag then 'yes' when size is null then concat(kind, '!') else kind end",
        "maths": "round(weight * 1.5, 1) + floor(weight) - abs(ceil(weight / 2)) + mod(size, 3)",
        "written": "upper(concat(trim(kind), '-', lower(kind)))",
        "wait": "days(made_on, done_on)",
        "soon": "hours(made_on, done_on) <= 30 days or length(kind) > 1",
        "age": "months(made_on, done_on) + years(done_on, made_on)",
        "due_on": "made_on + 1 month",
        "day_of": "date(done_on - 2 days)",
    }
    if stock is None:
        choices["before"] = "previous(size per kind)"
        choices["after"] = "coalesce(next(weight per flag), -1)"
    for name in joins:
        choices["big"] = f"{name}.size > size or {name}.kind = 'a'"
        choices["gap"] = f"coalesce({name}.size, 7)"
        choices["due_on"] = f"greatest(date(made_on), date({name}.made_on))"
    picked = draw(st.lists(st.sampled_from(sorted(choices)), max_size=3, unique=True))
    return {name: {"expr": choices[name]} for name in picked}  # type: ignore[misc]  # the long form


KINDS = {
    "numbers": ("size", "weight", "price", "rate", "twice", "gap", "maths", "wait", "age", "before", "after"),
    "flags": ("flag", "big", "soon"),
    "moments": ("made_on", "done_on", "due_on", "day_of"),
}


def _shape(
    name: str, fields: dict[str, Any], columns: list[Column], joins: Joins, stock: str | None
) -> Shape:
    texts = [c.name for c in columns if c.type == "text"] or ["kind"]
    texts += [f for f in fields if f in ("sort", "named", "written")]
    found = {kind: tuple(f for f in names if f in fields) for kind, names in KINDS.items()}
    return Shape(
        name,
        texts=tuple(f"`{t}`" if " " in t else t for t in texts),
        joins=tuple((n, t.name if t else name) for n, (_, _, t) in joins.items()),
        stock=stock,
        key=f"{name[:-1]}_id",
        **found,
    )


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
