"""What is asked in the tests of typed words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from surveys.form import Question, QuestionType
from surveys.inputs import read
from surveys.inputs.hearing import Hearing

NOW = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Europe/Berlin"))


def question(kind: str, **more: object) -> Question:
    """A question of a type, with whatever else matters."""
    return Question(name="q", path="/q", type=QuestionType(kind), **more)  # type: ignore[arg-type]


def said(asked: Question | str, text: str, language: str = "de", **options: str) -> str:
    """What typed words are understood as; a slip by its name."""
    about = question(asked) if isinstance(asked, str) else asked
    return str(read(about, text, hearing(language, options)))


def hearing(language: str = "de", options: Mapping[str, str] | None = None) -> Hearing:
    """Noon in Berlin on 21 November 2026."""
    return Hearing(language, NOW, options or {})
