"""Nobody can say whose a response is: not by place, id, time, transaction, size or file.

Each attack is run many times, against Lotse and against a naive way of keeping responses. There it
finds everybody, so the attack is real; here it does no better than guessing does.
"""

from collections import Counter
from itertools import pairwise
from math import sqrt
from random import Random

import pytest
from sqlalchemy import func, select, text

from models import mixing, participation, response
from models.crowd import TOGETHER
from models.response import RESPONSE
from models.sealing import tag
from models.store import Store
from models.submission import SUBMISSION
from models.survey import SURVEY
from tests.databases import address_of, file_of
from tests.models.attacking import ATTACKS, Lotse, Naive, answer, file, found, hits
from tests.models.surveying import Asking

PEOPLE, RUNS = 11, 24
CHANCE = RUNS + 4 * sqrt(RUNS)
"""Pairs that come about by chance: one a run on average, and hardly ever more than so many."""


def kind(store: Store) -> str:
    return store.engine.dialect.name


def attacks(store: Store) -> list[str]:
    return [name for name, (_, where) in ATTACKS.items() if kind(store) in where]


def test_the_attacks_find_everybody_where_responses_are_kept_naively(store: Store) -> None:
    rng = Random(1)
    assert hits(Naive(store, rng), PEOPLE, rng, attacks(store)) == dict.fromkeys(
        attacks(store), PEOPLE
    )


def test_no_attack_does_better_than_guessing(store: Store) -> None:
    total: Counter[str] = Counter()
    for run in range(RUNS):
        total.update(hits(Lotse(store, rng=Random(run)), PEOPLE, Random(-run), attacks(store)))
    assert {name: number for name, number in total.items() if number > CHANCE} == {}


def test_neither_does_it_when_the_survey_is_closed_and_the_key_was_copied_before(
    store: Store,
) -> None:
    total: Counter[str] = Counter()
    for run in range(RUNS):
        way = Lotse(store, rng=Random(run))
        hits(way, PEOPLE, Random(-run), [])
        way.closes()
        dump = way.dump()
        assert len(dump.responses) == len(dump.marks) == PEOPLE
        total.update(found(dump, attacks(store)))
    assert {name: number for name, number in total.items() if number > CHANCE} == {}


def test_responses_appear_only_together(store: Store) -> None:
    """Somebody who copies the database after every turn learns no more than: one of these five."""
    rng, asking = Random(3), Asking(store)
    seen: list[set[str]] = [set()]
    for number in range(60):
        asking.submits(str(number), {"/need": f"answer-{number}"})
        asking.days(rng.choice([0, 0, 1, 5]))
        asking.mixes()
        with store.transaction() as session:
            seen.append({str(row["values"]) for row in response.read(session, asking.id)})
    new = [len(after - before) for before, after in pairwise(seen)]
    assert sum(new) > 50
    assert {number for number in new if 0 < number < TOGETHER} == set()


def test_no_week_and_no_transaction_has_only_a_few(store: Store) -> None:
    rng, asking = Random(4), Asking(store)
    for number in range(43):
        asking.submits(str(number))
        asking.days(rng.choice([0, 1, 6]))
        asking.mixes()
        assert few(store, "week") == []
        assert kind(store) == "sqlite" or few(store, "xmin::text") == []
    asking.closes()
    assert few(store, "week") == []


def few(store: Store, column: str) -> list[int]:
    """Groups of responses that are too small to hide in."""
    query = text(f"SELECT count(*) FROM response GROUP BY {column}")
    with store.transaction() as session:
        return [number for number in session.scalars(query) if number < TOGETHER]


