"""`kpi show`: what a metric means, in plain words and down to the columns."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from metricdsl.errors import MetricError
from metricdsl.language import syntax
from metricdsl.language.parser import parse_formula
from metricdsl.model import lineage
from metricdsl.show.numbers import one_line
from metricdsl.show.phrase import Phrases
from metricdsl.source import Span, Text

if TYPE_CHECKING:
    from metricdsl.catalog.schema import Metric
    from metricdsl.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Definition:
    """A metric explained. `uses` are the formulas of the metrics and functions that it rests on."""

    name: str
    label: str
    description: str
    synonyms: tuple[str, ...]
    formula: str
    words: str
    uses: dict[str, str]
    type: str
    format: str | None
    better: str | None
    targets: tuple[str, ...]
    facts: dict[str, str]
    place: str
    reads: dict[str, tuple[str, ...]]
    tables: dict[str, str]
    time: tuple[str, ...]
    dimensions: dict[str, tuple[str, ...]]


def definition(catalog: Catalog, metric: str, language: str | None = None) -> Definition:
    """A metric by its name, label or synonym. Raises MetricError where it is unknown or wrong."""
    from metricdsl.catalog.schema import every_text, localized
    from metricdsl.model.metric_names import metric_named
    from metricdsl.model.metrics import MetricScope

    asked = Text.of(metric.strip().strip("`"), "<metric>")
    name = metric_named(
        syntax.Name((asked.value,), span=asked.whole), catalog.metrics.environment, labels=True
    )
    entry = catalog.entries.metrics[name]
    model = entry.model
    tree = parse_formula(entry.text("formula"))
    value = catalog.metrics.metric(name, MetricScope(catalog.metrics), entry.span)
    entities = catalog.entries.entities
    reads = lineage.columns_read(catalog, value)
    return Definition(
        name=name,
        label=localized(model.label, language) or "",
        description=localized(model.description, language) or "",
        synonyms=tuple(dict.fromkeys(every_text(model.synonyms))),
        formula=model.formula.strip(),
        words=Phrases(lambda word: _label(catalog, word)).of(tree),
        uses=dict(_uses(catalog, tree, {name})),
        type=str(value.type),
        format=model.format,
        better=model.better,
        targets=tuple(_targets(model)),
        facts=_facts(model),
        place=entry.span.location,
        reads=reads,
        tables={entity: entities[entity].model.table or "a query" for entity in reads},
        time=lineage.time_axes(catalog, value),
        dimensions=lineage.sliceable(catalog, value),
    )


def _label(catalog: Catalog, word: str) -> str | None:
    """A metric's English label in quotes, else its name."""
    from metricdsl.catalog.schema import localized

    if word not in catalog.entries.metrics:
        return None
    try:
        label = localized(catalog.entries.metrics[word].model.label, "en")
    except MetricError:
        return word
    return f"'{label}'" if label else word


def _uses(catalog: Catalog, tree: syntax.Expression, seen: set[str]) -> Iterable[tuple[str, str]]:
    """The metrics and functions named in a formula and in theirs, each once, with their formulas."""
    entries = catalog.entries
    for word in dict.fromkeys(_words(tree)):
        if word in seen or not (word in entries.metrics or word in entries.functions):
            continue
        seen.add(word)
        entry = entries.metrics.get(word) or entries.functions[word]
        left = entry.name if word in entries.metrics else entries.functions[word].text("signature").value
        yield left, entry.model.formula.strip()
        yield from _uses(catalog, parse_formula(entry.text("formula")), seen)
    for parameter in syntax.nodes(tree, syntax.Parameter):
        if parameter.name in entries.parameters and f"${parameter.name}" not in seen:
            seen.add(f"${parameter.name}")
            default = entries.parameters[parameter.name].model.default
            yield f"${parameter.name}", f"{default}, where a question sets no other"


def _words(tree: object) -> Iterable[str]:
    """What may name a metric or a function: inside an aggregate, and in a condition, nothing does."""
    match tree:
        case syntax.Name(parts=parts):
            yield ".".join(parts)
        case syntax.Aggregate(per=()):
            return
        case syntax.Aggregate(arguments=arguments):
            yield from _words(arguments)
        case syntax.Narrowed(formula=formula):
            yield from _words(formula)
        case syntax.Call(function=function, arguments=arguments):
            yield function
            yield from _words(arguments)
        case tuple():
            for part in tree:
                yield from _words(part)
        case _ if is_dataclass(tree) and not isinstance(tree, Span):
            for part in fields(tree):
                yield from _words(getattr(tree, part.name))


def _targets(model: Metric) -> Iterable[str]:
    for target in model.target:
        since = f" from {target.from_}" if target.from_ else ""
        where = f" where {target.where}" if target.where else ""
        warn = target.warn or model.warn
        yield f"{_grouped(target.value)}{since}{where}" + (
            f", warning up to {_grouped(warn)}" if warn else ""
        )


def _grouped(amount: str) -> str:
    """`5,000,000` of a target that is written 5000000."""
    return f"{Decimal(amount):,f}" if re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", amount) else amount


def _facts(model: Metric) -> dict[str, str]:
    facts = {
        "owner": model.owner, "tags": ", ".join(model.tags), "certified": str(model.certified or ""),
        "deprecated": model.deprecated,
    }  # fmt: skip
    return {key: value for key, value in facts.items() if value}


def definition_json(catalog: Catalog, metric: str, language: str | None = None) -> str:
    return json.dumps(asdict(definition(catalog, metric, language)), ensure_ascii=False, indent=2)


def definition_text(catalog: Catalog, metric: str, language: str | None = None) -> str:
    """For terminals, at most about 100 columns wide."""
    found = definition(catalog, metric, language)
    title = f"{found.name} · {one_line(found.label)}" if found.label else found.name
    lines = [title, *_wrapped(found.description, "")]
    for heading, texts in _sections(found):
        lines += ["", heading]
        for text in texts:
            lines += _wrapped(text, "  ")
    return "\n".join(lines)


def _sections(found: Definition) -> Iterable[tuple[str, list[str]]]:
    yield "Formula", [*found.formula.split("\n"), *(f"{name} = {text}" for name, text in found.uses.items())]
    yield "In words", [found.words]
    yield "Shown", [_shown(found)]
    if found.targets:
        yield "Target", list(found.targets)
    if found.synonyms:
        yield "Also called", [", ".join(found.synonyms)]
    yield "Reads", [f"{entity} ({found.tables[entity]}): {', '.join(columns) or 'its rows'}"
                    for entity, columns in found.reads.items()]  # fmt: skip
    yield (
        "Can be sliced by",
        [
            f"time ({', '.join(found.time) or 'moments of the period'})",
            *(f"{entity}: {', '.join(names)}" for entity, names in found.dimensions.items()),
        ],
    )
    yield "Defined in", [found.place]
    if found.facts:
        yield "Notes", [f"{key}: {text}" for key, text in found.facts.items()]


def _shown(found: Definition) -> str:
    better = {"up": "more is better", "down": "less is better", "none": "neither more nor less is better"}
    return ", ".join(part for part in (found.type, found.format, better.get(found.better or "")) if part)


def _wrapped(text: str, indent: str) -> list[str]:
    return (
        textwrap.wrap(text, 100, initial_indent=indent, subsequent_indent=indent + "  " * bool(indent))
        if text
        else []
    )
