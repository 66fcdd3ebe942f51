"""News from a file into the database: a draft, or the same draft again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from analysis.news.recurrence import BadRule, checked
from models import news as all_news
from models import news_changes, news_course, news_file, news_text
from models.imports import news_known
from models.imports.news_known import Known
from models.imports.news_places import Wrong
from models.imports.news_reading import Written
from models.news import Event, News, NewsState, Schedule
from models.news_audience_record import Audience
from models.news_button import NewsButton
from models.news_changes import Options
from models.news_text import GERMAN, NewsText
from models.roles import Deed
from surveys.media.checking import File, Unfit, shown

SMALL = news_file.LONGEST


class NotDraft(Exception):
    """It was sent, or waits for its time: then a file does not change it."""

    def __init__(self, news: News) -> None:
        super().__init__(news.state)
        self.news = news


@dataclass(frozen=True, slots=True)
class Ready:
    """A file whose names are all known. `picture` is checked and drawn anew."""

    name: str
    texts: Mapping[str, NewsText]
    audience: Audience
    buttons: tuple[NewsButton, ...]
    event: Event | None
    schedule: Schedule
    options: Options
    picture: File | None = None


def ready(written: Written, known: Known) -> Ready:
    """What is to be stored. Raises Wrong with all that nobody knows."""
    said, problems = written.news, list(news_known.unknown(written.news, known))
    schedule, picture = Schedule(), None
    try:
        schedule = _schedule(written)
    except BadRule:
        problems.append((("schedule", "repeat"), "expected an RRULE such as FREQ=WEEKLY;COUNT=4"))
    try:
        picture = _picture(written)
    except (Unfit, OSError):
        problems.append((("picture",), "expected a picture (JPEG, PNG, WebP) beside the file"))
    if len(written.name) > SMALL:
        problems.append(((), f"the file's name is longer than {SMALL} letters"))
    if problems:
        raise Wrong(*(written.complaint(*problem) for problem in problems))
    return Ready(
        name=written.name,
        texts=_texts(written),
        audience=news_known.audience(said, known),
        buttons=tuple(news_known.buttons(said, known)),
        event=Event(**said.event.model_dump()) if said.event else None,
        schedule=schedule,
        options=Options(said.urgent, said.public, said.missing),
        picture=picture,
    )


def standing(session: Session, name: str) -> News | None:
    """What a file of this name made, unless that was cancelled or withdrawn. Raises NotDraft."""
    id = news_file.of(session, name)
    found = None if id is None else all_news.find(session, id)
    if found is None or found.state in (NewsState.CANCELLED, NewsState.WITHDRAWN):
        return None
    if found.state is not NewsState.DRAFT:
        raise NotDraft(found)
    return found


def apply(session: Session, deed: Deed, ready: Ready) -> News:
    """The draft as the file says it now. Raises NotDraft."""
    news = standing(session, ready.name) or news_changes.create(session, deed)
    for gone in set(news_text.of(session, news.id)) - set(ready.texts):
        news = news_changes.remove_text(session, deed, news, gone)
    for text in ready.texts.values():
        news = news_changes.write(session, deed, news, text)
    news = news_changes.set_audience(session, deed, news, ready.audience)
    news = news_changes.set_buttons(session, deed, news, ready.buttons)
    news = news_changes.set_event(session, deed, news, ready.event)
    news = news_changes.set_options(session, deed, news, ready.options)
    news = news_changes.set_picture(session, deed, news, ready.picture)
    news_file.keep(session, ready.name, news.id)
    return news_course.set_schedule(session, deed, news, ready.schedule)


def _schedule(written: Written) -> Schedule:
    said = written.news.schedule
    return Schedule(said.first, checked(said.repeat)) if said else Schedule()


def _picture(written: Written) -> File | None:
    name = written.news.picture
    if not name:
        return None
    path = (written.path.parent / name).resolve()
    if path.parent != written.path.parent.resolve():
        raise OSError
    return shown(path.read_bytes(), "image")


def _texts(written: Written) -> dict[str, NewsText]:
    """All others were made from the German text as it is now."""
    said = written.news
    texts = {
        language: NewsText(
            language,
            said.title[language],
            said.text[language],
            said.alt.get(language, ""),
            language in said.machine,
        )
        for language in said.title
    }
    german = texts.get(GERMAN)
    source = german.hash if german else ""
    return {name: _made_from(text, source) for name, text in texts.items()}


def _made_from(text: NewsText, source: str) -> NewsText:
    return text if text.language == GERMAN else replace(text, source_hash=source)
