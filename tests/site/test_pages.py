"""What the pages of a site say, read without a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

import metricdsl
from metricdsl.__main__ import main
from metricdsl.errors import MetricError
from metricdsl.functions.vocabulary import AGGREGATES, row_functions
from metricdsl.show.site.addresses import addresses, anchor
from metricdsl.show.site.build import STATIC, WRITTEN, write_site
from tests.site.conftest import AS_OF, SHIPPED
from tests.site.reading import Element, broken_links, read, read_all

Make = Callable[..., Path]

SHOP = """
catalog: shop
languages: [en, ja]
entities:
  orders:
    label: {en: Orders, ja: 注文}
    table: shop.orders
    key: order_id
    time: ordered_on
    joins:
      buyer: buyers on buyer_id
    fields:
      order_id: integer
      amount: {type: money, unit: JPY}
      paid: amount > 0
      ordered_on: date
  buyers:
    table: shop.buyers
    key: buyer_id
    fields:
      buyer_id: integer
      region: {type: text, label: Region, values: [north, south]}
      order_count: count(orders)
functions:
  tenfold(x): 10 * x
segments:
  northern: buyers.region = 'north'
parameters:
  least: {type: number, default: "5"}
metrics:
  revenue:
    label: {en: Revenue, ja: 売上}
    description: {en: All that was paid. See paid_share., ja: 支払われた額。paid_shareも参照。}
    synonyms: {en: [turnover], ja: [売上高]}
    formula: sum(orders.amount)
    format: money(0)
    owner: finance
    tags: [money, orders]
    certified: 2025-01-31
    target: 1000
    tests:
      - description: Two orders.
        given:
          orders:
            - [order_id, amount, ordered_on]
            - [1, 30, 2025-01-01]
            - [2, 12, 2025-01-02]
        expect: 42
  paid_share:
    formula: share(orders.paid where buyer.region = 'north')
    deprecated: use big_revenue instead
  big_revenue: tenfold(revenue) + $least
  in_north: (revenue where northern)
  secret: {formula: count(orders), hidden: true}
  wrong: sum(orders.nothing)
scorecards:
  money: {label: Money matters, question: "revenue by month, buyers.region for 2025"}
"""


@pytest.fixture
def shop(site_of: Make) -> Path:
    return site_of(SHOP)


def hrefs(element: Element) -> list[str]:
    return [link.attributes["href"] or "" for link in element.all("a")]


def section(page: Element, name: str) -> Element:
    return next(s for s in page.all("section") if s.attributes.get("aria-labelledby") == name)


# --- the shipped catalog -------------------------------------------------------------------------------


def test_every_metric_and_entity_has_a_page_that_the_lists_and_the_search_lead_to(
    shipped: Path, shipped_pages: dict[str, Element]
) -> None:
    entries = metricdsl.load(SHIPPED).entries
    text = (shipped / "names.js").read_text("utf-8").splitlines()[0]
    searched = {item["path"] for item in json.loads(text.removeprefix("const NAMES = ").rstrip(";"))}
    listed = {href for page in ("index.html", "entities.html") for href in hrefs(shipped_pages[page])}
    for folder, names in (("metrics", entries.metrics), ("entities", entries.entities)):
        for name in names:
            path = f"{folder}/{name}.html"
            assert path in shipped_pages
            assert path in listed
            assert path in searched


def test_all_links_lead_somewhere_inside_the_site(shipped: Path, shipped_pages: dict[str, Element]) -> None:
    assert broken_links(shipped, shipped_pages) == []


def test_pages_are_well_made(shipped_pages: dict[str, Element]) -> None:
    for path, page in shipped_pages.items():
        (html,) = page.all("html")
        assert html.attributes["lang"] == "en", path
        assert [len(list(page.all(tag))) for tag in ("main", "h1", "header")] == [1] * 3, path
        ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
        assert len(set(ids)) == len(ids), path
        for element in page.all():
            for name in ("aria-labelledby", "aria-controls", "for"):
                assert element.attributes.get(name, ids[0]) in ids, (path, element)
            if element.tag == "img":
                assert element.attributes["alt"], path
            if element.tag in {"nav", "svg"} or element.attributes.get("role") in {
                "region",
                "group",
                "listbox",
            }:
                assert element.attributes.get("aria-label"), (path, element)
        levels = [int(e.tag[1]) for e in page.all("h1", "h2", "h3", "h4")]
        assert all(b <= a + 1 for a, b in pairwise(levels)), path


def test_headings_of_tables_have_a_scope(shipped_pages: dict[str, Element]) -> None:
    headings = [th for page in shipped_pages.values() for th in page.all("th")]
    assert headings
    assert {th.attributes["scope"] for th in headings} == {"col", "row"}


def test_nothing_is_asked_of_a_network(shipped: Path) -> None:
    for file in shipped.rglob("*.*"):
        if file.suffix in {".html", ".css", ".js"}:
            assert not re.search(
                r"""(src|href)=["']?(https?:)?//|url\(|@import|fetch\(""", file.read_text("utf-8")
            )


