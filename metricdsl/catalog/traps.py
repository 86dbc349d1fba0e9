"""What went wrong where a file is no YAML, said for people who do not know YAML's rules."""

from __future__ import annotations

import re

import yaml
from yaml.nodes import ScalarNode

from metricdsl.errors import Diagnostic
from metricdsl.source import Source, Span

QUOTE = "put the whole text in quotes, or write it on the next line after `|`"

_VALUE = re.compile(r"[ \t]*(?:- +)*(?:[^\s:#][^:#]*:[ \t]+)?(?:- +)*")
_NO_SPACE = re.compile(r"[ \t]*(?:- +)*([^\s:#'\"]+):(?=[^\s:])")
_KEY = re.compile(r"[ \t]*(?:- +)*([^\s:#][^:#]*?)[ \t]*:(?=\s|$)")
_COMMENT = re.compile(r"[ \t]#.*")

_STARTS = {
    "*": "`*` there calls up an anchor",
    "&": "`&` there sets an anchor",
    "!": "`!` there begins a tag",
    "%": "`%` is reserved there",
    "@": "`@` is reserved there",
    "`": "a backquote is reserved there",
    "-": "`-` and a blank there begin a list",
    "?": "`?` and a blank there begin a key",
    ",": "a comma there separates items",
    "]": "`]` there closes a list",
    "}": "`}` there closes a map",
}


