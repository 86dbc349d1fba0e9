"""What is wrong with a text that does not parse, in its author's terms.

The rules are here, most of the sentences in advice.py and bad_examples.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import takewhile
from typing import Any

from metricdsl.errors import MetricError, did_you_mean, fail
from metricdsl.language import advice
from metricdsl.language.bad_examples import MISTAKES, Mistake
from metricdsl.language.grammar import AGGREGATES, SPECIAL, keywords, lark
from metricdsl.language.periods import singular
from metricdsl.language.place import NAME, Place, open_brackets, short, words
from metricdsl.language.repairs import repaired
from metricdsl.language.spellings import range_meant
from metricdsl.source import Text
from metricdsl.types import GRAINS

_SIGN_KINDS = (None, "EQUAL", "PERIOD", "DOT")  # as what the lexer takes a sign that it does not know
_TAILS = frozenset(
    {"WHERE", "ON", "AT", "PER", "REPEATED", "DURING", "FOLLOWED", "NOT_FOLLOWED", "VIA", "WITHIN", "ELAPSED"}
)
_OPERANDS = frozenset(
    {"NAME", "FUNCTION", "QUOTED", "INTEGER", "DECIMAL", "PERCENT", "TEXT", "PARAMETER", "BOUND"}
)


def explain(text: Text, start: str, what: str, error: Any) -> MetricError:
    """The error to raise for one of Lark's: by the first rule that knows what happened.

    `start` is the rule of the grammar that was to be met, `what` the word for it in sentences.
    """
    place = Place(text, start, what, error)
    if place.ended and not place.before:
        return fail("syntax-empty", f"the {what} is empty", text.span(0, 0))
    found = (rule(place) for rule in _RULES)
    error = next((error for error in found if error is not None), None) or _unexpected(place)
    return _with_repair(error, text, start)


def _with_repair(error: MetricError, text: Text, start: str) -> MetricError:
    """The error with the whole text as it should be, where several words of it are of another language."""
    diagnostic = error.diagnostics[0]
    if diagnostic.code not in _HABITS or (whole := repaired(text.value, start)) is None:
        return error
    return MetricError(replace(diagnostic, hints=(*diagnostic.hints, f"altogether: {whole}")))


# --- the rules ------------------------------------------------------------------------------------


def _sign(place: Place) -> MetricError | None:
    """A sign that the language does not have."""
    if place.kind not in _SIGN_KINDS:
        return None
    for pattern, message, hint in advice.SIGNS:
        if match := re.match(pattern, place.rest):
            found = match[0]
            if found == "%" and place.before.isdigit():
                hint = f"write {place.before}% without a space; the remainder of a division is mod(a, b)"
            return place.fail("syntax-sign", message.format(found), hint.format(found), here=found)
    return None if place.kind else _character(place)


def _character(place: Place) -> MetricError:
    character = place.word
    if character in advice.QUOTES:
        content = re.match(f"[^{advice.QUOTES}\n]*", place.rest[1:])
        inside = content[0] if content else ""
        return place.fail(
            "syntax-quotes",
            f"{character} does not begin a text or a name",
            f"write '{inside}' for a text, `{inside}` for a name",
            here=place.rest[: len(inside) + 2],
        )
    alike = list(takewhile(lambda pair: pair[1], ((sign, _plain(sign)) for sign in place.rest)))
    if alike:
        signs, plain = "".join(sign for sign, _ in alike), "".join(plain for _, plain in alike)
        return place.fail("syntax-sign", f"'{signs}' is written '{plain}' here", f"write {plain}", here=signs)
    if not character.isprintable():
        name = f"U+{ord(character):04X}"
        return place.fail("syntax-sign", f"an invisible character, {name}, stands here", "take it out")
    return place.fail(
        "syntax-sign",
        f"'{character}' has no meaning here",
        "put a name that holds it in backquotes: `Win rate`",
    )


def _plain(character: str) -> str:
    """What a sign of another keyboard is written as; nothing for those of this one."""
    plain = advice.LOOKALIKES.get(character) or unicodedata.normalize("NFKC", character)
    return plain if plain != character and plain.isascii() and plain.isprintable() else ""


def _long_text(place: Place) -> MetricError | None:
    """`where a = 'x` and, on another line, `where b = 'y'`: the text in between is not meant as one."""
    if not (place.before.startswith("'") and "\n" in place.before):
        return None
    place.word, place.start = place.before, place.before_start
    return place.fail(
        "syntax-quotes", "this text runs over the end of its line", "is its closing quote missing?"
    )


def _range(place: Place) -> MetricError | None:
    """`for Q1 2025`; and `last month`, which stands behind `for`."""
    if place.rule != "question":
        return None
    for keyword in _BEFORE_RANGE.finditer(place.text.value[: place.start]):
        found = range_meant(place.text.value[keyword.end() :])
        if found and found[0] != found[1] and place.start <= keyword.end() + len(found[0]):
            return fail("syntax-period", f"'{short(found[0])}' is not how a period is written",
                        place.text.span(keyword.end(), keyword.end() + len(found[0])), f"write {found[1]}")  # fmt: skip
    if place.before in _OTHER_CLAUSES:
        return None
    for start, opens in ((place.start, place.word), (place.before_start, place.before)):
        found = range_meant(place.text.value[start:]) if opens.lower() in _RANGE_WORDS else None
        if found:
            place.start = start
            return place.fail("syntax-misplaced", "a range of time stands behind 'for'", f"write for {found[1]}",
                              here=found[0])  # fmt: skip
    return None


def _foreign_word(place: Place) -> MetricError | None:
    """A word of SQL or Python, here or just before."""
    known = advice.WORDS | (advice.QUESTION_WORDS if place.rule == "question" else advice.FORMULA_WORDS)
    if found := known.get(place.word.lower()):
        return place.fail("syntax-foreign-word", *found)
    if found := known.get(place.before.lower()):
        return place.fail_before("syntax-foreign-word", *found)
    return None


def _others(place: Place) -> MetricError | None:
    if (place.earlier, place.before) != ("with", "others"):
        return None
    hint = "write top 5 accounts.region by revenue with others"
    return place.fail_before("syntax-misplaced", "'with others' belongs to 'top'", hint)


def _misplaced(place: Place) -> MetricError | None:
    """A word of ours in a place that is not its own."""
    if place.rule == "formula":
        for word, failing in ((place.word, place.fail), (place.before, place.fail_before)):
            if word in ("last", "previous"):
                hint = "write prior(revenue, 1 year), or growth(revenue, 1 year)"
                return failing("syntax-misplaced", "an earlier period has a function of its own", hint)
    found = advice.MISPLACED.get(place.word)
    return place.fail("syntax-misplaced", *found) if found else None


def _letters(place: Place) -> MetricError | None:
    """A keyword in capitals, or in the wide letters of an East Asian keyboard."""
    known = _single_words() | SPECIAL
    if place.before == "(" and NAME.fullmatch(place.earlier):
        place.before, place.before_start = words(place.text.value[: place.before_start])[-1]
    for word, failing in ((place.word, place.fail), (place.before, place.fail_before)):
        plain = unicodedata.normalize("NFKC", word).lower()
        if plain in known and word not in known:
            letters = "small" if word.isascii() else "plain, narrow"
            return failing("syntax-capitals", f"keywords are written in {letters} letters", f"write {plain}")
    return None


def _bracket(place: Place) -> MetricError | None:
    open_here = open_brackets(place.text.value[: place.start])
    if place.word == ")" and not open_here:
        return place.fail(
            "syntax-bracket", "this ')' closes no bracket", "take it out, or write the '(' that it closes"
        )
    never_closed = set(open_here) & set(open_brackets(place.text.value))
    if (
        never_closed
        and "RPAR" in place.accepts
        and (place.ended or place.word == "," or place.kind in keywords())
    ):
        start = max(never_closed)
        where = "at the end" if place.ended else f"before '{short(place.word)}'"
        return fail(
            "syntax-bracket",
            "this bracket is not closed",
            place.text.span(start, start + 1),
            f"write ')' {where}",
        )
    return None


def _comma(place: Place) -> MetricError | None:
    if place.before.isdigit() and (grouped := re.match(r"(?:,[0-9]{3})+(?![\w.])", place.rest)):
        digits = place.before + grouped[0]
        return place.fail_before("syntax-sign", "digits are not grouped by ','",
                                 f"write {digits.replace(',', '')}", here=digits)  # fmt: skip
    if place.before == "," and "NAME" in place.accepts and place.kind not in _OPERANDS:
        return place.fail_before(
            "syntax-comma", "nothing follows this comma", "take it out, or write what is missing"
        )
    return None


def _misspelt(place: Place) -> MetricError | None:
    """A word that is nearly a keyword that could stand here."""
    if place.kind in ("NAME", "FUNCTION") and place.word not in _single_words():
        known = sorted(word for kind in place.accepts for word in keywords().get(kind, ()))
        if found := _nearly(place.rest, known):
            return place.fail(*_not_a_word(*found), here=found[0])
    # `limit 5 havin revenue > 3`: to the parser this is the number's unit
    unit = place.earlier.isdigit() and NAME.fullmatch(place.before) and place.before not in _single_words()
    if unit and singular(place.before, 2) not in GRAINS:
        found = _nearly(place.text.value[place.before_start :], advice.CLAUSES)
        if found:
            return place.fail_before(*_not_a_word(*found), here=found[0])
    return None


def _nearly(text: str, known: Iterable[str]) -> tuple[str, str] | None:
    """The words that the text begins with, and the keyword that they are like."""
    for keyword in known:
        written = words(text)[: len(keyword.split())]
        phrase = " ".join(word for word, _ in written)
        if phrase != keyword and _alike(phrase, keyword):
            return text[: written[-1][1] + len(written[-1][0])], keyword
    return None


def _not_a_word(phrase: str, keyword: str) -> tuple[str, str, str]:
    message = f"'{short(phrase)}' is not a word of the language"
    return "syntax-misspelt", message, f"did you mean '{keyword}'?"


def _no_aggregate(place: Place) -> MetricError | None:
    """A tail of an aggregate in the brackets of something else."""
    distinct = place.before == "distinct"
    if not distinct and place.kind not in _TAILS:
        return None
    brackets = open_brackets(place.text.value[: place.start])
    before = words(place.text.value[: brackets[-1]]) if brackets else []
    function = before[-1][0] if before else ""
    if not NAME.fullmatch(function) or function in AGGREGATES:
        return None
    word = "distinct" if distinct else place.word
    hints = did_you_mean(function, AGGREGATES) if function not in SPECIAL else ()
    if not hints and word == "where":
        hints = (f"narrow a formula in brackets of its own: {function}((F where C), …)",)
    failing = place.fail_before if distinct else place.fail
    return failing("syntax-tail", f"'{function}' is not an aggregate, so it takes no '{short(word)}'", *hints)


def _by_example(place: Place) -> MetricError | None:
    """A question holds formulas, so the mistakes of formulas are its mistakes too."""
    examples = _examples()
    starts = (place.rule, "formula") if place.rule == "question" else (place.rule,)
    keys = [(start, place.state, kind) for start in starts for kind in (place.kind, None)]
    mistake = next((examples[key] for key in keys if key in examples), None)
    if mistake is None:
        return None
    said = {"word": short(place.word), "what": place.what, "before": place.before}
    return place.fail(mistake.code, mistake.message.format(**said), mistake.hint.format(**said))


def _clause_word(place: Place) -> MetricError | None:
    """`revenue, by month`: a clause's keyword was read as a name, so what follows it does not fit."""
    if place.before not in _CLAUSE_WORDS or place.kind not in _OPERANDS:
        return None
    if not place.earlier and place.rule == "question":
        hint = "write revenue by month"
        return place.fail_before("syntax-clause", "a question begins with its metrics", hint)
    hint = "take the comma before it out" if place.earlier == "," else "write what is missing before it"
    message = f"'{place.before}' stands where a name or a value should"
    return place.fail_before("syntax-clause", message, hint, f"a name like that is written `{place.before}`")


