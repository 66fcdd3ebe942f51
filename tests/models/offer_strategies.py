"""Catalogues of offers in which every field is used, as hypothesis makes them up."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from analysis.hours.schedule import DAYS, WEEKLY, Schedule, weekly
from models.offer import Contact, Cost, Offer, Organization, Phone, Place
from models.offer_texts import COLUMNS, DOCUMENTS
from models.service import DOCUMENT_SEPARATOR
from models.taxonomy import KNOWN_TARGET_GROUPS
from models.translation import MARK
from tests.models.offer_tables import TOPICS

LANGUAGES = ("ar", "en", "uk")
SPOKEN = ("de", "ar", "prs", "kmr", "uk", "zh-Hant")
LETTERS = "abZäß,;:'\"=+-@#/()1 0\nعربش🙂ї"

texts = st.text(LETTERS, max_size=20).map(str.strip).filter(bool)
maybe = st.just("") | texts
names = st.text("abcÄöü عرб&-. 1", max_size=12).map(str.strip).filter(bool)
days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
maybe_days = st.none() | days
urls = st.sampled_from(("https://a.example.org", "http://b.example.org/x?y=1&z=ä", ""))
emails = st.sampled_from(("", "a@example.org", "b.c@mail.example.org"))
ids = st.uuids().map(str) | st.integers(0, 99_999).map("nr.{}".format)
codes = st.lists(st.sampled_from(SPOKEN), max_size=2, unique=True).map(tuple)
minutes = st.integers(0, 24 * 60 - 1).map(lambda n: time(n // 60, n % 60))

phones = st.builds(
    Phone,
    number=st.sampled_from(("0361 1234-56", "+49 30 23125 101", "(030) 23125/102")),
    extension=st.sampled_from(("", "7", "42")),
    type=st.sampled_from(("", "voice", "fax", "cell")),
    description=maybe,
    languages=codes,
)
several_phones = st.lists(phones, max_size=2).map(tuple)
contacts = st.builds(
    Contact, name=names, title=maybe, department=maybe, email=emails, phones=several_phones
)
costs = st.builds(
    Cost,
    amount=st.none() | st.integers(0, 100_000).map(lambda cents: cents / 100),
    option=names,
    currency=st.sampled_from(("EUR", "EUR", "CHF")),
    description=maybe,
    valid_from=maybe_days,
    valid_to=maybe_days,
)

week = st.builds(weekly, st.integers(0, 6), minutes, minutes)
said = st.fixed_dictionaries({"description": names, "notes": maybe, "schedule_link": urls})
hours = st.fixed_dictionaries({"opens_at": minutes, "closes_at": minutes})
rules = st.fixed_dictionaries(
    {
        "byday": st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True).map(",".join),
        "freq": st.just(WEEKLY),
        "interval": st.integers(1, 3),
        "wkst": st.sampled_from(("", "MO", "SU")),
        "dtstart": days,
        "count": st.none() | st.integers(1, 9),
        "valid_from": maybe_days,
        "valid_to": maybe_days,
        "attending_type": st.sampled_from(("", "in_person", "online")),
        "timezone": st.sampled_from((None, 1.0, 2.0)),
    }
) | st.fixed_dictionaries(
    {
        "byday": st.sampled_from(("", "1SA", "-1FR,2TU")),
        "bymonthday": st.sampled_from(("", "1,15")),
        "byweekno": st.sampled_from(("", "7")),
        "byyearday": st.sampled_from(("", "100,200")),
        "freq": st.just("MONTHLY"),
        "until": maybe_days,
    }
)
schedules = st.one_of(
    week,
    st.builds(lambda span, yes: replace(span, by_appointment=yes), week, st.booleans()),
    st.builds(lambda rule, at, more: Schedule(**rule, **at, **more), rules, hours, said),
    st.builds(lambda rule, more: Schedule(**rule, **more), rules, said),
    st.builds(lambda day: Schedule(freq="", dtstart=day, instead=True), days),
    st.builds(lambda day, at: Schedule(freq="", dtstart=day, instead=True, **at), days, hours),
    st.builds(lambda text: Schedule(freq="", description=text), names),
    st.builds(lambda day: Schedule("", freq="DAILY", valid_from=day, valid_to=day), days),
)
several_schedules = st.lists(schedules, max_size=3, unique=True).map(tuple)

coordinates = st.sampled_from(
    (
        {},
        {"latitude": 50.97681, "longitude": 11.02341},
        {"latitude": -33.5, "longitude": 151.0},
    )
)
addresses = st.fixed_dictionaries(
    {
        "street": maybe,
        "street_2": maybe,
        "attention": maybe,
        "postal_code": st.sampled_from(("", "99084", "01067")),
        "city": maybe,
        "region": maybe,
        "state": maybe,
        "country": st.sampled_from(("DE", "DE", "AT")),
        "district": st.sampled_from(("", "Altstadt", "Nord-West")),
    }
)
reached = st.fixed_dictionaries(
    {
        "wheelchair": st.sampled_from(("", "yes", "no", "partly")),
        "accessibility": maybe,
        "accessibility_details": maybe,
        "accessibility_url": urls,
        "transportation": maybe,
        "url": urls,
        "alternate_name": maybe,
        "description": maybe,
    }
)
kinds = st.sampled_from(("physical", "physical", "postal", "virtual"))
places = st.builds(
    lambda name, kind, *parts: Place(name=name, type=kind, **_joined(parts)),
    *(names, kinds, coordinates, addresses, reached),
)


def _joined(parts: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    return {name: value for part in parts for name, value in part.items()}


@st.composite
def organizations(draw: st.DrawFn) -> tuple[Organization, ...]:
    """One to three with different names and ids, the later ones perhaps below the first."""
    found: list[Organization] = []
    for name in draw(st.lists(names, min_size=1, max_size=3, unique=True)):
        id = str(draw(st.uuids())) if not found else draw(st.just("") | st.uuids().map(str))
        above = draw(st.sampled_from(("", found[0].source_id))) if found else ""
        found.append(
            Organization(
                name,
                draw(urls),
                id,
                *(draw(maybe), draw(maybe), draw(emails), draw(urls), draw(urls), draw(maybe)),
                year_incorporated=draw(st.sampled_from((None, 1919, 2015))),
                parent=above,
                phones=draw(several_phones),
            )
        )
    return tuple(found)


@st.composite
def wordings(draw: st.DrawFn) -> dict[str, Any]:
    """Texts in German and others, and what is known of documents and translations."""
    german = {"title": draw(texts), "short_answer": draw(texts)}
    german |= draw(st.dictionaries(st.sampled_from(tuple(COLUMNS)), texts, max_size=6))
    titles = st.lists(names, min_size=1, max_size=2, unique=True)
    documents = draw(titles) if DOCUMENTS in german else []
    if documents:
        german[DOCUMENTS] = DOCUMENT_SEPARATOR.join(documents)
    if "page" in german:
        german["page"] = "https://a.example.org/seite"
    translated = [name for name in german if name != "page"]
    others = st.dictionaries(st.sampled_from(translated), names, min_size=1, max_size=3)
    foreign = draw(st.dictionaries(st.sampled_from(LANGUAGES), others, max_size=2))
    columns = [f"{name}{MARK}{code}" for code, fields in foreign.items() for name in fields]
    late = draw(st.lists(st.sampled_from(columns), max_size=2, unique=True)) if columns else []
    by_machine = st.lists(st.sampled_from(sorted(foreign)), max_size=2, unique=True)
    linked = draw(st.lists(st.sampled_from(documents), max_size=1)) if documents else []
    return {
        "texts": {"de": german, **foreign},
        "document_links": dict.fromkeys(linked, "https://a.example.org/form.pdf"),
        "machine_translated": tuple(sorted(draw(by_machine))) if foreign else (),
        "outdated": tuple(sorted(late)),
    }


def offers(maker: st.SearchStrategy[Organization], id: str) -> st.SearchStrategy[Offer]:
    """Offers without places."""
    facts = st.fixed_dictionaries(
        {
            "maker": maker,
            "topics": st.lists(st.sampled_from(TOPICS), max_size=2, unique=True).map(tuple),
            "target_groups": st.lists(
                st.sampled_from(KNOWN_TARGET_GROUPS), max_size=2, unique=True
            ).map(tuple),
            "kind": st.sampled_from(("offer", "offer", "page", "event")),
            "schedules": several_schedules,
            "costs": st.lists(costs, max_size=2).map(tuple),
            "phones": several_phones,
            "contacts": st.lists(contacts, max_size=2).map(tuple),
            "languages": codes,
            "email": emails,
            "website": urls,
            "source": maybe,
            "source_url": urls,
            "keeper": maybe,
            "keeper_email": emails,
        }
    )
    yes_or_no = ("online", "by_appointment", "open_on_holidays", "interpretation", "first_contact")
    answers = st.fixed_dictionaries(dict.fromkeys(yes_or_no, st.booleans()))
    dates = st.fixed_dictionaries(
        dict.fromkeys(("valid_until", "last_checked", "review_due"), maybe_days)
    )
    rest = st.sampled_from(
        (
            {},
            {"temporarily_closed": True, "minimum_age": 6},
            {"inactive": True, "minimum_age": 18, "maximum_age": 99},
        )
    )
    return st.builds(
        lambda *parts: Offer(id=0, source_id=id, **_joined(parts)),
        *(facts, answers, dates, rest, wordings()),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> tuple[Offer, ...]:
    """One to three offers that share organizations and places, each with texts in German.

    A place that has an id is the same in all offers, up to its hours and phones there; one
    without is the only place of its offer.
    """
    makers = draw(organizations())
    shared = [
        replace(draw(places), source_id=id)
        for id in draw(st.lists(st.uuids().map(str), max_size=2, unique=True))
    ]
    found = []
    for number, id in enumerate(draw(st.lists(ids, min_size=1, max_size=3, unique=True))):
        maker = st.sampled_from(makers if number else makers[:1])
        found.append(replace(draw(offers(maker, id)), places=draw(_places(shared))))
    return tuple(found)


@st.composite
def _places(draw: st.DrawFn, shared: list[Place]) -> tuple[Place, ...]:
    own = st.lists(places, max_size=1)
    some = st.lists(st.sampled_from(shared), max_size=2, unique=True) if shared else own
    return tuple(
        replace(place, schedules=draw(several_schedules), phones=draw(several_phones))
        for place in draw(own | some)
    )
