"""The question to a counsellor: typed, shown as it will go out, changed, and sent."""

from __future__ import annotations

from handlers import (
    dialogues,
    emergency,
    menu,
    person,
    person_buttons,
    person_check,
    person_thread,
    person_words,
    relaying,
)
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from models import held_words, thread_changes, thread_message
from models import person as people
from models import thread as one_thread
from models.dialogue_handoff import Asking
from models.plain_words import plain
from models.roles import Deed
from models.text import LanguageName, T, Verbatim
from models.thread_changes import Question
from models.thread_message import LONGEST, Words
from models.turn import Button, Reply

GUESSES = 3
NO_DISTRICT = -1


def typed(text: str, context: Context) -> Reply:
    """Her question, shown before it goes anywhere; in an emergency the numbers come first."""
    at = person_check.question(context)
    words = plain(text)[:LONGEST]
    if not words:
        return dialogues.asking(T("talk.ask"))
    guessed = next(iter(_guesses(words, context)), "")
    district = at.district or context.person.filters.district
    known = {"topic": guessed, "language": at.language or context.language, "district": district}
    held = at.model_copy(update={**known, "said": held_words.hide(context.vault, words)})
    reply = person_check.shown(held, context)
    kinds = context.catalogue.emergencies.detect(text)
    return emergency.before(kinds, reply) if kinds else reply


def changing(action: person_buttons.ChangeQuestion, context: Context) -> Reply:
    """The words, or what goes with them."""
    at = person_check.question(context)
    if not at.said:
        return person.opened("", context)
    people.be_in(context.session, context.person, at)
    if action.what == "words":
        return dialogues.asking(T("talk.ask"))
    options = {"topic": _topics, "language": _languages, "district": _districts}
    rows = options[action.what](at, context)
    return Reply(text=(T(f"talk.which_{action.what}"),), buttons=rows, replaces=True)


def about(action: person_buttons.AskAbout, context: Context) -> Reply:
    """This topic."""
    known = action.code in context.catalogue.topics or _is_field(action.code, context)
    return _changed(context, topic=action.code if known else "")


def spoken(action: person_buttons.AskIn, context: Context) -> Reply:
    """This language, for her words and for the answer."""
    known = action.code in context.town.languages
    return _changed(context, language=action.code if known else context.language)


def living(action: person_buttons.AskFrom, context: Context) -> Reply:
    """This district, or none."""
    names = context.catalogue.districts
    known = 0 <= action.number < len(names)
    return _changed(context, district=names[action.number] if known else "")


def sent(action: person_buttons.SendQuestion, context: Context) -> Reply:
    """It waits for a counsellor from now on; jobs.threads brings it to one."""
    at = person_check.question(context)
    words = held_words.find(context.vault, at.said)
    if not words:
        return person.opened("", context)
    deed, outside = Deed(context.now), not person_words.is_open(context)
    asked = Question(at.topic, at.language, at.district, outside)
    whom = (context.session, deed)
    id = thread_changes.begin(*whom, context.person.id, asked, context.vault)
    one = one_thread.of_person(context.session, context.person.id)
    if one is None or id is None:
        return person.opened("", context)
    people.be_in(context.session, context.person, None)
    said = thread_changes.say(*whom, id, Words(words, at.language), context.vault)
    message = said and thread_message.find(context.session, context.vault, said)
    if message:
        relaying.wish_translation(one, message, context, context.now)
    return person_thread.begun(one, context)


def _changed(context: Context, **what: str) -> Reply:
    at = person_check.question(context)
    if not at.said:
        return person.opened("", context)
    return person_check.shown(at.model_copy(update=what), context)


def _topics(at: Asking, context: Context) -> menu.Rows:
    """What her words look like, then all fields of action."""
    guessed = _guesses(held_words.find(context.vault, at.said), context)
    codes = dict.fromkeys((*guessed, *(field.code for field in context.catalogue.fields)))
    buttons = [
        Button(person_words.topic(code, context), person_buttons.AskAbout(code=code))
        for code in codes
    ]
    other = Button(T("talk.other_topic"), person_buttons.AskAbout())
    return (*menu.grid(buttons), (other,))


def _languages(_: Asking, context: Context) -> menu.Rows:
    codes = dict.fromkeys((context.language, *context.town.languages))
    buttons = [
        Button(T("filter.language", language=LanguageName(code)), person_buttons.AskIn(code=code))
        for code in codes
    ]
    return menu.grid(buttons)


def _districts(_: Asking, context: Context) -> menu.Rows:
    buttons = [
        Button(Verbatim(name, "de"), person_buttons.AskFrom(number=number))
        for number, name in enumerate(context.catalogue.districts)
    ]
    none = Button(T("talk.say_not"), person_buttons.AskFrom(number=NO_DISTRICT))
    return (*menu.grid(buttons), (none,))


def _guesses(words: str, context: Context) -> list[str]:
    found = context.catalogue.search.ask(words, context.language, None, 1).topics
    return [code for code in found if code in context.catalogue.topics][:GUESSES]


def _is_field(code: str, context: Context) -> bool:
    return any(field.code == code for field in context.catalogue.fields)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    person_buttons.ChangeQuestion: changing,
    person_buttons.AskAbout: about,
    person_buttons.AskIn: spoken,
    person_buttons.AskFrom: living,
    person_buttons.SendQuestion: sent,
}
DIALOGUES: Dialogues = {Asking: typed}
