"""A trend in the space of a word: blocks for terminals, an image for notebooks."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

from metricdsl.show.words import word

BLOCKS = "▁▂▃▄▅▆▇█"
LINE = "#3b82f6"  # stands out by 3 : 1 on white and on black
Series = Sequence[float | None]
Point = tuple[float, float]


def blocks(series: Series) -> str:
    """One character a value, a blank where there is none; a flat line for equal values."""
    known = [v for v in series if v is not None]
    if not known:
        return ""
    low, spread = min(known), max(known) - min(known)
    step = [0 if v is None or not spread else round((v - low) / spread * 7) for v in series]
    return "".join(" " if v is None else BLOCKS[s] for v, s in zip(series, step, strict=True))


def image(series: Series, alternative: str, width: int = 96, height: int = 22) -> str:
    """An `<img>`: inline SVG would be stripped from a notebook that is not trusted yet."""
    drawing = base64.b64encode(_svg(series, width, height).encode()).decode()
    return (
        f'<img src="data:image/svg+xml;base64,{drawing}" alt="{escape(alternative)}" '
        f'width="{width}" height="{height}" style="vertical-align:middle">'
    )


def spoken(series: Series, values: Sequence[str], periods: Sequence[str], language: str) -> str:
    """`trend: low ¥3 (2025-01), high ¥9 (2025-05), latest ¥7 (2025-06)`, for those who hear the page."""
    known = [i for i, v in enumerate(series) if v is not None]
    if not known:
        return word("trend", language)
    low = min(known, key=lambda i: series[i] or 0)
    high = max(known, key=lambda i: series[i] or 0)
    parts = [
        f"{word(name, language)} {values[i]} ({periods[i]})"
        for name, i in (("low", low), ("high", high), ("latest", known[-1]))
    ]
    return f"{word('trend', language)}: {', '.join(parts)}"


def _svg(series: Series, width: int, height: int) -> str:
    """A line with a gap where a value is missing, a dot where one stands alone, and one at the latest."""
    points = _points(series, width, height)
    runs = _runs(points)
    lines = "".join(_line(run) for run in runs if len(run) > 1)
    dots = "".join(_dot(run[0], 1.2) for run in runs if len(run) == 1)
    latest = _dot(runs[-1][-1], 2.4) if runs else ""
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{lines}{dots}{latest}</svg>'


def _line(run: Sequence[Point]) -> str:
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
    stroke = f'fill="none" stroke="{LINE}" stroke-width="1.6" stroke-linejoin="round"'
    return f'<polyline {stroke} points="{corners}"/>'


def _dot(point: Point, radius: float) -> str:
    return f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="{radius}" fill="{LINE}"/>'


def _points(series: Series, width: int, height: int) -> list[Point | None]:
    known = [v for v in series if v is not None]
    low, spread = (min(known), max(known) - min(known)) if known else (0, 0)
    step = (width - 8) / max(1, len(series) - 1)
    return [
        None if v is None
        else (4 + i * step, height / 2 if not spread else 3 + (height - 6) * (1 - (v - low) / spread))
        for i, v in enumerate(series)
    ]  # fmt: skip


def _runs(points: Sequence[Point | None]) -> list[list[Point]]:
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]
