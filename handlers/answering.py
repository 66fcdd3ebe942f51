"""An answer by how sure it is: the town's words and offers, topics to choose from, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers import feedback, filters, menu, offers, quoting, topics
from handlers.cards import card_of
from handlers.context import Context
from handlers.features import Actions, Commands
from models.action import Action
from models.dialogue import Filters
from models.dialogue_states import was_missed
from models.text import N, T, Text
from models.turn import Button, Card, Reply
from search.answer import Answer, Hit

FEWEST, MOST = 3, 5
"""Topics to choose from."""
NEARLY = 0.05
"""Of the first hit's score."""


class SomethingElse(Action, prefix="else"):
    """None of these topics is what she means."""


def fitting(hits: Sequence[Hit], context: Context) -> list[Hit]:
    """The first hit, and the others that answer nearly as well or have a topic in common with it:
    a list is not filled up with what merely shares a word.
    """
    topics_of = context.catalogue.topics_of
    about = set(topics_of(hits[0].key)) if hits else set()
    return [x for x in hits if x.score >= NEARLY or not about.isdisjoint(topics_of(x.key))]


def sure(question: str, hits: Sequence[Hit], context: Context) -> Reply:
    """What the town wrote about it, and at most three offers, the best first."""
    ids = [hit.key for hit in hits]
    chosen = context.person.filters
    said = quoting.quoted(question, hits, context)
    intro = N("answer.found", min(len(ids), offers.SHOWN))
    reply = offers.listed(ids, 0, context, *said, intro, *filters.reminder(chosen))
    more = reply.buttons or ((offers.like(ids[0]),),)
    rows = (*more, feedback.question(ids[0], context), _further(chosen))
    return replace(reply, buttons=rows, after=(T("feedback.ask"),))


def unsure(answer: Answer, context: Context) -> Reply:
    """Which topic does she mean? Her question is not asked again: the topic's offers come in the
    order in which they answer it.
    """
    rows = topics.buttons(_likeliest(answer, context), context)
    other = (Button(T("answer.else"), SomethingElse()), menu.button("person"))
    said = (T("answer.unsure"), *filters.reminder(context.person.filters))
    return Reply(text=said, buttons=(*rows, other))


def nothing(answer: Answer, context: Context) -> Reply:
    """The town has nothing that Lotse finds: the nearest topics, and somebody to talk to."""
    cards, closing = _contact(context)
    rows = topics.buttons(answer.topics, context) or menu.main()
    person = ((menu.button("person"),),)
    if not was_missed(context.person.dialogue):
        said = (T("answer.nothing"), *closing)
        return Reply(text=said, cards=cards, buttons=(*rows, *person))
    said = (T("answer.nothing"), T("talk.offer"), *closing)
    return Reply(text=said, cards=cards, buttons=(*person, *rows))


def filtered(context: Context) -> Reply:
    """Nothing fits because of her filters."""
    return Reply(
        text=(T("answer.filtered"), *filters.reminder(context.person.filters)),
        buttons=((filters.clear_button(), menu.button("filter")), (menu.button("person"),)),
    )


def something_else(action: SomethingElse, context: Context) -> Reply:
    """How to say it so that Lotse understands, and somebody to talk to."""
    cards, closing = _contact(context)
    rows = ((menu.button("person"),), (menu.button("topics"),))
    return Reply(text=(T("answer.else_how"), *closing), cards=cards, buttons=rows)


def _contact(context: Context) -> tuple[tuple[Card, ...], tuple[Text, ...]]:
    contact = context.catalogue.first_contact
    return ((card_of(contact, context),), (T("answer.contact"),)) if contact else ((), ())


def _likeliest(answer: Answer, context: Context) -> list[str]:
    """The topics of what she said, then those of what was found, then the town's largest."""
    catalogue = context.catalogue
    found = [code for hit in answer.hits for code in catalogue.topics_of(hit.key)[:1]]
    near = [x for x in dict.fromkeys((*answer.topics, *found)) if catalogue.in_topic(x)][:MOST]
    return near if len(near) >= FEWEST else [*dict.fromkeys((*near, *catalogue.largest))][:FEWEST]


def _further(chosen: Filters) -> tuple[Button, ...]:
    """Somebody to talk to is never further away than this."""
    change = (menu.button("filter"),) if chosen != Filters() else ()
    return (menu.button("person"), *change)


COMMANDS: Commands = {}
ACTIONS: Actions = {SomethingElse: something_else}
