"""A chart by Altair, which comes with the extra `charts`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from metricdsl.errors import fail
from metricdsl.run.failure import missing_driver
from metricdsl.show.locales import chart_locale, chart_pattern, money_shown
from metricdsl.show.numbers import one_line, shown
from metricdsl.show.sheet import begun, caption, headings

if TYPE_CHECKING:
    from metricdsl.compiler import OutputColumn
    from metricdsl.run.result import Result, Row, Value

INSTALL = 'pip install "metricdsl[charts]"'
MOST_TICKS = 24
DRAWN_BESIDE = frozenset({"prior", "target"})
DASHES = [[1, 0], [5, 4]]
COLOURS = ["#4c78a8", "#222222"]  # of a metric, and of what it is compared with


@dataclass(frozen=True)
class Chart:
    """Interactive where the front end can, a still picture elsewhere. `altair` is Altair's own chart."""

    altair: Any
    version: str
    text: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """The picture is made here: other ways fetch a script from the network when the page is opened."""
        bundle: dict[str, Any] = {"text/plain": self.text}
        specification = self.altair.to_dict()
        bundle[f"application/vnd.vegalite.{self.version}+json"] = specification
        try:
            import vl_convert
        except ImportError:
            return bundle
        bundle["image/png"] = vl_convert.vegalite_to_png(specification, scale=2)
        return bundle


def chart(result: Result) -> Chart:
    """Lines over time, else bars; a second group gives the colours, metrics stand below one another."""
    try:
        import altair
    except ImportError:
        raise missing_driver("altair", "an answer as a chart", INSTALL) from None
    metrics = [
        c for c in result.columns if c.role == "metric" and c.kind not in {"text", "date", "timestamp"}
    ]
    groups = [c for c in result.columns if c.role in {"period", "group"}]
    if not metrics or not groups or len(groups) > 2:
        raise fail("chart-shape", "a chart needs at least one metric and one or two groups to show it by",
                   None, "add `by month`, or drop a group")  # fmt: skip
    x = next((c for c in groups if c.role == "period"), groups[0])
    drawing = _Drawing(altair, result, x, next((c for c in groups if c is not x), None))
    plots = [drawing.plot(metric) for metric in metrics]
    drawn = plots[0] if len(plots) == 1 else altair.vconcat(*plots)
    drawn = drawn.properties(title=caption(result.columns)).configure(locale=chart_locale(result.language))
    version = str(altair.SCHEMA_VERSION).partition(".")[0]  # v6: of Vega-Lite
    return Chart(drawn, version, caption(result.columns))


