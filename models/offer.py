"""An offer (Angebot) as the rest of Lotse sees it: one frozen value, made of HSDS rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from models.text import Verbatim


@dataclass(frozen=True, slots=True)
class Schedule:
    """Weekly opening hours of one weekday. `day` 0 is Monday; wall times of the town."""

    day: int
    opens_at: time
    closes_at: time


@dataclass(frozen=True, slots=True)
class Place:
    """Where an offer is. Coordinates in degrees (WGS 84); `wheelchair`: yes, no, partly or ""."""

    name: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    district: str = ""
    latitude: float | None = None
    longitude: float | None = None
    wheelchair: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer with all its texts. `texts` is language → field → text, German nearly always there.

    Fields of `texts`: title, short_answer, description, eligibility, cost, application,
    documents, hours_note. `free`: True, False, or None when nobody said. `topics` and
    `target_groups` are codes, the main topic first. `languages` are ISO codes spoken there.
    `cost_amount` is in euros. `inactive`: it vanished from its source, or the town took it out.
    `machine_translated` are the languages whose texts no human has looked at.
    """

    id: int
    source_id: str
    organization: str
    texts: Mapping[str, Mapping[str, str]]
    topics: tuple[str, ...]
    target_groups: tuple[str, ...] = ()
    place: Place | None = None
    online: bool = False
    schedules: tuple[Schedule, ...] = ()
    by_appointment: bool = False
    free: bool | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    interpretation: bool = False
    first_contact: bool = False
    temporarily_closed: bool = False
    valid_until: date | None = None
    source: str = ""
    source_url: str = ""
    last_checked: date | None = None
    keeper: str = ""
    organization_url: str = ""
    cost_amount: float | None = None
    review_due: date | None = None
    inactive: bool = False
    machine_translated: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return self.id

    def words(self, name: str, chain: tuple[str, ...]) -> Verbatim | None:
        """The text of a field in the first language of `chain` that has it."""
        for language in chain:
            if text := self.texts.get(language, {}).get(name):
                return Verbatim(text, language)
        return None


@dataclass(frozen=True, slots=True)
class FieldOfAction:
    """A field of action (Handlungsfeld) of the town with its topics, in the town's order."""

    code: str
    names: Mapping[str, str]
    topics: tuple[str, ...] = field(default=())
