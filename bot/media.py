"""Pictures of forms and news out to pages, and files of answers in from them."""

from __future__ import annotations

from functools import partial

from starlette.routing import BaseRoute

from bot.channels.web import WebChannel
from bot.channels.web_upload import Uploads
from bot.conversation import Conversation
from models import public_news
from models.store import Store
from surveys.media.checking import File
from web.media import Media


def media_of(store: Store, web: WebChannel, conversation: Conversation) -> list[BaseRoute]:
    """The routes of both."""

    async def content(digest: str) -> File | None:
        return await store.read(partial(public_news.file, digest=digest))

    return [*Media(content).routes(), *Uploads(web, conversation.wanted).routes()]
