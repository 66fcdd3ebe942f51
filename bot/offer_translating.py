"""Has a machine translate what offers lack in some languages, and keeps what may be kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from models import offer_translating
from models.base import Session
from models.faithful import is_faithful
from models.offer_texts import DOCUMENTS
from models.offer_translating import Gap
from models.service import DOCUMENT_SEPARATOR
from models.translation import GERMAN
from models.translator import LONGEST, NotTranslated, Translator, Why
from search.languages import language_of

AT_ONCE = 4
ENOUGH = 5
"""So many failures one after the other, and the machine is out of order: the rest waits."""
A_SENTENCE = 40
"""Letters from which on a text is in a language, and not a name."""
NOT_THERE = frozenset({Why.LATE, Why.UNREACHED, Why.REFUSED})


@dataclass(slots=True)
class Filling:
    """How it went: how many texts were kept, what there is no translation of and why, and how many
    were not tried any more.
    """

    session: Session
    translator: Translator
    kept: int = 0
    failed: list[tuple[Gap, Why]] = field(default_factory=list)
    untried: int = 0
    _in_a_row: int = 0

    async def fill(self, gaps: Sequence[Gap]) -> None:
        """Those of one offer, in a transaction of their own: what is done stays done."""
        room = asyncio.Semaphore(AT_ONCE)
        made = await asyncio.gather(*(self._made(gap, room) for gap in gaps))
        done = [(gap, text) for gap, text in zip(gaps, made, strict=True) if text]
        with self.session.begin():
            self.kept += offer_translating.keep(self.session, done)

    async def _made(self, gap: Gap, room: asyncio.Semaphore) -> str:
        """The translation; "" where there is none."""
        async with room:
            if self._in_a_row < ENOUGH:
                return await self._tried(gap)
        self.untried += 1
        return ""

    async def _tried(self, gap: Gap) -> str:
        try:
            text = await translated(self.translator, gap)
        except NotTranslated as none:
            self.failed.append((gap, none.why))
            self._in_a_row += none.why in NOT_THERE
            return ""
        self._in_a_row = 0
        return text


async def translated(translator: Translator, gap: Gap) -> str:
    """A text in another language, with all of its numbers and addresses. Raises NotTranslated."""
    joint = DOCUMENT_SEPARATOR if gap.field == DOCUMENTS else "\n"
    parts = gap.german.split(joint) if gap.field == DOCUMENTS else [*pieces(gap.german)]
    made = [await translator.translate(x, GERMAN, gap.language) if x else "" for x in parts]
    text = joint.join(made)
    if not is_faithful(gap.german, text):
        raise NotTranslated(Why.UNFAITHFUL)
    if len(text) >= A_SENTENCE and _is_another(text, gap):
        raise NotTranslated(Why.ANOTHER_LANGUAGE)
    return text


def _is_another(text: str, gap: Gap) -> bool:
    return text == gap.german or language_of(text, gap.language).is_clear


def pieces(text: str) -> Iterator[str]:
    """A text in as few pieces of whole lines as a machine takes; a line longer than that is one."""
    piece: list[str] = []
    for line in text.split("\n"):
        if piece and sum(map(len, piece)) + len(piece) + len(line) > LONGEST:
            yield "\n".join(piece)
            piece = []
        piece.append(line)
    yield "\n".join(piece)


def by_offer(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """The gaps of each offer."""
    return [list(theirs) for _, theirs in groupby(gaps, key=lambda gap: gap.offer)]
