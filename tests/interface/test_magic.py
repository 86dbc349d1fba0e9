"""%kpi and %%kpi, in a real IPython."""

from __future__ import annotations

import _thread
import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from metricdsl import line
from metricdsl.errors import MetricError
from metricdsl.magic import KpiMagic, load_ipython_extension, unload_ipython_extension
from metricdsl.run.result import Result

ROOT = Path(__file__).parents[2]
CATALOG = """
catalog: shop
languages: [en, ja]
entities:
  orders:
    table: orders
    key: order_id
    time: ordered_on
    fields:
      order_id: integer
      ordered_on: date
      region: text
      amount: {type: money, unit: JPY}
      channel: {type: text, values: [web, shop floor]}
metrics:
  revenue: {label: {en: Revenue, ja: 売上}, formula: sum(orders.amount), format: money(0), better: up}
  orders_placed: {label: Orders placed, formula: count(orders), tags: [logistics]}
scorecards: {overview: revenue by month}
segments:
  large: orders.amount > 100
"""
ROWS = """
    CREATE TABLE orders (order_id INTEGER, ordered_on DATE, region TEXT, amount INTEGER);
    INSERT INTO orders VALUES (1, '2025-01-05', 'EMEA', 100), (2, '2025-01-09', 'APAC', 50),
        (3, '2025-02-01', 'EMEA', 200), (4, '2025-03-01', NULL, 300),
        (5, '2025-03-02', 'x'' or 1=1', 7);
"""


