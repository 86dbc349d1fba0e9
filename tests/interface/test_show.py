"""What people see: numbers, tables, cards, diagnostics."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any
from xml.dom.minidom import parseString

import pytest

from metricdsl.errors import Diagnostic, MetricError, display_width
from metricdsl.run.result import Result
from metricdsl.show import diagnostics, words
from metricdsl.show.numbers import number_shown, number_text, rounded, shown
from metricdsl.show.sparks import blocks
from tests.interface.fakes import MONTH, REGION, REVENUE, WIN_RATE, Column, Mark, answer, months

HOSTILE = "<script>alert('x')</script>\x1b[31m\n\u202e&amp;"


@pytest.mark.parametrize(
    ("value", "column", "text"),
    [
        (0.6, WIN_RATE, "60.0%"),
        (0.125, replace(WIN_RATE, format="percent(0)"), "13%"),
        (-0.0001, WIN_RATE, "0.0%"),
        (12.5, replace(WIN_RATE, format=None), "1,250.0%"),
        (0.05, replace(WIN_RATE, role="change"), "+5.0 pp"),
        (-0.05, replace(WIN_RATE, role="gap"), "-5.0 pp"),
        (0.0, replace(WIN_RATE, role="gap"), "0.0 pp"),
        (1234567.4, REVENUE, "¥1,234,567"),
        (-1234.5, replace(REVENUE, format=None), "-¥1,235"),
        (1234.5, replace(REVENUE, unit="EUR", format=None), "€1,234.50"),
        (1234.5, replace(REVENUE, unit="MYR", format="money(0)", role="change"), "+MYR\u00a01,235"),
        (1234.5, replace(REVENUE, unit="CNY", format="money(1)"), "CN¥1,234.5"),
        (1234.5, replace(REVENUE, unit="CHF / day", format="money(0)"), "CHF\u00a01,235 / day"),
        (1234.5, replace(REVENUE, unit=None, format="money(0)"), "1,235"),
        (1234567, Column("n", "N", "integer"), "1,234,567"),
        (5.0, Column("n", "N", "number", format="number(0)"), "5"),
        (5.256, Column("n", "N", "number"), "5.26"),
        (5.256, Column("n", "N", "number", "tickets / day"), "5.26 tickets / day"),
        (42.25, Column("n", "N", "number", format="score"), "42.3"),
        (0, Column("d", "D", "duration", "days", format="duration"), "0.0 days"),
        (3.25, Column("d", "D", "duration", "hours", format="duration"), "3.3 h"),
        (0.5, Column("d", "D", "duration", "days", format="duration"), "12.0 h"),
        (90, Column("d", "D", "duration", "seconds", format="duration"), "1.5 min"),
        (1000, Column("d", "D", "duration", "hours", format="duration"), "41.7 days"),
        (-36, Column("d", "D", "duration", "hours", role="change"), "-1.5 days"),
        (5, Column("d", "D", "duration", "months", format="duration"), "5.0 months"),
        (5.5, Column("d", "D", "duration", "days", format="number(1)"), "5.5 days"),
        (10**30, Column("n", "N", "integer"), "1," + ",".join(["000"] * 10)),
    ],
)
def test_numbers(value: float, column: Column, text: str) -> None:
    assert number_shown(value, column, "en") == text  # type: ignore[arg-type]  # a stand-in


@pytest.mark.parametrize(
    ("value", "column", "text"),
    [
        (None, REVENUE, "–"),
        (None, REGION, "(none)"),
        (None, MONTH, "(no date)"),
        (date(2025, 3, 1), MONTH, "2025-03"),
        (date(2025, 10, 1), replace(MONTH, grain="quarter"), "2025-Q4"),
        (date(2025, 1, 1), replace(MONTH, grain="year"), "2025"),
        (date(2025, 4, 1), replace(MONTH, grain="fiscal_year"), "2025-04-01"),
        (date(2025, 3, 3), replace(MONTH, grain="week"), "2025-03-03"),
        (datetime(2025, 3, 3, 14), replace(MONTH, grain="hour"), "2025-03-03 14:00"),
        (True, Column("b", "B", "boolean", role="group"), "yes"),
        ("good", Column("s", "S", "text", role="status"), "good"),
        ("good", REGION, "good"),
    ],
)
def test_values_that_are_no_numbers(value: Any, column: Column, text: str) -> None:
    assert shown(value, column, "en") == text  # type: ignore[arg-type]  # a stand-in


def test_halves_are_rounded_away_from_zero() -> None:
    assert [str(rounded(v, 0)) for v in (0.5, 1.5, 2.5, -0.5, -0.4)] == ["1", "2", "3", "-1", "0"]
    assert rounded(1.005, 2) == Decimal("1.01")
    assert number_text(1e22, 0, "en") == "10,000,000,000,000,000,000,000"
    assert number_text(1e300, 1, "en").startswith("1,000,000,")


# What Unicode's CLDR says of each language, in its published charts.
LOCAL_NUMBERS = {
    "ja": ("1,234.5", "12.5%", "+5.0 ポイント", "￥1,235", "$1,234.50"),
    "zh": ("1,234.5", "12.5%", "+5.0 个百分点", "JP¥1,235", "US$1,234.50"),
    "ms": ("1,234.5", "12.5%", "+5.0 mata peratusan", "JP¥1,235", "USD\u00a01,234.50"),
    "de": ("1.234,5", "12,5\u00a0%", "+5,0 pp", "1.235\u00a0¥", "1.234,50\u00a0$"),
    "tlh": ("1,234.5", "12.5%", "+5.0 pp", "¥1,235", "$1,234.50"),  # nobody's: English
}
LOCAL_DATES = {
    "en": ("2025-06", "2025-Q2", "2025", "2025-06-05", "2025-06-05 14:03"),
    "en-GB": ("Jun 2025", "Q2 2025", "2025", "5 Jun 2025", "5 Jun 2025 14:03"),
    "ja": ("2025年6月", "2025/Q2", "2025年", "2025/06/05", "2025/06/05 14:03"),
    "zh": ("2025年6月", "2025年第2季度", "2025年", "2025年6月5日", "2025年6月5日 14:03"),
    "ms": ("Jun 2025", "S2 2025", "2025", "5 Jun 2025", "5 Jun 2025 14:03"),
}
NUMBER_COLUMNS = (
    (1234.5, Column("n", "N", "number", format="number(1)")),
    (0.125, WIN_RATE),
    (0.05, replace(WIN_RATE, role="change")),
    (1234.5, REVENUE),
    (1234.5, replace(REVENUE, unit="USD", format=None)),
)


@pytest.mark.parametrize("language", LOCAL_NUMBERS)
def test_numbers_of_a_language(language: str) -> None:
    texts = tuple(number_shown(v, c, language) for v, c in NUMBER_COLUMNS)  # type: ignore[arg-type]
    assert texts == LOCAL_NUMBERS[language]


@pytest.mark.parametrize("language", LOCAL_DATES)
def test_dates_of_a_language(language: str) -> None:
    grains = ("month", "quarter", "year", "week")
    periods = [shown(date(2025, 6, 5), replace(MONTH, grain=g), language) for g in grains]  # type: ignore[arg-type]
    moment = shown(datetime(2025, 6, 5, 14, 3), replace(MONTH, grain="hour"), language)  # type: ignore[arg-type]
    assert (*periods, moment) == LOCAL_DATES[language]


def test_a_table_in_another_language() -> None:
    result = answer([MONTH, REVENUE], months(1, [1234567]), language="ja", marks=(Mark(0, "incomplete"),))
    assert result.text().splitlines()[2] == "2025年1月 *  ￥1,234,567"
    assert result.text().splitlines()[-1] == "1 行 · 2025/06/30 現在"
    assert result.csv() == "month,revenue\n2025-01-01,1234567.0\n"  # files are for machines


def test_blocks() -> None:
    assert blocks([1, None, 8, 4.5]) == "▁ █▅"
    assert blocks([3, 3, 3]) == "▁▁▁"
    assert blocks([None]) == ""


def test_all_languages_have_all_words() -> None:
    assert {tuple(sorted(table)) for table in words.WORDS.values()} == {tuple(sorted(words.WORDS["en"]))}
    assert words.word("good", "zh-Hant") == "良好"
    assert words.word("good", "fr") == "good"


# --- tables -------------------------------------------------------------------------------------------


def test_a_time_series_as_text() -> None:
    rows = months(4, [1000, 2000.5, None, 1234567], [0.6, 0.55, None, 0.7])
    result = answer([MONTH, REVENUE, WIN_RATE], rows, marks=(Mark(3, "incomplete"), Mark(0, "cut")))
    assert result.text().splitlines() == [
        "Month         Revenue  Win rate",
        "─────────  ──────────  ────────",
        "2025-01 †      ¥1,000     60.0%",
        "2025-02        ¥2,001     55.0%",
        "2025-03             –         –",
        "2025-04 *  ¥1,234,567     70.0%",
        "trend            ▁▁ █      ▃▁ █",
        "",
        "* period not complete yet",
        "† period cut by the range",
        "4 rows · as of 2025-06-30",
    ]


def test_columns_of_wide_letters_are_aligned() -> None:
    group = replace(REGION, label="地域")
    result = answer(
        [group, replace(WIN_RATE, label="成約率")],
        [["東京", 0.6], ["APAC", 1.0], [None, None]],
        language="ja",
    )
    lines = result.text().splitlines()[:5]
    assert len({display_width(line) for line in lines}) == 1
    assert lines[4] == "（なし）       –"


def test_rows_are_limited_with_a_note() -> None:
    result = answer([REGION, WIN_RATE], [[str(i), i / 100] for i in range(100)])
    assert result.text(3).splitlines()[-1] == "3 of 100 rows shown · as of 2025-06-30"
    assert result.to_html(3).count("<tr>") == 4
    assert "3 of 100 rows shown" in result.to_html(3)
    assert answer([REGION, WIN_RATE], []).text().splitlines()[-1] == "no rows · as of 2025-06-30"


def test_warnings_stand_below_the_table() -> None:
    warning = Diagnostic("w", "metric old is deprecated", severity="warning")
    result = answer([WIN_RATE], [[0.5]], warnings=(warning,))
    assert "! metric old is deprecated" in result.text()
    assert "! metric old is deprecated" in result.to_html()


def test_an_answer_of_nothing_says_so() -> None:
    """A mistyped member, or a period that the data does not reach: the zeros are right, and not what was meant."""
    nothing = answer([MONTH, REVENUE, WIN_RATE], months(2, [0, 0], [None, None]))
    assert (
        nothing.text().splitlines()[-2]
        == "! all values are empty or zero: do the period and the filters fit the data?"
    )
    assert "! all values are empty or zero" in nothing.to_html()
    for rows in (months(2, [0, 1], [None, None]), months(2, [0, 0], [None, 0.5]), []):
        assert "empty or zero" not in answer([MONTH, REVENUE, WIN_RATE], rows).text()
    assert "empty or zero" not in answer([REGION], [[None]]).text()


@pytest.mark.parametrize("rows", [months(2, [1, 2]), list(reversed(months(4, [1, 2, 3, 4])))])
def test_no_trend_without_order_or_with_too_few_periods(rows: list[list[Any]]) -> None:
    assert "trend" not in answer([MONTH, REVENUE], rows).text()


def test_hostile_texts_are_harmless() -> None:
    result = answer(
        [replace(REGION, label=HOSTILE), replace(WIN_RATE, label=HOSTILE)],
        [[HOSTILE, 0.5]],
        sql=f"SELECT '{HOSTILE}'",
    )
    assert "\x1b" not in result.text()
    assert "\u202e" not in result.text()
    html = result.to_html()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    card = answer([replace(WIN_RATE, label=HOSTILE)], [[0.5]]).card()
    assert "<script" not in card._repr_html_()
    assert "\x1b" not in card.text()


class Tags(HTMLParser):
    """Every tag with its attributes; fails where tags do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_html_is_what_an_untrusted_notebook_keeps() -> None:
    rows = months(4, [1000, None, 2000, 1500])
    result = answer([MONTH, REVENUE], rows, marks=(Mark(3, "incomplete"),))
    for html in (result.to_html(), result.card()._repr_html_()):
        tags = Tags(html)
        assert {name for name, _ in tags.tags} <= {
            "div", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "details",
            "summary", "pre", "img", "span",
        }  # fmt: skip
        assert {key for _, found in tags.tags for key in found} <= {
            "style",
            "scope",
            "src",
            "alt",
            "width",
            "height",
        }
        styles = " ".join(found.get("style") or "" for _, found in tags.tags)
        assert "var(" not in styles
        assert not re.search(r"(?<![-\w])color:(?!inherit)", styles)  # text has the page's own colour
        image = tags.attributes("img")[0]
        assert image["alt"] == "trend: low ¥1,000 (2025-01), high ¥2,000 (2025-03), latest ¥1,500 (2025-04)"
        parseString(b64decode((image["src"] or "").partition("base64,")[2]))


