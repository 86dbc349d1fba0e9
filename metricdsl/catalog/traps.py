"""What went wrong where a file is no YAML, said for people who do not know YAML's rules.

The parser's problem says which kind of trap it was; the words and the place come from the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Container

import yaml
from yaml.nodes import ScalarNode

from metricdsl.errors import Diagnostic
from metricdsl.source import Source, Span

QUOTE = "put the whole text in quotes, or write it on the next line after `|`"

_STUCK = re.compile(r"[ \t\u3000\xa0]*(?:- +)*([^\s:：#'\"{\[]+)(：|:(?=[^ \t\r\n]))")
_KEY = re.compile(r"[ \t]*(?:- +)*([^\s:#][^:#]*?)[ \t]*:(?=\s|$)")
_VALUE = re.compile(r"[ \t]*(?:- +)*(?:[^\s:#'\"][^:#]*:[ \t]+)?(?:- +)*")
_COMMENT = re.compile(r"[ \t](#.*)")
_OPENS_BLOCK = re.compile(r":[ \t]+[|>][-+0-9]*[ \t]*(#.*)?$")

_MEANINGS = {
    "*": "which calls up an anchor",
    "&": "which sets an anchor",
    "!": "which begins a tag",
    "-": "which begins an item of a list when a space follows",
    "?": "which begins a key when a space follows",
    ",": "which separates items",
    "]": "which closes a list",
    "}": "which closes a map",
    "{": "which opens a map",
    "[": "which opens a list",
    ">": "which announces a text on the lines below",
    "|": "which announces a text on the lines below",
}


def explain(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """The parser's error in the author's terms, at the words to be changed."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(source)
    assert isinstance(error, yaml.MarkedYAMLError)
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(source.text)) if mark else 0
    began = error.context_mark.index if error.context_mark else at
    problem, context = error.problem or "", error.context or ""
    if "single document" in context:
        return _problem(
            "yaml-documents",
            "a file holds one document, and here `---` begins another",
            Span(source, at, at + 3),
            "delete this line, or put what follows into another file",
        )
    if "quoted scalar" in context:
        return _bad_quotes(source, began, at, problem)
    if "duplicate anchor" in f"{context} {problem}":
        return _problem("yaml-syntax", "two anchors (`&name`) have the same name", Span(source, at, at + 1))
    return _bad_value(source, problem, context, began, at) or _bad_line(source, problem, context, began, at)


def _bad_value(source: Source, problem: str, context: str, began: int, at: int) -> Diagnostic | None:
    """Where a value on its line is what YAML cannot read."""
    if "cannot start any token" in problem:
        blanks = at + len(source.text[at:]) - len(source.text[at:].lstrip(" \t"))
        if "\t" in source.text[at:blanks]:
            return _tab(source, source.text.index("\t", at))
        return bad_start(source, at)
    if "block scalar" in context or "alias" in f"{context} {problem}" or "anchor" in context:
        return bad_start(source, began)
    if " tag" in context or " tag" in problem:
        return bad_start(source, source.text.rfind("!", 0, at + 1))
    if "node content" in problem or "entries are not allowed" in problem or "keys are not allowed" in problem:
        return bad_start(source, at)
    if "flow" in context:
        return _bad_brackets(source, began, at)
    return None


def _bad_line(source: Source, problem: str, context: str, began: int, at: int) -> Diagnostic:
    """Where a line does not go with the lines above."""
    line, column = source.position(at)
    if "mapping values" in problem:
        return _bad_colon(source, at)
    if "expected ':'" in problem:
        return _no_colon(source, source.position(began)[0])
    if "block" in context and source.line(line)[: column - 1].strip(" -"):
        return _after_value(source, at)
    if "block" in context:
        return _bad_indentation(source, at)
    return _problem("yaml-syntax", f"this is not YAML: {problem or context}", Span(source, at, at + 1))


# --- values that YAML reads otherwise ----------------------------------------------------------------


