"""How somebody looks at a question: her survey, her language, her page of choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s

from models.text import Verbatim
from surveys.form import Form
from surveys.interview.vocabulary import Ask, AskRow, State, Summary

Asked = Ask | AskRow | Summary


@dataclass(frozen=True, slots=True)
class View:
    """`at` is the first choice or line that is shown, `sought` what she typed to find a choice,
    `day` a day of the month that the calendar shows, `version` the number of the form's, `tried`
    what she filled in and was refused, by paths.
    """

    survey: int
    form: Form
    state: State
    today: date
    at: int = 0
    sought: str = ""
    day: date | None = None
    version: int = 0
    tried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def say(self, words: str) -> Verbatim:
        """Words of the form, in the language of this interview."""
        return Verbatim(words, self.state.language or self.form.default_language or "und")


def token(asked: Asked) -> str:
    """What buttons call a question by: another one, or the same with other choices, has another
    name.
    """
    return _named(_parts(asked))


def page_token(asks: Iterable[Ask]) -> str:
    """What a field calls the questions by that it answers together."""
    return _named(part for ask in asks for part in _parts(ask))


def _named(parts: Iterable[str]) -> str:
    return blake2s("\n".join(parts).encode(), digest_size=4).hexdigest()


def _parts(asked: Asked) -> Iterable[str]:
    match asked:
        case Ask():
            return (asked.path, *(option.name for option in asked.options))
        case AskRow():
            return (asked.path, *(f"{row.path} {row.value}" for row in asked.rows))
        case Summary():
            return ("/", *(line.path for line in asked.lines))
