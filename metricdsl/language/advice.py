"""What people bring along from other languages and keyboards, and what to tell them."""

from __future__ import annotations

# What stands at the place (a pattern) -> the sentence, and a repair. {0} is what was found.
SIGNS: tuple[tuple[str, str, str], ...] = (
    (r"==", "equality is one '='", "write ="),
    (r"<>", "'not equal' is not written '<>'", "write !="),
    (r"=>", "'at least' is not written '=>'", "write >="),
    (r"=<", "'at most' is not written '=<'", "write <="),
    (r"&&?", "'{0}' has no meaning here", "write and"),
    (r"\|\|?", "'{0}' has no meaning here", "write or; texts are joined by concat(a, b)"),
    (r"!", "'!' alone has no meaning", "write not, or != for 'not equal'"),
    (r"--", "'--' does not begin a comment", "write # before a comment, and a - -b to subtract -b"),
    (r"//|/\*", "'{0}' does not begin a comment", "a comment begins with # and ends with the line"),
    (r"\*\*|\^", "'{0}' is no operator", "write power(a, b)"),
    (r"::", "'::' is no operator", "types are declared in the catalog; a timestamp's day is date(t)"),
    (r"\?", "'?' has no meaning here", "write if(condition, value, otherwise)"),
    (r";", "nothing ends with ';'", "leave it out"),
    (r"[\[\]]", "'{0}' has no meaning here", "lists stand in round brackets: x in ('a', 'b')"),
    (r"\{\{[^{}]*\}\}", "'{0}' does not hold the name of a variable", "write {{{{name}}}}"),
    (r"[{}]", "'{0}' has no meaning here", "a Python value is {{{{name}}}}, a parameter is $name"),
    (r"\$", "'$' is followed by the name of a parameter", "write $window"),
    (r"'", "the text that begins here has no closing quote", "a quote inside a text is doubled: 'it''s'"),
    (r"``", "there is no name between these backquotes", "write a name between them"),
    (r"`", "the name that begins here has no closing backquote", "a backquote inside a name is doubled"),
    (r"%", "'%' stands directly behind a number only", "write 60%; the remainder of a division is mod(a, b)"),
    (r"\.[0-9]+", "a number begins with a digit", "write 0{0}"),
    (r"0[0-9]+(?!\w)", "a number does not begin with 0", "leave the 0 out, or put a text in quotes"),
    (r"[0-9][0-9_]*_[0-9]+", "digits are not grouped by '_'", "write the digits alone: 1000000"),
    (r"[0-9.]+[eE][+-]?[0-9]+", "numbers have no exponent", "write all the digits: 1000000"),
    (r"[0-9]+\.(?![0-9])", "digits are missing behind the point", "write {0}0"),
    (r"[0-9]+(?:\.[0-9]+){2,}", "'{0}' is not a number", "a number has one point at most"),
    (r"[0-9]+[^\W\d]\w*", "a space is missing behind the number", "write 3 months, not 3months"),
)  # fmt: skip

QUOTES = '"“”„‟‘’‚‛「」『』«»'

# Signs of other keyboards that have an equal here.
LOOKALIKES = {
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "—": "-",
    "、": ",",
    "。": ".",
}

