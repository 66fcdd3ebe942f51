"""What offers consist of, as hypothesis makes it up: phones, schedules, places and the like."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from analysis.hours.schedule import DAYS, WEEKLY, Schedule, weekly
from models.offer import Contact, Cost, Phone, Place

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


def joined(parts: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """Several parts of a value's fields as one."""
    return {name: value for part in parts for name, value in part.items()}


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
    lambda name, kind, *parts: Place(name=name, type=kind, **joined(parts)),
    *(names, kinds, coordinates, addresses, reached),
)
