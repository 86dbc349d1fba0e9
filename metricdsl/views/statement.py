"""A view of the catalog's `views:` as the statement that makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlglot import exp

from metricdsl.errors import did_you_mean, fail

if TYPE_CHECKING:
    from metricdsl.catalog.schema import View
    from metricdsl.compiler import Compiled
    from metricdsl.model.catalog import Catalog

COMMENTED = frozenset({"duckdb", "postgres", "snowflake", "redshift"})
MATERIALIZED = frozenset({"postgres"})
DROPPED = frozenset({"sqlite"})  # a view is not replaced, but dropped and made


@dataclass(frozen=True, slots=True)
class ViewStatement:
    """One statement or several, which belong together. `today` is set where the view depends on it.

    `plain` says that the rows should be stored, which is not done on this kind of database.
    """

    sql: str
    today: date | None
    plain: bool = False


def view_statement(
    catalog: Catalog, name: str, dialect: str, as_of: date | None = None,
    compiled_by: Callable[[str, date | None], Compiled] | None = None,
) -> ViewStatement:  # fmt: skip
    """The DDL of a view. Raises MetricError for an unknown view and for all that is wrong in its question.

    `compiled_by` knows the database's columns: a session's `compiled`.
    """
    from metricdsl import compiler
    from metricdsl.catalog.schema import localized
    from metricdsl.render.dialects import forms_of

    views = catalog.entries.views
    if name not in views:
        hints = did_you_mean(name, views) or (f"the views are {', '.join(views)}",) if views else ()
        raise fail("unknown-name", f"the catalog has no view '{name}'", None, *hints)
    view = views[name].model
    writer = forms_of(dialect).writer or dialect
    target = exp.table_(view.name or name, db=view.schema_)
    ask = compiled_by or (lambda question, day: compiler.compile(question, catalog, dialect, day))
    compiled = ask(view.question, as_of)
    stored = _is_materialized(view, dialect)
    kind = "MATERIALIZED VIEW" if stored else "VIEW"
    statements: list[exp.Expression] = [_create(view, target, _select(compiled), dialect)]
    description = localized(view.description, None)
    if description and dialect in COMMENTED:
        words = exp.Literal.string(description)
        statements.append(exp.Comment(this=target.copy(), kind=kind, expression=words))
    if stored or dialect in DROPPED:  # nothing replaces one, so it is dropped and made in one transaction
        dropped = exp.Drop(tables=[target.copy()], kind="VIEW", materialized=stored, exists=True)
        statements = [exp.Transaction(), dropped, *statements, exp.Commit()]
    sql = ";\n\n".join(statement.sql(dialect=writer, pretty=True) for statement in statements) + ";"
    plain = bool(view.materialized) and not stored
    # Whether today matters is seen by another day's statement.
    other = ask(view.question, compiled.as_of - timedelta(days=400)) if as_of is None else compiled
    return ViewStatement(sql, compiled.as_of if other.sql != compiled.sql else None, plain)


def _is_materialized(view: View, dialect: str) -> bool:
    return bool(view.materialized) and dialect in MATERIALIZED


def _create(view: View, target: exp.Table, select: exp.Select, dialect: str) -> exp.Create:
    if not _is_materialized(view, dialect):
        return exp.Create(this=target, kind="VIEW", replace=dialect not in DROPPED, expression=select)
    stored = exp.Properties(expressions=[exp.MaterializedProperty()])
    return exp.Create(this=target, kind="VIEW", expression=select, properties=stored)


def _select(compiled: Compiled) -> exp.Select:
    """The answer's SELECT; its order, which a view does not keep, only where a limit needs it."""
    from metricdsl.render.select import render

    assert compiled.plan is not None
    assert compiled.environment is not None
    shown = replace(compiled.plan, outputs=tuple(o for o in compiled.plan.outputs if o.role != "last_day"))
    select, _ = render(shown, compiled.environment, compiled.dialect, compiled.zoned)
    if not select.args.get("limit"):
        select.set("order", None)
    return select
