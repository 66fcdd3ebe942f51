"""A table that is written reads back as the same offers, in every form."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from models.exports.offers_table import offers_table, write_table
from models.imports import table
from models.imports.offers_table import SHEETS, read_offers
from models.imports.problems import Unreadable
from models.offer import Contact, FieldOfAction, Offer, Phone
from tests.models.offer_strategies import catalogues
from tests.models.offer_tables import TOPICS, reading

FIELDS = (FieldOfAction("SPR", {"de": "Sprache", "ar": "اللغة"}, ("literacy", "german_course")),)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


@settings(max_examples=15)
@given(catalogues())
@pytest.mark.parametrize("name", ["angebote", "angebote.xlsx", "angebote.json"])
def test_what_is_written_reads_back(folder: Path, name: str, offers: tuple[Offer, ...]) -> None:
    with TemporaryDirectory(dir=folder) as made:
        path = Path(made, name)
        write_table(offers, FIELDS, path)
        found = read_offers(table.read(path, SHEETS), TOPICS)
    assert [str(problem) for problem in found.problems] == []
    assert found.offers == offers
    assert found.fields == FIELDS


def test_usual_offers_need_no_further_sheet(tmp_path: Path) -> None:
    path = tmp_path / "angebote.csv"
    write_table(reading().offers, FIELDS, path)
    assert read_offers(table.read(path, SHEETS), TOPICS).offers == reading().offers


def test_a_lone_file_leaves_fields_of_action_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "angebote.csv"
    write_table(reading().offers, FIELDS, path)
    assert read_offers(table.read(path, SHEETS), TOPICS).fields is None


def test_offers_that_need_several_sheets_do_not_go_into_a_lone_file(tmp_path: Path) -> None:
    first, second = reading().offers
    several = (replace(first, contacts=(Contact("Frau Muster"),)), second)
    with pytest.raises(Unreadable, match="several sheets"):
        write_table(several, (), tmp_path / "angebote.csv")
    assert not any(tmp_path.iterdir())


def test_first_ones_stand_in_the_sheet_of_offers() -> None:
    course, cafe = reading().offers
    more = replace(course, phones=(*course.phones, Phone("0361 1", type="fax")))
    found = offers_table((more, cafe))
    assert [sheet.name for sheet in found.sheets] == ["offers", "phones"]
    assert found.sheets[1].rows == (
        ("offer", "number", "type"),
        ("kurs", "0361 1", "fax"),
    )
