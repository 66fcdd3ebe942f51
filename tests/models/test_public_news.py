"""What everybody may read, found on both kinds of databases."""

from datetime import timedelta

from models import form_media, news_links, public_events, public_news
from models.base import Session
from models.news import Event, Missing, Schedule
from models.news_button import Leads, NewsButton
from models.news_click import counted
from models.news_links import Click
from models.news_text import NewsText
from models.store import Store
from surveys.media.checking import File
from tests.newsroom import FEAST, FEAST_IN_ARABIC, NOW, Wanted, told, wall, withdrawn

LINK = NewsButton(Leads.LINK, "https://verein.example.org", {"de": "Zum Verein"})
DECEMBER = Event(wall("2026-12-05T16:00"))
CAFE = Event(wall("2026-11-25T16:00"), wall("2026-11-25T18:00"))
WEEKLY = Schedule(wall("2026-11-23T10:00"), "FREQ=WEEKLY")
PICTURE = File("image/png", b"twelve bytes")


def listed(session: Session, language: str) -> list[tuple[int, str]]:
    """Which news there are for readers of a language, and the version that they get."""
    found = public_news.page(session, language, 9)
    return [(one.news.id, one.text.language) for one in found]


def test_each_reader_finds_hers(store: Store) -> None:
    with store.transaction() as session:
        both = told(session, Wanted((FEAST, FEAST_IN_ARABIC), picture=PICTURE)).id
        later = NOW + timedelta(minutes=1)
        german = told(session, Wanted(missing=Missing.SKIP), later).id
        gone = told(session, Wanted()).id
        withdrawn(session, gone)
        found = {
            language: [
                (one.news.id, one.text.language) for one in public_news.page(session, language, 9)
            ]
            for language in ("de", "ar", "en")
        }
        assert found == {
            "de": [(german, "de"), (both, "de")],
            "ar": [(both, "ar")],
            "en": [(both, "de")],
        }
        (only,) = public_news.page(session, "ar", 9)
        assert (only.published, only.updated) == (NOW, NOW)
        assert only.picture == public_news.Picture(PICTURE.hash, "image/png", 12)
        assert public_news.find(session, gone, "de") is None


def test_events_come_in_their_order_and_those_withdrawn_are_cancelled(store: Store) -> None:
    with store.transaction() as session:
        once = told(session, Wanted(event=DECEMBER)).id
        weekly = told(session, Wanted(event=CAFE, schedule=WEEKLY)).id
        found = public_events.coming(session, "de", NOW)
        assert [one.name for one in found[:3]] == [
            f"news-{weekly}-20261123",
            f"news-{weekly}-20261130",
            f"news-{once}",
        ]
        assert len(found) < 20
        withdrawn(session, once)
        shown = public_events.Shown("de", "", "Abgesagt")
        cancelled = [
            (one.name, one.title)
            for one in public_events.occasions(session, shown, NOW)
            if one.is_cancelled
        ]
        assert cancelled == [(f"news-{once}", "Abgesagt")]


def test_what_was_cancelled_does_not_come_again(store: Store) -> None:
    with store.transaction() as session:
        id = told(session, Wanted(event=CAFE, schedule=WEEKLY)).id
        name = f"news-{id}-20261130"
        assert public_events.find(session, name, "de", NOW) is not None
        withdrawn(session, id)
        assert public_events.find(session, name, "de", NOW) is None


def test_every_tap_counts_one_more(store: Store) -> None:
    with store.transaction() as session:
        told(session, Wanted((NewsText("de", "Neu", ""),), buttons=(LINK,)))
        click = Click(1, 1, "ar", "telegram")
        assert [news_links.follow(session, click) for _ in range(3)] == [LINK.target] * 3
        assert news_links.follow(session, Click(1, 2, "ar", "telegram")) is None
        assert counted(session, 1) == {(1, "ar", "telegram"): 3}


def test_a_picture_goes_with_the_last_news_that_showed_it(store: Store) -> None:
    with store.transaction() as session:
        one = told(session, Wanted(picture=PICTURE)).id
        other = told(session, Wanted(picture=PICTURE)).id
        withdrawn(session, one)
        assert public_news.file(session, PICTURE.hash) == PICTURE
        withdrawn(session, other)
        assert public_news.file(session, PICTURE.hash) is None
        assert form_media.content(session, PICTURE.hash) == PICTURE
