"""A form becomes a new survey, or a new version of the one that asks it."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from models import survey as surveys
from models import survey_course
from models import survey_version as versions
from models.base import Session
from models.imports import surveys as importing
from models.imports.survey_plan import Decided, Wrong, read_plan
from models.imports.surveys import CannotBe, FormIs
from models.mixing import Mixer
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.survey import Plan, SurveyState, View
from surveys.form import Form
from tests.clock import Clock
from tests.models.surveying import FORM, SECRET

DEED = Deed(Clock()())
NETWORK = Decided(Plan({"de": "Netz"}, view=View.NETWORK), "netz")


def import_(session: Session, form: Form, decided: Decided | None = None) -> tuple[FormIs, str]:
    change = importing.plan(session, form, decided)
    return change.form_is, importing.apply(session, Random(1), DEED, change).code


def newest(session: Session, code: str) -> Form | None:
    survey = surveys.by_code(session, code)
    found = versions.newest(session, survey.id) if survey else None
    return found.form if found else None


def test_a_new_form_is_a_planned_survey_of_migrants(store: Store) -> None:
    with store.transaction() as session:
        form_is, code = import_(session, FORM)
        found = surveys.by_code(session, code)
    assert form_is is FormIs.NEW
    assert found is not None
    assert (found.state, found.plan) == (SurveyState.PLANNED, Plan(FORM.title))


def test_the_same_form_again_changes_nothing(store: Store) -> None:
    with store.transaction() as session:
        _, code = import_(session, FORM, NETWORK)
        assert importing.plan(session, FORM, NETWORK).does_nothing
        assert import_(session, FORM, NETWORK) == (FormIs.UNCHANGED, code)
        assert len(surveys.in_state(session, *SurveyState)) == 1
        assert newest(session, "netz") == FORM


def test_another_form_with_the_same_id_is_a_new_version(store: Store) -> None:
    other = replace(FORM, version="next")
    with store.transaction() as session:
        _, code = import_(session, FORM)
        assert import_(session, other) == (FormIs.CHANGED, code)
        assert newest(session, code) == other


def test_a_form_that_is_another_but_does_not_say_so_is_noticed(store: Store) -> None:
    with store.transaction() as session:
        import_(session, FORM)
        assert importing.plan(session, replace(FORM, title={"de": "Neu"}), None).same_version
        assert not importing.plan(session, replace(FORM, version="next"), None).same_version


def test_a_version_that_was_followed_by_another_is_known(store: Store) -> None:
    with store.transaction() as session:
        import_(session, FORM)
        import_(session, replace(FORM, version="next"))
        assert importing.plan(session, FORM, None).form_is is FormIs.FORMER


def test_a_closed_survey_is_followed_by_a_new_one(store: Store) -> None:
    with store.transaction() as session:
        _, code = import_(session, FORM, NETWORK)
        survey = surveys.by_code(session, code)
        assert survey is not None
        survey_course.close(session, DEED, survey.id, Mixer(SECRET, Random(1), DEED.at.date()))
        form_is, _ = import_(session, FORM)
        assert form_is is FormIs.NEW
        with pytest.raises(CannotBe, match="code"):
            importing.plan(session, replace(FORM, id="other"), NETWORK)


def test_a_new_plan_keeps_the_code(store: Store) -> None:
    with store.transaction() as session:
        import_(session, FORM, NETWORK)
        later = replace(NETWORK.plan, closes=date(2027, 1, 31))
        import_(session, FORM, Decided(later))
        found = surveys.by_code(session, "netz")
        assert found is not None
        assert found.plan == later
        with pytest.raises(CannotBe, match="code"):
            importing.plan(session, FORM, Decided(later, "anders"))


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        ("attributed", replace(NETWORK.plan, attributed=True)),
        ("view", replace(NETWORK.plan, view=View.MIGRANTS)),
    ],
)
def test_what_people_were_told_stays_while_a_survey_is_open(
    store: Store, name: str, plan: Plan
) -> None:
    with store.transaction() as session:
        import_(session, FORM, NETWORK)
        survey = surveys.by_code(session, "netz")
        assert survey is not None
        assert importing.plan(session, FORM, Decided(plan)).plan == plan
        survey_course.open_now(session, DEED, survey.id)
        with pytest.raises(CannotBe, match=name):
            importing.plan(session, FORM, Decided(plan))


def test_a_plan_says_what_the_town_decided() -> None:
    text = """
        code = "needs"
        view = "network"
        roles = ["network", "owner"]
        district = "Nord"
        attributed = true
        opens = 2026-12-01
        closes = 2027-01-31
        reminders = [10, 3]
        quotas = { "language:ar" = 50 }
        [title]
        en = "Needs"
    """
    decided = read_plan(text, {"de": "Bedarf"})
    plan = decided.plan
    assert decided.code == "needs"
    assert plan.title == {"de": "Bedarf", "en": "Needs"}
    assert plan.audience.roles == {Role.NETWORK, Role.OWNER}
    assert plan.audience.district == "Nord"
    assert plan.attributed
    assert (plan.opens, plan.closes) == (date(2026, 12, 1), date(2027, 1, 31))
    assert (plan.reminders, plan.quotas) == ((10, 3), {"language:ar": 50})


def test_an_empty_plan_is_that_of_a_form_alone() -> None:
    assert read_plan("", FORM.title) == Decided(Plan(FORM.title))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code = ", "Invalid value"),
        ('veiw = "network"', "veiw: "),
        ('code = "Bedarf 2026"', "code: "),
        ("attributed = true", "only a survey of the network can name organizations"),
        ("opens = 2026-12-02\ncloses = 2026-12-01", "closes before it opens"),
        ('roles = ["boss"]', "roles.0: "),
    ],
)
def test_a_plan_that_cannot_be_says_where(text: str, said: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_plan(text, {})
    assert any(said in sentence for sentence in wrong.value.sentences)
