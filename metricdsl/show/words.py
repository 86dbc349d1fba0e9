"""The few words of ours that stand beside a catalog's labels, in its languages."""

from __future__ import annotations

from collections.abc import Mapping

from metricdsl.plan.words import COMPANIONS, companion

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "good": "good", "warning": "warning", "bad": "bad", "better": "better", "worse": "worse",
        "incomplete": "period not complete yet", "cut": "period cut by the range",
        "no value": "(none)", "no date": "(no date)", "points": "pp", "yes": "yes", "no": "no",
        "trend": "trend", "low": "low", "high": "high", "latest": "latest",
        "rows": "{count} rows", "one row": "1 row",
        "some rows": "{shown} of {count} rows shown",
        "no rows": "no rows",
        "nothing": "all values are empty or zero: do the period and the filters fit the data?",
        "as of": "as of {day}", "prior": "before",
        "value": "value", "KPI": "KPI",
        "second": "s", "minute": "min", "hour": "h", "day": "days", "week": "weeks", "month": "months",
        "quarter": "quarters", "year": "years",
    },
    "ja": {
        "good": "良好", "warning": "注意", "bad": "未達", "better": "改善", "worse": "悪化",
        "incomplete": "期間の途中", "cut": "範囲で区切られた期間",
        "no value": "（なし）", "no date": "（日付なし）", "points": "ポイント", "yes": "はい", "no": "いいえ",
        "trend": "推移", "low": "最小", "high": "最大", "latest": "最新",
        "rows": "{count} 行", "one row": "1 行",
        "some rows": "{count} 行中 {shown} 行を表示",
        "no rows": "0 行",
        "nothing": "すべての値が空かゼロです。期間と条件はデータに合っていますか？",
        "as of": "{day} 現在", "prior": "前期",
        "value": "値", "KPI": "KPI",
        "second": "秒", "minute": "分", "hour": "時間", "day": "日", "week": "週間", "month": "か月",
        "quarter": "四半期", "year": "年",
    },
    "zh": {
        "good": "良好", "warning": "注意", "bad": "未达标", "better": "改善", "worse": "恶化",
        "incomplete": "期间尚未结束", "cut": "期间被范围截断",
        "no value": "（无）", "no date": "（无日期）", "points": "个百分点", "yes": "是", "no": "否",
        "trend": "趋势", "low": "最低", "high": "最高", "latest": "最新",
        "rows": "{count} 行", "one row": "1 行",
        "some rows": "共 {count} 行，显示 {shown} 行",
        "no rows": "0 行",
        "nothing": "所有值都为空或为零：期间和筛选条件与数据相符吗？",
        "as of": "截至 {day}", "prior": "上期",
        "value": "值", "KPI": "KPI",
        "second": "秒", "minute": "分钟", "hour": "小时", "day": "天", "week": "周", "month": "个月",
        "quarter": "个季度", "year": "年",
    },
    "ms": {
        "good": "baik", "warning": "amaran", "bad": "lemah", "better": "lebih baik", "worse": "lebih buruk",
        "incomplete": "tempoh belum tamat", "cut": "tempoh dipotong oleh julat",
        "no value": "(tiada)", "no date": "(tiada tarikh)", "points": "mata peratusan", "yes": "ya", "no": "tidak",
        "trend": "trend", "low": "terendah", "high": "tertinggi", "latest": "terkini",
        "rows": "{count} baris", "one row": "1 baris",
        "some rows": "{shown} daripada {count} baris ditunjukkan",
        "no rows": "tiada baris",
        "nothing": "semua nilai kosong atau sifar: adakah tempoh dan penapis sepadan dengan data?",
        "as of": "setakat {day}", "prior": "sebelum",
        "value": "nilai", "KPI": "KPI",
        "second": "saat", "minute": "minit", "hour": "jam", "day": "hari", "week": "minggu", "month": "bulan",
        "quarter": "suku", "year": "tahun",
    },
}  # fmt: skip


def word(key: str, language: str, **values: object) -> str:
    """Our word in a language (`zh` serves `zh-Hant`), in English where we do not have it."""
    if key in COMPANIONS:
        return companion(key, language)
    table = WORDS.get(language) or WORDS.get(language.partition("-")[0]) or WORDS["en"]
    return table[key].format(**values)
