"""What is wrong with a text that does not parse, in its author's terms. The sentences are in advice.py."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from metricdsl.errors import MetricError, did_you_mean, fail
from metricdsl.language import advice
from metricdsl.language.grammar import AGGREGATES, SPECIAL, keywords, lark
from metricdsl.source import Text

MAX_BRACKETS = 200
_SIGN_KINDS = (None, "EQUAL", "PERIOD", "DOT")  # as what the lexer takes a sign that it does not know
_TAILS = frozenset(
    {"WHERE", "ON", "AT", "PER", "REPEATED", "DURING", "FOLLOWED", "NOT_FOLLOWED", "VIA", "WITHIN", "ELAPSED"}
)
_OPERANDS = frozenset(
    {"NAME", "FUNCTION", "QUOTED", "INTEGER", "DECIMAL", "PERCENT", "TEXT", "PARAMETER", "BOUND"}
)


class Place:
    """Where Lark gave up: what stands there, what stands before, and what would have been right."""

    def __init__(self, text: Text, rule: str, what: str, error: Any) -> None:
        token = getattr(error, "token", None)
        self.text, self.rule, self.what = text, rule, what
        self.ended = token is not None and token.type == "$END"
        self.start: int = len(text.value.rstrip()) if self.ended else error.pos_in_stream
        self.word: str = "" if self.ended else str(token) if token is not None else text.value[self.start]
        self.kind: str | None = None if token is None else token.type
        self.state: int = error.interactive_parser.parser_state.position
        self.accepts: frozenset[str] = frozenset(error.interactive_parser.accepts())
        words = _words(text.value[: self.start])
        self.before, self.before_start = words[-1] if words else ("", 0)
        self.earlier = words[-2][0] if len(words) > 1 else ""

    @property
    def rest(self) -> str:
        return self.text.value[self.start :]

    def fail(self, code: str, message: str, *hints: str) -> MetricError:
        return fail(code, message, self.text.span(self.start, self.start + len(self.word)), *hints)

    def fail_before(self, code: str, message: str, *hints: str) -> MetricError:
        end = self.before_start + len(self.before)
        return fail(code, message, self.text.span(self.before_start, end), *hints)


def check_brackets(text: Text) -> None:
    """Raises MetricError at the first bracket that is nested too deep."""
    if text.value.count("(") <= MAX_BRACKETS:
        return
    depth = 0
    for word, start in _words(text.value):
        depth += (word == "(") - (word == ")")
        if depth > MAX_BRACKETS:
            raise fail("syntax-too-deep", f"brackets nest more than {MAX_BRACKETS} deep here",
                       text.span(start, start + 1), "make metrics of the inner parts")  # fmt: skip


def explain(text: Text, start: str, what: str, error: Any) -> MetricError:
    """The error to raise for one of Lark's: by the first rule that knows what happened.

    `start` is the rule of the grammar that was to be met, `what` the word for it in sentences.
    """
    place = Place(text, start, what, error)
    if place.ended and not place.before:
        return fail("syntax-empty", f"the {what} is empty", text.span(0, 0))
    rules = (
        _sign,
        _foreign_word,
        _capitals,
        _bracket,
        _comma,
        _misspelt,
        _no_aggregate,
        _by_example,
        _clause_word,
    )
    found = (rule(place) for rule in rules)
    return next((error for error in found if error is not None), None) or _unexpected(place)


# --- the rules ------------------------------------------------------------------------------------


def _sign(place: Place) -> MetricError | None:
    """A sign that the language does not have."""
    if place.kind not in _SIGN_KINDS:
        return None
    for pattern, message, hint in advice.SIGNS:
        if match := re.match(pattern, place.rest):
            place.word = match[0]
            return place.fail("syntax-sign", message.format(match[0]), hint.format(match[0]))
    return None if place.kind else _character(place)


def _character(place: Place) -> MetricError:
    character = place.word
    if character in advice.QUOTES:
        content = re.match(f"[^{advice.QUOTES}\n]*", place.rest[1:])
        inside = content[0] if content else ""
        place.word = place.rest[: len(inside) + 2]
        return place.fail(
            "syntax-quotes",
            f"{character} does not begin a text or a name",
            f"write '{inside}' for a text, `{inside}` for a name",
        )
    plain = advice.LOOKALIKES.get(character) or unicodedata.normalize("NFKC", character)
    if plain.isascii() and plain.isprintable():
        return place.fail(
            "syntax-sign", f"'{character}' looks like '{plain}' but is another character", f"write {plain}"
        )
    if not character.isprintable():
        name = f"U+{ord(character):04X}"
        return place.fail("syntax-sign", f"an invisible character, {name}, stands here", "take it out")
    return place.fail(
        "syntax-sign",
        f"'{character}' has no meaning here",
        "put a name that holds it in backquotes: `Win rate`",
    )


def _foreign_word(place: Place) -> MetricError | None:
    """A word of SQL or Python, here or just before."""
    if place.word.lower() in advice.WORDS:
        message, hint = advice.WORDS[place.word.lower()]
        return place.fail("syntax-foreign-word", message, hint)
    if place.before.lower() in advice.WORDS:
        message, hint = advice.WORDS[place.before.lower()]
        return place.fail_before("syntax-foreign-word", message, hint)
    return None


def _capitals(place: Place) -> MetricError | None:
    known = _single_words()
    message = "keywords are written in small letters"
    if place.word not in known and place.word.lower() in known:
        return place.fail("syntax-capitals", message, f"write {place.word.lower()}")
    if place.before not in known and place.before.lower() in known:
        return place.fail_before("syntax-capitals", message, f"write {place.before.lower()}")
    return None


def _bracket(place: Place) -> MetricError | None:
    open_here = _open_brackets(place.text.value[: place.start])
    if place.word == ")" and not open_here:
        return place.fail(
            "syntax-bracket", "this ')' closes no bracket", "take it out, or write the '(' that it closes"
        )
    never_closed = set(open_here) & set(_open_brackets(place.text.value))
    if (
        never_closed
        and "RPAR" in place.accepts
        and (place.ended or place.word == "," or place.kind in keywords())
    ):
        start = max(never_closed)
        where = "at the end" if place.ended else f"before '{_short(place.word)}'"
        return fail(
            "syntax-bracket",
            "this bracket is not closed",
            place.text.span(start, start + 1),
            f"write ')' {where}",
        )
    return None


def _comma(place: Place) -> MetricError | None:
    if place.before == "," and (place.ended or place.kind not in _OPERANDS):
        return place.fail_before(
            "syntax-comma", "nothing follows this comma", "take it out, or write what is missing"
        )
    return None


def _misspelt(place: Place) -> MetricError | None:
    """A word that is nearly a keyword that could stand here."""
    if place.kind not in ("NAME", "FUNCTION") or place.word in _single_words():
        return None
    for keyword in sorted(word for kind in place.accepts for word in keywords().get(kind, ())):
        written = _words(place.rest)[: len(keyword.split())]
        phrase = " ".join(word for word, _ in written)
        if phrase != keyword and _alike(phrase, keyword):
            place.word = place.rest[: written[-1][1] + len(written[-1][0])]
            return place.fail(
                "syntax-misspelt", f"'{phrase}' is not a word of the language", f"did you mean '{keyword}'?"
            )
    return None


def _no_aggregate(place: Place) -> MetricError | None:
    """A tail of an aggregate in the brackets of something else."""
    distinct = place.before == "distinct"
    if not distinct and (place.kind not in _TAILS or "RPAR" not in place.accepts):
        return None
    brackets = _open_brackets(place.text.value[: place.start])
    before = _words(place.text.value[: brackets[-1]]) if brackets else []
    function = before[-1][0] if before else ""
    if not re.fullmatch(r"[^\W\d]\w*", function) or function in AGGREGATES:
        return None
    word = "distinct" if distinct else place.word
    hints = did_you_mean(function, AGGREGATES) if function not in SPECIAL else ()
    if not hints and word == "where":
        hints = (f"put brackets around what it narrows: {function}((F where C))",)
    failing = place.fail_before if distinct else place.fail
    return failing(
        "syntax-tail", f"'{function}' is not an aggregate, so it takes no '{_short(word)}'", *hints
    )


def _by_example(place: Place) -> MetricError | None:
    """A question holds formulas, so the mistakes of formulas are its mistakes too."""
    examples = _examples()
    starts = (place.rule, "formula") if place.rule == "question" else (place.rule,)
    keys = [(start, place.state, kind) for start in starts for kind in (place.kind, None)]
    mistake = next((examples[key] for key in keys if key in examples), None)
    if mistake is None:
        return None
    words = {"word": _short(place.word), "what": place.what, "before": place.before}
    hints = [hint.format(**words) for hint in mistake.hints]
    return place.fail(mistake.code, mistake.message.format(**words), *hints)


def _clause_word(place: Place) -> MetricError | None:
    """`revenue, by month`: a clause's keyword was read as a name, so what follows it does not fit."""
    if place.before not in _CLAUSE_WORDS or place.kind not in _OPERANDS:
        return None
    hint = "take the comma before it out" if place.earlier == "," else "write what is missing before it"
    message = f"'{place.before}' stands where a name or a value should"
    return place.fail_before("syntax-clause", message, hint, f"a name like that is written `{place.before}`")


