"""The first words in her language."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu
from handlers.cards import card_of
from handlers.context import Context
from models import person as people
from models.dialogue import Greeted, Starting
from models.text import T, Text
from models.turn import Reply


def introduced(reply: Reply) -> Reply:
    """An answer for somebody who asked before choosing a language: the data sentence and a way."""
    rows = (*reply.buttons, (menu.button("language"), menu.button("privacy")))
    return replace(reply, after=(T("welcome.data"), *reply.after), buttons=rows)


def hello(context: Context) -> tuple[Text, ...]:
    """Who speaks, and the honest sentence about data."""
    return (T("welcome.hello", town=context.town.name), T("welcome.data"))


def greet(waiting_for: Starting | None, context: Context) -> Reply:
    """Who speaks, what one can do, and what a deep link promised."""
    if waiting_for is not None:
        people.be_in(context.session, context.person, Greeted())
    text = (*hello(context), T("welcome.ask"))
    wanted = waiting_for.offer if waiting_for else None
    offer = context.catalogue.offers.get(wanted) if wanted is not None else None
    cards = (card_of(offer, context),) if offer else ()
    return Reply(text=text, cards=cards, buttons=menu.main())
