"""Pictures, sound and film in a message, and the file that it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from surveys.media.kinds import Kind


@dataclass(frozen=True, slots=True)
class Shown:
    """`hash` is where the content lies; `name` stands in its place for who cannot see or hear it,
    in `lang`. `choice` is the number of the choice that it belongs to, 0 for none.
    """

    kind: Kind
    hash: str
    name: str
    lang: str
    choice: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file of this kind answers `question`; `label` is for whatever chooses it."""

    kind: Kind
    question: str
    label: str
