"""Running assertions on expressions: each is a document, a node of it, an expression, an answer."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from surveys.xpath import Element, Expression, ExpressionError, Scope, compile
from surveys.xpath.tree import Text
from surveys.xpath.xml import parse

NODE_TYPES = {"element": 1, "text": 3, "processing-instruction": 7, "comment": 8, "doctype": 10}


@dataclass(frozen=True)
class Case:
    """One assertion. `node` is the context's place: "/*[1]/*[2]", "/*[1]/@id"."""

    file: str
    xml: str
    node: str
    kind: str
    expression: str
    expected: object
    language: str = ""
    factor: float = 1.0
    form: bool = True  # an XForm's expression, so that `/` is its primary instance


def cases_of(path: Path) -> Iterator[Case]:
    """The cases of a file of JSON lines with ODK's assertions."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Case(
            row["file"],
            row["xml"],
            row["ctx"],
            row["kind"],
            row["expr"],
            row["expected"],
            row["lang"] or "",
            row.get("factor") or 1.0,
            row["xforms"],
        )


def passes(case: Case, now: datetime) -> bool:
    """Whether our answer is the expected one."""
    try:
        return _agrees(case, _scope(case, now))
    except ExpressionError:
        return False


def here(now: str) -> datetime:
    """A moment in the zone of ODK's suite."""
    return datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("America/Phoenix"))


def _agrees(case: Case, scope: Scope) -> bool:
    return AGREE[case.kind](compile(case.expression), scope, case)


def _nodes(expression: Expression, scope: Scope, case: Case) -> bool:
    return [place_of(node) for node in expression.nodes(scope)] == case.expected


def _rounded(expression: Expression, scope: Scope, case: Case) -> bool:
    found, expected = expression.number(scope), _number(case.expected)
    return round(found * case.factor) == round(expected * case.factor)


def _number(expected: object) -> float:
    return float(str(expected).replace("Infinity", "inf"))


def _same(found: float, expected: float) -> bool:
    return found == expected or (math.isnan(found) and math.isnan(expected))


@lru_cache(maxsize=200)
def _document(xml: str) -> Element:
    return parse(xml)


def _scope(case: Case, now: datetime) -> Scope:
    plain = scope_of(case.xml, case.node, now)
    document = _document(case.xml)
    form = _instances(document) if case.form else []
    return replace(
        plain,
        root=form[0] if form else document,
        instances={each.attributes.get("id", ""): each for each in form},
        itext=lambda key: _itext(document, key, case.language),
    )


def scope_of(xml: str, node: str, now: datetime) -> Scope:
    """A document seen from one of its nodes."""
    document = _document(xml)
    return Scope(
        context=_node(document, node),
        root=document,
        instances={},
        now=now,
        rng=Random(7),
        choice_name=lambda value, _path: value,
        itext=lambda key: key,
        find=lambda name, context: context.named(name),
    )


def _instances(document: Element) -> list[Element]:
    models = [node for node in document.below() if node.name == "model"]
    heads = [model for model in models if model.parent and model.parent.name == "xhtml:head"]
    return list(heads[0].named("instance")) if heads else []


def _itext(document: Element, key: str, language: str) -> str:
    translations = [node for node in document.below() if node.name == "translation"]
    chosen = [each for each in translations if each.attributes.get("lang") == language]
    default = [each for each in translations if "default" in each.attributes]
    for text in (chosen or default or translations)[0].named("text"):
        if text.attributes.get("id") == key:
            plain = [each for each in text.named("value") if "form" not in each.attributes]
            return plain[0].value()
    return ""


_PIECE = re.compile(r"/(?:@(?P<attribute>[^/]+)|(?P<test>\*|node\((?P<type>\d+)\))\[(?P<at>\d+)\])")


def _node(document: Element, place: str) -> Element:
    node = document
    for piece in _PIECE.finditer(place):
        node = _child(node, piece)
    return node


def _child(node: Element, piece: re.Match[str]) -> Element:
    if piece["attribute"]:
        return next(each for each in node.attribute_nodes() if each.name == piece["attribute"])
    wanted = int(piece["type"] or 1)
    return [each for each in node.content() if _type(each) == wanted][int(piece["at"]) - 1]


def _type(node: Element) -> int:
    return 4 if node.written == "#cdata" else NODE_TYPES[node.kind]


def place_of(node: Element) -> str:
    """A node's place as the suite writes it."""
    if node.parent is None:
        return "/"
    above = place_of(node.parent).rstrip("/")
    if node.kind == "attribute":
        return f"{above}/@{node.written}"
    kind = _type(node)
    alike = [each for each in node.parent.content() if _type(each) == kind]
    at = 1 if isinstance(node, Text) and node not in alike else alike.index(node) + 1
    return f"{above}/{'*' if kind == 1 else f'node({kind})'}[{at}]"


def shares(cases: Iterable[Case], now: datetime) -> Mapping[str, Sequence[tuple[Case, bool]]]:
    """Every case with whether it passes, by file."""
    found: dict[str, list[tuple[Case, bool]]] = {}
    for case in cases:
        found.setdefault(case.file, []).append((case, passes(case, now)))
    return found


Agrees = Callable[[Expression, Scope, Case], bool]
AGREE: Mapping[str, Agrees] = {
    "boolean": lambda found, scope, case: found.boolean(scope) is case.expected,
    "number": lambda found, scope, case: _same(found.number(scope), _number(case.expected)),
    "rounded": _rounded,
    "strlen": lambda found, scope, case: len(found.string(scope)) == int(str(case.expected)),
    "match": lambda found, scope, case: bool(re.search(str(case.expected), found.string(scope))),
    "nodeset": _nodes,
    "string": lambda found, scope, case: found.string(scope) == case.expected,
}
