"""Random questions about a random world, most of them legal.

A question is about one entity, or about several which share the dimensions that it uses. `Grammar`
holds what the formulas may use; each method draws a piece of text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.reference.random_world import Shape, World, ways

GRAINS = (
    "month",
    "month",
    "month",
    "quarter",
    "year",
    "week",
    "fiscal_quarter",
    "fiscal_year",
    "day",
    "hour",
)
LENGTH = {"hour": 0, "day": 1, "week": 7, "month": 31, "quarter": 92, "fiscal_quarter": 92, "year": 366,
          "fiscal_year": 366, "term": 184}  # fmt: skip
RANGES = (
    "2025-Q1", "2025", "2025-03", "2025-01-15 to 2025-03-20", "2025-02-28 to 2025-03-01", "last 3 months",
    "since 2025-02-10", "before 2025-03-15", "this month", "this quarter", "month to date", "last 2 weeks",
    "year to date", "this fiscal_year", "2024-12-30 to 2025-01-05", "last 1 year", "2024-Q4", "last 2 quarters",
)  # fmt: skip
SHORT = (
    "2025-03-30",
    "2025-02-27 to 2025-03-02",
    "2025-03-29 to 2025-03-31",
    "last 3 days",
    "2025-03-09",
    "2024-11-03",
)
AS_OF = ("2025-03-15", "2025-03-31", "2025-02-28", "2025-03-30", "2025-01-01")


@dataclass
class Grammar:
    """What may stand in the formulas of a question about `shapes`."""

    draw: Any
    world: World
    shapes: list[Shape]
    grain: str | None = None
    dated: bool = False  # there is a period
    groups: list[str] = field(default_factory=list)
    metrics: dict[str, Any] = field(default_factory=dict)
    depth: int = 0

    @property
    def own(self) -> list[str]:
        """The catalog's own grains."""
        return ["term"] if "calendars" in self.world.catalog else []

    def pick(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == one_in)

    # names

    def above(self, shape: Shape) -> list[tuple[str, Shape]]:
        """The entities that a shape reaches in one way, itself first, with how to write them inside of it."""
        by_name = {s.name: s for s in self.world.shapes}
        found = [("", shape)]
        for join, target in shape.joins:
            found.append((join, by_name[target]))
            found += [(f"{join}.{j}", by_name[t]) for j, t in by_name[target].joins]
        return found

    def shared(self) -> list[Shape]:
        """The entities whose fields every entity of the question reaches by their bare name."""
        return [
            target for target in self.world.shapes
            if all(ways(s, target.name, self.world.shapes) == 1 for s in self.shapes)
        ]  # fmt: skip

    def path(self, *kinds: str) -> str | None:
        """A field for a group or filter, from outside."""
        found = [f"{t.name}.{f}" for t in self.shared() for k in kinds for f in getattr(t, k)]
        if len(self.shapes) == 1:
            (one,) = self.shapes
            found += [
                f"{one.name}.{p}.{f}" for p, t in self.above(one)[1:] for k in kinds for f in getattr(t, k)
            ]
        two = len(self.world.shapes) > 1 and all(s in self.world.shapes[:2] for s in self.shapes)
        if kinds == ("texts",) and two and self.chance(10):
            return "`sort of thing`"
        return self.pick(*found) if found else None

    def inside(self, shape: Shape, *kinds: str) -> str | None:
        """A field inside an aggregate of an entity."""
        found = [f"{p}.{f}" if p else f for p, t in self.above(shape) for k in kinds for f in getattr(t, k)]
        return self.pick(*found) if found else None

    # conditions

    def condition(self, number: str | None, text: str | None, flag: str | None, moment: str | None) -> str:
        choices = []
        if number:
            choices += [f"{number} >= 2", f"{number} < $least", f"{number} is null", f"{number} between 0 and 3",
                        f"{number} in (1, 2, 3)"]  # fmt: skip
        if text:
            choices += [f"{text} = 'a'", f"{text} != 'b'", f"{text} in ('b', 'o''x')", f"{text} starts with 'o'",
                        f"{text} not in ('a', '東京')", f"{text} >= 'B'", f"{text} contains '_'"]  # fmt: skip
        if flag:
            choices += [f"{flag}", f"not {flag}"]
        if moment:
            choices += [f"{moment} >= date '2025-03-01'", f"month({moment}) = 3", f"{moment} < today()",
                        f"weekday({moment}) <= 5", f"hour({moment}) >= 12", f"days({moment}, today()) <= 30 days",
                        f"{moment} between date '2025-01-31' and date '2025-03-30'",
                        f"{moment} >= now() - 1 month", f"{moment} = date '2025-03-01'"]  # fmt: skip
        one = str(self.pick(*choices))
        if self.chance(6):
            return f"({one} {self.pick('and', 'or')} {self.pick(*choices)})"
        return one

    def outside_condition(self) -> str:
        if self.chance(8):
            return f"{self.pick(*self.shared()).name}_large"
        return self.condition(
            self.path("numbers"), self.path("texts"), self.path("flags"), self.path("moments")
        )

    def inside_condition(self, shape: Shape) -> str:
        children = [
            s.name
            for s in self.world.shapes
            if s is not shape and ways(s, shape.name, self.world.shapes) == 1
        ]
        if children and self.chance(5):
            where = self.pick("", " where flag", " where size > 1")
            return f"{self.pick('', 'not ')}has({self.pick(*children)}{where})"
        return self.condition(
            *(self.inside(shape, kind) for kind in ("numbers", "texts", "flags", "moments"))
        )

    # aggregates

    def aggregate(self) -> str:
        """One aggregate of one of the entities, a number."""
        shape = self.pick(*self.shapes)
        if not shape.stock and self.chance(8):
            found = self.sequence(shape)
            if found:
                return found
        return self.plain(shape)

    def plain(self, shape: Shape, only: tuple[str, ...] = ()) -> str:
        name = shape.name
        number = f"{name}.{self.pick(*shape.numbers)}"
        far = self.inside(shape, "numbers")
        function = self.pick(*(only or (
            "count", "count", "sum", "sum", "distinct", "field", "avg", "min", "max", "median", "percentile",
            "weighted", "share", "first", "last", "only", "stddev", "far", "joined", "expression", "repeated",
        )))  # fmt: skip
        tail = ""
        if self.chance(3):
            tail += f" where {self.inside_condition(shape)}"
        if not shape.stock and self.chance(8):
            tail += " on done_on"
        if shape.stock == "snapshot" or (shape.stock and self.chance(2)):
            whens = ["at end", "at end", *(["at start"] if self.dated else [])]
            tail += f" {self.pick(*whens, *(['during'] if shape.stock == 'lifetime' else []))}"
        match function:
            case "count":
                return f"count({name}{tail})"
            case "distinct":
                return f"count(distinct {name}.{self.pick(*shape.texts, *shape.numbers)}{tail})"
            case "joined" if shape.joins:
                return f"count(distinct {name}.{self.pick(*shape.joins)[0]}{tail})"
            case "field" | "joined":
                return f"count({name}.{self.pick(*shape.texts, *shape.numbers, *shape.moments)}{tail})"
            case "percentile":
                return f"percentile({number}, {self.pick('90%', '25%')}{tail})"
            case "weighted":
                return f"weighted_avg({number}, {name}.{self.pick(*shape.numbers)}{tail})"
            case "share":
                return f"share({name}.{self.pick(*shape.flags)}{tail})"
            case "far" if far:
                return f"{self.pick('avg', 'min', 'max')}({name}.{far}{tail})"
            case "expression":
                return f"{self.pick('sum', 'avg', 'max')}({number} * 2 - coalesce(size, 1){tail})"
            case "repeated" if shape.joins:
                return f"sum({name}.{self.pick(*shape.joins)[0]}.size repeated{tail})"
            case "far" | "repeated":
                return f"sum({number}{tail})"
        return f"{function}({number}{tail})"

    def sequence(self, shape: Shape) -> str | None:
        """`count(leads followed by orders)`: entities of which one joins the other, or which share a field."""
        steps = [shape]
        text = shape.name + (f" where {self.inside_condition(shape)}" if self.chance(3) else "")
        for _ in range(self.pick(1, 1, 2)):
            here = steps[-1]
            others = [s for s in self.world.shapes if s.stock is None]
            joined = [o for o in others if self._joins(here, o) + self._joins(o, here) == 1]
            via = ""
            if joined and self.chance(2):
                following = self.pick(*joined)
            elif others:
                following, via = self.pick(*others), f" via {self.pick('kind', 'size')}"
            else:
                return None
            steps.append(following)
            where = f" where {self.inside_condition(following)}" if self.chance(4) else ""
            within = self.pick(
                "", "", " within 30 days", " within 1 month", " within 1 to 40 days", " within 36 hours"
            )
            text += f" followed by {following.name}{where}{via}{within}"
        if len(steps) == 2 and self.chance(4):
            text = text.replace(" followed", " not followed")
            return f"{self.pick('count', 'share')}({text})"
        if self.chance(3):
            return f"{self.pick('median', 'avg', 'max')}({text} elapsed)"
        return f"{self.pick('count', 'share')}({text})"

    def _joins(self, one: Shape, other: Shape) -> int:
        return sum(1 for _, target in one.joins if target == other.name)

    # formulas

    def formula(self, depth: int = 2) -> str:
        """A number in a context."""
        if self.metrics and self.chance(3):
            return str(self.pick(*self.metrics))
        if depth == 0 or self.chance(3):
            return self.aggregate()
        choices = ["arithmetic", "arithmetic", "divide", "narrow", "function", "total", "per", "per"]
        if self.dated:
            choices += ["shift", "shift", "shift", "trailing", "to date", "running", "per grain"]
        inner = self.formula(depth - 1)
        match self.pick(*choices):
            case "arithmetic":
                return (
                    f"({inner} {self.pick('+', '-', '*')} {self.pick('2', '0.5', self.formula(depth - 1))})"
                )
            case "divide":
                return f"({inner} / {self.pick('2', self.formula(depth - 1))})"
            case "narrow":
                return f"({inner} where {self.outside_condition()})"
            case "function":
                return str(self.pick(
                    f"coalesce({inner}, 0)", f"abs({inner})", f"-{inner}", f"nullif({inner}, 0)",
                    f"if({inner} > 1, 1, {self.formula(depth - 1)})", f"greatest({inner}, 1)", f"spread({inner})",
                    f"case when {inner} is null then -1 when {inner} < 2 then 5 end",
                ))  # fmt: skip
            case "total":
                groups = [g for g in self.groups if is_plain(g)]
                kept = groups if self.chance(3) else groups[:1]
                listed = f" by {', '.join(kept)}" if groups and self.chance(2) else ""
                return f"total({inner}{listed}{' ignoring filters' if self.chance(3) else ''})"
            case "per":
                return self.per(inner)
            case "shift":
                function = self.pick("prior", "prior", "change", "growth")
                aligned = ", aligned" if function != "prior" and self.chance(3) else ""
                return f"{function}({inner}, {self.duration()}{aligned})"
            case "trailing":
                return f"trailing({inner}, {self.window()})"
            case "to date":
                return f"to_date({inner}, {self.pick('year', 'quarter', 'month', 'fiscal_year', 'week', *self.own)})"
            case "running":
                return f"running({inner})"
        if self.grain == "hour":
            return inner
        grains = [
            g
            for g in ("day", "week", "month", "quarter", *self.own)
            if LENGTH[g] >= LENGTH[self.grain or "week"] // 8
        ]
        return f"{self.over(inner, 'first', 'last')} per {self.pick(*grains)})"

    def over(self, inner: str, *functions: str) -> str:
        """An aggregate of values, up to its `per`."""
        function = self.pick("avg", "sum", "max", "min", "count", "median", "share", "percentile", "stddev", "only",
                             "distinct", "weighted", *functions)  # fmt: skip
        match function:
            case "share":
                return f"share({inner} {self.pick('>= 1', '< 2', 'is null', '> 0')}"
            case "percentile":
                return f"percentile({inner}, {self.pick('50%', '90%')}"
            case "distinct":
                return f"count(distinct {inner}"
            case "weighted":
                return f"weighted_avg({inner}, {self.aggregate()}"
        return f"{function}({inner}"

    def per(self, inner: str) -> str:
        shared = self.shared()
        k = self.path("texts", "numbers")
        if k is not None and self.chance(5):
            k = ", ".join(dict.fromkeys((k, str(self.path("texts", "flags")))))
        elif shared and (k is None or self.chance(3)):
            k = self.pick(*shared).name
        elif len(self.shapes) == 1 and self.shapes[0].joins and self.chance(2):
            k = f"{self.shapes[0].name}.{self.pick(*self.shapes[0].joins)[0]}"
        return inner if k is None else f"{self.over(inner)} per {k})"

    def duration(self) -> str:
        units = ["1 month", "$span", "1 year", "1 quarter", "2 weeks", "30 days", "1 week"]
        return str(self.pick(*units, *(["1 day", "3 days"] if self.grain in ("day", "week", "hour") else [])))

    def window(self) -> str:
        least = LENGTH[self.grain] if self.grain else 0
        lengths = {"2 days": 2, "7 days": 7, "2 weeks": 14, "1 month": 31, "2 months": 62, "1 quarter": 92,
                   "100 days": 100, "1 year": 366, "5 quarters": 460, "2 years": 732}  # fmt: skip
        return str(self.pick(*(w for w, length in lengths.items() if length >= least)))


