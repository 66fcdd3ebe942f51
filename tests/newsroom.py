"""News as tests need them: written, and told."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from models import news, news_changes, news_course, news_issue, news_sending
from models.base import Session
from models.news import Event, Missing, News, NewsState, Schedule
from models.news_audience import Reach
from models.news_audience_record import Audience
from models.news_button import NewsButton
from models.news_changes import Options
from models.news_issue import DONE, IssueState
from models.news_text import NewsText
from models.roles import Deed
from surveys.media.checking import File
from tests.clock import MONDAY_MORNING
from tests.talking import BERLIN

NOW = MONDAY_MORNING.astimezone(BERLIN)
FEAST = NewsText("de", "Nikolausfest", "Kommen Sie zum Fest.\n\nEs gibt Musik und Essen.")
FEAST_IN_ARABIC = NewsText("ar", "عيد نيكولاوس", "تعالوا إلى العيد.\n\nموسيقى وطعام.")
TO_ALL = Audience(public=True)


@dataclass(frozen=True)
class Wanted:
    """A piece of news to be made."""

    texts: tuple[NewsText, ...] = (FEAST,)
    event: Event | None = None
    schedule: Schedule = field(default_factory=Schedule)
    buttons: tuple[NewsButton, ...] = ()
    missing: Missing = Missing.FALLBACK
    picture: File | None = None
    public: bool = True
    audience: Audience = TO_ALL


def wall(written: str) -> datetime:
    """A wall time of the town ("2026-12-05T16:00")."""
    return datetime.fromisoformat(written)


EVENTS = {
    "fest": Wanted(
        (FEAST, FEAST_IN_ARABIC),
        Event(wall("2026-12-05T16:00"), wall("2026-12-05T18:00"), "Markt 1"),
    )
}
"""By the names that scripts of chats have for them."""


def written(session: Session, wanted: Wanted, at: datetime = NOW) -> News:
    """A draft."""
    deed = Deed(at)
    made = news_changes.create(session, deed, *wanted.texts)
    options = Options(public=wanted.public, missing=wanted.missing)
    made = news_changes.set_options(session, deed, made, options)
    made = news_changes.set_event(session, deed, made, wanted.event)
    made = news_changes.set_buttons(session, deed, made, wanted.buttons)
    made = news_changes.set_picture(session, deed, made, wanted.picture)
    made = news_changes.set_audience(session, deed, made, wanted.audience)
    return news_course.set_schedule(session, deed, made, wanted.schedule)


def told(session: Session, wanted: Wanted, at: datetime = NOW) -> News:
    """It was released and sent."""
    reach = Reach(wanted.audience, frozenset(), "de")
    made = news_course.submit(session, Deed(at), written(session, wanted, at), reach, False)
    news_sending.begin(session, made, news_course.next_time(made, at), at)
    ended(session, made.id)
    return again(session, made.id)


def ended(session: Session, id: int) -> None:
    """Its last sending is through."""
    (issue, *_) = news_issue.of(session, id)
    news_sending.change(session, issue.id, state=IssueState.SENT, cursor=DONE)
    news_sending.has_ended(session, again(session, id))


def again(session: Session, id: int) -> News:
    """As it is now."""
    found = news.find(session, id)
    assert found is not None
    return found


def withdrawn(session: Session, id: int, at: datetime = NOW + timedelta(hours=1)) -> News:
    """It is taken back."""
    made = news_course.withdraw(session, Deed(at), again(session, id))
    assert made.state is NewsState.WITHDRAWN
    return made
