"""The button under every piece of news: one tap, and no more come; another one takes it back."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers import menu, subscribing
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.subscription_buttons import NewsAgain, NewsForMyTask
from handlers.subscription_choices import district_at
from models import subscription, subscription_moving
from models.action import Action
from models.news_actions import StopNews
from models.subscription import Rhythm, Subscription, Wanted
from models.text import T
from models.turn import Button, Reply

EVERYWHERE = -1
HEX = re.compile(r"[0-9a-f]{1,40}")


def stopped(action: StopNews, context: Context) -> Reply:
    """What waits for her does not leave either. What she had chosen is in the button that takes it
    back, and nowhere else.
    """
    before = subscription.of(context.session, context.person)
    had = subscription_moving.stop(context.session, context.person, context.now)
    if not had:
        return Reply(text=(T("subscribe.off"),), buttons=((menu.button("subscribe"),),))
    text = T("subscribe.stopped_task") if context.roles else T("subscribe.stopped")
    again = Button(T("subscribe.again"), _undo(before, context))
    return Reply(text=(text,), buttons=((again,), (menu.button("help"),)))


def again(action: NewsAgain, context: Context) -> Reply:
    """She agrees anew, to what she had."""
    codes = _codes(context)
    chosen = int(action.topics, 16) if HEX.fullmatch(action.topics) else 0
    wanted = Wanted(
        topics=frozenset(code for at, code in enumerate(codes) if chosen >> at & 1),
        district=district_at(action.district, context),
        rhythm=Rhythm.WEEKLY if action.weekly else Rhythm.AT_ONCE,
    )
    subscribing.agree(wanted, context)
    return replace(subscribing.shown("", context), replaces=True)


def _undo(before: Subscription | None, context: Context) -> Action:
    if before is None or not before.is_on:
        return NewsForMyTask()
    wanted, districts = before.wanted, context.catalogue.districts
    bits = sum(1 << at for at, code in enumerate(_codes(context)) if code in wanted.topics)
    place = districts.index(wanted.district) if wanted.district in districts else EVERYWHERE
    weekly = wanted.rhythm is Rhythm.WEEKLY
    return NewsAgain(topics=f"{bits:x}", district=place, weekly=weekly)


def _codes(context: Context) -> list[str]:
    """All topics, in an order that stays."""
    return sorted(context.catalogue.topics)


COMMANDS: Commands = {}
ACTIONS: Actions = {StopNews: stopped, NewsAgain: again}
