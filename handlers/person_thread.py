"""In a conversation with a counsellor: what she types goes there, and Lotse says nothing."""

from __future__ import annotations

from dataclasses import replace

from handlers import ask, dialogues, emergency, menu, person_buttons, person_words, relaying
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from models import person as people
from models import thread as one_thread
from models import thread_changes, thread_message
from models.dialogue_handoff import AskingLotse
from models.plain_words import plain
from models.roles import Deed
from models.text import T, Text
from models.thread import Thread, ThreadState
from models.thread_message import LONGEST, Words
from models.turn import Button, Reply

HERE = "web"
"""The channel in which an answer is seen by whoever opens the page again."""


def heard(text: str, context: Context) -> Reply:
    """Words for which nothing waits: to her counsellor if she has one, else a question to Lotse."""
    one = going_on(context)
    if one is None:
        return ask.asked(text, context)
    words = plain(text)[:LONGEST]
    if not words:
        return Reply(text=(T("answer.empty"),), buttons=rows(one))
    return said(one, Words(words, one.language), context)


def said(one: Thread, words: Words, context: Context) -> Reply:
    """It goes to whoever took it. When somebody is there Lotse says nothing to it, but the numbers
    in an emergency.
    """
    deed = Deed(context.now)
    id = thread_changes.say(context.session, deed, one.id, words, context.vault)
    message = id and thread_message.find(context.session, context.vault, id)
    if not message:
        return over(one)
    told = relaying.said_to_counsellor(one, message, context)
    relaying.wish_translation(one, message, context, context.now)
    kinds = context.catalogue.emergencies.detect(words.text)
    if kinds:
        return replace(emergency.before(kinds, _noted(one, context)), others=told)
    if told and person_words.is_open(context):
        return Reply(others=told)
    return replace(_noted(one, context), others=told)


def begun(one: Thread, context: Context) -> Reply:
    """Her question has arrived; when she can count on an answer, and who reads what she types."""
    text = (T("talk.sent"), *_where(context), *person_words.until(context), T("talk.go_on"))
    return Reply(text=text, buttons=rows(one))


def status(one: Thread, context: Context) -> Reply:
    """How it stands."""
    waits = one.state is ThreadState.WAITING
    state = T("talk.status_waiting") if waits else T("talk.status_taken")
    text = (state, *person_words.presence(context), T("talk.go_on"))
    return Reply(text=text, buttons=rows(one))


def writing(action: person_buttons.Write, context: Context) -> Reply:
    """Whatever else waited for words waits no more: the next ones go to her counsellor."""
    one = going_on(context)
    if one is None:
        return Reply(text=(T("talk.over"),), buttons=((menu.button("person"),),))
    return Reply(text=(T("talk.write_here"),), buttons=rows(one))


def asking_lotse(action: person_buttons.AskLotse, context: Context) -> Reply:
    """One question, without leaving the conversation."""
    people.be_in(context.session, context.person, AskingLotse())
    return dialogues.asking(T("talk.ask_lotse_now"))


def asked_lotse(text: str, context: Context) -> Reply:
    """Answered as always; then the counsellor reads again what she types."""
    people.be_in(context.session, context.person, None)
    reply, one = ask.asked(text, context), going_on(context)
    if one is None:
        return reply
    again = Button(T("talk.ask_lotse"), person_buttons.AskLotse())
    return replace(reply, after=(*reply.after, T("talk.back")), buttons=(*reply.buttons, (again,)))


def going_on(context: Context) -> Thread | None:
    """The conversation that she is in."""
    if not one_thread.is_in_one(context.session, context.person.id):
        return None
    return one_thread.of_person(context.session, context.person.id)


def rows(one: Thread) -> menu.Rows:
    """What she can do besides typing."""
    lotse = Button(T("talk.ask_lotse"), person_buttons.AskLotse())
    end = Button(T("talk.end"), person_buttons.EndThread(thread=one.id, sure=False))
    return ((lotse, end),)


def over(one: Thread) -> Reply:
    """It ended meanwhile."""
    return Reply(text=(T("talk.over"), T("talk.helped")), buttons=relaying.closing(one))


def _noted(one: Thread, context: Context) -> Reply:
    """While nobody is there to answer, Lotse says that it arrived, and until when it waits."""
    return Reply(text=(T("talk.added"), *person_words.until(context)), buttons=rows(one))


def _where(context: Context) -> tuple[Text, ...]:
    return (T("talk.page"),) if context.person.channel == HERE else ()


COMMANDS: Commands = {}
ACTIONS: Actions = {person_buttons.Write: writing, person_buttons.AskLotse: asking_lotse}
DIALOGUES: Dialogues = {AskingLotse: asked_lotse}
