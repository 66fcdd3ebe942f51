"""Somebody who writes news, in whatever language she reads; buttons and words go by their ids."""

from dataclasses import replace

from bot.message import Key
from bot.words import words
from models import news, news_text
from models.base import Session
from models.medium import Received
from models.news import News, NewsState
from models.news_text import NewsText
from models.role import Role
from models.text import Text
from models.turn import Pressed, Sent
from surveys.media.checking import Unfit, answered
from surveys.slip import SlipKind
from tests.handlers.talking import ISOLATES, Somebody, Town


class Desk:
    """A writer: what she presses and sees is in her language."""

    def __init__(self, one: Somebody, language: str) -> None:
        self.one, self.town, self.language = one, one.town, language
        self.seen = ""

    def words(self, text: Text) -> str:
        """As she reads it."""
        return words(text, self.language).translate(ISOLATES)

    async def says(self, text: str) -> str:
        """Write a line, or a command."""
        self.seen = await self.one.says(text)
        return self.seen

    async def presses(self, *labels: Text | str) -> str:
        """Press one button after the other; what the last one answers."""
        for label in labels:
            self.seen = await self.one.does(Pressed(self._key(label).data, "7"))
        return self.seen

    def sees(self, *texts: Text | str) -> bool:
        """Whether the last answer says all of this."""
        return all((x if isinstance(x, str) else self.words(x)) in self.seen for x in texts)

    def offers(self, label: Text | str) -> bool:
        """Whether there is such a button."""
        return bool(self._keys(label))

    def labels(self) -> list[str]:
        """What stands on the buttons of the last answer."""
        return [key.label.translate(ISOLATES) for key in self._all()]

    def _key(self, label: Text | str) -> Key:
        keys = self._keys(label)
        assert keys, (label, self.labels())
        return keys[0]

    def _keys(self, label: Text | str) -> list[Key]:
        written = label if isinstance(label, str) else self.words(label)
        return [key for key in self._all() if written in key.label.translate(ISOLATES)]

    def _all(self) -> list[Key]:
        rows = self.one.message.keys if self.one.message else ()
        return [key for row in rows for key in row]

    async def sends(self, content: bytes) -> str:
        """A picture as a channel brings it. Fails when nobody asks for one."""
        wanted = await self.town.door.wanted(self.one.sender, self.town.clock())
        assert wanted is not None
        try:
            received = Received(wanted.question, answered(content, wanted.kind))
        except Unfit as unfit:
            received = Received(wanted.question, why=unfit.why)
        self.seen = await self.one.does(Sent("photo", "AgAC", received=received))
        return self.seen

    async def sends_too_much(self) -> str:
        """A picture that is too large to be fetched."""
        wanted = await self.town.door.wanted(self.one.sender, self.town.clock())
        assert wanted is not None
        received = Received(wanted.question, why=SlipKind.TOO_LARGE)
        self.seen = await self.one.does(Sent("photo", "AgAC", received=received))
        return self.seen


async def desk(
    town: Town, language: str = "de", role: Role = Role.EDITOR, address: str = "redaktion"
) -> Desk:
    """Somebody who may write."""
    one = await town.somebody(address, role)
    await one.says(f"/language {language}")
    return Desk(one, language)


async def drafting(town: Town, language: str = "de", address: str = "redaktion") -> Desk:
    """The same, with a draft that has a title and a text in front of her."""
    writer = await desk(town, language, address=address)
    await writer.says("/news")
    await writer.presses(NEW)
    await writer.says("Fest im Park")
    await writer.says("Wir feiern am Samstag.")
    return writer


NEW = Text("writing.new")


async def the_news(town: Town) -> News:
    """The last one that was written."""

    def query(session: Session) -> News:
        return news.in_states(session, list(NewsState))[0]

    return await town.ask(query)


async def texts_of(town: Town, id: int) -> dict[str, NewsText]:
    """All its versions."""
    return await town.ask(lambda session: news_text.of(session, id))


def with_approval(town: Town) -> None:
    """This town wants a second person for all news."""
    town.door.town = replace(town.door.town, news_approval=True)


def with_machine(town: Town) -> None:
    """This town has a machine that translates."""
    town.door.town = replace(town.door.town, translates=True)
