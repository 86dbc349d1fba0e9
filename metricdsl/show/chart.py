"""A chart by Altair, which comes with the extra `charts`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from metricdsl.errors import fail
from metricdsl.run.failure import missing_driver
from metricdsl.show.locales import chart_locale, chart_pattern
from metricdsl.show.sheet import caption

if TYPE_CHECKING:
    from metricdsl.compiler import OutputColumn
    from metricdsl.run.result import Result, Row, Value

INSTALL = 'pip install "metricdsl[charts]"'
MOST_TICKS = 24
PATTERNS = {"percent": ".1%", "integer": ",d", "money": ",.0f"}


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
    colour = next((c for c in groups if c is not x), None)
    fields = {
        column.name: f"c{i}" for i, column in enumerate(result.columns)
    }  # a dot in a name would be a path
    data = altair.Data(  # type: ignore[no-untyped-call]  # Altair has no types for it
        values=[_record(row) for row in result.rows]
    )
    axis = _axis(altair, x, result)
    plots = [_plot(altair, data, fields, x, axis, metric, colour) for metric in metrics]
    drawn = plots[0] if len(plots) == 1 else altair.vconcat(*plots)
    drawn = drawn.configure(locale=chart_locale(result.language))
    version = str(altair.SCHEMA_VERSION).partition(".")[0]  # v6: of Vega-Lite
    return Chart(drawn, version, caption(result.columns))


def _axis(altair: Any, across: OutputColumn, result: Result) -> Any:
    """A tick for each period, as long as there is room; Vega alone would put more into a quarter."""
    if across.role != "period":
        return altair.Axis()
    at = result.columns.index(across)
    starts = sorted({day for row in result.rows if isinstance(day := row[at], date)})
    ticks = altair.Undefined
    if len(starts) <= MOST_TICKS:
        ticks = [
            altair.DateTime(year=d.year, month=d.month, date=d.day, hours=getattr(d, "hour", 0))
            for d in starts
        ]
    return altair.Axis(format=chart_pattern(across.grain, result.language), values=ticks)


def _plot(
    altair: Any, data: Any, fields: Mapping[str, str], x: OutputColumn, axis: Any, metric: OutputColumn,
    colour: OutputColumn | None,
) -> Any:  # fmt: skip
    over_time = x.role == "period"
    across = altair.X(
        fields[x.name], type="temporal" if over_time else "nominal", title=x.label, sort=None, axis=axis
    )  # fmt: skip
    up = altair.Y(
        fields[metric.name], type="quantitative", title=_title(metric),
        axis=altair.Axis(format=PATTERNS.get(metric.kind, ",.2f")),
    )  # fmt: skip
    encoding = {"x": across, "y": up}
    if colour is not None:
        encoding["color"] = altair.Color(fields[colour.name], type="nominal", title=colour.label)
        if not over_time:
            encoding["xOffset"] = altair.XOffset(fields[colour.name], type="nominal")
    base = altair.Chart(data, width=520, height=240)
    return (base.mark_line(point=True) if over_time else base.mark_bar()).encode(**encoding)


def _title(metric: OutputColumn) -> str:
    return f"{metric.label} ({metric.unit})" if metric.unit else metric.label


def _record(row: Row) -> dict[str, object]:
    """Dates as local midnight: a bare date would be read as midnight in Greenwich and slip a day."""
    return {f"c{i}": _plain(value) for i, value in enumerate(row)}


def _plain(value: Value) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return f"{value.isoformat()}T00:00:00" if isinstance(value, date) else value