# A word of another language that this one does not have -> the sentence, and a repair.
WORDS: dict[str, tuple[str, str]] = {
    "from": ("there is no 'from': each metric knows its tables", "leave it out"),
    "join": (
        "there is no 'join': the catalog declares the joins",
        "write the path to the field: account.region",
    ),
    "over": ("there is no 'over'", "write total(m), running(m), rank(m within d) or previous(x per k)"),
    "partition": ("there is no 'partition'", "write total(m by d), rank(m within d) or previous(x per k)"),
    "exists": ("there is no 'exists'", "write has(orders where amount > 100)"),
    "ilike": ("there is no 'ilike'", "write lower(name) like 'a%'"),
    "div": ("there is no operator 'div'", "write floor(a / b)"),
    "mod": ("'mod' is a function", "write mod(a, b)"),
    "isnull": ("there is no 'isnull'", "write x is null"),
    "notnull": ("there is no 'notnull'", "write x is not null"),
    "startswith": ("there is no 'startswith'", "write name starts with 'A'"),
    "endswith": ("there is no 'endswith'", "write name ends with 'A'"),
    "elif": ("there is no 'elif'", "write another when … then …"),
    "elsif": ("there is no 'elsif'", "write another when … then …"),
    "interval": ("there is no 'interval'", "write 3 months"),
    "nulls": ("nulls are always sorted last", "leave 'nulls' and what follows out"),
    "offset": ("there is no 'offset'", "write limit 10"),
    "union": ("there is no 'union'", "ask two questions, or name several metrics: revenue, leads"),
    "ascending": ("there is no 'ascending'", "write asc, or nothing"),
    "descending": ("there is no 'descending'", "write desc"),
    "versus": ("there is no 'versus'", "write vs prior year, or vs target"),
    "compared": ("there is no 'compared'", "write vs prior year, or vs target"),
    "ignoring": ("'ignoring' is followed by 'filters'", "write total(m ignoring filters)"),
    "asof": ("there is no 'asof'", "write as of 2025-01-31"),
}

QUESTION_WORDS: dict[str, tuple[str, str]] = {
    "select": ("there is no 'select': a question begins with its metrics", "write revenue by month"),
    "group": ("there is no 'group': a question says 'by'", "write by month"),
    "grouped": ("there is no 'grouped': a question says 'by'", "write by month"),
    "sort": ("there is no 'sort': a question says 'order by'", "write order by revenue desc"),
    "filter": (
        "there is no 'filter': a condition begins with 'where'",
        "write where accounts.region = 'EMEA'",
    ),
}
FORMULA_WORDS: dict[str, tuple[str, str]] = {
    "select": ("there is no 'select': a formula says what is counted", "write sum(orders.amount)"),
    "group": (
        "a formula has no 'group': the question says by what",
        "leave it out, and ask: revenue by month",
    ),
    "filter": ("there is no 'filter'", "write sum(orders.amount where …)"),
}

# A function of SQL, Excel or Python -> how it is done here.
FUNCTIONS: dict[str, str] = {
    "date_trunc": "write by month, or by month of signed_up_on",
    "trunc": "a day is date(t); for months write by month",
    "to_char": "write by month; how a month is shown is the language's matter",
    "format_date": "write by month; how a month is shown is the language's matter",
    "strftime": "write by month; how a month is shown is the language's matter",
    "extract": "write year(t), month(t), day(t), weekday(t) or hour(t)",
    "date_part": "write year(t), month(t), day(t), weekday(t) or hour(t)",
    "datediff": "write days(a, b), months(a, b) or years(a, b): from a to b",
    "date_diff": "write days(a, b), months(a, b) or years(a, b): from a to b",
    "timestampdiff": "write hours(a, b) or days(a, b): from a to b",
    "dateadd": "write ordered_on + 3 months",
    "date_add": "write ordered_on + 3 months",
    "date_sub": "write ordered_on - 3 months",
    "iif": "write if(condition, value, otherwise)",
    "decode": "write case when x = 1 then 'a' else 'b' end",
    "ifnull": "write coalesce(x, 0)",
    "isnull": "write x is null, or coalesce(x, 0)",
    "nvl": "write coalesce(x, 0)",
    "zn": "write coalesce(x, 0)",
    "safe_divide": "write a / b, which is null when b is 0",
    "divide": "write a / b, which is null when b is 0",
    "div0": "write a / b, which is null when b is 0",
    "countd": "write count(distinct orders.customer)",
    "count_distinct": "write count(distinct orders.customer)",
    "distinct": "write count(distinct orders.customer)",
    "rolling": "write trailing(revenue, 3 months)",
    "nunique": "write count(distinct orders.customer)",
    "countif": "write count(orders where …)",
    "countifs": "write count(orders where …)",
    "count_if": "write count(orders where …)",
    "sumif": "write sum(orders.amount where …)",
    "sumifs": "write sum(orders.amount where …)",
    "averageif": "write avg(orders.amount where …)",
    "average": "write avg(orders.amount)",
    "mean": "write avg(orders.amount)",
    "percentile_cont": "write percentile(orders.amount, 90%)",
    "quantile": "write percentile(orders.amount, 90%)",
    "stdev": "write stddev(orders.amount)",
    "lag": "write prior(revenue, 1 month)",
    "lead": "write next(ordered_on per customer)",
    "row_number": "write rank(revenue), or top 5 accounts.region by revenue",
    "dense_rank": "write rank(revenue)",
    "substring": "there are contains, starts with, ends with and like",
    "left": "write name starts with 'A'",
    "regexp_like": "there are contains, starts with, ends with and like",
    "cast": "types are declared in the catalog; a timestamp's day is date(t)",
    "getdate": "write today() or now()",
    "current_date": "write today()",
    "curdate": "write today()",
    "current_timestamp": "write now()",
    "yoy": "write growth(revenue, 1 year)",
    "mom": "write growth(revenue, 1 month)",
    "ytd": "write to_date(revenue, year)",
    "cumsum": "write running(revenue)",
    "moving_average": "write avg(revenue per month) inside trailing(…, 3 months)",
}