def test_a_table_is_readable_by_ear() -> None:
    tags = Tags(answer([MONTH, REVENUE], months(4, [1, 2, 3, 4])).to_html())
    assert [found.get("scope") for found in tags.attributes("th")] == ["col", "col", *["row"] * 5]
    assert tags.attributes("caption")


# --- cards --------------------------------------------------------------------------------------------

COMPARED = [
    MONTH, REVENUE, replace(REVENUE, name="r_prior", role="prior"),
    replace(REVENUE, name="r_change", role="change"),
    replace(WIN_RATE, better="down"), replace(WIN_RATE, name="w_prior", role="prior"),
    replace(WIN_RATE, name="w_change", role="change"),
]  # fmt: skip


def test_cards_show_the_latest_period_and_how_it_changed() -> None:
    rows = months(3, [1, 2, 300], [1, 2, 200], [0, 0, 100], [0.1, 0.2, 0.3], [0.1, 0.2, 0.2], [0, 0, 0.1])
    card = answer(COMPARED, [*rows, [None, *[9] * 6]], marks=(Mark(2, "incomplete"),)).card()
    assert card.text().splitlines() == [
        "KPI       value  before      change          trend",
        "────────  ─────  ──────  ──────────  ──────  ─────",
        "Revenue    ¥300    ¥200     ▲ +¥100  better  ▁▁█",
        "Win rate  30.0%   20.0%  ▲ +10.0 pp  worse   ▁▅█",
        "",
        "2025-03 *",
        "* period not complete yet",
        "as of 2025-06-30",
    ]
    assert "▲ +10.0 pp worse" in card._repr_html_()


