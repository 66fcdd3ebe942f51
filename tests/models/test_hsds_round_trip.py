"""What is exported as HSDS and imported again is the same, to the last field."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from models.exports.hsds.writing import Catalog, write_folder, write_json, write_zip
from models.imports.hsds import read_hsds
from models.lexicon import load_topics
from models.offer import FieldOfAction, Offer, Organization, Phone, Place, Schedule
from tests.models.offer_strategies import catalogues

Write = Callable[[Catalog, Path], None]
TOPICS = load_topics()
PATHS: dict[str, Write] = {
    "services.json": write_json,
    "services.zip": write_zip,
    "tables": write_folder,
}
FIELDS = (
    FieldOfAction("SPR", {"de": "Sprache", "ar": "لغة"}, ("literacy", "german_course")),
    FieldOfAction("ANK", {"de": "Ankommen"}, ("german_course",)),
    FieldOfAction("LEER", {"de": "Noch nichts"}),
)
AWKWARD = Offer(
    0,
    "a",
    Organization("A, B & “C”", source_id="B"),
    {"ar": {"title": "دورة"}, "de": {"short_answer": '"Komma, Strich"\nneue Zeile'}},
    places=(
        Place(state="TH"),
        Place("Haus", source_id="B", country="AT", schedules=(Schedule(freq="YEARLY"),)),
    ),
    phones=(Phone("0361 1", "007"),),
)
"""Ids that mean something else elsewhere, no German title, places with next to nothing known."""


def back(catalog: Catalog, path: Path) -> tuple[Offer, ...]:
    """What comes back of what was written there."""
    PATHS[path.name](catalog, path)
    reading = read_hsds(path, TOPICS)
    assert reading.problems == ()
    return reading.offers


@pytest.mark.parametrize("name", PATHS)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(offers=catalogues())
@example(offers=(AWKWARD,))
def test_what_comes_back_is_the_same(tmp_path: Path, name: str, offers: Sequence[Offer]) -> None:
    assert back(Catalog("table", offers), tmp_path / name) == tuple(offers)


@pytest.mark.parametrize(("name", "fields"), [("services.json", None), ("tables", FIELDS)])
def test_fields_of_action_come_back_from_tables(
    tmp_path: Path, name: str, fields: tuple[FieldOfAction, ...] | None
) -> None:
    PATHS[name](Catalog("table", (AWKWARD,), FIELDS), tmp_path / name)
    assert read_hsds(tmp_path / name, TOPICS).fields == fields


def test_what_went_out_again_is_the_same_file(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    write_json(Catalog("table", (AWKWARD,)), first)
    write_json(Catalog("table", read_hsds(first, TOPICS).offers), second)
    assert first.read_bytes() == second.read_bytes()
