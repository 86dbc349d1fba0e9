"""Local time around each change of clocks, on every engine, as Python's own zones read it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlglot import exp

from metricdsl.functions.forms import CalendarSettings, Forms, column
from metricdsl.functions.zones import jumps, steady_local
from metricdsl.render.dialects import forms_of
from tests.engines import NAMES, Table

ZONES = (
    "Europe/Berlin", "America/New_York", "Atlantic/Azores", "America/Havana", "Asia/Amman", "Australia/Lord_Howe",
    "America/Caracas", "Pacific/Apia", "America/Argentina/Buenos_Aires", "Asia/Tokyo",
)  # fmt: skip
FIRST, LAST = date(2007, 1, 1), date(2025, 12, 31)


def around_changes(zone: ZoneInfo) -> list[datetime]:
    """Local times at, before and after each change, found by the shift at each noon."""
    found: set[datetime] = set()
    noon = datetime.combine(FIRST, time(12))
    while noon.date() < LAST:
        if (
            noon.replace(tzinfo=zone).utcoffset()
            != (noon + timedelta(days=1)).replace(tzinfo=zone).utcoffset()
        ):
            found |= {noon + timedelta(minutes=30 * i) for i in range(49)}
        noon += timedelta(days=1)
    return sorted(found) or [noon]


def read(engine: Any, forms: Forms, times: list[datetime], midnight: bool) -> list[datetime]:
    engine.load((Table("times", ("id", "t"), ("integer", "timestamp"), tuple(enumerate(times))),))
    value = forms.to_utc(forms.stored(column("t"), "timestamp"), forms.calendar.zone, midnight)
    query = exp.Select(expressions=[column("id"), exp.Alias(this=value, alias=exp.to_identifier("utc"))])
    tree = forms.finished(query.from_("times"))
    rows = engine.query(tree.sql(dialect=forms.writer or forms.dialect))
    found = {int(number): value for number, value in rows}
    texts = (found[i] for i in range(len(times)))
    return [datetime.fromisoformat(str(t)).replace(tzinfo=None) for t in texts]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", NAMES)
def test_local_time_is_the_first_of_two_and_never_none(name: str, zone: str, database: Any) -> None:
    engine = database(name)
    forms = forms_of(engine.engine.DIALECT)(CalendarSettings(zone=zone))
    times = around_changes(ZoneInfo(zone))
    midnights = [t for t in times if t.time() == time()]
    for some, midnight in ((times, False), (midnights, True)):
        expected = [t.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None) for t in some]
        assert read(engine, forms, some, midnight) == expected


def test_jumps_of_a_zone() -> None:
    assert jumps("Europe/Berlin", midnight=False) == (-3600, 3600)
    assert jumps("Europe/Berlin", midnight=True) == ()
    assert jumps("America/Havana", midnight=True) == (-3600, 3600)
    assert jumps("Asia/Tokyo", midnight=False) == ()


def test_local_time_far_from_a_change() -> None:
    """Berlin's clocks go ahead on 30 March 2025 at 01:00 UTC."""
    for moment, shown in {
        datetime(2025, 3, 29, 0, 59, 59): datetime(2025, 3, 29, 1, 59, 59),
        datetime(2025, 3, 29, 1): None,
        datetime(2025, 3, 31, 0, 59, 59): None,
        datetime(2025, 3, 31, 1): datetime(2025, 3, 31, 3),
        datetime(1950, 6, 1): None,
        datetime(9999, 12, 31, 23): None,
    }.items():
        assert steady_local(moment, "Europe/Berlin") == shown
