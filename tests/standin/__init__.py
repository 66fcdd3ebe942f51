"""A stand-in for Telegram's Bot API server: real HTTP on loopback, strict about every call."""

from tests.standin.calls import Call, Calls
from tests.standin.chats import Notice
from tests.standin.facts import Facts
from tests.standin.faults import Gate
from tests.standin.people import Person
from tests.standin.screen import Button, Seen
from tests.standin.server import StandIn

__all__ = ["Button", "Call", "Calls", "Facts", "Gate", "Notice", "Person", "Seen", "StandIn"]
