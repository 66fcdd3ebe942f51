"""Any number of offers, the same each time, with all that a directory knows of real ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from random import Random

from analysis.hours.schedule import DAYS, Schedule
from models.offer import Contact, Cost, Offer, Organization, Phone, Place

LANGUAGES = ("ar", "en", "uk")
"""Besides German."""
OFFERS_EACH, PLACES_EACH = 8, 5
"""Offers of an organization, and of a place."""
TOPICS = ("german_course", "migration_counselling", "asylum", "literacy", "citizenship")
DISTRICTS = ("Altstadt", "Nordstadt", "Südviertel", "Westhang")
WORDS = (
    *("Beratung", "Kurs", "Menschen", "Stadt", "Familie", "Kinder"),
    *("Sprache", "Arbeit", "Wohnung", "Termin", "Hilfe", "Anmeldung"),
    *("kostenlos", "jede", "Woche", "gemeinsam", "lernen", "finden"),
    *("Unterlagen", "Gruppe", "offen", "Montag"),
)
CHECKED, REVIEW = date(2026, 10, 1), date(2027, 4, 1)


def offers(count: int) -> Iterator[Offer]:
    """So many, with ids 0."""
    random = Random(20000)
    for number in range(count):
        yield _offer(random, number)


def _offer(random: Random, number: int) -> Offer:
    german = _texts(random, number)
    return Offer(
        id=0,
        source_id=f"offer-{number}",
        maker=_organization(number // OFFERS_EACH),
        texts={"de": german, **{x: _translated(german, x) for x in LANGUAGES}},
        topics=tuple(random.sample(TOPICS, 2)),
        target_groups=("women",) if number % 5 == 0 else (),
        places=(_place(random, number // PLACES_EACH),),
        costs=(Cost(0.0 if number % 2 else 12.5, description="pro Termin"),),
        phones=(Phone(f"+49 361 {100000 + number}", type="voice", languages=("de", "ar")),),
        contacts=(Contact(f"Büro {number}", email=f"buero{number}@example.org"),),
        email=f"angebot{number}@example.org",
        website=f"https://www.example.org/angebote/{number}",
        languages=("de", "ar", "uk"),
        minimum_age=16,
        last_checked=CHECKED,
        review_due=REVIEW,
        keeper=f"Träger {number // OFFERS_EACH}",
    )


def _texts(random: Random, number: int) -> dict[str, str]:
    return {
        "title": f"{random.choice(WORDS)} {random.choice(WORDS)} {number}",
        "short_answer": _sentence(random, 15),
        "description": " ".join(_sentence(random, 12) for _ in range(6)),
        "eligibility": _sentence(random, 8),
        "application": _sentence(random, 8),
        "documents": "Ausweis; Meldebescheinigung",
    }


def _translated(german: dict[str, str], language: str) -> dict[str, str]:
    return {
        name: f"[{language}] {german[name]}" for name in ("title", "short_answer", "description")
    }


def _sentence(random: Random, words: int) -> str:
    return f"{' '.join(random.choices(WORDS, k=words)).capitalize()}."


def _organization(number: int) -> Organization:
    return Organization(
        f"Träger {number}",
        website=f"https://www.example.org/traeger/{number}",
        source_id=f"organization-{number}",
        description="Ein Verein der Stadt.",
        phones=(Phone(f"+49 361 {500000 + number}"),),
    )


def _place(random: Random, number: int) -> Place:
    return Place(
        name=f"Haus {number}",
        street=f"Marktstraße {number % 200 + 1}",
        postal_code="99084",
        city="Erfurt",
        district=DISTRICTS[number % len(DISTRICTS)],
        latitude=round(50.97 + number % 100 / 2000, 5),
        longitude=round(11.02 + number % 90 / 2000, 5),
        wheelchair="yes" if number % 3 else "partly",
        source_id=f"place-{number}",
        schedules=tuple(_schedule(random, day) for day in DAYS[:5]),
    )


def _schedule(random: Random, day: str) -> Schedule:
    opens = random.randrange(8, 11)
    return Schedule(day, time(opens), time(opens + random.randrange(2, 8)))
