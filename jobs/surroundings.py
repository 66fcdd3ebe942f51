"""What jobs need to know besides the database and the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from analysis.measures.ladder import Reminding
from analysis.measures.sending_time import SendingRules, next_slot
from models.account import Account
from models.turn import Reply


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A town's rules, its ladder of reminders, and the `channels` through which it can write.

    `render` turns a reply into a message in a language, as JSON.
    """

    reminding: Reminding
    rules: SendingRules
    channels: frozenset[str]
    render: Callable[[Reply, str], bytes]

    def slot(self, account: Account, now: datetime) -> datetime:
        """The first moment from now on at which something may go to her."""
        return next_slot(now, self.rules, account.hour)

    def is_open(self, account: Account, now: datetime) -> bool:
        """Whether something may go to her now."""
        return self.slot(account, now) <= now