def _unexpected(place: Place) -> MetricError:
    """What nobody foresaw: the word, and what could stand in its place."""
    expected = _expected(place.accepts)
    if place.ended:
        return place.fail(
            "syntax-ends-early", f"the {place.what} ends too early", f"what can follow: {expected}"
        )
    if place.kind in _OPERANDS and "PLUS" in place.accepts:
        hints = ["write an operator or a comma between them"]
        if place.kind == "NAME" and re.fullmatch(r"[^\W\d]\w*", place.before):
            hints.append(f"a name with a space stands in backquotes: `{place.before} {place.word}`")
        return place.fail(
            "syntax-operator", f"nothing joins '{_short(place.word)}' to what stands before it", *hints
        )
    if "\n" in place.before and place.before.startswith("'"):
        return place.fail_before(
            "syntax-quotes", "this text runs over the end of its line", "was its closing quote forgotten?"
        )
    return place.fail(
        "syntax-unexpected", f"'{_short(place.word)}' cannot stand here", f"what can: {expected}"
    )


# --- words and what is expected -------------------------------------------------------------------

_TOKENS = re.compile(r"#[^\n]*|('(?:[^']|'')*'|`(?:[^`]|``)*`|[\w$]+|[^\w\s])")
_CLAUSE_WORDS = (
    "by",
    "for",
    "where",
    "vs",
    "having",
    "order",
    "top",
    "limit",
    "as",
    "with",
    "on",
    "per",
    "at",
)


