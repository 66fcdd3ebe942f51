"""Pages behind the links in mails: what is about to be answered, and what Lotse says to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from models.language import direction
from web.plain import Press, drawn
from web.site import Words, environment
from web.words import chat_words, preferred

Told = Literal["over", "unknown"]
STATUS: dict[Told, int] = {"over": 410, "unknown": 404}


@dataclass(frozen=True, slots=True)
class Tap:
    """A button that says `label` and is pressed by posting to `action`."""

    label: str
    action: str


@dataclass(frozen=True, slots=True)
class Talk:
    """`messages` as JSON; `press(data, label)`, `say` and `again` are addresses to post to: a
    button, typed words, and the tap that was made before, if it was.
    """

    messages: Sequence[bytes]
    press: Press
    say: str
    again: str = ""


class AnswerPages:
    """`words(id, language)` is a text of the catalogs; the first of `languages` is the town's."""

    def __init__(self, words: Words, languages: tuple[str, ...]) -> None:
        self.words = words
        self.languages = languages
        self.templates = environment()

    def ask(self, language: str, tap: Tap) -> Response:
        """Names the answer; posting it is one tap, or none when a person's browser shows it."""
        heading = self.words("mail.your_answer", language)
        button = self.words("mail.send_answer", language)
        names = {"heading": heading, "text": tap.label, "action": tap.action, "button": button}
        return self._html("tap.html", language, {**names, "at_once": True})

    def talk(self, language: str, talk: Talk) -> Response:
        """What Lotse says, and how to go on."""
        shown = [drawn(message, talk.press) for message in talk.messages]
        id = "mail.already" if talk.again else "mail.write_here"
        hint = "" if shown and not talk.again else self.words(id, language)
        again = Tap(self.words("mail.again", language), talk.again) if talk.again else None
        names = {"messages": shown, "say": talk.say, "hint": hint, "again": again}
        return self._html("answered.html", language, names)

    def tell(self, kind: Told, language: str) -> Response:
        """Why nothing happened."""
        heading = self.words(f"mail.{kind}", language)
        text = self.words(f"mail.{kind}_why", language)
        names = {"heading": heading, "text": text, "action": "", "at_once": False}
        return self._html("tap.html", language, names, STATUS[kind])

    def slow_down(self, request: Request) -> Response:
        """Too many taps from there."""
        language = self.language(request)
        text = self.words("web.slow", language)
        names = {"heading": text, "text": "", "action": "", "at_once": False}
        return self._html("tap.html", language, names, 429)

    def language(self, request: Request, hint: str = "") -> str:
        """`hint` when it is one of ours, else what the browser would rather have."""
        return preferred(request, hint, self.languages)

    def _html(
        self, template: str, language: str, names: Mapping[str, Any], status: int = 200
    ) -> Response:
        words = chat_words(self.words, language)
        shared = {"lang": language, "dir": direction(language), "words": words}
        html = self.templates.get_template(template).render(**shared, **names)
        return HTMLResponse(html, status, {"x-robots-tag": "noindex"})
