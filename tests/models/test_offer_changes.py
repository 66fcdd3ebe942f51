"""What a keeper changes waits for a manager's yes, and then is public."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from models import offer_change_reading as reading
from models import offer_changes, offer_drafts, offer_reviews
from models.audit import AUDIT
from models.base import Session
from models.imports import offers as importing
from models.imports.reading import Reading
from models.offer import Offer, Phone
from models.offer_change import OFFER_CHANGE, Change, State
from models.offer_changes import Decided, Outcome
from models.offer_rules import OfferRules
from models.offers import revision
from models.role import Role
from models.store import Store
from tests.models.upkeep import (
    AT_ONCE,
    RULES,
    SOURCE,
    TODAY,
    by,
    called,
    now_is,
    offer,
    sent,
    settle,
    somebody,
)


class People:
    """A course, who keeps it, and who leads."""

    def __init__(self, session: Session) -> None:
        (self.course,) = settle(session)
        self.keeper = somebody(session, "Volkshochschule", Role.KEEPER)
        self.manager = somebody(session, "Integrationsbüro", Role.MANAGER)


def title(found: Offer | None) -> str:
    return found.texts["de"]["title"] if found else ""


def waiting(session: Session, id: int) -> Change:
    found = reading.find(session, id)
    assert found is not None
    return found


def yes(session: Session, manager: int, change: Change) -> Decided:
    return offer_changes.accept(session, by(manager), change.id, change.version, RULES)


def deeds(session: Session) -> list[str]:
    actions = session.scalars(select(AUDIT.c.action).order_by(AUDIT.c.id))
    return [action for action in actions if action.startswith("offer.")]


def test_it_waits_with_what_was_and_what_is_to_be(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        id = sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        change = waiting(session, id)
        assert (title(change.before), title(change.offer)) == (
            "Deutsch am Abend",
            "Deutsch am Morgen",
        )
        assert change.columns == ("title::de",)
        assert (change.by, change.kind, change.origin) == (who.keeper, "change", "chat")
        assert title(now_is(session, who.course)) == "Deutsch am Abend"
        assert [one.id for one in reading.waiting(session)] == [id]
        assert reading.number_waiting(session) == 1
        assert deeds(session) == ["offer.proposed"]


def test_a_yes_makes_it_public_and_counts_as_looked_at(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        offer_reviews.reported(session, who.course, TODAY)
        id = sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        before = revision(session)
        assert yes(session, who.manager, waiting(session, id)) is Decided.ACCEPTED
        found = now_is(session, who.course)
        assert title(found) == "Deutsch am Morgen"
        assert (found.last_checked, found.review_due) == (TODAY, RULES.next_review(TODAY))
        assert found.outdated == ("title::ar",)
        assert revision(session) > before
        assert offer_reviews.find(session, who.course, TODAY) is None
        assert deeds(session) == ["offer.proposed", "offer.changed"]


def test_the_second_of_two_managers_is_late(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        id = sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        change = waiting(session, id)
        assert yes(session, who.manager, change) is Decided.ACCEPTED
        assert yes(session, who.manager, change) is Decided.LATE
        assert not offer_changes.refuse(session, by(who.manager), id, "zu spät")
        assert waiting(session, id).state is State.ACCEPTED


def test_a_no_says_why_and_changes_nothing(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        id = sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        assert offer_changes.refuse(session, by(who.manager), id, "Bitte mit Uhrzeit.")
        change = waiting(session, id)
        assert (change.state, change.reason) == (State.REFUSED, "Bitte mit Uhrzeit.")
        assert change.decided_by == who.manager
        assert yes(session, who.manager, change) is Decided.LATE
        assert title(now_is(session, who.course)) == "Deutsch am Abend"


def test_what_became_otherwise_meanwhile_is_shown_again_and_kept(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        id = sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        seen = waiting(session, id)
        settle(session, offer(phones=(Phone("0361 2"),)))
        assert yes(session, who.manager, seen) is Decided.SHOWN_AGAIN
        assert title(now_is(session, who.course)) == "Deutsch am Abend"
        anew = waiting(session, id)
        assert anew.columns == ("title::de",)
        assert yes(session, who.manager, anew) is Decided.ACCEPTED
        found = now_is(session, who.course)
        assert (title(found), found.phone) == ("Deutsch am Morgen", "0361 2")


def test_what_the_keeper_sends_anew_is_not_what_the_manager_saw(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        first = sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        second = sent(session, who.keeper, called(session, who.course, "Deutsch am Mittag"))
        assert [one.id for one in reading.waiting(session)] == [second]
        assert reading.find(session, first) is None


def test_what_an_import_did_already_is_not_asked_for(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        id = sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        settle(session, offer(title="Deutsch am Morgen"))
        change = waiting(session, id)
        assert change.columns == ()
        assert yes(session, who.manager, change) is Decided.LATE
        assert waiting(session, id).state is State.STALE


def test_it_does_not_exist_any_more(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        gone = replace(now_is(session, who.course), inactive=True)
        change = waiting(session, sent(session, who.keeper, gone))
        assert change.kind == "gone"
        assert yes(session, who.manager, change) is Decided.ACCEPTED
        assert now_is(session, who.course).inactive
        assert deeds(session) == ["offer.proposed", "offer.ended"]


@pytest.mark.parametrize("who_changes", ["manager", "keeper without approval"])
def test_what_needs_no_yes_is_public_at_once(store: Store, who_changes: str) -> None:
    with store.transaction() as session:
        who = People(session)
        wanted = called(session, who.course, "Deutsch am Morgen")
        account, rules = (who.manager, RULES) if who_changes == "manager" else (who.keeper, AT_ONCE)
        found = offer_changes.submit(session, by(account), wanted, rules)
        assert found.outcome is Outcome.PUBLIC
        assert title(now_is(session, who.course)) == "Deutsch am Morgen"
        assert reading.waiting(session) == []


def test_nothing_otherwise_is_nothing_to_ask_for(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        same = now_is(session, who.course)
        assert offer_changes.submit(session, by(who.keeper), same, RULES).outcome is Outcome.SAME
        lost = replace(same, id=who.course + 1)
        assert offer_changes.submit(session, by(who.keeper), lost, RULES).outcome is Outcome.LOST


def test_a_draft_is_there_tomorrow_with_what_changed_meanwhile(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        wanted = called(session, who.course, "Deutsch am Morgen")
        draft = offer_drafts.draft(session, by(who.keeper), wanted)
        assert draft is not None
        assert draft.columns == ("title::de",)
        settle(session, offer(phones=(Phone("0361 2"),)))
        hers = offer_drafts.of(session, who.keeper, who.course)
        assert hers is not None
        assert (title(hers.offer), hers.offer.phone) == ("Deutsch am Morgen", "0361 2")
        assert reading.waiting(session) == []
        assert offer_drafts.of(session, who.manager, who.course) is None
        offer_changes.submit(session, by(who.keeper), hers.offer, RULES)
        assert offer_drafts.every(session, who.keeper) == []
        assert len(reading.waiting_of(session, who.keeper)) == 1


def test_a_draft_without_anything_otherwise_goes(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        offer_drafts.draft(session, by(who.keeper), called(session, who.course, "Anders"))
        same = now_is(session, who.course)
        assert offer_drafts.draft(session, by(who.keeper), same) is None
        assert offer_drafts.every(session, who.keeper) == []
        assert not offer_drafts.drop(session, who.keeper, who.course)


def test_what_was_decided_or_never_sent_goes_after_its_period(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        wanted = called(session, who.course, "Deutsch am Morgen")
        decided = sent(session, who.keeper, wanted)
        offer_changes.refuse(session, by(who.manager), decided, "Nein.")
        offer_drafts.draft(session, by(who.keeper), wanted)
        colleague = somebody(session, "Volkshochschule", Role.KEEPER)
        left = sent(session, colleague, wanted)
        assert offer_changes.forget_old(session, by(None).at) == 0
        assert offer_changes.forget_old(session, by(None).at + timedelta(seconds=1)) == 2
        assert list(session.scalars(select(OFFER_CHANGE.c.id))) == [left]


def test_what_a_later_lotse_stored_is_left_alone(store: Store) -> None:
    with store.transaction() as session:
        who = People(session)
        sent(session, who.keeper, called(session, who.course, "Deutsch am Morgen"))
        session.execute(OFFER_CHANGE.update().values(proposed='{"version": 2, "offer": {}}'))
        assert reading.waiting(session) == []


def imported(session: Session, *offers: Offer) -> importing.Plan:
    return importing.plan(session, Reading(offers, None, ()), SOURCE)


def test_an_import_in_a_keepers_name_waits_as_what_she_types_does(store: Store) -> None:
    with store.transaction() as session:
        course, cafe, _other = settle(
            session, offer(), offer("cafe"), offer("fremd", keeper="Frauentreff")
        )
        keeper = somebody(session, "Volkshochschule", Role.KEEPER)
        plan = imported(
            session,
            offer(title="Deutsch am Morgen"),
            offer("neu"),
            offer("fremd", "Meins", keeper="Volkshochschule"),
            offer("fremd-neu", keeper="Frauentreff"),
        )
        found = offer_changes.submit_import(session, by(keeper), plan, RULES)
        assert (found.public, found.waiting) == (0, 3)
        assert found.refused == ("fremd", "fremd-neu")
        kinds = [(one.kind, one.offer.source_id) for one in reading.waiting(session)]
        assert kinds == [("change", "kurs"), ("new", "neu"), ("gone", "cafe")]
        assert {one.origin for one in reading.waiting(session)} == {"import"}
        assert not now_is(session, cafe).inactive
        assert title(now_is(session, course)) == "Deutsch am Abend"


def test_the_same_import_again_asks_for_nothing_twice(store: Store) -> None:
    with store.transaction() as session:
        settle(session)
        keeper = somebody(session, "Volkshochschule", Role.KEEPER)
        manager = somebody(session, "Integrationsbüro", Role.MANAGER)
        for _ in range(2):
            plan = imported(session, offer(title="Deutsch am Morgen"), offer("neu"))
            offer_changes.submit_import(session, by(keeper), plan, RULES)
        assert len(reading.waiting(session)) == 2
        for change in reading.waiting(session):
            assert yes(session, manager, change) is Decided.ACCEPTED
        plan = imported(session, offer(title="Deutsch am Morgen"), offer("neu"))
        kinds = [one.kind for one in plan.changes]
        assert kinds == ["unchanged", "unchanged"]


@pytest.mark.parametrize(
    ("role", "rules"), [(Role.MANAGER, RULES), (Role.KEEPER, AT_ONCE)], ids=["leads", "at once"]
)
def test_an_import_that_needs_no_yes_is_public_at_once(
    store: Store, role: Role, rules: OfferRules
) -> None:
    with store.transaction() as session:
        (course,) = settle(session)
        her = somebody(session, "Volkshochschule", role)
        plan = imported(session, offer(title="Deutsch am Morgen"))
        found = offer_changes.submit_import(session, by(her), plan, rules)
        assert (found.public, found.waiting, found.refused) == (1, 0, ())
        assert title(now_is(session, course)) == "Deutsch am Morgen"


def test_what_an_import_in_her_name_only_says_was_checked_needs_no_yes(store: Store) -> None:
    with store.transaction() as session:
        (course,) = settle(session, offer(review_due=TODAY))
        keeper = somebody(session, "Volkshochschule", Role.KEEPER)
        offer_reviews.refresh(session, TODAY, RULES)
        plan = imported(session, offer(last_checked=TODAY, review_due=TODAY))
        found = offer_changes.submit_import(session, by(keeper), plan, RULES)
        assert (found.public, found.waiting) == (1, 0)
        assert offer_reviews.open_now(session, TODAY) == []
        assert now_is(session, course).review_due == RULES.next_review(TODAY)


def test_a_new_offer_that_is_there_already_is_not_made_twice(store: Store) -> None:
    with store.transaction() as session:
        settle(session)
        keeper = somebody(session, "Volkshochschule", Role.KEEPER)
        manager = somebody(session, "Integrationsbüro", Role.MANAGER)
        plan = imported(session, offer(), offer("neu"))
        offer_changes.submit_import(session, by(keeper), plan, RULES)
        (change,) = reading.waiting(session)
        settle(session, offer(), offer("neu", "Schon da"))
        assert yes(session, manager, change) is Decided.LATE
