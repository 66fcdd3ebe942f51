"""Files that a question asks for: looked into away from the event loop, a few at a time."""

from __future__ import annotations

import asyncio

from models.medium import Received, Upload
from surveys.media.checking import LARGEST, Unfit, answered
from surveys.slip import SlipKind

AT_ONCE = 2
"""To draw a large picture anew takes half a second and 100 MB."""


class Receiving:
    """One for all channels."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def taken(self, wanted: Upload, content: bytes) -> Received:
        """What becomes of a file that came whole."""
        async with self._slots:
            try:
                file = await asyncio.to_thread(answered, content, wanted.kind)
            except Unfit as unfit:
                return Received(wanted.question, why=unfit.why)
        return Received(wanted.question, file)


def too_large(wanted: Upload) -> Received:
    """Nothing of it was kept."""
    return Received(wanted.question, why=SlipKind.TOO_LARGE)


def lost(wanted: Upload) -> Received:
    """It did not arrive whole."""
    return Received(wanted.question)


def most(wanted: Upload) -> int:
    """How many bytes may come. A file may be a film; what it is is seen when it is there."""
    return max(LARGEST.values()) if wanted.kind == "file" else LARGEST[wanted.kind]
