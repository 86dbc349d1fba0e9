"""The names of grains in the catalog's languages."""

GRAIN_WORDS: dict[str, dict[str, str]] = {
    "second": {"en": "Second", "ja": "秒", "zh": "秒", "ms": "Saat"},
    "minute": {"en": "Minute", "ja": "分", "zh": "分钟", "ms": "Minit"},
    "hour": {"en": "Hour", "ja": "時", "zh": "小时", "ms": "Jam"},
    "day": {"en": "Day", "ja": "日", "zh": "日", "ms": "Hari"},
    "week": {"en": "Week", "ja": "週", "zh": "周", "ms": "Minggu"},
    "month": {"en": "Month", "ja": "月", "zh": "月", "ms": "Bulan"},
    "quarter": {"en": "Quarter", "ja": "四半期", "zh": "季度", "ms": "Suku tahun"},
    "year": {"en": "Year", "ja": "年", "zh": "年", "ms": "Tahun"},
    "fiscal_quarter": {
        "en": "Fiscal quarter",
        "ja": "会計四半期",
        "zh": "财政季度",
        "ms": "Suku tahun fiskal",
    },
    "fiscal_year": {"en": "Fiscal year", "ja": "会計年度", "zh": "财政年度", "ms": "Tahun fiskal"},
}
