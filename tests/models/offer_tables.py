"""Small tables of offers, written as a town would write them."""

from datetime import date
from typing import Any

from models.imports.offers_table import read_offers
from models.imports.reading import Reading
from models.imports.table import Sheet, Table

TODAY = date(2026, 11, 2)
TOPICS = ("german_course", "literacy", "women_meeting", "doctor")

COURSE: dict[str, Any] = {
    "id": "kurs",
    "organization": "Volkshochschule",
    "organization_url": "https://vhs.example.org",
    "title::de": "Deutsch am Abend",
    "title::ar": "الألمانية مساءً",
    "short_answer::de": "Deutschkurs, zweimal in der Woche.",
    "short_answer::ar": "دورة لغة ألمانية مرتين في الأسبوع.",
    "documents::de": "Ausweis; Zeugnis",
    "cost_amount": "12,50",
    "topics": "german_course; literacy",
    "district": "Altstadt",
    "location": "Haus am Markt",
    "address": "Markt 1",
    "postal_code": "99999",
    "city": "Mittelstadt",
    "latitude": "50,98",
    "longitude": "11.03",
    "wheelchair": "teilweise",
    "opening_hours": "Mo, Mi 18:00-20:30",
    "phone": "+49 30 23125 101",
    "email": "kurse@example.org",
    "languages": "de; Arabisch",
    "interpretation": "ja",
    "source": "Volkshochschule",
    "last_checked": "01.10.2026",
    "keeper": "Volkshochschule",
}
CAFE: dict[str, Any] = {
    "id": "cafe",
    "organization": "Frauentreff e. V.",
    "title::de": "Frauencafé",
    "short_answer::de": "Kaffee und Gespräche für Frauen.",
    "cost_amount": 0,
    "topics": "women_meeting",
    "target_groups": "women",
    "online": "nein",
    "first_contact": "ja",
}
LANGUAGE_FIELD = {
    "code": "SPR",
    "name::de": "Sprache",
    "name::ar": "اللغة",
    "topics": "german_course; literacy",
}


def table(*offers: dict[str, Any], fields: tuple[dict[str, Any], ...] | None = None) -> Table:
    """A workbook of offers, and of fields of action when there are any."""
    sheets = [sheet("offers", *offers)]
    if fields is not None:
        sheets.append(sheet("fields", *fields))
    return Table("angebote.xlsx", tuple(sheets))


def sheet(name: str, *records: dict[str, Any]) -> Sheet:
    """A sheet with a column for every key."""
    header = tuple(dict.fromkeys(key for record in records for key in record))
    rows = [tuple(record.get(key) for key in header) for record in records]
    return Sheet("angebote.xlsx", name, (header, *rows))


def reading(*offers: dict[str, Any]) -> Reading:
    """The reading of a table without problems."""
    found = read_offers(table(*offers or (COURSE, CAFE), fields=(LANGUAGE_FIELD,)), TOPICS)
    assert [str(problem) for problem in found.problems] == []
    return found
