"""What both sides of a conversation with a counsellor are in the middle of (models.thread)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Counselling(BaseModel):
    """What she types goes to the asker of `thread`. `seen` is the newest message of all threads
    when she last did something there; `said`, sealed, are words of which she was asked whom they
    are for.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["counselling"] = "counselling"
    thread: int = 0
    seen: int = 0
    said: str = ""


class Noting(BaseModel):
    """She was asked for a note to colleagues about `thread`."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["noting"] = "noting"
    thread: int = 0


class Snoozing(BaseModel):
    """She was asked until when `thread` can wait."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["snoozing"] = "snoozing"
    thread: int = 0


class Missed(BaseModel):
    """Her last question was not answered; after the next a counsellor is offered. `greeted`: none
    was answered since she was greeted.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["missed"] = "missed"
    greeted: bool = False


class Asking(BaseModel):
    """She was asked for her question to a counsellor; once she typed it, in `said`, sealed, whether
    it may go out with this topic, language and district.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["asking"] = "asking"
    said: str = ""
    topic: str = ""
    language: str = ""
    district: str = ""


class Unsent(BaseModel):
    """She turned to something else before she sent this question: /person comes back to it."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["unsent"] = "unsent"
    question: Asking


class AskingLotse(BaseModel):
    """In the middle of a conversation with a counsellor, her next words are a question to Lotse."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["asking_lotse"] = "asking_lotse"
