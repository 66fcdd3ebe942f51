"""A word about news, once: under the first answer that somebody gets after she was greeted."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu
from handlers.context import Context
from models import subscription
from models.dialogue_states import was_greeted
from models.text import T
from models.turn import Reply


def hinted(reply: Reply, context: Context) -> Reply:
    """The answer as it is, or with the hint. In a group nobody subscribes."""
    person = context.person
    if not was_greeted(person.dialogue):
        return reply
    if person.is_group or subscription.of(context.session, person):
        return reply
    hint = T("subscribe.hint", town=context.town.name)
    rows = (*reply.buttons, (menu.button("subscribe"),))
    return replace(reply, after=(*reply.after, hint), buttons=rows)
