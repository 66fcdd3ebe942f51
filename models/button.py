"""Buttons, and addresses to open."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.action import Action
from models.text import Text, Verbatim


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open. https, tel or mailto."""

    url: str


@dataclass(frozen=True, slots=True)
class Button:
    """`label` is ours (Text) or the town's (Verbatim); in `language`, where that is not the
    reply's: on a button beside something that is shown as others will read it.
    """

    label: Text | Verbatim
    does: Action | Link = field(hash=False)  # a model's hash takes longer than to draw a button
    chosen: bool = False
    language: str = ""
