"""Writes metricdsl/reference/engines.md: what of the language runs where, and what shows it.

A function counts as run on an engine when a case of tests/cases that uses it runs there, which the suite does
with every case. Which functions a case uses is read off the SQL's making, and its clauses off its question.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import metricdsl
from metricdsl.functions.forms import Forms
from metricdsl.functions.vocabulary import AGGREGATES, row_functions
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula, parse_question
from metricdsl.render.dialects import dialects, forms_of
from metricdsl.source import Text
from metricdsl.types import GRAINS
from tests import engines, parsers
from tests.cases import records
from tests.cases.reading import Case, case_files

PAGE = Path(__file__).resolve().parents[2] / "metricdsl" / "reference" / "engines.md"
VERSIONS = {
    "duckdb": "2.0", "postgres": "15.18, and 16.2 of pgserver", "sqlite": "3.40 and later", "mariadb": "10.11",
    "clickhouse": "26.9 (chdb 4.4)", "spark": "4.3", "bigquery": "as GoogleSQL (zetasql 0.1.5)",
    "snowflake": "(fakesnow 0.12)", "redshift": "15.18",
}  # fmt: skip
DIFFERS = {
    "oracle": "the empty text is refused: there it is null",
    "tsql": "texts that differ only by blanks at their ends are one",
    "redshift": "texts that differ only by blanks at their ends are one",
    "sqlite": "no decimals: money is a double",
    "bigquery": "`by second` over a whole day was too large for the emulator",
}
"""What stands in the dialects' own docstrings, and in cases that are expected to fail."""
SHARED = {"mysql": "mariadb", "databricks": "spark"}
"""Dialects that run on the engine of another, from whose forms they differ by names only."""


def _aggregate(test: Callable[[syntax.Aggregate], object]) -> Callable[[object], bool]:
    return lambda tree: any(test(node) for node in syntax.nodes(tree, syntax.Aggregate))


def _kind(kind: type, test: Callable[..., object] = lambda node: True) -> Callable[[object], bool]:
    return lambda tree: any(test(node) for node in syntax.nodes(tree, kind))


CLAUSES: dict[str, Callable[[object], bool]] = {
    "`sum(x where C)`": _aggregate(lambda a: a.where),
    "`count(distinct x)`": _aggregate(lambda a: a.distinct),
    "`count(x at start)`, `at end`, `during`": _aggregate(lambda a: a.stock),
    "`avg(F per k)`": _aggregate(lambda a: a.per),
    "`count(a followed by b)`": _kind(syntax.Sequence),
    "`has(x)`": _kind(syntax.Has),
    "`previous(x per k)`, `next(x per k)`": _kind(syntax.Neighbour),
    "`(F where C)`": _kind(syntax.Narrowed),
    "`prior`, `change`, `growth`": _kind(syntax.Shifted),
    "`trailing(m, 3 months)`": _kind(syntax.Trailing),
    "`to_date(m, year)`": _kind(syntax.ToDate),
    "`running(m)`": _kind(syntax.Running),
    "`total(m by d)`": _kind(syntax.Total),
    "`rank(m within d)`": _kind(syntax.Rank),
    "`case when`, `if`": _kind(syntax.Case),
    "`in`, `not in`": _kind(syntax.Membership),
    "`between`": _kind(syntax.Between),
    "`like`": _kind(syntax.Operation, lambda o: o.operator == "like"),
    "`vs prior year`": _kind(syntax.VersusPrior),
    "`vs target`": _kind(syntax.VersusTarget),
    "`top 3 d by m with others`": _kind(syntax.Top, lambda t: t.others),
    "`having`, `order by`, `limit`": _kind(syntax.Question, lambda q: q.having or q.order or q.limit),
} | {f"`by {grain}`": _kind(syntax.Grouping, lambda g, grain=grain: _grain(g) == grain) for grain in GRAINS}


def _grain(grouping: syntax.Grouping) -> str:
    key = grouping.expression
    return (
        key.grain
        if isinstance(key, syntax.GrainOf)
        else key.parts[-1]
        if isinstance(key, syntax.Name)
        else ""
    )


@dataclass(frozen=True)
class Uses:
    """How many cases use each function, and each clause."""

    functions: Counter[str]
    clauses: Counter[str]


