"""What Telegram's server accepts as a reply markup."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from tests.standin.refusal import broken
from tests.standin.text import words

Json = dict[str, Any]

INLINE_BUTTONS, INLINE_ROW = 100, 8
REPLY_BUTTONS, REPLY_ROW = 300, 12
MARKUP_BYTES = 10_000

DOES = words(
    """
    url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat
    switch_inline_query_chosen_chat copy_text callback_game pay
    """
)


def check(markup: Json | None) -> None:
    """Raises Refusal for a markup that Telegram would not show."""
    if markup is None:
        return
    if "inline_keyboard" in markup:
        _fits(markup, markup["inline_keyboard"], INLINE_BUTTONS, INLINE_ROW)
        for button in _buttons(markup["inline_keyboard"]):
            _inline(button)
    elif "keyboard" in markup:
        _fits(markup, markup["keyboard"], REPLY_BUTTONS, REPLY_ROW)
        if not all(button["text"].strip() for button in _buttons(markup["keyboard"])):
            raise broken("keyboard button text must be non-empty")


def _buttons(rows: list[list[Json]]) -> list[Json]:
    return [button for row in rows for button in row]


def _fits(markup: Json, rows: list[list[Json]], at_most: int, row_at_most: int) -> None:
    size = len(json.dumps(markup, ensure_ascii=False, separators=(",", ":")).encode())
    widest = max(map(len, rows), default=0)
    if size > MARKUP_BYTES or widest > row_at_most or len(_buttons(rows)) > at_most:
        raise broken("reply markup is too long")


def _inline(button: Json) -> None:
    if not button["text"].strip():
        raise broken("inline keyboard button text must be non-empty")
    does = DOES & button.keys()
    if not does:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(does) > 1:
        raise _unparsable(f"A button does one thing, not {', '.join(sorted(does))}")
    if "url" in button:
        _check_url(button["url"])
    if "web_app" in button and not button["web_app"]["url"].startswith("https://"):
        raise _bad_url("Web App URL", button["web_app"]["url"], "Only HTTPS links are allowed")


def _check_url(url: str) -> None:
    """Telegram opens web pages with a public name and its own tg: links."""
    parts = urlsplit(url if re.match(r"[a-z]+:", url, re.IGNORECASE) else f"http://{url}")
    if parts.scheme == "tg":
        return
    if parts.scheme not in ("http", "https"):
        raise _bad_url("URL", url, "Unsupported URL protocol")
    if not parts.hostname:
        raise _bad_url("URL", url, "URL host is empty")
    if "." not in parts.hostname or re.search(r"\s", url):
        raise _bad_url("URL", url, "Wrong HTTP URL")


def _bad_url(what: str, url: str, why: str) -> Exception:
    return broken(f"inline keyboard button {what} '{url}' is invalid: {why}")


def _unparsable(why: str) -> Exception:
    return broken(f"can't parse inline keyboard button: {why}")
