"""Pictures, sound and film in what Lotse says, and files in what people answer."""

from __future__ import annotations

from dataclasses import dataclass

from models.text import Text, Verbatim
from surveys.media.checking import File
from surveys.media.kinds import Kind
from surveys.slip import SlipKind


@dataclass(frozen=True, slots=True)
class Medium:
    """Something to look at or to listen to, by the hash under which `models.form_media` has it.

    `name` is what stands in its place for who cannot see or hear it; `choice` the number of the
    choice that it belongs to, 0 for the question itself.
    """

    kind: Kind
    hash: str
    name: Text | Verbatim
    choice: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of this kind answers. `question` is what buttons call the question by, so that a file
    that comes late answers no other; `label` is for whatever chooses the file.
    """

    kind: Kind
    question: str
    label: Text


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file that was asked for: checked, and without what it tells beside its
    content. Without `file`: `why`, None when it did not arrive whole.
    """

    question: str
    file: File | None = None
    why: SlipKind | None = None
