"""The example notebooks and catalogs run, and say what they promise."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import metricdsl
from examples import build

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SHARED = Path(os.environ.get("METRICDSL_SHARED", ROOT.parent / "shared"))
TELCO = SHARED / "data" / "telco" / "customers.csv"
needs_telco = pytest.mark.skipif(
    not TELCO.is_file(),
    reason="the telco data is not here: set METRICDSL_SHARED to the folder with data/telco",
)
SOURCES = sorted((EXAMPLES / "sources").glob("*.md"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_notebooks_are_those_of_their_sources(source: Path) -> None:
    stored = build.target(source).read_text("utf-8")
    assert stored == build.text(source), "run: python examples/build.py"


def test_every_notebook_has_a_source() -> None:
    assert {file.stem for file in EXAMPLES.glob("*.ipynb")} == {source.stem for source in SOURCES}


def executed(name: str, monkeypatch: pytest.MonkeyPatch) -> nbformat.NotebookNode:
    """A notebook after all its cells were run in the folder of the examples, as a person would."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    notebook = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": EXAMPLES}}).execute()
    return notebook


def shown(notebook: nbformat.NotebookNode, beginning: str) -> str:
    """What the cell with that beginning shows, as text."""
    (cell,) = [c for c in notebook.cells if c.cell_type == "code" and c.source.startswith(beginning)]
    texts = []
    for output in cell.outputs:
        texts += output.get("traceback", []) or [output.get("text") or output["data"]["text/plain"]]
    return "\n".join(texts)


def test_first_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = executed("01_first_questions", monkeypatch)
    assert shown(notebook, "%kpi show churn_rate").startswith("churn_rate · Churn rate")
    assert len(shown(notebook, "%%kpi\nrevenue, customers, churn_rate").splitlines()) == 17
    assert "pp" in shown(notebook, "%%kpi\nrevenue, churn_rate by quarter")
    assert any(sign in shown(notebook, "targets") for sign in ("✓ good", "! warning", "✗ bad"))
    assert shown(notebook, "res.card()").splitlines()[2].startswith("Revenue")
    regions = shown(
        notebook, "%%kpi\nrevenue by customers.region\nfor 2024\nwhere customers.region in"
    ).splitlines()
    assert [line.split()[0] for line in regions[2:4]] == ["APAC", "EMEA"]
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "stream" or output.name == "stdout", output


def test_your_own_kpi(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = executed("02_your_own_kpi", monkeypatch)
    assert "Average lost deal" in shown(notebook, "%kpi average_lost_deal, average_deal_value")
    assert "did you mean 'amount'" in shown(notebook, "%kpi average_lost_deal for 2024")
    repeated = shown(notebook, "%kpi staff_of_buyers")
    assert "sum(customers.employees)" in repeated
    assert "repeated" in repeated
    assert "customers.region" in shown(notebook, "%kpi customer_acquisition_cost")
    failing = [c for c in notebook.cells if "raises-exception" in c.metadata.get("tags", [])]
    assert len(failing) == 3
    for cell in failing:
        (output,) = cell.outputs
        assert (output.output_type, output.ename) == ("error", "MetricError")
        assert not any("Traceback" in line for line in output.traceback)
    assert "staff_of_buyers" in shown(notebook, "import metricdsl")


@needs_telco
def test_telco_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELCO_CSV", str(TELCO))
    notebook = executed("03_telco_churn", monkeypatch)
    assert shown(notebook, "overall").splitlines()[2].split() == ["1,869", "5,174", "26.54%"]
    contracts = shown(notebook, "contracts").splitlines()[2:5]
    assert [line[-7:].strip() for line in contracts] == ["42.71%", "11.27%", "2.83%"]
    assert "$2,283.30" in shown(notebook, "means")


@needs_telco
@pytest.mark.parametrize("engine", ["duckdb", "postgres"])
def test_telco_figures_to_the_digit(engine: str, database: Callable[[str], Any]) -> None:
    """As IBM's notebook and others have published them; see the README beside the data."""
    server = database(engine)
    load_telco(server)
    with metricdsl.connect(EXAMPLES / "telco", server.target) as session:
        asked = session.ask(
            "customers_lost, customers_kept, churn_rate, average_tenure, "
            "average_total_charges, average_total_charges_of_all"
        )
        lost, kept, rate, tenure, charges, charges_of_all = asked[0]
        assert (lost, kept) == (1869, 5174)
        assert f"{rate:.6f}" == "0.265370"
        assert f"{tenure:.6f}" == "32.371149"
        assert f"{charges:.6f}" == "2283.300441"
        assert f"{charges_of_all:.2f}" == "2279.73"
        contracts = session.ask("churn_rate by customers.contract")
        assert [(name, f"{value:.2%}") for name, value in contracts] == [
            ("Month-to-month", "42.71%"), ("One year", "11.27%"), ("Two year", "2.83%"),
        ]  # fmt: skip


def load_telco(server: Any) -> None:
    """The file as a table `telco`, every column a text, blanks included."""
    import csv

    from tests.engines import Table

    with TELCO.open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    columns = tuple(names) if server.name == "duckdb" else tuple(name.lower() for name in names)
    server.load((Table("telco", columns, ("text",) * len(columns), tuple(map(tuple, rows))),))


def test_telco_catalog_is_right() -> None:
    assert metricdsl.load(EXAMPLES / "telco").check() == []
