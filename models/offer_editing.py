"""Changing an offer part by part, by what somebody typed of it: pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, get_args

from models import offer_phone, offer_typed
from models.imports import cells
from models.imports import offer_columns as columns
from models.offer import Offer, Place
from models.offer_open import EVERYWHERE, exceptions, hours_at, with_hours, with_place
from models.translation import GERMAN

Text = Literal[
    "title",
    "short_answer",
    "description",
    "eligibility",
    "application",
    "documents",
    "hours_note",
]
Fact = Literal[
    "hours",
    "days",
    "phone",
    "email",
    "website",
    "address",
    "cost",
    "languages",
    "valid_until",
    "keeper_email",
]
Part = Literal[Text, Fact]
"""What can be typed; "days" are those on which it is closed or open at other times."""
TEXTS: tuple[Text, ...] = get_args(Text)
PARTS: tuple[Part, ...] = (*TEXTS, *get_args(Fact))
Switch = Literal["temporarily_closed", "by_appointment"]
SWITCHES: tuple[Switch, ...] = get_args(Switch)
LONGEST: Mapping[str, int] = {
    **dict.fromkeys(TEXTS, columns.LONGEST_TEXT),
    "title": columns.LONGEST_TITLE,
    "short_answer": columns.LONGEST_ANSWER,
}
"""How long a German text may be, in characters."""
ANSWERS = ("short_answer", "description")
NOT_EMPTY = ("title", "days", "address")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: its words, the day on which they were, and the number of the place that they
    are about.
    """

    words: str
    today: date
    at: int = EVERYWHERE


def changed(offer: Offer, part: Part, typed: Typed) -> Offer:
    """The offer with it. Raises Unexpected, with a code of models.imports.problems, or of
    models.offer_typed.
    """
    if part in LONGEST:
        return with_text(offer, part, _text(part, typed.words))
    return _FACTS[part](offer, replace(typed, words=offer_typed.plain(typed.words)))


def emptied(offer: Offer, part: Part, at: int = EVERYWHERE) -> Offer:
    """The offer without this part. Raises ValueError where it cannot be without."""
    if not can_be_empty(offer, part):
        raise ValueError(part)
    if part in LONGEST:
        return with_text(offer, part, "")
    if part == "hours":
        return with_hours(offer, at, exceptions(offer, at))
    nothing: dict[str, Any] = {part: ""}
    without: Mapping[str, Callable[[], Offer]] = {
        "cost": lambda: replace(with_text(offer, "cost", ""), costs=()),
        "phone": lambda: offer_phone.without(offer),
        "languages": lambda: replace(offer, languages=()),
        "valid_until": lambda: replace(offer, valid_until=None),
    }
    return without[part]() if part in without else replace(offer, **nothing)


def can_be_empty(offer: Offer, part: Part) -> bool:
    """Whether it may have no such part: a title it needs, and words to answer with."""
    if part in ANSWERS:
        german = offer.texts.get(GERMAN, {})
        return any(german.get(name) for name in ANSWERS if name != part)
    return part not in NOT_EMPTY


def switched(offer: Offer, switch: Switch) -> Offer:
    """On, or off again."""
    if switch == "by_appointment":
        return replace(offer, by_appointment=not offer.by_appointment)
    return replace(offer, temporarily_closed=not offer.temporarily_closed)


def choices(offer: Offer, part: Part) -> tuple[int, ...]:
    """Of which places this part can be meant, by their numbers; none: it is the offer's own."""
    if part == "address":
        return tuple(range(len(offer.places)))
    own = tuple(number for number, place in enumerate(offer.places) if place.schedules)
    if part not in ("hours", "days") or not own:
        return ()
    shared = offer.schedules or len(own) < len(offer.places)
    return (*own, EVERYWHERE) if shared else own


def with_text(offer: Offer, name: str, words: str) -> Offer:
    """With these words in German; a text that goes goes in all languages."""
    texts = {language: dict(fields) for language, fields in offer.texts.items()}
    if words:
        texts.setdefault(GERMAN, {})[name] = words
    else:
        texts = {x: {k: v for k, v in fields.items() if k != name} for x, fields in texts.items()}
    return replace(offer, texts={x: fields for x, fields in texts.items() if fields})


def _text(part: str, words: str) -> str:
    lines = "\n".join(line.rstrip() for line in words.strip().splitlines())
    if part == "documents":
        return str(cells.listed(LONGEST[part])(lines.replace("\n", "; ")))
    return cells.text(" ".join(lines.split()) if part == "title" else lines, LONGEST[part])


def _hours(offer: Offer, typed: Typed) -> Offer:
    """The usual week; days with other hours stay, unless some were typed."""
    said = cells.opening_times(typed.words)
    kept = () if any(one.instead for one in said) else exceptions(offer, typed.at)
    return with_hours(offer, typed.at, (*said, *kept))


def _days(offer: Offer, typed: Typed) -> Offer:
    one = offer_typed.exception(typed.words, typed.today)
    others = (x for x in hours_at(offer, typed.at) if not offer_typed.is_within(x, one))
    return with_hours(offer, typed.at, (*others, one))


def _address(offer: Offer, typed: Typed) -> Offer:
    number = typed.at if 0 <= typed.at < len(offer.places) else 0
    before = offer.places[number] if offer.places else Place()
    return with_place(offer, number, offer_typed.address(typed.words, before))


def _cost(offer: Offer, typed: Typed) -> Offer:
    """In words, where it is not simply free of charge: that is said in every language."""
    found = offer_typed.costs(typed.words)
    free = any(one.amount == 0 for one in found)
    words = "" if free else cells.text(typed.words, columns.LONGEST_TEXT)
    return replace(with_text(offer, "cost", words), costs=found)


_FACTS: Mapping[str, Callable[[Offer, Typed], Offer]] = {
    "hours": _hours,
    "days": _days,
    "phone": lambda x, typed: offer_phone.with_number(x, cells.phone(typed.words)),
    "email": lambda x, typed: replace(x, email=cells.email(typed.words)),
    "website": lambda x, typed: replace(x, website=offer_typed.website(typed.words)),
    "address": _address,
    "cost": _cost,
    "languages": lambda x, typed: replace(x, languages=cells.languages(typed.words)),
    "valid_until": lambda x, typed: replace(
        x, valid_until=offer_typed.day(typed.words, typed.today)
    ),
    "keeper_email": lambda x, typed: replace(x, keeper_email=cells.email(typed.words)),
}
