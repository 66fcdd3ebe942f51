"""Whether a file is taken, and what of it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from surveys.media.boxes import BrokenBoxes, bare
from surveys.media.kinds import ENDINGS, Kind, kind_of, recognised
from surveys.media.pictures import BrokenPicture, redrawn
from surveys.media.sounds import without_chunks, without_tags
from surveys.slip import SlipKind

MEGABYTE = 1_000_000
LARGEST: Mapping[Kind, int] = {
    "image": 10 * MEGABYTE,
    "audio": 10 * MEGABYTE,
    "video": 20 * MEGABYTE,
    "file": 10 * MEGABYTE,
}
"""Of an answer, in bytes, as it comes; Telegram's getFile brings bots no more than 20 MB."""
LARGEST_SHOWN: Mapping[Kind, int] = {**LARGEST, "image": 5 * MEGABYTE}
"""Of what a form shows."""
SHOWN: tuple[Kind, ...] = ("image", "audio", "video")
CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    "audio/mpeg": without_tags,
    "audio/wav": without_chunks,
    "audio/mp4": bare,
    "video/mp4": bare,
    "video/quicktime": bare,
}


class Unfit(ValueError):
    """A file that is not taken: `why` is SlipKind.WRONG_FILE or SlipKind.TOO_LARGE."""

    def __init__(self, why: SlipKind) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class File:
    """What is kept of a file: the kind is seen from its content, a name it has none."""

    media_type: str
    content: bytes = field(repr=False)

    @property
    def kind(self) -> Kind:
        """As XLSForm calls it."""
        return kind_of(self.media_type)

    @property
    def hash(self) -> str:
        """SHA-256 in 64 hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


def named(id: str, media_type: str) -> str:
    """A name for a file that has none: its id with the ending of its kind."""
    return id + ENDINGS.get(media_type, ".bin")


def answered(data: bytes, wanted: Kind) -> File:
    """What is kept of an answer to a question for that kind; a question for a file takes any.

    Slow for large pictures (half a second): call it off the event loop. Raises Unfit.
    """
    return _taken(data, (wanted,) if wanted != "file" else (*SHOWN, "file"), LARGEST)


def shown(data: bytes, wanted: Kind) -> File:
    """What is kept of a file that a form names, on the same conditions. Raises Unfit."""
    return _taken(data, (wanted,), LARGEST_SHOWN)


def _taken(data: bytes, kinds: tuple[Kind, ...], largest: Mapping[Kind, int]) -> File:
    media_type = recognised(data)
    kind = kind_of(media_type)
    if not media_type or kind not in kinds:
        raise Unfit(SlipKind.WRONG_FILE)
    if len(data) > largest[kind]:
        raise Unfit(SlipKind.TOO_LARGE)
    try:
        kept = redrawn(data) if kind == "image" else (media_type, _cleaned(media_type, data))
    except (BrokenPicture, BrokenBoxes):
        raise Unfit(SlipKind.WRONG_FILE) from None
    return File(*kept)


def _cleaned(media_type: str, data: bytes) -> bytes:
    clean = CLEANERS.get(media_type)
    return clean(data) if clean else data
