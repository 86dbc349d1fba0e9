"""Random syntax trees: everything that the language can say, whether or not it makes sense."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from metricdsl.language import syntax as s
from metricdsl.language.grammar import STARTS, keywords
from metricdsl.source import Source, Span

HERE = Span(Source("nowhere", ""), 0, 0)
UNITS = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "fiscal_quarter",
    "sprint",
    "class",
)
KEYWORDS = sorted({word for phrases in keywords().values() for phrase in phrases for word in phrase.split()})

words = st.one_of(
    st.sampled_from(["revenue", "orders", "amount", "成約率", "x1", "_y", "Été", "ยอดขาย"]),
    st.sampled_from([*KEYWORDS, "count", "date", "rank", "and", "if", "not", "today", "filters", "others"]),
    st.text(min_size=1, max_size=6),
)
units = st.sampled_from(UNITS)
names = st.builds(s.Name, st.lists(words, min_size=1, max_size=3).map(tuple), span=st.just(HERE))
own_names = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
numbers = st.one_of(
    st.builds(s.Number, st.integers(0, 10**30), span=st.just(HERE)),
    st.builds(s.Number, st.decimals(0, 10**9, allow_nan=False, places=4), st.booleans(), span=st.just(HERE)),
)
durations = st.builds(s.Duration, st.integers(0, 1000), units, span=st.just(HERE))
parameters = st.builds(s.Parameter, own_names, st.booleans(), span=st.just(HERE))
lengths = durations | parameters
literals = st.one_of(
    numbers,
    st.builds(s.Text, st.text(max_size=8), span=st.just(HERE)),
    st.builds(s.Boolean, st.booleans(), span=st.just(HERE)),
    st.builds(s.Null, span=st.just(HERE)),
    st.builds(s.Date, days, span=st.just(HERE)),
    durations,
)
negative_numbers = st.builds(
    s.Number,
    st.decimals(-1000, 0, allow_nan=False, places=2).map(lambda d: d or Decimal(0)),
    span=st.just(HERE),
)

BINARY = (
    "or",
    "and",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "+",
    "-",
    "*",
    "/",
    "contains",
    "starts with",
    "ends with",
    "like",
)
ONE_ARGUMENT = ("sum", "avg", "median", "min", "max", "stddev", "variance", "share", "first", "last", "only")


def some(strategy: st.SearchStrategy, least: int = 0, most: int = 3) -> st.SearchStrategy:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def build(kind: type, *arguments: object, **fields: object) -> st.SearchStrategy:
    return st.builds(kind, *arguments, **fields, span=st.just(HERE))


def larger(inner: st.SearchStrategy) -> st.SearchStrategy:
    maybe = st.none() | inner
    steps = st.builds(
        lambda first, rest: (first, *rest), build(s.Step, names, maybe), some(followers(inner), 1)
    )
    sequences = build(s.Sequence, steps, st.booleans())
    tails = {
        "repeated": st.booleans(),
        "where": maybe,
        "on": st.none() | names,
        "stock": st.sampled_from([None, "start", "end", "during"]),
    }
    one = some(inner, 1, 1)
    two = some(inner, 2, 2)
    return st.one_of(
        build(s.Operation, st.sampled_from(BINARY), two),
        build(s.Operation, st.sampled_from(["not", "negate"]), one),
        build(s.Membership, inner, some(inner, 1), st.booleans()),
        build(s.Between, inner, inner, inner, st.booleans()),
        build(s.IsNull, inner, st.booleans()),
        build(s.Case, some(st.tuples(inner, inner), 1), maybe),
        build(s.Call, words, some(inner)),
        build(s.Neighbour, st.sampled_from(["previous", "next"]), inner, names),
        build(s.Has, names, maybe),
        build(s.Aggregate, st.sampled_from(ONE_ARGUMENT), one, **tails),
        build(s.Aggregate, st.sampled_from(["count", "approx_count"]), one, distinct=st.booleans(), **tails),
        build(s.Aggregate, st.sampled_from(["percentile", "weighted_avg"]), two, **tails),
        build(s.Aggregate, st.sampled_from(ONE_ARGUMENT), one, per=some(names, 1)),
        build(s.Aggregate, st.just("percentile"), two, per=some(names, 1)),
        build(s.Aggregate, st.sampled_from(["count", *ONE_ARGUMENT]), some(sequences, 1, 1)),
        build(
            s.Aggregate,
            st.just("percentile"),
            st.tuples(build(s.Sequence, steps, st.just(True)), numbers | parameters),
        ),
        build(s.Narrowed, inner, inner),
        build(s.Shifted, st.sampled_from(["prior", "change", "growth"]), inner, lengths, st.booleans()),
        build(s.Trailing, inner, lengths),
        build(s.ToDate, inner, units),
        build(s.Running, inner),
        build(s.Total, inner, some(names), st.booleans()),
        build(s.Rank, inner, some(names)),
    )


def followers(inner: st.SearchStrategy) -> st.SearchStrategy:
    windows = st.one_of(
        st.none(),
        st.tuples(st.none() | lengths, lengths),
        st.tuples(durations, durations),
    )
    return build(s.Step, names, st.none() | inner, st.booleans(), st.none() | names, windows)


expressions = st.recursive(literals | names | parameters, larger, max_leaves=12)


@st.composite
def ranges(draw: st.DrawFn) -> s.Range:
    kind = draw(st.sampled_from(["explicit", "since", "before", "last", "this", "to date"]))
    first, last = sorted([draw(days), draw(days)])
    if kind == "explicit" and draw(st.booleans()):
        first, last = date(first.year, 1, 1), date(first.year, 12, 31)
    return s.Range(
        kind,
        first=first if kind in ("explicit", "since") else None,
        last=last if kind in ("explicit", "before") else None,
        count=draw(st.integers(1, 400)) if kind == "last" else None,
        unit=draw(units) if kind in ("last", "this", "to date") else None,
        span=HERE,
    )


def _may_group(tree: s.Expression) -> bool:
    """A value from Python and groups joined by `and` (`month and region`) are refused as groups."""
    match tree:
        case s.Parameter(bound=bound):
            return not bound
        case s.Operation(operator=operator):
            return operator != "and"
    return True


@st.composite
def questions(draw: st.DrawFn) -> s.Question:
    groupings = build(
        s.Grouping,
        st.one_of(
            expressions.filter(_may_group), build(s.GrainOf, units, names), build(s.Since, units, names)
        ),
        st.none() | words,
        st.booleans(),
    )
    by = draw(some(groupings))
    what = draw(st.none() | ranges())
    return draw(
        build(
            s.Question,
            some(build(s.Column, expressions, st.none() | words), 1),
            by=st.just(by),
            by_axis=st.none() | names if by else st.none(),
            range=st.just(what),
            for_axis=st.none() | names if what else st.none(),
            as_of=st.none() | days,
            where=st.none() | expressions,
            versus=st.one_of(st.none(), build(s.VersusTarget), build(s.VersusPrior, lengths, st.booleans())),
            having=st.none() | expressions,
            order=some(build(s.Order, expressions, st.booleans())),
            top=st.none() | build(s.Top, st.integers(1, 100), names, expressions, st.booleans()),
            limit=st.none() | st.integers(0, 10**6),
            parameters=st.dictionaries(words, literals | negative_numbers, max_size=2).map(
                lambda settings: tuple(settings.items())
            ),
        )
    )


signatures = build(s.Signature, words, some(words))
joins = build(s.Join, words, some(st.tuples(words, st.none() | words), 1), st.none() | words)
assert STARTS == ("formula", "question", "signature", "join"), "a new kind of text needs random trees"
