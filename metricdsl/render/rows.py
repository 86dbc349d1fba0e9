"""One row of an entity in SQL: its source, the joins that its values need, and those values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlglot import exp

from metricdsl.errors import fail
from metricdsl.functions.aggregates import AGGREGATES
from metricdsl.functions.forms import E, all_of, column, identifier, paren, quoted, whole
from metricdsl.model.definitions import EntityDefinition, FieldDefinition, JoinDefinition
from metricdsl.model.meaning import (
    Column,
    Derived,
    Following,
    ForeignKey,
    Neighbour,
    Path,
    PrimaryKey,
    Rollup,
    RowTime,
    Value,
)  # fmt: skip
from metricdsl.model.rows import RowScope
from metricdsl.render.derived import following_query, rollup_query
from metricdsl.render.sources import calendar_of, source
from metricdsl.render.statement import Statement, named
from metricdsl.types import Kind

UNTIL = "stands_until"


@dataclass(eq=False)
class Rows:
    """The rows of one entity, with what is joined to them as values are asked for.

    `until` adds to a snapshot's rows the date of the key's next row. `axis` is what RowTime means.
    """

    statement: Statement
    entity: str
    until: bool = False
    axis: Value | None = None
    _aliases: dict[Path, str] = field(default_factory=dict)
    _joins: list[tuple[Path | None, exp.Join]] = field(default_factory=list)
    _derived: dict[tuple[Path, object], E] = field(default_factory=dict)
    _windows: dict[Path, Windows] = field(default_factory=dict)
    _calendars: dict[tuple[E, str], E] = field(default_factory=dict)
    _selected: bool = False

    def __post_init__(self) -> None:
        self._aliases[()] = self.entity

    @property
    def definition(self) -> EntityDefinition:
        return self.statement.environment.definitions.entity(self.entity)

    def sql(self, value: Value) -> E:
        """The SQL of a value read on a row."""
        return self.statement.renderer.sql(value, self._leaf)

    # --- leaves ---------------------------------------------------------------------------------

    def _leaf(self, value: Value) -> E:
        match value:
            case Column(path=path, entity=entity, field=name):
                return self._stored(path, entity, name)
            case ForeignKey(path=path, entity=entity, join=join):
                definition = self._entity(entity).joins[join]
                alias, target = self._alias(path), self._entity(definition.target)
                return self._one(target, {other: column(own, alias) for own, other in definition.columns})
            case PrimaryKey(path=path, real=real):
                return self._key_at(path) if real else self.key(path)
            case Derived():
                return self._derive(value)
            case RowTime():
                assert self.axis is not None
                return self.sql(self.axis)
        raise AssertionError(value)

    def _stored(self, path: Path, entity: str, name: str) -> E:
        definition = self._entity(entity).fields[name]
        stored: E = column(definition.column, self._alias(path))
        if definition.scale:
            return self.statement.forms.divide(stored, exp.Literal.number(f"{definition.scale:g}"))
        if definition.type is None:
            return stored
        return self.typed(stored, definition, definition.type.kind)

    def typed(self, stored: E, definition: FieldDefinition, kind: Kind) -> E:
        """What a column holds as its field's type; timestamps in UTC."""
        forms = self.statement.forms
        stored = forms.stored(stored, kind)
        if kind != "timestamp":
            return stored
        if definition.stored_in == "instant" or (definition.entity, definition.name) in self.statement.zoned:
            return forms.without_zone(stored)
        return forms.to_utc(stored, definition.stored_in)

    def key(self, path: Path) -> E:
        """A primary key; at the end of a path the foreign key that points there tells it."""
        if path:
            join = self._join_of(path)
            if join.as_of is None:
                target = self._entity(join.target)
                by_column = {other: own for own, other in join.columns}
                alias = self._alias(path[:-1])
                return self._one(target, {k: column(by_column[k], alias) for k in target.key_columns()})
        entity = self._end(path)
        return self._one(entity, {k: column(k, self._alias(path)) for k in entity.key_columns()})

    def _one(self, entity: EntityDefinition, parts: dict[str, E]) -> E:
        """The columns of an entity's key as one text in which no two keys look alike."""
        if len(parts) == 1:
            return next(iter(parts.values()))
        forms = self.statement.forms
        kinds = {f.column: f.type.kind for f in entity.fields.values() if f.type and not f.expression}
        pieces: list[E] = []
        for name, part in parts.items():
            text = forms.key_text(part, kinds.get(name))
            pieces += [forms.bare_text(forms.length(text)), quoted(":"), text.copy()]
        return forms.joined(pieces)

    # --- joins ----------------------------------------------------------------------------------

    def _entity(self, name: str) -> EntityDefinition:
        return self.statement.environment.definitions.entity(name)

    def _end(self, path: Path) -> EntityDefinition:
        entity = self.definition
        for name in path:
            entity = self._entity(entity.joins[name].target)
        return entity

    def _join_of(self, path: Path) -> JoinDefinition:
        return self._end(path[:-1]).joins[path[-1]]

    def _alias(self, path: Path) -> str:
        """The alias of the entity at the end of a path, joined once."""
        if path not in self._aliases:
            near = self._alias(path[:-1])
            join = self._join_of(path)
            alias = self._free_alias("_".join(path))
            self._aliases[path] = alias
            on: list[E] = [exp.EQ(this=column(a, near), expression=column(b, alias)) for a, b in join.columns]
            if join.as_of is not None:
                on += self._alive_at(path, join)
            self._join(path, exp.Null(), all_of(on))
        return self._aliases[path]

    def _join(self, path: Path | None, source: E, on: E | None) -> None:
        """Join a source that has at most one row for each of ours; that of a path is known when selected."""
        assert not self._selected, "values are asked for before the rows are selected: they need joins"
        self._joins.append((path, exp.Join(this=source, side="LEFT", on=on)))

    def _free_alias(self, word: str) -> str:
        taken = {*self._aliases.values()}
        name, number = word.lower() if word.isascii() else word, 1
        while name in taken or name == self.entity:
            number += 1
            name = f"{word}_{number}"
        return name

    def _alive_at(self, path: Path, join: JoinDefinition) -> list[E]:
        """The row of a history that is alive at an instant of ours: in [from, to)."""
        forms = self.statement.forms
        owner, target = self._end(path[:-1]), self._entity(join.target)
        assert join.as_of is not None
        assert target.lifetime is not None
        at = self.moment(path[:-1], owner, join.as_of)
        start = self.moment(path, target, target.lifetime.start)
        end = self.moment(path, target, target.lifetime.end)
        if target.lifetime.inclusive:
            end = (forms.add(forms.day(*end), "date", whole(1), "day"), "date")
        kinds = {at[1], start[1], end[1]}
        a, s, e = (v if kinds == {"date"} else forms.instant(v, k) for v, k in (at, start, end))
        open_end = exp.Is(this=e.copy(), expression=exp.Null())
        ends_later = exp.Or(this=exp.LT(this=a.copy(), expression=e), expression=open_end)
        return [exp.LTE(this=s, expression=a), exp.Paren(this=ends_later)]

    def moment(self, path: Path, entity: EntityDefinition, name: str) -> tuple[E, Kind]:
        """A date or timestamp field of the entity at the end of a path, with its kind."""
        scope = RowScope(self.statement.environment, self.entity, path, entity.name)
        value = scope.field(name, entity.span)
        if not value.type.temporal:
            raise fail(
                "not-a-time", f"'{name}' is {value.type}, not a date or timestamp", entity.fields[name].span
            )
        return self.sql(value), value.type.kind

    # --- values that take other rows --------------------------------------------------------------

    def _derive(self, value: Derived) -> E:
        key = (value.path, value.what)
        if key not in self._derived:
            match value.what:
                case Rollup():
                    self._derived[key] = self._rollup(value.path, value.what)
                case Following():
                    self._derived[key] = self._following(value.what)
                case Neighbour():
                    self._derived[key] = self._neighbour(value.path, value.what)
        return self._derived[key].copy()

    def _attach(self, word: str, part: str, on: list[tuple[str, E]]) -> str:
        """Join a part that has at most one row for each of ours."""

        def matches(alias: str) -> E | None:
            return all_of([exp.EQ(this=column(name, alias), expression=own) for name, own in on])

        return self.join_part(word, part, matches)

    def join_part(self, word: str, part: str, on: Callable[[str], E | None]) -> str:
        """Join a part under a free alias made from a word; `on` is told the alias."""
        alias = self._free_alias(word)
        self._aliases[("", word, alias)] = alias
        source = exp.Table(this=identifier(part), alias=exp.TableAlias(this=identifier(alias)))
        self._join(None, source, on(alias))
        return alias

    def _rollup(self, path: Path, rollup: Rollup) -> E:
        parent = self._end(path)
        part = self.statement.made(rollup)
        if part is None:
            part = self.statement.add(
                f"{rollup.child}_per_{rollup.link[-1]}",
                rollup_query(Rows(self.statement, rollup.child), rollup),
                f"{rollup.function} of {rollup.child} for each of {parent.name}",
                key=rollup,
            )
        alias = self._attach(f"{rollup.child}_rollup", part, [("key", self._key_at(path))])
        value: E = column("value", alias)
        if not AGGREGATES[rollup.function].zero:
            return value
        counted = exp.Coalesce(this=value, expressions=[whole(0)])
        if not path:
            return counted
        # Behind a join there may be no parent: then there is nothing of which 0 could be counted.
        there = exp.Not(this=exp.Is(this=self._key_at(path), expression=exp.Null()))
        return exp.Case(ifs=[exp.If(this=there, true=counted)])

    def _key_at(self, path: Path) -> E:
        """The key of the row that is really there: an orphan's foreign key is no row."""
        entity = self._end(path)
        return self._one(entity, {k: column(k, self._alias(path)) for k in entity.key_columns()})

    def _following(self, following: Following) -> E:
        part = self.statement.made((self.entity, following))
        if part is None:
            first, second = (Rows(self.statement, e) for e in (self.entity, following.entity))
            part = self.statement.add(
                f"{self.entity}_followed_by_{following.entity}",
                following_query(first, second, following),
                f"the first {following.entity} that follow, for each key and time of {self.entity}",
                key=(self.entity, following),
            )
        on = [("key", self.sql(following.own_key)), ("at", self.sql(following.own_time))]
        if following.itself:
            on.append(("row_key", self.key(())))
        alias = self._attach(f"{following.entity}_following", part, on)
        return column("reached", alias)

    def _neighbour(self, path: Path, neighbour: Neighbour) -> E:
        """A window over all rows of the entity, computed in its source.

        A row without a time has no place in the order, and a null key is nobody's: neither has neighbours.
        """
        assert not self._selected, "values are asked for before the rows are selected: they need columns"
        entity = self._end(path)
        windows = self._windows.setdefault(path, Windows(Rows(self.statement, entity.name)))
        inner = windows.rows
        make = exp.Lag if neighbour.function == "previous" else exp.Lead
        name = f"{neighbour.function}_{len(windows.columns) + 1}"
        time, per = inner.sql(neighbour.time), inner.sql(neighbour.per)
        present = [exp.Not(this=exp.Is(this=paren(v.copy()), expression=exp.Null())) for v in (time, per)]
        placed = all_of(present)
        assert placed is not None
        dated = exp.Case(ifs=[exp.If(this=present[0].copy(), true=whole(1))], default=whole(0))
        order: list[E] = [exp.Ordered(this=time, nulls_first=False)]
        order += [exp.Ordered(this=column(k, entity.name), nulls_first=False) for k in entity.key_columns()]
        window = exp.Window(
            this=make(this=inner.sql(neighbour.value)),
            partition_by=[per, dated],
            order=exp.Order(expressions=order),
        )
        windows.columns.append(named(exp.Case(ifs=[exp.If(this=placed, true=window)]), name))
        return column(name, self._alias(path))

    def calendar(self, day: E, grain: str) -> E:
        """The first day of the custom grain's period that holds a day, looked up in its calendar."""
        if (day, grain) not in self._calendars:
            part, date_column, grain_column = calendar_of(self.statement, grain)
            alias = self._free_alias("calendar")
            self._aliases[("", "calendar", alias)] = alias
            source = part.copy()
            source.set("alias", exp.TableAlias(this=identifier(alias)))
            on = exp.EQ(this=column(date_column, alias), expression=day)
            self._join(None, source, on)
            self._calendars[(day, grain)] = column(grain_column, alias)
        return self._calendars[(day, grain)].copy()

    # --- the FROM clause --------------------------------------------------------------------------

    def select(self) -> exp.Select:
        """`SELECT` with nothing selected yet, from the rows and all that has been joined to them."""
        self._selected = True
        query = exp.Select()
        query.set("from_", exp.From(this=self._source((), self.entity)))
        joins = []
        for path, join in self._joins:
            if path is not None:
                join = join.copy()
                join.set("this", self._source(path, self._aliases[path]))
            joins.append(join)
        query.set("joins", joins)
        return query

    def _source(self, path: Path, alias: str) -> E:
        """The entity's table or query under an alias, with window columns where values need them."""
        entity = self._end(path)
        windows = self._windows.get(path)
        until = self.until and not path
        if not windows and not until:
            return source(self.statement, entity, alias)
        query = (windows.rows if windows else Rows(self.statement, entity.name)).select()
        star = exp.Column(this=exp.Star(), table=identifier(entity.name))
        expressions: list[E] = [star, *(windows.columns if windows else ())]
        if until:
            expressions.append(named(_until(entity), UNTIL))
        query.set("expressions", expressions)
        return exp.Subquery(this=query, alias=exp.TableAlias(this=identifier(alias)))


@dataclass(eq=False)
class Windows:
    """Columns that look at neighbouring rows, and the rows of the source on which they are computed."""

    rows: Rows
    columns: list[E] = field(default_factory=list)


def _until(entity: EntityDefinition) -> E:
    """The date of the next row of the same thing: a snapshot stands until then."""
    assert entity.snapshot is not None
    date_column = entity.fields[entity.snapshot].column
    rest = [k for k in entity.key_columns() if k != date_column]
    when = column(date_column, entity.name)
    return exp.Window(
        this=exp.Lead(this=when),
        partition_by=[column(k, entity.name) for k in rest],
        order=exp.Order(expressions=[exp.Ordered(this=when.copy(), nulls_first=False)]),
    )
