"""Time zones by their rules, for engines that know no zones, or not of all years, or not by themselves.

The rules of a zone are a part of the statement. A row tells which shift holds before, between and after
at most two changes a year; a moment finds its row by `since` and `until`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlglot import exp

from metricdsl.functions.compact import compact
from metricdsl.functions.sql import E, column, identifier, whole
from metricdsl.functions.time_forms import TimeForms
from metricdsl.functions.zones import Era, Switch, eras_of_local, eras_of_utc

RULE = "rule"
"""The alias of a zone's rules."""
CHANGES = 2
"""How many changes a row tells."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds from `since` to before `until`: shifts in seconds, one more than there are changes."""

    since: datetime
    until: datetime
    switches: tuple[Switch, ...]
    shifts: tuple[int, ...]


def rules_of(eras: tuple[Era, ...]) -> Iterator[Rule]:
    """The rules of a zone, the latest first."""
    until = datetime.max.replace(microsecond=0)
    for era in eras:
        since = datetime.min if era is eras[-1] else datetime(era.first_year, 1, 1)
        if len(era.switches) <= CHANGES:
            yield Rule(since, until, era.switches, era.shifts)
        else:
            yield from _one_by_one(era, until)
        until = since


def _one_by_one(era: Era, until: datetime) -> Iterator[Rule]:
    """A row for each stretch between two changes, where a year has many."""
    for year in reversed(range(era.first_year, until.year)):
        moments = [datetime(year, 1, 1), *(s.moment(year) for s in era.switches)]
        for moment, shift in zip(reversed(moments), reversed(era.shifts), strict=True):
            yield Rule(moment, until, (), (shift,))
            until = moment


class ZoneRules(TimeForms):
    """`converted` by rules. A dialect says how a moment is moved and how a change is told."""

    reads_first = True
    moves_aggregates = False  # a conversion reads its moment many times, in subqueries

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        if source != "UTC":
            value = self._moved_by(value, source, local=True)
        if target != "UTC":
            value = self._moved_by(value, target, local=False)
        return value

    def _moved_by(self, value: E, zone: str, local: bool) -> E:
        name = f"zone_{'from_' if local else ''}{''.join(c if c.isalnum() else '_' for c in zone).lower()}"
        if name not in self._zones:
            rules = list(rules_of(eras_of_local(zone) if local else eras_of_utc(zone)))
            self._zones[name] = self._rows(rules, -1 if local else 1)
        table = exp.Table(this=identifier(name), alias=exp.TableAlias(this=identifier(RULE)))
        return self.moved_by_rules(value, table)

    @cached_property
    def _zones(self) -> dict[str, exp.Query]:
        """The rules that were asked for, by the name of their part."""
        return {}

    def zone_parts(self, tables: Iterable[exp.Table]) -> Iterator[exp.CTE]:
        for name in dict.fromkeys(table.name for table in tables):
            if name in self._zones:
                yield exp.CTE(this=self._zones[name].copy(), alias=exp.TableAlias(this=identifier(name)))

    def _rows(self, rules: list[Rule], sign: int) -> exp.Query:
        """A row for each rule; a change that it has not is null."""
        query: exp.Query | None = None
        for rule in rules:
            switches = [*rule.switches, *[None] * (CHANGES - len(rule.switches))]
            shifts = [*rule.shifts, *[rule.shifts[-1]] * (CHANGES - len(rule.switches))]
            columns = {
                "since": self.timestamp_literal(rule.since),
                "until": self.timestamp_literal(rule.until),
            }
            columns |= {f"shift_{i}": self.shift_literal(sign * s) for i, s in enumerate(shifts)}
            for i, switch in enumerate(switches):
                columns |= {f"{word}_{i}": value for word, value in self.switch_columns(switch).items()}
            row = compact(
                exp.Select(
                    expressions=[
                        exp.Alias(this=value, alias=identifier(name)) if query is None else value
                        for name, value in columns.items()
                    ]
                )
            )
            query = row if query is None else exp.Union(this=query, expression=row, distinct=False)
        assert query is not None
        return query

    def shift(self, value: E) -> E:
        """The shift of a moment by the columns of its rule."""
        ifs = [
            exp.If(
                this=exp.LT(this=value.copy(), expression=self.change(value.copy(), i)),
                true=column(f"shift_{i}", RULE),
            )
            for i in range(CHANGES)
        ]
        return exp.Case(ifs=ifs, default=column(f"shift_{CHANGES}", RULE))

    def applies(self, value: E) -> E:
        """Whether a rule is that of a moment."""
        since = exp.GTE(this=value.copy(), expression=column("since", RULE))
        return exp.And(this=since, expression=exp.LT(this=value.copy(), expression=column("until", RULE)))

    def shift_literal(self, seconds: int) -> E:
        return whole(seconds)

    def moved_by_rules(self, value: E, rules: exp.Table) -> E:
        """A moment plus its shift."""
        raise NotImplementedError

    def switch_columns(self, switch: Switch | None) -> dict[str, E]:
        """The columns that tell a change; nulls where there is none."""
        raise NotImplementedError

    def change(self, value: E, index: int) -> E:
        """The moment of a change in the year of a moment, from those columns; null where there is none."""
        raise NotImplementedError
