"""The catalog as meaning: entities with typed fields and joins, made from entries when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from metricdsl.errors import MetricError, did_you_mean, fail
from metricdsl.model.sources import is_mapped, missing
from metricdsl.source import Span, Text
from metricdsl.types import MONTH_NAMES, WEEKDAYS, Kind, ValueType, number_of, unit_named

if TYPE_CHECKING:
    from metricdsl.catalog.loader import Entries, Entry
    from metricdsl.functions.forms import CalendarSettings
    from metricdsl.language.syntax import Join


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """A field of an entity. `type` is None for an expression: it has the type of what it means.

    `assumed`: nothing says the type, as of a key or a time that is no field. `unmapped` is the place of a source that
    has no column for it.
    """

    name: str
    entity: str
    column: str
    type: ValueType | None
    expression: Text | None
    stored_in: str
    scale: float | None
    span: Span = field(compare=False, repr=False)
    unmapped: Span | None = field(default=None, compare=False, repr=False)
    assumed: bool = False

    def require(self, use: Span | None) -> None:
        """Raises MetricError where the source has no column for it."""
        if self.unmapped is not None:
            raise fail(
                "not-mapped", f"field '{self.name}' of {self.entity} is not mapped to a column", use,
                f"add `{self.name}: COLUMN` to the `columns:` of its source",
                related=[("its source", self.unmapped)],
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class JoinDefinition:
    """A many-to-one join. `columns` are pairs (own column, column of the target's key).

    `unmapped` says why it cannot be followed: its columns or its target are not in the sources.
    """

    name: str
    entity: str
    target: str
    columns: tuple[tuple[str, str], ...]
    as_of: str | None
    span: Span = field(compare=False, repr=False)
    unmapped: MetricError | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Lifetime:
    """Rows are alive in [start, end); `inclusive`: the end is the last day alive. Both are field names."""

    start: str
    end: str
    inclusive: bool


@dataclass(frozen=True, eq=False)
class EntityDefinition:
    """An entity: its table or query, key columns, default time field, fields and joins by name."""

    name: str
    table: str | None
    sql: str | None
    key: tuple[str, ...]
    time: str | None
    lifetime: Lifetime | None
    snapshot: str | None
    fields: Mapping[str, FieldDefinition]
    joins: Mapping[str, JoinDefinition]
    span: Span = field(repr=False)

    @property
    def axis(self) -> str | None:
        """The field of the default time axis."""
        if self.time:
            return self.time
        return self.lifetime.start if self.lifetime else self.snapshot

    def key_type(self) -> ValueType:
        """The type of a key of one column, as its field is declared or known; one of several is a text."""
        if len(self.key) == 1:
            for f in self.fields.values():
                if self.key[0] in (f.column, f.name) and f.type:
                    return f.type
        return ValueType("text")

    def key_columns(self) -> tuple[str, ...]:
        """The stored columns of the key; a key may name fields."""
        return tuple(self.fields[k].column if k in self.fields else k for k in self.key)


@dataclass(eq=False)
class Definitions:
    """All entities of a catalog, made lazily; a broken one raises when it is asked for.

    `known`: the types of (entity, field) that the catalog leaves open, as a database has them; others are
    taken for texts, and those that an entity names as its times for dates.
    """

    entries: Entries
    known: Mapping[tuple[str, str], ValueType] = field(default_factory=dict)
    _entities: dict[str, EntityDefinition] = field(default_factory=dict)

    @cached_property
    def calendar(self) -> CalendarSettings:
        """Zone, first weekday and fiscal year as the catalog sets them."""
        from metricdsl.functions.forms import CalendarSettings

        settings = self.entries.settings
        return CalendarSettings(
            settings.timezone or "UTC",
            WEEKDAYS.index(settings.week_starts or "monday"),
            MONTH_NAMES.index(settings.fiscal_year_starts or "january") + 1,
        )

    @property
    def currency(self) -> str | None:
        return self.entries.settings.currency

    def entity(self, name: str) -> EntityDefinition:
        """The entity of that name, which must exist."""
        found = self._entities.get(name)
        if found is None:
            found = self._entities[name] = self._make(name)
        return found

    def substitute(self, entity: EntityDefinition) -> None:
        """Let another definition stand for the one of this name: a test gives rows where a query was."""
        self._entities[entity.name] = entity

    def usable_entities(self) -> dict[str, EntityDefinition]:
        """Those that are not broken, by name."""
        usable: dict[str, EntityDefinition] = {}
        for name in self.entries.entities:
            try:
                usable[name] = self.entity(name)
            except MetricError:
                continue
        return usable

    @cached_property
    def metric_words(self) -> Mapping[str, list[str]]:
        """The metrics of which a word is a label or synonym; a broken one has none."""
        found: dict[str, list[str]] = {}
        for metric, entry in self.entries.metrics.items():
            try:
                words = words_of(entry.model)
            except MetricError:
                continue
            for word in words:
                found.setdefault(word, []).append(metric)
        return found

    def _make(self, name: str) -> EntityDefinition:
        entry = self.entries.entities[name]
        model = entry.model
        fields = {f: self._field(entry, f, definition) for f, definition in model.fields.items()}
        key = tuple(model.key or ())
        # What is like the name of a field is a slip.
        times = [t for t in model.times if "." not in t and not did_you_mean(t, model.fields)]
        for column in (*times, *key):
            if column not in fields:
                fields[column] = FieldDefinition(
                    column, name, column, self._open_type(entry, column), None, "UTC", None, entry.span,
                    assumed=True,
                )  # fmt: skip
        lifetime = None
        if model.lifetime:
            lifetime = Lifetime(model.lifetime.from_, model.lifetime.to, bool(model.lifetime.inclusive))
        joins = {j: self._join(entry, j) for j in model.joins}
        definition = EntityDefinition(
            name, model.table, model.sql, key, model.time, lifetime, model.snapshot, fields, joins, entry.span
        )
        self._check(entry, definition)
        return definition

    def _open_type(self, entry: Entry[Any], name: str) -> ValueType:
        """The type of a field of which the catalog does not say it."""
        guess: Kind = "date" if name in entry.model.times else "text"
        return self.known.get((entry.name, name), ValueType(guess))

    def _field(self, entry: Entry[Any], name: str, model: Any) -> FieldDefinition:
        kind: ValueType | None = None
        unit = unit_named(model.unit) if model.unit else ()
        if model.type == "money":
            kind = ValueType("money", unit or (unit_named(self.currency) if self.currency else ()))
        elif model.type == "duration":
            kind = ValueType("duration", unit or unit_named("seconds"))
        elif model.type in ("number", "integer"):
            kind = number_of(unit) if unit else ValueType(model.type)
        elif model.type:
            kind = ValueType(model.type)
        elif model.expr is None:
            kind = self._open_type(entry, name)
        expression = None
        if model.expr is not None:
            expression = self._expression_text(entry, name)
        return FieldDefinition(
            name, entry.name, model.column or name, kind, expression, model.stored_in or "UTC",
            float(model.scale) if model.scale else None, entry.key("fields", name),
            missing(entry, name) if expression is None else None,
            assumed=model.type is None and model.expr is None,
        )  # fmt: skip

    @staticmethod
    def _expression_text(entry: Entry[Any], name: str) -> Text:
        try:
            return entry.text("fields", name, "expr")
        except (KeyError, TypeError, LookupError):
            return entry.text("fields", name)

    def _join(self, entry: Entry[Any], name: str) -> JoinDefinition:
        from metricdsl.language.parser import parse_join

        written = parse_join(entry.text("joins", name))
        if written.entity not in self.entries.entities:
            raise fail(
                "unknown-entity",
                f"join '{name}' of {entry.name} leads to '{written.entity}', "
                "which is no entity of the catalog",
                written.span,
                *did_you_mean(written.entity, self.entries.entities),
            )
        if not is_mapped(target := self.entries.entities[written.entity]):
            place = f"{written.entity}, which is not mapped to a table"
            message = f"join '{name}' of {entry.name} leads to {place}"
            hint = f"add `{written.entity}:` with its table to the sources"
            nowhere = fail("not-mapped", message, target.span, hint)
            return JoinDefinition(name, entry.name, written.entity, (), written.as_of, written.span, nowhere)
        model = target.model
        target_key = tuple(model.key or ())
        if not target_key:
            raise fail(
                "missing-key",
                f"join '{name}' leads to {written.entity}, which has no key: "
                "nothing says that its rows are unique",
                written.span,
                f"add `key:` to the entity {written.entity}",
            )
        target_fields = model.fields
        if written.as_of:
            if model.lifetime is None:
                raise fail(
                    "as-of-without-lifetime",
                    f"join '{name}' says 'as of', but {written.entity} has no lifetime",
                    written.span,
                    f"add `lifetime: {{from: …, to: …}}` to {written.entity}",
                )
        elif len(written.columns) != len(target_key) or any(
            other is not None and other not in target_key for _, other in written.columns
        ):
            raise fail(
                "join-not-to-key",
                f"join '{name}' must name the whole key of {written.entity} ({', '.join(target_key)}), "
                "else one row could match several",
                written.span,
            )
        pairs: list[tuple[str, str]] = []
        for position, (own, other) in enumerate(written.columns):
            if other is None:
                other = own if written.as_of or own in target_key else target_key[position]
            own_field = entry.model.fields.get(own)
            other_field = target_fields.get(other)
            pairs.append(
                (
                    (own_field.column or own) if own_field else own,
                    (other_field.column or other) if other_field else other,
                )
            )
        return JoinDefinition(
            name, entry.name, written.entity, tuple(pairs), written.as_of, written.span,
            _missing_side(entry, target, written),
        )  # fmt: skip

    @staticmethod
    def _check(entry: Entry[Any], definition: EntityDefinition) -> None:
        """The time, lifetime and snapshot name fields of a date or timestamp."""
        named: list[tuple[tuple[str, ...], str | None]] = [
            (("time",), definition.time),
            (("snapshot",), definition.snapshot),
        ]
        if definition.lifetime:
            named += [(("lifetime", "from"), definition.lifetime.start)]
            named += [(("lifetime", "to"), definition.lifetime.end)]
        for path, name in named:
            if name is None:
                continue
            where = entry.where(*path)
            if name not in definition.fields:
                raise fail(
                    "unknown-field",
                    f"'{name}' is no field of {definition.name}",
                    where,
                    *did_you_mean(name, definition.fields),
                    "a time is a field of the entity itself"
                    if "." in name
                    else f"declare it: `fields: {{{name}: date}}`",
                )
            kind = definition.fields[name].type
            if kind is not None and not kind.temporal:
                raise fail("not-a-time", f"'{name}' is {kind}, not a date or timestamp", where)
        for join in definition.joins.values():
            if join.as_of and join.as_of not in definition.fields:
                raise fail(
                    "unknown-field",
                    f"'{join.as_of}' is no field of {definition.name}",
                    join.span,
                    *did_you_mean(join.as_of, definition.fields),
                )


def _missing_side(entry: Entry[Any], target: Entry[Any], join: Join) -> MetricError | None:
    """What the sources lack for a join: its own columns, or what 'as of' compares at the target."""
    lifetime = target.model.lifetime
    sides: list[tuple[Entry[Any], str]] = [(entry, own) for own, _ in join.columns]
    if join.as_of and lifetime:
        compared = [other or own for own, other in join.columns]
        sides += [(target, name) for name in (*compared, lifetime.from_, lifetime.to)]
    for side, column in sides:
        if (place := missing(side, column)) is not None:
            message = f"'{column}' of {side.name}, by which it is joined, is not mapped to a column"
            return fail("not-mapped", message, place, f"add `{column}: COLUMN` to its `columns:`")
    return None


def words_of(model: object) -> set[str]:
    """The labels and synonyms of an entry in all languages."""
    words: set[str] = set()
    for value in (getattr(model, "label", None), getattr(model, "synonyms", None)):
        values = value.values() if isinstance(value, dict) else [value]
        for v in values:
            words.update(v if isinstance(v, list | tuple) else [v] if isinstance(v, str) else [])
    return words
