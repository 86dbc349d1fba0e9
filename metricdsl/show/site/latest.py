"""The latest values in a database, for the pages: a card a metric, or why there is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.language.printer import to_text
from metricdsl.language.syntax import Name
from metricdsl.show.card import Card, cards

if TYPE_CHECKING:
    from metricdsl.run.session import Session

MONTHS = 24


def latest_values(session: Session, as_of: date, language: str | None) -> dict[str, Card | str]:
    """One question a metric, so that a table which is missing takes nothing from the others."""
    return {name: _latest(session, name, as_of, language) for name in session.catalog.entries.metrics}


def _latest(session: Session, name: str, as_of: date, language: str | None) -> Card | str:
    entry = session.catalog.entries.metrics[name]
    try:
        versus = " vs target" if entry.model.target else ""
        question = f"{to_text(Name((name,), span=entry.span))} by month for last {MONTHS} months{versus}"
        return cards(session.ask(question, as_of=as_of, language=language)).cards[0]
    except MetricError as error:
        return error.diagnostics[0].message
