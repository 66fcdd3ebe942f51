"""One message for many, in tests."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from models import shared_message
from models.base import Session
from models.delivery import Kind
from models.delivery_many import Bulk, queue_many
from models.delivery_receipt import RECEIPT
from models.shared_message import Shared
from tests.delivery.queued import NOW, said


def shared(session: Session, message: bytes = b"", **given: Any) -> int:
    """A message in German that many on Telegram get."""
    made = {"channel": "telegram", "language": "de", "message": message or said("Neues")} | given
    return shared_message.make(session, Shared(**made), NOW)


def row(address: object, id: int, channel: str = "telegram") -> Bulk:
    """The row of one of them."""
    return (f"news:7:p{address}", channel, str(address), id, NOW)


def to_all(
    session: Session, id: int, addresses: Iterable[object], channel: str = "telegram"
) -> int:
    """Queue it for these."""
    return queue_many(session, Kind.NEWS, [row(one, id, channel) for one in addresses], NOW)


def places(session: Session) -> dict[str, str]:
    """Where it arrived, by address."""
    found = session.execute(select(RECEIPT.c.address, RECEIPT.c.place))
    return {row.address: row.place for row in found}
