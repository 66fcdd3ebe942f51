"""What those who decide about news, and those who propose some, are in the middle of."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class NewsDeciding(BaseModel):
    """She was asked why the news `news`, as they were at `version`, go "back" to their writer, or
    why it is to be a "decline" of what was proposed.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["news_deciding"] = "news_deciding"
    news: int = 0
    version: int = 0
    what: str = ""


class NewsCorrecting(BaseModel):
    """She was asked what a `part` of news that are out already is to be from now on: the "title" or
    the "body" in `language`, or "when" or "place" of the event. `words` are what she typed and has
    not said yes to.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["news_correcting"] = "news_correcting"
    news: int = 0
    version: int = 0
    part: str = ""
    language: str = ""
    words: str = ""


class Proposing(BaseModel):
    """She was asked for the title of news that she proposes; once that is known, for the text."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["proposing"] = "proposing"
    title: str = ""
