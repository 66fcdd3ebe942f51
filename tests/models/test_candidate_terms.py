"""A word is stored and shown once enough people used it; who they were is not."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models import accepted_terms, candidate_terms, revision
from models.accepted_terms import Candidate, NoCandidate
from models.base import Session
from models.candidate_terms import FEW, MARKS, TABLE, Meant, Sign, Someone, State
from models.store import Store
from models.terms_file import all_terms, read_terms, written
from tests.clock import Clock

TODAY = Clock().now.date()
RARE, UNDECIDED = timedelta(days=30), timedelta(days=365)


def note(session: Session, person: int, days: int = 0, sign: Sign = Sign.CLICKED) -> None:
    meant = Meant("grmpfl", "ro", "housing", sign)
    candidate_terms.note(session, meant, Someone(person, TODAY + timedelta(days=days), "secret"))


def forget(session: Session, days: int) -> int:
    today = TODAY + timedelta(days=days)
    return candidate_terms.forget_old(session, today - RARE, today - UNDECIDED)


def known(session: Session) -> Candidate:
    for person in range(FEW):
        note(session, person)
    (found,) = accepted_terms.waiting(session)
    return found


def test_a_word_of_two_people_is_not_even_stored(store: Store) -> None:
    with store.transaction() as session:
        for person in (1, 2, 2, 1):
            note(session, person)
        assert accepted_terms.waiting(session) == []
        assert "grmpfl" not in repr(session.execute(select(TABLE)).all())
        note(session, 3, sign=Sign.REPHRASED)
        (found,) = accepted_terms.waiting(session)
        assert (found.term, found.language, found.concept) == ("grmpfl", "ro", "housing")
        assert (found.people, found.clicked, found.unhelpful, found.rephrased) == (3, 2, 0, 1)
        assert accepted_terms.waiting(session, "ro") == [found]
        assert accepted_terms.waiting(session, "tr") == []


def test_people_count_together_only_within_thirty_days(store: Store) -> None:
    with store.transaction() as session:
        note(session, 1)
        note(session, 2, days=20)
        assert forget(session, 30) == 0
        assert forget(session, 31) == 1
        note(session, 3, days=31)
        assert accepted_terms.waiting(session) == []
        note(session, 1, days=32)
        assert accepted_terms.waiting(session)[0].people == 3
        assert forget(session, 63) == 3
        note(session, 1, days=63)
        assert accepted_terms.waiting(session)[0].people == 4


def test_a_word_of_few_goes_after_a_month_and_one_that_nobody_decides_on_after_a_year(
    store: Store,
) -> None:
    with store.transaction() as session:
        note(session, 1)
        assert forget(session, 31) == 2
        assert session.execute(select(TABLE)).all() == []
        known(session)
        assert forget(session, 365) == FEW
        assert len(accepted_terms.waiting(session)) == 1
        assert forget(session, 366) == 1


def test_nobody_is_in_the_marks_and_nobodys_words_belong_together(store: Store) -> None:
    with store.transaction() as session:
        for term in ("grmpfl", "zwibbel"):
            meant = Meant(term, "ro", "housing", Sign.CLICKED)
            for secret in ("secret", "other"):
                candidate_terms.note(session, meant, Someone(7, TODAY, secret))
        assert len(set(session.scalars(select(MARKS.c.mark)))) == 4


def test_what_is_accepted_is_a_term_at_once_and_stays(store: Store) -> None:
    with store.transaction() as session:
        candidate = known(session)
        before = revision.current(session, revision.WORDS)
        accepted_terms.accept(session, candidate.id, "rent", State.DRAFT)
        assert accepted_terms.accepted(session) == {"ro": {"rent": ("grmpfl",)}}
        assert revision.current(session, revision.WORDS) == before + 1
        assert accepted_terms.waiting(session) == []
        assert session.execute(select(MARKS)).all() == []
        note(session, 9)
        assert forget(session, 4000) == 0
        assert accepted_terms.find(session, candidate.id).people == FEW


def test_what_is_refused_is_deleted_and_not_asked_about_again(store: Store) -> None:
    with store.transaction() as session:
        candidate = known(session)
        accepted_terms.accept(session, candidate.id, "housing", State.REVIEWED)
        accepted_terms.refuse(session, candidate.id)
        assert accepted_terms.accepted(session) == {}
        assert "grmpfl" not in repr(session.execute(select(TABLE)).all())
        for person in range(10, 10 + FEW):
            note(session, person)
        assert accepted_terms.waiting(session) == []
        with pytest.raises(NoCandidate):
            accepted_terms.accept(session, candidate.id, "housing", State.DRAFT)
        assert forget(session, 366) == 1


def test_accepted_terms_can_be_written_and_read_as_the_thesaurus(
    store: Store, tmp_path: Path
) -> None:
    with store.transaction() as session:
        accepted_terms.accept(session, known(session).id, "housing", State.REVIEWED)
        found = accepted_terms.by_state(session)
    path = tmp_path / "ro" / "thesaurus.txt"
    path.parent.mkdir()
    path.write_text(written(found["ro"]), encoding="utf-8")
    assert read_terms(path) == {"housing": {"reviewed": ("grmpfl",)}}
    assert all_terms(tmp_path) == {"ro": {"housing": ("grmpfl",)}}
