"""What a question shows besides words, and the file that it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handlers.context import Context
from handlers.survey_choices import called, is_searched
from handlers.survey_plain import plain
from handlers.survey_view import Asked, View, token
from models import form_media
from models.form_media import Named
from models.medium import Medium, Upload
from models.text import T, Text, Verbatim
from surveys.anonymous import FILES
from surveys.interview.vocabulary import Ask
from surveys.media.kinds import kind_of_question


def shown(asked: Asked, view: View, context: Context) -> tuple[Medium, ...]:
    """Pictures, sound and film of a question and of its choices; a choice has the number that is
    on its button. What the form names and nobody brought is left out.
    """
    if not isinstance(asked, Ask) or not any(_named(asked)):
        return ()
    known = form_media.names(context.session, view.version)
    found = _of(asked.media, known, view.say(plain(asked.label)), 0)
    choices = () if is_searched(asked) else asked.options
    each = [
        medium
        for number, option in enumerate(choices, 1)
        for medium in _of(option.media, known, called(option, view), number)
    ]
    return (*found, *each)


def upload(asked: Asked) -> Upload | None:
    """The file that answers, if one does."""
    if not isinstance(asked, Ask) or asked.type not in FILES:
        return None
    return Upload(kind_of_question(asked.type), token(asked), T(f"survey.upload_{asked.type}"))


def _named(ask: Ask) -> Iterator[Mapping[str, str]]:
    yield ask.media
    yield from (option.media for option in ask.options)


def _of(
    media: Mapping[str, str], known: Mapping[str, Named], name: Text | Verbatim, number: int
) -> Iterator[Medium]:
    for file in media.values():
        if file in known:
            yield Medium(known[file].kind, known[file].hash, name, number)
