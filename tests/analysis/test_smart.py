"""What a measure lacks to be SMART."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.measures.smart import Missing, SmartFacts, lint, names_an_action

WHOLE = SmartFacts(
    title="Sprachcafés in allen Stadtteilen ausbauen",
    target_group="Frauen mit kleinen Kindern",
    indicators=(False, True),
    responsible=True,
    accepted=True,
    resources=True,
    due=date(2027, 12, 31),
)

LACKING = {
    "nothing": (WHOLE, []),
    "a review instead of an end": (replace(WHOLE, due=None, review=date(2027, 6, 1)), []),
    "title": (replace(WHOLE, title="Sprachcafé"), ["S action"]),
    "target group": (replace(WHOLE, target_group="  "), ["S target_group"]),
    "indicator": (replace(WHOLE, indicators=()), ["M indicator"]),
    "target": (replace(WHOLE, indicators=(False, False)), ["M target"]),
    "responsible": (replace(WHOLE, responsible=False, accepted=False), ["A responsible"]),
    "acceptance": (replace(WHOLE, accepted=False), ["A acceptance"]),
    "resources": (replace(WHOLE, resources=False), ["R resources"]),
    "end": (replace(WHOLE, due=None), ["T end_or_review"]),
    "everything": (
        SmartFacts(""),
        [
            *("S action", "S target_group", "M indicator"),
            *("A responsible", "R resources", "T end_or_review"),
        ],
    ),
}


@pytest.mark.parametrize(("facts", "expected"), LACKING.values(), ids=LACKING)
def test_what_is_missing_is_told_with_its_letter(facts: SmartFacts, expected: list[str]) -> None:
    assert [f"{missing.letter} {missing}" for missing in lint(facts)] == expected


def test_letters_come_in_the_order_of_the_word() -> None:
    assert "".join(dict.fromkeys(missing.letter for missing in Missing)) == "SMART"


@pytest.mark.parametrize(
    "title",
    [
        "Sprachcafés ausbauen",
        "Elternbegleiter an Schulen einsetzen",
        "Fördern der Mehrsprachigkeit in Kitas durch Fortbildung",
        "Aufbau eines Sprachcafés",
        "Einrichtung einer zentralen Anlaufstelle",
        "Interkulturelle Öffnung der Verwaltung",
        "Sprachförderung in Kitas",
        "Schulung von Sprachmittlern",
        "Mentoring für Auszubildende",
        "Angebote sichtbar machen",
        "Angebote für Ältere ausbauen (bis 2027)",
        "Kinder fördern durch Musik",
    ],
)
def test_a_title_with_an_action_and_its_object(title: str) -> None:
    assert names_an_action(title)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Sprachcafé",
        "Förderung",
        "ausbauen",
        "Elternbegleiter",
        "Wohnung für den jungen Menschen",
        "Kita-Einstieg",
        "Stadtverwaltung und Stiftung",
        "2027",
        "Ein Ort für alle neuen Menschen",
    ],
)
def test_a_title_that_lacks_one(title: str) -> None:
    assert not names_an_action(title)
