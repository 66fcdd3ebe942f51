"""Who may change news when: what was seen counts, two pairs of eyes, and nobody too few."""

from collections.abc import Callable

import pytest

from models import audit, form_media, news_audience, news_changes, news_course, news_picture
from models import news_text as texts
from models.base import Session, rows, table
from models.news import Event, News, NewsState, Schedule, find, in_states
from models.news_audience import Audience, TooSmall
from models.news_button import Leads, NewsButton
from models.news_changes import NewsChanged, Options
from models.news_course import Lack, NotReady, OwnNews
from models.news_text import NewsText
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.subscription import Wanted
from surveys.media.checking import File
from tests.jobs.reminding import wall
from tests.jobs.telling import ARABIC, CHANNELS, EVERYBODY, GERMAN, Newsroom
from tests.people import account

AT = wall("2026-11-23 10:30")
STEPS: dict[str, Callable[[Session, Deed, News], News]] = {
    "write": lambda s, d, n: news_changes.write(s, d, n, GERMAN),
    "remove": lambda s, d, n: news_changes.remove_text(s, d, n, "de"),
    "event": lambda s, d, n: news_changes.set_event(s, d, n, Event(AT.replace(tzinfo=None))),
    "buttons": lambda s, d, n: news_changes.set_buttons(s, d, n, ()),
    "audience": lambda s, d, n: news_changes.set_audience(s, d, n, EVERYBODY),
    "options": lambda s, d, n: news_changes.set_options(s, d, n, Options(urgent=True)),
    "picture": lambda s, d, n: news_changes.set_picture(s, d, n, None),
    "schedule": lambda s, d, n: news_course.set_schedule(s, d, n, Schedule()),
    "cancel": news_course.cancel,
}
BEFORE_RELEASE = set(STEPS) - {"schedule", "cancel"}


@pytest.fixture
def room(sqlite_store: Store) -> Newsroom:
    return Newsroom(sqlite_store)


def draft(session: Session, by: int | None = None, *versions: NewsText) -> News:
    made = news_changes.create(session, Deed(AT, by), *(versions or (GERMAN,)))
    return news_changes.set_audience(session, Deed(AT, by), made, EVERYBODY)


def submitted(session: Session, news: News, by: int | None, approval: bool) -> News:
    reach = news_audience.reach_of(session, news, CHANNELS, "de")
    return news_course.submit(session, Deed(AT, by), news, reach, approval)


def approved(session: Session, news: News, by: int | None) -> News:
    reach = news_audience.reach_of(session, news, CHANNELS, "de")
    return news_course.approve(session, Deed(AT, by), news, reach)


@pytest.mark.parametrize("step", STEPS)
def test_of_two_who_change_the_same_the_second_is_told(store: Store, step: str) -> None:
    with store.transaction() as session:
        seen = draft(session)
        STEPS[step](session, Deed(AT), seen)
        with pytest.raises(NewsChanged):
            STEPS[step](session, Deed(AT), seen)


@pytest.mark.parametrize("step", sorted(BEFORE_RELEASE))
def test_what_is_released_is_not_written_any_more(room: Newsroom, step: str) -> None:
    news = room.news()
    with room.store.transaction() as session, pytest.raises(NewsChanged):
        STEPS[step](session, Deed(AT), news)


def test_each_change_is_accounted_for_without_contents(room: Newsroom) -> None:
    with room.store.transaction() as session:
        by = account(session, Role.EDITOR)
        for step in STEPS.values():
            news = draft(session, by)
            step(session, Deed(AT, by), news)
        lines = session.execute(table(audit.AuditRow).select()).all()
        assert {line.account_id for line in lines if line.entity == "news"} == {by}
        assert {line.action for line in lines} >= {"news.made", "news.written", "news.cancelled"}


def test_nobody_releases_what_she_wrote(store: Store) -> None:
    with store.transaction() as session:
        writer, helper, second = (account(session, Role.EDITOR, name=x) for x in "abc")
        news = draft(session, writer)
        news = news_changes.write(session, Deed(AT, helper), news, ARABIC)
        news = submitted(session, news, writer, approval=True)
        assert news.state is NewsState.WAITING
        for by in (writer, helper, None):
            with pytest.raises(OwnNews):
                approved(session, news, by)
        news = approved(session, news, second)
        assert (news.state, news.approved_by_id) == (NewsState.SCHEDULED, second)


@pytest.mark.parametrize(("urgent", "approval"), [(True, False), (False, True), (False, False)])
def test_a_second_person_is_needed_for_urgent_news_or_where_the_town_says_so(
    room: Newsroom, urgent: bool, approval: bool
) -> None:
    with room.store.transaction() as session:
        news = news_changes.set_options(session, Deed(AT), draft(session), Options(urgent=urgent))
        state = submitted(session, news, None, approval).state
    assert state is (NewsState.WAITING if urgent or approval else NewsState.SCHEDULED)


def test_what_is_sent_back_becomes_a_draft_with_a_reason(room: Newsroom) -> None:
    with room.store.transaction() as session:
        news = submitted(session, draft(session), None, approval=True)
        news = news_course.send_back(session, Deed(AT), news, "Bitte kürzer")
        assert (news.state, news.note) == (NewsState.DRAFT, "Bitte kürzer")
        news = news_changes.write(session, Deed(AT), news, ARABIC)
        assert submitted(session, news, None, approval=True).note == ""


