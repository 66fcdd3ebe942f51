"""An offer (Angebot) as the rest of Lotse sees it: one frozen value, made of HSDS rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from analysis.hours.schedule import Schedule
from models.offer_parts import Contact, Cost, FieldOfAction, Organization, Phone, Place
from models.text import Verbatim

__all__ = [
    "Contact",
    "Cost",
    "FieldOfAction",
    "Offer",
    "OfferKind",
    "Organization",
    "Phone",
    "Place",
    "Schedule",
]
OfferKind = Literal["offer", "page", "event"]


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer with all its texts. `texts` is language → field → text, German nearly always there.

    Fields of `texts`: title, alternate_name, short_answer, description, alert, eligibility, cost,
    application, documents, accreditations, interpretation, hours_note, page (the address of the
    page in that language). `topics` and `target_groups` are codes, the main topic first.
    `languages` are ISO codes spoken there. `schedules` without any at a place are the offer's own;
    none at all: nobody said. On public holidays it is closed unless `open_on_holidays`.
    `interpretation`: an interpreter can be had. `inactive`: it vanished from its source, or the
    town took it out. `machine_translated` are the languages whose texts no human has looked at;
    `outdated` the translations made from an older German text, as "title::ar"; `made_here` those
    that were made or read over here, not at the source, and whether a human has read them. `keeper`
    is who looks after it (an organization, or an office), `keeper_email` the person of the role
    `keeper`.
    `document_links` are addresses of forms by the German name of the document. `kind` "page" is
    information and no service, "event" something with a date.
    """

    id: int
    source_id: str
    maker: Organization
    texts: Mapping[str, Mapping[str, str]]
    topics: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    kind: OfferKind = "offer"
    places: tuple[Place, ...] = ()
    online: bool = False
    schedules: tuple[Schedule, ...] = ()
    by_appointment: bool = False
    open_on_holidays: bool = False
    costs: tuple[Cost, ...] = ()
    phones: tuple[Phone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    email: str = ""
    website: str = ""
    languages: tuple[str, ...] = ()
    interpretation: bool = False
    minimum_age: int | None = None
    maximum_age: int | None = None
    document_links: Mapping[str, str] = field(default_factory=dict)
    first_contact: bool = False
    temporarily_closed: bool = False
    inactive: bool = False
    valid_until: date | None = None
    source: str = ""
    source_url: str = ""
    last_checked: date | None = None
    review_due: date | None = None
    keeper: str = ""
    keeper_email: str = ""
    machine_translated: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    made_here: Mapping[str, bool] = field(default_factory=dict)

    def __hash__(self) -> int:
        return self.id

    @property
    def organization(self) -> str:
        """The name of who makes it."""
        return self.maker.name

    @property
    def place(self) -> Place | None:
        """The first place."""
        return self.places[0] if self.places else None

    @property
    def phone(self) -> str:
        """The first number to call."""
        return next((phone.number for phone in self._phones() if phone.type != "fax"), "")

    @property
    def cost_amount(self) -> float | None:
        """The least that it costs, None when nobody said."""
        return min((x.amount for x in self.costs if x.amount is not None), default=None)

    @property
    def free(self) -> bool | None:
        """Whether it is free of charge for everybody, None when nobody said."""
        amounts = [cost.amount for cost in self.costs if cost.amount is not None]
        return not any(amounts) if amounts else None

    def hours_at(self, place: Place | None) -> tuple[Schedule, ...]:
        """When it is open there: that place's own schedules, else the offer's."""
        return (place.schedules if place else ()) or self.schedules

    def words(self, name: str, chain: tuple[str, ...]) -> Verbatim | None:
        """The text of a field in the first language of `chain` that has it."""
        for language in chain:
            if text := self.texts.get(language, {}).get(name):
                return Verbatim(text, language)
        return None

    def _phones(self) -> tuple[Phone, ...]:
        places = (phone for place in self.places for phone in place.phones)
        people = (phone for contact in self.contacts for phone in contact.phones)
        return (*self.phones, *places, *people)
