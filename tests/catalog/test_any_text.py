"""Whatever a file holds, its author reads sentences, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metricdsl.catalog import nodes
from metricdsl.catalog.loader import load_entries
from metricdsl.errors import MetricError
from tests.catalog.test_json_schema import GOOD

SIGNS = "{}[]()|>&*!%@`'\"#:,-?\t\n \r\x85\u2028\ufeff\x00：　商a1=<~.\\"


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A good catalog with a few signs put in, taken out or doubled."""
    text = GOOD
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 3)))
        text = text[:at] + draw(st.text(alphabet=SIGNS, max_size=3)) + text[end:]
    return text


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalog") / "c.yml"


@pytest.mark.parametrize("loader", [nodes._loader(), nodes._PythonLoader], ids=["c", "python"])
@given(text=st.one_of(damaged(), st.text(alphabet=SIGNS, max_size=40)))
def test_nothing_but_metric_errors(loader: type, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "_Loader", loader)
        try:
            entries = load_entries(file)
        except MetricError as error:
            _check(error)
            return
    for entry in (entries.settings_entry, *entries):
        try:
            assert entry.model
        except MetricError as error:
            _check(error)


def _check(error: MetricError) -> None:
    assert error.diagnostics
    assert str(error)
    for diagnostic in error.diagnostics:
        span = diagnostic.span
        assert span is not None
        assert 0 <= span.start <= span.end <= len(span.source.text) + 1
