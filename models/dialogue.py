"""What a person has chosen and what she is in the middle of: kept as JSON in her row."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter


class Filters(BaseModel):
    """What a person wants offers narrowed to. `spoken` is a language code."""

    model_config = ConfigDict(frozen=True)

    district: str = ""
    open_now: bool = False
    spoken: str = ""
    women: bool = False
    free: bool = False
    online: bool = False


class Starting(BaseModel):
    """She was asked for her language; `offer` is what a deep link promised her."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["starting"] = "starting"
    offer: int | None = None


Dialogue = Starting
DIALOGUE: TypeAdapter[Dialogue] = TypeAdapter(Dialogue)
