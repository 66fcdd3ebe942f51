"""A feed as RSS 2.0 (RSS Advisory Board, 2.0.11), with the one link of Atom that it recommends."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from analysis.feeds.atom import NAMESPACE as ATOM
from analysis.feeds.entry import Entry, Feed
from analysis.feeds.markup import add, html, written

MEDIA_TYPE = "application/rss+xml"


def rss(feed: Feed) -> bytes:
    """The whole document. The same feed gives the same bytes, whenever that is."""
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": ATOM})
    channel = add(root, "channel")
    add(channel, "title", feed.title)
    add(channel, "link", feed.address)
    add(channel, "description", feed.subtitle)
    add(channel, "language", feed.language)
    add(channel, "lastBuildDate", _moment(feed.updated))
    add(channel, "atom:link", "", {"rel": "self", "type": MEDIA_TYPE, "href": feed.own})
    for entry in feed.entries:
        _item(channel, entry)
    return written(root)


def _item(channel: ET.Element, entry: Entry) -> None:
    item = add(channel, "item")
    add(item, "title", entry.title)
    add(item, "link", entry.address)
    add(item, "guid", entry.id, {"isPermaLink": "false"})
    add(item, "pubDate", _moment(entry.published))
    add(item, "description", html(entry))
    if picture := entry.picture:
        enclosed = {"url": picture.address, "type": picture.media_type}
        add(item, "enclosure", "", enclosed | {"length": str(picture.length)})


def _moment(at: datetime) -> str:
    """As RFC 5322 has it."""
    return format_datetime(at.astimezone(UTC), usegmt=True)
