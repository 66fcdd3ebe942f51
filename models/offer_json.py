"""A whole offer as text, to be kept until somebody has said yes to it, and its fingerprint."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter, ValidationError

from models.offer import Offer

VERSION = 1
LENGTH = 16


class UnknownOffer(ValueError):
    """The text is none of ours, or of a later Lotse."""


def to_json(offer: Offer) -> str:
    """The whole offer, with the version of this form."""
    return json.dumps({"version": VERSION, "offer": _plain(offer)}, ensure_ascii=False)


def from_json(text: str) -> Offer:
    """The same offer again. Fields that a later Lotse added have their defaults. Raises
    UnknownOffer.
    """
    try:
        found = json.loads(text)
        if found["version"] != VERSION:
            raise UnknownOffer(f"version {found['version']}")
        return _adapter().validate_python(found["offer"])
    except (ValidationError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise UnknownOffer(str(error)) from None


def fingerprint(offer: Offer) -> str:
    """What is the same as long as the offer is: 64 bits of SHA-256, in hex.

    When it was looked at, which of its translations are outdated, and where they were made, is left
    out.
    """
    bare = replace(offer, id=0, last_checked=None, review_due=None, outdated=())
    plain = {name: value for name, value in _plain(bare).items() if name != "made_here"}
    written = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode()).hexdigest()[:LENGTH]


def _plain(offer: Offer) -> Any:
    return _adapter().dump_python(offer, mode="json")


@cache
def _adapter() -> TypeAdapter[Offer]:
    return TypeAdapter(Offer)
