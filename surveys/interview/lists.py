"""Lists of choices and attached files, as choices and as what `instance()` looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from surveys.attached import words_in
from surveys.form import Choice, Form, Question
from surveys.xpath.tree import Element


class Lists:
    """The lists of a form, which are the same for everybody."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._labels: dict[str, Choice] = {}
        self.instances: Mapping[str, Element] = {
            **{name: _instance(name, rows) for name, rows in form.instances.items()},
            **{name: self._listed(name, choices) for name, choices in form.lists.items()},
        }
        self.choices = lru_cache(maxsize=256)(self._choices)

    def items(self, name: str) -> tuple[Element, ...]:
        """A list's elements, in the order of its choices."""
        instance = self.instances.get(name)
        return instance.named("root")[0].named("item") if instance else ()

    def itext(self, key: str, language: str) -> str:
        """The label that `itextId` of a list's item stands for."""
        choice = self._labels.get(key.strip())
        return self.form.said(choice.label, language) if choice else key

    def _choices(self, name: str, value: str, label: str) -> tuple[Choice, ...]:
        if name in self.form.lists:
            return self.form.lists[name]
        rows = self.form.instances.get(name, ())
        return tuple(
            Choice(row.get(value, ""), words_in(row, label, self.form), columns=row) for row in rows
        )

    def _listed(self, name: str, choices: Iterable[Choice]) -> Element:
        rows = []
        for at, choice in enumerate(choices):
            key = f"{name}-{at}"
            self._labels[key] = choice
            label = self.form.said(choice.label, "")
            rows.append({**choice.columns, "itextId": key, "name": choice.name, "label": label})
        return _instance(name, rows)


def columns_of(question: Question) -> tuple[str, str]:
    """The columns of an attached file that hold a choice's name and its label."""
    given = question.parameters
    return given.get("value", "name"), given.get("label", "label")


def _instance(name: str, rows: Iterable[Mapping[str, str]]) -> Element:
    items = [Element("item", children=map(_field, row.items())) for row in rows]
    return Element("instance", children=[Element("root", children=items)], attributes={"id": name})


def _field(column: tuple[str, str]) -> Element:
    return Element(column[0], column[1])
