"""MariaDB 10.6 and later."""

from __future__ import annotations

from metricdsl.render.dialects import mysql


class FORMS(mysql.FORMS):
    """Differs from MySQL in the name of the collation that goes by code point."""

    collation = "utf8mb4_nopad_bin"
