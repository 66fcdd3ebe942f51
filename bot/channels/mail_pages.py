"""/answer/…: looking at a link changes nothing, posting it answers."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.mail_desk import Desk, Opened, Over, Unknown
from bot.channels.mail_links import clipped
from bot.channels.mail_writing import PATH
from bot.message import from_json
from models.inbox import Owed
from web.answers import AnswerPages, Tap
from web.limits import Buckets, network
from web.plain import no_conversation

FORM_BYTES = 32 * 1024


class MailPages:
    """The pages behind the links of mails."""

    def __init__(self, desk: Desk, pages: AnswerPages) -> None:
        self.desk = desk
        self.pages = pages
        self.networks = Buckets(rate=5.0, burst=60)

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return [Route(f"{PATH}{{token:str}}", self.answer, methods=["GET", "POST"])]

    async def answer(self, request: Request) -> Response:
        """One link, looked at or posted."""
        host = network(request.client.host if request.client else "")
        if self.networks.take(host, self.desk.clock().timestamp()):
            return self.pages.slow_down(request)
        try:
            opened = await self.desk.open(request.path_params["token"])
        except Unknown as unknown:
            return self.pages.tell("unknown", self.pages.language(request, unknown.hint))
        except Over as over:
            return self.pages.tell("over", self.pages.language(request, over.hint))
        if request.method == "POST":
            return await self._taken(opened, await _text(request))
        return self._asked(opened)

    def _asked(self, opened: Opened) -> Response:
        answer = opened.answer
        if answer.does:
            return self.pages.ask(answer.language, Tap(answer.label, self._path(opened)))
        say = self._path(opened, source=self.desk.anew())
        return self.pages.reply(answer.language, (), no_conversation, say)

    async def _taken(self, opened: Opened, text: str) -> Response:
        if not (opened.answer.does or text):
            return self._asked(opened)
        owed = await self.desk.take(opened, "" if opened.answer.does else text)
        return self._replied(opened, owed) if owed else self._already(opened)

    def _already(self, opened: Opened) -> Response:
        again = self._path(opened, source=self.desk.anew()) if opened.answer.does else ""
        return self.pages.tell("already", opened.answer.language, again)

    def _replied(self, opened: Opened, owed: Sequence[Owed]) -> Response:
        """The next links stand on this reply, and are in its language."""
        newest = owed[-1]
        here = {"source": f"o{newest.id}", "language": from_json(newest.message).lang}

        def press(data: str, label: str) -> str:
            return self._path(opened, **here, does=data, label=clipped(label))

        say = self._path(opened, **here, does="", label="")
        return self.pages.reply(here["language"], [one.message for one in owed], press, say)

    def _path(self, opened: Opened, **what: str) -> str:
        return f"{PATH}{self.desk.token(opened, **what)}"


async def _text(request: Request) -> str:
    """The field `text` of a posted form; whatever else comes is left alone."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_BYTES:
            return ""
    try:
        fields = parse_qs(body.decode(errors="replace"), max_num_fields=5)
    except ValueError:  # too many fields
        return ""
    return fields.get("text", [""])[0].strip()