@st.composite
def grammars(draw: Any, world: World) -> tuple[Grammar, str | None]:
    """What a question is about: entities, a grain, a range (the second), groups."""
    shapes = [draw(st.sampled_from(world.shapes))]
    others = [s for s in world.shapes if s is not shapes[0] and Grammar(draw, world, [*shapes, s]).shared()]
    if others and draw(st.integers(1, 3)) == 3:
        shapes.append(draw(st.sampled_from(others)))
    g = Grammar(draw, world, shapes)
    g.grain = g.pick(None, None, *g.own, *g.own, *GRAINS)
    range_ = g.pick(*RANGES) if g.chance(2) else None
    if g.grain == "hour":
        range_ = g.pick("2025-03-30", "2025-03-09", "2024-11-03")
    elif g.grain == "day":
        range_ = g.pick(*SHORT, *RANGES[2:6])
    g.dated = g.grain is not None or range_ is not None
    g.groups = _groups(g)
    return g, range_


@st.composite
def questions(draw: Any, world: World) -> tuple[dict[str, Any], str, str]:
    """Metrics to be put into the catalog, a question, and the day it is asked as of."""
    g, range_ = draw(grammars(world))
    for name in ("alpha", "beta")[: g.pick(0, 0, 1, 2)]:
        g.metrics[name] = _metric(g)
    columns = []
    for number in range(g.pick(1, 1, 2)):
        formula = g.formula(3 if g.chance(6) else 2)
        if formula in g.metrics and (not g.chance(8)):
            columns.append(formula)
            continue
        if g.groups and g.chance(8):
            formula = _rank(g, formula)
        elif g.chance(10):
            columns.append(f"{_worded(g)} as w{number}")
            continue
        columns.append(f"{formula} as c{number}")
    clauses = [", ".join(dict.fromkeys(columns))]
    by = [*([g.grain] if g.grain else []), *g.groups]
    if by:
        if g.grain and g.chance(15):
            by[0] += " on done_on"
        clauses.append("by " + ", ".join(draw(st.permutations(by)) if g.chance(3) else by))
    if range_:
        clauses.append(f"for {range_}{' on done_on' if g.chance(12) else ''}")
    if g.chance(3):
        clauses.append(f"where {g.outside_condition()}")
    question = "\n".join([*clauses, *_last_clauses(g, columns, g.groups)])
    return g.metrics, "\n".join([question, *_settings(g, question)]), g.pick(*AS_OF)


