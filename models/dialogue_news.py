"""What those who decide about news, and those who propose some, are in the middle of."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class NewsDeciding(BaseModel):
    """She was asked for words about the news `news`, as they were at `version`: why they go back to
    their writer ("back") or are not taken ("decline"), or what their "title" or "body" is to be in
    `language` from now on.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["news_deciding"] = "news_deciding"
    news: int = 0
    version: int = 0
    what: str = ""
    language: str = ""


class Proposing(BaseModel):
    """She was asked for the title of news that she proposes; once that is known, for the text."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["proposing"] = "proposing"
    title: str = ""
