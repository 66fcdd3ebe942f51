"""What is asked of a part of an offer: what it is now, an example, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from handlers import dialogues, menu
from handlers.hours_lines import Said, lines
from handlers.keeping_pages import AskOfferPart, EmptyOfferPart, back
from models.imports.problems import Unexpected
from models.offer import Offer, Place
from models.offer_editing import LONGEST, Part, can_be_empty
from models.offer_open import EVERYWHERE, hours_at
from models.text import Fixed, LanguageName, Listed, T, Text, Verbatim
from models.translation import GERMAN
from models.turn import Button, Reply

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "documents": ("Ausweis; Zeugnis",),
    "hours": ("Mo 09:00-12:00, 13:00-16:00; Di-Do 9-12",),
    "days": ("24.12.–1.1.", "24.12. 9:00–12:00"),
    "phone": ("0361 123456",),
    "email": ("kurse@example.org",),
    "website": ("https://www.example.org",),
    "address": ("Markt 1, 99999 Mittelstadt",),
    "cost": ("kostenlos", "12,50 €"),
    "languages": ("de; ar; uk",),
    "valid_until": ("31.12.2027",),
    "keeper_email": ("name@example.org",),
}
"""Such as somebody may type it, in German as everything that she types."""
CODES: Mapping[str, str] = {
    **dict.fromkeys(("day_unknown", "hours", "hours_overlap", "time"), "hours"),
    **dict.fromkeys(("language_unknown",), "languages"),
    **{code: code for code in ("address", "characters", "date", "email", "past", "phone", "url")},
}
"""What is wrong, by the codes of an import."""


def question(offer: Offer, part: Part, at: int) -> tuple[Text, ...]:
    """What is it to be?"""
    return (*_now(offer, part, at), *_asked(part))


def asking(offer: Offer, part: Part, at: int, *before: Text) -> Reply:
    """The same, with the buttons for what need not be typed."""
    rows = (*_without(offer, part, at), *back(offer.id))
    return dialogues.asking(*before, *question(offer, part, at), buttons=rows)


def wrong(problem: Unexpected) -> Text:
    """What cannot be read, or not be kept, of what was typed."""
    if problem.code == "long":
        return T("writing.too_long", number=problem.values["length"], most=problem.values["most"])
    return T(f"keep.wrong_{CODES.get(problem.code, 'other')}")


def where(offer: Offer, part: Part, numbers: tuple[int, ...]) -> Reply:
    """Which of the places?"""
    buttons = [
        Button(place_named(offer, at), AskOfferPart(offer=offer.id, part=part, at=at))
        for at in numbers
    ]
    rows = (*menu.grid(buttons, 1), *back(offer.id))
    return Reply(text=(T("keep.where"),), buttons=rows)


def place_named(offer: Offer, at: int) -> Text | Verbatim:
    """A place by its name, else its street."""
    if at == EVERYWHERE:
        return T("keep.everywhere")
    place = offer.places[at]
    named = place.name or place.street or place.city
    return Verbatim(named, GERMAN) if named else T("facet.place_number", number=at + 1)


def _asked(part: Part) -> Iterator[Text]:
    what = T(f"facet.{part}")
    if part in LONGEST:
        yield T("keep.ask_text", what=what, most=LONGEST[part])
    elif part == "days":
        yield T("keep.ask_days")
    elif part == "keeper_email":
        yield T("keep.ask_person")
    else:
        yield T("keep.ask_part", what=what)
    if examples := EXAMPLES.get(part):
        yield T("keep.example", examples=Fixed(" / ".join(examples)))


def _without(offer: Offer, part: Part, at: int) -> menu.Rows:
    none = Button(T("keep.empty"), EmptyOfferPart(offer=offer.id, part=part, at=at))
    return ((none,),) if can_be_empty(offer, part) and any(_now(offer, part, at)) else ()


def _now(offer: Offer, part: Part, at: int) -> tuple[Text, ...]:
    """What it is so far; nothing where there is none."""
    if part in ("hours", "days"):
        found = [x for x in hours_at(offer, at) if x.instead == (part == "days")]
        return tuple(T("keep.line", when=x.when, what=x.what) for x in lines(found))
    said = FACTS[part](offer, at) if part in FACTS else _written(offer, part)
    return (T("keep.now", what=said),) if said else ()


def _written(offer: Offer, part: Part) -> Verbatim | Fixed | None:
    if part in LONGEST:
        return _words(offer, part)
    text = getattr(offer, part)
    return Fixed(text) if text else None


def _words(offer: Offer, name: str) -> Verbatim | None:
    text = offer.texts.get(GERMAN, {}).get(name)
    return Verbatim(text, GERMAN) if text else None


def _address(offer: Offer, at: int) -> Verbatim | None:
    place = offer.places[max(at, 0)] if offer.places else Place()
    town = " ".join(filter(None, (place.postal_code, place.city)))
    written = ", ".join(filter(None, (place.name, place.street, town)))
    return Verbatim(written, GERMAN) if written else None


def _cost(offer: Offer, at: int) -> Said | None:
    return _words(offer, "cost") or (T("offer.free") if offer.free else None)


def _languages(offer: Offer, at: int) -> Listed | None:
    return Listed(tuple(map(LanguageName, offer.languages))) if offer.languages else None


def _until(offer: Offer, at: int) -> Text | None:
    return T("keep.one_day", day=offer.valid_until) if offer.valid_until else None


FACTS: Mapping[str, Callable[[Offer, int], Said | None]] = {
    "address": _address,
    "cost": _cost,
    "languages": _languages,
    "valid_until": _until,
}
