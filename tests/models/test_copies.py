"""Copies of the database, and processes that die: what is lost, and what a copy gives away."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from sqlite3 import connect

import pytest
from sqlalchemy import select, text

from jobs import surveys
from models import mixing, participation, response, submission, survey_key
from models.crowd import TOGETHER
from models.draft import DRAFT
from models.mixing import Mixer
from models.participation import PARTICIPATION, Who
from models.sealing import NotSealed, unseal
from models.store import Store
from models.submission import SUBMISSION
from models.survey import SURVEY, Plan, SurveyState, in_state
from tests.clock import Clock
from tests.databases import address_of, file_of, opened
from tests.jobs.reminding import surroundings
from tests.models.attacking import Lotse, answer
from tests.models.dying import FIVE
from tests.models.surveying import SECRET, TODAY, Asking


@contextmanager
def dying(url: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.models.dying", url]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("when", ["submitted", "mixing"])
def test_killed_between_submitting_and_mixing_nothing_is_lost_nor_known(
    url: str, when: str
) -> None:
    with dying(url) as process:
        assert process.stdout is not None
        while process.stdout.readline() != f"{when}\n":
            assert process.poll() is None
    with opened(url) as store, store.transaction() as session:
        (found,) = in_state(session, SurveyState.OPEN)
        assert list(response.read(session, found.id)) == []
        assert submission.number(session, found.id) == len(FIVE)
        key = survey_key.key_of(session, found.id, SECRET)
        assert mixing.mix(session, found.id, key, Mixer(SECRET, Random(2), TODAY)) == len(FIVE)
        said = sorted(one["values"]["/need"] for one in response.read(session, found.id))
        assert said == sorted(f"answer-of-{name}" for name in FIVE)
        assert submission.number(session, found.id) == 0


def test_what_waits_is_all_of_one_transaction(postgres_store: Store) -> None:
    """So it does not say which of them came with which person's row."""
    asking = Asking(postgres_store)
    for name in ("amal", "bilal", "chadi"):
        asking.submits(name)
    with postgres_store.transaction() as session:
        written = session.scalars(text("SELECT xmin::text FROM submission")).all()
        people = session.scalars(text("SELECT xmin::text FROM person")).all()
    assert (len(written), len(set(written)), len(set(people))) == (3, 1, 3)


def test_the_last_of_five_lies_anywhere(store: Store) -> None:
    """Also when two have answered at once, and the job comes right behind them."""
    places = []
    for run in range(24):
        way = Lotse(store, rng=Random(run))
        for number in range(TOGETHER):
            way.submits(f"{run}p{number}", {"/need": f"{number}"})
        way.mixes()
        places.append([answer(row) for row in way.dump().responses].index("4"))
    assert len(set(places)) == TOGETHER
    assert max(places.count(place) for place in set(places)) <= 12


def test_copies_of_each_day_show_no_fewer_than_five_at_a_time_of_a_language(store: Store) -> None:
    """Who has a copy of every day knows when somebody came, and her language."""
    rng, asking = Random(5), Asking(store)
    seen: dict[str, set[str]] = {"de": set(), "ar": set(), "ti": set()}
    for number in range(70):
        language = rng.choices(("de", "ar", "ti"), (6, 3, 1))[0]
        asking.submits(str(number), {"/need": str(number)}, language=language)
        asking.days(rng.choice([0, 0, 1]))
        asking.mixes()
        with store.transaction() as session:
            all_of_them = list(response.read(session, asking.id))
        there = {
            x: {str(one["values"]) for one in all_of_them if one["language"] == x} for x in seen
        }
        assert all(len(there[x] - seen[x]) not in range(1, TOGETHER) for x in seen)
        seen = there
    assert all(len(one) >= TOGETHER for one in (seen["de"], seen["ar"]))


def test_interviews_that_staff_types_do_not_lift_the_veil_from_the_one_who_answers(
    store: Store,
) -> None:
    """Four of the attacker's own and one of somebody else's are not five."""
    asking = Asking(store)
    asking.submits("amal", {"/need": "hers"})
    with store.transaction() as session:
        for _ in range(TOGETHER - 1):
            own = submission.Submitting(asking.id, asking.content(mode="interviewer"))
            submission.submit(session, asking.key(session), asking.rng, own)
    assert asking.mixes() == 0


@contextmanager
def restored(store: Store, copy: Path) -> Iterator[Store]:
    """The town puts back a copy."""
    with opened(f"sqlite:///{copy}") as found:
        yield found


def copied(store: Store, to: Path) -> Path:
    """As a backup is made, while Lotse runs."""
    with closing(connect(file_of(address_of(store)))) as here, closing(connect(to)) as there:
        here.backup(there)
    return to


def test_a_copy_from_before_the_close_tells_nothing_without_the_secret(
    sqlite_store: Store, tmp_path: Path
) -> None:
    asking = Asking(sqlite_store)
    asking.submits("amal", {"/need": "home"})
    copy = copied(sqlite_store, tmp_path / "monday.db")
    asking.closes()
    with restored(sqlite_store, copy) as monday, monday.transaction() as session:
        key = survey_key.key_of(session, asking.id, "not the installation's")
        her = Who(1, "telegram", "amal")
        assert not participation.answered(session, key, her)
        with pytest.raises(NotSealed):
            unseal(key, session.scalars(select(SUBMISSION.c.sealed)).one())


def test_with_the_secret_such_a_copy_tells_who_took_part_and_what_waited(
    sqlite_store: Store, tmp_path: Path
) -> None:
    """The limit that docs/privacy.md names: such copies have to go with the key."""
    asking = Asking(sqlite_store)
    asking.submits("amal", {"/need": "home"})
    copy = copied(sqlite_store, tmp_path / "monday.db")
    asking.closes()
    with restored(sqlite_store, copy) as monday, monday.transaction() as session:
        key = asking.key(session)
        assert participation.answered(session, key, Who(1, "telegram", "amal"))
        (waiting,) = submission.waiting(session, asking.id, key)
        assert waiting.content.values == {"/need": "home"}


def test_a_copy_that_is_put_back_after_the_close_closes_again_by_itself(
    sqlite_store: Store, tmp_path: Path
) -> None:
    asking = Asking(sqlite_store, Plan({"de": "Bedarf"}, closes=TODAY))
    asking.submits("amal")
    copy = copied(sqlite_store, tmp_path / "monday.db")
    clock = Clock()
    clock.later(timedelta(days=1))
    with restored(sqlite_store, copy) as monday, monday.transaction() as session:
        surveys.run(session, clock(), surroundings(secret=SECRET))
        assert session.scalars(select(SURVEY.c.salt)).all() == [None]
        assert session.execute(select(DRAFT)).all() == []
        assert len(session.execute(select(PARTICIPATION)).all()) == 1
