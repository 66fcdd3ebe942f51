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
    the language is chosen, or to a survey (`survey_abcd2345`, with `_w` in a workshop); or to a
    measure (`measure_7`), as calendars do, or to the news (`news`), as their pages do.
    """
    wanted = OFFER.fullmatch(argument.strip())
    offer = int(wanted[1]) if wanted else None
    invitation = joining.hash_in(argument)
    survey = argument.strip() if SURVEY.fullmatch(argument.strip()) else ""
    if not context.person.language:
        news = argument.strip() == NEWS
        waiting = Starting(offer=offer, invitation=invitation, survey=survey, news=news)
        people.be_in(context.session, context.person, waiting)
        return language.page(0, context)
    if invitation:
        return joining.accept(invitation, context)
    if offer is not None:
        return offers.shown(offer, context)
    if survey:
        return surveys.arrived(survey, context)
    if measure := MEASURE.fullmatch(argument.strip()):
        return measure_card.shown(ShowMeasure(measure=int(measure[1])), context)
    if argument.strip() == NEWS:
        return subscribing.shown("", context)
    return welcome.greet(None, context)


COMMANDS: Commands = {"start": started}
ACTIONS: Actions = {}
