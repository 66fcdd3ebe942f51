"""What a person sees in her chat."""

from dataclasses import dataclass
from html import escape
from typing import Any

from tests.standin.forms import Upload

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: it sends `data` or opens `url`; a reply keyboard's only says `text`."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as shown: `text` is plain, `html` is its source, `buttons` are in rows."""

    message_id: int
    text: str
    html: str
    buttons: tuple[tuple[Button, ...], ...]
    by_bot: bool
    edited: bool
    file: Upload | None
    raw: Json

    @property
    def labels(self) -> list[str]:
        """The buttons' texts in reading order."""
        return [button.text for row in self.buttons for button in row]

    def button(self, text: str) -> Button:
        """The button with this text."""
        found = [button for row in self.buttons for button in row if button.text == text]
        assert found, f"no button {text!r} among {self.labels}"
        return found[0]


def buttons_of(markup: Json | None) -> tuple[tuple[Button, ...], ...]:
    """The rows of an inline or a reply keyboard."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return tuple(
        tuple(Button(b["text"], b.get("callback_data"), b.get("url")) for b in row) for row in rows
    )


def seen(message: Json, source: str, file: Upload | None, *, edited: bool | None = None) -> Seen:
    """A message as its reader sees it; `edited` is known from the message if not given."""
    text = message.get("text") or message.get("caption") or ""
    return Seen(
        message_id=message["message_id"],
        text=text,
        html=source or escape(text, quote=False),
        buttons=buttons_of(message.get("reply_markup")),
        by_bot=message.get("from", {}).get("is_bot", False),
        edited="edit_date" in message if edited is None else edited,
        file=file,
        raw=message,
    )
