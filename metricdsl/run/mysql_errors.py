"""What MySQL, MariaDB and their client libraries say, by their numbers, in words that say what to do."""

from __future__ import annotations

import re

from metricdsl.run import failure
from metricdsl.run.address import scrub
from metricdsl.run.schemes import SCHEMES

LOST = frozenset({0, 1053, 1080, 1152, 1927, 2006, 2013, 2055, 4031})
UNREACHABLE = frozenset({1040, 2002, 2003, 2005})
LOGIN = frozenset({1044, 1045, 1049, 1130, 1251, 1698, 1820, 1862, 2049, 2054, 2059, 2061})
PERMISSION = frozenset({1044, 1142, 1143, 1227, 1370})
UNFIT = frozenset({1264, 1292, 1365, 1366, 1367, 1411, 1441, 1690, 1916})


def translate(
    error: Exception, name: str, secrets: tuple[str, ...] = (), connecting: bool = False
) -> failure.DatabaseError:
    """By the server's or the client library's number."""
    code, text = _code_and_text(error)
    detail = scrub(" ".join(text.split()).rstrip("."), secrets)
    if "cryptography" in detail:  # for the logins of MySQL 8 without TLS
        return failure.missing_driver("cryptography", name, SCHEMES["mysql"].install)
    if connecting and code in LOGIN:
        return failure.refused_login(name, detail)
    if code in UNREACHABLE or (connecting and (code in LOST or isinstance(error, OSError))):
        return failure.unreachable(name, detail, passing=code == 1040 or "refused" in detail)
    gone = code in LOST or re.search(
        "lost connection|connection not available|gone away", detail, re.IGNORECASE
    )
    if gone or isinstance(error, OSError) or type(error).__name__ == "InterfaceError":
        return failure.lost(name, detail if code > 0 and detail else "the server or the driver closed it")
    if code in PERMISSION:
        return failure.no_permission(name, detail)
    if code in UNFIT:
        return failure.unfit_data(name, detail)
    named = re.search(r"'([^']+)'", detail)
    match code:
        case 1146:
            return failure.missing_table(named[1] if named else detail, name)
        case 1054:
            return failure.missing_column(named[1] if named else detail, name)
        case 1317 | 1028:
            return failure.stopped(name)
        case 1969 | 3024:
            return failure.timed_out(name)
        case 1205 | 1213 | 1020:
            return failure.in_conflict(name, detail)
    return failure.other(name, detail)


def _code_and_text(error: Exception) -> tuple[int, str]:
    number = getattr(error, "errno", None)
    if isinstance(number, int) and not isinstance(error, OSError):
        return number, str(getattr(error, "msg", error))
    arguments = error.args
    if len(arguments) > 1 and isinstance(arguments[0], int):
        return arguments[0], str(arguments[1])
    return -1, str(error) or type(error).__name__
