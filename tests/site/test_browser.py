"""The site as people use it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.browser import Browser, program

PAGES = (
    "index.html", "metrics/churn_rate.html", "metrics/sales_forecast.html", "entities/customers.html",
    "entities.html", "scorecards.html", "functions.html",
)  # fmt: skip
SELECTED = '#found [aria-selected="true"] a'


@pytest.fixture(scope="module")
def started() -> Iterator[Browser]:
    path = program()
    if path is None:
        pytest.skip("no Chromium on this machine")
    browser = Browser(path)
    yield browser
    browser.close()


@pytest.fixture
def browser(started: Browser, shipped: Path) -> Iterator[Browser]:
    """On the first page; nothing may be logged or fail during the test."""
    started.look(1200)
    started.complaints.clear()
    started.open(shipped / "index.html")
    yield started
    started.run("localStorage.clear()")
    assert started.complaints == []


def search(browser: Browser, text: str) -> list[str]:
    browser.run("document.getElementById('search').value = ''")
    browser.keys("/")
    browser.write(text)
    return browser.texts("#found li a span")


@pytest.mark.parametrize(("text", "first"), [
    ("win_rate", "Win rate"), ("win rate", "Win rate"), ("WIN RATE", "Win rate"), ("close rate", "Win rate"),
    ("勝率", "Win rate"), ("解約率", "Churn rate"), ("流失率", "Churn rate"), ("attrition", "Churn rate"),
    ("ltv", "Customer lifetime value (CLV)"), ("ＬＴＶ", "Customer lifetime value (CLV)"),
    ("percentile", "percentile"), ("rate win", "Win rate"),
])  # fmt: skip
def test_the_search_finds_names_labels_and_synonyms_of_all_languages(
    browser: Browser, text: str, first: str
) -> None:
    assert search(browser, text)[0] == first


def test_what_is_nowhere_is_said_to_be(browser: Browser) -> None:
    assert search(browser, "zzzz") == []
    assert browser.texts("#none") == ["Nothing found"]
    assert browser.texts("#count") == ["Nothing found"]


def test_the_search_works_by_keyboard_alone(browser: Browser, shipped: Path) -> None:
    found = search(browser, "churn")
    assert len(found) > 2
    assert browser.texts(f"{SELECTED} span") == found[:1]
    browser.keys("ArrowDown")
    assert browser.texts(f"{SELECTED} span") == [found[1]]
    browser.keys("ArrowUp", "ArrowUp")
    assert browser.texts(f"{SELECTED} span") == [found[-1]]
    active = browser.run(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).innerText"
    )
    assert found[-1] in active
    browser.keys("ArrowDown")
    browser.keys("Enter")
    browser.wait_for("location.href.includes('/metrics/') && document.readyState === 'complete'")
    assert browser.texts("h1") == found[:1]
    search(browser, "leads")  # from a page in a folder too
    browser.keys("Enter")
    browser.wait_for("location.href.includes('leads') && document.readyState === 'complete'")
    assert browser.at in {shipped / "metrics/leads.html", shipped / "entities/leads.html"}


def test_escape_closes_the_search(browser: Browser) -> None:
    assert search(browser, "churn")
    browser.keys("Escape")
    assert browser.texts("#found li") == []
    assert browser.run("document.activeElement === document.body")
    assert browser.run("document.getElementById('search').getAttribute('aria-expanded')") == "false"


def test_a_slash_that_is_written_stays_a_slash(browser: Browser) -> None:
    search(browser, "a")
    browser.keys("/")
    assert browser.run("document.getElementById('search').value") == "a/"


def test_the_language_is_chosen_once_for_all_pages(browser: Browser, shipped: Path) -> None:
    browser.run("""languages.value = "ja"; languages.dispatchEvent(new Event("change"))""")
    assert "成約率" in browser.texts("h3")
    browser.open(shipped / "metrics/win_rate.html")
    assert browser.texts("h1") == ["成約率"]
    assert browser.run("document.documentElement.lang") == "ja"
    assert search(browser, "win rate")[0] == "成約率"


def test_a_tag_narrows_the_list_and_is_an_address(browser: Browser, shipped: Path) -> None:
    every = len(browser.texts("h3"))
    browser.run("document.getElementById('tag-deals').click()")
    some = browser.texts("h3")
    assert 0 < len(some) < every
    assert "Win rate" in some
    assert browser.texts("h2") == ["Sales"]
    browser.open(shipped / "index.html", "#tag-deals")
    assert browser.texts("h3") == some
    browser.run("document.querySelector('.tags button').click()")
    assert len(browser.texts("h3")) == every


def test_sql_of_one_dialect_is_open_at_a_time(browser: Browser, shipped: Path) -> None:
    browser.open(shipped / "metrics/churn_rate.html")
    browser.run("document.querySelectorAll('details[name=sql] summary')[1].click()")
    browser.wait_for("document.querySelectorAll('details[name=sql]')[1].open")
    assert browser.run("document.querySelectorAll('details[name=sql][open]').length") == 1


def test_tab_leads_first_to_the_content(browser: Browser) -> None:
    browser.keys("Tab")
    assert browser.run("document.activeElement.innerText") == "Skip to the content"
    browser.keys("Enter")
    browser.wait_for("document.activeElement.id === 'content'")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_wider_than_a_narrow_window(browser: Browser, shipped: Path, page: str) -> None:
    browser.look(360)
    browser.open(shipped / page)
    assert browser.run("document.documentElement.scrollWidth") <= 360


CONTRASTS = """(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = parts(colour).map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return getComputedStyle(e).backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const seen = [...document.querySelectorAll("body *:not(svg *)")].filter((e) =>
    e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
  return seen.map((e) => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), e.outerHTML.slice(0, 80)];
  }).filter(([ratio]) => ratio < 4.5).map(([ratio, html]) => `${ratio.toFixed(2)} ${html}`);
})()"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_text_stands_out_from_its_ground(browser: Browser, shipped: Path, page: str, scheme: str) -> None:
    browser.look(1200, scheme=scheme)
    browser.open(shipped / page)
    assert browser.run("getComputedStyle(document.body).backgroundColor") == {
        "light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 29)",
    }[scheme]  # fmt: skip
    assert browser.run(CONTRASTS) == []
