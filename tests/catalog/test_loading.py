"""Folders and files: what is read, in which order, and what stops a catalog from being read."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from metricdsl.catalog import nodes
from metricdsl.catalog.loader import load_entries
from metricdsl.errors import MetricError


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=["c", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "python":
        monkeypatch.setattr(nodes, "_Loader", nodes._PythonLoader)
    return str(request.param)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def error(path: str = ".") -> str:
    with pytest.raises(MetricError) as raised:
        load_entries(path)
    return str(raised.value)


# --- what is read -----------------------------------------------------------------------------------


def test_a_folder_is_read_with_its_folders_in_sorted_order() -> None:
    write("b.yaml", "metrics: {b: count(x)}")
    write("a/z.yml", "metrics: {az: count(x)}")
    write("a/b/c.yml", "metrics: {abc: count(x)}")
    write("c.yml", "metrics: {c: count(x)}")
    assert list(load_entries(".").metrics) == ["abc", "az", "b", "c"]


def test_hidden_files_and_other_files_are_left_out() -> None:
    write("a.yml", "metrics: {a: count(x)}")
    write(".hidden.yml", "metrics: {hidden: count(x)}")
    write(".git/b.yml", "metrics: {git: count(x)}")
    write("notes.txt", "metrics: {text: count(x)}")
    assert list(load_entries(".").metrics) == ["a"]


def test_one_file_is_a_catalog_whatever_its_name() -> None:
    write("kpis.txt", "metrics: {a: count(x)}")
    write("b.yml", "metrics: {b: count(x)}")
    assert list(load_entries("kpis.txt").metrics) == ["a"]


def test_files_are_called_as_the_user_called_the_folder() -> None:
    write("crm/sales/leads.yml", "metrics:\n  leads: count(leads)\n")
    assert load_entries("crm").metrics["leads"].span.location == "crm/sales/leads.yml:2:3"
    assert load_entries("./crm/").metrics["leads"].span.location == "crm/sales/leads.yml:2:3"


def test_sections_may_be_spread_over_files_and_left_empty() -> None:
    write("a.yml", "metrics:\nsegments: ~\nentities:\n  leads: {table: leads}\n")
    write("b.yml", "metrics:\n  leads: count(leads)\n")
    entries = load_entries(".")
    assert list(entries.metrics) == list(entries.entities) == ["leads"]
    assert [entry.kind for entry in entries] == ["entity", "metric"]


def test_a_document_may_be_marked() -> None:
    write("a.yml", "%YAML 1.2\n---\nmetrics:\n  a: count(x)\n...\n")
    assert list(load_entries(".").metrics) == ["a"]


# --- what cannot be read ----------------------------------------------------------------------------


def test_a_missing_folder() -> None:
    assert error("nowhere") == (
        "error[no-catalog]: there is no file or folder 'nowhere'\n"
        "  hint: give the folder that holds the catalog's .yml files"
    )


def test_an_empty_folder() -> None:
    Path("catalog").mkdir()
    write("catalog/readme.md", "nothing yet")
    assert error("catalog") == (
        "error[no-catalog]: the folder 'catalog' holds no .yml or .yaml file\n"
        "  hint: a catalog is a folder of YAML files with the sections entities, metrics, …"
    )


def test_a_file_that_cannot_be_opened() -> None:
    Path("a.yml").symlink_to("gone.yml")
    assert error().splitlines()[:2] == [
        "error[unreadable-file]: the file cannot be read: no such file or directory",
        "  --> a.yml:1:1",
    ]


def test_an_empty_file() -> None:
    write("a.yml", "")
    assert error().splitlines()[:2] == ["error[empty-file]: the file says nothing", "  --> a.yml:1:1"]


def test_a_file_in_another_encoding() -> None:
    Path("a.yml").write_bytes("metrics:\n  umsätze: count(größen)\n".encode("latin-1"))
    assert error() == (
        "error[not-utf8]: the file is not UTF-8: this is no character\n"
        "  --> a.yml:2:6\n"
        "  2 |   ums�tze: count(gr��en)\n"
        "    |      ^\n"
        "  hint: save the file as UTF-8"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_file_in_a_wide_encoding(encoding: str) -> None:
    Path("a.yml").write_bytes("metrics:\n  a: count(x)\n".encode(encoding))
    assert error().splitlines()[:2] == [
        "error[not-utf8]: the file is not UTF-8: this is no character",
        "  --> a.yml:1:1",
    ]


def test_a_mark_of_the_byte_order_is_no_part_of_the_file() -> None:
    Path("a.yml").write_bytes("metrics:\n  a: count(x)\n".encode("utf-8-sig"))
    assert load_entries(".").metrics["a"].span.location == "a.yml:2:3"


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("metrics:\n\tleads: count(leads)\n", "2:1"),
        ("metrics:\n  leads:\n\t\tformula: count(leads)\n", "3:1"),
        ("metrics:\n  leads:\n  \tformula: count(leads)\n", "3:3"),
    ],
)
def test_tabs(text: str, place: str) -> None:
    write("a.yml", text)
    assert error().splitlines()[:2] == [
        "error[yaml-tab]: a tab stands where YAML wants spaces",
        f"  --> a.yml:{place}",
    ]


@pytest.mark.usefixtures("parser")
def test_a_control_character() -> None:
    write("a.yml", "metrics:\n  le\x01ads: \x1b[31mcount(leads)\n")
    assert error() == (
        "error[yaml-syntax]: the invisible control character U+0001 stands here\n"
        "  --> a.yml:2:5\n"
        "  2 |   le�ads: �[31mcount(leads)\n"
        "    |     ^\n"
        "  hint: delete it"
    )


@pytest.mark.usefixtures("parser")
def test_errors_in_files_with_windows_line_ends() -> None:
    write("a.yml", "metrics:\r\n  leads:\r\n    formula: {x} / 2\r\n")
    assert error() == (
        "error[yaml-quotes]: in YAML a text cannot begin with `{`, which opens a map\n"
        "  --> a.yml:3:14\n"
        "  3 |     formula: {x} / 2\n"
        "    |              ^^^^^^^\n"
        "  hint: put the whole text in quotes, or write it on the next line after `|`"
    )


# --- what would never end ---------------------------------------------------------------------------


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 500, "a: " + "[" * 500 + "]" * 500, "- " * 500 + "x", "a: " + "{b: " * 500],
    ids=["open brackets", "brackets", "dashes", "braces"],
)
def test_deep_nesting_is_refused(text: str) -> None:
    write("a.yml", text)
    assert "nest deeper than 100 levels here" in error()


def test_nesting_that_would_overflow_the_stack_of_the_c_library() -> None:
    write("a.yml", "a: " + "[" * 200_000)
    assert "nest deeper than 100 levels here" in error()


@pytest.mark.usefixtures("parser")
def test_alias_bombs_are_refused() -> None:
    laughs = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    laughs += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
    write("a.yml", "\n".join(laughs) + "\n")
    assert error().startswith(
        "error[yaml-aliases]: the aliases (`*name`) in here repeat one another beyond all measure\n"
        "  --> a.yml:5:9\n"
    )


@pytest.mark.usefixtures("parser")
def test_honest_aliases_are_fine() -> None:
    write("a.yml", "metrics:\n  a: {formula: x, tags: &t [sales, R&D]}\n  b: {formula: y, tags: *t}\n")
    assert load_entries(".").metrics["b"].model.tags == ("sales", "R&D")


# --- cost -------------------------------------------------------------------------------------------


def test_loading_looks_at_no_definition() -> None:
    write("a.yml", "metrics:\n  good: count(x)\n  bad: {formla: count(x)}\n")
    entries = load_entries(".")
    assert entries.metrics["good"].model.formula == "count(x)"
    with pytest.raises(MetricError, match="has no key 'formla'"):
        _ = entries.metrics["bad"].model


def test_loading_imports_no_pydantic() -> None:
    write("a.yml", "metrics: {a: count(x)}")
    program = (
        "import sys; from metricdsl.catalog.loader import load_entries; load_entries('.');"
        "print('pydantic' in sys.modules)"
    )
    root = str(Path(nodes.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONPATH": root}
    )
    assert done.stdout == "False\n"


def test_the_garbage_collector_goes_on_afterwards() -> None:
    assert gc.isenabled()
    error("nowhere")
    write("a.yml", "metrics: [")
    error()
    assert gc.isenabled()
    gc.disable()
    try:
        error()
        assert not gc.isenabled()
    finally:
        gc.enable()