def test_every_function_is_explained(shipped_pages: dict[str, Element]) -> None:
    page = shipped_pages["functions.html"]
    ids = {e.attributes.get("id") for e in page.all()}
    assert {f"aggregate-{name}" for name in AGGREGATES} | {
        f"function-{name}" for name in row_functions()
    } <= ids
    for function in (*AGGREGATES.values(), *row_functions().values()):
        assert function.doc.split("`")[0] in page.text


def test_sql_is_shown_for_each_dialect(shipped_pages: dict[str, Element]) -> None:
    from metricdsl.render.dialects import BUILT_IN

    catalog = metricdsl.load(SHIPPED)
    shown = {d.inner[0].text: d.inner[1].text  # type: ignore[union-attr]  # a summary and a pre
             for d in section(shipped_pages["metrics/churn_rate.html"], "sql").all("details")}  # fmt: skip
    assert shown == {d: catalog.sql("churn_rate for 2025", d, AS_OF) for d in BUILT_IN}


# --- a page of a metric --------------------------------------------------------------------------------


def test_names_in_formulas_lead_to_what_they_mean(shop: Path) -> None:
    page = read(shop / "metrics/paid_share.html")
    assert hrefs(section(page, "formula")) == [
        "../functions.html#aggregate-share",
        "../entities/orders.html#field-paid",
        "../entities/buyers.html#field-region",
    ]
    page = read(shop / "metrics/big_revenue.html")
    assert hrefs(section(page, "formula")) == [
        "../functions.html#own-tenfold", "../metrics/revenue.html", "../functions.html#parameter-least",
    ]  # fmt: skip
    page = read(shop / "metrics/in_north.html")
    assert hrefs(section(page, "formula")) == [
        "../metrics/revenue.html",
        "../functions.html#segment-northern",
    ]


def test_names_in_fields_and_scorecards_are_links_too(shop: Path) -> None:
    fields = section(read(shop / "entities/buyers.html"), "fields")
    assert hrefs(fields) == ["../functions.html#aggregate-count", "../entities/orders.html"]
    question = next(read(shop / "scorecards.html").all("pre"))
    assert hrefs(question) == ["metrics/revenue.html", "entities/buyers.html#field-region"]
    assert question.text == "revenue by month, buyers.region for 2025"


def test_names_in_descriptions_are_links(shop: Path) -> None:
    (lead,) = read(shop / "metrics/revenue.html").with_class("lead")
    assert hrefs(lead) == ["../metrics/paid_share.html"] * 2  # in each language
    (warning,) = read(shop / "metrics/paid_share.html").with_class("warning")
    assert warning.seen == "Deprecated: use big_revenue instead"
    assert hrefs(warning) == ["../metrics/big_revenue.html"]


