"""Codes that bring a second channel: ten minutes, once, few wrong tries."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from models import link_codes
from models.base import Session
from models.link_codes import TRIES, cleaned, looks_like_one
from models.secrets import LETTERS
from models.store import Store
from tests.clock import Clock
from tests.people import account

NOW: datetime = Clock()()


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as opened:
        yield opened


def wrong(code: str) -> str:
    """The same first letters, another end."""
    last = next(letter for letter in LETTERS if letter != code[-1])
    return code[:-1] + last


def test_a_code_leads_to_its_account_once_however_it_is_typed(session: Session) -> None:
    mine = account(session)
    code = link_codes.make(session, Random(3), mine, NOW)
    assert len(code) == 8
    typed = f" {code[:4].lower()}-{code[4:]} "
    assert link_codes.redeem(session, typed, NOW) == mine
    assert link_codes.redeem(session, typed, NOW) is None


def test_the_code_is_not_stored(session: Session) -> None:
    code = link_codes.make(session, Random(3), account(session), NOW)
    assert code not in repr(session.execute(select(link_codes.TABLE)).all())


@pytest.mark.parametrize(("minutes", "valid"), [(9, True), (10, False)])
def test_it_is_valid_for_ten_minutes(session: Session, minutes: int, valid: bool) -> None:
    code = link_codes.make(session, Random(3), account(session), NOW)
    later = NOW + timedelta(minutes=minutes)
    assert (link_codes.redeem(session, code, later) is not None) == valid
    assert link_codes.forget_old(session, later) == (0 if valid else 1)


@pytest.mark.parametrize("tries", range(TRIES + 1))
def test_after_five_wrong_tries_it_is_void(session: Session, tries: int) -> None:
    mine = account(session)
    code = link_codes.make(session, Random(3), mine, NOW)
    for _ in range(tries):
        assert link_codes.redeem(session, wrong(code), NOW) is None
    assert link_codes.redeem(session, code, NOW) == (mine if tries < TRIES else None)


def test_a_new_code_voids_the_older_one(session: Session) -> None:
    mine, other = account(session), account(session)
    old = link_codes.make(session, Random(3), mine, NOW)
    others = link_codes.make(session, Random(4), other, NOW)
    new = link_codes.make(session, Random(5), mine, NOW)
    assert link_codes.redeem(session, old, NOW) is None
    assert link_codes.redeem(session, new, NOW) == mine
    assert link_codes.redeem(session, others, NOW) == other


def test_two_codes_never_begin_alike(session: Session) -> None:
    codes = [link_codes.make(session, Random(3), account(session), NOW) for _ in range(3)]
    assert len({code[:3] for code in codes}) == 3


@given(st.text())
def test_whatever_is_typed_is_cleaned(typed: str) -> None:
    assert set(cleaned(typed)) <= set(LETTERS)
    assert not looks_like_one(typed) or len(cleaned(typed)) == 8


@pytest.mark.parametrize(
    "typed", ["Wohnung", "wo ist was", "ABCD-EFG", "ABCDEFGHJ", "", "ABCDEFG1"]
)
def test_words_are_no_codes(typed: str) -> None:
    assert not looks_like_one(typed)
