"""People who ask and counsellors who answer, in one town."""

from dataclasses import dataclass, field

from sqlalchemy import select

from bot.message import Message, from_json
from models import thread, thread_changes, thread_message
from models.audit import AuditRow
from models.base import Session, table
from models.delivery import DELIVERY, State
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.thread import Thread
from models.thread_changes import Question
from models.thread_message import Side, Words
from models.turn import Sender
from models.vault import Vault
from tests.handlers.talking import ISOLATES, Somebody, Town
from tests.people import at


@dataclass
class Desk:
    """A town in which people talk to counsellors."""

    store: Store
    town: Town = field(init=False)

    def __post_init__(self) -> None:
        self.town = Town(self.store)

    @property
    def vault(self) -> Vault:
        """The installation's."""
        return Vault(self.town.door.secret, self.town.door.rng)

    async def counsellor(self, name: str, *roles: Role) -> Somebody:
        """Somebody who answers."""
        return await self.town.somebody(name, *(roles or (Role.COUNSELLOR,)))

    async def asks(
        self, address: str, words: str, about: Question | None = None, language: str = "ar"
    ) -> int:
        """Somebody asks; the thread's number."""
        about = about or Question("housing", language, "Altstadt")

        def unit(session: Session) -> int:
            person = at(session, Sender("web", address), None, about.language)
            deed = Deed(self.town.clock())
            number = thread_changes.begin(session, deed, person, about, self.vault)
            assert number is not None
            said = Words(words, about.language)
            thread_changes.say(session, deed, number, said, self.vault)
            return number

        return await self.town.do(unit)

    async def writes(self, number: int, words: str) -> None:
        """She who asked goes on."""
        deed = Deed(self.town.clock())
        said = Words(words, "ar")
        await self.town.do(lambda s: thread_changes.say(s, deed, number, said, self.vault))

    async def thread(self, number: int) -> Thread:
        """How it stands."""
        found = await self.town.ask(lambda s: thread.find(s, number))
        assert found is not None
        return found

    async def said(self, number: int, side: Side = Side.COUNSELLOR) -> list[str]:
        """What one side said."""
        return await self.town.ask(
            lambda s: [x.text for x in thread_message.messages(s, self.vault, number, side)]
        )

    async def reaches(self, address: str) -> list[Message]:
        """What waits to be sent to somebody, in its order."""
        query = select(DELIVERY.c.message).where(DELIVERY.c.address == address)
        waiting = query.where(DELIVERY.c.state == State.QUEUED).order_by(DELIVERY.c.id)
        return [from_json(one) for one in await self.town.ask(lambda s: s.scalars(waiting).all())]

    async def reads(self, address: str) -> list[str]:
        """The same as words."""
        return [shown(message) for message in await self.reaches(address)]

    async def audited(self) -> list[str]:
        """What was accounted for of threads."""
        actions = select(table(AuditRow).c.action).order_by(table(AuditRow).c.id)
        found = await self.town.ask(lambda s: s.scalars(actions).all())
        return [one for one in found if one.startswith("thread.")]


def shown(message: Message) -> str:
    """The words of a message."""
    lines = (*message.text, *message.after)
    return "\n".join(line.text for line in lines).translate(ISOLATES)
