"""Positions: what a channel's location button gives, rounded before anything is stored."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from surveys.form import Question
from surveys.inputs.choices import read_one
from surveys.inputs.hearing import Hearing
from surveys.inputs.letters import plain_digits
from surveys.inputs.numbers import number
from surveys.slip import SlipKind


def read_point(question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """ "latitude longitude" in degrees, or a district or place that is known; the answer is
    "latitude longitude 0 0" as in XForms, without height and accuracy. A place that is known is
    everybody's, so its position is not rounded.
    """
    if text in hearing.options or text in hearing.places:
        return text
    point = _point(text, hearing.decimals)
    return _named(question, text, hearing) if point is SlipKind.NOT_A_PLACE else point


def _named(question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """What is shown goes before what is only known."""
    found: str | SlipKind = SlipKind.NOT_A_PLACE
    for options in filter(None, (hearing.options, hearing.places)):
        found = read_one(question, text, replace(hearing, options=options))
        if found is not SlipKind.NO_SUCH_CHOICE:
            break
    return found


def read_line(_question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """Several positions with ";" between."""
    points = [_point(part, hearing.decimals) for part in text.split(";") if part.strip()]
    slip = next((point for point in points if isinstance(point, SlipKind)), None)
    return slip or "; ".join(points) or SlipKind.NOT_A_PLACE


def _point(text: str, decimals: int) -> str | SlipKind:
    parts = plain_digits(text).replace(", ", " ").split()
    degrees = [number(part, "en") for part in parts[:2]]
    if len(degrees) != 2 or len(parts) > 4:
        return SlipKind.NOT_A_PLACE
    return _rounded(degrees[0], degrees[1], decimals)


def _rounded(latitude: Decimal | None, longitude: Decimal | None, decimals: int) -> str | SlipKind:
    if latitude is None or longitude is None:
        return SlipKind.NOT_A_PLACE
    if abs(latitude) > 90 or abs(longitude) > 180:
        return SlipKind.OUT_OF_RANGE
    return f"{latitude:.{decimals}f} {longitude:.{decimals}f} 0 0"
