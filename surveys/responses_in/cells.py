"""One cell to an answer in its XForms spelling: as it was exported, or as somebody typed it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from surveys.exports.cells import NUMBERS
from surveys.exports.merging import Column
from surveys.exports.numbers import spelled
from surveys.exports.spelling import BETWEEN, Spelling, choice_labels
from surveys.form import SELECTS, QuestionType
from surveys.inputs import read
from surveys.inputs.hearing import Hearing
from surveys.responses_in.files import Cell
from surveys.responses_in.problems import Unexpected
from surveys.slip import SlipKind

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
CLOCK = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
AGREED = frozenset({"ok", "x", "1"})
TYPED = NUMBERS | {QuestionType.DATE, QuestionType.TIME, QuestionType.DATETIME}
SEPARATED = re.compile(r"\s*[;,]\s*")


def raw(cell: Cell) -> str:
    """A cell as text, "" for nothing."""
    match cell:
        case None:
            return ""
        case bool():
            return str(int(cell))
        case int() | float():
            return spelled(cell)
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
    return cell


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the cells of one question. `german` numbers have a comma."""

    column: Column
    names: Mapping[str, str]
    hearing: Hearing
    german: bool

    def read(self, cell: Cell) -> str:
        """The answer, "" for none. Raises Unexpected."""
        text = raw(cell)
        if not text or not (self.column.steady or self.column.chosen):
            return text
        if self.column.type in SELECTS:
            return self._choices(text)
        if self.column.type in TYPED:
            return self._typed(text.strip())
        if self.column.type is QuestionType.ACKNOWLEDGE:
            return _agreed(text)
        return text

    def _choices(self, text: str) -> str:
        if not self.column.choices:
            return text
        if text in self.names:
            return self.names[text]
        parts = self._parts(text)
        if len(parts) > 1 and self.column.steady and self.column.type is QuestionType.SELECT_ONE:
            raise Unexpected("choice", text)
        return " ".join(self._choice(part) for part in parts)

    def _parts(self, text: str) -> list[str]:
        """Names with blanks between, labels with semicolons, or as people write lists."""
        ways = (text.split(" "), text.split(BETWEEN), SEPARATED.split(text.strip()))
        return next((way for way in ways if all(x in self.names for x in way)), ways[2])

    def _choice(self, text: str) -> str:
        found = self.names.get(text) or self.names.get(text.strip().casefold())
        if found is None:
            raise Unexpected("choice", text)
        return found

    def _typed(self, text: str) -> str:
        if self.german and self.column.type in NUMBERS:
            text = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
        if _exact(text, self.column.type):
            return text
        answer = read(self.column.question, text, self.hearing)
        if isinstance(answer, SlipKind):
            raise Unexpected(answer.value, text)
        return answer


def reader(column: Column, spelling: Spelling, hearing: Hearing, *, german: bool) -> Reader:
    """What reads this column's cells in a table of this spelling."""
    return Reader(column, _names(column, spelling), hearing, german)


def _names(column: Column, spelling: Spelling) -> Mapping[str, str]:
    """What may stand in a cell → choice. What the table's own spelling means wins."""
    own = {label: name for name, label in choice_labels(column, spelling).items()}
    exact = {choice.name: choice.name for choice in column.choices}
    loose: dict[str, set[str]] = {}
    for choice in column.choices:
        for said in (choice.name, *choice.label.values()):
            loose.setdefault(" ".join(said.split()).casefold(), set()).add(choice.name)
    clear = {said: names.pop() for said, names in loose.items() if len(names) == 1}
    return {**clear, **exact, **own}


def _exact(text: str, kind: QuestionType) -> bool:
    if kind is QuestionType.INTEGER:
        return bool(PLAIN.fullmatch(text)) and "." not in text
    if kind in NUMBERS:
        return bool(PLAIN.fullmatch(text))
    if kind is QuestionType.TIME:
        return bool(CLOCK.fullmatch(text)) and _parses(time.fromisoformat, text)
    if kind is QuestionType.DATE:
        return bool(DAY.fullmatch(text)) and _parses(date.fromisoformat, text)
    return "T" in text and _parses(datetime.fromisoformat, text)


def _parses(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _agreed(text: str) -> str:
    if text.strip().casefold() not in AGREED:
        raise Unexpected("acknowledge", text)
    return "OK"
