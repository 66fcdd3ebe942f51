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
FREE = frozenset({QuestionType.TEXT, QuestionType.BARCODE})
"""Types in which somebody can say who she is."""
FILES = frozenset({QuestionType.IMAGE, QuestionType.AUDIO, QuestionType.VIDEO, QuestionType.FILE})
"""Types in which she can show it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """`values` and `rows` as in Answers, without free words; `texts`: concrete path → words, which
    somebody has to read before anybody else does; `files`: concrete path → what the file is called,
    which somebody has to look at before.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


class Sieve:
    """One for each form: takes out what tells when or who.

    When: `start`, `end`, `today`, and what is reckoned from `now()` or `uuid()`, or from `today()`
    alone, or from files. Who: free words, what is reckoned from them, and files. The seed of chance
    stays behind, because the unfinished interview had it too.
    """

    def __init__(self, form: Form) -> None:
        questions = {question.path: question for question in form.questions()}
        self._known = frozenset(questions)
        self._dropped = {path for path, one in questions.items() if _tells_when(one)}
        self._files = {path for path, one in questions.items() if one.type in FILES}
        every = tuple(questions.values())
        self._dropped |= set(_reckoned_from(every, FILES)) - self._files
        self._free = set(_reckoned_from(every, FREE))

    def kept(self, answers: Answers) -> Kept:
        """What stays of somebody's answers. Values of questions that the form lacks do not."""
        mine = [(path, ROWS.sub("", path), value) for path, value in answers.values.items()]
        known = [one for one in mine if one[1] in self._known and one[1] not in self._dropped]
        apart = self._free | self._files
        values = {path: value for path, bare, value in known if bare not in apart}
        texts = {path: value for path, bare, value in known if bare in self._free}
        files = {path: value for path, bare, value in known if bare in self._files and value}
        return Kept(values, dict(answers.rows), texts, files)


def _tells_when(question: Question) -> bool:
    if question.type in MOMENTS:
        return True
    given = question.calculation or (question.default if question.dynamic_default else "")
    if question.type not in UNASKED and not question.calculation:
        return False  # a default that she saw is her answer
    return bool(STAMPS.search(given) or (TODAY.search(given) and not REFERENCE.search(given)))


def _reckoned_from(
    questions: tuple[Question, ...], types: frozenset[QuestionType]
) -> Iterator[str]:
    """Paths of questions of these types, and of all that is reckoned from them, however far."""
    free = {question.name for question in questions if question.type in types}
    while more := {one.name for one in questions if _from(one, free)} - free:
        free |= more
    return (question.path for question in questions if question.name in free)


def _from(question: Question, names: set[str]) -> bool:
    reckoned = question.calculation or question.default
    return question.type in UNASKED and not names.isdisjoint(REFERENCE.findall(reckoned))
