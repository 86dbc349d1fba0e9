"""A formula in plain English: metrics by their labels, conditions as they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from metricdsl.language import syntax as s
from metricdsl.language.printer import to_text

OPERATORS = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}
OF_VALUES = {
    "sum": "the sum of", "avg": "the average of", "median": "the median of", "min": "the smallest",
    "max": "the largest", "stddev": "the standard deviation of", "variance": "the variance of",
    "first": "the first", "last": "the last", "only": "the one value of",
}  # fmt: skip
AT = {
    "start": "at the start of the period",
    "end": "at the end of the period",
    "during": "at any moment of the period",
}


@dataclass(frozen=True)
class Phrases:
    """`label_of` gives the label of a metric, or None for a name that is none."""

    label_of: Callable[[str], str | None]

    def of(self, tree: s.Expression) -> str:
        """The words of a formula. What has no words of its own stays as it is written."""
        match tree:
            case s.Name(parts=parts) if (label := self.label_of(".".join(parts))) is not None:
                return label
            case s.Operation(operator=operator, operands=(left, right)) if operator in OPERATORS:
                return f"{self._part(left)} {OPERATORS[operator]} {self._part(right)}"
            case s.Aggregate(per=()):
                return self._aggregate(tree)
            case s.Aggregate(per=per, arguments=(formula, *_)) if not isinstance(formula, s.Sequence):
                keys = " and ".join(to_text(key) for key in per)
                return f"{_each(tree.function)} the values, one for each {keys}, of {self._part(formula)}"
            case s.Narrowed(formula=formula, where=where):
                return f"{self.of(formula)}, only where {to_text(where)}"
            case s.Shifted() | s.Trailing() | s.ToDate() | s.Running() | s.Total() | s.Rank():
                return self._context(tree)
            case _:
                return to_text(tree)

    def _part(self, tree: s.Expression) -> str:
        """In brackets where its end could be taken for a part of what follows."""
        text = self.of(tree)
        match tree:
            case s.Operation() | s.Narrowed():
                return f"({text})"
            case s.Aggregate() if tree.where is not None or tree.on is not None or tree.per:
                return f"({text})"
            case _:
                return text

    def _context(self, tree: s.Shifted | s.Trailing | s.ToDate | s.Running | s.Total | s.Rank) -> str:
        what = self._part(tree.formula)
        match tree:
            case s.Shifted(function=function, by=by):
                before = f"{to_text(by)} earlier"
                return {
                    "prior": f"{what}, {before}",
                    "change": f"the change of {what} against {before}",
                    "growth": f"the growth of {what} against {before}",
                }[function] + (", up to the same point of the period" if tree.aligned else "")
            case s.Trailing(window=window):
                return f"{what} over the {to_text(window)} up to the period's end"
            case s.ToDate(grain=grain):
                return f"{what} from the start of the {grain} to the period's end"
            case s.Running():
                return f"{what} from the beginning to the period's end"
            case s.Total(by=by, ignoring_filters=unfiltered):
                groups = f"by {', '.join(map(to_text, by))} only" if by else "for all groups together"
                return f"{what} {groups}" + (", whatever the filters" if unfiltered else "")
            case s.Rank():
                return f"the rank by {what}"

    def _aggregate(self, tree: s.Aggregate) -> str:
        text = self._head(tree)
        if tree.where is not None:
            text += f" where {to_text(tree.where)}"
        if tree.on is not None:
            text += f", in the period of {to_text(tree.on)}"
        return f"{text} {AT[tree.stock]}" if tree.stock else text

    def _head(self, tree: s.Aggregate) -> str:
        arguments = [to_text(argument) for argument in tree.arguments]
        what = "different " * tree.distinct + arguments[0]
        match tree.function:
            case "count" | "approx_count":
                return f"the {'approximate ' * (tree.function != 'count')}number of {what}"
            case "share":
                return _share(tree.arguments[0], tree.where is not None)
            case "percentile":
                return f"the {arguments[1]} percentile of {what}"
            case "weighted_avg":
                return f"the average of {what} weighted by {arguments[1]}"
            case function:
                return f"{_each(function)} {what}"


def _share(argument: s.Expression | s.Sequence, of_some: bool) -> str:
    match argument:
        case s.Name(parts=(entity, *rest)) if rest:
            text = f"the share of {entity} with {'.'.join(rest)}"
        case _:
            text = f"the share of rows with {to_text(argument)}"
    return f"{text}, among those" if of_some else text


def _each(function: str) -> str:
    return OF_VALUES.get(
        function, {"count": "the number of", "share": "the share of"}.get(function, f"the {function} of")
    )
