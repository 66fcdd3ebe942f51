"""/answer/…: looking at a link changes nothing, posting it answers."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.mail_desk import Desk, Opened, Over, Unknown
from bot.channels.mail_links import Answer, clipped
from bot.channels.mail_writing import PATH
from bot.message import from_json
from models.inbox import Owed
from web.answers import AnswerPages, Talk, Tap
from web.limits import Buckets, network

FORM_BYTES = 32 * 1024
ONE_CLICK = b"List-Unsubscribe"
SENT = "sent"


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
            return await self._posted(opened, await _body(request))
        if opened.answer.does and SENT not in request.query_params:
            return self._asked(opened)
        return await self._conversation(opened)

    def _asked(self, opened: Opened) -> Response:
        tap = Tap(opened.answer.label, self._path(opened.answer, opened))
        return self.pages.ask(opened.answer.language, tap)

    async def _posted(self, opened: Opened, body: bytes) -> Response:
        """Answered by the address of a page (303), so that coming back sends nothing again."""
        text = "" if opened.answer.does else _text(body)
        if not (opened.answer.does or text):
            return _see(self._path(opened.answer, opened))
        owed = await self.desk.take(opened, text)
        if ONE_CLICK in body:  # RFC 8058, 3.1: no redirects
            return Response(status_code=204)
        if not await self.desk.knows(opened.box):  # she had everything deleted
            return await self._conversation(opened)
        if owed is None:
            return _see(f"{self._path(opened.answer, opened)}?{SENT}=1")
        return _see(self._path(_on(owed, opened.answer), opened))

    async def _conversation(self, opened: Opened) -> Response:
        """What Lotse said last, and how to go on; for a link used before also that it was."""
        answer = opened.answer
        owed = await self.desk.owed(opened)
        here = _on(owed[-1], answer) if owed else answer.words(self.desk.anew())

        def press(data: str, label: str) -> str:
            return self._path(replace(here, does=data, label=clipped(label)), opened)

        again = replace(answer, source=self.desk.anew())
        talk = Talk(
            messages=[one.message for one in owed],
            press=press,
            say=self._path(here, opened),
            again=self._path(again, opened) if answer.does else "",
        )
        return self.pages.talk(answer.language, talk)

    def _path(self, answer: Answer, opened: Opened) -> str:
        return f"{PATH}{self.desk.token(answer, opened)}"


def _on(owed: Owed, answer: Answer) -> Answer:
    """The link for typing that stands on a reply, in its language."""
    return answer.words(f"o{owed.id}", from_json(owed.message).lang)


def _see(path: str) -> Response:
    return RedirectResponse(path, 303)


async def _body(request: Request) -> bytes:
    """What was posted, as far as a form of ours goes."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > FORM_BYTES:
            return b""
    return body


def _text(body: bytes) -> str:
    """The field `text` of a form; whatever else comes is left alone."""
    try:
        fields = parse_qs(body.decode(errors="replace"), max_num_fields=5)
    except ValueError:  # too many fields
        return ""
    return fields.get("text", [""])[0].strip()
