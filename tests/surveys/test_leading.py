"""What whoever has gone through a form knows of two questions together."""

from functools import cache

from demo.surveys.make import folders
from surveys.depending import depends
from surveys.form import Form
from surveys.leading import led
from surveys.xlsform.reading import read


def needs() -> Form:
    return of_demo("needs")


@cache
def of_demo(name: str) -> Form:
    (path,) = (each.with_suffix(".xlsx") for each in folders() if each.name == name)
    form = read(path, path.name).form
    assert form is not None
    return form


def test_a_question_hangs_on_those_that_decide_whether_it_is_asked() -> None:
    assert depends(needs())["/family/school_help"] == ("/family/children",)


def test_and_on_those_that_pick_its_choices() -> None:
    assert depends(needs())["/wishes/top_order"] == ("/wishes/top",)
    assert depends(needs())["/german/level"] == ()


def test_only_some_choices_lead_on() -> None:
    found = led(needs())
    assert found["/family/school_help"] == {"/family/children": frozenset({"yes"})}
    assert found["/health/health_barriers"] == {
        "/health/doctor": frozenset({"sometimes", "rarely"})
    }
    assert "/german/level" not in found
