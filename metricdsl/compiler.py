"""The pipeline, one line a stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from metricdsl.errors import Diagnostic, MetricError, fail
from metricdsl.types import Kind

if TYPE_CHECKING:
    from metricdsl.functions.forms import NotOffered
    from metricdsl.language.syntax import Question
    from metricdsl.model.catalog import Catalog
    from metricdsl.model.environment import Environment
    from metricdsl.plan.nodes import Plan


@dataclass(frozen=True, slots=True)
class OutputColumn:
    """A column of the answer: `role` is period, group, metric, prior, change, target, gap or status."""

    name: str
    label: str
    kind: Kind
    unit: str | None
    role: str
    format: str | None
    better: str | None
    metric: str | None
    grain: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A row that is not like the others: `incomplete`, `cut` by the range, `other` of a top list."""

    row: int
    mark: str
    column: str


@dataclass(frozen=True, eq=False)
class Compiled:
    """A question as one SQL statement, what its columns are, and the entities that it reads.

    `steps` are the statement's named parts, each with what it holds. `plan`, `environment` and `zoned` are what
    the statement is rendered from.
    """

    sql: str
    dialect: str
    as_of: date
    columns: tuple[OutputColumn, ...]
    warnings: tuple[Diagnostic, ...] = ()
    entities: frozenset[str] = frozenset()
    steps: tuple[tuple[str, str], ...] = ()
    plan: Plan | None = field(default=None, repr=False)
    environment: Environment | None = field(default=None, repr=False)
    zoned: frozenset[tuple[str, str]] = frozenset()

    def split(self, table: Any) -> tuple[Any, dict[str, list[Any]]]:
        """The Arrow table of the answer without the columns that are not shown, and these by their role."""
        from metricdsl.plan.nodes import UNSHOWN

        shown = len(self.columns)
        roles = [o.role for o in self.plan.outputs if o.role in UNSHOWN] if self.plan is not None else []
        if table.num_columns != shown + len(roles):
            return table, {}
        unshown: dict[str, list[Any]] = {
            role: table.column(shown + i).to_pylist() for i, role in enumerate(roles)
        }
        return table.select(range(shown)), unshown

    def marks(
        self, rows: Sequence[Sequence[Any]], unshown: Mapping[str, Sequence[Any]] | None = None
    ) -> list[Mark]:
        """The rows whose period is incomplete or cut, and Other; `unshown` is what `split` gives."""
        assert self.plan is not None
        others, last_days = ((unshown or {}).get(role, ()) for role in ("is_other", "last_day"))
        marks: list[Mark] = []
        for index, column in enumerate(self.columns):
            if column.role == "period":
                marks += [
                    Mark(i, m, column.name)
                    for i, row in enumerate(rows)
                    for m in self._period_marks(row[index], last_days[i] if last_days else None)
                ]
            if column.role == "group" and self._has_other(index):
                # A number may come as a text, which has all the digits of a NUMERIC.
                marks += [
                    Mark(i, "other", column.name) for i, other in enumerate(others) if float(other or 0)
                ]
        return marks

    def _has_other(self, index: int) -> bool:
        assert self.plan is not None
        key = self.plan.outputs[index].key
        return key is not None and self.plan.block.keys[key].top is not None

    def _period_marks(self, start: date | None, last_day: object) -> list[str]:
        """The marks of the period with that start; a calendar's has a last day."""
        from metricdsl.plan.periods import midnight, moved
        from metricdsl.types import GRAINS

        assert self.plan is not None
        spine = self.plan.block.spine
        if start is None or spine.grain is None:
            return []
        if spine.grain in GRAINS:
            end = moved(start, 1, spine.grain)
        elif last_day is not None:
            end = date.fromisoformat(str(last_day)[:10]) + timedelta(days=1)
        else:
            return []
        found = ["incomplete"] if midnight(end) > midnight(self.as_of + timedelta(days=1)) else []
        bounds = (spine.interval.start, spine.interval.end)
        if any(b is not None and midnight(start) < midnight(b) < midnight(end) for b in bounds):
            found.append("cut")
        return found

    def explain(self) -> str:
        """The question as leaves in contexts, then its scans and steps, then the SQL."""
        from metricdsl.plan.tree import plan_text

        assert self.plan is not None
        steps = [f"  {name}: {comment}" for name, comment in self.steps] or ["  one scan answers it"]
        scans = "\n".join(["Scans and steps", *steps])
        return f"{plan_text(self.plan)}\n{scans}\n\nSQL ({self.dialect})\n{self.sql}"


