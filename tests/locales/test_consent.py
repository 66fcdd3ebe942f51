"""Who changes what people agree to before a survey changes what is kept with their answers."""

from handlers.survey_expecting import FINGERPRINT, agreed
from models.survey import Plan, Survey, SurveyState
from models.survey_plan import View
from tests.locales.consent import TEXTS, fingerprint
from tests.locales.message_ids import ids, uses


def test_the_fingerprint_is_that_of_the_texts() -> None:
    assert fingerprint() == FINGERPRINT, "python -m tests.locales.consent"


def test_all_that_is_read_before_a_survey_is_in_it() -> None:
    shown = {id for use in uses() if use.file == "handlers/survey_expecting.py" for id in ids(use)}
    assert shown == set(TEXTS)


def test_a_survey_may_name_a_version_of_its_own() -> None:
    for consent, version in (("", "2026-11"), ("2027-02", "2027-02")):
        plan = Plan({}, View.NETWORK, consent=consent)
        survey = Survey(1, "netz", plan, SurveyState.OPEN, None, None)
        assert agreed(survey) == f"{version} {FINGERPRINT}"
