"""A feed as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from analysis.feeds.entry import Entry, Feed
from analysis.feeds.markup import add, html, written

MEDIA_TYPE = "application/atom+xml"
PAGE = "text/html"
NAMESPACE = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(feed: Feed) -> bytes:
    """The whole document. The same feed gives the same bytes, whenever that is."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, LANGUAGE: feed.language})
    add(root, "id", feed.id)
    add(root, "title", feed.title)
    add(root, "subtitle", feed.subtitle)
    add(root, "updated", _moment(feed.updated))
    add(add(root, "author"), "name", feed.author)
    _link(root, "self", MEDIA_TYPE, feed.own)
    _link(root, "alternate", PAGE, feed.address)
    for entry in feed.entries:
        _entry(root, entry)
    return written(root)


def _entry(root: ET.Element, entry: Entry) -> None:
    element = add(root, "entry", attributes={LANGUAGE: entry.language})
    add(element, "id", entry.id)
    add(element, "title", entry.title)
    add(element, "published", _moment(entry.published))
    add(element, "updated", _moment(entry.updated))
    _link(element, "alternate", PAGE, entry.address)
    if picture := entry.picture:
        enclosed = _link(element, "enclosure", picture.media_type, picture.address)
        enclosed.set("length", str(picture.length))
    add(element, "content", html(entry), {"type": "html"})


def _link(parent: ET.Element, rel: str, media_type: str, href: str) -> ET.Element:
    return add(parent, "link", attributes={"rel": rel, "type": media_type, "href": href})


def _moment(at: datetime) -> str:
    """As RFC 3339 has it."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
