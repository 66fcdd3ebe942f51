"""Where people write to Lotse: one file a channel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from models.inbox import Owed


class DeliveryError(Exception):
    """A channel could not hand over a message. The text is safe to log: no address, no contents.

    `permanent`: it never will (blocked, deactivated, not acceptable). Otherwise `retry_after` is
    the number of seconds to wait, if the messenger said so.
    """

    def __init__(self, reason: str, *, permanent: bool = False, retry_after: float | None = None):
        super().__init__(reason)
        self.permanent = permanent
        self.retry_after = retry_after


class Gone(DeliveryError):
    """Nobody is there any more: blocked, deactivated, removed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, permanent=True)


class Moved(DeliveryError):
    """The chat has a new address, at which the message can be sent at once."""

    def __init__(self, address: str) -> None:
        super().__init__("moved")
        self.address = address


class Unsure(DeliveryError):
    """The connection ended before the answer: nobody knows whether the message arrived."""


class Busy(DeliveryError):
    """Nothing was tried: this one address has to wait `seconds`."""

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__("busy")
        self.seconds = seconds


class CannotStart(Exception):
    """A channel cannot work as it is configured. The text is for the operator."""


class Channel(Protocol):
    """What the composition root needs of a channel."""

    name: str

    async def run(self) -> None:
        """Receive and answer until `stop`; then finish what is in hand and return."""

    async def stop(self) -> None:
        """Take in nothing new."""

    async def send(self, owed: Owed) -> None:
        """Hand over one message. Raises DeliveryError."""

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics, by name."""