def compile(  # the name of what it does; the built-in is not needed here
    question: str,
    catalog: Catalog,
    dialect: str = "duckdb",
    as_of: date | str | None = None,
    language: str | None = None,
    values: Mapping[str, Any] | None = None,
    zoned: frozenset[tuple[str, str]] = frozenset(),
) -> Compiled:
    """The SQL of a question for a dialect. Raises MetricError for all that is wrong.

    `zoned` are the (entity, field) whose columns have a time zone of their own, which a session asks its
    database; without one the catalog says `stored_in: instant`. `as_of` is a date or its text, 2025-06-30.
    """
    try:
        return _compile(question, catalog, dialect, _day(as_of), language, values, zoned)
    except MetricError as error:
        from metricdsl.model.own_names import in_own_names

        raise MetricError(*(in_own_names(problem, catalog) for problem in error.diagnostics)) from None
    except RecursionError:
        raise fail("too-deep", "this question, or a formula that it uses, is nested too deeply") from None


def _day(as_of: date | str | None) -> date | None:
    """The as-of day; a text is taken as 2025-06-30 is written."""
    if isinstance(as_of, datetime):
        return as_of.date()
    if isinstance(as_of, str):
        try:
            return date.fromisoformat(as_of)
        except ValueError:
            raise fail("wrong-date", f"'{as_of}' is no day", None, "write it as 2025-06-30") from None
    return as_of


def _compile(
    question: str, catalog: Catalog, dialect: str, as_of: date | None, language: str | None,
    values: Mapping[str, Any] | None, zoned: frozenset[tuple[str, str]],
) -> Compiled:  # fmt: skip
    from metricdsl.catalog.languages import refuse_unknown
    from metricdsl.functions.forms import NotOffered
    from metricdsl.language.parser import parse_question
    from metricdsl.model.environment import Environment
    from metricdsl.plan.build import plan as plan_question
    from metricdsl.plan.nodes import UNSHOWN
    from metricdsl.render.select import render, to_sql
    from metricdsl.source import Text
    from metricdsl.types import unit_text

    refuse_unknown(language, catalog.entries.settings.languages)
    tree = parse_question(Text.of(question), values)
    environment = Environment(catalog.definitions, dict(tree.parameters), values or {})
    plan = plan_question(environment, tree, as_of, language, catalog.metrics)
    try:
        statement, entities = render(plan, environment, dialect, zoned)
    except NotOffered as missing:
        raise _not_offered(missing, tree, catalog) from None
    environment.refuse_unused()
    steps = tuple((part.alias, " ".join(part.comments or ()).strip()) for part in statement.ctes)
    sql = to_sql(statement, dialect)
    columns = tuple(
        OutputColumn(
            o.name, o.label, "text" if o.key is not None and plan.block.keys[o.key].top else o.type.kind,
            unit_text(o.type.unit) or None, o.role, o.format, o.better, o.metric,
            plan.block.spine.grain if o.role == "period" else None,
        )
        for o in plan.outputs
        if o.role not in UNSHOWN
    )  # fmt: skip
    warnings = catalog.warnings(plan.metrics)
    return Compiled(
        sql, dialect, plan.as_of.day, columns, warnings, entities, steps, plan, environment, zoned
    )


def _not_offered(missing: NotOffered, question: Question, catalog: Catalog) -> MetricError:
    from metricdsl.model.calls import first_call

    return fail(
        "not-on-dialect", f"{missing.function} cannot be asked of {missing.dialect}: {missing.reason}",
        first_call(catalog, question, missing.function), "ask without it, or of a database of another kind",
    )  # fmt: skip