@dataclass(frozen=True)
class _Drawing:
    """The plots of an answer: `x` goes across, `colour` is a second group."""

    altair: Any
    result: Result
    x: OutputColumn
    colour: OutputColumn | None

    @property
    def over_time(self) -> bool:
        return self.x.role == "period"

    @cached_property
    def rows(self) -> list[Row]:
        """Those whose period has begun."""
        result = self.result
        return begun(result, result.columns.index(self.x)) if self.over_time else result.rows

    @cached_property
    def data(self) -> Any:
        columns, language = self.result.columns, self.result.language
        values = [
            {f"c{i}": _plain(v, c, language) for i, (v, c) in enumerate(zip(row, columns, strict=True))}
            for row in self.rows
        ]
        return self.altair.Data(values=values)

    def field(self, column: OutputColumn) -> str:
        """A dot in a name would be a path."""
        return f"c{self.result.columns.index(column)}"

    def plot(self, metric: OutputColumn) -> Any:
        """A metric, and beside it the earlier period or the target that the question asks for."""
        lines = [metric, *_beside(self.result.columns, metric)]
        said = [one_line(label) for label in headings(lines, self.result.language)]
        layers = [self._layer(column, lines, said) for column in lines]
        drawn = layers[0] if len(layers) == 1 else self.altair.layer(*layers)
        return drawn.properties(width=520, height=240)

    def _layer(self, column: OutputColumn, lines: list[OutputColumn], said: list[str]) -> Any:
        at = lines.index(column)
        encoding = {"x": self._across(), "y": self._up(column, lines[0], said[1:])}
        if self.colour is not None:
            encoding |= self._coloured(filled=at == 0 or self.over_time)
        if len(lines) > 1 and (self.over_time or self.colour is None):
            encoding |= self._told_apart(said)
        base = self.altair.Chart(self.data).transform_calculate(line=_quoted(said[at]))
        if self.over_time:
            marked = base.mark_line(point=at == 0, opacity=1 if at == 0 else 0.6)
        else:
            marked = base.mark_bar() if at == 0 else base.mark_tick(thickness=3, opacity=1, color=COLOURS[1])
        return marked.encode(**encoding)

    def _coloured(self, filled: bool) -> dict[str, Any]:
        """The second group: lines of its colours, or bars beside one another."""
        assert self.colour is not None
        altair, field = self.altair, self.field(self.colour)
        encoding = {}
        if filled:
            encoding["color"] = altair.Color(field, type="nominal", title=self.colour.label, sort=None)
        if not self.over_time:
            encoding["xOffset"] = altair.XOffset(field, type="nominal", sort=None)
        return encoding

    def _told_apart(self, said: list[str]) -> dict[str, Any]:
        """A legend of what is drawn beside the metric."""
        altair = self.altair
        if self.over_time:
            scale = altair.Scale(domain=said, range=DASHES)
            return {"strokeDash": altair.StrokeDash("line", type="nominal", scale=scale, title=None)}
        scale = altair.Scale(domain=said, range=COLOURS)
        return {"color": altair.Color("line", type="nominal", scale=scale, title=None)}

    def _across(self) -> Any:
        kind = "temporal" if self.over_time else "nominal"
        return self.altair.X(self.field(self.x), type=kind, title=self.x.label, sort=None, axis=self._ticks())

    def _ticks(self) -> Any:
        """A tick for each period, as long as there is room; Vega alone would put more into a quarter."""
        altair, x = self.altair, self.x
        at = self.result.columns.index(x)
        if not self.over_time:
            return altair.Axis(labelAngle=0 if len({row[at] for row in self.rows}) <= 12 else -40)
        starts = sorted({day for row in self.rows if isinstance(day := row[at], date)})
        ticks = altair.Undefined
        if len(starts) <= MOST_TICKS:
            ticks = [
                altair.DateTime(year=d.year, month=d.month, date=d.day, hours=getattr(d, "hour", 0))
                for d in starts
            ]
        return altair.Axis(format=chart_pattern(x.grain, self.result.language), values=ticks)

    def _up(self, column: OutputColumn, metric: OutputColumn, beside: list[str]) -> Any:
        at = self.result.columns.index(metric)
        sizes = [abs(v) for row in self.rows if isinstance(v := row[at], int | float)]
        axis = value_axis(metric, max(sizes, default=0), self.result.language)
        title = _title(metric)
        if beside and self.colour is not None and not self.over_time:
            title = f"{title} (— {beside[0]})"
        return self.altair.Y(
            self.field(column), type="quantitative", title=title, axis=self.altair.Axis(**axis)
        )


def _beside(columns: Sequence[OutputColumn], metric: OutputColumn) -> list[OutputColumn]:
    """What stands behind a metric and before the next one, as far as it can be drawn on the same axis."""
    after = columns[columns.index(metric) + 1 :]
    return [c for c in takewhile(lambda c: c.role != "metric", after) if c.role in DRAWN_BESIDE]


def value_axis(metric: OutputColumn, largest: float, language: str) -> dict[str, Any]:
    """How Vega writes the numbers of an axis: as tables do, without decimals that say nothing."""
    form = (metric.format or metric.kind).partition("(")[0]
    if form == "percent":
        return {"format": ".0%" if largest > 0.1 else ".1%"}
    digits = ",.0f" if largest >= 10 else ",.2~f"
    currency = (metric.unit or "").partition(" ")[0]
    if form != "money" or not currency:
        return {"format": digits, "tickMinStep": 1} if metric.kind == "integer" else {"format": digits}
    before, _, behind = money_shown(Decimal(1), currency, 0, language).partition("1")
    number = f"format(abs(datum.value), '{digits}')"
    sign = "(datum.value < 0 ? '-' : '')"
    return {"labelExpr": f"{sign} + {_quoted(before)} + {number} + {_quoted(behind)}"}


def _quoted(text: str) -> str:
    """A text in an expression of Vega's."""
    return json.dumps(text, ensure_ascii=False)


def _title(metric: OutputColumn) -> str:
    """The label, and the unit where the numbers do not say it."""
    form = (metric.format or metric.kind).partition("(")[0]
    unit = metric.unit or ""
    if form == "money":
        unit = unit.partition(" ")[2]
    return f"{metric.label} ({unit})" if unit else metric.label


def _plain(value: Value, column: OutputColumn, language: str) -> object:
    """Groups as tables show them. Periods as local midnight: a bare date would be read as that of Greenwich."""
    if column.role == "group":
        return shown(value, column, language)
    if isinstance(value, datetime):
        return value.isoformat()
    return f"{value.isoformat()}T00:00:00" if isinstance(value, date) else value
