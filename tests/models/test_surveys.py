"""Surveys as they are kept: open and closed, answered once, taken back, counted, screened."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from models import (
    accounts,
    draft,
    free_text,
    participation,
    person,
    person_data,
    response,
    submission,
    survey,
    survey_audience,
    survey_counts,
    survey_course,
    survey_plan,
    survey_version,
)
from models.audit import AuditRow
from models.base import table
from models.draft import Draft
from models.role import Role
from models.store import Store
from models.survey import Audience, Plan, SurveyState, View
from models.survey_audience import Reader
from models.survey_key import DESTROYED, KeyDestroyed, key_of
from models.turn import Sender
from models.vault import Vault
from surveys.answers import Answers
from surveys.interview.vocabulary import State
from tests.models.surveying import FORM, SECRET, TODAY, VAULT, Asking, who
from tests.people import LONG_AGO, account

STATE = State(Answers({"/need": "home"}, {"/kids": 2}, frozenset({"/words"}), 7), "ar", "/words")


def actions(store: Store) -> list[str]:
    with store.transaction() as session:
        return list(session.scalars(select(table(AuditRow).c.action)))


def test_nobody_answers_twice(store: Store) -> None:
    asking = Asking(store)
    assert asking.submits("amal")
    assert asking.submits("amal") is None
    assert asking.submits("bilal")
    asking.closes()
    with store.transaction() as session:
        assert len(list(response.read(session, asking.id))) == 2


def test_the_same_chat_may_answer_another_survey(store: Store) -> None:
    first, second = Asking(store), Asking(store, rng=Random(2))
    assert first.submits("amal")
    assert second.submits("amal")
    with store.transaction() as session:
        marks = [participation.tokens(session, one.id) for one in (first, second)]
    assert marks[0] != marks[1]


def test_channels_that_are_linked_count_as_one(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal")
    with store.transaction() as session:
        id = account(session, Role.NETWORK)
        here = person.meet(session, Sender("telegram", "amal"), TODAY)
        there = person.meet(session, Sender("web", "browser"), TODAY)
        for one in (here, there):
            accounts.link(session, one.id, id)
        there = person.meet(session, Sender("web", "browser"), TODAY)
        assert participation.answered(session, asking.key(session), who(there))


def test_staff_may_enter_several_interviews(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        for _ in range(3):
            content = asking.content(mode="interviewer")
            finished = submission.Submitting(asking.id, content)
            assert submission.submit(session, asking.key(session), asking.rng, finished)
        assert survey_counts.live(session, asking.id, asking.key(session), "interviewer") == 3
        assert participation.tokens(session, asking.id) == []


@pytest.mark.parametrize("mixed", [False, True])
def test_whoever_has_the_code_erases_her_answers(store: Store, mixed: bool) -> None:
    asking = Asking(store)
    codes = [asking.submits(str(n), {"/need": "home"}, texts={"/words": "Ruhe"}) for n in range(6)]
    if mixed:
        assert asking.mixes() == 6
    typed = f"{codes[2][:6]}-{codes[2][6:]}".lower()
    with store.transaction() as session:
        key = asking.key(session)
        assert not survey_course.erase(session, asking.id, key, "NOBODYSCODE2")
        assert survey_course.erase(session, asking.id, key, typed)
        assert not survey_course.erase(session, asking.id, key, typed)
        assert survey_counts.total(session, asking.id) == 5
        assert free_text.number(session, asking.id) == (5 if mixed else 0)


def test_a_code_of_one_survey_erases_nothing_in_another(store: Store) -> None:
    first, second = Asking(store), Asking(store, rng=Random(2))
    code = first.submits("amal")
    with store.transaction() as session:
        assert not survey_course.erase(session, second.id, second.key(session), code)


def test_closing_destroys_the_key_and_says_so(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal")
    assert asking.closes()
    assert not asking.closes()
    assert actions(store).count(DESTROYED) == 1
    with store.transaction() as session:
        with pytest.raises(KeyDestroyed):
            key_of(session, asking.id, SECRET)
        stored = session.execute(select(survey.SURVEY)).one()
        assert (stored.salt, stored.state, stored.closed_on) == (None, "closed", TODAY)
        assert [row["erasure"] for row in response.read(session, asking.id)] == [None]


def test_a_closed_survey_is_never_opened_again(store: Store) -> None:
    asking = Asking(store)
    asking.closes()
    with store.transaction() as session:
        assert not survey_course.open_now(session, asking.deed, asking.id)
        found = survey.find(session, asking.id)
        assert found
        assert found.state is SurveyState.CLOSED


def test_what_nobody_can_open_any_more_stays_in_nobodys_way(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal")
    with store.transaction() as session:
        other = key_of(session, asking.id, "another secret")
        assert list(submission.waiting(session, asking.id, other)) == []
        assert survey_counts.total(session, asking.id) == 1


def test_a_draft_is_resumed_where_it_was_left(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        her = who(person.meet(session, Sender("telegram", "amal"), TODAY))
        begun = Draft(0, asking.id, asking.version, "chat", State(Answers(), "ar"))
        id = draft.start(session, VAULT, her, begun, TODAY)
        assert draft.keep(session, VAULT, replace(begun, id=id), STATE, TODAY)
        assert draft.resume(session, VAULT, her, asking.id) == Draft(
            id, asking.id, asking.version, "chat", STATE
        )
        other = who(person.meet(session, Sender("telegram", "bilal"), TODAY))
        assert draft.resume(session, VAULT, other, asking.id) is None


def test_a_draft_is_resumed_on_a_channel_that_was_linked(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        id = account(session, Role.NETWORK)
        here, there = (
            person.meet(session, Sender(channel, "x"), TODAY) for channel in ("telegram", "web")
        )
        for one in (here, there):
            accounts.link(session, one.id, id)
        hers = [who(person.meet(session, Sender(c, "x"), TODAY)) for c in ("telegram", "web")]
        draft.start(
            session, VAULT, hers[0], Draft(0, asking.id, asking.version, "chat", STATE), TODAY
        )
        assert draft.resume(session, VAULT, hers[1], asking.id)


def test_a_draft_is_hers_to_see_and_to_delete(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        her = person.meet(session, Sender("telegram", "amal"), TODAY)
        begun = Draft(0, asking.id, asking.version, "chat", STATE)
        draft.start(session, VAULT, who(her), begun, TODAY)
        (shown,) = person_data.everything(session, her, VAULT)["drafts"]
        assert shown["state"]["answers"]["values"] == {"/need": "home"}
        person_data.forget(session, her, LONG_AGO)
        assert draft.begun(session, who(her)) == frozenset()


def test_a_copy_of_the_database_does_not_tell_what_somebody_is_answering(store: Store) -> None:
    """Else the copy of yesterday would tell whose the response of today is."""
    asking = Asking(store)
    long = replace(STATE, answers=Answers({"/need": "home" * 99}))
    with store.transaction() as session:
        for name, state in (("amal", STATE), ("bilal", long)):
            her = who(person.meet(session, Sender("telegram", name), TODAY))
            draft.start(
                session, VAULT, her, Draft(0, asking.id, asking.version, "chat", state), TODAY
            )
        sealed = session.scalars(select(draft.DRAFT.c.sealed)).all()
        assert len(set(map(len, sealed))) == 1
        assert not any(b"home" in one for one in sealed)
        assert draft.resume(session, Vault("another", Random(1)), her, asking.id) is None


def test_submitting_ends_the_draft(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        her = who(person.meet(session, Sender("telegram", "amal"), TODAY))
        begun = Draft(0, asking.id, asking.version, "chat", STATE)
        id = draft.start(session, VAULT, her, begun, TODAY)
        finished = submission.Submitting(asking.id, asking.content(), her, id)
        assert submission.submit(session, asking.key(session), asking.rng, finished)
        assert draft.begun(session, her) == frozenset()
        assert not draft.keep(session, VAULT, replace(begun, id=id), STATE, TODAY)


def test_free_words_are_seen_only_when_released(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal", texts={"/words": "Rufen Sie an: 0361 6551234"})
    asking.closes()
    with store.transaction() as session:
        (before,) = response.read(session, asking.id)
        (found,) = free_text.waiting(session, asking.id)
        assert "/words" not in before["values"]
        assert found.traces == ("phone",)
        assert free_text.release(session, asking.deed, found.id, "Rufen Sie an: …")
        assert not free_text.release(session, asking.deed, found.id, "again")
        (after,) = response.read(session, asking.id)
        assert after["values"] == {"/need": "home", "/words": "Rufen Sie an: …"}
        assert free_text.waiting(session, asking.id) == []


def test_what_is_withheld_is_gone(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal", texts={"/words": "Ich heiße Amal"})
    asking.closes()
    with store.transaction() as session:
        (found,) = free_text.waiting(session, asking.id)
        assert free_text.withhold(session, asking.deed, found.id)
        (row,) = response.read(session, asking.id)
        assert row["values"] == {"/need": "home"}


def test_the_same_form_is_the_same_version(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        assert survey_version.add(session, asking.id, FORM, TODAY) == asking.version
        assert survey_version.find(session, asking.version).form == FORM
        with pytest.raises(LookupError):
            survey_version.find(session, asking.version + 1)


AMAL = Reader("ar", district="Nord")
MEMBER = Reader("de", frozenset({Role.NETWORK}))


@pytest.mark.parametrize(
    ("plan", "reader", "is_asked"),
    [
        (Plan({}), AMAL, True),
        (Plan({}, audience=Audience(languages=frozenset({"ar", "fa"}))), AMAL, True),
        (Plan({}, audience=Audience(languages=frozenset({"uk"}))), AMAL, False),
        (Plan({}, audience=Audience(district="Nord")), AMAL, True),
        (Plan({}, audience=Audience(district="Süd")), AMAL, False),
        (Plan({}, audience=Audience(roles=frozenset({Role.OWNER}))), AMAL, False),
        (Plan({}, View.NETWORK), AMAL, False),
        (Plan({}, View.NETWORK), MEMBER, True),
        (Plan({}, View.NETWORK, Audience(roles=frozenset({Role.OWNER}))), MEMBER, False),
        (Plan({}, closes=TODAY), AMAL, True),
        (Plan({}, closes=TODAY - timedelta(days=1)), AMAL, False),
    ],
)
def test_who_is_asked(store: Store, plan: Plan, reader: Reader, is_asked: bool) -> None:
    asking = Asking(store, plan)
    with store.transaction() as session:
        found = survey_audience.open_for(session, reader, TODAY)
    assert [one.id for one in found] == [asking.id] * is_asked


def test_migrants_surveys_name_no_organization() -> None:
    with pytest.raises(ValueError, match="no organization"):
        survey_plan.columns(Plan({}, attributed=True))


def test_a_survey_is_found_by_its_public_code(store: Store) -> None:
    asking = Asking(store)
    with store.transaction() as session:
        found = survey.find(session, asking.id)
        assert found
        assert survey.by_code(session, f" {found.code.upper()}") == found
        assert survey.by_code(session, "nothing") is None
        assert found.plan == asking.plan


def test_quotas_limit_all_and_kinds(store: Store) -> None:
    asking = Asking(store, Plan({}, quotas={"": 7, "language:de": 5}))
    for number in range(5):
        asking.submits(str(number))
    asking.mixes()
    with store.transaction() as session:
        found = survey.find(session, asking.id)
        assert found
        assert not survey_counts.is_wanted(session, found, {"language": "de"})
        assert survey_counts.is_wanted(session, found, {"language": "ar", "mode": "chat"})
    asking.submits("a", language="ar")
    asking.submits("b", language="ar")
    with store.transaction() as session:
        assert survey_counts.is_full(session, found)
        assert not survey_counts.is_wanted(session, found, {"language": "ar"})
