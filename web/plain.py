"""The answer as a page, for browsers without JavaScript: nothing is kept of who asked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from models.language import direction

LONGEST = 1000
GROUPS = (
    ("topic", "open"),
    ("notice", "summary", "text", "detail"),
    ("place", "map", "cost", "languages", "organization"),
    ("hours",),
    ("phone", "email", "website"),
    ("source",),
)
NUMBERS = re.compile(
    r"(\d{1,2}:\d{2}(?:\s?[–-]\s?\d{1,2}:\d{2})?|\+?\d[\d ()/-]{3,}\d|/[a-z]{2,}\b)"
)
OPENED = frozenset({"http", "https", "tel", "mailto"})

Press = Callable[[str, str], str]


def no_conversation(_data: str, _label: str) -> str:
    """Nothing can be pressed here."""
    return ""


def drawn(message: bytes, press: Press = no_conversation) -> Mapping[str, Any]:
    """What the template draws of a message's JSON: lines, cards, and those keys that are of use.

    `press(data, label)` is where a form has to be posted to press a key, or "": then keys that need
    a conversation are left out. So is every link a page has no business opening.
    """
    stored = json.loads(message)
    links = _links(stored.get("keys", ()), press)
    return {
        "lang": stored["lang"],
        "dir": stored["dir"],
        "urgent": stored.get("urgent", False),
        "text": _lines(stored.get("text", ())),
        "cards": [_card(card, press) for card in stored.get("cards", ())],
        "after": _lines(stored.get("after", ())) if links else [],
        "links": links,
        "files": stored.get("files", ()),
        "notice": stored.get("notice", ""),
    }


def parts(text: str) -> list[str]:
    """The text in pieces, every second one a time or a phone number, which run left to right."""
    return NUMBERS.split(text)


def safe(href: str) -> str:
    """`href` when it is http, https, tel or mailto, else nothing."""
    try:
        scheme = urlsplit(href).scheme
    except ValueError:
        return ""
    return href if scheme in OPENED else ""


def _card(card: Mapping[str, Any], press: Press) -> Mapping[str, Any]:
    lines = _lines(card["lines"])
    kinds = [[line for line in lines if line["kind"] in group] for group in GROUPS]
    names = ("chips", "words", "facts", "hours", "contacts", "source")
    found = dict(zip(names, kinds, strict=True))
    links = _links(card.get("keys", ()), press)
    return {"title": _line(card["title"]), "links": links, **found}


def _lines(lines: Any) -> list[Mapping[str, Any]]:
    return [_line(line) for line in lines]


def _line(line: Mapping[str, Any]) -> Mapping[str, Any]:
    lang = line["lang"]
    return {
        "parts": parts(line["text"]),
        "lang": lang,
        "dir": direction(lang) if lang else "auto",
        "kind": line.get("kind", "text"),
        "label": line.get("label", ""),
        "href": safe(line.get("href", "")),
    }


def _links(rows: Any, press: Press) -> list[Mapping[str, Any]]:
    found = [_key(key, press) for row in rows for key in row]
    return [key for key in found if key["href"] or key["action"]]


def _key(key: Mapping[str, Any], press: Press) -> Mapping[str, Any]:
    data = key.get("data", "")
    return {
        "parts": parts(key["label"]),
        "lang": key.get("lang", ""),
        "href": safe(key.get("href", "")),
        "action": press(data, key["label"]) if data else "",
        "chosen": key.get("chosen", False),
    }