def test_what_is_known_of_a_metric_is_told(shop: Path) -> None:
    page = read(shop / "metrics/revenue.html")
    (facts,) = page.with_class("facts")
    told = {d.inner[0].seen: d.inner[1].seen for d in facts.all("div")}  # type: ignore[union-attr]
    assert told == {
        "KPI": "revenue", "Also called": "turnover", "Shown as": "JPY, money(0)", "Target": "1,000",
        "Owner": "finance", "Tags": "money, orders", "Used by": "big_revenue, in_north",
        "Scorecards": "Money matters",
        "Defined in": f"catalog.yml:{SHOP.splitlines().index('  revenue:') + 1}",
    }  # fmt: skip
    (h1,) = page.all("h1")
    assert h1.seen == "Revenue ✓ Certified 2025-01-31"


def test_tests_stand_on_the_page_as_tables(shop: Path) -> None:
    (test,) = read(shop / "metrics/revenue.html").with_class("example")
    assert [[c.text for c in row.all("th", "td")] for row in test.all("tr")] == [
        ["order_id", "amount", "ordered_on"], ["1", "30", "2025-01-01"], ["2", "12", "2025-01-02"],
    ]  # fmt: skip
    assert test.seen.endswith("Expected: 42")


def test_the_lineage_is_drawn_from_columns_to_the_metric(shop: Path) -> None:
    (svg,) = read(shop / "metrics/paid_share.html").all("svg")
    texts = [text.text for text in svg.all("text")]
    assert texts == [
        "shop.orders", "amount", "buyer_id", "ordered_on", "shop.buyers", "buyer_id", "region",
        "orders", "buyers", "share(orders.paid where", "buyer.region = 'north')", "paid_share",
    ]  # fmt: skip
    assert hrefs(svg) == ["../entities/orders.html", "../entities/buyers.html"]
    assert len(svg.with_class("flow")) == 5
    assert len(svg.with_class("joined")) == 1


def test_dimensions_lead_to_their_fields(shop: Path) -> None:
    slices = section(read(shop / "metrics/revenue.html"), "slice")
    assert "../entities/buyers.html#field-region" in hrefs(slices)
    assert "../entities/orders.html#field-ordered_on" in hrefs(slices)


def test_a_wrong_metric_has_a_page_that_says_so(shop: Path) -> None:
    (warning,) = read(shop / "metrics/wrong.html").with_class("warning")
    assert "nothing" in warning.text
    assert "^^^" in warning.text
    assert "metrics/wrong.html" in hrefs(read(shop / "index.html"))


def test_a_metric_that_the_sources_lack_is_told_to_be_unavailable_not_wrong(tmp_path: Path) -> None:
    sources = tmp_path / "sources.yml"
    sources.write_text("sources:\n  orders: {table: my_orders}\n", "utf-8")
    (tmp_path / "catalog.yml").write_text(SHOP, "utf-8")
    write_site(metricdsl.load(tmp_path / "catalog.yml", sources), tmp_path / "site", AS_OF)
    page = read(tmp_path / "site/metrics/in_north.html")
    (warning,) = page.with_class("warning")
    assert warning.seen.startswith("Not available")
    assert "buyers" in warning.seen
    assert hrefs(section(page, "formula")) == [
        "../metrics/revenue.html",
        "../functions.html#segment-northern",
    ]
    (warning,) = read(tmp_path / "site/entities/buyers.html").with_class("warning")
    assert warning.seen.startswith("Not available")
    assert read(tmp_path / "site/metrics/revenue.html").with_class("warning") == []
    rows = [
        [cell.seen for cell in row.all("th", "td")] for row in read(tmp_path / "site/entities.html").all("tr")
    ]
    assert [(row[0], row[2]) for row in rows[1:]] == [("Orders", "my_orders"), ("buyers", "Not available")]
    (badge,) = section(read(tmp_path / "site/index.html"), "area-money").with_class("badge")
    assert badge.seen == "✓ Certified"


def test_a_formula_that_is_nested_too_deeply_has_a_page_that_says_so(site_of: Make) -> None:
    deep = f"  deep: {' + '.join(['revenue'] * 500)}\n"
    folder = site_of(SHOP.replace("scorecards:", deep + "scorecards:"))
    (warning,) = read(folder / "metrics/deep.html").with_class("warning")
    assert "too deeply" in warning.seen


