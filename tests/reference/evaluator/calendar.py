"""Time (sections 2, 4, 7). A moment is a `date`, or a `datetime` that is an instant in UTC without a zone.

Local time is a `datetime` without a zone too; only this file turns one into the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from metricdsl.language import syntax

Moment = date | datetime
BEGINNING = datetime.min
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "fiscal_quarter": 3, "fiscal_year": 12}
SUB_DAY = ("second", "minute", "hour")
MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Unspecified(Exception):
    """The page does not say; no answer can be called wrong."""


@dataclass(frozen=True)
class Period:
    """[start, end) in instants; `start` may be BEGINNING. `label` is the local start of the uncut period."""

    start: datetime
    end: datetime
    label: datetime | None = None


def add_months(day: Moment, months: int) -> Moment:
    """Month ends are clamped."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month + 1, day=min(day.day, last))
        except ValueError:
            continue
    raise AssertionError


class Clock:
    """The catalog's zone, week start and fiscal year, and today; of grains of its own the day each day belongs to."""

    def __init__(
        self,
        zone: str,
        week_starts: str,
        fiscal_year_starts: str,
        today: date,
        own: Mapping[str, Mapping[date, date]],
    ) -> None:
        self.zone = ZoneInfo(zone)
        self.first_weekday = WEEKDAYS.index(week_starts)
        self.fiscal_month = MONTH_NAMES.index(fiscal_year_starts) + 1
        self.today, self.own = today, own
        self.now = self.instant(today + timedelta(days=1))

    def instant(self, moment: Moment) -> datetime:
        """A date is its local midnight; where clocks skip it, the day's first instant."""
        if isinstance(moment, datetime):
            return moment
        return self.from_local(datetime.combine(moment, time()))

    def from_local(self, local: datetime, zone: ZoneInfo | None = None) -> datetime:
        if local == BEGINNING:
            return local
        return local.replace(tzinfo=zone or self.zone).astimezone(UTC).replace(tzinfo=None)

    def local(self, moment: Moment) -> datetime:
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time())
        return moment.replace(tzinfo=UTC).astimezone(self.zone).replace(tzinfo=None)

    def day(self, moment: Moment) -> date:
        return self.local(moment).date()

    def add(self, moment: Moment, amount: int, unit: str) -> Moment:
        """Hours and less are elapsed, the rest is calendar arithmetic on local time."""
        if unit in SUB_DAY:
            return self.instant(moment) + timedelta(seconds=amount * SECONDS[unit])
        if isinstance(moment, datetime):
            return self.from_local(self._add_local(self.local(moment), amount, unit))
        return self._add_local(moment, amount, unit)

    def _add_local(self, local: Moment, amount: int, unit: str) -> Moment:
        if unit in MONTHS:
            return add_months(local, amount * MONTHS[unit])
        return local + timedelta(seconds=amount * SECONDS[unit])

    def first_moved_to(self, end: datetime, amount: int, unit: str) -> datetime:
        """The first instant which `add` moves to `end` or later (section 4: what is prior to a boundary)."""
        if end == BEGINNING or unit in SUB_DAY:
            return end if end == BEGINNING else self.add(end, -amount, unit)
        local = self.local(end)
        back = self._add_local(local, -amount, unit)
        if self._add_local(back, amount, unit) < local:  # clamped, as from 31 March to 28 February
            back = datetime.combine(back.date() + timedelta(days=1), time())
        return self.from_local(back)

    # periods

    def is_grain(self, name: object) -> bool:
        """Whether a name is that of a grain."""
        return (
            isinstance(name, syntax.Name)
            and len(name.parts) == 1
            and name.parts[0] in (*MONTHS, *SECONDS, *self.own)
        )

    def floor(self, local: datetime, grain: str) -> datetime:
        """The local start of the grain's period that holds a local time."""
        midnight = datetime.combine(local.date(), time())
        match grain:
            case "second" | "minute" | "hour":
                size = SECONDS[grain]
                return local - timedelta(seconds=int((local - midnight).total_seconds()) % size,
                                         microseconds=local.microsecond)  # fmt: skip
            case "day":
                return midnight
            case "week":
                return midnight - timedelta(days=(midnight.weekday() - self.first_weekday) % 7)
            case _:
                first = self.fiscal_month if grain.startswith("fiscal") else 1
                back = (midnight.month - first) % MONTHS[grain]
                return add_months(midnight.replace(day=1), -back)

    def period(self, moment: Moment, grain: str, steps: int = 0) -> Period:
        """The period that holds a moment, or one some steps after it; hours and less are of real time."""
        if grain in self.own:
            return self._own_period(self.day(moment), self.own[grain], steps)
        if grain in SUB_DAY:
            size, instant = timedelta(seconds=SECONDS[grain]), self.instant(moment)
            start = instant - (self.local(instant) - self.floor(self.local(instant), grain)) + steps * size
            return Period(start, start + size, self.local(start))
        label = self._add_local(self.floor(self.local(moment), grain), steps, grain)
        return Period(self.from_local(label), self.from_local(self._add_local(label, 1, grain)), label)

    def _own_period(self, day: date, labels: Mapping[date, date], steps: int) -> Period:
        """Section 1: the days that a calendar's table gives the same first day."""
        found = sorted(set(labels.values()))
        place = found.index(labels[day]) + steps if day in labels else -1
        if not 0 <= place < len(found):
            raise Unspecified("days that the calendar does not list")
        days = [d for d, first in labels.items() if first == found[place]]
        start, end = self.instant(min(days)), self.instant(max(days) + timedelta(days=1))
        return Period(start, end, datetime.combine(found[place], time()))

    def current(self, grain: str, steps: int = 0) -> Period:
        """Today's period: for hours and less the one that holds the last moment of the day."""
        return self.period(self.now - timedelta(microseconds=1), grain, steps)

    def periods(self, grain: str, start: datetime, end: datetime) -> Iterator[Period]:
        """Those that overlap [start, end), whole."""
        while start < end:
            period = self.period(start, grain)
            yield period
            start = period.end

    def shown(self, label: datetime | None, grain: str) -> Moment | None:
        """A period is its first day, hours and less in local time."""
        return label if label is None or grain in SUB_DAY else label.date()

    # the functions of section 2

    def elapsed(self, start: Moment, end: Moment, unit: str) -> float:
        if not isinstance(start, datetime) and not isinstance(end, datetime) and unit in ("day", "week"):
            return (end - start).days * 86400 / SECONDS[unit]
        return (self.instant(end) - self.instant(start)).total_seconds() / SECONDS[unit]

    def whole(self, start: Moment, end: Moment, unit: str) -> int:
        """The most months or years that can be added to the start without passing the end."""
        if self.instant(end) < self.instant(start):
            return -self.whole(end, start, unit)
        a, b = self.local(start), self.local(end)
        count = (b.year - a.year) * 12 // MONTHS[unit] + 12 // MONTHS[unit]
        while self._add_local(a, count, unit) > b:
            count -= 1
        return count
