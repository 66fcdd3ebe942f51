"""What somebody was just shown, kept for half an hour for what she asks about it; not her words."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import Context
from models import person as people
from models.asked import Outcome
from models.dialogue import Dialogue, Greeted
from models.dialogue_handoff import Missed
from models.dialogue_shown import MOST, Shown
from models.dialogue_states import is_free, was_greeted, was_missed

NOTHING = Shown(at=0)
Ids = Sequence[int]


def recalled(context: Context) -> Shown | None:
    """What she was shown within the last half hour, if anything."""
    at = context.person.dialogue
    return at if isinstance(at, Shown) and at.is_fresh(context.now) else None


def show(context: Context, offers: Ids, among: Ids, focus: int = 0) -> None:
    """She looks at `offers` of a list, and at one of them more closely: not at an answer."""
    ranked = (recalled(context) or NOTHING).ranked
    greeted = was_greeted(context.person.dialogue)
    _keep(context, _shown(context, offers, among, ranked=ranked, focus=focus, greeted=greeted))


def focus(context: Context, shown: Shown, offer: int) -> None:
    """Of what she was shown she looks at this one."""
    seen = {"at": _second(context), "focus": offer, "unknown": ""}
    _keep(context, shown.model_copy(update=seen))


def answered(context: Context, page: Ids, among: Ids, ranked: Ids, unknown: str = "") -> None:
    """Her question was answered with a page of offers; `unknown` is as in `unanswered`."""
    _keep(context, _shown(context, page, among, ranked=ranked, unknown=unknown, sure=True))


def unanswered(context: Context, ranked: Ids, outcome: Outcome, unknown: str = "") -> None:
    """Her question was not answered; `ranked` may help where she says more, and what was `unknown`
    of it, sealed. What she saw before a question that led nowhere stays before her.
    """
    was = context.person.dialogue
    unsure = outcome is Outcome.MIDDLE
    missed = not unsure or was_missed(was)
    seen = NOTHING if unsure else recalled(context) or NOTHING
    if seen.offers or ranked or unknown:
        state = {"focus": seen.focus, "missed": missed, "greeted": was_greeted(was)}
        shown = _shown(context, seen.offers, seen.among, ranked=ranked)
        _keep(context, shown.model_copy(update={**state, "unknown": unknown}))
    else:
        _keep(context, Missed(greeted=was_greeted(was)) if missed else _before(was))


def _before(was: Dialogue | None) -> Dialogue | None:
    return Greeted() if was_greeted(was) else None


def _shown(context: Context, offers: Ids, among: Ids, *, ranked: Ids, **state: int | str) -> Shown:
    lists = {"offers": offers, "among": among, "ranked": ranked}
    kept = {name: tuple(ids)[:MOST] for name, ids in lists.items()}
    return Shown.model_validate({"at": _second(context), **kept, **state})


def _second(context: Context) -> int:
    return int(context.now.timestamp())


def _keep(context: Context, dialogue: Dialogue | None) -> None:
    """Unless something waits for her words: what she is in the middle of goes on."""
    if is_free(context.person.dialogue):
        people.be_in(context.session, context.person, dialogue)
