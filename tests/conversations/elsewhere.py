"""The same person at another channel, straight through the door."""

from bot.channels.web_frames import typed
from bot.message import Key, Line, Message, from_json
from models import inbox
from models.store import Store
from models.turn import Did, Pressed, Sender, Turn
from tests.clock import Clock
from tests.talking import conversation_in

HER = Sender("terminal", "elsewhere", "de")


class Elsewhere:
    """Somebody whose channel draws nothing: she reads replies as they are."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._door = conversation_in(store, clock)
        self._clock = clock
        self._message = Message("de", "ltr")

    async def says(self, text: str) -> None:
        """Write a line, or a command."""
        await self._does(typed(text))

    async def presses(self, label: str) -> None:
        """Press the newest button whose label holds `label`."""
        found = [key for key in _keys(self._message) if label in key.label]
        assert found, f"no button {label!r} in:\n{self.sees()}"
        await self._does(Pressed(found[-1].data, "7"))

    def sees(self) -> str:
        """The last reply."""
        lines = [
            *map(_in_full, _lines(self._message)),
            *(key.label for key in _keys(self._message)),
        ]
        return "\n".join(lines)

    async def _does(self, did: Did) -> None:
        owed = await self._door.converse(Turn(HER, did, self._clock()))
        assert owed is not None
        await self._door.store.write(lambda session: inbox.strike_off(session, [owed.id]))
        self._message = from_json(owed.message)


def _lines(message: Message) -> list[Line]:
    of_cards = [line for card in message.cards for line in (card.title, *card.lines)]
    return [*message.text, *of_cards, *message.after]


def _in_full(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.label else line.text


def _keys(message: Message) -> list[Key]:
    return [key for row in message.keys for key in row]
