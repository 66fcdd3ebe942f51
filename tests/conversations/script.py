"""Whole chats as text files, played by a person against any channel.

# a comment
language: ar            the client's language
> Wo kann ich …         she writes (a line that begins with / is a command)
[Deutsch]               she presses the button whose label holds these words
< Guten Tag             the last reply holds these words (also in cards and buttons)
! Hello                 the last reply does not
~ 1 day                 time passes (minutes, hours, days)

In what she writes, `{invite:manager}` is the secret of an invitation for that role, and
`{link:owner}` the code of somebody with that role who links a channel; both are made then.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import SystemRandom
from typing import Protocol

from models import invitations, link_codes
from models.base import Session
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests.clock import Clock
from tests.people import account

SCRIPTS = Path(__file__).parent
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
MOMENT = timedelta(seconds=3)
HOLE = re.compile(r"\{(?P<what>invite|link):(?P<role>\w+)\}")


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
    """One line of a script: `mark` is one of > [ < ! ~, `number` its line."""

    mark: str
    words: str
    number: int


def scripts() -> list[Path]:
    """All scripts."""
    return sorted(SCRIPTS.glob("*.txt"))


def language_of(script: Path) -> str:
    """The client's language that the script asks for."""
    found = re.search(r"^language: (\S+)$", script.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else "de"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a script is played: somebody at a channel, the town's clock and its database."""

    person: Person
    clock: Clock
    store: Store


async def play(script: Path, stage: Stage) -> None:
    """Play a script; fails with the script's line and what was seen."""
    for step in _steps(script):
        await _step(step, script.name, stage)


async def _step(step: Step, name: str, stage: Stage) -> None:
    person, clock = stage.person, stage.clock
    match step.mark:
        case ">":
            clock.later(MOMENT)
            await person.says(await _filled(step.words, stage))
        case "[":
            clock.later(MOMENT)
            await person.presses(step.words)
        case "~":
            amount, unit = step.words.split()
            clock.later(timedelta(**{unit.rstrip("s") + "s": int(amount)}))
        case mark:
            seen = ISOLATES.sub("", person.sees())
            is_there = step.words in seen
            place = f"{name}:{step.number}"
            assert is_there == (mark == "<"), f"{place}: {mark} {step.words}\n\nseen:\n{seen}"


async def _filled(words: str, stage: Stage) -> str:
    """What she writes, with a fresh secret in each place for one."""
    for hole in HOLE.finditer(words):
        make = MAKERS[hole["what"]]
        role, now = Role(hole["role"]), stage.clock()
        made = await stage.store.write(lambda session: make(session, role, now))  # noqa: B023
        words = words.replace(hole[0], made)
    return words


def _invitation(session: Session, role: Role, now: datetime) -> str:
    offered = Offered((role,), name=f"Stelle {role}")
    return invitations.invite(session, SystemRandom(), Deed(now), offered)


def _link(session: Session, role: Role, now: datetime) -> str:
    return link_codes.make(session, SystemRandom(), account(session, role), now)


MAKERS = {"invite": _invitation, "link": _link}


def _steps(script: Path) -> Iterator[Step]:
    for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith(("#", "language:")):
            continue
        mark, words = line[0], line[1:].strip()
        if mark not in "><![~":
            raise ValueError(f"{script.name}:{number}: unknown mark {mark!r}")
        yield Step(mark, words.removesuffix("]") if mark == "[" else words, number)
