"""Redshift's SQL before sqlfluff and sqloxide, and searched for what only PostgreSQL has.

Both parsers take a good deal of PostgreSQL's SQL for Redshift's. `FORBIDDEN` is from Redshift's documentation:
the pages on unsupported PostgreSQL features and functions, window functions, and the functions' own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError
from sqlglot.optimizer.scope import traverse_scope

from tests.parsers.fluff import Fluff

NAME = "sqlfluff and sqloxide for Redshift"
DIALECT = "redshift"

BAD = (
    "SELECT",
    "SELECT 1 FROM",
    "SELECT (1 + 2 FROM t",
    "SELECT a FROM t WHERE",
    "SELECT a FROM t GROUP",
    "SELECT CASE WHEN a THEN 1 FROM t",
    "SELECT CAST(a, BIGINT) FROM t",
    "WITH p AS SELECT 1 SELECT * FROM p",
    "SELECT a FROM t UNION ALL",
    "SELECT COUNT(*) FILTER (WHERE a > 1) FROM t",
    "SELECT * FROM GENERATE_SERIES(1, 5) AS s",
    "SELECT a IS NOT DISTINCT FROM b FROM t",
    "SELECT a IS DISTINCT FROM b FROM t",
    "SELECT * FROM t CROSS JOIN LATERAL (SELECT t.a) AS u",
    "SELECT * FROM (VALUES (1), (2)) AS v(a)",
    "SELECT DISTINCT ON (a) a, b FROM t",
    "SELECT SUM(a) OVER (ORDER BY b RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM t",
    "SELECT SUM(a) OVER (ORDER BY b) FROM t",
    "SELECT BOOL_OR(a) OVER (PARTITION BY b) FROM t",
    "SELECT LAG(a, 1, 0) OVER (ORDER BY b) FROM t",
    "SELECT ROW_NUMBER() OVER (PARTITION BY 'a' ORDER BY b) FROM t",
    "SELECT (ARRAY_AGG(a ORDER BY b))[1] FROM t",
    'SELECT a COLLATE "C" FROM t',
    "SELECT b + n * INTERVAL '1 MONTH' FROM t",
    "SELECT DATEADD(YEAR, 1, b) FROM t",
    "SELECT CAST(a AS DECIMAL) FROM t",
    "SELECT CAST(a AS TEXT) FROM t",
    "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a) FROM t",
    "SELECT a, (SELECT MAX(u.b) FROM u WHERE u.a = t.a) FROM t",
    "SELECT t.a FROM t FULL JOIN u ON t.a = u.a OR t.b = u.b",
    "SELECT MOD(CAST(a AS DOUBLE PRECISION), 2) FROM t",
    "SELECT EXTRACT(ISODOW FROM a) FROM t",
    "SELECT EXTRACT(EPOCH FROM a) FROM t",
)


def start() -> Fluff:
    return Fluff(DIALECT)


def problems(parser: Fluff, statements: Sequence[str]) -> list[str | None]:
    return [parser.problem(sql) or foreign(sql) for sql in statements]


def foreign(sql: str) -> str | None:
    """What a statement has that Redshift lacks."""
    try:
        tree = sqlglot.parse_one(sql, read=DIALECT)
    except ParseError as problem:
        return f"sqlglot: {problem}"
    found = [
        f"{what}: {node.sql(DIALECT)[:200]}" for what, search in FORBIDDEN.items() for node in search(tree)
    ]
    return found[0] if found else None


# --- what Redshift lacks ------------------------------------------------------------------------------

AGGREGATES = (exp.Avg, exp.Count, exp.Max, exp.Min, exp.Sum)
RANKING = (exp.Lag, exp.Lead, exp.Rank, exp.RowNumber)
"""The window functions that metricdsl writes."""


def nodes(*kinds: type[exp.Expression]) -> Callable[[exp.Expression], Iterator[exp.Expression]]:
    return lambda tree: tree.find_all(*kinds)


def distinct_on(tree: exp.Expression) -> Iterator[exp.Expression]:
    return (d for d in tree.find_all(exp.Distinct) if d.args.get("on"))


def ranges(tree: exp.Expression) -> Iterator[exp.Expression]:
    return (s for s in tree.find_all(exp.WindowSpec) if s.args.get("kind") != "ROWS")


def open_frames(tree: exp.Expression) -> Iterator[exp.Expression]:
    for window in tree.find_all(exp.Window):
        if isinstance(window.this, AGGREGATES) and window.args.get("order") and not window.args.get("spec"):
            yield window


def constant_orders(tree: exp.Expression) -> Iterator[exp.Expression]:
    for window in tree.find_all(exp.Window):
        order = window.args.get("order")
        keys = [
            *(window.args.get("partition_by") or ()),
            *(o.this for o in (order.expressions if order else ())),
        ]
        yield from (key for key in keys if isinstance(key, exp.Literal | exp.Null | exp.Boolean))


def unknown_windows(tree: exp.Expression) -> Iterator[exp.Expression]:
    for window in tree.find_all(exp.Window):
        if not isinstance(window.this, (*AGGREGATES, *RANKING)) or isinstance(window.this.this, exp.Distinct):
            yield window


def doubles_divided(tree: exp.Expression) -> Iterator[exp.Expression]:
    for rest in tree.find_all(exp.Mod):
        if any(t.this == exp.DataType.Type.DOUBLE for t in rest.find_all(exp.DataType)):
            yield rest


def defaults(tree: exp.Expression) -> Iterator[exp.Expression]:
    return (n for n in tree.find_all(exp.Lag, exp.Lead) if n.args.get("default") is not None)


def bare_types(tree: exp.Expression) -> Iterator[exp.Expression]:
    """DECIMAL is DECIMAL(18, 0), TEXT and VARCHAR have 256 bytes."""
    short = (
        exp.DataType.Type.DECIMAL,
        exp.DataType.Type.TEXT,
        exp.DataType.Type.VARCHAR,
        exp.DataType.Type.CHAR,
    )
    return (t for t in tree.find_all(exp.DataType) if t.this in short and not t.expressions)


def correlated(tree: exp.Expression) -> Iterator[exp.Expression]:
    for scope in traverse_scope(tree):
        if scope.is_subquery and any(c.table and c.table not in scope.sources for c in scope.columns):
            yield scope.expression


def odd_full_joins(tree: exp.Expression) -> Iterator[exp.Expression]:
    for join in tree.find_all(exp.Join):
        if join.side == "FULL" and join.find(exp.Or):
            yield join


def odd_parts(tree: exp.Expression) -> Iterator[exp.Expression]:
    return (e for e in tree.find_all(exp.Extract) if e.this.name.upper() in ("ISODOW", "EPOCH", "ISOYEAR"))


def years_added(tree: exp.Expression) -> Iterator[exp.Expression]:
    """DATEADD by a year leads from 29 February to 1 March."""
    added = (exp.DateAdd, exp.TsOrDsAdd, exp.TimestampAdd)
    return (a for a in tree.find_all(*added) if a.text("unit").upper() in ("YEAR", "QUARTER"))


FORBIDDEN: dict[str, Callable[[exp.Expression], Iterator[exp.Expression]]] = {
    "FILTER": nodes(exp.Filter),
    "a series": nodes(exp.GenerateSeries, exp.ExplodingGenerateSeries, exp.Unnest),
    "IS DISTINCT FROM": nodes(exp.NullSafeEQ, exp.NullSafeNEQ),
    "LATERAL": nodes(exp.Lateral),
    "VALUES": nodes(exp.Values),
    "DISTINCT ON": distinct_on,
    "a frame that is not of rows": ranges,
    "an aggregate's window with an order and no frame": open_frames,
    "a window by a constant": constant_orders,
    "a window of what is no window function": unknown_windows,
    "LAG or LEAD with a default": defaults,
    "an array": nodes(exp.Array, exp.ArrayAgg, exp.Bracket),
    "a collation": nodes(exp.Collate),
    "an interval": nodes(exp.Interval),
    "a type that is short by default": bare_types,
    "WITHIN GROUP, of which a query has one order at most": nodes(exp.WithinGroup),
    "a correlated subquery": correlated,
    "a full join that cannot be merged": odd_full_joins,
    "MOD, which takes no doubles": doubles_divided,
    "a part that EXTRACT does not know, or knows otherwise": odd_parts,
    "years added": years_added,
}
