"""Responses for SPSS, for maps and for other programs of the same kind."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.exports.dataset import Dataset, Response
from surveys.exports.options import CannotExport, Options
from surveys.exports.spss_names import LONGEST, mangled
from surveys.exports.writing import write
from surveys.form import Choice, Form, QuestionType
from tests.surveys.exports.forms import NEEDS, form, question, response


def written(path: Path, *found: Response, of: Form = NEEDS) -> Path:
    write(path, Dataset((of,), found), Options())
    return path


def sav(path: Path) -> tuple[dict[str, list[Any]], Any]:
    columns, about = pyreadstat.read_sav(str(path), output_format="dict")
    return {name: list(values) for name, values in columns.items()}, about


def test_spss_has_codes_with_labels_numbers_and_days(tmp_path: Path) -> None:
    found = [response(age="2", count="7", born="1990-05-03", speaks="ar"), response("b2")]
    columns, about = sav(written(tmp_path / "out.sav", *found))
    assert columns["age"][0] == 2
    assert about.variable_value_labels["age"][2] == "18 oder älter"
    assert about.column_names_to_labels["speaks_ar"] == "Sprachen :: Arabisch"
    assert (columns["count"][0], str(columns["born"][0])) == (7, "1990-05-03")
    assert (columns["speaks_ar"][0], columns["speaks_de"][0]) == (1, 0)
    assert (columns["count"][1], columns["born"][1]) == (None, None)


def test_spss_has_positions_as_numbers(tmp_path: Path) -> None:
    columns, _ = sav(written(tmp_path / "out.sav", response(where="50.90 11.00 0 0")))
    assert (columns["where_latitude"], columns["where_longitude"]) == ([50.9], [11])


def test_spss_takes_texts_of_any_length_and_labels_cut_to_its_limits(tmp_path: Path) -> None:
    long = "ä" * 300
    of = form(
        question("/words", QuestionType.TEXT, long),
        question("/pick", QuestionType.SELECT_ONE, "", "list"),
        list=[Choice("a", {"de": long})],
    )
    columns, about = sav(written(tmp_path / "out.sav", response(words=long, pick="a"), of=of))
    assert columns["words"] == [long]
    assert len(about.column_names_to_labels["words"].encode()) <= 255
    label = about.variable_value_labels["pick"]["a"]
    assert label.endswith("…")
    assert len(label.encode()) <= 120


def test_spss_without_a_single_response(tmp_path: Path) -> None:
    columns, _ = sav(written(tmp_path / "out.sav"))
    assert columns["age"] == []


def test_spss_has_a_file_for_each_repeat_and_a_codebook_with_its_names(tmp_path: Path) -> None:
    rows = {"/house/children": 1}
    found = replace(response(), values={"/house/children[1]/age": "4"}, rows=rows)
    written(tmp_path / "out.sav", found)
    columns, _ = sav(tmp_path / "out-children.sav")
    assert (columns["age"], columns["parent_index"]) == ([4], [1])
    with (tmp_path / "out-codebook.csv").open(encoding="utf-8-sig") as file:
        book = list(csv.DictReader(file, delimiter=";"))
    names = {(row["sheet"], row["column"]): row["variable"] for row in book}
    assert names["responses", "house/words"] == "house_words"
    assert names["responses", "speaks/ar"] == "speaks_ar"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), unique=True))
def test_spss_names_are_valid_and_all_different(names: list[str]) -> None:
    found = mangled(names)
    assert list(found) == names
    assert len({name.casefold() for name in found.values()}) == len(names)
    assert all(len(name.encode()) <= LONGEST and name[0].isalpha() for name in found.values())
    assert not any(name.endswith((".", "_")) for name in found.values())


def test_places_are_features_longitude_first(tmp_path: Path) -> None:
    found = [response(where="50.98 11.03 0 0", count="3"), response("b2", where="Nord")]
    (feature,) = json.loads(written(tmp_path / "out.geojson", *found).read_text())["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [11.03, 50.98]}
    assert feature["properties"]["_question"] == "where"
    assert feature["properties"]["count"] == 3
    assert "where" not in feature["properties"]


def test_lines_and_areas_are_what_they_are(tmp_path: Path) -> None:
    of = form(question("/way", QuestionType.GEOTRACE), question("/area", QuestionType.GEOSHAPE))
    places = "50 11 0 0; 51 11 0 0; 51 12 0 0"
    path = written(tmp_path / "out.geojson", response(way=places, area=places), of=of)
    line, area = [x["geometry"] for x in json.loads(path.read_text())["features"]]
    assert line == {"type": "LineString", "coordinates": [[11, 50], [11, 51], [12, 51]]}
    assert area["type"] == "Polygon"
    assert area["coordinates"][0][0] == area["coordinates"][0][-1] == [11, 50]


def test_a_form_without_places_is_no_map(tmp_path: Path) -> None:
    of = form(question("/words", QuestionType.TEXT))
    with pytest.raises(CannotExport, match="no_place"):
        written(tmp_path / "out.geojson", of=of)


def test_flow_results_have_a_row_an_answer_and_no_finer_time_than_the_week(tmp_path: Path) -> None:
    found = replace(
        response(speaks="ar de", count="3", where="50.90 11.03 0 0", words="viel"),
        rows={"/house/children": 1},
    )
    values = {**found.values, "/house/children[1]/name": "Mia"}
    path = written(tmp_path / "datapackage.json", replace(found, values=values))
    package = json.loads(path.read_text())
    (resource,) = package["resources"]
    rows = json.loads((tmp_path / resource["path"]).read_text())
    assert {row[0] for row in rows} == {"2026-11-16T00:00:00+00:00"} == {package["modified"]}
    assert {row[2] for row in rows} == {"a1"}
    answers = {row[4]: row[5] for row in rows}
    assert answers["/speaks"] == ["ar", "de"]
    assert (answers["/count"], answers["/where"]) == (3, [50.9, 11.03, 0, 0])
    assert rows[-1][4:] == [
        "/house/children/name",
        "Mia",
        {"type": "text", "type_options": {}, "path": "/house/children[1]/name"},
    ]
    questions = resource["schema"]["questions"]
    assert questions["/speaks"]["type"] == "select_many"
    assert questions["/speaks"]["type_options"]["choices"] == ["de", "ar", "none"]
    assert [len(row) for row in rows] == [len(resource["schema"]["fields"])] * len(rows)
