"""A question in her own words: emergencies first, then the town's offers, never invented."""

from __future__ import annotations

from dataclasses import replace

from handlers import (
    answering,
    chatting,
    emergency,
    finding,
    following,
    hinting,
    learning,
    menu,
    offers,
    remembering,
    switching,
    welcome,
)
from handlers.context import Context
from handlers.features import Actions, Commands
from models import asked as counters
from models.asked import Asked, Outcome
from models.dialogue import Filters
from models.dialogue_shown import MOST
from models.text import T
from models.turn import Reply
from search.answer import Answer, Zone
from search.reading import Kind
from search.reranking import reordered

LONGEST = 1000
Answered = tuple[Reply, Outcome]


def asked(text: str, context: Context) -> Reply:
    """What the town wrote and at most three offers; or topics to choose from, or a human being.

    Of the question topic, language, district, day and how it was answered are counted; the text
    is not kept.
    """
    text = text[:LONGEST]
    if not text.strip():
        return Reply(text=(T("answer.empty"),), buttons=menu.main())
    answer = _search(text, context)
    reply, outcome = _answered(text, answer, context)
    counters.count(context.session, _counted(answer, outcome, context))
    if kinds := context.catalogue.emergencies.detect(text):
        reply = emergency.first(kinds, reply)
    else:
        hinted = hinting.hinted(reply, context) if outcome is Outcome.HIGH else reply
        reply = switching.suggested(text, answer.reading, hinted, context)
    return reply if context.person.language else welcome.introduced(reply)


def _search(text: str, context: Context) -> Answer:
    """What was found of what stands in the catalogue, in the order that a model outside likes."""
    allowed = context.allowed
    found = context.catalogue.search.ask(text, context.language, allowed, MOST)
    answer = reordered(found, context.order, allowed)
    standing = tuple(hit for hit in answer.hits if hit.key in context.catalogue.offers)
    return replace(answer, hits=standing)


def _answered(text: str, answer: Answer, context: Context) -> Answered:
    """By what she does with her words."""
    kind = answer.reading.kind
    if kind in chatting.ANSWERS:
        return chatting.answer(kind, context), Outcome.TALK
    if kind is Kind.OUTSIDE:
        return chatting.outside(context), Outcome.OUTSIDE
    if reply := following.followed(text, answer.reading, context):
        return reply, Outcome.FOLLOW_UP
    return _by_zone(text, answer, context)


def _by_zone(text: str, answer: Answer, context: Context) -> Answered:
    zone, ids = finding.zone_of(answer, context), [hit.key for hit in answer.hits]
    unknown = learning.unknown(text, answer.reading, context)
    if zone is Zone.HIGH:
        learning.rephrased(answer.reading, context)
        hits = answering.fitting(answer.hits, context)
        among = [hit.key for hit in hits[: offers.KEPT]]
        remembering.answered(context, among[: offers.SHOWN], among, ids, unknown)
        return answering.sure(text, hits, context), Outcome.HIGH
    outcome = Outcome.FILTERED if _stands_without_filters(text, context) else Outcome(zone.value)
    remembering.unanswered(context, ids, outcome, unknown)
    if outcome is Outcome.FILTERED:
        return answering.filtered(context), outcome
    if outcome is Outcome.MIDDLE:
        return answering.unsure(answer, context), outcome
    return answering.nothing(answer, context), outcome


def _stands_without_filters(text: str, context: Context) -> bool:
    if context.person.filters == Filters():
        return False
    return finding.finds(text, context)


def _counted(answer: Answer, outcome: Outcome, context: Context) -> Asked:
    topic = answer.topics[0] if answer.topics else ""
    district = context.person.filters.district
    return Asked(context.today, topic, context.language, district, outcome)


COMMANDS: Commands = {}
ACTIONS: Actions = {}
