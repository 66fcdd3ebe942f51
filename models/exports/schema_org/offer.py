"""An offer as schema.org describes it: a service (of an office), an event, or a page of
information. https://schema.org/GovernmentService, /Service, /Event, /WebPage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from analysis.hours.schedule import Schedule
from models.exports.schema_org import hours, places
from models.exports.schema_org.things import SCHEMA, Thing, day, is_known, thing
from models.offer import Cost, Offer, Place

CONTEXT = SCHEMA.rstrip("/")


@dataclass(frozen=True, slots=True)
class Reading:
    """How it is told: `chain` are languages, `address` that of its page in the first of them,
    `town` and `zone` the town's, `topics` the names of its topics.
    """

    chain: tuple[str, ...]
    address: str
    town: str
    zone: ZoneInfo
    topics: tuple[str, ...] = ()


def described(offer: Offer, reading: Reading) -> Thing:
    """For a script of type application/ld+json. Words are in the first language that has them."""
    kinds = {"event": _event, "page": _page, "offer": _service}
    return {"@context": CONTEXT, **kinds[offer.kind](offer, reading)}


def _service(offer: Offer, reading: Reading) -> Thing:
    is_office = places.is_office(offer.maker)
    maker = places.organization(offer.maker)
    elsewhere = offer.places or offer.by_appointment or offer.temporarily_closed
    usable = () if elsewhere else offer.schedules
    return thing(
        "GovernmentService" if is_office else "Service",
        **_said(offer, reading),
        serviceType=list(reading.topics),
        provider=maker,
        serviceOperator=maker if is_office else None,
        areaServed=thing("AdministrativeArea", name=reading.town),
        audience=_audience(offer, reading),
        availableChannel=list(_channels(offer)),
        hoursAvailable=hours.usual(usable, open_on_holidays=offer.open_on_holidays)
        + hours.special(usable),
        offers=_prices(offer, reading),
    )


def _event(offer: Offer, reading: Reading) -> Thing:
    schedules = [*offer.schedules, *(one for place in offer.places for one in place.schedules)]
    return thing(
        "Event",
        **_said(offer, reading),
        **_begins(schedules, reading.zone),
        eventSchedule=hours.repeating(schedules, reading.zone.key),
        eventStatus=f"{SCHEMA}Event{'Postponed' if offer.temporarily_closed else 'Scheduled'}",
        eventAttendanceMode=f"{SCHEMA}{_attendance(offer)}EventAttendanceMode",
        location=[_location(place, offer) for place in offer.places],
        organizer=places.organization(offer.maker),
        audience=_audience(offer, reading),
        isAccessibleForFree=offer.free,
        offers=_prices(offer, reading),
        inLanguage=list(offer.languages),
    )


def _page(offer: Offer, reading: Reading) -> Thing:
    title = offer.words("title", reading.chain)
    return thing(
        "WebPage",
        **_said(offer, reading),
        inLanguage=title.language if title else None,
        lastReviewed=day(offer.last_checked),
        publisher=places.organization(offer.maker),
        about=list(reading.topics),
        isBasedOn=offer.source_url,
    )


def _said(offer: Offer, reading: Reading) -> Thing:
    """What is told of all of them."""
    words = {name: offer.words(name, reading.chain) for name in ("title", "alternate_name")}
    about = offer.words("short_answer", reading.chain) or offer.words("description", reading.chain)
    told = {
        "name": words["title"].text if words["title"] else offer.source_id,
        "alternateName": words["alternate_name"].text if words["alternate_name"] else "",
        "description": about.text if about else "",
        "url": reading.address,
        "identifier": offer.source_id,
        "sameAs": offer.website,
    }
    return {name: value for name, value in told.items() if is_known(value)}


def _audience(offer: Offer, reading: Reading) -> Thing | None:
    """Who may come: in words, and from which age to which."""
    words = offer.words("eligibility", reading.chain)
    made = thing(
        "PeopleAudience",
        description=words.text if words else "",
        suggestedMinAge=offer.minimum_age,
        suggestedMaxAge=offer.maximum_age,
    )
    return made if len(made) > 1 else None


def _channels(offer: Offer) -> Iterator[Thing]:
    """One for each place, with the ways that lead to the offer; one on the web."""
    for place in offer.places:
        is_web = place.type == places.VIRTUAL
        where = None if is_web else places.place(place, offer)
        yield _channel(offer, place.url if is_web else "", where)
    if not offer.places:
        yield _channel(offer, offer.website if offer.online else "", None)


def _channel(offer: Offer, url: str, where: Thing | None) -> Thing:
    number = offer.phone
    ways = thing("ContactPoint", telephone=number, email=offer.email, url=offer.website)
    return thing(
        "ServiceChannel",
        availableLanguage=list(offer.languages),
        serviceLocation=where,
        servicePhone=ways if len(ways) > 1 else None,
        serviceUrl=url,
    )


def _prices(offer: Offer, reading: Reading) -> list[Thing]:
    words = offer.words("cost", reading.chain)
    found = [_price(cost) for cost in offer.costs]
    return found or ([thing("Offer", description=words.text)] if words else [])


def _price(cost: Cost) -> Thing:
    known = cost.amount is not None
    return thing(
        "Offer",
        name=cost.option,
        description=cost.description,
        price=f"{cost.amount:.2f}" if known else None,
        priceCurrency=cost.currency if known else None,
        validFrom=day(cost.valid_from),
        validThrough=day(cost.valid_to),
    )


def _location(place: Place, offer: Offer) -> Thing:
    is_web = place.type == places.VIRTUAL
    return places.online(place) if is_web else places.place(place, offer)


def _attendance(offer: Offer) -> str:
    is_there = any(place.type != places.VIRTUAL for place in offer.places)
    is_web = offer.online or any(place.type == places.VIRTUAL for place in offer.places)
    if is_web:
        return "Mixed" if is_there else "Online"
    return "Offline"


def _begins(schedules: Iterable[Schedule], zone: ZoneInfo) -> dict[str, str]:
    """The first time that it takes place, in the town's wall time, with the hours when known."""
    dated = [one for one in schedules if one.dtstart and not one.instead]
    first = min(dated, key=lambda one: (one.dtstart, one.opens_at or time()), default=None)
    if first is None or first.dtstart is None:
        return {}
    if first.opens_at is None:
        return {"startDate": first.dtstart.isoformat()}
    begins = datetime.combine(first.dtstart, first.opens_at, zone)
    if first.closes_at is None:
        return {"startDate": begins.isoformat()}
    later = timedelta(days=int(first.closes_at <= first.opens_at))
    ends = datetime.combine(first.dtstart + later, first.closes_at, zone)
    return {"startDate": begins.isoformat(), "endDate": ends.isoformat()}
