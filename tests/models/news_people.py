"""Made-up people for news, and made-up audiences, for hypothesis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from models.news_audience import Audience, Reach
from models.role import Role
from models.subscription import Rhythm, Wanted

DAY = date(2026, 11, 1)
CHANNELS = ("telegram", "mail", "web")
LANGUAGES = ("", "de", "ar", "tr")
DISTRICTS = ("", "Nord", "Süd")
TOPICS = ("work", "work_permit", "health")
ROLES = (Role.NETWORK, Role.OWNER, Role.EDITOR)
T = TypeVar("T")


@dataclass(frozen=True)
class Wish:
    """What somebody decided: to subscribe, to end that, to refuse, to come back."""

    wanted: Wanted
    does: tuple[str, ...]


@dataclass(frozen=True)
class Chat:
    """A person at a channel."""

    channel: str
    language: str
    quiet: bool
    gone: bool
    seen: int


@dataclass(frozen=True)
class Somebody:
    """Somebody with or without a task, with her chats and her wish."""

    held: frozenset[Role] | None
    chats: tuple[Chat, ...]
    mailbox: int | None
    language: str
    group: bool
    department: bool
    organization: int
    wish: Wish


def mostly(usual: T, others: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """Three times in four the usual, so that rules meet people whom they let through."""
    return st.one_of(st.just(usual), st.just(usual), st.just(usual), others)


def some(values: Iterable[T]) -> st.SearchStrategy[frozenset[T]]:
    """Mostly no limit, else one or two of them."""
    return mostly(frozenset(), st.frozensets(st.sampled_from(list(values)), min_size=1, max_size=2))


yes, rarely = st.booleans(), mostly(False, st.just(True))
DECISIONS = [("end",), ("refuse",), ("begin", "end"), ("begin", "refuse"), ("refuse", "begin")]
DECISIONS += [("refuse", "end"), ("refuse", "accept"), ("begin", "refuse", "accept"), ()]
wishes = st.builds(
    Wish,
    st.builds(Wanted, some(TOPICS), st.sampled_from(DISTRICTS), st.sampled_from(Rhythm)),
    st.one_of(st.just(("begin",)), st.sampled_from(DECISIONS)),
)
chats = st.builds(
    Chat,
    *(st.sampled_from(CHANNELS), st.sampled_from(LANGUAGES)),
    *(rarely, rarely, st.integers(0, 3)),
)
people = st.builds(
    Somebody,
    st.one_of(st.none(), st.frozensets(st.sampled_from(ROLES), max_size=2)),
    st.lists(chats, min_size=1, max_size=3).map(tuple),
    st.one_of(st.none(), st.integers(0, 2)),
    st.sampled_from(LANGUAGES[1:]),
    *(yes, yes, st.integers(0, 2)),
    wishes,
)
audiences = st.builds(
    Audience,
    staff=yes,
    public=mostly(True, st.just(False)),
    roles=some(ROLES),
    groups=some([1]),
    departments=some([1]),
    organizations=some([1, 2]),
    languages=some(LANGUAGES[1:]),
    districts=some(DISTRICTS[1:]),
    topics=some(TOPICS),
)
reaches = st.builds(
    Reach,
    audiences,
    mostly(frozenset(CHANNELS), st.frozensets(st.sampled_from(CHANNELS), min_size=1)),
    st.just("de"),
    mostly(None, st.frozensets(st.sampled_from(LANGUAGES[1:]), min_size=1)),
)
