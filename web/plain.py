"""The answer as a page, for browsers without JavaScript: nothing is kept of who asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from models.language import direction

LONGEST = 1000
OPENED = frozenset({"http", "https", "tel", "mailto"})


def drawn(message: bytes) -> Mapping[str, Any]:
    """What the template draws of a message's JSON: lines, cards, and those keys that are links.

    Keys that need a conversation are left out; so is every link a page has no business opening.
    """
    stored = json.loads(message)
    return {
        "lang": stored["lang"],
        "dir": stored["dir"],
        "urgent": stored.get("urgent", False),
        "text": _lines(stored.get("text", ())),
        "cards": [_card(card) for card in stored.get("cards", ())],
        "after": _lines(stored.get("after", ())) if _has_links(stored) else [],
        "links": _links(stored.get("keys", ())),
    }


def safe(href: str) -> str:
    """`href` when it is http, https, tel or mailto, else nothing."""
    try:
        scheme = urlsplit(href).scheme
    except ValueError:
        return ""
    return href if scheme in OPENED else ""


def _card(card: Mapping[str, Any]) -> Mapping[str, Any]:
    lines = _lines(card["lines"])
    groups = [(kind, list(group)) for kind, group in groupby(lines, key=lambda line: line["kind"])]
    return {"title": _line(card["title"]), "groups": groups, "links": _links(card.get("keys", ()))}


def _lines(lines: Any) -> list[Mapping[str, Any]]:
    return [_line(line) for line in lines]


def _line(line: Mapping[str, Any]) -> Mapping[str, Any]:
    lang = line["lang"]
    return {
        "text": line["text"],
        "lang": lang,
        "dir": direction(lang) if lang else "auto",
        "kind": line.get("kind", "text"),
        "label": line.get("label", ""),
        "href": safe(line.get("href", "")),
    }


def _links(rows: Any) -> list[Mapping[str, Any]]:
    keys = [key for row in rows for key in row]
    return [
        {"label": key["label"], "href": href, "lang": key.get("lang", "")}
        for key in keys
        if (href := safe(key.get("href", "")))
    ]


def _has_links(stored: Mapping[str, Any]) -> bool:
    """What stands after the cards speaks of the keys below it."""
    return bool(_links(stored.get("keys", ())))
