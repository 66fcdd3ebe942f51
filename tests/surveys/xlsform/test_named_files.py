"""Lists in files beside the form."""

from pathlib import Path

import pytest

from surveys.xlsform.files import beside
from surveys.xlsform.reading import read
from tests.surveys.xlsform.forms import form, places, question, reading

FORM = """
| survey |                          |          |           |               |
|        | type                     | name     | label     | choice_filter |
|        | select_one_from_file {0} | district | District? | {1}           |
"""
CSV = "name,label,town\naltstadt,Altstadt,erfurt\n"
GEOJSON = """{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "dom",
"geometry": {"type": "Point", "coordinates": [11.02, 50.97]},
"properties": {"title": "Dom", "town": "erfurt"}}]}"""
XML = "<root><item><name>altstadt</name><label>Altstadt</label><town>erfurt</town></item></root>"


@pytest.mark.parametrize(("name", "data"), [("d.csv", CSV), ("d.xml", XML)])
def test_choices_come_from_a_file(name: str, data: str) -> None:
    found = form(FORM.format(name, "town = 'erfurt'"), {name: data})
    assert question(found, "/district").list == "d"
    assert found.instances["d"] == ({"name": "altstadt", "label": "Altstadt", "town": "erfurt"},)


def test_places_come_from_geojson() -> None:
    found = form(FORM.format("d.geojson", ""), {"d.geojson": GEOJSON})
    assert question(found, "/district").parameters == {"value": "id", "label": "title"}
    assert found.instances["d"] == (
        {"title": "Dom", "town": "erfurt", "id": "dom", "geometry": "50.97 11.02 0 0"},
    )


def test_a_missing_file_leaves_its_list_empty_and_is_said() -> None:
    found = reading(FORM.format("d.csv", ""))
    assert places(found.problems) == [("file_missing", "survey!A2")]
    assert found.form is not None
    assert found.form.instances == {"d": ()}


@pytest.mark.parametrize(
    ("name", "data"), [("d.xml", "<root><item>"), ("d.geojson", "[]"), ("d.geojson", "{")]
)
def test_a_broken_file_is_refused(name: str, data: str) -> None:
    found = reading(FORM.format(name, ""), {name: data})
    assert places(found.problems) == [("file_unreadable", "survey!A2")]
    assert found.form is None


def test_a_bomb_of_entities_is_refused() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><root>&b;</root>'
    found = reading(FORM.format("d.xml", ""), {"d.xml": bomb})
    assert places(found.problems) == [("file_unreadable", "survey!A2")]


def test_files_that_expressions_ask_for_are_read_too() -> None:
    found = form(
        """
        | survey |           |      |       |                                          |
        |        | type      | name | label | calculation                              |
        |        | text      | a    | A?    |                                          |
        |        | calculate | b    |       | pulldata('d', 'label', 'name', ${a})     |
        """,
        {"d.csv": CSV},
    )
    assert len(found.instances["d"]) == 1


def test_a_column_that_the_file_lacks_is_said() -> None:
    found = reading(FORM.format("d.csv", "city = 'erfurt'"), {"d.csv": CSV})
    assert places(found.problems) == [("name_bare", "survey!D2")]


def test_files_lie_beside_the_form_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(CSV)
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "d.csv").write_text(CSV)
    file = folder / "form.md"
    file.write_text(FORM.format("d.csv", ""))
    assert read(file, file.name).problems == ()
    assert beside(file)("../secret.csv") is None


def test_languages_of_a_file_are_known_by_their_codes() -> None:
    data = (
        "name,label::Deutsch (de), label:: Українська (uk) ,label::ar,town\nn,Nord,Північ,شمال,e\n"
    )
    (row,) = form(FORM.format("d.csv", ""), {"d.csv": data}).instances["d"]
    assert row == {
        "name": "n",
        "town": "e",
        "label::de": "Nord",
        "label::uk": "Північ",
        "label::ar": "شمال",
    }
