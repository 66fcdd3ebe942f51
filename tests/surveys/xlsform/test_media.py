"""What a form shows is looked at before anybody sees it."""

from surveys.media.checking import LARGEST_SHOWN
from surveys.xlsform.problems import Problem, Severity
from tests import media
from tests.picturing import FILES, reading


def told(problem: Problem) -> tuple[str, str, int, str]:
    return problem.code, problem.sheet, problem.row, problem.column


def test_files_beside_the_form_come_along_by_name() -> None:
    found = reading()
    assert found.problems == ()
    assert {name: file.kind for name, file in found.media.items()} == {
        "town.jpg": "image",
        "town.ogg": "audio",
        "park.png": "image",
        "market.png": "image",
    }


def test_a_missing_file_is_said_with_its_cell_and_the_form_is_taken() -> None:
    found = reading({name: data for name, data in FILES.items() if name != "market.png"})
    (problem,) = found.problems
    assert told(problem) == ("media_missing", "choices", 3, "D (image::Deutsch (de))")
    assert problem.severity is Severity.WARNING
    assert problem.values["name"] == "market.png"
    assert found.form is not None


def test_what_is_no_picture_is_refused_whatever_it_is_called() -> None:
    found = reading({**FILES, "town.jpg": media.SVG, "park.png": media.voice()})
    assert list(map(told, found.problems)) == [
        ("media_wrong", "survey", 2, "D (image::Deutsch (de))"),
        ("media_wrong", "choices", 2, "D (image::Deutsch (de))"),
    ]
    assert found.form is None


def test_what_is_too_large_is_refused_with_its_limit() -> None:
    large = media.photo() + bytes(LARGEST_SHOWN["image"])
    (problem,) = reading({**FILES, "town.jpg": large}).problems
    assert (problem.code, problem.values["value"]) == ("media_large", "5")


def test_a_picture_of_the_towns_tells_no_place_either() -> None:
    assert media.MAKER.encode() not in reading().media["town.jpg"].content
