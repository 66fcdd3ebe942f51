"""/start: language first, then what Lotse keeps, then what one can do."""

from __future__ import annotations

import re

from handlers import joining, language, measure_card, offers, subscribing, surveys, welcome
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models.answers import ShowMeasure
from models.dialogue import Starting
from models.turn import Reply

OFFER = re.compile(r"offer_(\d{1,9})")
SURVEY = re.compile(r"survey_([a-z0-9]{4,16})(_w)?", re.IGNORECASE)
MEASURE = re.compile(r"measure_(\d{1,9})")
NEWS = "news"


def started(argument: str, context: Context) -> Reply:
    """A deep link's payload leads to an offer (`offer_7`) or to an invitation (`join_…`), after
    the language is chosen, to a survey (`survey_abcd2345`, with `_w` in a workshop) or to the news
    (`news`); or to a measure (`measure_7`), as calendars do.
    """
    payload = argument.strip()
    if context.person.language:
        return _led(payload, context) or welcome.greet(None, context)
    people.be_in(context.session, context.person, _waiting(payload))
    return language.page(0, context)


def _waiting(payload: str) -> Starting:
    """What she is led to once she has chosen her language."""
    wanted = OFFER.fullmatch(payload)
    return Starting(
        offer=int(wanted[1]) if wanted else None,
        invitation=joining.hash_in(payload),
        survey=payload if SURVEY.fullmatch(payload) else "",
        news=payload == NEWS,
    )


def _led(payload: str, context: Context) -> Reply | None:
    """To what the link promises; None: nothing."""
    waiting = _waiting(payload)
    if waiting.invitation:
        return joining.accept(waiting.invitation, context)
    if waiting.offer is not None:
        return offers.shown(waiting.offer, context)
    if waiting.survey:
        return surveys.arrived(waiting.survey, context)
    if waiting.news:
        return subscribing.shown("", context)
    measure = MEASURE.fullmatch(payload)
    return measure_card.shown(ShowMeasure(measure=int(measure[1])), context) if measure else None


COMMANDS: Commands = {"start": started}
ACTIONS: Actions = {}
