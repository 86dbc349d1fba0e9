"""A text's characters stand in the file where `Text` says, however YAML lets one write them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from metricdsl.catalog import nodes
from metricdsl.catalog.loader import load_entries
from metricdsl.source import Source, Text

WORDS = st.text(alphabet="ab 'é商😀\"\\#:,=<>{}[]()|%&*!-\t", min_size=1, max_size=12)
"""Much of what is special in YAML, and characters of one to four bytes."""

LETTERS = st.text(alphabet="xyz=商é(+)", min_size=1, max_size=6)
BREAKS = st.sampled_from(["\n", "\r\n"])

# Each strategy draws a file and, for each character of the value, where it was put: what the tests compare
# with is built beside the file, and shares nothing with the code that reads it.
Written = tuple[str, list[tuple[str, int]]]


class Pen:
    """Writes a file and notes where the value's characters come to stand."""

    def __init__(self, before: str) -> None:
        self.file = before
        self.value: list[tuple[str, int]] = []

    def put(self, text: str) -> None:
        """What belongs to the value as it stands."""
        for character in text:
            self.value.append((character, len(self.file)))
            self.file += character

    def mark(self, written: str, meant: str = "") -> None:
        """What stands for another character, or for none."""
        if meant:
            self.value.append((meant, len(self.file)))
        self.file += written


@st.composite
def literal(draw: st.DrawFn) -> Written:
    """`|` with any chomping, with and without an indentation indicator, lines of any depth, blank lines."""
    line_break, chomp = draw(BREAKS), draw(st.sampled_from(["", "-", "+"]))
    lines = draw(
        st.lists(st.one_of(LETTERS, st.just(""), LETTERS.map(lambda t: "  " + t)), min_size=1, max_size=5)
    )
    explicit = "2" if draw(st.booleans()) or lines[0].startswith(" ") or not lines[0] else ""
    pen = Pen(f"metrics:{line_break}  m: |{explicit}{chomp}{line_break}")
    for line in lines:
        pen.file += "    " if line else draw(st.sampled_from(["", "  "]))
        pen.put(line)
        pen.mark(line_break, "\n")
    _chomp(pen, chomp, lines)
    pen.file += f"  n: x{line_break}"
    return pen.file, pen.value


def _chomp(pen: Pen, chomp: str, lines: list[str]) -> None:
    if chomp == "+":
        return
    kept = len(pen.value)
    while kept and pen.value[kept - 1][0] == "\n":
        kept -= 1
    had_words = any(lines)
    del pen.value[kept + (1 if chomp == "" and had_words else 0) :]


@st.composite
def folded(draw: st.DrawFn) -> Written:
    """`>`: single breaks become spaces, of several one is dropped, deeper lines keep theirs."""
    line_break = draw(BREAKS)
    blocks = draw(st.lists(st.tuples(LETTERS, st.integers(1, 3), st.booleans()), min_size=1, max_size=5))
    blocks[0] = (*blocks[0][:2], False)
    pen = Pen(f"metrics:{line_break}  m: >-{line_break}")
    for i, (words, breaks, deeper) in enumerate(blocks):
        pen.file += "    "
        pen.put("  " + words if deeper else words)
        if i == len(blocks) - 1:
            pen.file += line_break
            break
        keep = deeper or blocks[i + 1][2]
        for number in range(breaks):
            if keep:
                pen.mark(line_break, "\n")
            elif breaks == 1:
                pen.mark(line_break, " ")
            else:
                pen.mark(line_break, "\n" if number else "")
    return pen.file, pen.value


@st.composite
def quoted(draw: st.DrawFn, quote: str) -> Written:
    """One line or several: breaks fold like those of `>`, and the spaces around them do not count."""
    line_break = draw(BREAKS)
    pen = Pen(f"metrics:{line_break}  m: {quote}")
    lines = draw(st.lists(WORDS.filter(lambda t: t == t.strip()), min_size=1, max_size=4))
    for i, words in enumerate(lines):
        if i:
            _fold(pen, draw(st.integers(1, 3)), line_break, draw(st.sampled_from(["", " ", "  "])))
        for position, character in enumerate(words, 1):
            _quoted_character(draw, pen, character, quote)
            goes_on = position < len(words) and words[position] not in " \t"
            if quote == '"' and goes_on and draw(st.integers(0, 9)) == 0:
                pen.file += f"\\{line_break}    "  # an escaped break, which stands for nothing
    pen.file += f"{quote}{line_break}  n: x{line_break}"
    return pen.file, pen.value