def test_periods_that_have_not_begun_are_no_trend_and_no_card() -> None:
    result = answer([MONTH, REVENUE], months(9, [1, 2, 3, 4, 5, 6, 0, 0, 0]), as_of=date(2025, 5, 10))
    assert "trend      ▁▃▅▆█\n" in result.text()
    assert "2025-09" in result.text()
    assert result.card().text().splitlines()[2:] == [
        "Revenue     ¥5  ▁▃▅▆█",
        "",
        "2025-05",
        "as of 2025-05-10",
    ]


def test_a_card_shows_target_and_status_in_words() -> None:
    columns = [WIN_RATE, replace(WIN_RATE, name="t", role="target"), replace(WIN_RATE, name="g", role="gap"),
               Column("s", "Status", "text", role="status")]  # fmt: skip
    card = answer(columns, [[0.55, 0.6, -0.05, "warning"]]).card()
    assert "Win rate  55.0%   60.0%  ! warning" in card.text()
    html = re.sub("<[^>]+>", "", card._repr_html_())
    assert "! warning (target 60.0%, -5.0 pp)" in html
    assert "–" in answer(columns, [[0.55, None, None, None]]).card().text()


def test_cards_are_refused_where_there_is_no_one_value() -> None:
    with pytest.raises(MetricError, match="one for each Region"):
        answer([REGION, WIN_RATE], [["x", 0.5]]).card()
    with pytest.raises(MetricError, match="nothing to put on a card"):
        answer([WIN_RATE], []).card()


