"""The town (Kommune) that Lotse works for: what handlers need to know of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from analysis.hours.opening import Almanac
from analysis.hours.reading import DEFAULT, read_week
from analysis.hours.week import OfficeHours
from models.offer_rules import OfferRules
from search.answer import Thresholds

OFFICE = OfficeHours(ZoneInfo("Europe/Berlin"), read_week(DEFAULT))
OFFER_RULES = OfferRules()
THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True)
class Town:
    """`languages` in the order of the menus; `public_url` without a slash at the end, or "".

    `address` is where the chat page is found, also without a public URL; `telegram_bot` the user
    name of the town's bot, or "". `channels` are those through which Lotse can write unasked.
    With `news_approval` a second person releases all news, not only urgent ones. `office` are the
    hours of its counsellors, who answer within `answer_hours` of them; they get files of askers
    only with `handoff_files`. `translates`: a machine turns words into other languages.
    `telegram_rate` is how many messages a second Telegram lets the bot send. `offer_rules` say how
    offers are kept true, `thresholds` how surely an answer has to be right. `learns_terms`: words
    that Lotse does not know go on a list for a person to look at.
    """

    name: str
    languages: tuple[str, ...]
    default_language: str
    public_url: str = ""
    address: str = ""
    telegram_bot: str = ""
    channels: tuple[str, ...] = ("web",)
    news_approval: bool = False
    office: OfficeHours = OFFICE
    answer_hours: int = 8
    handoff_files: bool = False
    translates: bool = False
    telegram_rate: int = 30
    offer_rules: OfferRules = OFFER_RULES
    thresholds: Thresholds = THRESHOLDS
    learns_terms: bool = True

    def invitation(self, secret: str) -> str:
        """The link that accepts an invitation in the web chat."""
        return self.link(f"join_{secret}")

    def telegram_invitation(self, secret: str) -> str:
        """The same in Telegram (deep linking), or "" while the bot is not known."""
        return self.telegram_link(f"join_{secret}")

    def link(self, payload: str) -> str:
        """A deep link to the web chat."""
        return f"{self.address}/?start={payload}"

    def telegram_link(self, payload: str) -> str:
        """The same in Telegram (deep linking), or "" while the bot is not known."""
        return f"https://t.me/{self.telegram_bot}?start={payload}" if self.telegram_bot else ""

    @property
    def almanac(self) -> Almanac:
        """Its wall time and its public holidays."""
        return Almanac(self.office.zone, self.office.holidays)

    def offer_page(self, id: int, language: str) -> str:
        """Where everybody finds an offer, in a language."""
        return f"{self.address}/offers/{id}?lang={language}"

    @property
    def host(self) -> str:
        """What makes the ids of this Lotse unique, in calendars and feeds."""
        return urlsplit(self.public_url).hostname or slug(self.name)

    @property
    def default_first(self) -> tuple[str, ...]:
        """The languages with the town's default at the head."""
        return tuple(dict.fromkeys((self.default_language, *self.languages)))


def slug(name: str) -> str:
    """A town's name as it can stand in an id: letters and digits, "lotse" when none are left."""
    kept = "".join(letter if letter.isalnum() else " " for letter in name.casefold())
    return "-".join(kept.split()) or "lotse"
