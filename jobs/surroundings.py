"""What jobs need to know besides the database and the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random, SystemRandom

from analysis.hours.week import OfficeHours
from analysis.measures.ladder import Reminding
from analysis.measures.sending_time import SendingRules, Slot, slot_from
from models.account import Account
from models.delivery import Kind, Planned
from models.offer_rules import OfferRules
from models.reaching import Way
from models.town import OFFER_RULES, OFFICE
from models.turn import Reply


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A town's rules, its ladder of reminders, and the `channels` through which it can write.

    `render` turns a reply into a message in a language, as JSON. `secret` is the installation's,
    for surveys; `rng` shuffles. `language` is for those who have not chosen one. Counsellors are
    there in the hours of the `office`, and answer within `answer_hours` of them. `public_url` is
    where the town's pages are, without a slash at the end, or "". `offer_rules` say how offers are
    kept true.
    """

    reminding: Reminding
    rules: SendingRules
    channels: frozenset[str]
    render: Callable[[Reply, str], bytes]
    language: str = "de"
    secret: str = field(default="", repr=False)
    rng: Random = field(default_factory=SystemRandom, repr=False)
    office: OfficeHours = OFFICE
    answer_hours: int = 8
    public_url: str = ""
    offer_rules: OfferRules = OFFER_RULES

    def slot(self, account: Account, now: datetime) -> Slot:
        """When something may go to her, from now on."""
        return slot_from(now, self.rules, account.hour)


def planned_in(slot: Slot, key: str, way: Way, message: bytes) -> Planned:
    """Something to say in this slot, and not after it."""
    kind, where = Kind.REMINDER, (way.channel, way.address)
    return Planned(kind, key, *where, message, slot.begin, not_after=slot.end)