# --- results ------------------------------------------------------------------------------------------


def test_values_become_plain_python() -> None:
    kinds = {
        "i": "integer",
        "m": "money",
        "b": "boolean",
        "d": "date",
        "t": "timestamp",
        "p": "percent",
        "s": "text",
    }
    columns = [Column(name, name, kind) for name, kind in kinds.items()]
    rows = [
        [Decimal(5), Decimal("1.50"), 1, datetime(2025, 1, 1), datetime(2025, 1, 1, 10), float("nan"), "x"],
        [None, None, 0, None, None, float("inf"), None],
    ]
    assert answer(columns, rows).rows == [
        (5, 1.5, True, date(2025, 1, 1), datetime(2025, 1, 1, 10), None, "x"),
        (None, None, False, None, None, None, None),
    ]
    assert [type(v) for v in answer(columns, rows).rows[0]][:2] == [int, float]


def test_whole_numbers_are_exact_and_never_cut() -> None:
    integer = Column("i", "I", "integer")
    assert answer([integer], [[2**70 + 1]]).rows == [(2**70 + 1,)]
    assert type(answer([integer], [[2**70 + 1]]).rows[0][0]) is int
    assert answer([integer], [[Decimal("1.5")]]).rows == [(1.5,)]
    assert answer([integer], [["12345678901234567890"]]).rows == [(12345678901234567890,)]


