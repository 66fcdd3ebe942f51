"""An offer as it is shown: a part of the vocabulary that crosses every border (models.turn)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.button import Button, Link
from models.text import Text, Verbatim


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours of a weekday, 0 is Monday; `spans` are wall times ("09:00", "12:00"), and
    `by_appointment` those of them for which one needs an appointment.
    """

    day: int
    spans: tuple[tuple[str, str], ...]
    by_appointment: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Timetable:
    """Opening hours at a place, or in a part of the year, as its `heading` says; `notes` are what
    else there is to know: dates, exceptions, holidays.
    """

    heading: Text | Verbatim | None = None
    week: tuple[Hours, ...] = ()
    notes: tuple[Text | Verbatim, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One offer (Angebot), ready to be put into words. Empty strings and tuples mean: not known."""

    offer: int
    title: Verbatim
    summary: Verbatim
    organization: Verbatim
    source: Verbatim
    checked: date | None
    topic: Verbatim | None = None
    place: Verbatim | None = None
    map: Link | None = None
    elsewhere: tuple[tuple[Verbatim, Link | None], ...] = ()
    hours: tuple[Timetable, ...] = ()
    hours_note: Verbatim | None = None
    open_state: Text | None = None
    cost: Verbatim | Text | None = None
    languages: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    website: str = ""
    details: tuple[tuple[Text, Verbatim], ...] = ()
    fallback: Text | None = None
    notices: tuple[Text | Verbatim, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()

    def __hash__(self) -> int:
        return hash((self.offer, self.title))
