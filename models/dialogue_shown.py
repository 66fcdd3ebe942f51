"""What somebody was shown last: what «the second one» and «when is it open?» are about."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict

FRESH = timedelta(minutes=30)
"""For so long it counts; afterwards it is deleted (jobs.retention)."""
MOST = 30


class Shown(BaseModel):
    """She saw these `offers`, in this order, of the list `among` that goes on behind them; `focus`
    is the one that she looked at more closely. `ranked` are those that were found for her last
    question, the best first. All are ids, and `at` is the second (since 1970) in which it was.

    Her words are not in it; only those that Lotse did not know are, sealed in `unknown`, until she
    looks at something else (handlers.learning), and `sure` says that she had an answer. `missed`
    and `greeted` are those of dialogue_handoff.Missed.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["shown"] = "shown"
    at: int
    offers: tuple[int, ...] = ()
    among: tuple[int, ...] = ()
    ranked: tuple[int, ...] = ()
    focus: int = 0
    missed: bool = False
    greeted: bool = False
    unknown: str = ""
    sure: bool = False

    def is_fresh(self, now: datetime) -> bool:
        """Whether what she writes at `now` may still be about it."""
        return 0 <= now.timestamp() - self.at < FRESH.total_seconds()