def _words(text: str) -> list[tuple[str, int]]:
    """The words and signs of a text with their places, without its comments."""
    return [(match[1], match.start(1)) for match in _TOKENS.finditer(text) if match[1]]


def _open_brackets(text: str) -> list[int]:
    """Where the brackets open that are not closed within the text."""
    opened: list[int] = []
    for word, start in _words(text):
        if word == "(":
            opened.append(start)
        elif word == ")" and opened:
            opened.pop()
    return opened


def _alike(written: str, keyword: str) -> bool:
    if sorted(written) == sorted(keyword):
        return True
    return written[0] == keyword[0] and SequenceMatcher(None, written, keyword).ratio() >= 0.75


def _short(word: str) -> str:
    word = " ".join(word.split())
    return word if len(word) <= 40 else word[:39] + "…"


def _single_words() -> set[str]:
    return {word for phrases in keywords().values() for phrase in phrases for word in phrase.split()}


def _expected(accepts: frozenset[str]) -> str:
    """`a name, ',', 'where' or a clause (by, for, …)`"""
    left, said = accepts, []
    for needed, words, hidden in advice.EXPECTED:
        if needed <= left:
            said.append(words)
            left -= needed | hidden
    said += sorted(f"'{word}'" for kind in left for word in keywords().get(kind, ()))
    return " or ".join(", ".join(said).rsplit(", ", 1))


@cache
def _examples() -> dict[tuple[str, int, str | None], advice.Mistake]:
    """The mistake for what is parsed, a state of the parser, and a kind of word; for None, whatever word."""
    table: dict[tuple[str, int, str | None], advice.Mistake] = {}
    for mistake in advice.MISTAKES:
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
