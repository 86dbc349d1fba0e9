"""A pass for speed: distinct counts over windows, from when each value comes into sight and goes out of it.

The periods that see a day follow each other: windows move forward with their periods, and a later day is
first seen no earlier. So each day of a value is seen by a run of periods. A run is cut where the value's
next day begins to be seen; then no two runs of a value overlap, and a period sees as many values as runs
have begun by then, less those that have ended.
"""

from __future__ import annotations

from sqlglot import exp

from metricdsl.functions.forms import E, column, when
from metricdsl.plan.scans import Scan
from metricdsl.render.extents import periods_of
from metricdsl.render.frame import Frame
from metricdsl.render.order import ordered
from metricdsl.render.reading import grouped
from metricdsl.render.spine import next_start
from metricdsl.render.statement import named, table, union

ENABLED = True
"""Off in the tests that show that passes change no number."""


def counted_in_sight(frame: Frame, scan: Scan, fold: str, at: str, pairs: str, keys: list[str]) -> exp.Select:
    """The changes of a distinct count in each period and group; the answer adds them up.

    fold: the part with the `value`s of each day (or week, month) `at`, and its groups' keys.
    pairs: the part that says which of these each period sees.
    """
    periods, cell = periods_of(frame), scan.cells[0].name
    (period,) = periods.columns
    sights = _sights(frame, scan, fold, at, _runs(frame, pairs, period), keys)
    again, ends = column("again", sights), column("ends", sights)
    value = exp.Count(this=column("value", sights))
    end = when(exp.LT(this=again, expression=ends), again.copy(), ends.copy())
    selects = []
    for moment, step in ((column("begins", sights), value), (end, exp.Neg(this=value.copy()))):
        query = exp.Select().from_(table(sights))
        grouped(query, [(period, moment), *((k, column(k, sights)) for k in keys)], {"step": step}, [])
        selects.append(query)
    comment = f"values that come into sight, less those that go out of it, by {period}"
    steps = frame.statement.add(f"{scan.entity}_steps", union(selects), comment)
    on = exp.EQ(this=column(period, periods.name), expression=column(period, steps))
    query = exp.Select().from_(table(steps)).join(table(periods.name), on=on, join_type="inner")
    groups: list[tuple[str, E]] = [(k, column(k, steps)) for k in keys]
    total = exp.Sum(this=column("step", steps))
    grouped(query, [(period, column(period, periods.name)), *groups], {cell: total}, [])
    frame.running[cell] = "sum"
    return query


def _runs(frame: Frame, pairs: str, period: str) -> str:
    """The part with the run of periods that sees each day: its first, and the one after its last."""
    forms, grain = frame.statement.forms, frame.spine.grain
    assert grain is not None
    first, last = exp.Min(this=column(period, pairs)), exp.Max(this=column(period, pairs))
    query = exp.Select().from_(table(pairs))
    ends = next_start(forms, last, grain, "date")
    grouped(query, [("seen", column("seen", pairs))], {"begins": first, "ends": ends}, [])
    return frame.statement.add(
        f"{pairs}_in_runs", query, f"from which {period} to before which", key=("runs", pairs)
    )


def _sights(frame: Frame, scan: Scan, fold: str, at: str, runs: str, keys: list[str]) -> str:
    """The part with each value's runs, and where its next one begins."""
    value = [column(name, fold) for name in (*keys, "value")]
    again = exp.Window(
        this=exp.Lead(this=column("begins", runs)),
        partition_by=[v.copy() for v in value],
        order=exp.Order(expressions=[ordered(column(at, fold))]),
    )
    query = exp.Select(
        expressions=[*value, column("begins", runs), column("ends", runs), named(again, "again")]
    )
    on = exp.EQ(this=column(at, fold), expression=column("seen", runs))
    query = query.from_(table(fold)).join(table(runs), on=on, join_type="inner")
    return frame.statement.add(
        f"{scan.entity}_in_sight", query, "each value's runs, and where its next one begins"
    )