def test_shapes_of_a_result() -> None:
    result = answer([MONTH, REVENUE], months(2, [1.5, None]), marks=(Mark(1, "incomplete"),))
    assert len(result) == 2
    assert list(result) == result.rows
    assert result[0] == (date(2025, 1, 1), 1.5)
    assert result["revenue"] == [1.5, None]
    assert result.dicts()[1] == {"month": date(2025, 2, 1), "revenue": None}
    assert result.csv() == "month,revenue\n2025-01-01,1.5\n2025-02-01,\n"
    assert result.json() == (
        '{"columns": [{"name": "month", "label": "Month", "type": "date", "unit": null}, '
        '{"name": "revenue", "label": "Revenue", "type": "money", "unit": "JPY"}], '
        '"rows": [["2025-01-01", 1.5], ["2025-02-01", null]], "as_of": "2025-06-30", '
        '"sql": "SELECT 1 AS one\\nWHERE 1 < 2", "marks": [{"row": 1, "mark": "incomplete"}]}'
    )
    with pytest.raises(MetricError, match="did you mean 'revenue'"):
        result["revenu"]


def test_frames() -> None:
    result = answer([MONTH, Column("n", "N", "integer")], months(2, [1, None]))
    frame = result.df()
    assert [str(kind) for kind in frame.dtypes] == ["datetime64[ms]", "Int64"]
    assert result.arrow().num_rows == 2
    polars = pytest.importorskip("polars")
    assert isinstance(result.polars(), polars.DataFrame)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("5000000", "5,000,000"),
        ("1234.5", "1,234.5"),
        ("60%", "60%"),
        ("3 days", "3 days"),
        ("-12000", "-12,000"),
    ],
)
def test_targets_are_readable(written: str, read: str) -> None:
    from metricdsl.show.definition import _grouped

    assert _grouped(written) == read


# --- charts -------------------------------------------------------------------------------------------


def test_a_chart_draws_lines_over_time() -> None:
    pytest.importorskip("altair")
    rows = [[date(2025, m, 1), region, m * 1.0] for m in (1, 2) for region in ("a.b", "c")]
    chart = answer([MONTH, REGION, REVENUE], rows).chart()
    drawn = chart._repr_mimebundle_()
    (specification,) = [value for kind, value in drawn.items() if "vegalite.v" in kind]
    assert specification["mark"]["type"] == "line"
    assert specification["encoding"]["x"]["title"] == "Month"
    assert specification["data"]["values"][0] == {"c0": "2025-01-01T00:00:00", "c1": "a.b", "c2": 1.0}
    assert drawn["text/plain"] == "Revenue · Month, Region"
    pytest.importorskip("vl_convert")
    assert drawn["image/png"].startswith(b"\x89PNG")


def drawn(result: Result) -> dict[str, Any]:
    """Vega-Lite's specification of a chart."""
    pytest.importorskip("altair")
    made = result.chart()._repr_mimebundle_()
    return next(value for kind, value in made.items() if "vegalite.v" in kind)


