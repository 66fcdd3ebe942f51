"""Workbooks as people leave them, with the report that their import should give.

``python -m tests.models.offer_table_cases`` writes the reports anew; read them, then keep them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from models.imports.offers_table import SHEETS, read_offers
from models.imports.table import read
from models.offer import Offer
from tests.models.offer_tables import TOPICS

FOLDER = Path(__file__).parent / "cases" / "table"
HEADER = ("id", "organization", "title::de", "short_answer::de", "topics")
VHS, WORDS = "Volkshochschule", "Zweimal in der Woche."
PLAIN = (HEADER, ("kurs", VHS, "Deutsch", WORDS, None), ("abend", VHS, "Abendkurs", WORDS, None))

Book = Mapping[str, tuple[tuple[Any, ...], ...]]
"""Rows by the names of sheets; a row of one text that has a colon is a range to merge."""

CASES: Mapping[str, Book] = {
    "merged-downwards": {
        "offers": (
            (*HEADER, "district"),
            ("kurs", VHS, "Deutsch am Abend", WORDS, "german_course", "Altstadt"),
            ("lesen", None, "Lesen und Schreiben", WORDS, "literacy", None),
            ("treff", None, "Treffpunkt", WORDS, "women_meeting", None),
            ("arzt", "Klinik", "Sprechstunde", WORDS, "doctor", None),
            ("B2:B4",),
            ("F2:F5",),
        ),
    },
    "merged-offers-of-further-sheets": {
        "offers": PLAIN,
        "phones": (
            ("offer", "number", "type", "description"),
            ("kurs", "0361 1", "voice", "Anmeldung"),
            (None, "0361 2", "fax", None),
            ("abend", "0361 3", None, "Büro"),
            ("A2:A3",),
        ),
    },
    "merged-across": {
        "offers": (
            (*HEADER, "phone", None),
            ("Sprachkurse", None, None, None, None, None, None),
            ("kurs", VHS, "Deutsch", WORDS, None, "0361 1", None),
            ("A2:E2",),
            ("F1:G1",),
        ),
    },
    "merged-ids": {
        "offers": (
            HEADER,
            ("kurs", VHS, "Deutsch", WORDS, None),
            (None, VHS, "Deutsch, zweiter Teil", WORDS, None),
            ("A2:A3",),
        ),
    },
    "dates-as-numbers": {
        "offers": (
            (*HEADER, "last_checked", "review_due", "valid_until", "postal_code", "cost_amount"),
            ("kurs", VHS, "Deutsch", WORDS, None, 46296, 46478.0, "46418", 4600, 0),
            ("abend", VHS, "Abendkurs", WORDS, None, 7, 123456, "Oktober", 123456, "12,5"),
        ),
    },
    "times-as-numbers": {
        "offers": PLAIN,
        "schedules": (
            ("offer", "days", "opens_at", "closes_at", "valid_from"),
            ("kurs", "MO", 0.375, 0.75, 46296),
            ("abend", "TU", 18, "20:30", None),
            ("abend", "WE", 1.5, "halb neun", None),
        ),
    },
    "numbers-that-lost-their-zero": {
        "offers": (
            (*HEADER, "phone", "keeper"),
            ("kurs", VHS, "Deutsch", WORDS, None, 361123456, VHS),
            ("abend", VHS, "Abendkurs", WORDS, None, "0361 123456", "#NV"),
        ),
        "phones": (("offer", "number"), ("kurs", 36112)),
    },
}


def saved(name: str, folder: Path) -> Path:
    """The workbook of a case, in a folder."""
    book = Workbook()
    del book["Sheet"]
    for title, rows in CASES[name].items():
        page = book.create_sheet(title)
        for row in rows:
            if len(row) == 1 and ":" in str(row[0]):
                page.merge_cells(row[0])
            else:
                page.append(row)
    path = folder / "angebote.xlsx"
    book.save(path)
    return path


def report(path: Path) -> str:
    """What an import of `path` tells, and what it makes of it."""
    reading = read_offers(read(path, SHEETS), TOPICS)
    told = (
        *(f"PROBLEM {problem}" for problem in reading.problems),
        *(f"NOTICE {notice}" for notice in reading.notices),
    )
    offers = (line for offer in reading.offers for line in _lines(offer))
    return "\n".join((*told, *map(str.rstrip, offers), ""))


def _lines(offer: Offer) -> Iterator[str]:
    yield f"{offer.source_id}: {offer.organization}, {', '.join(offer.topics) or 'no topics'}"
    yield from (f"  place {x.postal_code} {x.district}" for x in offer.places)
    yield from (f"  phone {x.number} {x.type} {x.description}" for x in offer.phones)
    yield from (
        f"  hours {x.byday} {x.opens_at}-{x.closes_at}, {x.valid_from}" for x in offer.schedules
    )
    yield from (f"  cost {x.amount}" for x in offer.costs)
    days = (offer.last_checked, offer.review_due, offer.valid_until)
    yield from (f"  day {day}" for day in days if day)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        for name in CASES:
            (FOLDER / f"{name}.txt").write_text(report(saved(name, Path(made))), "utf-8")
