"""What a counsellor types goes to one asker: to whom is always said, and asked when in doubt."""

from __future__ import annotations

from dataclasses import replace

from handlers import dialogues, inbox_buttons, menu, relaying
from handlers import inbox_words as say
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.inbox_card import card
from handlers.inbox_finding import found, gone
from handlers.rights import needs
from models import held_words, plain_words, thread_changes, thread_message, thread_turns
from models import person as people
from models.dialogue_handoff import Counselling, Noting
from models.role import ANSWERING
from models.roles import Deed
from models.text import T, Text, Verbatim
from models.thread import Thread, ThreadState
from models.thread_message import LONGEST, Words
from models.turn import Button, Reply


@needs(*ANSWERING)
def chosen(action: inbox_buttons.WriteTo, context: Context) -> Reply:
    """From now on what she types goes there."""
    one = found(action.thread, context)
    if one is None or not (one.state is ThreadState.WAITING or _is_hers(one, context)):
        return gone(_why_not(one, context))
    is_hers = _is_hers(one, context)
    return to(one, context) if is_hers else card(one, context, T("inbox.take_first"))


def to(one: Thread, context: Context, *first: Text) -> Reply:
    """The card of a thread that is hers; what she types goes there."""
    _be_at(one, context)
    note = T("inbox.writing", person=relaying.called(one))
    reply = card(one, context, *first)
    stop = Button(T("inbox.stop"), inbox_buttons.StopWriting(thread=one.id))
    return replace(reply, after=(note,), buttons=((stop,), *reply.buttons))


@needs(*ANSWERING)
def typed(text: str, context: Context) -> Reply:
    """To the asker; when somebody else wrote meanwhile, she says first whom she means."""
    at = context.person.dialogue
    if not isinstance(at, Counselling):
        return gone()
    words = plain_words.plain(text)[:LONGEST]
    one = found(at.thread, context)
    since = thread_turns.written_since(context.session, context.account_id, at.seen)
    others = [other for other in since if other.id != at.thread]
    if one is not None and others and _is_hers(one, context):
        return _whom(one, others, words, context)
    return sent(at.thread, words, context)


@needs(*ANSWERING)
def held(action: inbox_buttons.SendHeld, context: Context) -> Reply:
    """She said whom her words are for."""
    at = context.person.dialogue
    words = held_words.find(context.vault, at.said) if isinstance(at, Counselling) else ""
    return sent(action.thread, words, context) if words else gone(T("inbox.not_held"))


@needs(*ANSWERING)
def stopped(action: inbox_buttons.StopWriting, context: Context) -> Reply:
    """What she types goes to nobody."""
    people.be_in(context.session, context.person, None)
    return Reply(text=(T("inbox.stopped"),), buttons=((menu.button("inbox"),),))


def sent(id: int, words: str, context: Context, language: str = "") -> Reply:
    """Words to the asker of a thread that is hers, and whom they went to; in her own language when
    nothing else is said.
    """
    one = found(id, context)
    said = Words(words, language or context.language)
    message = _answered(one, said, context) if one and words else None
    if one is None or message is None:
        people.be_in(context.session, context.person, None)
        return gone(_why_not(one, context))
    _be_at(one, context)
    told = relaying.said_to_asker(one, message, context)
    relaying.wish_translation(one, message, context, context.now)
    person = relaying.called(one)
    text = T("inbox.sent", person=person) if told else T("inbox.unreached", person=person)
    return Reply(text=(text,), buttons=_after(one), others=told)


@needs(*ANSWERING)
def noting(action: inbox_buttons.WriteNote, context: Context) -> Reply:
    """What shall colleagues know?"""
    one = found(action.thread, context)
    if one is None:
        return gone()
    people.be_in(context.session, context.person, Noting(thread=one.id))
    return dialogues.asking(T("inbox.note_ask", person=relaying.called(one)))


@needs(*ANSWERING)
def noted(text: str, context: Context) -> Reply:
    """It stands in the thread, for colleagues only."""
    at = context.person.dialogue
    people.be_in(context.session, context.person, None)
    one = found(at.thread, context) if isinstance(at, Noting) else None
    if one is None:
        return gone()
    words = Words(plain_words.plain(text)[:LONGEST], context.language)
    thread_changes.note(context.session, _deed(context), one.id, words, context.vault)
    return card(one, context, T("inbox.note_kept"))


def _answered(one: Thread, said: Words, context: Context) -> thread_message.Message | None:
    id = thread_changes.answer(context.session, _deed(context), one.id, said, context.vault)
    return None if id is None else thread_message.find(context.session, context.vault, id)


def _whom(one: Thread, others: list[Thread], words: str, context: Context) -> Reply:
    """Words for one could hurt another: nothing leaves before she says whom they are for."""
    waiting = Counselling(
        thread=one.id,
        seen=thread_turns.newest(context.session),
        said=held_words.hide(context.vault, words),
    )
    people.be_in(context.session, context.person, waiting)
    rows = tuple((_to_button(x),) for x in (one, *others))
    nobody = Button(T("inbox.to_nobody"), inbox_buttons.StopWriting(thread=one.id))
    quoted = Verbatim(words, context.language)
    return Reply(text=(T("inbox.whom"), quoted), buttons=(*rows, (nobody,)))


def _to_button(one: Thread) -> Button:
    label = T("inbox.to", person=relaying.called(one))
    return Button(label, inbox_buttons.SendHeld(thread=one.id))


def _after(one: Thread) -> menu.Rows:
    stop = Button(T("inbox.stop"), inbox_buttons.StopWriting(thread=one.id))
    close = Button(T("inbox.close"), inbox_buttons.CloseThread(thread=one.id, sure=False))
    return ((stop, close),)


def _why_not(one: Thread | None, context: Context) -> Text | None:
    if one is None:
        return None
    if not one.is_open:
        return T("inbox.over")
    if one.account_id is None:
        return T("inbox.take_first")
    return T("inbox.not_yours", name=say.counsellor(one, context))


def _is_hers(one: Thread, context: Context) -> bool:
    return one.is_open and one.account_id == context.account_id


def _be_at(one: Thread, context: Context) -> None:
    seen = thread_turns.newest(context.session)
    people.be_in(context.session, context.person, Counselling(thread=one.id, seen=seen))


def _deed(context: Context) -> Deed:
    return Deed(context.now, context.account_id)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    inbox_buttons.WriteTo: chosen,
    inbox_buttons.StopWriting: stopped,
    inbox_buttons.SendHeld: held,
    inbox_buttons.WriteNote: noting,
}
DIALOGUES: Dialogues = {Counselling: typed, Noting: noted}
