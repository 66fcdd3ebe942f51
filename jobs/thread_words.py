"""What counsellors and askers are told of a thread by itself. What somebody asked is not in it."""

from __future__ import annotations

from models.base import Session
from models.language import chain
from models.offers import fields_of_action
from models.text import Fixed, LanguageName, Listed, T, Text, Verbatim
from models.thread import Thread, Told
from models.thread_actions import ReopenThread, ShowThread, TakeThread
from models.turn import Button, Reply


def notice(session: Session, thread: Thread, language: str) -> Reply:
    """For whoever is to hear of it; in `language` the topic is named."""
    said = T(f"thread.{thread.to_tell}", person=person(thread))
    about = T("thread.about", topic=_topic(session, thread.topic, language))
    return Reply(text=(said, about), buttons=(_buttons(thread),))


def idle(thread: Thread) -> Reply:
    """For the asker of one in which nobody has written for long."""
    again = Button(T("talk.again"), ReopenThread(thread=thread.id))
    return Reply(text=(T("thread.idle"),), buttons=((again,),))


def person(thread: Thread) -> Text:
    """All that a counsellor learns of who asks: "Person 4711 (Arabic, Altstadt)"."""
    place = (Verbatim(thread.district, "de"),) if thread.district else ()
    about = Listed((LanguageName(thread.language), *place))
    return T("relay.person", number=Fixed(str(thread.id)), about=about)


def _topic(session: Session, code: str, language: str) -> Text | Verbatim:
    """The field of action that it belongs to."""
    for field in fields_of_action(session):
        if code in (field.code, *field.topics):
            spoken = next(x for x in (*chain(language), *field.names) if x in field.names)
            return Verbatim(field.names[spoken], spoken)
    return T("inbox.no_topic")


def _buttons(thread: Thread) -> tuple[Button, ...]:
    show = Button(T("relay.show"), ShowThread(thread=thread.id))
    if thread.to_tell is Told.WOKEN:
        return (show,)
    return (Button(T("thread.take"), TakeThread(thread=thread.id)), show)
