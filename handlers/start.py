"""/start: language first, then what Lotse keeps, then what one can do."""

from __future__ import annotations

import re

from handlers import language, offers, welcome
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models.dialogue import Starting
from models.turn import Reply

OFFER = re.compile(r"offer_(\d{1,9})")


def started(argument: str, context: Context) -> Reply:
    """A deep link's payload `offer_7` leads to that offer, after the language is chosen."""
    wanted = OFFER.fullmatch(argument.strip())
    offer = int(wanted[1]) if wanted else None
    if not context.person.language:
        people.be_in(context.session, context.person, Starting(offer=offer))
        return language.page(0, context)
    if offer is not None:
        return offers.shown(offer, context)
    return welcome.greet(None, context)


COMMANDS: Commands = {"start": started}
ACTIONS: Actions = {}