def _fold(pen: Pen, breaks: int, line_break: str, trailing: str) -> None:
    pen.file += trailing
    for number in range(breaks):
        pen.mark(line_break, " " if breaks == 1 else "\n" if number else "")
    pen.file += "    "


def _quoted_character(draw: st.DrawFn, pen: Pen, character: str, quote: str) -> None:
    if quote == "'":
        pen.mark("''", "'") if character == "'" else pen.put(character)
    elif character in '"\\':
        pen.mark("\\" + character, character)
    elif character == "\t":
        pen.mark("\\t", "\t")
    elif draw(st.integers(0, 5)) == 0:
        pen.mark(f"\\U{ord(character):08x}", character)
    else:
        pen.put(character)


@st.composite
def plain(draw: st.DrawFn) -> Written:
    """Without quotes, on one line or several, perhaps behind an anchor."""
    line_break = draw(BREAKS)
    anchor = draw(st.sampled_from(["", "&a ", "&a\n    "]))
    pen = Pen(f"metrics:{line_break}  m: {anchor}")
    for i, words in enumerate(draw(st.lists(LETTERS, min_size=1, max_size=4))):
        if i:
            _fold(pen, draw(st.integers(1, 3)), line_break, draw(st.sampled_from(["", "  "])))
        pen.put(words)
    pen.file += draw(st.sampled_from(["", "  # a comment"])) + f"{line_break}  n: x{line_break}"
    return pen.file, pen.value


STYLES = st.one_of(literal(), folded(), quoted("'"), quoted('"'), plain())


@given(STYLES)
def test_each_character_is_where_it_was_written(written: Written) -> None:
    file, value = written
    text = _text(file)
    assert text.value == "".join(character for character, _ in value)
    assert [text.span(i, i + 1).start for i in range(len(value))] == [offset for _, offset in value]


@given(STYLES)
def test_the_written_files_say_what_the_parser_says(written: Written) -> None:
    """The pens above against YAML itself, so that no test compares with a wrong expectation."""
    file, value = written
    composed = yaml.compose(file, Loader=yaml.SafeLoader)
    assert composed is not None
    assert composed.value[0][1].value[0][1].value == "".join(character for character, _ in value)


@given(STYLES, st.data())
def test_a_stretch_of_the_value_covers_its_characters(written: Written, data: st.DataObject) -> None:
    file, value = written
    text = _text(file)
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    span = text.span(start, end)
    for _, offset in value[start:end]:
        assert span.start <= offset < span.end


def _text(file: str) -> Text:
    source = Source("c.yml", file)
    root = nodes.compose(source)
    assert root is not None
    metrics = nodes.child(root, "metrics")
    assert metrics is not None
    metric = nodes.child(metrics, "m")
    assert isinstance(metric, yaml.ScalarNode)
    return nodes.text(source, metric)


# --- by example -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "word", "place"),
    [
        ("metrics:\n  m: a + bad\n", "bad", (2, 10)),
        ("metrics:\n  m: 'it''s bad'\n", "bad", (2, 13)),
        ('metrics:\n  m: "\\u00e9 bad"\n', "bad", (2, 14)),
        ("metrics:\n  m: |\n    a +\n      bad\n", "bad", (4, 7)),
        ("metrics:\n  m: >\n    a +\n    bad\n", "bad", (4, 5)),
        ("metrics:\r\n  m: >-\r\n    商品 +\r\n\r\n    bad\r\n", "bad", (5, 5)),
        ("metrics:\n  m: a +\n     bad\n", "bad", (3, 6)),
        ("\ufeffmetrics:\n  m: a + bad\n", "bad", (2, 10)),
    ],
)
def test_lines_and_columns(written: str, word: str, place: tuple[int, int], tmp_path: Path) -> None:
    (tmp_path / "c.yml").write_text(written, encoding="utf-8", newline="")
    text = load_entries(tmp_path).metrics["m"].text("formula")
    start = text.value.index(word)
    span = text.span(start, start + len(word))
    assert span.source.position(span.start) == place
    assert span.source.text[span.start : span.end] == word