def uses() -> Uses:
    """Of all cases with rows."""
    found = Uses(Counter(), Counter())
    for file in case_files():
        asked = [case for case in file.cases if case.rows is not None]
        with tempfile.TemporaryDirectory() as folder:
            catalog = records.loaded(file, Path(folder))
            for case in asked:
                found.functions.update(set(_offered(case, catalog)))
                trees = list(_trees(case, catalog))
                found.clauses.update(c for c, test in CLAUSES.items() if any(test(tree) for tree in trees))
    return found


def _offered(case: Case, catalog: metricdsl.Catalog) -> list[str]:
    """The functions that the SQL of a case is made with."""
    called: list[str] = []
    forms, offer = forms_of(records.FIRST), Forms.offer

    def noted(self: Forms, function: str) -> None:
        called.append(function)
        offer(self, function)

    forms.offer = noted  # type: ignore[method-assign]
    try:
        records.sql(case, catalog, records.FIRST)
    finally:
        del forms.offer
    return called


def _trees(case: Case, catalog: metricdsl.Catalog) -> Iterator[object]:
    """The question, and the formulas of the metrics that it names, with theirs."""
    waiting: list[object] = [parse_question(Text.of(case.ask or ""))]
    seen: set[str] = set()
    while waiting:
        tree = waiting.pop()
        yield tree
        for name in syntax.nodes(tree, syntax.Name):
            word = ".".join(name.parts)
            if word in catalog.entries.metrics and word not in seen:
                seen.add(word)
                waiting.append(parse_formula(catalog.entries.metrics[word].text("formula")))


# --- the page ---------------------------------------------------------------------------------


def proof(dialect: str) -> tuple[str, str]:
    """`runs` or `parsed`, and by what; an error for a dialect that nothing shows."""
    on = next((n for n in engines.NAMES if dialect == engines.engine(n).DIALECT), SHARED.get(dialect))
    if on is not None:
        return "runs", f"{engines.engine(on).NAME} {VERSIONS[on]}"
    by = [parsers.parser(n).NAME for n in parsers.NAMES if dialect == parsers.parser(n).DIALECT]
    if not by:
        raise LookupError(f"nothing shows that the SQL for {dialect} is right")
    return "parsed", ", ".join(by)


def parsed_too(dialect: str) -> str:
    return ", ".join(parsers.parser(n).NAME for n in parsers.NAMES if dialect == parsers.parser(n).DIALECT)


def page() -> str:
    """The page's text."""
    proofs = {name: proof(name) for name in dialects()}
    notes: list[str] = []
    parts = [
        "# What runs where",
        "Written by `python -m tests.documentation.engines`. Every case of `tests/cases` is asked of every engine that\n"
        "can be run, and its rows compared; for the warehouses that cannot be run here the SQL of every case is read by a\n"
        "parser that has nothing to do with metricdsl. What a dialect has no right form of is refused, with the reason,\n"
        "before any SQL is sent.",
        "## Dialects",
        "\n".join(_dialect_rows(proofs)),
        "## Functions",
        "\n".join(_table([*AGGREGATES, *row_functions()], proofs, notes)),
        "## The rest of the language",
        "\n".join(_table(list(CLAUSES), proofs, notes)),
    ]
    if notes:
        parts.append("\n".join(notes))
    return "\n\n".join(parts) + "\n"


def _dialect_rows(proofs: dict[str, tuple[str, str]]) -> Iterator[str]:
    yield "| dialect | run on | read by | what differs |\n|---|---|---|---|"
    for name, (how, by) in proofs.items():
        ran = by if how == "runs" else "no server to be had"
        yield f"| {name} | {ran} | {parsed_too(name) or '–'} | {DIFFERS.get(name, '')} |"


def _table(rows: list[str], proofs: dict[str, tuple[str, str]], notes: list[str]) -> Iterator[str]:
    yield f"| | {' | '.join(proofs)} |\n|---|{'---|' * len(proofs)}"
    for row in sorted(rows):
        cells = [_cell(row, dialect, how, notes) for dialect, (how, _) in proofs.items()]
        written = row if row.startswith("`") else f"`{row}`"
        yield f"| {written} | {' | '.join(cells)} |"


def _cell(row: str, dialect: str, how: str, notes: list[str]) -> str:
    reason = forms_of(dialect).refused.get(row)
    if reason is None:
        return how
    note = f"{row} on {dialect}: {reason}."
    if note not in notes:
        notes.append(note)
    return f"refused ({notes.index(note) + 1})"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
