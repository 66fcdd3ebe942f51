"""What the report on measures says."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.measures.light import Light, Reason, Verdict
from analysis.measures.period import parse_point
from analysis.measures.status import Status
from analysis.reports.document import Chart
from analysis.reports.measures.building import measures_report
from analysis.reports.measures.facts import Change, Indicator, Known, Listed, Step
from tests.analysis.reports.towns import (
    CAFES,
    DONE,
    FACTS,
    GERMAN,
    cafes,
    report,
    section,
    table,
    texts,
)

NBSP = "\N{NO-BREAK SPACE}"


def test_it_says_whose_it_is_and_of_when() -> None:
    document = report()
    assert (document.title, document.as_of) == ("Maßnahmenbericht", "Stand: 20.11.2026")
    assert document.subtitle == "Integrationskonzept: Mittelstadt"


def test_tables_and_figures_are_numbered_each_for_themselves() -> None:
    captions = [block.caption.partition(":")[0] for block in report().blocks]
    assert captions == ["Tab. 1", "Abb. 1", *(f"Tab. {n}" for n in range(2, 11))]


def test_under_each_stands_where_it_is_from() -> None:
    sources = {block.source for block in report().blocks}
    assert sources == {"Quelle: Maßnahmenplan Mittelstadt, Stichtag 20.11.2026; eigene Darstellung"}


def test_lights_are_counted_by_field_in_the_towns_order() -> None:
    found = table("Ampel nach Handlungsfeld", report())
    assert [column.heading for column in found.columns][1:-1] == [
        "grau",
        "grün",
        "gelb",
        "rot",
        "erledigt",
    ]
    assert texts(found) == [
        ["Deutsch & Sprache", "–", "–", "1", "–", "–", "1"],
        ["Bildung", "–", "–", "–", "–", "1", "1"],
    ]
    assert found.total is not None
    assert [cell.value for cell in found.total] == ["Summe", 0, 0, 1, 0, 1, 2]


def test_only_states_that_there_are_have_a_column() -> None:
    found = table("Stand nach Handlungsfeld", report())
    assert [column.heading for column in found.columns] == [
        "Handlungsfeld",
        "in Umsetzung",
        "umgesetzt",
        "Summe",
    ]


def test_the_chart_shows_stages_and_says_them_in_a_sentence() -> None:
    (chart,) = [block for block in report().blocks if isinstance(block, Chart)]
    assert [(bar.label, bar.counts) for bar in chart.bars] == [
        ("Deutsch & Sprache", (0, 1, 0, 0)),
        ("Bildung", (0, 0, 1, 0)),
    ]
    assert "in Umsetzung: 1; umgesetzt oder dauerhaft etabliert: 1" in chart.description


def test_a_field_that_the_town_does_not_list_names_itself() -> None:
    found = table("Ampel nach", report(cafes(field="NEU")))
    assert texts(found)[0][0] == "NEU"


def test_what_is_overdue_are_open_steps_and_measures_from_the_longest() -> None:
    late = cafes(number="SPR-02", end=parse_point("30.09.2026"), steps=())
    found = table("Überfällige Termine", report(CAFES, late, DONE))
    assert [(row[0], row[1], row[4], row[5]) for row in texts(found)] == [
        ("SPR-02", "Sprachcafés aufbauen", "30.09.2026", "51"),
        ("SPR-01", "Räume finden\nSprachcafés aufbauen", "31.10.2026", "20"),
    ]


def test_what_is_due_today_is_not_overdue_and_in_90_days_is_soon() -> None:
    days = ("19.11.2026", "20.11.2026", "18.02.2027", "19.02.2027")
    steps = tuple(Step(day, parse_point(day)) for day in days)
    document = report(cafes(end=None, steps=steps))
    said = {name: [row[4] for row in texts(table(name, document))] for name in ("Überf", "90")}
    assert said == {"Überf": ["19.11.2026"], "90": ["20.11.2026", "18.02.2027"]}
    assert section("due", document).paragraphs == (
        "Überfällig: 1 · In den nächsten 90 Tagen fällig: 2",
    )


def test_the_steering_groups_list_says_since_when_and_how_late() -> None:
    due = parse_point("15.10.2026")
    assert due is not None
    listed = (Listed(CAFES, "Räume finden", due, date(2026, 11, 16)),)
    found = table(
        "Liste für die Steuerungsgruppe", measures_report(replace(FACTS, listed=listed), GERMAN)
    )
    assert texts(found) == [
        [
            *("SPR-01", "Räume finden\nSprachcafés aufbauen", "Volkshochschule"),
            *("15.10.2026", "36", "16.11.2026", "gelb"),
        ]
    ]


def test_an_empty_list_of_the_steering_group_says_so() -> None:
    found = table("Liste für die Steuerungsgruppe", report())
    assert found.empty == "Auf der Liste der Steuerungsgruppe steht nichts."


def test_a_call_closes_at_an_hour() -> None:
    (row,) = [row for row in texts(table("90 Tage", report())) if row[0] == "F-01"]
    assert row[2:5] == ["Förderaufruf", "–", f"01.12.2026, 12:00{NBSP}Uhr"]


def test_the_table_of_measures_has_what_towns_expect() -> None:
    found = table("Maßnahmen nach Handlungsfeld", report())
    headings = [column.heading for column in found.columns if not column.file_only]
    assert headings == [
        *("Nr.", "Maßnahme", "Verantwortlich", "Partner", "Zeitraum"),
        *("Indikator", "Stand", "Ampel", "Bemerkung"),
    ]
    assert [group.heading for group in found.groups] == ["Deutsch & Sprache", "Bildung"]
    assert texts(found)[0] == [
        "SPR-01",
        "Sprachcafés aufbauen",
        "Volkshochschule",
        "Bibliothek",
        f"2.{NBSP}Quartal{NBSP}2026{NBSP}– 31.01.2027",
        "Gäste je Abend: 1.012,5 von 2.020",
        "in Umsetzung",
        "gelb",
        "Ein Arbeitsschritt ist überfällig.\nZwei Räume fehlen.",
    ]


def test_files_get_the_days_of_a_period() -> None:
    found = table("Maßnahmen nach Handlungsfeld", report(CAFES))
    only = [
        row for row, column in zip(found.rows[0], found.columns, strict=True) if column.file_only
    ]
    assert [cell.value for cell in only] == [date(2026, 4, 1), date(2027, 1, 31)]


@pytest.mark.parametrize(
    ("start", "end", "running", "said"),
    [
        ("", "", False, "offen"),
        ("", "", True, "laufend"),
        ("2024", "", True, "ab 2024, laufend"),
        ("", "2027", False, "bis 2027"),
        ("2027", "2027", False, "2027"),
        ("1. Halbjahr 2027", "", False, "ab 1. Halbjahr 2027"),
        ("März 2026", "Mai 2026", False, f"März{NBSP}2026{NBSP}– Mai{NBSP}2026"),
    ],
)
def test_periods_in_words(start: str, end: str, running: bool, said: str) -> None:
    one = cafes(start=parse_point(start), end=parse_point(end), running=running)
    assert texts(table("Maßnahmen nach", report(one)))[0][4] == said


def test_a_light_has_its_sign_beside_its_word() -> None:
    (row,) = table("Maßnahmen nach", report(CAFES)).rows
    (cell,) = [cell for cell in row if cell.text == "gelb"]
    assert (cell.mark, cell.value) == ("yellow", "🔶 gelb")


def test_obligations_have_a_table_of_their_own() -> None:
    assert [row[:3] for row in texts(table("Förderaufrufe", report()))] == [
        ["F-01", "Antrag stellen", "Förderaufruf"]
    ]
    assert "F-01" not in [row[0] for row in texts(table("Maßnahmen nach", report()))]
    assert len(section("plan", report(CAFES)).blocks) == 1


def test_dates_moved_with_their_reasons() -> None:
    assert texts(table("Geänderte Termine", report())) == [
        [
            *("SPR-01", "Sprachcafés aufbauen", "01.06.2026", "Ende"),
            *("31.12.2026", "31.01.2027", "+31", "Kein Raum"),
        ]
    ]


@pytest.mark.parametrize(
    ("which", "old", "new", "days"),
    [
        ("end", "2. Quartal 2026", "3. Quartal 2026", "+92"),
        ("start", "2. Quartal 2026", "3. Quartal 2026", "+91"),
        ("end", "31.01.2027", "31.12.2026", "−31"),
        ("end", "31.01.2027", "Januar 2027", "0"),
        ("end", "", "31.12.2026", "x"),
        ("end", "31.12.2026", "", "x"),
    ],
)
def test_by_how_much_a_date_moved(which: str, old: str, new: str, days: str) -> None:
    change = Change(date(2026, 6, 1), which, parse_point(old), parse_point(new), "")
    (row,) = texts(table("Geänderte Termine", report(cafes(changes=(change,)))))
    assert row[6:] == [days, "ohne Angabe"]


def test_the_newest_change_comes_first() -> None:
    moved = [replace(CAFES.changes[0], on=date(2026, month, 1)) for month in (3, 9, 6)]
    found = table("Geänderte Termine", report(cafes(changes=tuple(moved))))
    assert [row[2] for row in texts(found)] == ["01.09.2026", "01.06.2026", "01.03.2026"]


def test_indicators_against_their_targets() -> None:
    found = table("Indikatoren", report())
    assert texts(found) == [
        [
            *("SPR-01", "Gäste je Abend", "Personen", "5", "01.04.2026"),
            *("1.012,5", "30.09.2026", "2.020", "31.01.2027", f"50,0{NBSP}%"),
        ]
    ]
    assert found.rows[0][-1].share == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("baseline", "actual", "target", "said"),
    [
        (None, 15, 30, f"50,0{NBSP}%"),
        (31, 25, 20, f"54,5{NBSP}%"),
        (10, 5, 20, f"-50,0{NBSP}%"),
        (10, 40, 20, f"300,0{NBSP}%"),
        (20, 25, 20, "x"),
        (0, None, 20, "."),
        (0, 5, None, "."),
    ],
)
def test_how_far_it_is_to_a_target(
    baseline: float | None, actual: float | None, target: float | None, said: str
) -> None:
    known = [None if value is None else Known(value) for value in (baseline, actual, target)]
    one = cafes(indicators=(Indicator("Gäste", "", *known),))
    (row,) = texts(table("Indikatoren", report(one)))
    assert row[-1] == said


def test_measures_without_indicators_are_counted() -> None:
    assert section("indicators", report()).paragraphs[0] == (
        "Indikatoren: 1 · Maßnahmen ohne Indikator: 1"
    )


def test_what_open_measures_lack_stands_under_its_letter() -> None:
    document = report(CAFES, replace(DONE, missing=CAFES.missing))
    assert texts(table("noch fehlt", document)) == [
        ["SPR-01", "Sprachcafés aufbauen", "Zielgruppe", "–", "–", "Geld oder Personal", "–"]
    ]
    assert "Offene Maßnahmen: 1 · davon mit Lücken: 1" in section("gaps", document).paragraphs


def test_every_sign_is_explained() -> None:
    signs = [sign.sign for sign in report().legend]
    assert signs == ["–", ".", "x", "grau", "grün", "gelb", "rot", "erledigt"]


def test_a_town_without_measures_gets_a_report_that_says_so() -> None:
    document = report(replace(DONE, kind="decision", status=Status.DECIDED, end=None))
    assert section("overview", document).blocks == ()
    assert table("Maßnahmen nach", document).empty == "Es sind noch keine Maßnahmen erfasst."


@pytest.mark.parametrize("light", list(Light))
@pytest.mark.parametrize("reason", list(Reason))
def test_every_light_has_words(light: Light, reason: Reason) -> None:
    one = cafes(verdict=Verdict(light, reason), note="")
    row = texts(table("Maßnahmen nach", report(one)))[0]
    assert all(row[-2:])


def test_usual_reasons_are_told_in_words() -> None:
    old, new = parse_point("31.10.2026"), parse_point("1. Quartal 2027")
    change = Change(date(2026, 6, 1), "step", old, new, "staff", step="Räume finden")
    one = cafes(changes=(change,), note="Räume finden\nmoney\nAntrag läuft.")
    (row,) = texts(table("Geänderte Termine", report(one)))
    assert (row[3], row[-1]) == ("Schritt „Räume finden“", "Personal fehlt")
    (told, *_) = texts(table("Maßnahmen nach Handlungsfeld", report(one)))
    assert told[-1].endswith("\nRäume finden\nGeld fehlt\nAntrag läuft.")