def _worded(g: Grammar) -> str:
    """A text, a date, or days between dates."""
    shape = g.pick(*g.shapes)
    stock = " at end" if shape.stock == "snapshot" else ""
    function = g.pick("min", "max", "first", "last", "only")
    one = f"{function}({shape.name}.{g.pick(*shape.texts, *shape.moments, *shape.moments)}{stock})"
    early, late = (f"{f}({shape.name}.{g.pick(*shape.moments)}{stock})" for f in ("min", "max"))
    choices = [one, one, one, f"coalesce({one}, {one})", f"days({early}, {late})", f"months({late}, today())"]
    choices += [f"{early} + 1 month", f"prior({one}, 1 month)" if g.dated else one]
    return str(g.pick(*choices))


def _metric(g: Grammar) -> dict[str, Any]:
    """A metric, perhaps one of which less is better, perhaps with targets."""
    found: dict[str, Any] = {"formula": g.formula(1)}
    if g.chance(3):
        found["better"] = "down"
    if g.chance(3):
        found["target"] = g.pick(1, 2.5)
        found["warn"] = g.pick(0, 3)
    elif g.chance(4):
        path = g.path("texts") or "accounts.kind"
        found["target"] = [{"value": 1}, {"from": date(2025, 2, 10), "value": 2},
                           {"where": f"{path} = 'a'", "value": 3}]  # fmt: skip
    return found


