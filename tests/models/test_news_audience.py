"""Whom news reach: nobody without consent, outside role, language or district, and nobody twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from models import news_audience
from models.news_audience import DONE, Audience, Reach, Recipient
from models.role import Role
from models.subscription import Rhythm, Wanted
from tests.models.news_people import Chat, Somebody, Wish, people, reaches
from tests.models.news_towns import Town


def everybody(session: Session, reach: Reach, limit: int) -> list[Recipient]:
    found: list[Recipient] = []
    cursor = ""
    while cursor != DONE:
        those, cursor = news_audience.recipients(session, reach, cursor, limit)
        found += those
    return found


@settings(max_examples=40)
@given(town=st.lists(people, max_size=7), reach=reaches, limit=st.integers(1, 4))
def test_it_reaches_whom_the_rules_name_and_each_once(
    shared: Engine, town: list[Somebody], reach: Reach, limit: int
) -> None:
    with Session(shared) as session:
        here = Town(session)
        for number, one in enumerate(town):
            here.settle(one, number, reach)
        found = everybody(session, reach, limit)
        by_key: dict[str, tuple[str, str, str, bool]] = {}
        for reader in found:
            key = reader.key if reader.channel != "mail" else f"m{reader.address.lower()}"
            seen = (reader.channel, reader.address.lower(), reader.language, reader.weekly)
            assert reader.channel == "mail" or key not in by_key
            by_key.setdefault(key, seen)
        assert by_key.keys() == here.expected.keys()
        together = {one.mailbox for one in town}
        for key, expected in here.expected.items():
            if not key.startswith("m") or len(together) == len(town):
                assert by_key[key][:2] == expected[:2]
        session.rollback()


@settings(max_examples=40)
@given(town=st.lists(people, max_size=8), reach=reaches)
def test_the_counts_are_those_who_get_it_and_hide_few(
    shared: Engine, town: list[Somebody], reach: Reach
) -> None:
    with Session(shared) as session:
        here = Town(session)
        for number, one in enumerate(town):
            here.settle(one, number, reach)
        counts = news_audience.counted(session, reach)
        assert all(number >= 5 for number in counts.public.values())
        assert counts.few.isdisjoint(counts.public)
        cells = {(one[2], one[0]) for one in here.expected.values() if one[0] != "mail"}
        said = set(counts.staff) | set(counts.public) | counts.few
        assert {cell for cell in said if cell[1] != "mail"} == cells
        session.rollback()


NOBODY = Wish(Wanted(frozenset(), "", Rhythm.WEEKLY), ("begin",))
CHAT = Chat("web", "de", quiet=False, gone=False, seen=0)
WITHOUT_PLACE = Somebody(
    frozenset({Role.OWNER}),
    (CHAT,),
    None,
    "de",
    group=False,
    department=False,
    organization=0,
    wish=NOBODY,
)


@pytest.mark.parametrize("limit", [{"departments": {1}}, {"organizations": {1}}])
def test_who_subscribed_and_is_in_no_department_is_counted(
    shared: Engine, limit: dict[str, set[int]]
) -> None:
    reach = Reach(Audience(staff=True, public=True, **limit), frozenset({"web"}), "de")
    with Session(shared) as session:
        here = Town(session)
        here.settle(WITHOUT_PLACE, 1, reach)
        assert len(everybody(session, reach, 4)) == 1
        assert news_audience.counted(session, reach).few == {("de", "web")}
        session.rollback()
