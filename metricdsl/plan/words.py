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

# What stands beside a metric to compare it with; {metric} is the metric's label, {what} the companion's.
BESIDE = {
    "en": "{metric}, {what}",
    "ja": "{metric}、{what}",
    "zh": "{metric}，{what}",
    "ms": "{metric}, {what}",
}
COMPANIONS: dict[str, dict[str, str]] = {
    "change": {"en": "change", "ja": "増減", "zh": "变化", "ms": "perubahan"},
    "target": {"en": "target", "ja": "目標", "zh": "目标", "ms": "sasaran"},
    "gap": {"en": "gap", "ja": "差", "zh": "差距", "ms": "jurang"},
    "status": {"en": "status", "ja": "状態", "zh": "状态", "ms": "status"},
}
PRIOR: dict[str, dict[str, str]] = {
    "day": {"en": "prior day", "ja": "前日", "zh": "前一天", "ms": "hari sebelumnya"},
    "week": {"en": "prior week", "ja": "前週", "zh": "上周", "ms": "minggu sebelumnya"},
    "month": {"en": "prior month", "ja": "前月", "zh": "上月", "ms": "bulan sebelumnya"},
    "quarter": {"en": "prior quarter", "ja": "前四半期", "zh": "上季度", "ms": "suku tahun sebelumnya"},
    "year": {"en": "prior year", "ja": "前年", "zh": "上年", "ms": "tahun sebelumnya"},
}
EARLIER = {"en": "{length} before", "ja": "{length}前", "zh": "{length}前", "ms": "{length} sebelumnya"}
UNITS: dict[str, dict[str, str]] = {
    "second": {"en": " seconds", "ja": "秒", "zh": "秒", "ms": " saat"},
    "minute": {"en": " minutes", "ja": "分", "zh": "分钟", "ms": " minit"},
    "hour": {"en": " hours", "ja": "時間", "zh": "小时", "ms": " jam"},
    "day": {"en": " days", "ja": "日", "zh": "天", "ms": " hari"},
    "week": {"en": " weeks", "ja": "週間", "zh": "周", "ms": " minggu"},
    "month": {"en": " months", "ja": "か月", "zh": "个月", "ms": " bulan"},
    "quarter": {"en": " quarters", "ja": "四半期", "zh": "个季度", "ms": " suku tahun"},
    "year": {"en": " years", "ja": "年", "zh": "年", "ms": " tahun"},
}


def beside(label: str, what: str, language: str) -> str:
    """The label of a metric's companion: `Revenue, prior year`; English for a language without words."""
    return _of(BESIDE, language).format(metric=label, what=what)


def companion(role: str, language: str) -> str:
    """`change`, `target`, `gap`, `status` in a language."""
    return _of(COMPANIONS[role], language)


def prior(amount: int, unit: str, language: str) -> str:
    """`prior year`, `3 months before`"""
    if amount == 1 and unit in PRIOR:
        return _of(PRIOR[unit], language)
    singular = _of(UNITS[unit], language) if unit in UNITS else f" {unit.replace('_', ' ')}s"
    length = f"{amount}{singular}"
    if amount == 1 and _base(language) not in ("ja", "zh", "ms"):
        length = length.removesuffix("s")
    return _of(EARLIER, language).format(length=length)


def _base(language: str) -> str:
    return language.partition("-")[0]


def _of(words: dict[str, str], language: str) -> str:
    return words.get(language) or words.get(_base(language)) or words["en"]
