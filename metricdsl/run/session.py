"""A catalog and a database together: questions in, answers out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from metricdsl.errors import Diagnostic, MetricError, did_you_mean, fail
from metricdsl.run import failure
from metricdsl.run.bound import Bound
from metricdsl.run.connection import Connection, Progress
from metricdsl.run.failure import DatabaseError
from metricdsl.run.opening import open_database
from metricdsl.run.probing import Probe
from metricdsl.run.result import Result
from metricdsl.run.values import normalised

if TYPE_CHECKING:
    from metricdsl.compiler import Compiled
    from metricdsl.model.catalog import Catalog
    from metricdsl.source import Span


class Session:
    """Asks the questions of one catalog of one database. Close it, or use it in a `with`."""

    def __init__(self, catalog: Catalog, database: Connection) -> None:
        self.catalog = catalog
        self.database = database
        self._known = catalog  # the same, with the types of keys that only the database knows
        self._probe = Probe(catalog, database)

    def ask(
        self,
        question: str,
        *,
        as_of: date | str | None = None,
        language: str | None = None,
        values: Mapping[str, object] | None = None,
        timeout: float | None = None,
        progress: Progress | None = None,
    ) -> Result:
        """The answer to a question.

        `as_of` is today (the real one where left out; the question's own `as of` wins), `language` that of
        the labels, `values` what stands for `{{name}}`, `timeout` seconds. Raises MetricError for a wrong
        catalog or question, and its subclass DatabaseError when the database gives no answer.
        """
        compiled = self._compiled(question, as_of, language, None if values is None else Bound(values))
        try:
            table = self.database.execute(compiled.sql, timeout, progress)
        except DatabaseError as error:
            raise _with_need(error, compiled, self.catalog) from None
        settings = self.catalog.entries.settings
        shown, unshown = compiled.split(table)
        return Result(
            question=question,
            columns=compiled.columns,
            table=normalised(shown, compiled.columns, settings.timezone),
            sql=compiled.sql,
            as_of=compiled.as_of,
            language=language or next(iter(settings.languages), "en"),
            warnings=compiled.warnings,
            mark_rows=partial(compiled.marks, unshown=unshown),
        )

    def _compiled(
        self, question: str, as_of: date | str | None, language: str | None, values: Bound | None
    ) -> Compiled:
        """The question's SQL, once it is known what the columns are that it reads."""
        from metricdsl import compiler

        def compiled() -> Compiled:
            return compiler.compile(
                question, self._known, self.database.dialect, as_of=as_of, language=language, values=values,
                zoned=frozenset(self._probe.zoned),
            )  # fmt: skip

        try:
            first = compiled()
        except MetricError as error:
            if all(d.code != "type-mismatch" for d in error.diagnostics) or not self._learn_all():
                raise
            first = compiled()
        zoned = len(self._probe.zoned)
        self._probe.look_at(first)
        answer = compiled() if self._learn() or len(self._probe.zoned) != zoned else first
        self._probe.refuse_misfits(answer)
        return answer

    def _learn_all(self) -> bool:
        self._probe.look_at_open()
        return self._learn()

    def _learn(self) -> bool:
        """Take over what the database says of fields whose type the catalog leaves open. Whether that is new."""
        if self._probe.types == self._known.known:
            return False
        self._known = self.catalog.knowing(dict(self._probe.types))
        return True

    def scorecard(self, name: str, *, as_of: date | str | None = None, language: str | None = None) -> Result:
        """The answer to a scorecard of the catalog: `.card()` shows it, where its only group is time."""
        return self.ask(scorecard_question(self.catalog, name), as_of=as_of, language=language)

    def sql(self, question: str, *, as_of: date | str | None = None) -> str:
        """The SQL of a question, as `ask` sends it."""
        return self.compiled(question, as_of).sql

    def compiled(self, question: str, as_of: date | str | None = None) -> Compiled:
        """A question as `ask` sends it: of this database's columns it is known what they hold."""
        return self._compiled(question, as_of, None, None)

    def check(self) -> list[Diagnostic]:
        """Everything that is wrong or doubtful in the catalog and in the database's tables and rows.

        Raises DatabaseError, which tells what was found too, where the database refuses a statement.
        """
        from metricdsl.run.check_columns import ColumnCheck
        from metricdsl.run.check_rows import check_data

        return check_data(ColumnCheck(self.catalog, self.database), self.catalog.check())

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Session: catalog {self.catalog.entries.settings.catalog}, {self.database.name}>"


def scorecard_question(catalog: Catalog, name: str) -> str:
    """The question of the catalog's scorecard of that name."""
    from metricdsl.catalog.scorecards import question as question_of

    cards = catalog.entries.scorecards
    if name not in cards:
        hints = did_you_mean(name, cards) or (f"there are: {', '.join(cards)}",)
        raise fail("unknown-name", f"there is no scorecard '{name}'", None, *hints)
    return question_of(cards[name]).value


def connect(catalog: Catalog | str | Path, database: object) -> Session:
    """A session with a catalog (or its folder) and a database.

    `database` is what you have: a DuckDB, DB-API or SQLAlchemy connection or engine, or a URL such as
    `duckdb:///sales.duckdb`, `postgresql://user:$PASSWORD@host/db`, `sqlite:///sales.db`. Raises
    MetricError for a catalog that cannot be read and DatabaseError for a database that cannot be reached.
    """
    import metricdsl

    opened = metricdsl.load(catalog) if isinstance(catalog, str | Path) else catalog
    return Session(opened, open_database(database))


def _with_need(error: DatabaseError, compiled: Compiled, catalog: Catalog) -> DatabaseError:
    """The same error; for a missing table or column with its place in the catalog and what needs it."""
    if error.missing is None:
        return error
    metrics = list(dict.fromkeys(c.metric for c in compiled.columns if c.metric))
    needed = f"It is needed for {', '.join(metrics)}." if metrics else ""
    first = error.diagnostics[0]
    place = next(_places(error.missing, catalog), None)
    hints = ("create it, correct the name in the catalog, or connect to the database that has it",)
    message = " ".join(part for part in (first.message, needed) if part)
    return DatabaseError(
        Diagnostic(first.code, message, place, (*first.hints, *hints)), missing=error.missing
    )


def _places(missing: failure.Missing, catalog: Catalog) -> Iterator[Span]:
    """Where the catalog names the table or column."""
    bare = missing.name.rpartition(".")[2].casefold()
    for entry in catalog.entries.entities.values():
        entity = entry.model
        if missing.what == "table" and entity.table and entity.table.rpartition(".")[2].casefold() == bare:
            yield entry.where("table")
        if missing.what == "column":
            for name, fields in entity.fields.items():
                if (fields.column or name).casefold() == bare:
                    yield entry.where("fields", name)