def is_plain(group: str) -> bool:
    """Whether it is a field, which other clauses can name."""
    return not any(sign in group for sign in (" of ", " since ", " as ", "all "))


def _groups(g: Grammar) -> list[str]:
    found: list[str] = []
    for _ in range(g.pick(0, 0, 1, 1, 2)):
        texts, moment = g.path("texts", "texts", "flags"), g.path("moments")
        number = g.path("numbers")
        choices = [texts, texts, texts]
        if moment:
            choices += [f"{g.pick('month', 'year', 'week', 'quarter')} of {moment}"]
            if not any(s.stock for s in g.shapes):
                choices.append(
                    f"{g.pick('months', 'months', 'weeks', 'days', 'quarters', 'years')} since {moment}"
                )
            choices += [moment, f"year({moment}) as made", f"weekday({moment}) in (6, 7) as made"]
        if number:
            choices += [f"bucket({number}, 0, 2, 10) as band", f"{number} > 1 as more", number]
        chosen = g.pick(*choices)
        if chosen and chosen.rpartition(" as ")[2] not in [f.rpartition(" as ")[2] for f in found]:
            found.append(chosen)
    if found and "." in found[0] and " " not in found[0] and g.chance(6):
        found[0] = f"all {found[0]}"
    return found


def _rank(g: Grammar, formula: str) -> str:
    plain = [group for group in g.groups if is_plain(group)]
    within = f" within {', '.join(plain if g.chance(3) else plain[:1])}" if plain and g.chance(2) else ""
    found = f"rank({formula}{within})"
    choices = [found, found, found, f"{found} * 2", f"if({found} <= 2, {formula}, 0)"]
    return str(g.pick(*choices, *([f"prior({found}, {g.duration()})"] if g.dated else [])))


