"""Whole chats as text files, played by a person against any channel.

# a comment
language: ar            the client's language
buttons: only           not for channels that draw form controls instead of such buttons
> Wo kann ich …         she writes (a line that begins with / is a command)
[Deutsch]               she presses the button whose label holds these words
< Guten Tag             the last reply holds these words (also in cards and buttons)
! Hello                 the last reply does not
~ 1 day                 time passes (minutes, hours, days)
@ elsewhere             she goes on at another channel; `@ here` brings her back

In what she writes, `{invite:manager}` is the secret of an invitation for that role,
`{keeper:Finanzamt}` that of one for the keeper who has this word in her name, and `{link:owner}`
the code of somebody with that role who links a channel, `{survey:bedarf23}` the public code of a
survey that opens under it, `{news:fest}` nothing, but the town tells of that event of
tests/newsroom.py; all are made then. `{code}` is the last code she saw.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import SystemRandom
from typing import Protocol

import pytest

from models import invitations, keeping, link_codes
from models.base import Session
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests.clock import Clock
from tests.conversations.elsewhere import Elsewhere
from tests.databases import BOTH
from tests.newsroom import EVENTS, told
from tests.people import account
from tests.surveying import opened
from tests.talking import BERLIN

SCRIPTS = Path(__file__).parent
WRITING_MOST = {"data", "measures", "survey_linked"}
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
MOMENT = timedelta(seconds=3)
HOLE = re.compile(r"\{(?P<what>invite|keeper|link|survey|news):(?P<name>\w+)\}")
CODE = re.compile(r"(?<![A-Z0-9])[A-Z0-9]{4}(?:-[A-Z0-9]{4})+")


class Person(Protocol):
    """Somebody at a channel. Each call returns when the answer is there."""

    async def says(self, text: str) -> None:
        """Write a line, or a command."""

    async def presses(self, label: str) -> None:
        """Press the newest button whose label holds `label`."""

    def sees(self) -> str:
        """The last reply with everything in it: text, cards, labels of buttons."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a script: `mark` is one of > [ < ! ~ @, `number` its line."""

    mark: str
    words: str
    number: int


def scripts() -> list[Path]:
    """All scripts."""
    return sorted(SCRIPTS.glob("*.txt"))


def on_sqlite_and_some_on_both(chosen: Iterable[Path] | None = None) -> pytest.MarkDecorator:
    """Parametrizes a test with `script`, one of those chosen or any, and `databases`.

    What a database does differently does not depend on the channel: the terminal plays all scripts
    on both, the others on PostgreSQL those that read, write and forget most.
    """
    return pytest.mark.parametrize(
        ("script", "databases"),
        [
            pytest.param(script, database, id=f"{database}-{script.stem}")
            for script in chosen or scripts()
            for database in (BOTH if script.stem in WRITING_MOST else BOTH[:1])
        ],
        indirect=["databases"],
    )


def language_of(script: Path) -> str:
    """The client's language that the script asks for."""
    found = re.search(r"^language: (\S+)$", script.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else "de"


def is_for_controls(script: Path) -> bool:
    """Whether a channel can play it that draws form controls where others have buttons."""
    return "\nbuttons: only\n" not in script.read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a script is played: somebody at a channel, the town's clock and its database."""

    person: Person
    clock: Clock
    store: Store


async def play(script: Path, stage: Stage) -> None:
    """Play a script; fails with the script's line and what was seen."""
    playing = Playing(stage.person, stage)
    for step in _steps(script):
        await playing.step(step, script.name)


class Playing:
    """A script half played: where she is just now, and the last code she saw."""

    def __init__(self, person: Person, stage: Stage) -> None:
        self.person = person
        self.stage = stage
        self.places = {"here": person}
        self.code = ""

    async def step(self, step: Step, name: str) -> None:
        """One line."""
        match step.mark:
            case ">":
                self._later(MOMENT)
                await self.person.says(await self._filled(step.words))
            case "[":
                self._later(MOMENT)
                await self.person.presses(step.words)
            case "~":
                amount, unit = step.words.split()
                self._later(timedelta(**{unit.rstrip("s") + "s": int(amount)}))
            case "@":
                self._goes(step.words)
            case mark:
                seen = ISOLATES.sub("", self.person.sees())
                is_there = step.words in seen
                place = f"{name}:{step.number}"
                assert is_there == (mark == "<"), f"{place}: {mark} {step.words}\n\nseen:\n{seen}"

    def _later(self, by: timedelta) -> None:
        self._remember_code()
        self.stage.clock.later(by)

    def _goes(self, where: str) -> None:
        self._remember_code()
        if where == "elsewhere" and where not in self.places:
            self.places[where] = Elsewhere(self.stage.store, self.stage.clock)
        self.person = self.places[where]

    def _remember_code(self) -> None:
        for found in CODE.finditer(ISOLATES.sub("", self.person.sees())):
            self.code = found[0]

    async def _filled(self, words: str) -> str:
        """What she writes, with what belongs in each hole."""
        for hole in HOLE.finditer(words):
            make, name, now = MAKERS[hole["what"]], hole["name"], self.stage.clock()
            made = await self.stage.store.write(lambda session: make(session, name, now))  # noqa: B023
            words = words.replace(hole[0], made)
        return words.replace("{code}", self.code)


def _invitation(session: Session, role: str, now: datetime) -> str:
    offered = Offered((Role(role),), name=f"Stelle {role}")
    return invitations.invite(session, SystemRandom(), Deed(now), offered)


def _keeper(session: Session, word: str, now: datetime) -> str:
    """Of a keeper with the name of whoever keeps an offer, by a word of it."""
    offers = keeping.standing(session, now.date())
    name = next(one.kept_by for one in offers if word in one.kept_by)
    offered = Offered((Role.KEEPER,), name=name)
    return invitations.invite(session, SystemRandom(), Deed(now), offered)


def _link(session: Session, role: str, now: datetime) -> str:
    return link_codes.make(session, SystemRandom(), account(session, Role(role)), now)


def _survey(session: Session, code: str, now: datetime) -> str:
    opened(session, code)
    return code


def _news(session: Session, name: str, now: datetime) -> str:
    told(session, EVENTS[name], now.astimezone(BERLIN))
    return ""


MAKERS = {
    "invite": _invitation,
    "keeper": _keeper,
    "link": _link,
    "survey": _survey,
    "news": _news,
}


def _steps(script: Path) -> Iterator[Step]:
    for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith(("#", "language:", "buttons:")):
            continue
        mark, words = line[0], line[1:].strip()
        if mark not in "><![~@":
            raise ValueError(f"{script.name}:{number}: unknown mark {mark!r}")
        yield Step(mark, words.removesuffix("]") if mark == "[" else words, number)
