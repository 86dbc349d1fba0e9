"""Names as people vary them: plural and singular, and the words that two systems have for one thing."""

from __future__ import annotations

import re

_SAME = {
    "account": "customer", "company": "customer", "client": "customer",
    "deal": "opportunity", "ticket": "case", "owner": "user", "employee": "user",
    "invoice_item": "order_item", "order_line": "order_item", "stage_change": "stage_history",
}  # fmt: skip
_ENDINGS = (("_datetime", "_at"), ("_timestamp", "_at"), ("_date", "_at"), ("_time", "_at"), ("_on", "_at"))
_WORDS = {"close": "closed", "create": "created", "start": "started", "end": "ended", "open": "opened"}


def singular(name: str) -> str:
    """`opportunities` -> `opportunity`, in lower case with underscores."""
    word = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("-", "_").replace(" ", "_")
    for ending, other in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch")):
        if word.endswith(ending):
            return word[: -len(ending)] + other
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def thing(name: str) -> str:
    """What a table is of, whatever the system calls it."""
    word = singular(name)
    return _SAME.get(word, word)


def moment(name: str) -> str:
    """`close_date`, `closed_on` and `closedAt` are one; other names stay but for their spelling."""
    word = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    for ending, other in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return _WORDS.get(stem, stem) + other
    return word
