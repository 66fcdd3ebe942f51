"""What jobs need to know, from the settings."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from analysis.measures.ladder import Reminding
from analysis.measures.rungs import load_ladder
from analysis.measures.sending_time import SendingRules
from analysis.measures.workdays import Holidays
from bot.clock import chance, clock
from bot.message import to_json
from bot.render import render
from bot.secret import survey_secret
from bot.settings import Settings
from jobs.surroundings import Surroundings
from models.turn import Reply

log = logging.getLogger(__name__)


def surroundings_of(settings: Settings, channels: Iterable[str]) -> Surroundings:
    """The town's holidays, quiet hours and ladder. `channels` are those that deliver.

    Raises BadLadder, OSError for a ladder that cannot be used, ValueError for an unknown Land.
    """
    holidays = Holidays(settings.holidays, catholic=settings.catholic_holidays)
    warn_of_years_without(holidays, clock().astimezone(settings.zone).year)
    return Surroundings(
        reminding=Reminding(load_ladder(settings.ladder), holidays),
        rules=SendingRules(settings.zone, holidays),
        channels=frozenset(channels),
        render=rendered,
        language=settings.default_language,
        secret=survey_secret(settings),
        rng=chance(),
        office=settings.about_town.office,
        answer_hours=settings.handoff_answer_hours,
        public_url=settings.about_town.public_url,
        offer_rules=settings.about_town.offer_rules,
    )


def warn_of_years_without(holidays: Holidays, year: int) -> None:
    """Say so when nothing is known of this year's or the next one's holidays: all days then look
    like working days, and every offer open.
    """
    for one in (year, year + 1):
        if not holidays.knows(one):
            log.warning("no public holidays are known for a year", extra={"year": one})


def rendered(reply: Reply, language: str) -> bytes:
    """A reply as it is stored until it is delivered."""
    return to_json(render(reply, reply.language or language))
