"""What of somebody's answers may be kept when nobody is to know whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from surveys.answers import Answers
from surveys.form import UNASKED, Form, Question, QuestionType

ROWS = re.compile(r"\[\d+\]")
REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")
STAMPS = re.compile(r"\b(?:now|uuid)\s*\(")
TODAY = re.compile(r"\btoday\s*\(")
MOMENTS = frozenset({QuestionType.START, QuestionType.END, QuestionType.TODAY})
FREE = frozenset(
    {
        QuestionType.TEXT,
        QuestionType.BARCODE,
        QuestionType.IMAGE,
        QuestionType.AUDIO,
        QuestionType.VIDEO,
        QuestionType.FILE,
    }
)
"""Types in which somebody can say who she is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """`values` and `rows` as in Answers, without free words; `texts`: concrete path → words, which
    somebody has to read before anybody else does.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


class Sieve:
    """One for each form: takes out what tells when or who.

    When: `start`, `end`, `today`, and what is reckoned from `now()` or `uuid()`, or from `today()`
    alone. Who: free words, files, and what is reckoned from them. The seed of chance stays behind,
    because the unfinished interview had it too.
    """

    def __init__(self, form: Form) -> None:
        questions = {question.path: question for question in form.questions()}
        self._known = frozenset(questions)
        self._dropped = {path for path, one in questions.items() if _tells_when(one)}
        self._free = set(_free(tuple(questions.values())))

    def kept(self, answers: Answers) -> Kept:
        """What stays of somebody's answers. Values of questions that the form lacks do not."""
        mine = [(path, ROWS.sub("", path), value) for path, value in answers.values.items()]
        known = [one for one in mine if one[1] in self._known and one[1] not in self._dropped]
        values = {path: value for path, bare, value in known if bare not in self._free}
        texts = {path: value for path, bare, value in known if bare in self._free}
        return Kept(values, dict(answers.rows), texts)


def _tells_when(question: Question) -> bool:
    if question.type in MOMENTS:
        return True
    given = question.calculation or (question.default if question.dynamic_default else "")
    if question.type not in UNASKED and not question.calculation:
        return False  # a default that she saw is her answer
    return bool(STAMPS.search(given) or (TODAY.search(given) and not REFERENCE.search(given)))


def _free(questions: tuple[Question, ...]) -> Iterator[str]:
    """Paths of free words, and of all that is reckoned from them, however far."""
    free = {question.name for question in questions if question.type in FREE}
    while more := {one.name for one in questions if _from(one, free)} - free:
        free |= more
    return (question.path for question in questions if question.name in free)


def _from(question: Question, names: set[str]) -> bool:
    reckoned = question.calculation or question.default
    return question.type in UNASKED and not names.isdisjoint(REFERENCE.findall(reckoned))
