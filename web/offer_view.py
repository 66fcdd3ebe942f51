"""An offer as its template draws it: the town's words in their languages, and what is said about
them in the reader's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from handlers import offer_notices
from models import customs
from models.offer import Cost, Offer
from models.text import T, Text, Verbatim
from models.translation import GERMAN
from web import offer_ways
from web.offer_reader import Reader, german, path, quoted
from web.plain import safe

DETAILS = ("description", "eligibility", "application", "documents", "accreditations")
READ = ("short_answer", "description")
LONG = (1900, 2900)
"""From so many letters on it is printed smaller, and smaller still, to stay on one sheet."""

ROW = 60
"""Letters."""


def shown(offer: Offer, reader: Reader) -> Mapping[str, Any]:
    """All of it but the hours (web.offer_hours)."""
    title = offer.words("title", reader.chain) or Verbatim(offer.source_id, GERMAN)
    details = [_detail(name, offer, reader) for name in DETAILS]
    notices = list(_notices(offer, title, reader))
    return {
        "title": quoted(title),
        "notices": notices,
        "alert": reader.own(offer, "alert"),
        "summary": reader.own(offer, "short_answer"),
        "details": [one for one in details if one],
        "places": offer_ways.places(offer, reader),
        "online": offer.online,
        "costs": list(_costs(offer, reader)),
        "languages": offer_ways.spoken(offer.languages, reader),
        "interpretation": _interpretation(offer, reader),
        "phones": offer_ways.phones(offer.phones, reader),
        "contacts": offer_ways.contacts(offer, reader),
        "email": offer.email,
        "websites": _websites(offer, reader),
        "organization": offer_ways.organization(offer.maker, reader),
        "source": _source(offer, reader),
        "size": _size(offer, reader, len(notices)),
    }


def _notices(offer: Offer, title: Verbatim, reader: Reader) -> Iterator[Mapping[str, str]]:
    """Each with the address that helps, where there is one."""
    if offer.temporarily_closed:
        yield {"said": reader.say(T("open.temporarily_closed")), "weight": "strong", "href": ""}
    for text in offer_notices.on_days(offer, reader.today):
        yield _notice(text, reader)
    told = [title, *(words for name in READ if (words := offer.words(name, reader.chain)))]
    fallbacks = (offer_notices.on_words(words, reader.reads) for words in told)
    if fallback := next(filter(None, fallbacks), None):
        yield _notice(fallback, reader)
    for text in offer_notices.on_translation(offer, title.language):
        yield {**_notice(text, reader), "href": path(offer.id, GERMAN)}


def _notice(text: Text, reader: Reader) -> dict[str, str]:
    return {"said": reader.say(text), "weight": "", "href": ""}


def _detail(name: str, offer: Offer, reader: Reader) -> Mapping[str, Any] | None:
    words = offer.words(name, reader.chain)
    ages = _ages(offer, reader) if name == "eligibility" else ""
    if not (words or ages):
        return None
    return {
        "label": reader.say(T(f"offer.{name}")),
        "words": quoted(words) if words else None,
        "listed": _documents(words, offer) if words and name == "documents" else [],
        "ages": ages,
    }


def _documents(words: Verbatim, offer: Offer) -> list[Mapping[str, str]]:
    """What to bring, with its form: forms are known by the German name, in the same place."""
    known = offer.texts.get(GERMAN, {}).get("documents", "")
    links = [safe(offer.document_links.get(name, "")) for name in _items(known)]
    names = _items(words.text)
    if len(names) != len(links):
        links = [""] * len(names)
    return [{"name": name, "href": link} for name, link in zip(names, links, strict=True)]


def _items(text: str) -> list[str]:
    return [item.strip() for item in text.split(";") if item.strip()]


def _costs(offer: Offer, reader: Reader) -> Iterator[Mapping[str, Any]]:
    """In the town's words, and each price."""
    words = offer.words("cost", reader.chain)
    if words and not (offer.free and words.language != reader.reads):
        yield {"words": quoted(words), "price": "", "option": None, "when": ""}
    if offer.free and not (words and words.language == reader.reads):
        yield {"words": None, "price": reader.say(T("offer.free")), "option": None, "when": ""}
    if not offer.free or any(cost.option for cost in offer.costs):
        still = (cost for cost in offer.costs if (cost.valid_to or reader.today) >= reader.today)
        yield from (_cost(cost, reader) for cost in still if _tells_more(cost, words))


def _tells_more(cost: Cost, words: Verbatim | None) -> bool:
    """A bare figure adds nothing to the town's words."""
    return bool(cost.option or cost.description or (cost.amount is not None and words is None))


def _cost(cost: Cost, reader: Reader) -> Mapping[str, Any]:
    price = ""
    if cost.amount is not None:
        amount = customs.money(cost.amount, cost.currency, reader.language)
        price = amount if cost.amount else reader.say(T("offer.free"))
    return {
        "words": german(cost.description),
        "price": price,
        "option": german(cost.option),
        "when": _held(cost, reader),
    }


def _held(cost: Cost, reader: Reader) -> str:
    """From when until when it costs that, as far as it matters today."""
    first, last = cost.valid_from, cost.valid_to
    begins = reader.say(T("offerpage.valid_from", day=first)) if _is_to_come(first, reader) else ""
    ends = reader.say(T("offer.valid_until", day=last)) if last else ""
    return " · ".join(part for part in (begins, ends) if part)


def _is_to_come(day: date | None, reader: Reader) -> bool:
    return day is not None and day > reader.today


def _ages(offer: Offer, reader: Reader) -> str:
    match offer.minimum_age, offer.maximum_age:
        case None, None:
            return ""
        case first, None:
            return reader.say(T("offerpage.age_from", age=first))
        case None, last:
            return reader.say(T("offerpage.age_to", age=last))
        case first, last:
            return reader.say(T("offerpage.ages", first=first, last=last))


def _interpretation(offer: Offer, reader: Reader) -> Mapping[str, Any] | None:
    said = reader.say(T("offer.interpretation")) if offer.interpretation else ""
    words = reader.own(offer, "interpretation")
    return {"said": said, "words": words} if said or words else None


def _websites(offer: Offer, reader: Reader) -> list[str]:
    """The page in the reader's language first, and each address only once."""
    page = offer.words("page", reader.chain)
    found = [safe(one) for one in (page.text if page else "", offer.website)]
    return list(dict.fromkeys(filter(None, found)))


def _source(offer: Offer, reader: Reader) -> Mapping[str, str]:
    source = Verbatim(offer.source or offer.organization, GERMAN)
    said = T("offer.source", source=source)
    if offer.last_checked:
        said = T("offer.source_checked", source=source, day=offer.last_checked)
    return {"said": reader.say(said), "href": safe(offer.source_url)}


def _size(offer: Offer, reader: Reader, notices: int) -> str:
    """How closely it has to be printed: a line of facts takes the room of some letters of text."""
    fields = ("title", "short_answer", "alert", *DETAILS, "interpretation", "hours_note")
    words = [offer.words(name, reader.chain) for name in fields]
    letters = sum(len(one.text) for one in words if one)
    places = sum(3 + len(one.schedules) + len(one.phones) for one in offer.places)
    people = sum(2 + len(one.phones) for one in offer.contacts)
    rows = places + people + len(offer.phones) + len(offer.schedules) + len(offer.costs)
    rows += 3 * notices
    return ("", "long", "longest")[sum(letters + ROW * rows > most for most in LONG)]