class Notebook:
    """Runs cells; keeps what they show, and the error of one that fails."""

    def __init__(self) -> None:
        InteractiveShell.clear_instance()
        self.shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
        load_ipython_extension(self.shell)
        self.magic: KpiMagic = self.shell.magics_manager.registry["KpiMagic"]

    def run(self, cell: str) -> Any:
        """The cell's value."""
        done = self.shell.run_cell(cell)
        if done.error_in_exec is not None:
            raise done.error_in_exec
        assert done.error_before_exec is None
        return done.result

    def error(self, cell: str) -> str:
        """What a failing cell shows."""
        with capture_output() as shown:
            done = self.shell.run_cell(cell)
        assert isinstance(done.error_in_exec, MetricError)
        assert "Traceback" not in shown.stdout + shown.stderr
        text: str = shown.stdout.rstrip("\n")
        assert text == str(done.error_in_exec)
        return text

    def complete(self, text: str) -> list[str]:
        with provisionalcompleter():
            return [
                text[: c.start] + c.text + text[c.end :]
                for c in self.shell.Completer.completions(text, len(text))
            ]


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Notebook]:
    """With the catalog above, and the table in a DuckDB connection `con`; as of the end of March 2025."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "metrics_catalog").mkdir()
    (tmp_path / "metrics_catalog" / "shop.yml").write_text(CATALOG, "utf-8")
    made = Notebook()
    made.shell.user_ns["con"] = duckdb.connect()
    made.shell.user_ns["con"].execute(ROWS)
    made.run("%config KpiMagic.as_of = '2025-03-31'")
    yield made
    InteractiveShell.clear_instance()


@pytest.fixture
def connected(notebook: Notebook) -> Notebook:
    notebook.run("%kpi connect con")
    return notebook


# --- asking ---------------------------------------------------------------------------------------------


def test_a_line_and_a_cell_give_an_answer(connected: Notebook) -> None:
    result = connected.run("%kpi revenue by orders.region")
    assert isinstance(result, Result)
    assert result.rows == [("APAC", 50.0), ("EMEA", 300.0), ("x' or 1=1", 7.0), (None, 300.0)]
    assert connected.run("%%kpi\nrevenue\nby month  # a comment\nfor 2025-Q1").rows[0][1] == 150.0
    assert connected.run("%%kpi revenue\nby month\nfor 2025-Q1").rows[2][1] == 307.0
    assert connected.run("_").rows[2][1] == 307.0
    assert connected.run("kept = %kpi revenue\nkept.rows") == [(657.0,)]


def test_answers_are_kept_and_not_shown(connected: Notebook) -> None:
    cells = [
        "%kpi res << revenue", "%kpi -o res revenue", "%kpi --out=res revenue", "%%kpi res <<\nrevenue",
        "%%kpi -o res\nrevenue", "%%kpi res << revenue\nby orders.region where orders.region = 'APAC'",
    ]  # fmt: skip
    for cell in cells:
        connected.shell.user_ns.pop("res", None)
        with capture_output() as shown:
            assert connected.run(cell) is None
        assert (shown.stdout, shown.stderr, shown.outputs) == ("", "", [])
        assert connected.run("res['revenue']") in ([657.0], [50.0])


def test_arrows_inside_a_question_are_not_for_keeping() -> None:
    assert line.parse_line("revenue where orders.region = 'a << b'").options == {}
    assert line.parse_line("res << revenue").options == {"out": "res"}


def test_nothing_is_printed_but_the_answer(connected: Notebook) -> None:
    with capture_output() as shown:
        result = connected.run("%kpi revenue")
    assert (shown.stderr, shown.outputs) == ("", [])
    assert re.fullmatch(r"Out\[\d+\]: \n(.*)\n", shown.stdout, re.DOTALL)[1] == result.text()  # type: ignore[index]
    assert set(connected.shell.display_formatter.format(result)[0]) == {"text/plain", "text/html"}


def test_options(connected: Notebook) -> None:
    assert connected.run("%kpi --as-of 2025-02-15 revenue by month for this month").rows[0][1] == 200.0
    assert connected.run("%kpi --language ja revenue").columns[0].label == "売上"
    assert connected.run("%kpi --timeout 30 --language=ja 売上").rows == [(657.0,)]


@pytest.mark.parametrize(
    ("cell", "code", "words", "hint"),
    [
        (
            "%kpi --asof 2025-01-01 x",
            "unknown-option",
            "there is no option --asof",
            "did you mean '--as-of' or '--alias'?",
        ),
        (
            "%%kpi --languge ja\nrevenue",
            "unknown-option",
            "there is no option --languge",
            "did you mean '--language'?",
        ),
        (
            "%kpi -x 1 revenue",
            "unknown-option",
            "there is no option -x",
            f"the options are {', '.join(line.OPTIONS)}",
        ),
        ("%kpi show", "usage", "%kpi show lacks the name of a metric", "write %kpi show METRIC"),
        (
            "%kpi scorecard",
            "usage",
            "%kpi scorecard lacks the name of a scorecard",
            "write %kpi scorecard SCORECARD",
        ),
        ("%kpi sql", "usage", "%kpi sql lacks the question", "write %kpi sql QUESTION"),
        ("%kpi 'revenue by month'", "usage", "a question stands without quotes", "write revenue by month"),
        ('%kpi "revenue by month"', "usage", "a question stands without quotes", "write revenue by month"),
        ("%kpi revenue --limit 5", "usage", "--limit stands behind the question", "write options before it"),
        ("%kpi --dialect postgres revenue", "unknown-option", "--dialect is no option of a question", ""),
        ("%kpi list --timeout 5", "unknown-option", "--timeout is no option of %kpi list", ""),
        ("%kpi --as-of", "usage", "--as-of needs a value", ""),
        ("%kpi --as-of tomorrow revenue", "usage", "'tomorrow' is no day", "write it as 2025-06-30"),
        (
            "%kpi --timeout soon revenue",
            "usage",
            "'soon' is no number of seconds",
            "write a number such as 30",
        ),
    ],
)
def test_wrong_options_are_errors(connected: Notebook, cell: str, code: str, words: str, hint: str) -> None:
    assert connected.error(cell) == f"error[{code}]: {words}" + (f"\n  hint: {hint}" if hint else "")


def test_a_wrong_question_fails_the_cell_without_a_traceback(connected: Notebook) -> None:
    assert connected.error("%%kpi\nrevenue\nby monht").splitlines()[1:4] == [
        "  --> <question>:3:4",
        "  3 | by monht",
        "    |    ^^^^^",
    ]
    assert "did you mean 'revenue'?" in connected.error("%kpi revenu by month")


def test_a_minus_in_front_is_no_option(connected: Notebook) -> None:
    assert connected.run("%kpi -revenue as less").rows == [(-657.0,)]


# --- values from Python ------------------------------------------------------------------------------------


def test_values_are_bound_never_pasted(connected: Notebook) -> None:
    connected.shell.user_ns |= {
        "region": "x' or 1=1",
        "regions": ["APAC", "EMEA"],
        "least": 100,
        "words": "1=1 or orders.region",
    }
    assert connected.run("%kpi revenue where orders.region = {{region}}").rows == [(7.0,)]
    assert connected.run("%kpi revenue where orders.region in ({{ regions }})").rows == [(350.0,)]
    assert connected.run("%%kpi\nrevenue\nwhere orders.amount >= {{least}}").rows == [(600.0,)]
    assert connected.run("%kpi revenue where orders.region = {{words}}").rows == [(0.0,)]


def test_values_of_numpy_and_pandas(connected: Notebook) -> None:
    connected.run("import numpy as np, pandas as pd")
    connected.run(
        "least = np.int64(100); regions = pd.Series(['APAC']); day = pd.Timestamp('2025-02-01').date()"
    )
    assert connected.run("%kpi revenue where orders.amount >= {{least}}").rows == [(600.0,)]
    assert connected.run("%kpi revenue where orders.region in ({{regions}})").rows == [(50.0,)]
    assert connected.run("%kpi revenue where orders.ordered_on >= {{day}}").rows == [(507.0,)]


def test_values_that_cannot_be_bound(connected: Notebook) -> None:
    connected.shell.user_ns |= {"least": 5, "table": {"a": 1}}
    assert "did you mean 'least'?" in connected.error("%kpi revenue where orders.amount > {{lest}}")
    text = connected.error("%kpi revenue where orders.amount > {{table}}")
    assert "the Python variable 'table' is a dict, which a question cannot use" in text


def test_dollars_and_braces_of_ipython_are_left_alone(connected: Notebook) -> None:
    connected.shell.user_ns["x"] = "revenue"
    assert "{x}" in connected.error("%kpi {x} by month")


# --- connections ------------------------------------------------------------------------------------


def test_no_connection_says_how_to_make_one(notebook: Notebook) -> None:
    assert notebook.error("%kpi revenue").splitlines()[0] == "error[no-database]: no database is connected"


def test_several_connections(notebook: Notebook, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "b.db") as made:
        made.executescript(ROWS)
    with duckdb.connect(tmp_path / "c.duckdb") as other:
        other.execute(ROWS + "DELETE FROM orders WHERE order_id > 1;")
    assert str(notebook.run("%kpi connections")) == "no connections"
    notebook.run("%kpi connect con --name first")
    notebook.run("%kpi connect --alias second duckdb:///c.duckdb")
    notebook.run("%kpi connect b.db")
    assert re.sub(" +", " ", str(notebook.run("%kpi connections"))).splitlines()[2:] == [
        " first the DuckDB connection duckdb",
        " second duckdb:///c.duckdb duckdb",
        "* b.db sqlite:///b.db sqlite",
    ]
    assert notebook.run("%kpi --name second revenue").rows == [(100.0,)]
    assert "there is no connection 'secnd'\n  hint: did you mean 'second'?" in notebook.error(
        "%kpi --name secnd revenue"
    )
    notebook.run("%kpi connect first")
    assert notebook.run("%kpi revenue").rows == [(657.0,)]
    notebook.run("%kpi close first")
    assert notebook.run("%kpi revenue").rows == [(100.0,)]
    assert notebook.run("con.execute('SELECT 1').fetchall()") == [(1,)]
    assert "there is no connection 'first'" in notebook.error("%kpi close first")


def test_a_variable_is_looked_at_again(connected: Notebook) -> None:
    connected.run("%kpi revenue")
    connected.shell.user_ns["con"] = duckdb.connect()
    connected.shell.user_ns["con"].execute(ROWS + "DELETE FROM orders WHERE order_id > 1;")
    connected.run("%kpi connect con")
    assert connected.run("%kpi revenue").rows == [(100.0,)]


def test_a_section_of_connections_ini(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / ".jupysql").mkdir()
    with duckdb.connect(tmp_path / "c.duckdb") as made:
        made.execute(ROWS)
    near = f"[shop]\ndrivername = duckdb\ndatabase = {tmp_path}/c.duckdb\n"
    far = (
        "[far]\ndrivername = postgresql\nusername = ann\npassword = p@ss/word%1\nhost = 127.0.0.1\nport = 1\n"
    )
    (tmp_path / ".jupysql" / "connections.ini").write_text(f"{near}\n{far}database = x\n", "utf-8")
    notebook.run("%kpi connect shop")
    assert notebook.run("%kpi revenue").rows == [(657.0,)]
    text = notebook.error("%kpi connect far")
    assert "postgresql://ann:***@127.0.0.1:1/x" in text
    assert "ss/word" not in text
    assert "did you mean 'shop'?" in notebook.error("%kpi connect shopp")


def test_passwords_from_the_environment_are_not_shown(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOP_PASSWORD", "hush/hush@1")
    text = notebook.error("%kpi connect postgresql://ann:$SHOP_PASSWORD@127.0.0.1:1/x")
    assert "postgresql://ann:***@127.0.0.1:1/x" in text
    assert "hush" not in text


def test_the_setting_database_is_connected_when_needed(notebook: Notebook, tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "c.duckdb") as made:
        made.execute(ROWS)
    notebook.run("%config KpiMagic.database = 'duckdb:///c.duckdb'")
    assert notebook.run("%kpi revenue").rows == [(657.0,)]


def test_the_stop_button_ends_the_query(connected: Notebook) -> None:
    view = "CREATE OR REPLACE VIEW orders AS SELECT 1 AS order_id, DATE '2025-01-01' AS ordered_on, "
    view += "'a' AS region, "
    con = connected.shell.user_ns["con"]
    con.execute("DROP TABLE orders")
    con.execute(view + "i AS amount FROM range(1000000000000) AS t(i)")
    threading.Timer(1, _thread.interrupt_main).start()
    text = connected.error("%kpi revenue where orders.amount < 5")
    assert text == "error[cancelled]: the query was stopped"
    con.execute(view + "5 AS amount")
    assert connected.run("%kpi revenue").rows == [(5.0,)]


# --- the catalog ------------------------------------------------------------------------------------


def test_a_changed_file_is_read_again(connected: Notebook, tmp_path: Path) -> None:
    connected.run("%kpi revenue")
    file = tmp_path / "metrics_catalog" / "more.yml"
    file.write_text("metrics:\n  doubled: 2 * revenue\n", "utf-8")
    assert connected.run("%kpi doubled").rows == [(1314.0,)]
    file.write_text("metrics:\n  doubled: 3 * revenue\n", "utf-8")
    os.utime(file, ns=(1, 1))
    assert connected.run("%kpi doubled").rows == [(1971.0,)]


def test_another_catalog(connected: Notebook, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.yml").write_text(CATALOG.replace("revenue:", "turnover:"), "utf-8")
    assert str(connected.run("%kpi catalog other")) == "other: 2 metrics"
    assert connected.run("%kpi turnover").rows == [(657.0,)]
    assert "no file or folder" in connected.error("%kpi catalog nowhere")
    assert str(connected.run("%kpi catalog")) == "other: 2 metrics"


def test_list_show_sql_explain(connected: Notebook) -> None:
    assert str(connected.run("%kpi list")).splitlines()[2].split() == ["revenue", "Revenue"]
    assert str(connected.run("%kpi list placed")).splitlines()[2].split()[0] == "orders_placed"
    assert "the sum of orders.amount" in str(connected.run("%kpi show 売上"))
    assert "FROM orders" in str(connected.run("%kpi sql revenue by month"))
    assert "FROM orders" in str(connected.run("%kpi sql --dialect snowflake revenue by month"))
    assert "sum of orders" in str(connected.run("%kpi explain revenue"))
    assert repr(connected.run("%kpi")) == line.USAGE


def test_rows_shown_are_limited(connected: Notebook) -> None:
    connected.run("%config KpiMagic.rows = 2")
    assert "2 of 4 rows shown" in connected.run("%kpi revenue by orders.region")._repr_html_()


def test_help(connected: Notebook) -> None:
    for asked in ("%kpi", "%kpi help", "%kpi --help", "%kpi -h"):
        assert str(connected.run(asked)).startswith("%kpi QUESTION")


def test_a_language_that_the_catalog_does_not_have(connected: Notebook) -> None:
    for asked in ("%kpi --language xx revenue", "%kpi list --language xx", "%kpi show --language xx revenue"):
        assert "the catalog does not speak 'xx'" in connected.error(asked)
    connected.run("%config KpiMagic.language = 'xx'")
    assert "its languages are en, ja" in connected.error("%kpi revenue")


# --- completion -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("%kpi rev", "%kpi revenue"),
        ("%kpi revenue by mon", "%kpi revenue by month"),
        ("%kpi revenue by orders.reg", "%kpi revenue by orders.region"),
        ("%%kpi\nrevenue\nby month\nfor la", "%%kpi\nrevenue\nby month\nfor last"),
        ("%%kpi res <<\nrevenue wh", "%%kpi res <<\nrevenue where"),
        ("%kpi revenue where lar", "%kpi revenue where large"),
        ("%kpi revenue vs pri", "%kpi revenue vs prior year"),
        ("%kpi 売", "%kpi 売上"),
        ("%kpi conn", "%kpi connect"),
        ("%kpi show orders_", "%kpi show orders_placed"),
        ("%kpi sql reve", "%kpi sql revenue"),
        ("%kpi connect co", "%kpi connect con"),
        ("%kpi hel", "%kpi help"),
        ("%kpi list logi", "%kpi list logistics"),
        ("%kpi list ", "%kpi list revenue"),
        ("%kpi scorecard ", "%kpi scorecard overview"),
        ("%kpi revenue by reg", "%kpi revenue by region"),
        ("%kpi revenue where orders.channel = ", "%kpi revenue where orders.channel = 'web'"),
        ("%kpi revenue where channel != 'w", "%kpi revenue where channel != 'web"),
        (
            "%%kpi\nrevenue\nwhere channel in ('web', ",
            "%%kpi\nrevenue\nwhere channel in ('web', 'shop floor'",
        ),
        ("%kpi connect oth", "%kpi connect other"),
        ("%kpi --lang", "%kpi --language"),
        ("x = %kpi reve", "x = %kpi revenue"),
        ("a = 1\n%kpi reve", "a = 1\n%kpi revenue"),
        ("%kpi Orders", "%kpi `Orders placed`"),
    ],
)
def test_completion(connected: Notebook, typed: str, completed: str) -> None:
    connected.shell.user_ns["other"] = duckdb.connect()
    assert completed in connected.complete(typed)


@pytest.mark.parametrize("typed", ["reve", "x = reve", "%timeit reve", "%%time\n%lsmagic reve"])
def test_completion_elsewhere_is_left_alone(connected: Notebook, typed: str) -> None:
    assert not any("revenue" in text for text in connected.complete(typed))


def test_completion_survives_a_broken_catalog(connected: Notebook, tmp_path: Path) -> None:
    (tmp_path / "metrics_catalog" / "shop.yml").write_text("metrics: [", "utf-8")
    assert connected.complete("%kpi reve") in ([], ["%kpi reve"])


def test_the_extension_can_be_unloaded(notebook: Notebook) -> None:
    unload_ipython_extension(notebook.shell)
    assert "%kpi revenue" not in notebook.complete("%kpi rev")


# --- documentation ----------------------------------------------------------------------------------


def test_every_option_setting_and_command_is_documented() -> None:
    page = (ROOT / "metricdsl" / "reference" / "notebook.md").read_text("utf-8")
    settings = {name for name in KpiMagic.class_trait_names(config=True) if name in vars(KpiMagic)}
    assert set(re.findall(r"`KpiMagic\.(\w+)`", page)) == settings
    documented = re.findall(r"(?<![\w-])(--?[a-z][a-z-]*) [A-Z]+`", page)
    assert set(documented) == set(line.OPTIONS)
    assert set(re.findall(r"`%kpi ([a-z]+)", page)) - {"res"} == set(line.COMMANDS)
    assert all(command in line.USAGE for command in line.COMMANDS)
    assert all(option in line.USAGE for option in set(line.OPTIONS) - {"--out", "--alias"})
