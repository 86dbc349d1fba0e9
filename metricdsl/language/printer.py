"""Trees back to text: `parse(to_text(tree)) == tree`, with no bracket that the meaning does not need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from metricdsl.language import syntax as s
from metricdsl.language.grammar import SPECIAL
from metricdsl.language.periods import written

# How tightly an expression holds together; where a tighter one is wanted it gets brackets.
ANY, OR, AND, NOT, COMPARISON, SUM, PRODUCT, UNARY, ATOM = range(9)
LEVELS = {"or": OR, "and": AND, "not": NOT, "+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "negate": UNARY}

# Words that would be taken for a keyword where a name can begin, or would puzzle a reader there.
QUOTED = frozenset(
    {
        *("and", "or", "not", "in", "is", "between", "like", "case", "when", "then", "else", "end"),
        *("where", "having", "true", "false", "null", "all", "as", "by", "distinct", "for", "limit", "of"),
        *("on", "order", "per", "select", "since", "to", "top", "vs", "with", "within"),
    }
)

QuestionPart = (
    s.Column | s.Grouping | s.GrainOf | s.Since | s.Range | s.VersusPrior | s.VersusTarget
    | s.Order | s.Top
)  # fmt: skip
Tree = s.Expression | s.Sequence | s.Step | s.Signature | s.Join | s.Question | QuestionPart


@dataclass(frozen=True, slots=True)
class At:
    """A tree in a place that wants one at least this tight."""

    tree: Tree
    level: int


Pieces = tuple[str | At | Tree, ...]


def to_text(tree: Tree) -> str:
    """The text of a tree, in one fixed spelling; a question has a line for each clause.

    Works off a list of what is still to be written, for formulas may be deeper than Python recurses.
    """
    done: list[str] = []
    waiting: list[str | At | Tree] = [tree]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            done.append(piece)
        elif isinstance(piece, At):
            brackets = _level(piece.tree) < piece.level
            waiting.extend((")", piece.tree, "(") if brackets else (piece.tree,))
        else:
            waiting.extend(reversed(_pieces(piece)))
    return "".join(done)


def quoted(name: str) -> str:
    """A name as it is written where a name begins: in backquotes where it would not be read as one."""
    return _backquoted(name) if name in QUOTED else _part(name)


def _level(tree: Tree) -> int:
    match tree:
        case s.Operation(operator):
            return LEVELS.get(operator, COMPARISON)
        case s.Membership() | s.Between() | s.IsNull():
            return COMPARISON
        case s.Number(value) if value < 0:
            return UNARY
        case _:
            return ATOM


def _pieces(tree: Tree) -> Pieces:
    match tree:
        case s.Operation() | s.Membership() | s.Between() | s.IsNull():
            return _operators(tree)
        case s.Case():
            return _case(tree)
        case s.Call(function, arguments):
            name = _backquoted(function) if function in SPECIAL else quoted(function)
            return (name, "(", *_list(arguments), ")")
        case s.Neighbour(function, value, per):
            return (function, "(", value, " per ", per, ")")
        case s.Has(entity, where):
            return ("has(", entity, *_after(" where ", where), ")")
        case s.Aggregate():
            return _aggregate(tree)
        case s.Sequence(steps, elapsed):
            return (steps[0], *_followers(steps[1:]), " elapsed" if elapsed else "")
        case s.Step():
            return _step(tree)
        case s.Narrowed() | s.Shifted() | s.Trailing() | s.ToDate() | s.Running() | s.Total() | s.Rank():
            return _context(tree)
        case s.Signature(name, parameters):
            return (quoted(name), "(", ", ".join(quoted(parameter) for parameter in parameters), ")")
        case s.Join():
            return (_join(tree),)
        case s.Question():
            return _question(tree)
        case s.Column() | s.Grouping() | s.GrainOf() | s.Since() | s.Range():
            return _question_part(tree)
        case s.VersusPrior() | s.VersusTarget() | s.Order() | s.Top():
            return _question_part(tree)
        case _:
            return (_value(tree),)


def _value(tree: s.Literal | s.Name | s.Parameter) -> str:
    match tree:
        case s.Number(value, percent):
            return f"{_hundredfold(Decimal(value)):f}%" if percent else f"{Decimal(value):f}"
        case s.Text(value):
            return "'" + value.replace("'", "''") + "'"
        case s.Boolean(value):
            return "true" if value else "false"
        case s.Null():
            return "null"
        case s.Date(value):
            return f"date '{value.isoformat()}'"
        case s.Duration(amount, unit):
            return f"{amount} {unit}" if amount == 1 else f"{amount} {unit}s"
        case s.Name(parts):
            return ".".join([quoted(parts[0]), *(_part(part) for part in parts[1:])])
        case s.Parameter(name, bound):
            return f"{{{{{name}}}}}" if bound else f"${name}"
        case _:
            assert_never(tree)


def _operators(tree: s.Operation | s.Membership | s.Between | s.IsNull) -> Pieces:
    match tree:
        case s.Operation("not", (operand,)):
            return ("not ", At(operand, NOT))
        case s.Operation("negate", (operand,)):
            return ("-", At(operand, ATOM))
        case s.Operation(operator, (left, right)):
            level = LEVELS.get(operator, COMPARISON)
            # `a - (b - c)` needs its brackets; comparisons do not chain on either side
            return (At(left, level + (level == COMPARISON)), f" {operator} ", At(right, level + 1))
        case s.Membership(value, items, negated):
            return (At(value, SUM), " not in (" if negated else " in (", *_list(items), ")")
        case s.Between(value, low, high, negated):
            words = " not between " if negated else " between "
            return (At(value, SUM), words, At(low, SUM), " and ", At(high, SUM))
        case s.IsNull(value, negated):
            return (At(value, SUM), " is not null" if negated else " is null")
        case _:
            raise AssertionError(f"an operation with {len(tree.operands)} operands")


def _case(tree: s.Case) -> Pieces:
    if len(tree.branches) == 1 and tree.default is not None:
        return ("if(", *_list((*tree.branches[0], tree.default)), ")")
    branches: list[str | At | Tree] = []
    for condition, value in tree.branches:
        branches += [" when ", condition, " then ", value]
    return ("case", *branches, *_after(" else ", tree.default), " end")


def _aggregate(tree: s.Aggregate) -> Pieces:
    return (
        tree.function,
        "(distinct " if tree.distinct else "(",
        *_list(tree.arguments),
        *((" per ", *_list(tree.per)) if tree.per else ()),
        " repeated" if tree.repeated else "",
        *_after(" where ", tree.where),
        *_after(" on ", tree.on),
        {None: "", "start": " at start", "end": " at end", "during": " during"}[tree.stock],
        ")",
    )


def _followers(steps: Iterable[s.Step]) -> Pieces:
    pieces: list[str | At | Tree] = []
    for step in steps:
        pieces += [" not followed by " if step.negated else " followed by ", step]
    return tuple(pieces)


def _step(tree: s.Step) -> Pieces:
    return (tree.entity, *_after(" where ", tree.where), *_after(" via ", tree.via), *_within(tree))


def _within(tree: s.Step) -> Pieces:
    match tree.within:
        case None:
            return ()
        case (None, most):
            return (" within ", most)
        case (s.Duration(amount, unit), s.Duration(_, other) as most) if unit == other:
            return (f" within {amount} to ", most)
        case (least, most):
            return (" within ", least, " to ", most)


def _context(
    tree: s.Narrowed | s.Shifted | s.Trailing | s.ToDate | s.Running | s.Total | s.Rank,
) -> Pieces:
    match tree:
        case s.Narrowed(formula, where):
            return ("(", formula, " where ", where, ")")
        case s.Shifted(function, formula, by, aligned):
            return (function, "(", formula, ", ", by, ", aligned)" if aligned else ")")
        case s.Trailing(formula, window):
            return ("trailing(", formula, ", ", window, ")")
        case s.ToDate(formula, grain):
            return ("to_date(", formula, f", {grain})")
        case s.Running(formula):
            return ("running(", formula, ")")
        case s.Total(formula, by, ignoring):
            keys = (" by ", *_list(by)) if by else ()
            return ("total(", formula, *keys, " ignoring filters)" if ignoring else ")")
        case s.Rank(formula, within):
            return ("rank(", formula, *((" within ", *_list(within)) if within else ()), ")")
        case _:
            assert_never(tree)


def _question(tree: s.Question) -> Pieces:
    settings = ", ".join(f"{quoted(name)} = {_value(value)}" for name, value in tree.parameters)
    return (
        *_list(tree.columns),
        *(("\nby ", *_list(tree.by), *_after(" on ", tree.by_axis)) if tree.by else ()),
        *((*_after("\nfor ", tree.range), *_after(" on ", tree.for_axis)) if tree.range else ()),
        *_after("\nwhere ", tree.where),
        *_after("\n", tree.versus),
        *_after("\nhaving ", tree.having),
        *(("\norder by ", *_list(tree.order)) if tree.order else ()),
        *_after("\n", tree.top),
        "" if tree.limit is None else f"\nlimit {tree.limit}",
        "" if tree.as_of is None else f"\nas of {tree.as_of.isoformat()}",
        f"\nwith {settings}" if settings else "",
    )


def _question_part(tree: QuestionPart) -> Pieces:
    match tree:
        case s.Column(formula, alias):
            return (formula, _alias(alias))
        case s.Grouping(expression, alias, every):
            return ("all " if every else "", expression, _alias(alias))
        case s.GrainOf(grain, field):
            return (f"{grain} of ", field)
        case s.Since(unit, field):
            return (f"{unit}s since ", field)
        case s.Range():
            return (_range(tree),)
        case s.VersusPrior(by, aligned):
            period = by.unit if isinstance(by, s.Duration) and by.amount == 1 else by
            return ("vs prior ", period, " aligned" if aligned else "")
        case s.VersusTarget():
            return ("vs target",)
        case s.Order(expression, descending):
            return (expression, " desc" if descending else "")
        case s.Top(count, dimension, by, others):
            return (f"top {count} ", dimension, " by ", by, " with others" if others else "")
        case _:
            assert_never(tree)


def _range(tree: s.Range) -> str:
    match tree:
        case s.Range("explicit", first, last) if first and last:
            return written(first, last)
        case s.Range("since", first):
            return f"since {first}"
        case s.Range("before", _, last):
            return f"before {last}"
        case s.Range("last", _, _, count, unit):
            return f"last {unit}" if count == 1 else f"last {count} {unit}s"
        case s.Range("this", _, _, _, unit):
            return f"this {unit}"
        case s.Range(_, _, _, _, unit):
            return f"{unit} to date"


def _join(tree: s.Join) -> str:
    pairs = [quoted(own) + (f" = {quoted(other)}" if other else "") for own, other in tree.columns]
    columns = pairs[0] if len(pairs) == 1 else f"({', '.join(pairs)})"
    return f"{quoted(tree.entity)} on {columns}" + (f" as of {quoted(tree.as_of)}" if tree.as_of else "")


def _alias(alias: str | None) -> str:
    return "" if alias is None else f" as {quoted(alias)}"


def _after(words: str, tree: Tree | None) -> Pieces:
    return () if tree is None else (words, tree)


def _list(trees: Iterable[Tree], comma: str = ", ") -> Pieces:
    pieces: list[str | At | Tree] = []
    for tree in trees:
        pieces += [comma, tree]
    return tuple(pieces[1:])


def _part(name: str) -> str:
    return name if re.fullmatch(r"[^\W\d]\w*", name) and name.isidentifier() else _backquoted(name)


def _backquoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _hundredfold(value: Decimal) -> Decimal:
    """Exactly: multiplication would round to the context's digits."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent + 2))
