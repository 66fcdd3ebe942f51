"""What the bot has asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.standin.forms import Upload


@dataclass(slots=True)
class Call:
    """One call. `code` is 0 until it is answered, -1 when its connection was dropped."""

    method: str
    params: dict[str, Any]
    at: float
    code: int = 0
    description: str = ""

    def as_json(self) -> dict[str, Any]:
        """The call without the contents of files."""
        params = {name: _named(value) for name, value in self.params.items()}
        return {"method": self.method, "params": params, "at": self.at, "code": self.code}


def _named(value: Any) -> Any:
    return {"file": value.name, "size": len(value.data)} if isinstance(value, Upload) else value


class Calls(list[Call]):
    """All calls in the order in which they came."""

    def of(self, method: str, when: Callable[[dict[str, Any]], bool] | None = None) -> list[Call]:
        """The calls of one method, of which `when` picks some by their parameters."""
        return [c for c in self if c.method == method and (when is None or when(c.params))]

    def answered(self, method: str) -> list[Call]:
        """Those that were carried out."""
        return [call for call in self.of(method) if call.code == 200]
