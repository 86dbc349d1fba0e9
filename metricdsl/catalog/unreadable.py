"""What is wrong with a file that is no YAML, said for people who do not know YAML's rules.

The parser's problem says which kind of mistake it was; the words and the place come from the text itself.
"""

from __future__ import annotations

import re

import yaml

from metricdsl.catalog.traps import QUOTE, bad_start, cut_at_comment, line_end, quoted, stuck, trap
from metricdsl.errors import Diagnostic
from metricdsl.source import Source, Span

_KEY = re.compile(r"[ \t]*(?:- +)*([^\s:#][^:#]*?)[ \t]*:(?=\s|$)")
_VALUE = re.compile(r"[ \t]*(?:- +)*(?:[^\s:#'\"][^:#]*:[ \t]+)?(?:- +)*")
_COMMENT = re.compile(r"[ \t](#.*)")
_OPENS_BLOCK = re.compile(r":[ \t]+[|>][-+0-9]*[ \t]*(#.*)?$")


def explain(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """The parser's error in the author's terms, at the words to be changed."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(source)
    assert isinstance(error, yaml.MarkedYAMLError)
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(source.text)) if mark else 0
    began = error.context_mark.index if error.context_mark else at
    said, context = error.problem or "", error.context or ""
    if "single document" in context:
        return trap(
            "yaml-documents",
            "a file holds one document, and here `---` begins another",
            Span(source, at, at + 3),
            "delete this line, or put what follows into another file",
        )
    if "quoted scalar" in context:
        return _bad_quotes(source, began, at, said)
    if "duplicate anchor" in f"{context} {said}":
        return trap("yaml-syntax", "two anchors (`&name`) have the same name", Span(source, at, at + 1))
    return _bad_value(source, said, context, began, at) or _bad_line(source, said, context, began, at)


def _bad_value(source: Source, said: str, context: str, began: int, at: int) -> Diagnostic | None:
    """Where a value on its line is what YAML cannot read."""
    if "cannot start any token" in said:
        blanks = at + len(source.text[at:]) - len(source.text[at:].lstrip(" \t"))
        if "\t" in source.text[at:blanks]:
            return _tab(source, source.text.index("\t", at))
        return bad_start(source, at)
    if "block scalar" in context or "alias" in f"{context} {said}" or "anchor" in context:
        return bad_start(source, began)
    if " tag" in context or " tag" in said:
        return bad_start(source, source.text.rfind("!", 0, at + 1))
    if "node content" in said or "entries are not allowed" in said or "keys are not allowed" in said:
        return bad_start(source, at)
    if "flow" in context:
        return _bad_brackets(source, began, at)
    return None


def _bad_line(source: Source, said: str, context: str, began: int, at: int) -> Diagnostic:
    """Where a line does not go with the lines above."""
    line, column = source.position(at)
    if "mapping values" in said:
        return _bad_colon(source, at)
    if "expected ':'" in said:
        return _no_colon(source, source.position(began)[0])
    if "block" in context and source.line(line)[: column - 1].strip(" -"):
        return _after_value(source, at)
    if "block" in context:
        return _bad_indentation(source, at)
    return trap("yaml-syntax", f"this is not YAML: {said or context}", Span(source, at, at + 1))


def _bad_quotes(source: Source, began: int, at: int, said: str) -> Diagnostic:
    if "escape" in said:
        backslash = source.text.rfind("\\", began, at + 1)
        return trap(
            "yaml-quotes",
            f"`{source.text[backslash : backslash + 2]}` means nothing inside double quotes",
            Span(source, backslash, backslash + 2),
            "use single quotes, in which a backslash is only a backslash, or double it",
        )
    return _never_closed(source, began)


def _never_closed(source: Source, at: int) -> Diagnostic:
    quote = quoted(source.text[at])
    return trap(
        "yaml-quotes",
        f"the quote {quote} that opens here is never closed",
        line_end(source, at),
        f"close it with another {quote}",
    )


def _bad_brackets(source: Source, began: int, at: int) -> Diagnostic:
    sign = source.text[began]
    closing, what = ("}", "map") if sign == "{" else ("]", "list")
    comment = _COMMENT.search(source.text, began, at)
    if comment and closing in comment.group(1):
        return cut_at_comment(source, comment.start(1), "put the whole text in quotes")
    if "\n" not in source.text[began:at]:
        return trap(
            "yaml-quotes",
            f"inside `{sign} {closing}` the text before this has ended already",
            Span(source, at, at + 1),
            "inside brackets put every formula in double quotes",
        )
    return trap(
        "yaml-quotes",
        f"the {what} that `{sign}` opens here is never closed",
        line_end(source, began),
        f"close it with `{closing}`; a text that begins with `{sign}` stands in quotes",
    )


def _after_value(source: Source, at: int) -> Diagnostic:
    """For what follows a closing quote or bracket."""
    line, _ = source.position(at)
    text = source.line(line).rstrip()
    found = _VALUE.match(text)
    start = found.end() if found else 0
    place = Span(source, source.line_start(line) + start, source.line_start(line) + len(text))
    sign, inside = text[start : start + 1], text[start + 1 : -1]
    if sign in ("{", "["):
        return bad_start(source, place.start)
    if sign not in ("'", '"'):
        return trap("yaml-syntax", "the value before this has ended", Span(source, at, at + 1), QUOTE)
    if at == place.start + 1:  # what looks like an opening quote has closed one further up
        return _never_closed(source, source.text.rfind(sign, 0, place.start))
    if text.endswith(sign) and inside.count(sign) % 2:
        other = "'" if sign == '"' else '"'
        repair = f"put the text in the other quotes: {other}{inside}{other}"
    else:
        repair = f"quote the whole text once more: {_requoted(text[start:])}"
    return trap(
        "yaml-quotes",
        "the text goes on after its closing quote",
        place,
        repair,
        "or write it on the next line after `|`",
    )


# --- lines that do not go with the lines above ---------------------------------------------------------


def _bad_colon(source: Source, at: int) -> Diagnostic:
    line, column = source.position(at)
    text = source.line(line)
    if re.search(r":\s", text[: column - 1]):
        return trap(
            "yaml-quotes",
            "a text with a colon and a space in it must be quoted",
            Span(source, at, at + 1),
            QUOTE,
        )
    above = _line_above(source, line)
    if one_text := stuck(source, source.line_start(above)):
        return one_text
    if not (found := _KEY.match(source.line(above))):
        return _key_without_colon(source, above)
    start = source.line_start(line) + len(text) - len(text.lstrip(" -"))
    return trap(
        "yaml-indent",
        f"this line stands deeper than '{found.group(1)}' above, which has its value already",
        Span(source, start, at),
        "begin it in the column of the keys that it goes with",
    )


def _no_colon(source: Source, line: int) -> Diagnostic:
    if one_text := stuck(source, source.line_start(line)):
        return one_text
    if _OPENS_BLOCK.search(source.line(_line_above(source, line))):
        return _too_shallow(source, line)
    return _key_without_colon(source, line)


def _bad_indentation(source: Source, at: int) -> Diagnostic:
    line, _ = source.position(at)
    text, above = source.line(line), _line_above(source, line)
    if not _KEY.match(text) and (comment := _COMMENT.search(source.line(above))):
        return cut_at_comment(source, source.line_start(above) + comment.start(1))
    if _OPENS_BLOCK.search(source.line(above)):
        return _too_shallow(source, line)
    return trap(
        "yaml-indent",
        "the indentation of this line fits none of the lines above",
        line_end(source, at),
        "keys that belong together begin in the same column",
    )


def _key_without_colon(source: Source, line: int) -> Diagnostic:
    text = source.line(line)
    start = source.line_start(line) + len(text) - len(text.lstrip(" -"))
    return trap(
        "yaml-syntax",
        "a key was expected here, and no colon follows",
        line_end(source, start),
        "write `key: value`, or indent the line if it goes on with the text above",
    )


def _too_shallow(source: Source, line: int) -> Diagnostic:
    text = source.line(line)
    start = source.line_start(line) + len(text) - len(text.lstrip())
    return trap(
        "yaml-indent",
        "a text after `|` or `>` must stand deeper than its key",
        line_end(source, start),
        "indent this line by two more spaces than the key",
    )


def _tab(source: Source, at: int) -> Diagnostic:
    end = at + len(source.text[at:]) - len(source.text[at:].lstrip("\t"))
    return trap(
        "yaml-tab",
        "a tab stands where YAML wants spaces",
        Span(source, at, end),
        "replace each tab with spaces",
    )


def _control_character(source: Source) -> Diagnostic:
    found = yaml.reader.Reader.NON_PRINTABLE.search(source.text)
    at = found.start() if found else 0
    shown = Source(source.name, yaml.reader.Reader.NON_PRINTABLE.sub("\ufffd", source.text))
    return trap(
        "yaml-syntax",
        f"the invisible control character U+{ord(source.text[at]):04X} stands here",
        Span(shown, at, at + 1),
        "delete it",
    )


def _line_above(source: Source, line: int) -> int:
    """The nearest line above that says something, or the line itself."""
    for number in range(line - 1, 0, -1):
        text = source.line(number).strip()
        if text and not text.startswith("#"):
            return number
    return line


def _requoted(words: str) -> str:
    return f'"{words}"' if '"' not in words else "'" + words.replace("'", "''") + "'"
