"""Feeds as a reader of another make reads them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from analysis.feeds.atom import atom
from analysis.feeds.entry import Entry, Feed, Picture
from analysis.feeds.rss import rss

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
EVIL = '<script>alert(1)</script>"]]>&amp;'
PICTURE = Picture("https://lotse.example.org/media/a?x=1&y=2", "image/png", 1234, f"Fest {EVIL}")
NEWS = Entry(
    "tag:lotse.example.org,2026:news-7:ar",
    "https://lotse.example.org/news/7?lang=ar",
    f"مهرجان {EVIL}",
    (f"أهلا {EVIL}\nسطر ثان", "فقرة"),
    "ar",
    "rtl",
    NOON,
    NOON + timedelta(hours=1),
    PICTURE,
)
FEED = Feed(
    "tag:lotse.example.org,2026:news:ar",
    "أخبار",
    "Neues",
    "Mittelstadt",
    "ar",
    "https://lotse.example.org/news?lang=ar",
    "https://lotse.example.org/news/feed.ar.atom",
    NOON,
    (NEWS,),
)
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Html(HTMLParser):
    """What an HTML parser makes of an entry's content."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_atom_has_what_the_standard_asks_for() -> None:
    root = fromstring(atom(FEED))
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANG) == "ar"
    assert root.findtext(f"{ATOM}id") == FEED.id
    assert root.findtext(f"{ATOM}title") == "أخبار"
    assert root.findtext(f"{ATOM}updated") == "2026-11-23T13:00:00Z"  # the newest change in it
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Mittelstadt"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": FEED.own, "alternate": FEED.address}


def test_an_entry_of_atom_comes_back_as_it_was() -> None:
    (entry,) = fromstring(atom(FEED)).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == NEWS.id
    assert entry.findtext(f"{ATOM}title") == NEWS.title
    assert entry.findtext(f"{ATOM}published") == "2026-11-23T12:00:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-23T13:00:00Z"
    links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    assert links == {"alternate": NEWS.address, "enclosure": PICTURE.address}


def test_rss_has_what_the_standard_asks_for() -> None:
    root = fromstring(rss(replace(FEED, own="https://lotse.example.org/news/feed.ar.rss")))
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (item,) = root.findall("channel/item")
    assert item.findtext("title") == NEWS.title
    assert item.findtext("link") == NEWS.address
    guid = item.find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == (NEWS.id, "false")
    assert item.findtext("pubDate") == "Mon, 23 Nov 2026 12:00:00 GMT"
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {"url": PICTURE.address, "type": "image/png", "length": "1234"}


def content_of(write: Any) -> str:
    root = fromstring(write(FEED))
    found = root.findtext(f".//{ATOM}content") or root.findtext(".//item/description")
    assert found is not None
    return str(found)


@pytest.mark.parametrize("write", [atom, rss])
def test_what_somebody_wrote_is_no_markup(write: Any) -> None:
    html = Html(content_of(write))
    assert html.tags == ["div", "p", "img", "p", "br", "p"]
    assert html.text == f"أهلا {EVIL}سطر ثانفقرة"
    assert ("dir", "rtl") in html.attributes
    assert ("alt", PICTURE.alt) in html.attributes
    assert ("src", PICTURE.address) in html.attributes


@pytest.mark.parametrize("write", [atom, rss])
def test_an_empty_feed_is_a_feed_and_says_the_same_each_time(write: Any) -> None:
    empty = replace(FEED, entries=())
    assert write(empty) == write(replace(empty))
    assert fromstring(write(empty)) is not None


@given(words=st.text(), line=st.text())
def test_whatever_is_written_the_document_is_whole(words: str, line: str) -> None:
    feed = replace(FEED, entries=(replace(NEWS, title=words, paragraphs=(line, words)),))
    for write in (atom, rss):
        assert fromstring(write(feed)) is not None
