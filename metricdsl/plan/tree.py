"""A plan as short text: the leaves in their contexts, and what reads them."""

from __future__ import annotations

from metricdsl.model.meaning import (
    Measure,
    RunningWindow,
    ToDateWindow,
    TrailingWindow,
)  # fmt: skip
from metricdsl.plan.nodes import Block, Cell, Context, PerCell, Plan


def plan_text(plan: Plan) -> str:
    """The leaves of a question, each with the context in which it is read."""
    lines = ["Asked"]
    lines += [f"  {o.name}" + (f"  ({o.role})" if o.role != "metric" else "") for o in plan.outputs]
    interval = plan.block.spine.interval
    if interval.start is not None or interval.end is not None:
        lines.append(f"  from {interval.start or 'the beginning'} to before {interval.end or 'the end'}")
    lines.append(f"  as of {plan.as_of.day}")
    lines.append("Leaves in contexts")
    lines += _block_lines(plan.block, "  ")
    if plan.peers is not None:
        lines += ["Ranked among all members", *_block_lines(plan.peers, "  ")]
    return "\n".join(lines)


def _block_lines(block: Block, indent: str) -> list[str]:
    lines: list[str] = []
    for cell in block.cells:
        lines.append(f"{indent}{cell.name}: {_cell_text(cell, block)}")
        if isinstance(cell.measure, PerCell):
            lines += _block_lines(cell.measure.block, indent + "  ")
    for ranking in block.rankings:
        lines.append(f"{indent}{ranking.name}: the place among the groups of each period")
    return lines


def _cell_text(cell: Cell, block: Block) -> str:
    if isinstance(cell.measure, PerCell):
        keys = ", ".join(k.name for k in cell.measure.source.keys)
        what = f"{cell.measure.function} over one value per {keys}"
    else:
        what = _measure_text(cell.measure)
    return "; ".join([what, *_context_text(cell.context, block)])


def _measure_text(measure: Measure) -> str:
    text = f"{measure.function} of {measure.entity}"
    if measure.condition is not None:
        text += " that fit its condition"
    if measure.stock:
        where = "during the period" if measure.stock == "during" else f"at the {measure.stock} of the period"
        return f"{text}, those there {where}"
    axis = getattr(measure.axis, "field", None)
    return f"{text} by {axis}" if axis else text


def _context_text(context: Context, block: Block) -> list[str]:
    parts: list[str] = []
    for amount, unit in context.shifts:
        parts.append(f"moved forward by {amount} {unit}{'s' * (amount != 1)}")
    match context.window:
        case TrailingWindow(amount=amount, unit=unit):
            parts.append(f"over the {amount} {unit}{'s' * (amount != 1)} that end with the period")
        case ToDateWindow(grain=grain):
            parts.append(f"from the start of the {grain} to the end of the period")
        case RunningWindow():
            parts.append("from the beginning to the end of the period")
        case None:
            pass
    if context.keep is not None:
        kept = [k.name for i, k in enumerate(block.keys) if i in context.keep]
        parts.append("for all groups together" if not kept else f"by {', '.join(kept)} only")
    if context.whole:
        parts.append("over the whole range")
    if context.unfiltered:
        parts.append("without the question's filters")
    if context.aligned:
        parts.append("up to the as-of day")
    return parts