def bad_start(source: Source, at: int) -> Diagnostic:
    """For a value whose first character means something else to YAML."""
    sign = source.text[at : at + 1]
    return _problem(
        "yaml-quotes",
        f"in YAML a text cannot begin with {_quoted(sign)}, {_MEANINGS.get(sign, 'which is reserved')}",
        _line_end(source, at),
        QUOTE,
    )


def comment_after(source: Source, node: ScalarNode) -> Diagnostic | None:
    """The comment behind a plain scalar, which may be a part of the text that YAML cut off."""
    found = re.compile(r"[ \t]+#").match(source.text, node.end_mark.index)
    return _cut_at_comment(source, found.end() - 1) if found else None


def stuck(source: Source, at: int, keys: Container[str] | None = None) -> Diagnostic | None:
    """For `key:value`, which YAML takes for one text, and for a colon or blank of another keyboard.

    With `keys` only those count.
    """
    found = _STUCK.match(source.text, at)
    if not found or (keys is not None and found.group(1) not in keys):
        return None
    key, colon = found.groups()
    following = source.text[found.end() : found.end() + 1]
    place = Span(source, found.start(1), found.end())
    if colon == ":" and not following.isspace():
        return _problem("yaml-quotes", f"a space is missing after '{key}:'", place, f"write `{key}: …`")
    what, sign = ("colon", colon) if colon == "：" else ("space", following)
    message = f"after '{key}' stands U+{ord(sign):04X}, which is no {what} to YAML"
    return _problem("yaml-quotes", message, place, f"write `{key}: …`, with Latin letters on")


def cut_at_comma(source: Source, start: int, comma: int) -> Diagnostic:
    """For a text inside brackets that a comma ends."""
    return _problem(
        "yaml-quotes",
        "inside brackets this comma ends the text before it",
        Span(source, comma, comma + 1),
        "put the whole text in quotes",
        related=(("the text", Span(source, start, comma)),),
    )


def _cut_at_comment(source: Source, at: int, repair: str = QUOTE) -> Diagnostic:
    return _problem(
        "yaml-comment",
        "YAML cuts the text here: after a space, `#` begins a comment",
        _line_end(source, at),
        f"if it belongs to the text, {repair}",
        "if it is a comment, put it on a line of its own above",
    )


def _bad_quotes(source: Source, began: int, at: int, problem: str) -> Diagnostic:
    if "escape" in problem:
        backslash = source.text.rfind("\\", began, at + 1)
        return _problem(
            "yaml-quotes",
            f"`{source.text[backslash : backslash + 2]}` means nothing inside double quotes",
            Span(source, backslash, backslash + 2),
            "use single quotes, in which a backslash is only a backslash, or double it",
        )
    return _never_closed(source, began)


def _never_closed(source: Source, at: int) -> Diagnostic:
    quote = _quoted(source.text[at])
    return _problem(
        "yaml-quotes",
        f"the quote {quote} that opens here is never closed",
        _line_end(source, at),
        f"close it with another {quote}",
    )


