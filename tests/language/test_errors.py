"""Every syntax error, as its author sees it: the whole message, place included.

A case in errors/*.txt is the kind of text, a colon, the text (further lines are indented by four
spaces), and below it what is to be shown. Cases are separated by empty lines.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from metricdsl.errors import MetricError
from metricdsl.language import bad_examples, mistakes, parser
from metricdsl.language.grammar import STARTS
from metricdsl.source import Text

FILES = sorted((Path(__file__).parent / "errors").glob("*.txt"))
PARSE = {
    "formula": parser.parse_formula,
    "condition": parser.parse_condition,
    "question": parser.parse_question,
    "signature": parser.parse_signature,
    "join": parser.parse_join,
}


def cases() -> list[tuple[str, str, str]]:
    found = []
    for file in FILES:
        for block in re.split(r"\n\n+", file.read_text("utf-8").strip("\n")):
            head, message = block.split("\nerror[", 1)
            kind, text = head.split(":", 1)
            found.append((kind, text.removeprefix(" ").replace("\n    ", "\n"), "error[" + message))
    return found


CASES = cases()


@pytest.mark.parametrize(
    ("kind", "text", "message"), CASES, ids=[f"{kind}: {text}" for kind, text, _ in CASES]
)
def test_message(kind, text, message):
    with pytest.raises(MetricError) as caught:
        PARSE[kind](Text.of(text, f"<{kind}>"))
    shown = "\n".join(line.rstrip() for line in str(caught.value).splitlines())
    assert shown == message


def test_there_are_many():
    assert len({(kind, text) for kind, text, _ in CASES}) == len(CASES) >= 60


def test_every_code_has_a_case():
    here = Path(parser.__file__).parent
    sources = "\n".join(file.read_text("utf-8") for file in here.glob("*.py"))
    codes = set(re.findall(r'"(syntax-[a-z-]+)"', sources)) - {"syntax-too-long", "syntax-too-deep"}
    assert codes == {re.search(r"\[(.*?)\]", message)[1] for _, _, message in CASES} - {"syntax-too-deep"}


EXAMPLES = [(mistake, *example) for mistake in bad_examples.MISTAKES for example in mistake.examples()]


@pytest.mark.parametrize(("mistake", "start", "text"), EXAMPLES, ids=[f"{s}: {t}" for _, s, t in EXAMPLES])
def test_each_bad_example_is_of_its_own_mistake(mistake, start, text):
    """Else an earlier mistake has the same state of the parser, and this one's sentence is never said."""
    state, kind = mistakes.failure(text, start)
    table = mistakes._examples()
    assert (table.get((start, state, kind)) or table.get((start, state, None))) is mistake


def test_failure_of_a_right_text():
    with pytest.raises(AssertionError, match="not a mistake: a"):
        mistakes.failure("a", STARTS[0])