def test_hidden_metrics_have_a_page_but_are_in_no_list(shop: Path) -> None:
    assert (shop / "metrics/secret.html").is_file()
    assert "metrics/secret.html" not in hrefs(read(shop / "index.html"))
    assert "secret" not in (shop / "names.js").read_text("utf-8")


def test_metrics_stand_below_their_first_tag_which_is_called_like_its_scorecard(shop: Path) -> None:
    page = read(shop / "index.html")
    assert [h.seen for h in page.all("h2")] == ["Money matters", "Other"]
    assert [h.seen.strip() for h in section(page, "area-money").all("h3")] == ["Revenue ✓ Certified"]


# --- languages -----------------------------------------------------------------------------------------


def test_all_languages_are_on_the_page_and_one_is_seen(site_of: Make) -> None:
    page = read(site_of(SHOP, "ja") / "metrics/revenue.html")
    (html,) = page.all("html")
    assert html.attributes["lang"] == "ja"
    title = next(page.all("title"))
    assert title.text == "売上 · shop"
    (h1,) = page.all("h1")
    assert h1.seen.startswith("売上 ")
    assert "Revenue" in h1.text
    spans = [e.attributes for e in h1.all("span") if "data-in" in e.attributes]
    assert [(s["data-in"], s["lang"], "hidden" in s) for s in spans][:2] == [
        ("ja", "ja", False),
        ("en", "en", True),
    ]


# --- what authors write is text, whatever it looks like --------------------------------------------------

HOSTILE = """</title><script>alert(1)</script><img src=x onerror=alert(2)>"' & &lt; ]]>"""


def test_texts_of_a_catalog_are_never_markup(site_of: Make) -> None:
    quoted = json.dumps(HOSTILE)
    folder = site_of(f"""
catalog: {quoted}
entities:
  t:
    label: {quoted}
    description: {quoted}
    table: {quoted}
    key: id
    time: d
    fields:
      id: integer
      d: date
      f: {{type: text, label: {quoted}, description: {quoted}, values: [{quoted}]}}
metrics:
  {quoted}:
    label: {quoted}
    description: {quoted}
    synonyms: [{quoted}]
    owner: {quoted}
    tags: [{quoted}]
    deprecated: {quoted}
    formula: |
      count(t where f = '{HOSTILE.replace("'", "''")}')
    tests:
      - {{description: {quoted}, given: {{t: [{{id: 1, f: {quoted}}}]}}, expect: 1}}
""")
    pages = read_all(folder)
    assert broken_links(folder, pages) == []
    (name,) = [path for path in pages if path.startswith("metrics/")]
    for page in pages.values():
        scripts = [e.attributes for e in page.all("script")]
        assert all(s["src"] and s["src"].endswith(".js") for s in scripts)
        assert len(scripts) == 2
        assert not [e for e in page.all("img") if not (e.attributes["src"] or "").startswith("data:")]
        assert not [a for e in page.all() for a in e.attributes if a.startswith("on")]
    assert pages[name].text.count(HOSTILE) >= 8
    (h1,) = pages[name].all("h1")
    assert h1.text.strip() == HOSTILE
    assert "<" not in (folder / "names.js").read_text("utf-8").replace(json.dumps(HOSTILE), "")


@pytest.mark.parametrize("names", [
    ["a/b", "a b", "a-b"], ["Sales", "sales", "SALES"], ["../../x", "..", "."], ["con", "index", "", "/"],
    ["売上", "売上 高", "é", "e\u0301"], ["x" * 300, "x" * 299, "漢" * 300],
])  # fmt: skip
def test_files_are_distinct_and_safe_whatever_the_names(names: list[str]) -> None:
    files = list(addresses(names, []).metrics.values())
    assert len({file.casefold() for file in files}) == len(names)
    for file in files:
        assert re.fullmatch(r"metrics/[\w-]+\.html", file)
        assert len(file.encode()) < 220
        assert file not in {"metrics/con.html", "metrics/index.html"}


