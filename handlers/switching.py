"""Whoever writes in another language than she is answered in is asked once which one she wants."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, offers, remembering
from handlers.context import Context
from handlers.features import Actions, Commands
from models import accounts
from models import person as people
from models.action import Action
from models.dialogue_states import is_free
from models.text import LanguageName, T, said_in
from models.turn import Button, Reply
from search.languages import language_of
from search.reading import Reading


class SwitchLanguage(Action, prefix="switch"):
    """Yes, answer in this language from now on."""

    code: str


class KeepLanguage(Action, prefix="keeplang"):
    """No, go on as before."""


def suggested(text: str, reading: Reading, reply: Reply, context: Context) -> Reply:
    """The answer as it is, or once with the question. In a group many languages are spoken."""
    person = context.person
    if person.asked_language or person.is_group or not is_free(person.dialogue):
        return reply
    code = _clearly_another(text, reading, context.language)
    if not code:
        return reply
    people.change_row(context.session, person.id, asked_language=True)
    offered = _offered if code in context.town.languages else _unspoken
    return offered(code, reply, context)


def _clearly_another(text: str, reading: Reading, current: str) -> str:
    """The language of the text, where the words of the thesaurus and the letters both say that it
    is not the current one; else "".
    """
    if reading.languages[:1] == (current,):
        return ""
    guess = language_of(text, current)
    return guess.language if guess.is_clear else ""


def _offered(code: str, reply: Reply, context: Context) -> Reply:
    """In the language that she has written in."""
    yes = Button(T("language.switch_yes"), SwitchLanguage(code=code), language=code)
    no = Button(T("language.switch_no"), KeepLanguage())
    after = (*reply.after, said_in(code, T("language.switch")))
    return replace(reply, after=after, buttons=((yes, no), *reply.buttons))


def _unspoken(code: str, reply: Reply, context: Context) -> Reply:
    """Also in English where she has not chosen the one that she is answered in."""
    word = T("language.unspoken", language=LanguageName(code))
    told = (word,) if context.person.language else tuple(dict.fromkeys((word, said_in("en", word))))
    rows = ((menu.button("language"),),) if context.person.language else ()
    return replace(reply, after=(*reply.after, *told), buttons=(*reply.buttons, *rows))


def switched(action: SwitchLanguage, context: Context) -> Reply:
    """From now on in that language, and what she has just been shown in it, too."""
    code = action.code if action.code in context.town.languages else context.language
    shown = remembering.recalled(context)
    people.change_row(context.session, context.person.id, language=code)
    if context.account is not None:
        accounts.change(context.session, context.account.id, language=code)
    inside = replace(context, person=replace(context.person, language=code))
    if shown is None or not shown.among:
        return Reply(text=(T("language.chosen"),), buttons=menu.main(), language=code)
    again = offers.listed(shown.among, 0, inside, T("language.chosen"))
    rows = (*again.buttons, (menu.button("topics"), menu.button("person")))
    return replace(again, buttons=rows, language=code)


def kept(action: KeepLanguage, context: Context) -> Reply:
    """She knows best."""
    return Reply(text=(T("language.stays"),), buttons=menu.main())


COMMANDS: Commands = {}
ACTIONS: Actions = {SwitchLanguage: switched, KeepLanguage: kept}
