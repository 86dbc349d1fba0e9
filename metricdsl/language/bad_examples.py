"""Wrong texts and what to say of them: the mistakes that mistakes.py knows by example."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """A sentence, its repairs, and wrong texts of which it is true.

    It is true of every text that the parser gives up in the same state at the same kind of word as one of
    the examples; with `any_word`, in the same state. In the sentences {word} is the word at the place,
    {before} the one before it, and {what} is 'formula', 'condition', 'question', 'signature' or 'join'.
    """

    code: str
    message: str
    hint: str
    formulas: str = ""
    questions: str = ""
    joins: str = ""
    signatures: str = ""
    any_word: bool = False

    def examples(self) -> list[tuple[str, str]]:
        """The wrong texts, each behind the name of what it should have been."""
        kinds = {"formula": self.formulas, "question": self.questions, "join": self.joins}
        kinds["signature"] = self.signatures
        return [(start, text) for start, texts in kinds.items() for text in texts.split(" | ") if texts]


MISTAKES: tuple[Mistake, ...] = (
    # --- operators ---
    Mistake(
        "syntax-sign",
        "a {what} does not begin with '='",
        "leave it out",
        formulas="= a",
    ),
    Mistake(
        "syntax-chained",
        "comparisons do not chain",
        "write a < b and b < c",
        formulas=(
            "a < b < c | a contains b = c | a is null = b | a in (b) in (c) | a between b and c < d | "
            "a = b is null | a = b between c and d | a = b contains c | a is null is null | "
            "a in (b) = c | a is null in (b) | a in (b) is null"
        ),
    ),
    Mistake(
        "syntax-not",
        "'not' stands before the whole comparison here",
        "write not name {word} 'a'",
        formulas="a not like b | a not contains b | a not starts with b",
    ),
    Mistake(
        "syntax-not",
        "'not' cannot stand here",
        "write a != b, or not (a = b)",
        formulas="a not = b | a not 3 | a not b",
    ),
    Mistake(
        "syntax-is",
        "'is' is followed by 'null' or 'not null'",
        "write x = {word} to compare",
        formulas="a is b | a is 3 | a is 'x' | a is true | a is false | a is in",
    ),
    Mistake(
        "syntax-is",
        "'is not' is followed by 'null'",
        "write x != {word} to compare",
        formulas="a is not b | a is not 3 | a is not 'x' | a is not true | a is not false",
    ),
    Mistake(
        "syntax-in",
        "'in' is followed by a list in brackets",
        "write x in ('a', 'b')",
        formulas="a in b",
        any_word=True,
    ),
    Mistake(
        "syntax-in",
        "the list is empty",
        "write x in ('a', 'b')",
        formulas="a in ()",
    ),
    Mistake(
        "syntax-between",
        "'between' takes two values with 'and' between them",
        "write x between 1 and 5; both are included",
        formulas="a between b, c | a between b or c | a between 1 to 2 | a between b to c | f(a between b)",
    ),
    # --- aggregates and functions ---
    Mistake(
        "syntax-count",
        "'count' counts the rows of an entity, or values of a field that are not null",
        "write count(orders)",
        formulas="count(*) | count(distinct *)",
    ),
    Mistake(
        "syntax-arguments",
        "there is nothing between the brackets",
        "write what it is of: sum(orders.amount)",
        formulas=(
            "sum() | count(distinct) | running() | rank() | has() | prior() | trailing() | if() | "
            "total() | previous() | to_date()"
        ),
    ),
    Mistake(
        "syntax-where",
        "a condition stands inside the brackets of an aggregate",
        "write sum(orders.amount where …), or (F where …) around a whole formula",
        formulas="sum(a) where b | a where b | a + 1 where b",
    ),
    Mistake(
        "syntax-no-clause",
        "a {what} has no '{word}'",
        "that is for questions: revenue by month",
        formulas=(
            "a by | a for | a vs | a order | a limit | a top | a as of | a with | a as | a having | "
            "a with others | 1 by | 1 for | 1 order | 1 limit | 1 top | 1 as of"
        ),
    ),
    Mistake(
        "syntax-tail",
        "'{word}' belongs inside the brackets of an aggregate",
        "write sum(orders.amount {word} …)",
        formulas="a on | a at | a followed | a repeated | a during | a via | a within | a elapsed",
        questions="a on | a at | a followed | a repeated | a during | a via | a within | a elapsed",
    ),
    Mistake(
        "syntax-tail",
        "'per' belongs inside the brackets of an aggregate",
        "write by month for a value of each month, avg(revenue per month) for their average",
        formulas="a per",
        questions="a per",
    ),
    Mistake(
        "syntax-arguments",
        "the arguments of an aggregate come before its tails",
        "write percentile(orders.amount, 90% where …)",
        formulas=(
            "percentile(a where b, 1) | percentile(a on b, 1) | percentile(a at start, 1) | "
            "percentile(a repeated, 1)"
        ),
    ),
    Mistake(
        "syntax-per",
        "the keys of 'per' are names",
        "write avg(F per orders.customer), or avg(F per month)",
        formulas="avg(a per 1)",
        any_word=True,
    ),
    Mistake(
        "syntax-at",
        "'at' is followed by 'start' or 'end'",
        "write count(customers at end)",
        formulas="count(a at b)",
        any_word=True,
    ),
    Mistake(
        "syntax-sequence",
        "'followed' is followed by 'by'",
        "write count(leads followed by orders)",
        formulas="count(a followed b) | count(a not followed b)",
        any_word=True,
    ),
    Mistake(
        "syntax-length",
        "a length of time needs its unit",
        "write 30 days, 3 months or 1 year",
        formulas=(
            "count(a followed by b within 30) | prior(a, 1) | trailing(a, 3) | growth(a, 1, aligned) | "
            "count(a followed by b within 1 to 2)"
        ),
        questions="a vs prior 3",
    ),
    Mistake(
        "syntax-length",
        "a length of time is a number and a unit here",
        "write 30 days",
        formulas="count(a followed by b within 'c')",
        any_word=True,
    ),
    Mistake(
        "syntax-length",
        "a length of time is a number and a unit here",
        "write prior(revenue, 1 year), trailing(revenue, 3 months)",
        formulas="prior(a, 'b') | trailing(a, 'b')",
        any_word=True,
    ),
    Mistake(
        "syntax-arguments",
        "how far is missing",
        "write prior(revenue, 1 year), trailing(revenue, 3 months)",
        formulas="prior(a) | trailing(a)",
    ),
    Mistake(
        "syntax-arguments",
        "the grain is missing",
        "write to_date(revenue, year)",
        formulas="to_date(a)",
    ),
    Mistake(
        "syntax-arguments",
        "'to_date' takes the name of a grain",
        "write to_date(revenue, year)",
        formulas="to_date(a, 1)",
        any_word=True,
    ),
    Mistake(
        "syntax-arguments",
        "only 'aligned' can follow here",
        "write growth(revenue, 1 year, aligned)",
        formulas="growth(a, 1 year, b)",
        any_word=True,
    ),
    Mistake(
        "syntax-arguments",
        "'running' takes one formula",
        "write running(revenue)",
        formulas="running(a, b)",
    ),
    Mistake(
        "syntax-arguments",
        "'rank' says 'within' before the groups",
        "write rank(revenue within accounts.region)",
        formulas="rank(a, b) | rank(a by b) | rank(a per b)",
    ),
    Mistake(
        "syntax-arguments",
        "'total' says 'by' before the groups that are kept",
        "write total(revenue by accounts.region), or total(revenue ignoring filters)",
        formulas="total(a, b) | total(a within b) | total(a per b)",
    ),
    Mistake(
        "syntax-arguments",
        "the neighbour of which row? 'per' is missing",
        "write previous(ordered_at per customer)",
        formulas="previous(a) | next(a, b)",
    ),
    Mistake(
        "syntax-case",
        "'case' is followed by 'when' and a condition",
        "write case when x = 1 then 'a' else 'b' end",
        formulas="case a",
        any_word=True,
    ),
    Mistake(
        "syntax-case",
        "'then' is missing behind the condition",
        "write case when x = 1 then 'a' else 'b' end",
        formulas="case when a else | case when a end | case when a when | case when a, b",
    ),
    Mistake(
        "syntax-case",
        "the 'end' of 'case' is missing",
        "write case when x = 1 then 'a' else 'b' end",
        formulas=(
            "(case when a then b) | f(case when a then b, 1) | (case when a then b else c) | "
            "f(case when a then b else c, 1)"
        ),
    ),
    # --- questions ---
    Mistake(
        "syntax-top",
        "'top' is followed by how many",
        "write top 5 accounts.region by revenue",
        questions="a top b | a top b by c",
        any_word=True,
    ),
    Mistake(
        "syntax-top",
        "'top' does not say of what",
        "write top 5 accounts.region by revenue",
        questions="a top 5 | a top 5 by b",
        any_word=True,
    ),
    Mistake(
        "syntax-top",
        "'top' does not say by which metric",
        "write top 5 accounts.region by revenue",
        questions="a top 5 b limit 3",
        any_word=True,
    ),
    Mistake(
        "syntax-limit",
        "'limit' is followed by a number of rows",
        "write limit 100",
        questions="a limit b",
        any_word=True,
    ),
    Mistake(
        "syntax-order",
        "'order' is followed by 'by'",
        "write order by revenue desc",
        questions="a order b",
        any_word=True,
    ),
    Mistake(
        "syntax-vs",
        "'vs' is followed by 'prior' and a period, or by 'target'",
        "write vs prior year, or vs target",
        questions="a vs b",
        any_word=True,
    ),
    Mistake(
        "syntax-vs",
        "'vs prior' is followed by a period",
        "write vs prior year, or vs prior 3 months",
        questions="a vs prior 'b'",
        any_word=True,
    ),
    Mistake(
        "syntax-for",
        "a number of units needs 'last'",
        "write for last 12 months",
        questions="a for 12 months",
    ),
    Mistake(
        "syntax-for",
        "days are written bare in 'for'",
        "write for 2025-01-31 to 2025-02-28",
        questions=(
            "a for date '2025-01-31' | a for since date '2025-01-31' | "
            "a for before date '2025-01-31' | a for 2025 to date '2025-01-31' | a for '2025' | "
            "a for since '2025' | a for 2025 to '2026' | a for before '2025'"
        ),
    ),
    Mistake(
        "syntax-for",
        "'to' is followed by the last period of the range",
        "write for 2025-01 to 2025-06, for year to date, or for since 2025",
        questions="a for 2025 to date | a for 2025 to b",
        any_word=True,
    ),
    Mistake(
        "syntax-for",
        "'for' is followed by a period",
        "write for 2025, for 2025-01 to 2025-06, for last 12 months, for this year or for month to date",
        questions="a for (b | a for $b",
    ),
    Mistake(
        "syntax-for",
        "'{before}' is followed by a year, a quarter, a month or a day",
        "write for since 2025-01",
        questions="a for since b | a for before b",
        any_word=True,
    ),
    Mistake(
        "syntax-for",
        "'last' is followed by how many of which unit",
        "write for last 12 months, or for last month",
        questions="a for last 'b' | a for last 3 'b'",
        any_word=True,
    ),
    Mistake(
        "syntax-for",
        "'this' is followed by a unit",
        "write for this month",
        questions="a for this 'b'",
        any_word=True,
    ),
    Mistake(
        "syntax-for",
        "'for' takes one range",
        "write for 2025-01 to 2025-06; both are included",
        questions=(
            "a for 2025, 2026 | a for 2025 and 2026 | a for 2025 - 2026 | a for 2025 - 03 | "
            "a for 2025 2026 | a for last 3 months, 2025"
        ),
    ),
    Mistake(
        "syntax-as-of",
        "'as of' is followed by a day",
        "write as of 2025-01-31",
        questions="a as of b",
        any_word=True,
    ),
    Mistake(
        "syntax-alias",
        "'as' is followed by a name",
        "a name with spaces stands in backquotes: as `Win rate`",
        questions="a as 'b' | a by b as 'c'",
        any_word=True,
    ),
    Mistake(
        "syntax-with",
        "'with' sets parameters",
        "write with window = 60 days",
        questions="a with b | a with b 3",
        any_word=True,
    ),
    Mistake(
        "syntax-with",
        "'with' sets a parameter to a value, not to a formula",
        "write with window = 60 days",
        questions="a with b = c",
        any_word=True,
    ),
    # --- joins and signatures ---
    Mistake(
        "syntax-join",
        "'on' is missing: by which column?",
        "write accounts on account_id",
        joins="a | a b | a = b",
        any_word=True,
    ),
    Mistake(
        "syntax-join",
        "several columns stand in brackets",
        "write plans on (tenant_id, plan_id)",
        joins="a on b, c | a on b and c | a on b = c and d = e | a on b = c, d",
    ),
    Mistake(
        "syntax-join",
        "a join names columns, not paths",
        "write sales_reps on owner_id = rep_id",
        joins="a on b.c | a on b = c.d | a.b on c",
    ),
    Mistake(
        "syntax-signature",
        "a function's parameters stand in brackets behind its name",
        "write nps(score)",
        signatures="a | a b",
        any_word=True,
    ),
    Mistake(
        "syntax-signature",
        "parameters are plain names, separated by commas",
        "write ratio(part, whole)",
        signatures="f(a b | f(a.b | f(1 | f(a = 1 | f('a'",
    ),
)
