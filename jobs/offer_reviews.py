"""Asks those who keep offers whether they are still right, and tells who leads of those that nobody
looks at: one message a week for all that somebody keeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice

from jobs import offer_words
from jobs.offer_words import Behind, Matter, Said
from jobs.reminder_recipients import coordination
from jobs.surroundings import Surroundings, planned_in
from models import account as one_account
from models import delivery, delivery_known, keeping, offer_reviews, outdated, reaching
from models import offer_change_reading as changes
from models.account import Account
from models.base import Session
from models.offer_review import Review
from models.turn import Reply

PATIENCE = timedelta(days=14)
"""Between asking, reminding and telling who leads."""
TOLD = "offers-told"
PART = 50
"""So many keepers are asked in one commit; others' turns come in between."""


class Stage(StrEnum):
    """What comes next, named after the column that has its day afterwards."""

    ASK = "asked"
    REMIND = "reminded"
    TELL = "told"


@dataclass(frozen=True, slots=True)
class Case(Matter):
    """With what is to be done about it now, and the keepers who can be reached."""

    stage: Stage | None
    keepers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A moment at which messages of this town are queued."""

    session: Session
    now: datetime
    around: Surroundings

    def send(self, account: int, key: str, reply: Reply) -> bool:
        """Queue what she has not got this week. False: she has, or cannot be reached."""
        her = one_account.find(self.session, account)
        if her is None or self.has_got(her, key):
            return False
        way = reaching.way_to(self.session, account, self.around.channels)
        if way is None:
            return False
        message = self.around.render(reply, way.language)
        slot = self.around.slot(her, self.now)
        planned = planned_in(slot, self._key(her, key), way, message)
        return delivery.queue(self.session, [planned], self.now) == 1

    def has_got(self, her: Account, key: str) -> bool:
        """Whether she has heard of it this week."""
        return delivery_known.is_known(self.session, self._key(her, key))

    def _key(self, her: Account, key: str) -> str:
        day = self.around.slot(her, self.now).begin.date().isocalendar()
        return f"{key}:{her.id}:{day.year}-W{day.week}"


def run(session: Session, now: datetime, around: Surroundings) -> int:
    """Open what is due, ask and remind a part of the keepers, then tell who leads. How many
    messages; 0 when nothing is left to say.
    """
    offer_reviews.refresh(session, now.date(), around.offer_rules)
    post, cases = Post(session, now, around), _cases(session, now.date(), around.channels)
    return _ask(post, cases) or _tell(post, cases)


def _cases(session: Session, today: date, channels: Collection[str]) -> list[Case]:
    """Not those of which somebody sent a change: a manager has to look at that."""
    answered = changes.offers_waiting(session)
    reviews = [x for x in offer_reviews.open_now(session, today) if x.offer not in answered]
    if not reviews:
        return []
    offers = {one.id: one for one in keeping.standing(session, today, offer_reviews.IS_OPEN)}
    keepers, reached = keeping.keepers(session, today), reaching.reached(session, channels)
    found = []
    for review in reviews:
        if offer := offers.get(review.offer):
            hers = tuple(id for id in keepers.of(offer) if id in reached)
            found.append(Case(offer, review, _stage(review, hers, today), hers))
    return found


def _stage(review: Review, keepers: Sequence[int], today: date) -> Stage | None:
    if review.told is not None:
        return None
    if not keepers:
        return Stage.TELL
    if review.asked is None:
        return Stage.ASK
    if today < (review.reminded or review.asked) + PATIENCE:
        return None
    return Stage.TELL if review.reminded else Stage.REMIND


def _ask(post: Post, cases: Sequence[Case]) -> int:
    said = offer_reviews.said(post.session, [one.review for one in cases])
    asked = (_asked(post, keeper, hers, said) for keeper, hers in _by_keeper(cases).items())
    return sum(1 for _ in islice(filter(None, asked), PART))


def _asked(post: Post, keeper: int, hers: Sequence[Case], said: Said) -> bool:
    again = any(one.stage is Stage.REMIND for one in hers)
    if not post.send(keeper, "offers", offer_words.asking(hers, said, again=again)):
        return False
    _mark(post, hers, Stage.ASK)
    _mark(post, hers, Stage.REMIND)
    return True


def _by_keeper(cases: Sequence[Case]) -> Mapping[int, list[Case]]:
    """All that somebody keeps, if there is anything in it that she was not asked about in time."""
    found: dict[int, list[Case]] = defaultdict(list)
    for one in cases:
        for keeper in one.keepers:
            found[keeper].append(one)
    due = (Stage.ASK, Stage.REMIND)
    return {id: hers for id, hers in found.items() if any(x.stage in due for x in hers)}


def _tell(post: Post, cases: Sequence[Case]) -> int:
    """Who leads hears of it once a week, with what else waits."""
    leaders = _leaders(post)
    untended = [one for one in cases if one.stage is Stage.TELL or one.review.told]
    behind = _behind(post) if leaders else Behind(0, 0)
    if not (untended or behind.changes or behind.translations):
        return 0
    reply = offer_words.telling(untended, behind)
    queued = sum(post.send(id, TOLD, reply) for id in leaders)
    if queued:
        _mark(post, cases, Stage.TELL)
    return queued


def _leaders(post: Post) -> list[int]:
    """Those who have not heard this week: it takes a while to find out what there is to tell."""
    ids = coordination(post.session, post.now.date())
    found = (one_account.find(post.session, id) for id in ids)
    return [her.id for her in found if her and not post.has_got(her, TOLD)]


def _behind(post: Post) -> Behind:
    today = post.now.date()
    return Behind(changes.number_waiting(post.session), outdated.number(post.session, today))


def _mark(post: Post, cases: Sequence[Case], stage: Stage) -> None:
    now = [one.offer.id for one in cases if one.stage is stage]
    offer_reviews.mark(post.session, now, **{stage.value: post.now.date()})