def _last_clauses(g: Grammar, columns: list[str], groups: list[str]) -> list[str]:
    """vs prior, having, order by, top, limit"""
    names = [c.rpartition(" as ")[2] for c in columns]
    numbers = [name for name in names if not name.startswith("w")]
    found = []
    if all(n in g.metrics for n in names) and g.chance(3):
        found.append("vs target")
    elif g.dated and len(numbers) == len(names) and g.chance(6):
        found.append(f"vs prior {g.duration().removeprefix('1 ')}{' aligned' if g.chance(3) else ''}")
    if numbers and g.chance(6):
        found.append(f"having {g.pick(*numbers)} {g.pick('> 0', 'is not null', '<= 2')}")
    plain = [group for group in groups if is_plain(group)]
    if plain and g.chance(5):
        by = g.pick(*numbers, g.plain(g.shapes[0], ("count", "sum", "avg", "distinct")))
        dimension = g.pick(*plain)
        broken = dimension.rpartition(".")[2] in (
            "weight",
            "gap",
            "child_sum",
            "child_avg",
        )  # as text, they vary
        others = " with others" if not broken and g.chance(2) else ""
        found.append(f"top {g.pick(1, 2, 3)} {dimension} by {by}{others}")
    if g.chance(4):
        orders = [f"{g.pick(*names, *plain)}{g.pick('', ' desc')}" for _ in range(g.pick(1, 2))]
        found.append("order by " + ", ".join(dict.fromkeys(orders)))
    if g.chance(8):
        found.append(f"limit {g.pick(1, 3, 10)}")
    return found


def _settings(g: Grammar, question: str) -> list[str]:
    """with: parameters that the question uses, by way of metrics and segments too."""
    formulas = {name: metric["formula"] for name, metric in g.metrics.items()} | g.world.catalog["segments"]
    said, found = question, set()
    while more := {name for name in formulas.keys() - found if name in said}:
        found |= more
        said += " ".join(formulas[name] for name in more)
    settings = [text for text in ("least = 1", "span = 2 weeks") if f"${text.split()[0]}" in said]
    return ["with " + ", ".join(settings)] if settings and g.chance(10) else []
