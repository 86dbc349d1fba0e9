"""Questions to the database about its rows: does it keep what the catalog says of an entity?

Each statement of a check answers with up to three examples, the worst first. Behind an example's own
columns stand its rows, then how many such examples there are, and the rows of all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlglot import Dialect, exp

from metricdsl.functions.forms import E, column, identifier, is_not_null, is_null, quoted, whole
from metricdsl.functions.sql import any_of
from metricdsl.model.environment import Environment
from metricdsl.model.meaning import PrimaryKey, Value
from metricdsl.plan.periods import as_of_day
from metricdsl.render.dialects import forms_of
from metricdsl.render.rows import Rows
from metricdsl.render.select import to_sql
from metricdsl.render.sources import source
from metricdsl.render.statement import Statement, named, table
from metricdsl.types import ValueType

if TYPE_CHECKING:
    from metricdsl.model.definitions import Definitions, EntityDefinition

EXAMPLES = 3


@dataclass(frozen=True, eq=False)
class Verification:
    """Writes the statements for one database. `zoned` are the fields whose columns have a zone."""

    definitions: Definitions
    dialect: str
    zoned: frozenset[tuple[str, str]] = frozenset()

    @property
    def environment(self) -> Environment:
        return Environment(self.definitions)

    # --- columns ----------------------------------------------------------------------------------

    def types(self, entity: str, columns: Sequence[str]) -> str:
        """One row: of each column the name of its type, as the engine writes it."""
        statement = self._statement()
        names: list[E] = []
        for name in columns:
            value = column(name, entity)
            one = exp.Select(expressions=[value]).from_(self._source(statement, entity))
            one = one.where(is_not_null(value.copy())).limit(1)
            names.append(named(statement.forms.type_name(exp.Subquery(this=one)), name))
        return self._sql(statement, exp.Select(expressions=names))

    def tables(self) -> str:
        """The names of all tables that can be seen, with their schemas."""
        names = exp.Table(this=exp.to_identifier("tables"), db=exp.to_identifier("information_schema"))
        parts: list[E] = [exp.column("table_schema"), exp.column("table_name")]
        return self._sql(self._statement(), exp.Select(expressions=parts).from_(names))

    # --- rows -------------------------------------------------------------------------------------

    def null_keys(self, entity: str) -> str:
        """One number: the rows without a key."""
        rows = self._rows(entity)
        missing = any_of([is_null(k) for k in _keys(rows.definition)])
        return self._count(rows, missing)

    def without(self, entity: str, value: Value) -> str:
        """One number: the rows on which a value is null."""
        rows = self._rows(entity)
        return self._count(rows, is_null(rows.sql(value)))

    def repeated_keys(self, entity: str) -> str:
        """The keys that several rows have."""
        rows = self._rows(entity)
        keys = _keys(rows.definition)
        query = self._grouped(rows, keys, rows.definition.key_columns(), [is_not_null(k) for k in keys])
        query.set("having", exp.Having(this=exp.GT(this=exp.Count(this=exp.Star()), expression=whole(1))))
        return self._examples(rows.statement, query, "repeated", f"keys of {entity} that several rows have")

    def other_values(self, entity: str, value: Value, known: Sequence[str]) -> str:
        """The values that are none of the known ones."""
        rows = self._rows(entity)
        read = rows.statement.forms.text(rows.sql(value), value.type.kind)
        listed = exp.In(this=read.copy(), expressions=[quoted(v) for v in known])
        query = self._grouped(rows, [read], ["value"], [is_not_null(read.copy()), exp.Not(this=listed)])
        return self._examples(rows.statement, query, "others", "values that the catalog does not list")

    def orphans(self, entity: str, join: str) -> str:
        """The foreign keys that lead to no row."""
        rows = self._rows(entity)
        definition = rows.definition.joins[join]
        own = [column(name, entity) for name, _ in definition.columns]
        there = rows.sql(PrimaryKey((join,), definition.target, ValueType("text"), real=True))
        conditions = [*(is_not_null(k.copy()) for k in own), is_null(there)]
        if definition.as_of is not None:
            conditions.insert(0, is_not_null(rows.moment((), rows.definition, definition.as_of)[0]))
        query = self._grouped(rows, own, [name for name, _ in definition.columns], conditions)
        return self._examples(
            rows.statement, query, "orphans", f"{entity} that lead to no {definition.target}"
        )

    def reversed_lifetimes(self, entity: str) -> str:
        """The rows that end before they begin: their keys, or without a key when they begin."""
        rows = self._rows(entity)
        start, end = self._life(rows, exact=False)
        keys, names = _keys(rows.definition), rows.definition.key_columns()
        query = self._grouped(
            rows, keys or [start.copy()], names or ["start"], [exp.GT(this=start, expression=end)]
        )
        return self._examples(rows.statement, query, "reversed", f"{entity} that end before they begin")

    def overlapping_lifetimes(self, entity: str, columns: Sequence[str]) -> str:
        """The values of the joined columns of which several rows are alive at the same time."""
        rows = self._rows(entity)
        statement = rows.statement
        start, end = self._life(rows, exact=True)
        keys = [column(name, entity) for name in columns]
        following = exp.Window(
            this=exp.Lead(this=start.copy()),
            partition_by=[k.copy() for k in keys],
            order=exp.Order(expressions=[exp.Ordered(this=start.copy(), nulls_first=False)]),
        )
        query = rows.select().select(
            *(named(k, name) for k, name in zip(keys, columns, strict=True)),
            named(end, "ends"), named(following, "next_starts"), copy=False,
        )  # fmt: skip
        alive = any_of([is_null(end.copy()), exp.LT(this=start.copy(), expression=end.copy())])
        query.where(*(is_not_null(v.copy()) for v in (*keys, start)), alive, copy=False)
        part = statement.add("lives", query, f"each row of {entity} with the start of the next one")
        ends, next_starts = column("ends", part), column("next_starts", part)
        late = any_of([is_null(ends), exp.LT(this=next_starts, expression=ends.copy())])
        grouped = exp.Select().from_(table(part)).where(is_not_null(next_starts.copy()), late)
        _group(grouped, [column(name, part) for name in columns], columns)
        return self._examples(statement, grouped, "overlapping", "where the next one starts before the end")

    def _life(self, rows: Rows, exact: bool) -> tuple[E, E]:
        """When a row's life starts and ends, as values of one type.

        `exact` gives the first moment at which it no longer is; else what the columns say.
        """
        forms, entity = rows.statement.forms, rows.definition
        assert entity.lifetime is not None
        start = rows.moment((), entity, entity.lifetime.start)
        end = rows.moment((), entity, entity.lifetime.end)
        if entity.lifetime.inclusive and exact:
            end = (forms.add(forms.day(*end), "date", whole(1), "day"), "date")
        elif entity.lifetime.inclusive:
            start, end = (forms.day(*start), "date"), (forms.day(*end), "date")
        if start[1] == end[1] == "date":
            return start[0], end[0]
        return forms.instant(*start), forms.instant(*end)

    # --- what they share --------------------------------------------------------------------------

    def _statement(self) -> Statement:
        calendar = self.definitions.calendar
        forms = forms_of(self.dialect)(calendar)
        return Statement(self.environment, forms, as_of_day(None, calendar), self.zoned)

    def _rows(self, entity: str) -> Rows:
        return Rows(self._statement(), entity)

    def _source(self, statement: Statement, entity: str) -> E:
        return source(statement, self.definitions.entity(entity), entity)

    def _sql(self, statement: Statement, query: exp.Select) -> str:
        return to_sql(statement.forms.finished(statement.finished(query)), self.dialect)

    def _count(self, rows: Rows, condition: E) -> str:
        query = rows.select().select(named(exp.Count(this=exp.Star()), "row_count"), copy=False)
        return self._sql(rows.statement, query.where(condition))

    @staticmethod
    def _grouped(
        rows: Rows, keys: Sequence[E], names: Sequence[str], conditions: Sequence[E | None]
    ) -> exp.Select:
        query = rows.select().where(*conditions)
        _group(query, keys, names)
        return query

    def _examples(self, statement: Statement, query: exp.Select, word: str, comment: str) -> str:
        """The groups of a query, counted: those with the most rows first."""
        names = query.named_selects
        part = statement.add(word, query, comment)
        own: list[E] = [column(name, part) for name in names]
        found = exp.Window(this=exp.Count(this=exp.Star()))
        total = exp.Window(this=exp.Sum(this=column(names[-1], part)))
        final = exp.Select(expressions=[*own, named(found, "found"), named(total, "all_rows")])
        order = [exp.Ordered(this=own[-1].copy(), desc=True, nulls_first=False)]
        order += [exp.Ordered(this=value.copy(), nulls_first=False) for value in own[:-1]]
        final = final.from_(table(part)).limit(EXAMPLES)
        final.set("order", exp.Order(expressions=order))
        return self._sql(statement, final)


def _group(query: exp.Select, keys: Sequence[E], names: Sequence[str]) -> None:
    """Select the keys and the number of their rows."""
    columns = [named(key, name) for key, name in zip(keys, names, strict=True)]
    query.select(*columns, named(exp.Count(this=exp.Star()), "row_count"), copy=False)
    query.set("group", exp.Group(expressions=[whole(i + 1) for i in range(len(columns))]))


def _keys(entity: EntityDefinition) -> list[E]:
    return [column(name, entity.name) for name in entity.key_columns()]


def same_name(dialect: str, written: str, stored: str) -> bool:
    """Whether a column that the SQL names is the stored one: engines differ in how they see capitals."""
    rules = Dialect.get_or_raise(dialect)
    there = rules.normalize_identifier(exp.Identifier(this=stored, quoted=True))
    return bool(rules.normalize_identifier(identifier(written)).name == there.name)
