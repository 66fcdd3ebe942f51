"""Has translated what was wished for, beside everything else: nobody waits for a machine."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.background import Background, Stop
from bot.trouble import report
from models import translations
from models.base import Session
from models.store import Store
from models.translations import Subject, Wish
from models.translator import NotTranslated, Translator

log = logging.getLogger(__name__)
AT_ONCE = 4
LOOK_S = 5.0
"""Wishes of other processes, and those to be tried again, are found so soon."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was translated, and what it became."""

    parts: tuple[str, ...]
    words: tuple[str, ...]


class Words(Protocol):
    """Where words of one subject stand, and where what was made of them goes."""

    def found(self, session: Session, wish: Wish) -> tuple[str, ...] | None:
        """What is to be translated, part by part; None: there is nothing any more."""

    def keep(self, session: Session, wish: Wish, made: Made, now: datetime) -> None:
        """The parts in the other language."""


@dataclass(slots=True)
class Translating:
    """One a process; wishes are claimed, so that several processes share them."""

    store: Store
    translator: Translator
    subjects: Mapping[Subject, Words]
    clock: Callable[[], datetime]
    stopping: Stop = field(default_factory=Stop)
    counters: Counter[str] = field(default_factory=Counter)
    _wished: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Until asked to stop; what is in hand finishes, which takes seconds at most."""
        loop = asyncio.get_running_loop()
        translations.on_wished(self.store.engine, partial(_call, loop, self._wished.set))
        async with Background(AT_ONCE) as working:
            while not self.stopping.asked:
                await self._work(working)
        await self.translator.close()

    async def _work(self, working: Background) -> None:
        await working.room()
        self._wished.clear()
        wishes = await self._claimed(AT_ONCE - working.in_hand)
        for wish in wishes:
            working.start(self._fulfilled(wish))
        if not wishes:
            await self._rest()

    async def _claimed(self, most: int) -> list[Wish]:
        claim = partial(translations.claim, most=most, now=self.clock())
        try:
            return await self.store.write(claim)
        except Exception as error:  # noqa: BLE001  the database is in trouble: later
            report(log, "no wishes for translations claimed", error)
            return []

    async def _fulfilled(self, wish: Wish) -> None:
        try:
            await self.fulfil(wish)
        except Exception as error:  # noqa: BLE001  it is tried again when its claim is over
            report(log, "a translation failed", error)

    def stop(self) -> None:
        """Take up nothing new."""
        self.stopping.ask()

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics."""
        return dict(self.counters)

    async def fulfil(self, wish: Wish) -> None:
        """Translate, keep, tell; or go on without."""
        words = self.subjects[wish.subject]
        parts = await self.store.read(partial(words.found, wish=wish))
        try:
            made = None if parts is None else await self._made(parts, wish)
        except NotTranslated as none:
            self.counters[f"translations_{none.why}_total"] += 1
            now = self.clock()
            await self.store.write(partial(translations.failed, wish=wish, now=now))
            return
        await self.store.write(partial(self._kept, wish=wish, made=made))
        self.counters["translations_made_total"] += made is not None

    async def _made(self, parts: tuple[str, ...], wish: Wish) -> Made:
        translate = self.translator.translate
        made = [await translate(one, wish.source, wish.target) if one else "" for one in parts]
        return Made(parts, tuple(made))

    def _kept(self, session: Session, wish: Wish, made: Made | None) -> None:
        if translations.done(session, wish) and made is not None:
            self.subjects[wish.subject].keep(session, wish, made, self.clock())

    async def _rest(self) -> None:
        """Until somebody wishes for something, or for a moment."""
        waiting = self.stopping.unless(self._wished.wait())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(waiting, LOOK_S)


def _call(loop: asyncio.AbstractEventLoop, wake: Callable[[], None]) -> None:
    """From the thread that committed."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(wake)
