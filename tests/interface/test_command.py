"""The command `kpi`, from the outside."""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

from metricdsl import __main__ as command
from metricdsl.arguments import parser

ROOT = Path(__file__).parents[2]
TODAY = "2025-06-30"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `kpi demo` was run; what it printed is in demo.txt."""
    folder = tmp_path_factory.mktemp("demo")
    done = kpi("demo", "--scale", "0.2", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    (folder / "demo.txt").write_text(done.stdout, "utf-8")
    return folder


def kpi(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "metricdsl", *arguments], cwd=folder, capture_output=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "METRICDSL_DEBUG": "1"} | environment,
        timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture
def run(demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """`run("list")`: exit code, output and errors of the command, in the demo's folder."""
    monkeypatch.chdir(demo)
    monkeypatch.setenv("METRICDSL_DEBUG", "1")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = command.main(arguments)
        output = capsys.readouterr()
        return code, output.out, output.err

    return call


def test_what_demo_says_to_try_is_found_by_the_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from metricdsl.show.welcome import called

    script = tmp_path / ".venv" / "bin" / "kpi"
    script.parent.mkdir(parents=True)
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "/nowhere")
    assert called(str(script)) == os.path.join(".venv", "bin", "kpi")
    monkeypatch.setenv("PATH", str(script.parent))
    assert called(str(script)) == "kpi"
    monkeypatch.chdir(script.parent)
    monkeypatch.setenv("PATH", "/nowhere")
    assert called("/usr/lib/metricdsl/__main__.py") == "python -m metricdsl"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    import metricdsl

    with pytest.raises(SystemExit) as ended:
        command.main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"metricdsl {metricdsl.__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "hints"),
    [
        (("list", "--language", "xx"), "its languages are en, ja, zh, ms"),
        (("run", "revenue", "--language", "jp"), "did you mean 'ja'?"),
        (("show", "revenue", "--language", "de"), "its languages are en, ja, zh, ms"),
        (("sql", "revenue", "--language", "cn"), "did you mean 'zh'?"),
    ],
)
def test_a_language_that_the_catalog_does_not_have(run: Any, arguments: tuple[str, ...], hints: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert f"the catalog does not speak '{arguments[-1]}'" in err
    assert hints in err


def test_a_catalog_without_languages_takes_those_that_exist() -> None:
    from metricdsl.catalog.languages import refuse_unknown
    from metricdsl.errors import MetricError

    for language in (None, "en", "de", "pt-BR", "zh-Hant"):
        refuse_unknown(language, ())
    with pytest.raises(MetricError, match="there is no language 'xx'"):
        refuse_unknown("xx", ())
    refuse_unknown("zh-Hant", ("en", "zh"))


def test_the_language_of_pyproject(run: Any, demo: Path) -> None:
    settings = demo / "pyproject.toml"
    settings.write_text('[tool.metricdsl]\nlanguage = "ja"\n', "utf-8")
    try:
        assert "顧客離脱率" in run("list")[1]
        assert "顧客離脱率" not in run("list", "--language", "en")[1]
    finally:
        settings.unlink()


# --- what the commands do -----------------------------------------------------------------------------


def test_demo_shows_ten_kpis_with_their_trend(demo: Path) -> None:
    lines = (demo / "demo.txt").read_text("utf-8").splitlines()
    assert re.fullmatch(r"Ten KPIs · \d{4}-\d\d – \d{4}-\d\d", lines[0])
    rows = lines[4 : lines.index("", 2)]
    assert len(rows) == 10
    assert all(re.search("[▁▂▃▄▅▆▇█]{12}$", row) for row in rows)
    assert any("metricdsl show churn_rate" in line for line in lines)


def test_what_demo_says_to_try_works(demo: Path) -> None:
    text = (demo / "demo.txt").read_text("utf-8")
    tries = [line.strip() for line in text.splitlines() if line.startswith("  python -m metricdsl ")]
    assert len(tries) == 5
    for line in tries:
        words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', re.sub(r"  +[a-z].*", "", line))]
        done = kpi(*words[3:], folder=demo)
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_demo_keeps_a_database_that_is_there(run: Any) -> None:
    before = Path("metricdsl-demo.duckdb").stat().st_mtime_ns
    code, out, err = run("demo")
    assert (code, err) == (
        0,
        "metricdsl-demo.duckdb is here already and stays as it is; --replace makes it anew.\n",
    )
    assert "Revenue" in out
    assert Path("metricdsl-demo.duckdb").stat().st_mtime_ns == before


def test_the_shipped_catalog_is_right(run: Any) -> None:
    code, out, _ = run("check")
    assert code == 0
    assert re.search(r"metrics_catalog: \d+ metrics, (nothing is wrong|\d+ warnings?)\n", out)


def test_check_tells_all_errors_with_their_places(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("metrics:\n  a: count(nowhere)\n  b: a +\n", "utf-8")
    code, out, err = run("check", str(tmp_path))
    assert code == 1
    assert out == f"{tmp_path}: 2 metrics, 2 errors\n"
    assert f"{tmp_path}/a.yml:2:" in err
    assert f"{tmp_path}/a.yml:3:" in err


def test_errors_as_json(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("metrics:\n  a: count(nowhere)\n", "utf-8")
    code, out, err = run("check", str(tmp_path), "--json")
    assert (code, out) == (1, "")
    (error,) = json.loads(err)["errors"]
    assert (error["file"], error["line"], error["severity"]) == (f"{tmp_path}/a.yml", 2, "error")
    code, out, err = run("sql", "nonsense", "--json")
    assert (code, out) == (1, "")
    assert json.loads(err)["errors"][0]["code"] == "unknown-metric"


def test_list(run: Any) -> None:
    code, out, err = run("list", "churn")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()][:3] == [
        "metric",
        "──────────────────",
        "churn_rate",
    ]
    code, out, _ = run("list", "--json")
    assert {"name", "label", "description"} <= set(json.loads(out)[0])
    assert run("list", "no", "such", "thing")[1] == "no metrics\n"


def test_list_in_another_language(run: Any) -> None:
    assert "顧客離脱率" in run("list", "--language", "ja")[1]


def test_show(run: Any) -> None:
    code, out, err = run("show", "churn_rate")
    assert (code, err) == (0, "")
    assert out.startswith("churn_rate · Churn rate\n")
    assert (
        "\nFormula\n  lost_customers / count(customers at start)\n"
        "  lost_customers = count(customers on left_on)\n" in out
    )
    assert "'Lost customers' divided by the number of customers at the start of the period" in out
    assert "  customers (crm.customers): left_on, acquired_on\n" in out
    assert re.search(r"time \(customers\.left_on\)\n  customers: .*region", out)
    assert re.search(r"Defined in\n  .*metrics_catalog/retention\.yml:\d+:3\n", out)


def test_show_by_label_and_as_json(run: Any) -> None:
    code, out, _ = run("show", "解約率", "--json")
    assert code == 0
    assert json.loads(out)["name"] == "churn_rate"
    code, _, err = run("show", "churn_rat")
    assert code == 1
    assert "did you mean 'churn_rate'" in err


def test_sql(run: Any) -> None:
    code, out, err = run("sql", "revenue by month", "--dialect", "snowflake", "--as-of", TODAY)
    assert (code, err) == (0, "")
    assert out.lstrip().startswith(("WITH", "SELECT"))
    assert "crm.orders" in out


def test_what_is_printed_is_json_on_demand(run: Any) -> None:
    _, text, _ = run("sql", "revenue by month")
    assert json.loads(run("sql", "revenue by month", "--json")[1]) == {"sql": text.rstrip("\n")}
    assert "SELECT" in json.loads(run("explain", "revenue", "--json")[1])["explanation"]
    assert "CREATE" in json.loads(run("view", "revenue_by_region", "--json")[1])["sql"]
    assert len(json.loads(run("demo", "--json")[1])["rows"]) == 12


def test_warnings_are_told_beside_json_and_csv(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "entities:\n  leads: {table: crm.leads}\n"
        "metrics:\n  old: {formula: count(leads), deprecated: use new}\n", "utf-8",
    )  # fmt: skip
    url = ("--catalog", str(tmp_path), "--database", "duckdb:///metricdsl-demo.duckdb")
    assert run("run", "old", "--format", "csv", *url)[2].startswith(
        "warning[deprecated]: metric 'old' is deprecated"
    )
    assert json.loads(run("run", "old", "--json", *url)[2])["errors"][0]["severity"] == "warning"
    assert "! metric 'old' is deprecated: use new" in run("run", "old", *url)[1]


def test_explain(run: Any) -> None:
    code, out, _ = run("explain", "churn_rate by month for 2025")
    assert code == 0
    assert "at the start of the period" in out
    assert "SELECT" in out


def test_run_as_table_json_and_csv(run: Any) -> None:
    question = "revenue, customers by month for 2025-01-01 to 2025-03-31"
    code, out, err = run("run", question, "--as-of", TODAY)
    assert (code, err) == (0, "database: metricdsl-demo.duckdb, since none is named\n")
    assert [line.split()[0] for line in out.splitlines()[2:5]] == ["2025-01", "2025-02", "2025-03"]

    url = ("--database", "duckdb:///metricdsl-demo.duckdb")
    code, out, err = run("run", question, "--as-of", TODAY, "--format", "json", *url)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert [column["name"] for column in answer["columns"]] == ["month", "revenue", "customers"]
    assert [column["type"] for column in answer["columns"]] == ["date", "money", "integer"]
    assert [row[0] for row in answer["rows"]] == ["2025-01-01", "2025-02-01", "2025-03-01"]
    assert (answer["as_of"], answer["marks"]) == (TODAY, [])
    assert run("run", question, "--as-of", TODAY, "--json", *url)[1] == out

    code, out, _ = run("run", question, "--as-of", TODAY, "--format", "csv", *url)
    rows = list(csv.reader(io.StringIO(out)))
    assert rows[0] == ["month", "revenue", "customers"]
    assert [[float(v) for v in row[1:]] for row in rows[1:]] == [row[1:] for row in answer["rows"]]


def test_the_numbers_are_those_of_the_database(run: Any) -> None:
    _, out, _ = run(
        "run", "count(leads) as n for 2025-01-01 to 2025-03-31", "--as-of", TODAY, "--format", "csv"
    )
    with duckdb.connect("metricdsl-demo.duckdb", read_only=True) as made:
        counted = made.execute(
            "SELECT count(*) FROM crm.leads WHERE created_at >= TIMESTAMP '2025-01-01' "
            "AND created_at < TIMESTAMP '2025-04-01'"
        ).fetchall()
    assert out == f"n\n{counted[0][0]}\n"


def test_run_in_another_language_and_with_fewer_rows(run: Any) -> None:
    _, out, _ = run("run", "解約率 by month for 2025", "--as-of", TODAY, "--language", "ja", "--rows", "2")
    assert out.splitlines()[0].split() == ["月", "顧客離脱率"]
    assert "12 行中 2 行を表示" in out


def test_view_makes_what_it_says(run: Any) -> None:
    code, out, err = run("view", "revenue_by_region")
    assert (code, err) == (0, "")
    made = duckdb.connect()
    made.execute("ATTACH 'metricdsl-demo.duckdb' AS shop (READ_ONLY)")
    made.execute("CREATE SCHEMA kpi; CREATE SCHEMA crm")
    made.execute(
        "CREATE VIEW crm.orders AS FROM shop.crm.orders; CREATE VIEW crm.customers AS FROM shop.crm.customers"
    )
    made.execute(out)
    rows = made.execute(
        "SELECT month, region, revenue FROM kpi.revenue_by_region ORDER BY month, region NULLS LAST"
    ).fetchall()
    _, answer, _ = run("run", "revenue by month, customers.region", "--format", "json")
    asked = json.loads(answer)["rows"]
    assert len(rows) == len(asked)
    assert [[str(m), r, float(v)] for m, r, v in rows] == asked


def test_a_view_that_depends_on_today_says_so(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "entities:\n  e: {table: t, time: d, fields: {d: date}}\nmetrics:\n  n: count(e)\n"
        "views:\n  v: {question: n by month for last 3 months}\n", "utf-8",
    )  # fmt: skip
    assert "this view depends on today" in run("view", "v", "--catalog", str(tmp_path))[2]
    assert run("view", "v", "--catalog", str(tmp_path), "--as-of", TODAY)[2] == ""


# --- which catalog, which database ----------------------------------------------------------------------


@pytest.fixture
def two_catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder, metric in (("metrics_catalog", "own"), ("other", "chosen")):
        (tmp_path / folder).mkdir()
        text = f"entities:\n  e: {{table: t, time: d, fields: {{d: date}}}}\nmetrics:\n  {metric}: count(e)\n"
        (tmp_path / folder / "a.yml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(capsys: pytest.CaptureFixture[str], *more: str) -> list[str]:
    assert command.main(["list", "--json", *more]) == 0
    return [metric["name"] for metric in json.loads(capsys.readouterr().out)]


def test_the_folder_metrics_catalog_is_found(two_catalogs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys) == ["own"]
    assert listed(capsys, "--catalog", "other") == ["chosen"]


def test_pyproject_names_catalog_and_database(
    two_catalogs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with duckdb.connect("x.duckdb") as made:
        made.execute("CREATE TABLE t AS SELECT DATE '2025-01-01' AS d")
    monkeypatch.setenv("SHOP", str(two_catalogs / "x.duckdb"))
    settings = '[tool.metricdsl]\ncatalog = "other"\ndatabase = "${SHOP}"\n'
    (two_catalogs / "pyproject.toml").write_text(settings, "utf-8")
    (two_catalogs / "deep").mkdir()
    monkeypatch.chdir(two_catalogs / "deep")
    assert listed(capsys) == ["chosen"]
    assert command.main(["run", "chosen", "--format", "csv"]) == 0
    assert capsys.readouterr().out == "chosen\n1\n"


def test_an_unknown_setting_is_an_error(two_catalogs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (two_catalogs / "pyproject.toml").write_text('[tool.metricdsl]\ncatalogue = "other"\n', "utf-8")
    assert command.main(["list"]) == 1
    assert capsys.readouterr().err == (
        "error[unknown-key]: [tool.metricdsl] has no key 'catalogue'\n"
        f"  --> {two_catalogs}/pyproject.toml:2:1\n"
        '  2 | catalogue = "other"\n'
        "    | ^^^^^^^^^\n"
        "  hint: did you mean 'catalog'?\n"
    )


def test_no_database_is_a_usage_error(two_catalogs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["run", "own"]) == 2
    assert "no database is named" in capsys.readouterr().err


# --- exit codes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["sql", "revenu by month"], 1, "did you mean 'revenue'"),
        (["list", "--catalog", "nowhere"], 1, "no file or folder 'nowhere'"),
        (["lst"], 2, "did you mean 'list'"),
        (["list", "--catlog", "x"], 2, "did you mean '--catalog'"),
        (["list", "--fil", "x"], 2, "kpi list --help shows"),  # --file is an option of others only
        ([], 2, "COMMAND"),
        (["sql"], 2, "QUESTION"),
        (["sql", "revenue", "--as-of", "yesterday"], 2, "'yesterday' is no day, write it as 2025-06-30"),
        (["run", "revenue", "--timeout", "-1"], 2, "'-1' is no number above 0"),
        (["run", "revenue", "--format", "xml"], 2, "xml"),
        (["run", "revenue", "--database", "duckdb:///no.duckdb"], 3, "There is no file no.duckdb"),
        (["run", "revenue", "--database", "postgresql://ann:hush@127.0.0.1:1/x"], 3, "could not be reached"),
        (["run", "revenue", "--database", "shop"], 3, "is not the address of a database"),
    ],
)
def test_exit_codes(run: Any, arguments: list[str], code: int, words: str) -> None:
    ended, out, err = run(*arguments)
    assert (ended, out) == (code, "")
    assert words in err
    assert "hush" not in err
    assert "Traceback" not in err


def test_a_missing_table_says_who_needs_it(run: Any, tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "empty.duckdb"):
        pass
    code, _, err = run("run", "revenue by month", "--database", f"duckdb:///{tmp_path}/empty.duckdb")
    assert code == 3
    assert "has no table crm.orders" in err
    assert "It is needed for revenue." in err
    assert re.search(r"--> .*metrics_catalog/entities/orders\.yml:\d+:\d+", err)
    assert "table: crm.orders" in err


def test_a_fault_of_ours_shows_no_traceback(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: argparse.Namespace) -> int:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setitem(command.COMMANDS, "list", broken)
    monkeypatch.delenv("METRICDSL_DEBUG")
    assert run("list") == (1, "", "error[internal]: metricdsl itself has failed: "
                                  "ZeroDivisionError: division by zero\n"
                                  "  hint: set METRICDSL_DEBUG=1 to see where, and report it\n")  # fmt: skip


# --- the process -----------------------------------------------------------------------------------------


def test_a_reader_that_goes_away_is_no_error(demo: Path) -> None:
    pipe = subprocess.Popen(
        [sys.executable, "-m", "metricdsl", "list", "--json"], cwd=demo,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert pipe.stdout is not None
    pipe.stdout.close()
    assert pipe.stderr is not None
    assert pipe.stderr.read() == b""
    pipe.stderr.close()
    assert pipe.wait(60) == 0


@pytest.mark.skipif(os.name != "posix", reason="sends a signal as terminals on POSIX do")
def test_ctrl_c_is_quiet(demo: Path) -> None:
    endless = "count(orders) as n by day, orders.order_id, customers.customer_id for 1900-01-01 to 2999-12-31"
    program = (
        "import sys; from metricdsl.__main__ import main; from metricdsl.run import duckdb;"
        "run = duckdb.interruptible; say = lambda *a: (print('asked', flush=True), run(*a))[1];"
        "duckdb.interruptible = say; sys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, "run", endless, "--database", "metricdsl-demo.duckdb"], cwd=demo,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "asked\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "")
    assert set(out.split()) <= {"asked"}


def test_letters_survive_a_poor_locale(demo: Path) -> None:
    done = kpi("list", "--language", "ja", folder=demo, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "顧客離脱率" in done.stdout


@pytest.mark.parametrize("arguments", [["list"], ["sql", "revenue by month"], ["check"], ["show", "revenue"]])
def test_commands_without_a_database_are_light(demo: Path, arguments: list[str]) -> None:
    program = (
        "import sys; from metricdsl.__main__ import main; code = main(sys.argv[1:]);"
        "heavy = {'pandas', 'IPython', 'duckdb', 'pyarrow', 'altair', 'rich'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=demo, capture_output=True, encoding="utf-8",
        check=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] == "[]"


# --- documentation ---------------------------------------------------------------------------------------


def commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = [a for a in parser(command.COMMANDS)._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(action.choices)


def test_every_command_is_documented() -> None:
    page = (ROOT / "metricdsl" / "reference" / "command.md").read_text("utf-8")
    assert set(re.findall(r"^\| `kpi (\w+)", page, re.MULTILINE)) == set(commands())
    for name, own in commands().items():
        assert own.description is not None
        assert len(own.description) > len(f"kpi {name}: ."), name


def test_every_option_is_documented_and_every_documented_one_exists() -> None:
    page = (ROOT / "metricdsl" / "reference" / "command.md").read_text("utf-8")
    row = r"^\| `(--[\w-]+)[^|]*\| ([a-z, ]+) \|"
    of_some = re.findall(row, page.partition("## Options of some")[2], re.MULTILINE)
    documented = {(option, name) for option, names in of_some for name in names.split(", ")}
    of_all = set(re.findall(r"^\| `(--[\w-]+)", page.partition("## Options of some")[0], re.MULTILINE))
    existing = set()
    for name, own in commands().items():
        for action in own._actions:
            assert action.help, (name, action.dest)
            existing |= {(option, name) for option in action.option_strings if option.startswith("--")}
    assert existing == documented | {(option, name) for option in of_all for name in commands()}


def test_a_scorecard_in_place_of_a_question(demo: Path) -> None:
    shown = kpi("run", "--scorecard", "demo", "--as-of", "2025-06-30", folder=demo)
    assert shown.returncode == 0, shown.stderr
    assert "Churn rate" in shown.stdout
    both = kpi("run", "revenue", "--scorecard", "demo", folder=demo)
    assert both.returncode == 2
    assert "one of them" in both.stderr
    unknown = kpi("run", "--scorecard", "dmeo", folder=demo)
    assert unknown.returncode == 1
    assert "did you mean 'demo'?" in unknown.stderr