def test_a_proposal_is_taken_up_and_its_writer_stays_its_writer(room: Newsroom) -> None:
    with room.store.transaction() as session:
        network, manager = (account(session, x, name=x) for x in (Role.NETWORK, Role.MANAGER))
        news = news_course.propose(session, Deed(AT, network), draft(session, network))
        assert in_states(session, [NewsState.PROPOSED]) == [news]
        news = news_course.take_up(session, Deed(AT, manager), news)
        news = submitted(session, news, manager, approval=True)
        with pytest.raises(OwnNews):
            approved(session, news, network)
        assert approved(session, news, manager).state is NewsState.SCHEDULED


def test_what_lacks_something_is_not_sent(room: Newsroom) -> None:
    with room.store.transaction() as session:
        bare = news_changes.create(session, Deed(AT))
        button = NewsButton(Leads.LINK, "https://example.org")
        bare = news_changes.set_buttons(session, Deed(AT), bare, [button])
        with pytest.raises(NotReady) as why:
            submitted(session, bare, None, approval=False)
    assert why.value.lacks == [Lack.TEXT, Lack.AUDIENCE, Lack.LABEL]


@pytest.mark.parametrize(
    "target", ["http://example.org", "javascript:alert(1)", "https://", "tel:112", "//example.org"]
)
def test_a_button_leads_to_https_only(room: Newsroom, target: str) -> None:
    button = NewsButton(Leads.LINK, target, {"de": "Mehr"})
    with room.store.transaction() as session:
        news = draft(session)
        with pytest.raises(ValueError, match="https"):
            news_changes.set_buttons(session, Deed(AT), news, [button])


def test_there_are_three_buttons_at_most(room: Newsroom) -> None:
    button = NewsButton(Leads.OFFER, "7")
    with room.store.transaction() as session:
        news = draft(session)
        with pytest.raises(ValueError, match="three"):
            news_changes.set_buttons(session, Deed(AT), news, [button] * 4)


@pytest.mark.parametrize(("readers", "few"), [(0, False), (1, True), (4, True), (5, False)])
def test_too_few_who_subscribed_are_not_told_apart(room: Newsroom, readers: int, few: bool) -> None:
    for number in range(readers):
        room.reader(f"r{number}", Wanted(district="Nord"))
    room.reader("south", Wanted(district="Süd"))
    north = Audience(public=True, districts=frozenset({"Nord"}))
    if few:
        with pytest.raises(TooSmall):
            room.news(audience=north)
    else:
        assert room.news(audience=north).state is NewsState.SCHEDULED


def test_staff_may_be_few_and_so_may_all_who_subscribed(room: Newsroom) -> None:
    room.staff("amt")
    room.reader("amal")
    for audience in (Audience(staff=True, languages=frozenset({"de"})), Audience(public=True)):
        assert room.news(audience=audience).state is NewsState.SCHEDULED


def test_few_are_not_told_apart_by_skipping_languages_either(room: Newsroom) -> None:
    room.reader("amal", language="ar")
    room.readers("a", "b", "c", "d", "e")
    with pytest.raises(TooSmall):
        room.news(ARABIC, audience=Audience(public=True), missing="skip")


def test_a_version_says_when_the_german_text_is_another_by_now(room: Newsroom) -> None:
    with room.store.transaction() as session:
        news = draft(session)
        made = NewsText("ar", "م", "ن", machine=True, source_hash=GERMAN.hash)
        news = news_changes.write(session, Deed(AT), news, made)
        assert texts.outdated(texts.of(session, news.id)) == []
        news = news_changes.write(session, Deed(AT), news, NewsText("de", "Neu", "Anders"))
        assert texts.outdated(texts.of(session, news.id)) == ["ar"]


def test_a_text_is_no_longer_than_one_message(room: Newsroom) -> None:
    with room.store.transaction() as session:
        news = draft(session)
        for text in (
            NewsText("de", "", "x"),
            NewsText("de", "x" * 151, ""),
            NewsText("de", "x", "y" * 3001),
        ):
            with pytest.raises(ValueError, match="title"):
                news_changes.write(session, Deed(AT), news, text)


def test_a_picture_stays_as_long_as_the_news_show_it(store: Store) -> None:
    picture = File("image/png", b"not looked at here")
    with store.transaction() as session:
        news = news_changes.set_picture(session, Deed(AT), draft(session), picture)
        assert form_media.forget_unused(session) == 0
        assert news_picture.of(session, news.id) == picture.hash
        news = news_changes.set_picture(session, Deed(AT), news, None)
        assert form_media.forget_unused(session) == 1


def test_its_time_can_be_changed_until_it_leaves(room: Newsroom) -> None:
    news = room.news(schedule=Schedule(wall("2026-11-25 09:00").replace(tzinfo=None)))
    with room.store.transaction() as session:
        later = Schedule(wall("2026-11-26 09:00").replace(tzinfo=None))
        news = news_course.set_schedule(session, Deed(AT), news, later)
        assert news.next_due == wall("2026-11-26 09:00")
        assert rows(session.execute(table(audit.AuditRow).select())) != 0
        assert find(session, news.id) == news