def _unexpected(place: Place) -> MetricError:
    """What nobody foresaw: the word, and what could stand in its place."""
    expected = _expected(place.accepts)
    word = short(place.word)
    if place.ended:
        message = f"the {place.what} ends too early"
        return place.fail("syntax-ends-early", message, f"what can follow: {expected}")
    if place.kind not in _OPERANDS or place.accepts & _OPERANDS:
        return place.fail("syntax-unexpected", f"'{word}' cannot stand here", f"what can: {expected}")
    hints = [f"what can stand between: {expected}"]
    if place.kind == "NAME" and NAME.fullmatch(place.before) and not place.earlier.isdigit():
        hints.append(f"a name with a space stands in backquotes: `{place.before} {word}`")
    return place.fail("syntax-operator", f"nothing joins '{word}' to what stands before it", *hints)


_RULES = (
    *(_long_text, _range, _sign, _foreign_word, _letters, _bracket, _comma, _others, _misspelt),
    *(_by_example, _no_aggregate, _misplaced, _clause_word),
)

# --- words and what is expected -------------------------------------------------------------------

_HABITS = frozenset(
    {"syntax-sign", "syntax-capitals", "syntax-foreign-word", "syntax-quotes", "syntax-misplaced"}
)
_BEFORE_RANGE = re.compile(r"\b(?:for|since|before)\s+")
_RANGE_WORDS = frozenset(
    {"last", "this", "from", "between", "previous", "past", "current", "ytd", "qtd", "mtd", "wtd", "the"}
)
_OTHER_CLAUSES = frozenset({"since", "before", "vs", "prior", "compared", "versus", "to"})
_CLAUSE_WORDS = frozenset(
    {"by", "for", "where", "vs", "having", "order", "top", "limit", "as", "with", "on", "per", "at"}
)


