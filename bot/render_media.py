"""Pictures, sound and film of a reply in a language."""

from __future__ import annotations

from bot.message_media import Shown, Wanted
from bot.words import line, words
from models.medium import Medium, Upload
from models.text import Fixed, T


def in_words(medium: Medium, language: str) -> Shown:
    """With its name in words."""
    name = line(medium.name, language)
    return Shown(medium.kind, medium.hash, name.text, name.lang, medium.choice)


def wanted(upload: Upload, language: str) -> Wanted:
    """With its label in words."""
    return Wanted(upload.kind, upload.question, words(upload.label, language))


def named(shown: Shown, language: str) -> str:
    """A line for where it can neither be seen nor heard, such as "Picture: 2. A kitchen"."""
    number = f"{shown.choice}. " if shown.choice else ""
    return words(T(f"survey.shown_{shown.kind}", name=Fixed(f"{number}{shown.name}")), language)
