"""A question in her own words: emergencies first, then the town's offers, never invented."""

from __future__ import annotations

from dataclasses import replace

from handlers import emergency, feedback, filters, hinting, menu, offers, topics, welcome
from handlers.cards import card_of
from handlers.context import Context
from handlers.features import Actions, Commands
from models import asked as counters
from models import person as people
from models.dialogue import Filters, Greeted
from models.dialogue_handoff import Missed
from models.text import N, T, Text
from models.turn import Button, Reply
from search.answer import Answer

LONGEST = 1000


def asked(text: str, context: Context) -> Reply:
    """At most three offers, best first; or the nearest topics and the counselling contact.

    Of the question only topic, language, district and day are counted; the text is not kept.
    """
    text = text[:LONGEST]
    if not text.strip():
        return Reply(text=(T("answer.empty"),), buttons=menu.main())
    answer = _search(text, context)
    reply = _found(answer, context) if answer.found else _nothing(text, answer.topics, context)
    _count_missed(answer.found, context)
    if kinds := context.catalogue.emergencies.detect(text):
        reply = emergency.first(kinds, reply)
    elif answer.found:
        reply = hinting.hinted(reply, context)
    return reply if context.person.language else welcome.introduced(reply)


def _search(text: str, context: Context) -> Answer:
    allowed = context.allowed
    answer = context.catalogue.search.ask(text, context.language, allowed, offers.KEPT)
    topic = answer.topics[0] if answer.topics else ""
    counters.count(context.session, _asked(topic, context), answered=answer.found)
    return answer


def _found(answer: Answer, context: Context) -> Reply:
    ids = [hit.key for hit in answer.hits]
    chosen = context.person.filters
    intro = N("answer.found", min(len(ids), offers.SHOWN))
    reply = offers.listed(ids, 0, context, intro, *filters.reminder(chosen))
    rows = (*reply.buttons, feedback.question(ids[0], context), _further(chosen))
    return replace(reply, buttons=rows, after=(T("feedback.ask"),))


def _asked(topic: str, context: Context) -> counters.Asked:
    district = context.person.filters.district
    return counters.Asked(context.today, topic, context.language, district)


def _nothing(text: str, codes: tuple[str, ...], context: Context) -> Reply:
    """Nothing fits: because of her filters, or because the town has nothing."""
    chosen = context.person.filters
    if chosen != Filters() and _stands_without_filters(text, context):
        return Reply(
            text=(T("answer.filtered"), *filters.reminder(chosen)),
            buttons=((filters.clear_button(), menu.button("filter")), (menu.button("person"),)),
        )
    contact = context.catalogue.first_contact
    cards = (card_of(contact, context),) if contact else ()
    closing: tuple[Text, ...] = (T("answer.contact"),) if contact else ()
    buttons = topics.buttons(codes, context) or menu.main()
    person = ((menu.button("person"),),)
    if not isinstance(context.person.dialogue, Missed):
        said = (T("answer.nothing"), *closing)
        return Reply(text=said, cards=cards, buttons=(*buttons, *person))
    said = (T("answer.nothing"), T("talk.offer"), *closing)
    return Reply(text=said, cards=cards, buttons=(*person, *buttons))


def _stands_without_filters(text: str, context: Context) -> bool:
    return context.catalogue.search.ask(text, context.language, None, 1).found


def _further(chosen: Filters) -> tuple[Button, ...]:
    """Somebody to talk to is never further away than this."""
    change = (menu.button("filter"),) if chosen != Filters() else ()
    return (menu.button("person"), *change)


def _count_missed(found: bool, context: Context) -> None:
    """Whether her last question was answered, unless she is in the middle of something else."""
    waiting = context.person.dialogue
    if found and isinstance(waiting, Missed):
        people.be_in(context.session, context.person, None)
    elif not found and (waiting is None or isinstance(waiting, Greeted)):
        missed = Missed(greeted=waiting is not None)
        people.be_in(context.session, context.person, missed)


COMMANDS: Commands = {}
ACTIONS: Actions = {}