def _bad_brackets(source: Source, began: int, at: int) -> Diagnostic:
    sign = source.text[began]
    closing, what = ("}", "map") if sign == "{" else ("]", "list")
    if comment := _COMMENT.search(source.text, began, at):
        return _cut_at_comment(source, comment.start(1), "put the whole text in quotes")
    if "\n" not in source.text[began:at]:
        return _problem(
            "yaml-quotes",
            f"inside `{sign} {closing}` the text before this has ended already",
            Span(source, at, at + 1),
            "inside brackets put every formula in double quotes",
        )
    return _problem(
        "yaml-quotes",
        f"the {what} that `{sign}` opens here is never closed",
        _line_end(source, began),
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
        return _problem("yaml-syntax", "the value before this has ended", Span(source, at, at + 1), QUOTE)
    if at == place.start + 1:  # what looks like an opening quote has closed one further up
        return _never_closed(source, source.text.rfind(sign, 0, place.start))
    if text.endswith(sign) and inside.count(sign) % 2:
        other = "'" if sign == '"' else '"'
        repair = f"put the text in the other quotes: {other}{inside}{other}"
    else:
        repair = f"quote the whole text once more: {_requoted(text[start:])}"
    return _problem(
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
        return _problem(
            "yaml-quotes",
            "a text with a colon and a space in it must be quoted",
            Span(source, at, at + 1),
            QUOTE,
        )
    above = _line_above(source, line)
    if trap := stuck(source, source.line_start(above)):
        return trap
    if not (found := _KEY.match(source.line(above))):
        return _key_without_colon(source, above)
    start = source.line_start(line) + len(text) - len(text.lstrip(" -"))
    return _problem(
        "yaml-indent",
        f"this line stands deeper than '{found.group(1)}' above, which has its value already",
        Span(source, start, at),
        "begin it in the column of the keys that it goes with",
    )


def _no_colon(source: Source, line: int) -> Diagnostic:
    if trap := stuck(source, source.line_start(line)):
        return trap
    if _OPENS_BLOCK.search(source.line(_line_above(source, line))):
        return _too_shallow(source, line)
    return _key_without_colon(source, line)


def _bad_indentation(source: Source, at: int) -> Diagnostic:
    line, _ = source.position(at)
    text, above = source.line(line), _line_above(source, line)
    if not _KEY.match(text) and (comment := _COMMENT.search(source.line(above))):
        return _cut_at_comment(source, source.line_start(above) + comment.start(1))
    if _OPENS_BLOCK.search(source.line(above)):
        return _too_shallow(source, line)
    return _problem(
        "yaml-indent",
        "the indentation of this line fits none of the lines above",
        _line_end(source, at),
        "keys that belong together begin in the same column",
    )


def _key_without_colon(source: Source, line: int) -> Diagnostic:
    text = source.line(line)
    start = source.line_start(line) + len(text) - len(text.lstrip(" -"))
    return _problem(
        "yaml-syntax",
        "a key was expected here, and no colon follows",
        _line_end(source, start),
        "write `key: value`, or indent the line if it goes on with the text above",
    )


def _too_shallow(source: Source, line: int) -> Diagnostic:
    text = source.line(line)
    start = source.line_start(line) + len(text) - len(text.lstrip())
    return _problem(
        "yaml-indent",
        "a text after `|` or `>` must stand deeper than its key",
        _line_end(source, start),
        "indent this line by two more spaces than the key",
    )


def _tab(source: Source, at: int) -> Diagnostic:
    end = at + len(source.text[at:]) - len(source.text[at:].lstrip("\t"))
    return _problem(
        "yaml-tab",
        "a tab stands where YAML wants spaces",
        Span(source, at, end),
        "replace each tab with spaces",
    )


def _control_character(source: Source) -> Diagnostic:
    found = yaml.reader.Reader.NON_PRINTABLE.search(source.text)
    at = found.start() if found else 0
    shown = Source(source.name, yaml.reader.Reader.NON_PRINTABLE.sub("\ufffd", source.text))
    return _problem(
        "yaml-syntax",
        f"the invisible control character U+{ord(source.text[at]):04X} stands here",
        Span(shown, at, at + 1),
        "delete it",
    )


# --- words and places ----------------------------------------------------------------------------------


def _problem(
    code: str, message: str, place: Span, *hints: str, related: tuple[tuple[str, Span], ...] = ()
) -> Diagnostic:
    return Diagnostic(code, message, place, hints, related)


def _line_above(source: Source, line: int) -> int:
    """The nearest line above that says something, or the line itself."""
    for number in range(line - 1, 0, -1):
        text = source.line(number).strip()
        if text and not text.startswith("#"):
            return number
    return line


def _line_end(source: Source, at: int) -> Span:
    """From a place to the end of its line."""
    line, column = source.position(at)
    return Span(source, at, max(at + 1, at + len(source.line(line).rstrip()) - column + 1))


def _quoted(sign: str) -> str:
    return "a backquote" if sign == "`" else f"`{sign}`"


def _requoted(words: str) -> str:
    return f'"{words}"' if '"' not in words else "'" + words.replace("'", "''") + "'"
