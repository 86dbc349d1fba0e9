"""Makes the notebooks from their sources: `python examples/build.py`.

A source is Markdown. Fenced blocks that begin with ```python are the code cells, the text between them the
others; ```python raises is a cell that fails on purpose.
"""

from __future__ import annotations

import re
from pathlib import Path

import nbformat

HERE = Path(__file__).parent
BLOCK = re.compile(r"^```python( raises)?\n(.*?)^```$\n?", re.MULTILINE | re.DOTALL)


def notebook(source: str) -> nbformat.NotebookNode:
    """The notebook of a source, without outputs; the same source gives the same notebook."""
    cells = []
    for position, block in enumerate(BLOCK.split(source)):
        match position % 3:
            case 0 if block.strip():
                cells.append(nbformat.v4.new_markdown_cell(block.strip()))
            case 1:
                fails = block is not None
            case 2:
                tags = {"tags": ["raises-exception"]} if fails else {}
                cells.append(nbformat.v4.new_code_cell(block.rstrip("\n"), metadata=tags))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=kernel)


def target(source: Path) -> Path:
    return HERE / f"{source.stem}.ipynb"


def text(source: Path) -> str:
    return nbformat.writes(notebook(source.read_text("utf-8"))) + "\n"


if __name__ == "__main__":
    for file in sorted((HERE / "sources").glob("*.md")):
        target(file).write_text(text(file), "utf-8")