def test_places_on_a_page_are_distinct_whatever_the_names() -> None:
    names = ["a b", "a_20b", "a~20b", "a%20b", "a-b", "売上", "%E5"]
    assert len({anchor("field", name) for name in names}) == len(names)
    assert not any(re.search(r"\s", anchor("field", name)) for name in names)


# --- the folder and the command ----------------------------------------------------------------------------


def test_a_second_site_replaces_the_first_and_leaves_no_old_page(tmp_path: Path, site_of: Make) -> None:
    folder = site_of(SHOP)
    assert (folder / "metrics/in_north.html").is_file()
    site_of(SHOP.replace("in_north", "in_the_north"))
    assert not (folder / "metrics/in_north.html").exists()
    assert (folder / "metrics/in_the_north.html").is_file()
    listed = set((folder / WRITTEN).read_text("utf-8").split())
    assert {f.relative_to(folder).as_posix() for f in folder.rglob("*.*") if f.is_file()} == listed | {
        WRITTEN
    }
    assert set(STATIC) < listed


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", "utf-8")
    with pytest.raises(MetricError, match="not of an earlier site"):
        write_site(metricdsl.load(SHIPPED), tmp_path, AS_OF)
    assert [f.name for f in tmp_path.iterdir()] == ["index.html"]
    with pytest.raises(MetricError, match="is a file"):
        write_site(metricdsl.load(SHIPPED), tmp_path / "index.html", AS_OF)


def test_a_list_of_written_files_removes_nothing_outside(tmp_path: Path, site_of: Make) -> None:
    folder = site_of(SHOP)
    outside = tmp_path / "precious.txt"
    outside.write_text("mine", "utf-8")
    with (folder / WRITTEN).open("a", encoding="utf-8") as file:
        file.write(f"../precious.txt\n{outside}\n")
    site_of(SHOP)
    assert outside.exists()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "data.duckdb"
    with duckdb.connect(str(file)) as made:
        made.execute("CREATE SCHEMA shop")
        made.execute("CREATE TABLE shop.orders (order_id INT, buyer_id INT, amount INT, ordered_on DATE)")
        made.execute("INSERT INTO shop.orders VALUES (1, 1, 700, '2025-04-02'), (2, 1, 1234, '2025-05-31')")
    return file


def test_the_command_writes_a_site_with_the_latest_values(
    tmp_path: Path, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "catalog.yml").write_text(SHOP, "utf-8")
    folder = tmp_path / "made"
    code = main([
        "docs", "--catalog", str(tmp_path / "catalog.yml"), "--output", str(folder), "--database",
        f"duckdb:///{database}", "--as-of", "2025-06-30", "--language", "ja",
    ])  # fmt: skip
    assert code == 0
    assert capsys.readouterr().out == f"12 pages: open {folder / 'index.html'}\n"
    latest = section(read(folder / "metrics/revenue.html"), "trend")
    assert "￥1,234" in latest.seen
    assert "2025年5月" in latest.seen
    (image,) = latest.all("img")
    assert "￥1,234" in (image.attributes["alt"] or "")
    (badge,) = latest.with_class("badge")
    assert badge.seen == "✓ 良好"
    assert "￥1,234" in read(folder / "index.html").text


def test_a_table_that_is_missing_takes_only_its_metrics(tmp_path: Path, database: Path) -> None:
    catalog = tmp_path / "catalog.yml"
    catalog.write_text(SHOP, "utf-8")
    loaded = metricdsl.load(catalog)
    with metricdsl.connect(loaded, database) as session:
        write_site(loaded, tmp_path / "made", date(2025, 6, 30), session=session)
    assert "buyers" in section(read(tmp_path / "made/metrics/in_north.html"), "trend").text
    assert "¥1,234" in section(read(tmp_path / "made/metrics/revenue.html"), "trend").text
