"""Whatever happens in whatever order, nobody is left out and what is held does not leave."""

from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.base import Session
from models.delivery import State
from models.delivery_channel import after_crash
from models.delivery_claim import Claim, claim
from models.delivery_work import Entries, Result, write
from models.shared_queue import hold, release
from models.store import Store
from tests.delivery.queued import LEASE, NOW
from tests.delivery.sharing import shared, to_all

PEOPLE = range(1, 8)
STEPS = ("queue", "claim", "leave", "arrive", "hold", "release", "crash", "wait")


class Course:
    """Two languages of one piece of news on their way. A crash forgets what was in hand."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.now = NOW
        self.ids = (shared(session), shared(session, language="ar"))
        self.held = False
        self.claimed: list[int] = []
        self.left: list[int] = []
        self.doubtful: Counter[int] = Counter()
        self.sent: Counter[int] = Counter()

    def queue(self) -> None:
        """All of them, once more."""
        for rest, id in enumerate(self.ids):
            to_all(self.session, id, [n for n in PEOPLE if n % 2 == rest])

    def claim(self) -> None:
        wanted = Claim("telegram", "one", 3, self.now + LEASE)
        self.claimed += [row.id for row in claim(self.session, wanted, self.now)]

    def leave(self) -> None:
        granted = write(self.session, Entries("one", (), self.claimed, self.now))
        assert not (self.held and granted)
        self.sent.update(granted)
        self.left += granted
        self.claimed = []

    def arrive(self) -> None:
        results = [Result(id, State.SENT, 1, place=f"{id}") for id in self.left]
        write(self.session, Entries("one", results, (), self.now))
        self.left = []

    def hold(self) -> None:
        hold(self.session, self.ids)
        self.held = True

    def release(self) -> None:
        release(self.session, self.ids, self.now)
        self.held = False

    def crash(self) -> None:
        self.doubtful.update(self.left)
        after_crash(self.session, "telegram", self.now)
        self.claimed, self.left = [], []

    def wait(self) -> None:
        self.now += timedelta(minutes=3)

    def end(self) -> None:
        """Lotse works on undisturbed."""
        self.release()
        self.crash()
        for _ in PEOPLE:
            self.claim()
            self.leave()
            self.arrive()


@given(st.lists(st.sampled_from(STEPS), max_size=40))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nobody_is_left_out_and_only_what_was_in_doubt_comes_twice(
    sqlite_store: Store, steps: list[str]
) -> None:
    with sqlite_store.transaction() as session:
        course = Course(session)
        course.queue()
        for step in steps:
            getattr(course, step)()
        course.end()
        assert len(course.sent) == len(PEOPLE)
        for id, times in course.sent.items():
            assert times <= 1 + min(course.doubtful[id], 1)
        session.rollback()