def test_a_chart_draws_what_a_metric_is_compared_with() -> None:
    prior = replace(REVENUE, name="revenue_prior", label="Revenue, prior year", role="prior")
    change = replace(REVENUE, name="revenue_change", label="Revenue, change", role="change")
    over_time = drawn(answer([MONTH, REVENUE, prior, change], [[date(2025, 1, 1), 5, 4, 1]]))
    assert [layer["encoding"]["y"]["field"] for layer in over_time["layer"]] == ["c1", "c2"]
    dashes = over_time["layer"][1]["encoding"]["strokeDash"]
    assert dashes["scale"]["domain"] == ["Revenue", "prior year"]
    assert over_time["layer"][1]["transform"] == [{"as": "line", "calculate": '"prior year"'}]
    bars = drawn(answer([REGION, REVENUE, prior], [["north", 5, 4]]))
    assert [layer["mark"]["type"] for layer in bars["layer"]] == ["bar", "tick"]
    target = replace(REVENUE, name="revenue_target", label="Revenue, target", role="target")
    groups = [replace(REGION, name="kind", label="Kind"), REGION]
    beside = drawn(answer([*groups, REVENUE, target], [["a", "north", 5, 4]]))
    assert beside["layer"][0]["encoding"]["y"]["title"] == "Revenue (— target)"


def test_a_chart_says_what_a_table_says() -> None:
    """A null group, the currency, and no line into months that have not begun."""
    bars = drawn(answer([REGION, REVENUE], [["north", 5000.0], [None, 1.0]]))
    assert [row["c0"] for row in bars["data"]["values"]] == ["north", "(none)"]
    assert bars["title"] == "Revenue · Region"
    label = bars["encoding"]["y"]["axis"]["labelExpr"]
    assert label == "(datum.value < 0 ? '-' : '') + \"¥\" + format(abs(datum.value), ',.0f') + \"\""
    assert bars["encoding"]["y"]["title"] == "Revenue"
    lines = drawn(answer([MONTH, REVENUE], [[date(2025, 6, 1), 5], [date(2125, 1, 1), 0]]))
    assert [row["c1"] for row in lines["data"]["values"]] == [5]


@pytest.mark.parametrize(
    ("form", "unit", "largest", "axis"),
    [
        ("percent(1)", None, 0.4, {"format": ".0%"}),
        ("percent(1)", None, 0.04, {"format": ".1%"}),
        ("number(2)", None, 3, {"format": ",.2~f"}),
        ("number(2)", None, 3000, {"format": ",.0f"}),
        ("money(0)", "", 3000, {"format": ",.0f"}),
    ],
)
def test_numbers_of_an_axis(form: str, unit: str | None, largest: float, axis: dict[str, Any]) -> None:
    from metricdsl.show.chart import value_axis

    assert value_axis(replace(REVENUE, format=form, unit=unit, kind="number"), largest, "en") == axis


def test_a_chart_without_altair_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MetricError, match=r'pip install "metricdsl\[charts\]"'):
        answer([MONTH, REVENUE], months(2, [1, 2])).chart()


def test_a_chart_needs_something_to_draw() -> None:
    pytest.importorskip("altair")
    with pytest.raises(MetricError, match="at least one metric"):
        answer([REVENUE], [[1]]).chart()


# --- diagnostics ---------------------------------------------------------------------------------------


def test_diagnostics_in_colour_say_the_same() -> None:
    from metricdsl.errors import fail
    from metricdsl.source import Text

    error = fail(
        "unknown-name",
        "there is no metric 'revenu'",
        Text.of("revenu by month").span(0, 6),
        "did you mean 'revenue'?",
    )
    plain = diagnostics.terminal_text(error.diagnostics)
    colour = diagnostics.terminal_text(error.diagnostics, colour=True)
    assert plain == str(error)
    assert re.sub(r"\x1b\[\d+m", "", colour) == plain
    assert "\x1b[31m^^^^^^\x1b[0m" in colour


def test_diagnostics_are_counted() -> None:
    found = [
        Diagnostic("a", "x"),
        Diagnostic("b", "y", severity="warning"),
        Diagnostic("b", "y", severity="warning"),
    ]
    assert diagnostics.counted(found) == "1 error, 2 warnings"
