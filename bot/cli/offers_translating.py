"""`lotse offers translate`, `lotse import offers --translate`: a machine fills what is missing."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from bot.cli.opening import opened
from bot.cli.progress import bar
from bot.clock import clock
from bot.settings import Settings
from models import offer_translating
from models.base import Session
from models.language import is_known
from models.offer_translating import Gap
from models.translation import GERMAN
from models.translator import Why

if TYPE_CHECKING:
    from bot.offer_translating import Filling

PATIENCE_S = 120.0
"""For one text: nobody waits in a chat, and a large model on a small machine takes its time."""
SPOKEN: Mapping[Why, str] = {
    Why.LATE: "the machine took too long",
    Why.REFUSED: "the machine refused",
    Why.WRONG: "the machine answered something else",
    Why.UNREACHED: "the machine was not reached",
    Why.TOO_LONG: "a line of it is too long",
    Why.UNFAITHFUL: "numbers or addresses did not come back as they were",
    Why.ANOTHER_LANGUAGE: "it came back in another language",
}


def into(languages: str) -> tuple[str, ...]:
    """The languages that somebody typed, each once, without German. Exit 2 where one is none, or
    no machine is set up.
    """
    codes = dict.fromkeys(code.strip().lower() for code in languages.split(",") if code.strip())
    if unknown := [code for code in codes if code == GERMAN or not is_known(code)]:
        raise typer.BadParameter(f"no language to translate into: {', '.join(unknown)}")
    if codes and not Settings().translator_url:
        raise typer.BadParameter("nobody translates here: set LOTSE_TRANSLATOR_URL")
    return tuple(codes)


def fill(languages: Sequence[str], source: str) -> None:
    """Translate what is missing, of a source or of all; what is done stays done. Exit 1 when
    something could not be translated.
    """
    settings = Settings()
    today = clock().astimezone(settings.zone).date()
    with opened(settings) as session:
        with session.begin():
            gaps = list(offer_translating.gaps(session, languages, today, source))
        done = asyncio.run(_filled(settings, session, gaps))
    _tell(done)
    if done.failed:
        raise typer.Exit(1)


async def _filled(settings: Settings, session: Session, gaps: Sequence[Gap]) -> Filling:
    from bot.offer_translating import Filling, by_offer
    from bot.translation import translator_of  # aiohttp, where nothing else needs it

    filling = Filling(session, translator_of(settings, PATIENCE_S))
    with bar("Translating") as progress:
        through = 0
        for theirs in by_offer(gaps):
            await filling.fill(theirs)
            through += len(theirs)
            progress(through, len(gaps))
    await filling.translator.close()
    return filling


def _tell(done: Filling) -> None:
    console = Console(markup=False, highlight=False)
    console.print(f"Texts translated: {done.kept}. A machine made them, until somebody reads them.")
    for gap, why in done.failed:
        console.print(
            f"Not translated: {gap.source_id}: {gap.field} ({gap.language}): {SPOKEN[why]}"
        )
    if done.untried:
        console.print(
            f"Not tried any more: {done.untried}. Run it again when the machine is there."
        )
