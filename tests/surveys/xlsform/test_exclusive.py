"""Choices that go with no other."""

import pytest

from surveys.xlsform.exclusive import exclusive
from tests.surveys.xlsform.forms import form, question

NEEDS = """
| survey  |                         |        |           |                  |                     |
|         | type                    | name   | label     | Constraint       | constraint message  |
|         | select_multiple n       | needs  | Needs?    | {constraint}     | Only one of these   |
| choices |                         |        |           |                  |
|         | list_name               | name   | label     | exclusive        |
|         | n                       | work   | Work      |                  |
|         | n                       | none   | None      | {marked}         |
|         | n                       | dk     | Not sure  |                  |
"""


@pytest.mark.parametrize(
    "constraint",
    [
        "not((selected(., 'dk') or selected(., 'none')) and count-selected(.) > 1)",
        """not(selected(.,"dk") and count-selected(.)>1)
        and not(count-selected(.)>=2 and selected(.,"none"))""",
        "count-selected(.) = 1 or not(selected(., 'none') or selected(., 'dk'))",
        "if(selected(., 'dk') or selected(., 'none'), count-selected(.)=1, true())",
    ],
)
def test_exclusive_choices_are_known_from_the_usual_constraints(constraint: str) -> None:
    found = form(NEEDS.format(constraint=" ".join(constraint.split()), marked=""))
    needs = question(found, "/needs")
    assert needs.exclusive == {"dk", "none"}
    assert needs.constraint_message == {"": "Only one of these"}


def test_exclusive_choices_are_known_from_their_column() -> None:
    found = form(NEEDS.format(constraint="", marked="yes"))
    assert question(found, "/needs").exclusive == {"none"}


@pytest.mark.parametrize(
    "constraint",
    [
        "count-selected(.) <= 3",
        "not(selected(., 'none'))",
        "not(selected(., 'none') and count-selected(.) > 1) and ${age} > 17",
        "selected(., 'none') and count-selected(.) > 1",
    ],
)
def test_other_constraints_make_nothing_exclusive(constraint: str) -> None:
    assert exclusive(constraint) == frozenset()
