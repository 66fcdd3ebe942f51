"""What a person has chosen and what she is in the middle of: kept as JSON in her row."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


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
    """She was asked for her language; `offer` is what a deep link promised her, `invitation` the
    hash of the secret that she came with.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["starting"] = "starting"
    offer: int | None = None
    invitation: str = ""


class Naming(BaseModel):
    """She was asked what her post (Stelle) is called."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["naming"] = "naming"


class GoingAway(BaseModel):
    """She was asked from when to when she is away."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["going_away"] = "going_away"


class Linking(BaseModel):
    """She was asked for the code from her other channel."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["linking"] = "linking"


Dialogue = Annotated[Starting | Naming | GoingAway | Linking, Field(discriminator="kind")]
DIALOGUE: TypeAdapter[Dialogue] = TypeAdapter(Dialogue)