def _alike(written: str, keyword: str) -> bool:
    if sorted(written) == sorted(keyword):
        return True
    return written[0] == keyword[0] and SequenceMatcher(None, written, keyword).ratio() >= 0.75


def _single_words() -> set[str]:
    return {word for phrases in keywords().values() for phrase in phrases for word in phrase.split()}


def _expected(accepts: frozenset[str]) -> str:
    """`a name, ',', 'where' or a clause (by, for, …)`"""
    left, said = accepts, []
    for needed, description, hidden in advice.EXPECTED:
        if needed <= left:
            said.append(description)
            left -= needed | hidden
    said += sorted(f"'{word}'" for kind in left for word in keywords().get(kind, ()))
    if len(said) < 2:
        return said[0] if said else "only the end"
    return f"{', '.join(said[:-1])} or {said[-1]}"


@cache
def _examples() -> dict[tuple[str, int, str | None], Mistake]:
    """The mistake for what is parsed, a state of the parser, and a kind of word; for None, whatever word."""
    table: dict[tuple[str, int, str | None], Mistake] = {}
    for mistake in MISTAKES:
        for start, text in mistake.examples():
            state, kind = failure(text, start)
            table.setdefault((start, state, None if mistake.any_word else kind), mistake)
    return table


def failure(text: str, start: str) -> tuple[int, str | None]:
    """The parser's state and the kind of word at which it gives up a wrong text."""
    from lark import UnexpectedInput

    try:
        lark().parse(text, start=start)
    except UnexpectedInput as error:
        token = getattr(error, "token", None)
        return error.interactive_parser.parser_state.position, None if token is None else token.type
    raise AssertionError(f"not a mistake: {text}")
