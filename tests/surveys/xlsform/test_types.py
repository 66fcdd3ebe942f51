"""What the column `type` says."""

import pytest

from surveys.form import QuestionType
from surveys.xlsform.types import Kind, Rest, kind


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Select_One yes_no", Kind(QuestionType.SELECT_ONE, "yes_no")),
        ("select one from yes_no", Kind(QuestionType.SELECT_ONE, "yes_no")),
        ("select all that apply from n", Kind(QuestionType.SELECT_MULTIPLE, "n")),
        ("select_multiple n or_other", Kind(QuestionType.SELECT_MULTIPLE, "n", other=True)),
        ("select_one_from_file  a.csv ", Kind(QuestionType.SELECT_ONE, "a.csv", file=True)),
        ("select_one_external city", Kind(QuestionType.SELECT_ONE, "city")),
        ("rank n", Kind(QuestionType.RANK, "n")),
        ("int", Kind(QuestionType.INTEGER)),
        ("trigger", Kind(QuestionType.ACKNOWLEDGE)),
        ("begin  group", Kind(Rest.BEGIN_GROUP)),
        ("begin_repeat", Kind(Rest.BEGIN_REPEAT)),
        ("end lgroup", Kind(Rest.END_REPEAT)),
        ("uri:deviceid", Kind(Rest.PERSONAL)),
        ("csv-external", Kind(Rest.INSTANCE)),
        ("audit", Kind(Rest.UNSUPPORTED)),
        ("selekt", Kind(Rest.UNKNOWN)),
    ],
)
def test_types_are_read_in_all_their_spellings(text: str, meant: Kind) -> None:
    assert kind(text) == meant
