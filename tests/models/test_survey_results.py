"""Questions as a report names them."""

from zoneinfo import ZoneInfo

from models.survey_results import Results
from surveys.exports.dataset import Dataset
from tests.surveys.test_leading import needs


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
