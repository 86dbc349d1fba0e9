"""A time zone's clock changes as a few rules, for engines that know no zones or not all of their years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Before the first year its first rule holds on, after the last year the last one."""


@dataclass(frozen=True, slots=True)
class Switch:
    """When clocks change in a year: `seconds` after the midnight of a day.

    The day is month-day, or with `weekday` (0 is Monday) the first such weekday on or after it.
    """

    month: int
    day: int
    weekday: int | None
    seconds: int

    def moment(self, year: int) -> datetime:
        """When it is in a year."""
        day = date(year, self.month, self.day)
        if self.weekday is not None:
            day += timedelta(days=(self.weekday - day.weekday()) % 7)
        return datetime.combine(day, time()) + timedelta(seconds=self.seconds)


@dataclass(frozen=True, slots=True)
class Era:
    """Years from `first_year` on with the same changes.

    `shifts` are seconds east of UTC, before the first change and after each.
    """

    first_year: int
    switches: tuple[Switch, ...]
    shifts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    """One change: the moment from which the new shift holds, and the local day that it belongs to."""

    moment: datetime
    day: date
    before: int
    after: int

    @property
    def seconds(self) -> int:
        return int((self.moment - datetime.combine(self.day, time())).total_seconds())


@cache
def eras_of_utc(zone: str) -> tuple[Era, ...]:
    """The zone's eras, with moments and years in UTC; the latest comes first."""
    return _eras(_changes(zone), _shift(ZoneInfo(zone), datetime(FIRST_YEAR, 1, 1)))


@cache
def eras_of_local(zone: str) -> tuple[Era, ...]:
    """The same with moments and years of local time.

    An hour that clocks skip or repeat is read by the shift that held before, as Python reads it.
    """
    moved = [
        _Change(c.moment + timedelta(seconds=max(c.before, c.after)), c.day, c.before, c.after)
        for c in _changes(zone)
    ]
    return _eras(moved, _shift(ZoneInfo(zone), datetime(FIRST_YEAR, 1, 1)))


@cache
def skips_days(zone: str) -> bool:
    """Whether clocks skip from one day into another since 1970, as when a country crosses the date line."""
    for change in _lately(zone):
        first = change.moment + timedelta(seconds=change.before)
        last = change.moment + timedelta(seconds=change.after, microseconds=-1)
        ahead = timedelta(seconds=change.after - change.before)
        if ahead > timedelta(0) and (
            first.date() != (first + ahead).date() or last.date() != (last + ahead).date()
        ):
            return True
    return False


@cache
def jumps(zone: str, midnight: bool) -> tuple[int, ...]:
    """By how many seconds clocks go ahead since 1970, or back (below 0); with `midnight` only over one."""
    found = set()
    for change in _lately(zone):
        low, high = sorted((change.before, change.after))
        first = change.moment + timedelta(seconds=low)
        end = change.moment + timedelta(seconds=high)
        if not midnight or first <= datetime.combine(end - timedelta(microseconds=1), time()):
            found.add(change.after - change.before)
    return tuple(sorted(found))


def steady_local(moment: datetime, zone: str) -> datetime | None:
    """Local time of a UTC moment; None within a day of a change: there, later local time may be earlier.

    None too for the years of which `jumps` says nothing.
    """
    if not 1970 <= moment.year < LAST_YEAR:
        return None
    around = (moment + timedelta(days=days) for days in (-1, 0, 1))
    shifts = {_shift(ZoneInfo(zone), m) for m in around}
    return moment + timedelta(seconds=shifts.pop()) if len(shifts) == 1 else None


def _lately(zone: str) -> list[_Change]:
    return [change for change in _changes(zone) if change.moment.year >= 1970]


def _shift(zone: ZoneInfo, moment: datetime) -> int:
    """Seconds east of UTC at an instant."""
    shift = moment.replace(tzinfo=UTC).astimezone(zone).utcoffset()
    assert shift is not None
    return int(shift.total_seconds())


@cache
def _changes(zone_name: str) -> tuple[_Change, ...]:
    """All changes of the years that are looked at, found by asking for each local noon."""
    zone, day = ZoneInfo(zone_name), timedelta(days=1)
    found = []
    noon, shift = datetime(FIRST_YEAR, 1, 1, 12), zone.utcoffset(datetime(FIRST_YEAR, 1, 1, 12))
    while noon.year <= LAST_YEAR:
        later = zone.utcoffset(noon + day)
        if later != shift:
            assert shift is not None
            assert later is not None
            before, after = int(shift.total_seconds()), int(later.total_seconds())
            # A noon that clocks skip is read by the old shift: the change may lie up to a day before it.
            moment = _first_second(zone, noon - shift - day, noon + day - later, after)
            found.append(_Change(moment, (moment + shift).date(), before, after))
            shift = later
        noon += day
    return tuple(found)


def _first_second(zone: ZoneInfo, low: datetime, high: datetime, shift: int) -> datetime:
    """The first second of (low, high] that has the shift."""
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        low, high = (low, middle) if _shift(zone, middle) == shift else (middle, high)
    return high


def _eras(changes: Sequence[_Change], shift: int) -> tuple[Era, ...]:
    by_year: dict[int, list[_Change]] = {year: [] for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    for change in changes:
        if change.moment.year in by_year:
            by_year[change.moment.year].append(change)
    eras: list[Era] = []
    run: list[list[_Change]] = []
    for year, own in by_year.items():
        own = [_within(year, c) for c in own]
        shifts = (shift, *(c.after for c in own))
        shift = shifts[-1]
        switches = _rules([*run, own]) if eras and eras[-1].shifts == shifts else None
        if switches is not None:
            run.append(own)
            eras[-1] = Era(eras[-1].first_year, switches, shifts)
        else:
            run = [own]
            eras.append(Era(year, _rules(run) or (), shifts))
    return tuple(reversed(eras))


def _within(year: int, change: _Change) -> _Change:
    """A change whose local day lies in the year before or after is told by a day of its own year."""
    return change if change.day.year == year else _Change(
        change.moment, change.moment.date(), change.before, change.after
    )  # fmt: skip


def _rules(years: Sequence[Sequence[_Change]]) -> tuple[Switch, ...] | None:
    """The switches that give the changes of all these years; None where no rule does."""
    if len({len(own) for own in years}) > 1:
        return None
    switches = [_rule(changes) for changes in zip(*years, strict=True)]
    return None if None in switches else tuple(s for s in switches if s is not None)


def _rule(changes: Sequence[_Change]) -> Switch | None:
    """One change a year: on the same date, or on the same weekday of the same week."""
    first = min(changes, key=lambda c: (c.day.month, c.day.day)).day
    if len({c.seconds for c in changes}) > 1:
        return None
    seconds = changes[0].seconds
    if all((c.day.month, c.day.day) == (first.month, first.day) for c in changes):
        return Switch(first.month, first.day, None, seconds)
    if len({c.day.weekday() for c in changes}) > 1:
        return None
    in_a_week = all(
        timedelta(0) <= c.day - date(c.day.year, first.month, first.day) < timedelta(days=7) for c in changes
    )
    return Switch(first.month, first.day, first.weekday(), seconds) if in_a_week else None
