"""Errors and warnings for terminals and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from metricdsl.errors import Diagnostic

RED, YELLOW, CYAN, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[36m", "\033[1m", "\033[0m"


def terminal_text(diagnostics: Sequence[Diagnostic], colour: bool = False) -> str:
    """All of them, a blank line between two; with colour the caret and the kind of problem stand out."""
    return "\n\n".join(_coloured(d) if colour else str(d) for d in diagnostics)


def json_text(diagnostics: Sequence[Diagnostic]) -> str:
    """`{"errors": [{"code", "severity", "message", "file", "line", "column", "hints"}]}`"""
    return json.dumps({"errors": [d.as_dict() for d in diagnostics]}, ensure_ascii=False, indent=2)


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning`"""
    errors = sum(d.severity == "error" for d in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [
        f"{n} {what}{'s' if n != 1 else ''}" for n, what in ((errors, "error"), (warnings, "warning")) if n
    ]
    return ", ".join(parts)


def _coloured(diagnostic: Diagnostic) -> str:
    tone = RED if diagnostic.severity == "error" else YELLOW
    lines = []
    for number, line in enumerate(str(diagnostic).split("\n")):
        if number == 0:
            head, colon, rest = line.partition(": ")
            line = f"{tone}{BOLD}{head}{PLAIN}{colon}{rest}"
        elif caret := re.fullmatch(r"( +\| +)(\^+)", line):
            line = f"{caret[1]}{tone}{caret[2]}{PLAIN}"
        elif line.startswith("  hint: "):
            line = f"{CYAN}  hint: {PLAIN}{line[8:]}"
        lines.append(line)
    return "\n".join(lines)
