"""How the Bot API says no."""

from typing import Any


class Refusal(Exception):
    """An error answer. `fault_of_bot` marks what a correct bot can never cause."""

    def __init__(
        self,
        code: int,
        description: str,
        parameters: dict[str, Any] | None = None,
        *,
        fault_of_bot: bool = False,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters
        self.fault_of_bot = fault_of_bot

    def body(self) -> dict[str, Any]:
        """The JSON object that the server answers with."""
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def refused(description: str) -> Refusal:
    """A 400 that can happen to a correct bot: the world changed in between."""
    return Refusal(400, f"Bad Request: {description}")


def broken(description: str) -> Refusal:
    """A 400 for a call that breaks the Bot API's rules; it is also kept as a violation."""
    return Refusal(400, f"Bad Request: {description}", fault_of_bot=True)


def flooded(seconds: int) -> Refusal:
    """A 429 that asks the bot to wait so many seconds."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def conflict(description: str) -> Refusal:
    """A 409: two ways to receive updates at once."""
    return Refusal(409, f"Conflict: {description}")


NOT_FOUND = (404, "Not Found")
UNAUTHORIZED = (401, "Unauthorized")
BLOCKED = (403, "Forbidden: bot was blocked by the user")
DEACTIVATED = (403, "Forbidden: user is deactivated")
