"""Which choices lead to which questions: what everybody knows who has gone through a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from surveys.answers import Answers
from surveys.depending import depends
from surveys.form import Form, Question
from surveys.interview.interview import Interview

SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def led(form: Form) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Path of a question → path of one that it hangs on → choices that lead to it when nothing else
    is answered.
    """
    interview = Interview(form)
    named = {question.path: question for question in form.questions()}
    found = {path: others for path, others in depends(form).items() if others}
    sources = dict.fromkeys(each for others in found.values() for each in others)
    after = {path: _after(interview, named[path]) for path in sources}
    return {
        path: {
            other: frozenset(name for name, asked in after[other].items() if path in asked)
            for other in others
        }
        for path, others in found.items()
    }


def _after(interview: Interview, question: Question) -> Mapping[str, frozenset[str]]:
    """Choice → what is asked of whoever made it alone."""
    choices = interview.form.lists.get(question.list, ())
    return {
        one.name: interview.asked(Answers({question.path: one.name}), SOME_DAY) for one in choices
    }
