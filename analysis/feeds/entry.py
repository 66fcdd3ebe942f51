"""A feed and its entries, before they are in any format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at an `address`; `length` in bytes, `alt` what is to be seen."""

    address: str
    media_type: str
    length: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news in one `language` (RFC 5646), which runs as `direction` ("ltr", "rtl").

    `id` is a URI that names it for good (RFC 4287, 4.2.6). Both moments are aware: `published` when
    it was told first, `updated` when it last changed.
    """

    id: str
    address: str
    title: str
    paragraphs: tuple[str, ...]
    language: str
    direction: str
    published: datetime
    updated: datetime
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """All entries, the newest first. `address` is the page, `own` where the feed itself is;
    `changed` (aware) is for a feed without entries.
    """

    id: str
    title: str
    subtitle: str
    author: str
    language: str
    address: str
    own: str
    changed: datetime
    entries: tuple[Entry, ...] = ()

    @property
    def updated(self) -> datetime:
        """The last change of anything in it."""
        return max((entry.updated for entry in self.entries), default=self.changed)
