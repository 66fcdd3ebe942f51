"""What is new in the town, as everybody reads it on the web, and what is no longer to be read."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from defusedxml.ElementTree import fromstring
from icalendar import Calendar

from bot.words import words
from models import news_click, news_course, news_issue
from models.news import Event, Missing, Schedule
from models.news_button import Leads, NewsButton
from models.news_links import Click
from models.news_text import NewsText
from models.roles import Deed
from models.store import Store
from models.town import Town
from surveys.media.checking import File
from tests.channels.web.serving import site, worded
from tests.clock import Clock
from tests.newsroom import (
    FEAST,
    FEAST_IN_ARABIC,
    NOW,
    Wanted,
    again,
    told,
    wall,
    withdrawn,
    written,
)
from tests.talking import BERLIN
from web.app import build
from web.calendar import Calendars
from web.go import Going
from web.news import PAGE, NewsPages
from web.news_feeds import NewsFeeds
from web.newspaper import Newspaper

TOWN = Town(
    "Mittelstadt", ("de", "en", "ar"), "de", "https://lotse.example.org", "https://l.example"
)
SECRET = "s" * 32
ATOM = "{http://www.w3.org/2005/Atom}"
EVIL = '<script>alert(1)</script>"&'
IN_DECEMBER = Event(wall("2026-12-05T16:00"), wall("2026-12-05T18:00"), "Markt 1")
PAPER = NewsButton(Leads.LINK, "https://verein.example.org/fest?a=1&b=2", {"de": "Zum Verein"})
OFFER = NewsButton(Leads.OFFER, "7", {"de": "Zum Kurs"})


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    """What databases do differently is tested with the queries (tests/models)."""
    return sqlite_store


@pytest.fixture
async def web(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    """The pages of news, the feeds and the public calendar."""
    async with served(store) as client:
        yield client


def served(store: Store) -> httpx.AsyncClient:
    clock = Clock()
    paper = Newspaper(store=store, say=words, town=TOWN, zone=BERLIN, clock=clock, secret=SECRET)
    pages = NewsPages(paper)
    calendars = Calendars(store, worded, TOWN, BERLIN, clock)
    made = (pages, NewsFeeds(paper), Going(pages), calendars)
    app = build([route for one in made for route in one.routes()], site())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://lotse")


async def tell(store: Store, wanted: Wanted, **later: float) -> int:
    """A piece of news that is out."""
    at = NOW + timedelta(**later)
    return (await store.write(lambda session: told(session, wanted, at))).id


async def entries(web: httpx.AsyncClient, language: str) -> list[Any]:
    answer = await web.get(f"/news/feed.{language}.atom")
    assert answer.status_code == 200
    return list(fromstring(answer.content).findall(f"{ATOM}entry"))


async def events(web: httpx.AsyncClient) -> dict[str, Any]:
    answer = await web.get("/calendar/public.ics")
    return {str(one["uid"]): one for one in Calendar.from_ical(answer.content).events}


async def test_readers_get_their_language_or_a_whole_other_one(
    store: Store, web: httpx.AsyncClient
) -> None:
    await tell(store, Wanted((FEAST, FEAST_IN_ARABIC)))
    await tell(store, Wanted((NewsText("de", "Nur auf Deutsch", "Ein Satz."),)))
    html = (await web.get("/news?lang=ar")).text
    assert '<html lang="ar" dir="rtl">' in html
    assert FEAST_IN_ARABIC.title in html
    assert FEAST.title not in html
    assert '<h3 lang="de" dir="ltr">' in html
    assert "متوفرة باللغة" in html


async def test_what_skips_other_languages_is_not_there_for_them(
    store: Store, web: httpx.AsyncClient
) -> None:
    await tell(store, Wanted(missing=Missing.SKIP))
    assert FEAST.title in (await web.get("/news?lang=de")).text
    assert FEAST.title not in (await web.get("/news?lang=en")).text
    assert len(await entries(web, "de")) == 1
    assert await entries(web, "en") == []


async def test_only_what_is_public_and_told_can_be_read(
    store: Store, web: httpx.AsyncClient
) -> None:
    await tell(store, Wanted(public=False))
    draft = await store.write(lambda session: written(session, Wanted()))
    assert FEAST.title not in (await web.get("/news")).text
    assert (await web.get("/news/1")).status_code == 404
    assert (await web.get(f"/news/{draft.id}")).status_code == 404
    assert await entries(web, "de") == []


async def test_withdrawn_news_vanish_everywhere(store: Store, web: httpx.AsyncClient) -> None:
    id = await tell(store, Wanted(event=IN_DECEMBER, buttons=(PAPER,)))
    feed = await web.get("/news/feed.de.atom")
    path = Click(1, 1, "de", "web").token(SECRET)
    await store.write(lambda session: withdrawn(session, id))
    for page in ("/news", f"/news/{id}", f"/news/{id}.ics", f"/go/{path}"):
        assert FEAST.title not in (await web.get(page)).text
    assert (await web.get(f"/news/{id}")).status_code == 404
    known = {"if-none-match": feed.headers["etag"]}
    anew = await web.get("/news/feed.de.atom", headers=known)
    assert anew.status_code == 200
    assert FEAST.title not in anew.text


async def test_a_pause_takes_news_from_the_web_until_they_go_on(
    store: Store, web: httpx.AsyncClient
) -> None:
    id = await tell(store, Wanted(schedule=Schedule(wall("2026-11-23T10:00"), "FREQ=WEEKLY")))
    paused = await store.write(
        lambda session: news_course.pause(session, Deed(NOW), again(session, id))
    )
    assert (await web.get(f"/news/{id}")).status_code == 404
    await store.write(lambda session: news_course.resume(session, Deed(NOW), paused))
    assert (await web.get(f"/news/{id}")).status_code == 200


async def test_pages_are_turned_by_links(store: Store, web: httpx.AsyncClient) -> None:
    for number in range(PAGE + 1):
        text = NewsText("de", f"Neues Nummer {number}.", "")
        await tell(store, Wanted((text,)), minutes=number)
    first, second = (await web.get("/news")).text, (await web.get("/news?page=2")).text
    assert first.count("Neues Nummer") == PAGE
    assert 'rel="next" href="/news?lang=de&amp;page=2"' in first
    assert "Neues Nummer 0." in second
    assert 'rel="prev" href="/news?lang=de&amp;page=1"' in second
    for odd in ("0", "-1", "x", "99999999", "%00", "²"):
        assert (await web.get(f"/news?page={odd}")).status_code == 200


async def test_no_markup_gets_through_and_addresses_are_links(
    store: Store, web: httpx.AsyncClient
) -> None:
    body = f'{EVIL} https://example.org/a?b=1&c=2. javascript:alert(1)\n\nhttps://x"onload="y'
    text = NewsText("de", EVIL, body, EVIL)
    picture = File("image/png", b"picture")
    event = Event(wall("2026-12-05T16:00"), None, EVIL)
    id = await tell(store, Wanted((text,), event, picture=picture))
    for path in ("/news", f"/news/{id}"):
        html = (await web.get(path)).text
        assert "<script>alert" not in html
        assert 'href="https://example.org/a?b=1&amp;c=2"' in html
        assert 'href="javascript:' not in html
        assert '"onload' not in html
        assert f'src="/media/{picture.hash}"' in html


async def test_feeds_say_what_is_new_in_the_language_of_their_address(
    store: Store, web: httpx.AsyncClient
) -> None:
    id = await tell(store, Wanted((FEAST, FEAST_IN_ARABIC), event=IN_DECEMBER))
    (entry,) = await entries(web, "ar")
    assert entry.findtext(f"{ATOM}title") == FEAST_IN_ARABIC.title
    assert entry.findtext(f"{ATOM}id") == f"tag:lotse.example.org,2026:news-{id}:ar"
    content = entry.findtext(f"{ATOM}content")
    assert content.startswith('<div lang="ar" dir="rtl">')
    assert "16:00" in content
    link = entry.find(f"{ATOM}link")
    assert link.get("href") == f"https://l.example/news/{id}?lang=ar"
    rss = await web.get("/news/feed.ar.rss")
    assert rss.headers["content-type"] == "application/rss+xml; charset=utf-8"
    assert fromstring(rss.content).findtext("channel/item/title") == FEAST_IN_ARABIC.title


@pytest.mark.parametrize("name", ["tlh.atom", "de.xml", "de.atom.rss", ".atom", "de."])
async def test_feeds_there_are_not(web: httpx.AsyncClient, name: str) -> None:
    assert (await web.get(f"/news/feed.{name}")).status_code == 404


async def test_a_feed_that_did_not_change_is_not_sent_again(
    store: Store, web: httpx.AsyncClient
) -> None:
    id = await tell(store, Wanted())
    known = {"if-none-match": (await web.get("/news/feed.de.rss")).headers["etag"]}
    assert (await web.get("/news/feed.de.rss", headers=known)).status_code == 304
    later = Deed(NOW + timedelta(hours=1))
    better = NewsText("de", "Nikolausfest am Markt", "Neuer Ort.")
    await store.write(
        lambda session: news_course.correct(session, later, again(session, id), better)
    )
    assert (await web.get("/news/feed.de.rss", headers=known)).status_code == 200
    (entry,) = await entries(web, "de")
    assert entry.findtext(f"{ATOM}published") == "2026-11-23T09:30:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-23T10:30:00Z"


async def test_an_event_is_in_the_calendar_and_its_correction_is_the_same_event(
    store: Store, web: httpx.AsyncClient
) -> None:
    id = await tell(store, Wanted(event=IN_DECEMBER))
    (before,) = (await events(web)).values()
    assert before["dtstart"].dt == IN_DECEMBER.begins.replace(tzinfo=BERLIN)
    assert (before["location"], before["url"]) == (
        "Markt 1",
        f"https://l.example/news/{id}?lang=de",
    )
    moved = Event(wall("2026-12-06T15:00"), None, "Rathaus")
    await store.write(
        lambda session: news_course.correct_event(session, Deed(NOW), again(session, id), moved)
    )
    (after,) = (await events(web)).values()
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert (after["dtstart"].dt.day, after["location"]) == (6, "Rathaus")


async def test_a_withdrawn_event_is_cancelled_without_a_word_of_what_it_was(
    store: Store, web: httpx.AsyncClient
) -> None:
    id = await tell(store, Wanted(event=IN_DECEMBER))
    (before,) = await events(web)
    await store.write(lambda session: withdrawn(session, id))
    found = await events(web)
    assert found[before]["status"] == "CANCELLED"
    assert "Nikolaus" not in str(found[before].to_ical(), "utf-8")
    assert "Markt" not in str(found[before].to_ical(), "utf-8")


async def test_an_event_that_repeats_with_its_news_is_there_each_time(
    store: Store, web: httpx.AsyncClient
) -> None:
    weekly = Schedule(wall("2026-11-23T10:00"), "FREQ=WEEKLY;COUNT=3")
    cafe = Event(wall("2026-11-25T16:00"), wall("2026-11-25T18:00"), "Bücherei")
    id = await tell(store, Wanted(event=cafe, schedule=weekly))
    found = await events(web)
    begun = {name.partition("@")[0]: one["dtstart"].dt.isoformat() for name, one in found.items()}
    assert begun == {
        f"news-{id}-20261123": "2026-11-25T16:00:00+01:00",
        f"news-{id}-20261130": "2026-12-02T16:00:00+01:00",
        f"news-{id}-20261207": "2026-12-09T16:00:00+01:00",
    }
    file = await web.get(f"/news/{id}.ics")
    next_time: Any = Calendar.from_ical(file.content).events[0]
    assert next_time["dtstart"].dt.day == 25
    assert f'filename="news-{id}-20261123.ics"' in file.headers["content-disposition"]


async def test_what_is_over_is_no_event_to_come(store: Store, web: httpx.AsyncClient) -> None:
    over = Event(wall("2026-11-22T16:00"), wall("2026-11-22T18:00"))
    id = await tell(store, Wanted(event=over))
    assert (await web.get(f"/news/{id}.ics")).status_code == 404
    assert ".ics?" not in (await web.get(f"/news/{id}")).text
    assert f"news-{id}@lotse.example.org" in await events(web)


async def test_a_link_is_counted_and_leads_where_the_news_says(
    store: Store, web: httpx.AsyncClient
) -> None:
    id = await tell(store, Wanted(buttons=(OFFER, PAPER)))
    html = (await web.get(f"/news/{id}?lang=de")).text
    assert 'href="/?lang=de&amp;start=offer_7"' in html
    path = f"/go/{Click(1, 2, 'de', 'web').token(SECRET)}"
    assert f'href="{path}"' in html
    for _ in range(2):
        answer = await web.get(path)
        assert (answer.status_code, answer.headers["location"]) == (302, PAPER.target)
        assert "set-cookie" not in answer.headers
        assert answer.headers["referrer-policy"] == "no-referrer"
    await web.head(path)
    await web.get(path, headers={"sec-purpose": "prefetch;prerender"})
    counted = await store.read(lambda session: news_click.counted(session, 1))
    assert counted == {(2, "de", "web"): 2}


@pytest.mark.parametrize("token", ["1.2.de.web", "https://evil.example", "1.2.de.web.AAAAAAAAAAAA"])
async def test_nobody_makes_an_address_that_leads_elsewhere(
    store: Store, web: httpx.AsyncClient, token: str
) -> None:
    await tell(store, Wanted(buttons=(PAPER, PAPER)))
    answer = await web.get(f"/go/{token}")
    assert answer.status_code == 404
    assert await store.read(lambda session: news_click.counted(session, 1)) == {}


async def test_a_button_that_is_no_link_leads_nowhere(store: Store, web: httpx.AsyncClient) -> None:
    await tell(store, Wanted(buttons=(OFFER,)))
    for click in (Click(1, 1, "de", "web"), Click(1, 3, "de", "web"), Click(9, 1, "de", "web")):
        assert (await web.get(f"/go/{click.token(SECRET)}")).status_code == 404


async def test_pages_of_news_set_no_cookie(store: Store, web: httpx.AsyncClient) -> None:
    id = await tell(store, Wanted(event=IN_DECEMBER))
    for path in ("/news", f"/news/{id}", "/news/999", f"/news/{id}.ics", "/news/feed.de.atom"):
        assert "set-cookie" not in (await web.get(path)).headers
    issues = await store.read(lambda session: news_issue.of(session, id))
    assert len(issues) == 1


@pytest.mark.parametrize("id", ["99999999999999999999", "0", "-1", "x"])
async def test_whatever_is_asked_for_there_is_an_answer(web: httpx.AsyncClient, id: str) -> None:
    assert (await web.get(f"/news/{id}")).status_code == 404
