"""What is wrong with answers, worked out naively and apart from the interview.

Everything is evaluated over and over until nothing changes any more, on a tree of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from random import Random

from surveys.answers import Answers
from surveys.form import Form, Group, Node, Question, QuestionType, Repeat
from surveys.xpath import Element, Scope, compile, document

_PATTERNS = {
    QuestionType.INTEGER: r"-?\d+",
    QuestionType.DECIMAL: r"-?\d+(\.\d+)?",
    QuestionType.RANGE: r"-?\d+(\.\d+)?",
    QuestionType.ACKNOWLEDGE: r"OK",
}
_ASKED = frozenset(QuestionType) - {QuestionType.CALCULATE, QuestionType.NOTE}


class _Place:
    def __init__(self, node: Node, path: str, element: Element) -> None:
        self.node, self.path, self.element = node, path, element
        self.value = ""
        self.above: tuple[_Place, ...] = ()
        self.relevant = True


def complaints(form: Form, answers: Answers, now: datetime) -> list[str]:
    """All that should not have left, or should have."""
    return list(_Oracle(form, answers, now).complaints())


class _Oracle:
    def __init__(self, form: Form, answers: Answers, now: datetime) -> None:
        self.form, self.answers, self.now = form, answers, now
        self.root = Element("data")
        self.document = document(self.root)
        self.places: list[_Place] = []
        self.by_element: dict[Element, _Place] = {}
        self._grow(form.root.children, self.root, "", ())
        for _ in range(len(self.places) + 2):
            for place in self.places:
                self._look(place)

    def _grow(
        self, nodes: tuple[Node, ...], into: Element, path: str, above: tuple[_Place, ...]
    ) -> None:
        for node in nodes:
            at = f"{path}/{node.name}"
            rows = self.answers.rows.get(at, 0) if isinstance(node, Repeat) else 1
            for row in range(1, rows + 1):
                self._put(node, into, f"{at}[{row}]" if isinstance(node, Repeat) else at, above)

    def _put(self, node: Node, into: Element, path: str, above: tuple[_Place, ...]) -> None:
        place = _Place(node, path, into.append(Element(node.name)))
        place.value = self.answers.values.get(path, "")
        place.element.text = place.value
        place.above = above
        self.places.append(place)
        self.by_element[place.element] = place
        if isinstance(node, Group | Repeat):
            self._grow(node.children, place.element, path, (*above, place))

    def _look(self, place: _Place) -> None:
        own = not place.node.relevant or self._true(place.node.relevant, place)
        place.relevant = own and all(above.relevant for above in place.above)
        if isinstance(place.node, Question):
            place.element.text = place.value if place.relevant else ""

    def _true(self, text: str, place: _Place) -> bool:
        return text == "yes" or compile(text).boolean(self._scope(place))

    def _scope(self, place: _Place) -> Scope:
        return Scope(
            context=place.element,
            root=self.document,
            instances={},
            now=self.now,
            rng=Random(0),
            choice_name=lambda value, _: value,
            itext=str,
            find=lambda name, _: self._found(name, place),
        )

    def _found(self, name: str, place: _Place) -> list[Element]:
        """All of a name that share the most rows with a place."""
        same = [one for one in self.places if one.node.name == name]
        most = max((_shared(one.path, place.path) for one in same), default=0)
        near = [one for one in same if _shared(one.path, place.path) == most]
        kept = near if len(near) == 1 else [one for one in near if one.relevant]
        return [one.element for one in kept]

    def complaints(self) -> Iterator[str]:
        known = {place.path for place in self.places}
        yield from (f"{path} is nowhere" for path in self.answers.values if path not in known)
        for place in self.places:
            if isinstance(place.node, Question):
                yield from self._of(place, place.node)

    def _of(self, place: _Place, node: Question) -> Iterator[str]:
        if place.value and not place.relevant:
            yield f"{place.path} is irrelevant"
        elif place.value and not self._is_valid(node, place.value):
            yield f"{place.path} is no {node.type}"
        elif node.type in _ASKED and place.relevant:
            yield from self._of_asked(place, node)

    def _of_asked(self, place: _Place, node: Question) -> Iterator[str]:
        if place.value and node.constraint and not self._true(node.constraint, place):
            yield f"{place.path} breaks its constraint"
        if not place.value and node.required and self._true(node.required, place):
            yield f"{place.path} is missing"

    def _is_valid(self, node: Question, value: str) -> bool:
        if node.type is QuestionType.DATE:
            return bool(date.fromisoformat(value))
        if node.type is QuestionType.TIME:
            return time.fromisoformat(value) is not None
        if node.list:
            return self._are_choices(node, value.split())
        return re.fullmatch(_PATTERNS.get(node.type, r"(?s).+"), value) is not None

    def _are_choices(self, node: Question, names: list[str]) -> bool:
        listed: Mapping[str, object] = {one.name: one for one in self.form.lists[node.list]}
        alone = not (node.exclusive & set(names)) or len(names) == 1
        return alone and set(names) <= set(listed) and len(set(names)) == len(names)


def _shared(one: str, other: str) -> int:
    """How many steps two paths share from the beginning."""
    pairs = list(zip(one.split("/")[1:-1], other.split("/")[1:-1], strict=False))
    return next((at for at, (a, b) in enumerate(pairs) if a != b), len(pairs))
