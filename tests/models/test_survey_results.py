"""Questions as a report names them."""

from zoneinfo import ZoneInfo

from models.survey_results import Results
from surveys.exports.dataset import Dataset, Response
from tests.surveys.test_leading import needs, of_demo


def test_rows_of_a_matrix_have_its_heading_and_the_heading_is_no_question() -> None:
    results = Results(Dataset((needs(),), ()), "de", ZoneInfo("Europe/Berlin"))
    labels = {question.name: question.label for question in results.questions}
    assert "/offices/ease/ease_head" not in labels
    expected = "Wie leicht ist das für Sie? Briefe von Ämtern verstehen"
    assert labels["/offices/ease/ease_letters"] == expected


def test_what_a_question_hangs_on_is_known_to_the_audit() -> None:
    results = Results(Dataset((needs(),), ()), "de", ZoneInfo("Europe/Berlin"))
    (help_,) = (x for x in results.questions if x.name == "/family/school_help")
    assert help_.depends == {"/family/children": frozenset({"yes"})}


def test_a_question_knows_its_field_of_action() -> None:
    results = Results(Dataset((needs(),), ()), "de", ZoneInfo("Europe/Berlin"))
    fields = {question.name: question.field_of_action for question in results.questions}
    assert (fields["/housing/home"], fields["/person/age"]) == ("WOH", "")


def test_what_stands_in_repeats_is_known_by_its_words() -> None:
    results = Results(Dataset((of_demo("network"),), ()), "en", ZoneInfo("Europe/Berlin"))
    told = {question.label for question in results.questions}
    assert len(results.in_repeats) == 9
    assert told.isdisjoint(results.in_repeats)
    german = Results(results.dataset, "de", results.zone)
    assert set(german.in_repeats).isdisjoint(results.in_repeats)


def test_the_week_is_known_of_everybody() -> None:
    response = Response("r1", needs().version, "2026-W47", "de", "chat")
    results = Results(Dataset((needs(),), (response,)), "de", ZoneInfo("Europe/Berlin"))
    assert [person.groups["week"] for person in results.people()] == ["2026-W47"]
