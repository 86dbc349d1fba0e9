"""What each rule of the grammar becomes: Lark's tree in, our frozen tree out.

A method is named as its rule, and gets the place of the rule's words and what the rule holds:
trees already built, and Lark's tokens where a rule keeps a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NoReturn, cast

from metricdsl.errors import fail
from metricdsl.language import syntax
from metricdsl.language.aggregates import Tail, aggregate
from metricdsl.language.periods import day, period, singular, written
from metricdsl.language.spellings import range_meant
from metricdsl.language.syntax import Name
from metricdsl.language.values import python_value
from metricdsl.source import Span, Text
from metricdsl.types import GRAINS

MAX_DIGITS = 38  # what the decimals of every engine hold
MAX_LEVELS = 600  # of a tree: whoever walks it may do so by plain recursion


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a question: its keyword, and the fields of the question that it sets."""

    keyword: str
    fields: dict[str, Any]
    span: Span


class Trees:
    """Builds the trees of one text."""

    def __init__(self, text: Text, values: Mapping[str, Any] | None = None) -> None:
        self.text, self.values = text, values or {}

    def build(self, root: Any) -> Any:
        """The tree of a whole parse, children first and without recursion: formulas may be deep."""
        order, waiting = [], [(root, 0)]
        while waiting:
            node, level = waiting.pop()
            order.append(node)
            if level > MAX_LEVELS:
                raise self._too_deep(node)
            waiting.extend((child, level + 1) for child in node.children if hasattr(child, "children"))
        built: dict[int, Any] = {}
        for node in reversed(order):
            children = [built[id(child)] if hasattr(child, "children") else child for child in node.children]
            span = self.text.span(node.meta.start_pos, node.meta.end_pos)
            built[id(node)] = getattr(self, node.data)(span, *children)
        return built[id(root)]

    def place(self, token: Any) -> Span:
        return self.text.span(token.start_pos, token.end_pos)

    def _too_deep(self, node: Any) -> Exception:
        return fail(
            "syntax-too-deep",
            f"this is nested in more than {MAX_LEVELS} operations",
            self.text.span(node.meta.start_pos, node.meta.end_pos),
            "write a long 'x = a or x = b' as 'x in (a, b)', and make metrics of the parts of a long sum",
        )

    # --- the whole texts ---------------------------------------------------------------------------

    def formula(self, span: Span, tree: syntax.Expression) -> syntax.Expression:
        return tree

    def signature(self, span: Span, function: Any, *parameters: str) -> syntax.Signature:
        return syntax.Signature(self.word(function), parameters, span=span)

    def join(self, span: Span, entity: str, *parts: Any) -> syntax.Join:
        pairs = tuple(part for part in parts if isinstance(part, tuple))
        as_of = parts[-1] if isinstance(parts[-1], str) else None
        return syntax.Join(entity, pairs, as_of, span=span)

    def pair(self, span: Span, own: str, other: str | None = None) -> tuple[str, str | None]:
        return own, other

    def question(self, span: Span, columns: tuple[syntax.Column, ...], *clauses: Clause) -> syntax.Question:
        fields: dict[str, Any] = {}
        seen: dict[str, Clause] = {}
        for clause in clauses:
            if clause.keyword in seen:
                raise _twice(clause, seen[clause.keyword])
            seen[clause.keyword] = clause
            fields |= clause.fields
        return syntax.Question(columns, **fields, span=span)

    # --- clauses -------------------------------------------------------------------------------------

    def columns(self, span: Span, *columns: syntax.Column) -> tuple[syntax.Column, ...]:
        return columns

    def column(self, span: Span, formula: syntax.Expression, alias: str | None = None) -> syntax.Column:
        return syntax.Column(formula, alias, span=span)

    def by_clause(self, span: Span, *parts: syntax.Grouping | Tail) -> Clause:
        axes = [part for part in parts if isinstance(part, Tail)]
        if len(axes) > 1:
            raise fail("syntax-clause-twice", "'by' takes one time axis, this is the second", axes[1].span,
                       related=[("the first one", axes[0].span)])  # fmt: skip
        groupings = tuple(part for part in parts if isinstance(part, syntax.Grouping))
        return Clause("by", {"by": groupings, "by_axis": axes[0].value if axes else None}, span)

    def grouping(self, span: Span, *parts: Any) -> syntax.Grouping:
        every = _is(parts[0], "ALL")
        expression, *alias = parts[1:] if every else parts
        if isinstance(expression, syntax.Parameter) and expression.bound:
            raise fail("syntax-bound", "a Python value cannot stand for a group, which is a part of the question",
                       span, "write the group itself, or make the text of the question in Python")  # fmt: skip
        if len(names := _joined(expression)) > 1:
            raise fail("syntax-comma", "groups are separated by commas", span, f"write by {', '.join(names)}")
        return syntax.Grouping(expression, alias[0] if alias else None, every, span=span)

    def grain_of(self, span: Span, grain: Any, field: Name) -> syntax.GrainOf:
        return syntax.GrainOf(self.word(grain), field, span=span)

    def since(self, span: Span, unit: Any, field: Name) -> syntax.Since:
        return syntax.Since(singular(self.word(unit), 2), field, span=span)

    def for_clause(self, span: Span, what: syntax.Range, axis: Tail | None = None) -> Clause:
        return Clause("for", {"range": what, "for_axis": axis.value if axis else None}, span)

    def explicit_range(self, span: Span, first: Any, last: Any = None) -> syntax.Range:
        start, end = self.period(first)[0], self.period(last or first)[1]
        if end < start:
            raise fail("syntax-range", f"the range ends before it starts: {end} is before {start}", span,
                       f"did you mean '{last} to {first}'?")  # fmt: skip
        return syntax.Range("explicit", first=start, last=end, span=span)

    def since_range(self, span: Span, first: Any) -> syntax.Range:
        return syntax.Range("since", first=self.period(first)[0], span=span)

    def before_range(self, span: Span, last: Any) -> syntax.Range:
        return syntax.Range("before", last=self.period(last)[0], span=span)

    def last_range(self, span: Span, *parts: Any) -> syntax.Range:
        count = self.whole_number(parts[0], least=1) if len(parts) == 2 else 1
        return syntax.Range("last", count=count, unit=singular(self.word(parts[-1]), count), span=span)

    def this_range(self, span: Span, unit: Any) -> syntax.Range:
        return syntax.Range("this", unit=self.word(unit), span=span)

    def to_date_range(self, span: Span, unit: Any) -> syntax.Range:
        return syntax.Range("to date", unit=self.word(unit), span=span)

    def named_day(self, span: Span, name: Any) -> syntax.Range:
        if name == "today":
            return syntax.Range("this", unit="day", span=span)
        if name == "yesterday":
            return syntax.Range("last", count=1, unit="day", span=span)
        if (meant := range_meant(name)) and meant[0] == name:
            raise fail("syntax-period", f"'{name}' is not how a period is written", span, f"write {meant[1]}")
        if name not in GRAINS:
            raise fail("syntax-period", f"'{name}' is not a period", span,
                       "write for 2025, for 2025-03, for last 12 months, for this year or for month to date")  # fmt: skip
        raise fail(
            "syntax-range",
            f"'for {name}' does not say which one is meant",
            span,
            f"write 'for this {name}', 'for last {name}' or 'for {name} to date'",
            "or write the period itself: 'for 2025', 'for 2025-Q1', 'for 2025-03'",
        )

    def where_clause(self, span: Span, condition: syntax.Expression) -> Clause:
        return Clause("where", {"where": condition}, span)

    def having_clause(self, span: Span, condition: syntax.Expression) -> Clause:
        return Clause("having", {"having": condition}, span)

    def vs_prior(self, span: Span, by: Any, aligned: Any = None) -> Clause:
        if not isinstance(by, syntax.Duration | syntax.Parameter):
            by = syntax.Duration(1, self.word(by), span=self.place(by))
        return Clause("vs", {"versus": syntax.VersusPrior(by, aligned is not None, span=span)}, span)

    def vs_target(self, span: Span) -> Clause:
        return Clause("vs", {"versus": syntax.VersusTarget(span=span)}, span)

    def order_clause(self, span: Span, *orders: syntax.Order) -> Clause:
        return Clause("order by", {"order": orders}, span)

    def order(self, span: Span, expression: syntax.Expression, direction: Any = None) -> syntax.Order:
        return syntax.Order(expression, _is(direction, "DESCENDING"), span=span)

    def top_clause(self, span: Span, count: Any, dimension: Name, by: Any, others: Any = None) -> Clause:
        number = self.whole_number(count, least=1)
        return Clause("top", {"top": syntax.Top(number, dimension, by, others is not None, span=span)}, span)

    def limit_clause(self, span: Span, count: Any) -> Clause:
        return Clause("limit", {"limit": self.whole_number(count)}, span)

    def as_of_clause(self, span: Span, keyword: Any, when: Any) -> Clause:
        if isinstance(when, syntax.Date):
            return Clause("as of", {"as_of": when.value}, span)
        first, last = self.period(when) if _is(when, "BOUND") else (day(when, self.place(when)),) * 2
        if first != last:
            raise fail("syntax-date", f"{when} is not one day: {written(first, last)}", self.place(when))
        return Clause("as of", {"as_of": first}, span)

    def with_clause(self, span: Span, *settings: tuple[str, syntax.Literal, Span]) -> Clause:
        seen: dict[str, Span] = {}
        for name, _, place in settings:
            if name in seen:
                raise fail("syntax-clause-twice", f"'with' sets '{name}' twice", place,
                           related=[("the first time", seen[name])])  # fmt: skip
            seen[name] = place
        return Clause("with", {"parameters": tuple((name, value) for name, value, _ in settings)}, span)

    def setting(self, span: Span, name: str, value: syntax.Literal) -> tuple[str, syntax.Literal, Span]:
        return name, value, span

    def negative(self, span: Span, sign: Any, number: syntax.Number) -> syntax.Number:
        return syntax.Number(-number.value, number.percent, span=span)

    # --- values --------------------------------------------------------------------------------------

    def number(self, span: Span, token: Any) -> syntax.Number:
        if len(token) > MAX_DIGITS:
            raise fail("syntax-number", f"a number has {MAX_DIGITS} digits at most", span)
        if token.type == "PERCENT":
            return syntax.Number(Decimal(token[:-1] + "e-2"), percent=True, span=span)
        return syntax.Number(int(token) if token.type == "INTEGER" else Decimal(token), span=span)

    def period(self, token: Any) -> tuple[date, date]:
        """The first and the last day of a period that is written, or that a Python value is."""
        place = self.place(token)
        if not _is(token, "BOUND"):
            return period(token, place)
        match self.bound(token):
            case datetime() as value if value.tzinfo or value.time() != time():
                pass
            case date() as value:
                first = date(value.year, value.month, value.day)
                return first, first
            case str() as text:
                return period(text, place)
        raise fail("wrong-value", f"{token} is no day and no period", place,
                   "give it a date, or a text such as '2025-03'")  # fmt: skip

    def bound(self, token: Any) -> Any:
        """What Python has under the name in `{{name}}`."""
        return python_value(token[2:-2].strip(), self.values, self.place(token))

    def whole_number(self, token: Any, least: int = 0) -> int:
        value = self.bound(token) if _is(token, "BOUND") else self.number(self.place(token), token).value
        if not isinstance(value, int) or isinstance(value, bool):
            raise fail("wrong-value", f"{token} is no whole number", self.place(token))
        if value < least:
            raise fail("syntax-number", f"this has to be {least} or more", self.place(token))
        return int(value)

    def string(self, span: Span, token: Any) -> syntax.Text:
        return syntax.Text(token[1:-1].replace("''", "'"), span=span)

    def yes(self, span: Span) -> syntax.Boolean:
        return syntax.Boolean(True, span=span)

    def no(self, span: Span) -> syntax.Boolean:
        return syntax.Boolean(False, span=span)

    def nothing(self, span: Span) -> syntax.Null:
        return syntax.Null(span=span)

    def date(self, span: Span, keyword: Any, token: Any) -> syntax.Date:
        return syntax.Date(day(token[1:-1], self.place(token)), span=span)

    def bare_day(self, span: Span, token: Any) -> NoReturn:
        raise fail("syntax-date", f"'{token}' would be a subtraction in a formula", span,
                   f"write date '{token}'")  # fmt: skip

    def duration(self, span: Span, amount: Any, unit: Any) -> syntax.Duration:
        count = self.whole_number(amount)
        return syntax.Duration(count, singular(self.word(unit), count), span=span)

    def parameter(self, span: Span, token: Any) -> syntax.Parameter:
        if token.type == "BOUND":
            return syntax.Parameter(token[2:-2].strip(), bound=True, span=span)
        return syntax.Parameter(token[1:], span=span)

    def path(self, span: Span, *tokens: Any) -> Name:
        return Name(tuple(self.word(token) for token in tokens), span=span)

    def name(self, span: Span, token: Any) -> str:
        return self.word(token)

    def word(self, token: Any) -> str:
        """A name without its backquotes."""
        word = str(token)
        if word.startswith("`"):
            return word[1:-1].replace("``", "`")
        if not word.isascii() and not word.isidentifier():
            raise self._odd_letter(token)
        return word

    def _odd_letter(self, token: Any) -> Exception:
        at = next(i for i in range(1, len(token) + 1) if not token[:i].isidentifier()) - 1
        place = self.text.span(token.start_pos + at, token.start_pos + at + 1)
        return fail(
            "syntax-name",
            f"'{token[at]}' cannot stand in a bare name",
            place,
            f"put the name in backquotes: `{token}`",
        )

    # --- operators and row functions -----------------------------------------------------------------

    def operation(self, span: Span, left: Any, operator: Any, right: Any) -> syntax.Operation:
        return syntax.Operation(cast(syntax.Operator, " ".join(operator.split())), (left, right), span=span)

    def negation(self, span: Span, keyword: Any, operand: Any) -> syntax.Operation:
        return syntax.Operation("not", (operand,), span=span)

    def minus(self, span: Span, sign: Any, operand: Any) -> syntax.Operation:
        return syntax.Operation("negate", (operand,), span=span)

    def membership(self, span: Span, value: Any, *items: Any) -> syntax.Membership:
        negated = _is(items[0], "NOT")
        return syntax.Membership(value, items[negated:], negated, span=span)

    def between(self, span: Span, value: Any, *rest: Any) -> syntax.Between:
        return syntax.Between(value, rest[-3], rest[-1], _is(rest[0], "NOT"), span=span)

    def is_null(self, span: Span, value: Any, negated: Any = None) -> syntax.IsNull:
        return syntax.IsNull(value, negated is not None, span=span)

    def case(self, span: Span, *parts: Any) -> syntax.Case:
        branches = tuple(part for part in parts if isinstance(part, tuple))
        default = parts[len(branches)] if len(parts) == len(branches) + 2 else None
        return syntax.Case(branches, default, span=span)

    def when(self, span: Span, condition: Any, value: Any) -> tuple[Any, Any]:
        return condition, value

    def if_call(self, span: Span, keyword: Any, *parts: Any) -> syntax.Case:
        if len(parts) != 3:
            raise fail("syntax-arguments", f"'if' takes three arguments, not {len(parts)}", span,
                       "write if(condition, value, otherwise)")  # fmt: skip
        return syntax.Case(((parts[0], parts[1]),), parts[2], span=span)

    def call(self, span: Span, function: Any, *arguments: Any) -> syntax.Call:
        return syntax.Call(self.word(function), arguments, span=span)

    def neighbour(self, span: Span, function: Any, value: Any, per: Name) -> syntax.Neighbour:
        return syntax.Neighbour(function.value, value, per, span=span)

    def has(self, span: Span, keyword: Any, entity: Name, where: Any = None) -> syntax.Has:
        return syntax.Has(entity, where, span=span)

    # --- aggregates ----------------------------------------------------------------------------------

    def aggregate(self, span: Span, function: Any, *parts: Any) -> syntax.Aggregate:
        distinct = parts[0] if _is(parts[0], "DISTINCT") else None
        rest = parts[1:] if distinct is not None else parts
        arguments = tuple(part for part in rest if not isinstance(part, Tail))
        tails = tuple(part for part in rest if isinstance(part, Tail))
        place = None if distinct is None else self.place(distinct)
        return aggregate(function.value, place, arguments, tails, span)

    def repeated(self, span: Span) -> Tail:
        return Tail("repeated", True, span)

    def where(self, span: Span, condition: Any) -> Tail:
        return Tail("where", condition, span)

    def on(self, span: Span, axis: Name) -> Tail:
        return Tail("on", axis, span)

    def at(self, span: Span, when: Any) -> Tail:
        return Tail("at", when.value, span)

    def per(self, span: Span, *parts: Any) -> Tail:
        return Tail("per", parts, span)

    def followed(self, span: Span, keyword: Any, entity: Name) -> Tail:
        return Tail(
            "followed by", syntax.Step(entity, negated=keyword.type == "NOT_FOLLOWED", span=span), span
        )

    def via(self, span: Span, path: Name) -> Tail:
        return Tail("via", path, span)

    def within(self, span: Span, *lengths: Any) -> Tail:
        most = lengths[-1]
        least = lengths[0] if len(lengths) == 2 else None
        if least is not None and not isinstance(least, syntax.Duration | syntax.Parameter | Name):
            if not isinstance(most, syntax.Duration):
                raise fail("syntax-within", "the shorter length has no unit", self.place(least),
                           f"write {least} days to …")  # fmt: skip
            least = syntax.Duration(self.whole_number(least), most.unit, span=self.place(least))
        return Tail("within", (least, most), span)

    def elapsed(self, span: Span, *arguments: Any) -> Tail:
        return Tail("elapsed", arguments, span)

    # --- other contexts ------------------------------------------------------------------------------

    def narrowed(self, span: Span, formula: Any, where: Any) -> syntax.Narrowed:
        return syntax.Narrowed(formula, where, span=span)

    def shifted(
        self, span: Span, function: Any, formula: Any, by: Any, aligned: Any = None
    ) -> syntax.Shifted:
        return syntax.Shifted(function.value, formula, by, aligned is not None, span=span)

    def trailing(self, span: Span, keyword: Any, formula: Any, window: Any) -> syntax.Trailing:
        return syntax.Trailing(formula, window, span=span)

    def to_date(self, span: Span, keyword: Any, formula: Any, grain: Any) -> syntax.ToDate:
        return syntax.ToDate(formula, self.word(grain), span=span)

    def running(self, span: Span, keyword: Any, formula: Any) -> syntax.Running:
        return syntax.Running(formula, span=span)

    def total(self, span: Span, keyword: Any, formula: Any, *parts: Any) -> syntax.Total:
        ignoring = bool(parts) and _is(parts[-1], "IGNORING_FILTERS")
        return syntax.Total(formula, parts[:-1] if ignoring else parts, ignoring, span=span)

    def rank(self, span: Span, keyword: Any, formula: Any, *within: Name) -> syntax.Rank:
        return syntax.Rank(formula, within, span=span)


def _joined(expression: object) -> list[str]:
    """The groups of `by month and region`: a grain is no condition."""
    match expression:
        case syntax.Operation(operator="and", operands=(left, right)):
            found = [*_joined(left), *_joined(right)]
            return found if found and found[0] in GRAINS else []
        case Name(parts=parts):
            return [".".join(parts)]
    return []


def _is(part: Any, terminal: str) -> bool:
    return getattr(part, "type", None) == terminal


def _twice(clause: Clause, first: Clause) -> Exception:
    return fail("syntax-clause-twice", f"'{clause.keyword}' stands twice in one question", clause.span,
                "write each clause once; several conditions of 'where' or 'having' are joined by 'and'",
                related=[("the first one", first.span)])  # fmt: skip
