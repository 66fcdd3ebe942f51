"""Did it help? Two taps at most, without a name."""

from __future__ import annotations

from dataclasses import replace

from handlers import learning, menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import feedback as memory
from models.action import Action
from models.feedback import REASONS, Reason, Verdict
from models.text import T
from models.turn import Button, Reply


class Rate(Action, prefix="rate"):
    """How an answer was. `answer` is its random name, `offer` the first one it showed."""

    answer: str
    verdict: Verdict
    offer: int


class Why(Action, prefix="why"):
    """What stood in the way (Barriere)."""

    answer: str
    reason: Reason


def question(offer: int, context: Context) -> tuple[Button, ...]:
    """The three buttons under an answer."""
    answer = context.token()
    verdicts: tuple[Verdict, ...] = ("helped", "partly", "no")
    return tuple(
        Button(T(f"feedback.{verdict}"), Rate(answer=answer, verdict=verdict, offer=offer))
        for verdict in verdicts
    )


def rated(action: Rate, context: Context) -> Reply:
    """Counted once for each answer, however often it is pressed; the last press holds."""
    memory.rate(context.session, action.answer, _about(action, context), action.verdict)
    if action.verdict == "helped":
        return Reply(text=(T("feedback.thanks"),))
    if action.verdict == "no":
        learning.unhelpful(action.offer, context)
    buttons = [
        Button(T(f"reason.{reason}"), Why(answer=action.answer, reason=reason))
        for reason in REASONS
    ]
    return Reply(text=(T("feedback.why"),), buttons=menu.grid(buttons))


def explained(action: Why, context: Context) -> Reply:
    """The reason, kept with the rating."""
    memory.explain(context.session, action.answer, action.reason)
    reply = Reply(text=(T("feedback.noted"),), buttons=menu.main())
    return replace(reply, replaces=True)


def _about(action: Rate, context: Context) -> memory.About:
    offer = context.catalogue.offers.get(action.offer)
    topic = offer.topics[0] if offer and offer.topics else ""
    district = context.person.filters.district
    return memory.About(
        context.today, topic, context.language, district, offer.id if offer else None
    )


COMMANDS: Commands = {}
ACTIONS: Actions = {Rate: rated, Why: explained}