# Words that the language has, where they cannot stand.
MISPLACED: dict[str, tuple[str, str]] = {
    "last": ("'last' stands behind 'for'", "write for last 12 months"),
    "this": ("'this' stands behind 'for'", "write for this month"),
    "since": (
        "'since' stands behind 'for' or a unit of 'by'",
        "write for since 2025-01, or by months since signed_up_on",
    ),
    "before": ("'before' stands behind 'for'", "write for before 2025-01"),
    "today": ("'today' stands behind 'for'", "write for today"),
    "yesterday": ("'yesterday' stands behind 'for'", "write for yesterday"),
    "prior": (
        "'prior' stands behind 'vs'",
        "write vs prior year, or prior(revenue, 1 year) for a column of its own",
    ),
    "target": ("'target' stands behind 'vs'", "write vs target"),
    "desc": ("'desc' stands behind what 'order by' names", "write order by revenue desc"),
    "asc": ("'asc' stands behind what 'order by' names", "write order by revenue asc"),
}

CLAUSES = ("by", "for", "where", "vs", "having", "order by", "top", "limit", "as of", "with")


# What can follow, for mistakes that nobody foresaw: where the parser takes all of the first terminals it
# is said in these words, and the last ones need no mention any more.
EXPECTED: tuple[tuple[frozenset[str], str, frozenset[str]], ...] = tuple(
    (frozenset(needed.split()), words, frozenset(hidden.split()))
    for needed, words, hidden in (
        (
            "NAME TEXT",
            "a value",
            "QUOTED FUNCTION INTEGER DECIMAL PERCENT PARAMETER BOUND LPAR MINUS NOT CASE TRUE FALSE NULL",
        ),
        (
            "OR",
            "an operator",
            "PLUS MINUS TIMES DIVIDED COMPARISON AND NOT IN IS BETWEEN TEXT_COMPARISON DOT",
        ),
        ("NAME", "a name", "QUOTED FUNCTION"),
        ("WORD", "a name", "QUOTED"),
        ("FUNCTION", "a name and '('", "QUOTED"),
        ("INTEGER", "a number", ""),
        ("PERIOD", "a period", ""),
        ("LPAR", "'('", ""),
        ("RPAR", "')'", ""),
        ("COMMA", "','", ""),
        ("EQUAL", "'='", ""),
        (
            "REPEATED WHERE ON AT",
            "a tail (repeated, where, on, at start, at end, during, per, followed by)",
            "DURING PER FOLLOWED NOT_FOLLOWED VIA WITHIN ELAPSED",
        ),
        (
            "BY FOR WHERE VS HAVING ORDER TOP LIMIT AS_OF WITH",
            f"a clause ({', '.join(CLAUSES)})",
            "",
        ),
    )
)
