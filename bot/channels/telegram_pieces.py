"""Lines of a message as Telegram's HTML. Text becomes markup here and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from bot.channels.telegram_limits import clean, clip, units
from bot.message import Line, LineKind

# A line is cut so that with its label and its markup it always fits into a message of its own.
LINE, LABEL, HREF = 3000, 200, 1024
FSI, PDI = "\u2068", "\u2069"
RLM, LRM = "\u200f", "\u200e"
SIGNS: dict[LineKind, str] = {
    "topic": "🏷 ",
    "place": "📍 ",
    "map": "🗺 ",
    "open": "🕒 ",
    "hours": "🗓 ",
    "cost": "💶 ",
    "languages": "🗣 ",
    "phone": "📞 ",
    "email": "✉️ ",
    "website": "🔗 ",
    "organization": "🏛 ",
    "notice": "ℹ️ ",
}
BOLD: frozenset[LineKind] = frozenset({"detail"})  # kinds whose label is
ASKING = ("?", "؟")  # a label that is a question needs no colon
TAGS: dict[LineKind, str] = {"title": "b", "source": "i"}
# Characters that are drawn as nothing though Unicode calls them letters or symbols.
UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of balanced markup that is never cut: `units` is the length of its text in UTF-16
    units, `size` that of the markup in bytes.
    """

    html: str
    units: int
    size: int
    entities: int


def piece(line: Line, direction: str, language: str) -> Piece:
    """A line (without line breaks) as it stands in a message of that direction and language."""
    text, label = clip(line.text, LINE), clip(clean(line.label).strip(), LABEL)
    foreign = _is_foreign(line, language)
    inside = _isolated(text, direction) if foreign else text
    rtl = _runs_right_to_left(line, text, direction, ours=foreign or line.lang == language)
    start = _mark(f"{label}{text}", rtl=rtl) + SIGNS.get(line.kind, "")
    named = f"{label}{' ' if label.endswith(ASKING) else ': '}" if label else ""
    entities, markup = _marked_up(inside, line)
    html = f"{start}{_bold(named, line.kind)}{markup}"
    bold = int(bool(named) and line.kind in BOLD)
    return Piece(html, units(f"{start}{named}{inside}"), len(html.encode()), entities + bold)


def is_blank(text: str) -> bool:
    """Whether nothing of it can be seen; Telegram refuses such a text."""
    return not any(unicodedata.category(c)[0] in "LNPS" and c not in UNSEEN for c in text)


def is_web_address(href: str) -> bool:
    """Whether Telegram opens it: http or https, and a host with a dot in its name."""
    if not href or len(href) > HREF or re.search(r"[^\x21-\x7e]", href):
        return False
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".")


def _marked_up(text: str, line: Line) -> tuple[int, str]:
    markup, entities = escape(text, quote=False), 0
    if is_web_address(line.href):
        markup, entities = f'<a href="{escape(line.href)}">{markup}</a>', 1
    if tag := TAGS.get(line.kind):
        markup, entities = f"<{tag}>{markup}</{tag}>", entities + 1
    return entities, markup


def _bold(named: str, kind: LineKind) -> str:
    escaped = escape(named, quote=False)
    return f"<b>{escaped}</b>" if named and kind in BOLD else escaped


def _is_foreign(line: Line, language: str) -> bool:
    """Text of another language beside a sign or a label, which belong to the person's."""
    return line.lang != language and (line.kind in SIGNS or bool(line.label))


def _isolated(text: str, direction: str) -> str:
    """Isolated (UAX 9) where its direction can differ from that of what surrounds it."""
    if direction == "ltr" and _first_strong(text) != "rtl":
        return text
    return f"{FSI}{text}{PDI}"


def _runs_right_to_left(line: Line, text: str, direction: str, *, ours: bool) -> bool:
    """`ours`: the line is the person's language's, whatever is quoted in it."""
    return direction == "rtl" if ours or not line.lang else _first_strong(text) == "rtl"


def _mark(text: str, *, rtl: bool) -> str:
    """Telegram gives a line the direction of its first strong character: make that ours."""
    if rtl:
        return RLM
    return LRM if _first_strong(text) == "rtl" else ""


def _first_strong(text: str) -> str:
    for character in text:
        match unicodedata.bidirectional(character):
            case "R" | "AL":
                return "rtl"
            case "L":
                return "ltr"
    return ""
