"""The job of surveys: it opens, mixes, reminds all, closes and destroys keys, by the calendar."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import insert, select

from jobs import retention, surveys
from models import (
    contact_wish,
    contribution,
    draft,
    free_text,
    participation,
    person,
    response,
    survey,
    survey_invitation,
    survey_version,
)
from models.audit import AuditRow
from models.base import table
from models.contact import ContactRow
from models.contribution import Contribution, Kind
from models.crowd import TOGETHER
from models.delivery import DELIVERY
from models.draft import Draft
from models.role import Role
from models.store import Store
from models.survey import Audience, Plan, SurveyState, View
from models.survey_key import DESTROYED
from models.turn import Sender
from surveys.answers import Answers
from surveys.interview.vocabulary import State
from tests.clock import Clock
from tests.jobs.reminding import surroundings
from tests.models.surveying import FORM, SECRET, TODAY, VAULT, Asking, who
from tests.people import account, at

TITLE = {"de": "Was brauchen Sie?", "ar": "ماذا تحتاجون؟"}


class Town:
    """A survey, the job, and a clock."""

    def __init__(self, store: Store, plan: Plan) -> None:
        self.store, self.clock = store, Clock()
        self.around = surroundings(secret=SECRET)
        self.asking = Asking(store, plan)

    def tick(self, days: int = 0) -> int:
        self.clock.later(timedelta(days=days))
        self.asking.days(days)
        with self.store.transaction() as session:
            return surveys.run(session, self.clock(), self.around)

    def retain(self) -> int:
        with self.store.transaction() as session:
            return retention.run(session, self.clock())

    def state(self) -> SurveyState:
        with self.store.transaction() as session:
            found = survey.find(session, self.asking.id)
        assert found
        return found.state

    def invites(self) -> int:
        with self.store.transaction() as session:
            found = survey.find(session, self.asking.id)
            assert found
            return survey_invitation.invite(session, found, ["telegram", "mail"])

    def queued(self) -> list[tuple[str, str]]:
        """The address and the wave of each message."""
        with self.store.transaction() as session:
            rows = session.execute(select(DELIVERY.c.address, DELIVERY.c.key))
            return sorted((row.address, row.key.split(":")[2]) for row in rows)


@pytest.mark.parametrize("has_form", [True, False])
def test_a_survey_opens_on_its_day_when_it_has_a_form(store: Store, has_form: bool) -> None:
    town = Town(store, Plan(TITLE))
    with store.transaction() as session:
        plan = Plan(TITLE, opens=TODAY + timedelta(days=2))
        id = survey.make(session, town.asking.rng, town.asking.deed, plan)
        if has_form:
            survey_version.add(session, id, FORM, TODAY)
    town.asking.id = id
    town.tick(days=1)
    assert town.state() is SurveyState.PLANNED
    town.tick(days=1)
    assert town.state() is (SurveyState.OPEN if has_form else SurveyState.PLANNED)


def test_a_survey_closes_after_its_last_day_with_proof(store: Store) -> None:
    town = Town(store, Plan(TITLE, closes=TODAY + timedelta(days=2), reminders=()))
    town.asking.submits("amal")
    town.tick(days=2)
    assert town.state() is SurveyState.OPEN
    town.tick(days=1)
    assert town.state() is SurveyState.CLOSED
    town.tick(days=1)
    with store.transaction() as session:
        lines = session.execute(
            select(table(AuditRow)).where(table(AuditRow).c.action == DESTROYED)
        ).all()
        assert [(line.entity, line.entity_id) for line in lines] == [("survey", town.asking.id)]
        assert len(list(response.read(session, town.asking.id))) == 1


def test_a_survey_closes_when_enough_answered_and_nobody_is_in_the_middle(store: Store) -> None:
    town = Town(store, Plan(TITLE, quotas={"": 2}))
    with store.transaction() as session:
        her = who(person.meet(session, Sender("telegram", "slow"), TODAY))
        begun = Draft(0, town.asking.id, town.asking.version, "chat", State(Answers(), "de"))
        draft.start(session, VAULT, her, begun, TODAY)
    for name in ("amal", "bilal"):
        town.asking.submits(name)
    town.tick(days=1)
    assert town.state() is SurveyState.OPEN
    town.tick(days=1)
    assert town.state() is SurveyState.CLOSED


def test_the_job_mixes_as_soon_as_enough_wait(store: Store) -> None:
    town = Town(store, Plan(TITLE))
    for number in range(TOGETHER - 1):
        town.asking.submits(str(number))
    assert town.tick() == 0
    town.asking.submits("last")
    assert town.tick() == TOGETHER
    assert town.tick() == 0


def test_names_that_the_town_published_are_found_in_free_words(store: Store) -> None:
    town = Town(store, Plan(TITLE, closes=TODAY))
    with store.transaction() as session:
        session.execute(insert(table(ContactRow)).values(name="Frau Quendelbaum"))
    town.asking.submits("amal", texts={"/words": "Die Quendelbaum war nicht da."})
    town.tick(days=1)
    with store.transaction() as session:
        (found,) = free_text.waiting(session, town.asking.id)
    assert found.traces == ("name",)


def test_all_who_were_invited_hear_the_same_whether_they_answered_or_not(store: Store) -> None:
    town = Town(store, Plan(TITLE, closes=TODAY + timedelta(days=10)))
    for name in ("amal", "bilal", "chadi"):
        town.asking.submits(name)
    with store.transaction() as session:
        for name in ("dana", "emre"):
            person.meet(session, Sender("telegram", name), TODAY)
        quiet = person.meet(session, Sender("telegram", "quiet"), TODAY)
        person.be_quiet(session, quiet, True)
        person.meet(session, Sender("telegram", "-100"), TODAY)
    assert town.invites() == 5
    assert town.invites() == 0
    for _ in range(11):
        town.tick(days=1)
    waves = Counter(address for address, _ in town.queued())
    assert waves == dict.fromkeys(("amal", "bilal", "chadi", "dana", "emre"), 3)
    assert {wave for _, wave in town.queued()} == {"invitation", "reminder7", "reminder2"}


def test_after_a_standstill_only_the_nearest_reminder_goes_out(store: Store) -> None:
    town = Town(store, Plan(TITLE, closes=TODAY + timedelta(days=10)))
    town.asking.submits("amal")
    town.invites()
    town.tick(days=9)
    town.tick(days=1)
    assert town.queued() == [("amal", "invitation"), ("amal", "reminder2")]


def test_an_invitation_speaks_the_language_of_the_invited(store: Store) -> None:
    town = Town(store, Plan(TITLE))
    with store.transaction() as session:
        for language in ("ar", "de"):
            at(session, Sender("telegram", language), None, language)
    town.invites()
    town.tick()
    with store.transaction() as session:
        rows = session.execute(select(DELIVERY.c.address, DELIVERY.c.message))
        words = {row.address: row.message.decode() for row in rows}
    assert TITLE["de"] in words["de"]
    assert TITLE["ar"] in words["ar"]
    assert "/survey " in words["ar"]


def test_a_survey_of_the_network_invites_members_once_each(store: Store) -> None:
    town = Town(store, Plan(TITLE, View.NETWORK, Audience(roles=frozenset({Role.NETWORK}))))
    with store.transaction() as session:
        member, owner = account(session, Role.NETWORK), account(session, Role.OWNER)
        for address, id in (("m1", member), ("m2", member), ("o", owner), ("asker", None)):
            at(session, Sender("telegram", address), id)
    assert town.invites() == 1


def test_after_the_close_everything_goes_in_its_time(store: Store) -> None:
    town = Town(store, Plan(TITLE, closes=TODAY))
    for number in range(TOGETHER):
        town.asking.submits(str(number), texts={"/words": "Ruhe"})
    town.tick(days=1)
    counted = {days: counts(town, days) for days in (14, 15, 97)}
    assert counted[14] == {"marks": 5, "texts": 5, "responses": 5}
    assert counted[15] == {"marks": 0, "texts": 5, "responses": 5}
    assert counted[97] == {"marks": 0, "texts": 0, "responses": 5}


def counts(town: Town, days_after_close: int) -> dict[str, int]:
    town.clock.now = Clock().now + timedelta(days=1 + days_after_close)
    town.retain()
    id = town.asking.id
    with town.store.transaction() as session:
        return {
            "marks": len(participation.tokens(session, id)),
            "texts": free_text.number(session, id),
            "responses": len(list(response.read(session, id))),
        }


def test_a_draft_that_nobody_goes_on_with_goes_after_thirty_days(store: Store) -> None:
    town = Town(store, Plan(TITLE))
    with store.transaction() as session:
        her = who(person.meet(session, Sender("telegram", "amal"), TODAY))
        begun = Draft(0, town.asking.id, town.asking.version, "chat", State(Answers(), "de"))
        draft.start(session, VAULT, her, begun, TODAY)
    town.clock.later(timedelta(days=30))
    assert town.retain() == 0
    town.clock.later(timedelta(days=1))
    assert town.retain() == 1


def test_contributions_are_mixed_and_go_when_nobody_releases_them(store: Store) -> None:
    town = Town(store, Plan(TITLE))
    told = Contribution(Kind.NEED, View.MIGRANTS, "de", "Mehr Licht: 0361 6551234", "housing")
    with store.transaction() as session:
        for _ in range(3):
            contribution.contribute(session, town.asking.rng, told, TODAY)
    assert town.tick() == 3
    assert town.tick() == 0
    with store.transaction() as session:
        first, *_ = contribution.waiting(session)
        assert first.contribution == told
        assert first.traces == ("phone",)
        assert contribution.release(session, town.asking.deed, first.id, "Mehr Licht")
        (released,) = contribution.released(session, View.MIGRANTS)
        assert released.contribution.text == "Mehr Licht"
        assert contribution.released(session, View.NETWORK) == []
    town.clock.later(timedelta(days=98))
    assert town.retain() == 2
    with store.transaction() as session:
        assert len(contribution.released(session, View.MIGRANTS)) == 1


def test_a_wish_to_be_called_back_goes_90_days_after_its_month(store: Store) -> None:
    town = Town(store, Plan(TITLE))
    with store.transaction() as session:
        her = person.meet(session, Sender("telegram", "amal"), TODAY)
        contact_wish.wish(session, town.asking.rng, her.id, ("housing", "0361 1"), TODAY)
    for day, left in ((date(2027, 2, 28), 1), (date(2027, 3, 1), 0)):
        town.clock.now = datetime.combine(day, time(9), town.clock.now.tzinfo)
        town.retain()
        with store.transaction() as session:
            assert contact_wish.number(session) == left, day
