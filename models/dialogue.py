"""What a person has chosen and what she is in the middle of: kept as JSON in her row."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from models.dialogue_handoff import (
    Asking,
    AskingLotse,
    Counselling,
    Missed,
    Noting,
    Snoozing,
    Unsent,
)
from models.dialogue_measures import Explaining, Measuring, MovingDate, Overriding, Reporting
from models.dialogue_news import NewsCorrecting, NewsDeciding, Proposing
from models.dialogue_offers import AboutOffers
from models.dialogue_shown import Shown


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
    """She was asked for her language; `offer` is what a deep link promised her, `survey` the survey
    that a link led her to, `invitation` the hash of the secret that she came with, `news` that she
    came for news.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["starting"] = "starting"
    offer: int | None = None
    invitation: str = ""
    survey: str = ""
    news: bool = False


class Greeted(BaseModel):
    """She was greeted, and none of her questions was answered yet."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["greeted"] = "greeted"


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


class Surveying(BaseModel):
    """She is in the middle of a survey; her answers are in its draft. `said` are words that looked
    like a question of hers and may have been an answer, sealed (models.vault).
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["surveying"] = "surveying"
    survey: int = 0
    said: str = ""


class Withdrawing(BaseModel):
    """She was asked for the code that erases her answers."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["withdrawing"] = "withdrawing"


class Contributing(BaseModel):
    """She was asked for an idea; `contribution` is its kind once she chose it, `field` the code of
    its field of action, `district` where, "" for everywhere.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["contributing"] = "contributing"
    contribution: str = ""
    field: str = ""
    district: str = ""


class Wishing(BaseModel):
    """She was asked how she wants to be called back about `field`, a field of action's code."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["wishing"] = "wishing"
    field: str = ""


class Answering(BaseModel):
    """She was asked what to write to somebody who wants to be called back."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["answering"] = "answering"
    wish: str = ""


class Planning(BaseModel):
    """She was asked for a survey's first or last day ("opens", "closes"), or how many may answer it
    ("quota:" and what it limits).
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["planning"] = "planning"
    survey: int = 0
    what: str = ""


class NewsWriting(BaseModel):
    """She was asked for a part of the news `news` (0: of none yet), the one that `step` names:
    "title", "text", "link" and so on. `detail` is which one of them: a language, a button's place.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["news_writing"] = "news_writing"
    news: int = 0
    step: str = ""
    detail: str = ""


Dialogue = Annotated[
    Starting
    | Greeted
    | Naming
    | GoingAway
    | Linking
    | MovingDate
    | Explaining
    | Reporting
    | Measuring
    | Overriding
    | Surveying
    | Withdrawing
    | Contributing
    | Wishing
    | Answering
    | Planning
    | NewsWriting
    | Counselling
    | Noting
    | Snoozing
    | Missed
    | Asking
    | Unsent
    | AskingLotse
    | NewsDeciding
    | NewsCorrecting
    | Proposing
    | AboutOffers
    | Shown,
    Field(discriminator="kind"),
]
DIALOGUE: TypeAdapter[Dialogue] = TypeAdapter(Dialogue)
