"""Buttons: what a press means, in at most 64 bytes (the Bot API's limit for callback data)."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ValidationError

MAX_BYTES = 64
SEPARATOR = ":"


class StaleAction(ValueError):
    """The data of a button that Lotse does not know, or no longer knows."""


class Action(BaseModel):
    """One kind of press. Subclasses name their `prefix`; fields are packed in their order.

    `class ShowOffer(Action, prefix="offer"): offer: int` packs `ShowOffer(offer=7)` as `offer:7`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    prefix: ClassVar[str] = ""
    kinds: ClassVar[dict[str, type[Action]]] = {}

    def __init_subclass__(cls, prefix: str, **options: Any) -> None:
        super().__init_subclass__(**options)
        if prefix in Action.kinds:
            raise TypeError(f"two actions with the prefix {prefix!r}")
        cls.prefix = prefix
        Action.kinds[prefix] = cls

    def pack(self) -> str:
        """As callback data. Raises ValueError when it is over 64 bytes or a value has a colon."""
        values = [_written(value) for value in vars(self).values()]
        packed = SEPARATOR.join([self.prefix, *values])
        if packed.count(SEPARATOR) > len(values):
            raise ValueError(f"{self.prefix}: a value has a {SEPARATOR!r}")
        if len(packed.encode()) > MAX_BYTES:
            raise ValueError(f"{self.prefix}: over {MAX_BYTES} bytes")
        return packed

    @classmethod
    def unpack(cls, data: str) -> Self:
        """The action behind `data`, which comes from outside: raises StaleAction if it is none."""
        prefix, *values = data.split(SEPARATOR)
        kind = Action.kinds.get(prefix)
        if kind is None or not issubclass(kind, cls) or len(values) != len(kind.model_fields):
            raise StaleAction
        written = {n: v for n, v in zip(kind.model_fields, values, strict=True) if v != ""}
        try:
            return kind.model_validate(written)
        except ValidationError:
            raise StaleAction from None


def _written(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)
