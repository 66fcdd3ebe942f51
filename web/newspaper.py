"""What the pages of news need of the rest of the house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from models.store import Store
from models.text import T, Text, Verbatim
from models.town import Town

Say = Callable[[Text | Verbatim, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newspaper:
    """`say(text, language)` puts a text into words; `secret` is the installation's, which signs
    the addresses that are counted.
    """

    store: Store
    say: Say
    town: Town
    zone: ZoneInfo
    clock: Callable[[], datetime]
    secret: str = field(default="", repr=False)

    def words(self, id: str, language: str) -> str:
        """A text of the catalogs, with the town's name filled in."""
        return self.say(T(id, town=self.town.name), language)

    def now(self) -> datetime:
        """The town's wall time, aware."""
        return self.clock().astimezone(self.zone)
