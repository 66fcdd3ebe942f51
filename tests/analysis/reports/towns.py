"""A small town's measures as facts."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from analysis.measures.light import Light, Reason, Verdict
from analysis.measures.period import parse_point
from analysis.measures.smart import Missing
from analysis.measures.status import Status
from analysis.reports.document import Document, Section, Table
from analysis.reports.measures.building import measures_report
from analysis.reports.measures.facts import Change, Facts, Indicator, Known, Reported, Step
from bot.voice import Speaker

TODAY = date(2026, 11, 20)
GERMAN = Speaker("de")

CAFES = Reported(
    number="SPR-01",
    title="Sprachcafés aufbauen",
    field="SPR",
    status=Status.IN_REALISATION,
    verdict=Verdict(Light.YELLOW, Reason.STEP_LATE),
    responsible="Volkshochschule",
    partners="Bibliothek",
    start=parse_point("2. Quartal 2026"),
    end=parse_point("31.01.2027"),
    note="Zwei Räume fehlen.",
    steps=(
        Step("Räume finden", parse_point("31.10.2026")),
        Step("Plakate drucken", parse_point("01.10.2026"), done=True),
        Step("Eröffnung feiern"),
    ),
    indicators=(
        Indicator(
            "Gäste je Abend",
            "Personen",
            Known(5, date(2026, 4, 1)),
            Known(1012.5, date(2026, 9, 30)),
            Known(2020, date(2027, 1, 31)),
        ),
    ),
    changes=(
        Change(
            date(2026, 6, 1),
            "end",
            parse_point("31.12.2026"),
            parse_point("31.01.2027"),
            "Kein Raum",
        ),
    ),
    missing=(Missing.TARGET_GROUP, Missing.RESOURCES),
)
DONE = Reported(
    number="BIL-01",
    title="Elternlotsen einsetzen",
    field="BIL",
    status=Status.REALISED,
    verdict=Verdict(Light.DONE, Reason.REALISED),
    end=parse_point("2025"),
)
CALL = Reported(
    number="F-01",
    title="Antrag stellen",
    field="",
    status=Status.DECIDED,
    verdict=Verdict(Light.GREEN, Reason.ON_TRACK),
    kind="call",
    end=parse_point("01.12.2026"),
    due_time=time(12),
)
FACTS = Facts(
    "Mittelstadt",
    TODAY,
    (("SPR", "Deutsch & Sprache"), ("BIL", "Bildung"), ("GES", "Gesundheit")),
    (DONE, CAFES, CALL),
)


def cafes(**others: Any) -> Reported:
    """The cafés, otherwise."""
    return replace(CAFES, **others)


def report(*measures: Reported) -> Document:
    """The German report on these, or on all of the town."""
    facts = replace(FACTS, all=measures) if measures else FACTS
    return measures_report(facts, GERMAN)


def section(name: str, document: Document) -> Section:
    """A chapter by its name."""
    return next(one for one in document.sections if one.name == name)


def table(title: str, document: Document) -> Table:
    """A table by words of its caption."""
    return next(one for one in document.tables if title in one.caption)


def texts(found: Table) -> list[list[str]]:
    """Its rows as people read them."""
    places = [at for at, column in enumerate(found.columns) if not column.file_only]
    return [[row[at].text for at in places] for row in found.rows]
