"""The reference says what is so."""

from __future__ import annotations

from pathlib import Path

import metricdsl
from tests.documentation import sql


def test_the_sql_of_the_reference_is_what_comes_out() -> None:
    assert sql.PAGE.read_text("utf-8") == sql.page(), "write it anew: python -m tests.documentation.sql"


def test_the_public_names_are_there() -> None:
    assert all(hasattr(metricdsl, name) for name in metricdsl.__all__)


def test_the_folders_are_the_pipeline() -> None:
    """A folder imports only what sorts before it."""
    import ast

    root = sql.ROOT / "metricdsl"
    shows_itself = {root / "run" / "result.py"}  # a result's own methods call `show`, when they are called
    stages = [
        "catalog",
        "functions",
        "language",
        "model",
        "plan",
        "render",
        "run",
        "show",
        "translate",
        "views",
    ]
    wrong: list[str] = []
    for stage in stages:
        for file in set((root / stage).rglob("*.py")) - shows_itself:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                module = node.module if isinstance(node, ast.ImportFrom) else None
                part = (module or "").split(".")
                if part[0] == "metricdsl" and len(part) > 1 and part[1] in stages and part[1] > stage:
                    wrong.append(f"{file.relative_to(root)} imports {module}")
    assert wrong == []


def test_a_broken_definition_warns_beside_other_questions(tmp_path: Path) -> None:
    entity = "entities:\n  e: {table: t, time: d, fields: {d: date}}\n"
    (tmp_path / "c.yml").write_text(entity + "metrics:\n  good: count(e)\n  bad: sum(e.x)\n", "utf-8")
    answer = metricdsl.compile("good", metricdsl.load(tmp_path))
    assert [(w.code, w.message) for w in answer.warnings] == [
        ("broken-definition", "a definition of the catalog cannot be used: e has no field or join 'x'")
    ]
