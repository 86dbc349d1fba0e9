"""Time zones by their rules, for engines that know no zones, or not of all years, or not by themselves.

The rules of a zone are a part of the statement, a row for each era; a moment finds its era by its year.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from metricdsl.functions.sql import E, column, identifier, whole
from metricdsl.functions.time_forms import TimeForms
from metricdsl.functions.zones import Era, Switch, eras_of_local, eras_of_utc

ERA = "era"
"""The alias of a zone's rules."""


class ZoneRules(TimeForms):
    """`converted` by rules. A dialect says how a moment is moved and how a change is told."""

    def converted(self, value: E, source: str, target: str) -> E:
        if source == target:
            return value
        if source != "UTC":
            value = self._moved_by(value, source, local=True)
        if target != "UTC":
            value = self._moved_by(value, target, local=False)
        return value

    def _moved_by(self, value: E, zone: str, local: bool) -> E:
        eras = eras_of_local(zone) if local else eras_of_utc(zone)
        count = max(len(e.switches) for e in eras)
        name = f"zone_{'from_' if local else ''}{''.join(c if c.isalnum() else '_' for c in zone).lower()}"
        table = exp.Table(this=identifier(name), alias=exp.TableAlias(this=identifier(ERA)))
        table.meta["rules"] = self._rules(eras, count, -1 if local else 1)
        return self.moved_by_rules(value, table, count)

    def _rules(self, eras: Sequence[Era], count: int, sign: int) -> exp.Query:
        """A row for each era: its years, its shifts in seconds, and `count` changes, null where there are fewer."""
        rows: list[exp.Query] = []
        last_year = 9999
        for era in eras:
            switches: list[Switch | None] = [*era.switches, *[None] * (count - len(era.switches))]
            shifts = [*era.shifts[:-1], *[era.shifts[-1]] * (count + 1 - len(era.switches))]
            first_year = era.first_year if era is not eras[-1] else 0
            columns = [
                ("first_year", self.year_literal(first_year)),
                ("last_year", self.year_literal(last_year)),
            ]
            columns += [(f"shift_{i}", self.shift_literal(sign * s)) for i, s in enumerate(shifts)]
            for i, switch in enumerate(switches):
                columns += [(f"{word}_{i}", value) for word, value in self.switch_columns(switch).items()]
            rows.append(exp.Select(expressions=[exp.Alias(this=v, alias=identifier(n)) for n, v in columns]))
            last_year = first_year - 1
        query = rows[0]
        for row in rows[1:]:
            query = exp.Union(this=query, expression=row, distinct=False)
        return query

    def shift_of_era(self, value: E, count: int) -> E:
        """The shift of a moment by the columns of its era."""
        ifs = [
            exp.If(
                this=exp.LT(this=value.copy(), expression=self.switch(value.copy(), i)),
                true=column(f"shift_{i}", ERA),
            )
            for i in range(count)
        ]
        last = column(f"shift_{count}", ERA)
        return exp.Case(ifs=ifs, default=last) if ifs else last

    def in_era(self, year: E) -> E:
        return exp.Between(this=year, low=column("first_year", ERA), high=column("last_year", ERA))

    def year_literal(self, year: int) -> E:
        return whole(year)

    def shift_literal(self, seconds: int) -> E:
        return whole(seconds)

    def moved_by_rules(self, value: E, rules: exp.Table, count: int) -> E:
        """A moment plus the shift of its era."""
        raise NotImplementedError

    def switch_columns(self, switch: Switch | None) -> dict[str, E]:
        """The columns that tell a change; nulls where there is none."""
        raise NotImplementedError

    def switch(self, value: E, index: int) -> E:
        """The moment of a change in the year of a moment, from those columns; null where there is none."""
        raise NotImplementedError


def zone_parts(tree: exp.Expression) -> list[exp.CTE]:
    """The parts with the rules of all zones that a statement speaks of."""
    found: dict[str, exp.CTE] = {}
    for table in tree.find_all(exp.Table):
        rules = table.meta.get("rules")
        if rules is not None and table.name not in found:
            alias = exp.TableAlias(this=identifier(table.name))
            found[table.name] = exp.CTE(this=rules.copy(), alias=alias)
    return list(found.values())