def explain(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """The composer's error in the author's terms, at the words to be changed."""
    return _Page(source).explain(error)


def unusable_start(source: Source, offset: int) -> Diagnostic:
    """For a value whose first character means something else to YAML."""
    sign = source.text[offset]
    return _trap(
        f"a value cannot begin with {_quoted(sign)}: {_STARTS[sign]} in YAML",
        Span(source, offset, offset + 1),
        QUOTE,
    )


def cut_at_comment(source: Source, start: int) -> Diagnostic:
    """For a text that YAML ends at ` #`, where `start` is the offset of the `#`."""
    end = start + len(source.line(source.position(start)[0])) - source.position(start)[1] + 1
    return Diagnostic(
        "yaml-comment",
        "YAML cuts the text here: after a blank, `#` begins a comment",
        Span(source, start, end),
        (f"if it belongs to the text, {QUOTE}", "if it is a comment, put it on a line of its own above"),
    )


def comment_after(source: Source, node: ScalarNode) -> Diagnostic | None:
    """The comment that may have cut a plain scalar, if there is one behind it on its last line."""
    found = re.compile(r"[ \t]+#").match(source.text, node.end_mark.index)
    return cut_at_comment(source, found.end() - 1) if found else None


def tagged(source: Source, start: int) -> Diagnostic:
    """For a node with a tag such as `!!int`."""
    at = source.text.find("!", start)
    end = at + len(source.text[at:].split(maxsplit=1)[0])
    return _trap(
        "a value cannot begin with `!`: `!` there begins a tag in YAML", Span(source, at, end), QUOTE
    )


class _Page:
    """One source and the questions asked about its lines."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def explain(self, error: yaml.YAMLError) -> Diagnostic:
        if isinstance(error, yaml.reader.ReaderError):
            return self.bad_character(error)
        assert isinstance(error, yaml.MarkedYAMLError)
        problem, context = error.problem or "", error.context or ""
        mark = error.problem_mark or error.context_mark
        at = min(mark.index, len(self.source.text)) if mark else 0
        began = error.context_mark.index if error.context_mark else at
        match problem:
            case _ if "single document" in context:
                return self.at(
                    at,
                    3,
                    "yaml-documents",
                    "a file holds one document, and here `---` begins another",
                    "delete this line, or put what follows into a file of its own",
                )
            case _ if "cannot start any token" in problem:
                return self.bad_start(at)
            case _ if "block scalar" in context:
                return self.bad_block(began)
            case _ if "quoted scalar" in context or "quoted scalar" in problem:
                return self.bad_quotes(began, at, problem)
            case _ if "duplicate anchor" in problem or "duplicate anchor" in context:
                return self.at(at, 1, "yaml-syntax", "this anchor (`&name`) is set twice in the file")
            case _ if "undefined alias" in problem or "an alias" in context or "an anchor" in context:
                return unusable_start(self.source, began)
            case _ if "tag" in context or "tag" in problem:
                return unusable_start(self.source, self.source.text.rfind("!", 0, at + 1))
            case _ if "flow" in context:
                return self.bad_brackets(began, at)
            case _ if "mapping values" in problem:
                return self.bad_colon(at)
            case _ if "expected ':'" in problem:
                return self.no_colon(began)
            case _ if "expected node content" in problem or "expected the node content" in problem:
                return unusable_start(self.source, at)
            case _ if "entries are not allowed" in problem or "keys are not allowed" in problem:
                return unusable_start(self.source, at)
            case _ if "parsing a block" in context:
                return self.bad_line(at)
            case _:
                return self.at(at, 1, "yaml-syntax", f"this is not YAML: {problem or error}")

    # --- one function for each kind of trap -------------------------------------------------------

    def bad_character(self, error: yaml.reader.ReaderError) -> Diagnostic:
        where = next((i for i, c in enumerate(self.source.text) if not _printable(c)), 0)
        return self.at(
            where,
            1,
            "yaml-syntax",
            f"a control character (U+{ord(self.source.text[where]):04X}) cannot stand in a file",
            "delete it: it is invisible in most editors",
        )

    def bad_start(self, at: int) -> Diagnostic:
        if "\t" in self.source.text[at : at + 1]:
            return self.tab(at)
        found = re.compile(r"[ \t]*").match(self.source.text, at)
        if found and self.source.text[found.end() : found.end() + 1] not in _STARTS:
            return self.tab(self.source.text.find("\t", at))
        return unusable_start(self.source, at)

    def tab(self, at: int) -> Diagnostic:
        end = at + len(self.source.text[at:]) - len(self.source.text[at:].lstrip("\t"))
        return Diagnostic(
            "yaml-tab",
            "lines are indented by blanks, and here stands a tab",
            Span(self.source, at, end),
            ("replace each tab with blanks",),
        )

    def bad_block(self, began: int) -> Diagnostic:
        sign = self.source.text[began]
        rest = self.rest_of_line(began)
        meaning = "a text whose line breaks do not count" if sign == ">" else "a text with its line breaks"
        return _trap(
            f"a value cannot begin with `{sign}`: in YAML it announces {meaning} on the lines below",
            Span(self.source, began, began + len(rest)),
            "put the whole text in quotes, or write it on the next line after `|`",
        )

    def bad_quotes(self, began: int, at: int, problem: str) -> Diagnostic:
        if "escape" in problem:
            backslash = self.source.text.rfind("\\", began, at + 1)
            words = self.source.text[backslash : backslash + 2]
            return _trap(
                f"`{words}` means nothing inside double quotes",
                Span(self.source, backslash, backslash + 2),
                "use single quotes, in which a backslash is a backslash, or double the backslash",
            )
        quote = self.source.text[began]
        return _trap(
            f"the quote {_quoted(quote)} that opens here is never closed",
            Span(self.source, began, began + len(self.rest_of_line(began))),
            f"close it with another {_quoted(quote)}",
        )

    def bad_brackets(self, began: int, at: int) -> Diagnostic:
        sign = self.source.text[began]
        what, closing = ("map", "}") if sign == "{" else ("list", "]")
        if comment := self.comment_in(began, at):
            return cut_at_comment(self.source, comment)
        if "\n" not in self.source.text[began:at]:
            words = self.source.text[at : at + 1] or " "
            return self.at(
                at,
                1,
                "yaml-syntax",
                f"inside `{sign} {closing}` the text before this {_quoted(words)} has ended already",
                "inside brackets put every formula and text in quotes",
            )
        return _trap(
            f"the {what} that `{sign}` opens here is never closed",
            Span(self.source, began, began + len(self.rest_of_line(began))),
            f"close it with `{closing}`; a text that begins with `{sign}` stands in quotes",
        )

    def bad_colon(self, at: int) -> Diagnostic:
        line, column = self.source.position(at)
        before = self.source.line(line)[: column - 1]
        if re.search(r":\s", before):
            return self.at(
                at, 1, "yaml-colon", "a text cannot hold a colon and a blank unless it is quoted", QUOTE
            )
        above = self.line_above(line)
        if above is None:
            return self.at(at, 1, "yaml-syntax", "this colon is one too many")
        text = self.source.line(above)
        if found := _NO_SPACE.match(text):
            return self.missing_space(above, found)
        if found := _KEY.match(text):
            key, deeper = _KEY.match(self.source.line(line)), found.group(1)
            start = self.offset(line) + (key.start(1) if key else 0)
            return Diagnostic(
                "yaml-indent",
                f"this line stands deeper than '{deeper}' above it, which has its value already",
                Span(self.source, start, at),
                ("give it the indentation of the keys that it belongs to",),
            )
        return self.key_without_colon(above)

    def no_colon(self, began: int) -> Diagnostic:
        line, _ = self.source.position(began)
        if found := _NO_SPACE.match(self.source.line(line)):
            return self.missing_space(line, found)
        above = self.line_above(line)
        if above is not None and re.search(r"[|>][-+0-9]*\s*$", self.source.line(above)):
            return self.too_shallow(line)
        return self.key_without_colon(line)

    def bad_line(self, at: int) -> Diagnostic:
        line, column = self.source.position(at)
        text = self.source.line(line)
        above = self.line_above(line)
        if text[: column - 1].strip(" -"):
            return self.after_value(at, line, column)
        if (
            above is not None
            and not _KEY.match(text)
            and (comment := _COMMENT.search(self.source.line(above)))
        ):
            return cut_at_comment(self.source, self.offset(above) + comment.start() + 1)
        if above is not None and re.search(r"[|>][-+0-9]*\s*$", self.source.line(above)):
            return self.too_shallow(line)
        return Diagnostic(
            "yaml-indent",
            "the indentation of this line fits none of the lines above",
            Span(self.source, at, at + len(text.rstrip()) - column + 1),
            ("keys that belong together begin in the same column",),
        )

    def after_value(self, at: int, line: int, column: int) -> Diagnostic:
        text = self.source.line(line)
        found = _VALUE.match(text)
        start = found.end() if found else 0
        sign = text[start : start + 1]
        words = Span(self.source, self.offset(line) + start, self.offset(line) + len(text.rstrip()))
        if sign in "'\"" and sign:
            return _trap(
                "the text goes on after its closing quote",
                words,
                f"quote the whole text once more, as in {_requoted(text[start:].rstrip())}, "
                "or write it on the next line after `|`",
            )
        if sign in "{[" and sign:
            what = "a map" if sign == "{" else "a list"
            return _trap(f"a value cannot begin with `{sign}`: in YAML it opens {what}", words, QUOTE)
        return self.at(at, 1, "yaml-syntax", "something stands here after the end of the value", QUOTE)

    # --- looking around ---------------------------------------------------------------------------

    def missing_space(self, line: int, found: re.Match[str]) -> Diagnostic:
        start = self.offset(line) + found.start(1)
        return _trap(
            f"a blank is missing after '{found.group(1)}:'",
            Span(self.source, start, start + len(found.group(1)) + 1),
            f"write `{found.group(1)}: …`",
        )

    def key_without_colon(self, line: int) -> Diagnostic:
        text = self.source.line(line)
        start = self.offset(line) + len(text) - len(text.lstrip(" -"))
        return _trap(
            f"'{text.strip(' -')}' stands where a key was expected, and no colon follows it",
            Span(self.source, start, self.offset(line) + len(text.rstrip())),
            "write `key: value`, or indent the line if it continues the text above",
        )

    def too_shallow(self, line: int) -> Diagnostic:
        text = self.source.line(line)
        start = self.offset(line) + len(text) - len(text.lstrip())
        return Diagnostic(
            "yaml-indent",
            "a text after `|` or `>` stands deeper than its key",
            Span(self.source, start, self.offset(line) + len(text.rstrip())),
            ("indent this line by two more blanks than the key",),
        )

    def comment_in(self, began: int, at: int) -> int | None:
        found = _COMMENT.search(self.source.text, began, at)
        return found.start() + 1 if found else None

    def line_above(self, line: int) -> int | None:
        """The nearest line above which says something."""
        for number in range(line - 1, 0, -1):
            text = self.source.line(number).strip()
            if text and not text.startswith("#"):
                return number
        return None

    def offset(self, line: int) -> int:
        return self.source.line_start(line)

    def rest_of_line(self, at: int) -> str:
        line, column = self.source.position(at)
        return self.source.line(line)[column - 1 :].rstrip()

    def at(self, start: int, length: int, code: str, message: str, *hints: str) -> Diagnostic:
        return Diagnostic(code, message, Span(self.source, start, start + length), hints)


def _trap(message: str, place: Span, hint: str) -> Diagnostic:
    return Diagnostic("yaml-quotes", message, place, (hint,))


def _quoted(sign: str) -> str:
    return "a backquote" if sign == "`" else f"`{sign}`"


def _requoted(words: str) -> str:
    return '"' + words + '"' if '"' not in words else "'" + words.replace("'", "''") + "'"


def _printable(character: str) -> bool:
    return not yaml.reader.Reader.NON_PRINTABLE.search(character)