def test_a_response_that_comes_alone_is_sealed(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal", {"/need": "nobody-else-says-this"}, language="ti")
    assert asking.mixes() == 0
    with store.transaction() as session:
        assert list(response.read(session, asking.id)) == []
        (waiting,) = session.execute(select(SUBMISSION)).mappings()
    assert b"nobody-else" not in waiting["sealed"]
    assert b"nobody-else-says-this" not in on_disk(store)


def on_disk(store: Store) -> bytes:
    """The file with its journal, where there is one."""
    url = address_of(store)
    if not url.startswith("sqlite"):
        return b""
    found = file_of(url)
    return b"".join(part.read_bytes() for part in found.parent.iterdir())


def test_what_waits_shows_neither_length_nor_that_it_is_the_same(store: Store) -> None:
    asking = Asking(store)
    for name, words in (("a", "x"), ("b", "x"), ("c", "x" * 900), ("d", "")):
        asking.submits(name, {"/need": words})
    with store.transaction() as session:
        sealed = list(session.scalars(select(SUBMISSION.c.sealed)))
    assert len({len(one) for one in sealed}) == 1
    assert len(set(sealed)) == 4


def test_what_waited_is_not_known_again_when_it_is_mixed(store: Store) -> None:
    asking = Asking(store)
    for number in range(TOGETHER):
        asking.submits(str(number))
    with store.transaction() as session:
        waiting = session.execute(select(SUBMISSION.c.id, SUBMISSION.c.erasure)).all()
    asking.mixes()
    with store.transaction() as session:
        mixed = session.execute(select(RESPONSE.c.id, RESPONSE.c.erasure)).all()
    assert {x for row in waiting for x in row}.isdisjoint({x for row in mixed for x in row})


def test_who_took_part_in_two_surveys_is_not_known_by_her_marks(store: Store) -> None:
    together = 0
    for run in range(RUNS):
        first, second = (Lotse(store, rng=Random(run + more)) for more in (0, 1000))
        for way in (first, second):
            hits(way, PEOPLE, Random(-run), [])  # in the same order both times
        marks = [way.dump() for way in (first, second)]
        assert set(marks[0].names).isdisjoint(marks[1].names)
        whose = [[one.names[mark["token"]] for mark in one.marks] for one in marks]
        together += sum(a == b for a, b in zip(*whose, strict=True))
    assert together <= CHANCE


def test_a_new_mark_stands_nowhere_in_particular(store: Store) -> None:
    """Among many, more than are written anew: neither first nor last of those of its moment."""
    asking, places = Lotse(store), []
    for number in range(2 * participation.COMPANY):
        asking.submits(f"p{number}")
    for number in range(RUNS):
        asking.submits(f"late{number}")
        dump = asking.dump()
        names = [dump.names[mark["token"]] for mark in dump.marks]
        places.append(len(names) - names.index(f"late{number}"))
    assert len(set(places)) > RUNS / 2
    assert sum(place == participation.COMPANY + 1 for place in places) <= 4
    assert sum(place == 1 for place in places) <= 4


def test_without_the_secret_a_dump_does_not_tell_who_took_part(store: Store) -> None:
    asking = Asking(store)
    asking.submits("amal")
    with store.transaction() as session:
        (stored,) = participation.tokens(session, asking.id)
        salt = session.scalar(select(SURVEY.c.salt))
    assert salt is not None
    tried = [salt, salt.hex().encode(), b"", str(asking.id).encode()]
    names = ["telegram:amal", "amal", "account:1", "1"]
    purposes = [participation.PURPOSE, "survey"]
    attempts = {mixing_token(key, p, n) for key in tried for p in purposes for n in names}
    assert stored not in attempts


def mixing_token(key: bytes, purpose: str, name: str) -> str:
    return tag(key, purpose, name)


def test_the_key_is_nowhere_in_the_file_once_it_is_destroyed(sqlite_store: Store) -> None:
    asking = Asking(sqlite_store)
    with sqlite_store.transaction() as session:
        salt = session.scalar(select(SURVEY.c.salt))
    assert salt is not None
    assert salt in file(sqlite_store)
    asking.closes()
    assert salt not in file(sqlite_store)


def test_all_that_was_said_is_kept_and_nothing_else(store: Store) -> None:
    asking = Lotse(store)
    for number in range(PEOPLE):
        asking.submits(f"p{number}", {"/need": f"answer-of-p{number}"})
        asking.mixes()
    asking.closes()
    said = sorted(map(answer, asking.dump().responses))
    assert said == sorted(f"answer-of-p{number}" for number in range(PEOPLE))
    with store.transaction() as session:
        assert session.scalar(select(func.count()).select_from(SUBMISSION)) == 0


@pytest.mark.parametrize("number", [TOGETHER - 1, TOGETHER])
def test_so_many_are_mixed(store: Store, number: int) -> None:
    asking = Asking(store)
    for name in range(number):
        asking.submits(str(name))
    assert asking.mixes() == (number if number >= TOGETHER else 0)


def test_a_week_is_an_iso_week() -> None:
    assert mixing.week_of(Asking.today) == "2026-W48"
