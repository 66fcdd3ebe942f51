"""A manager says yes or no to what somebody wants an offer to be."""

from __future__ import annotations

from dataclasses import replace

from handlers import dialogues, offer_telling, who
from handlers.changed import card, follow
from handlers.changed_pages import AcceptChange, RefuseChange
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.keeping_finding import deed, done
from handlers.rights import needs
from models import offer_change_reading, offer_changes
from models import person as people
from models.dialogue_offers import ChangeRefusing
from models.offer_change import LONGEST_REASON, Change, State
from models.offer_changes import Decided
from models.role import LEADING
from models.text import T
from models.turn import Reply


@needs(*LEADING)
def accepted(action: AcceptChange, context: Context) -> Reply:
    """Public, and whoever wanted it hears of it; or shown again, if it is not what she saw."""
    found = _waiting(action.change, context)
    if found is None:
        return follow(action.change, context, T("change.late"))
    rules = context.town.offer_rules
    made = offer_changes.accept(context.session, deed(context), found.id, action.seen, rules)
    if made is Decided.SHOWN_AGAIN:
        return card(found, context, T("change.otherwise"))
    if made is Decided.LATE:
        return follow(found.id, context, T("change.late"))
    told = offer_telling.decided(found, "accepted", context)
    return replace(follow(found.id, context, T("change.accepted")), others=told)


@needs(*LEADING)
def refusing(action: RefuseChange, context: Context) -> Reply:
    """Why not?"""
    found = _waiting(action.change, context)
    if found is None:
        return follow(action.change, context, T("change.late"))
    people.be_in(context.session, context.person, ChangeRefusing(change=found.id))
    return dialogues.asking(T("change.why", name=who.account_called(found.by, context)))


@needs(*LEADING)
def reasoned(text: str, context: Context) -> Reply:
    """Her reason, for whoever wanted it."""
    waiting, words = context.person.dialogue, " ".join(text.split())[:LONGEST_REASON]
    found = _waiting(waiting.change, context) if isinstance(waiting, ChangeRefusing) else None
    done(context)
    if found is None:
        return follow(0, context, T("change.late"))
    if not offer_changes.refuse(context.session, deed(context), found.id, words):
        return follow(found.id, context, T("change.late"))
    told = offer_telling.decided(found, "refused", context, words)
    return replace(follow(found.id, context, T("change.refused")), others=told)


def _waiting(id: int, context: Context) -> Change | None:
    found = offer_change_reading.find(context.session, id)
    return found if found is not None and found.state is State.WAITING else None


COMMANDS: Commands = {}
ACTIONS: Actions = {AcceptChange: accepted, RefuseChange: refusing}
DIALOGUES: Dialogues = {ChangeRefusing: reasoned}
