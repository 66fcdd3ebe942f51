"""A page's HTML as the lines that somebody reads there. Nothing is added but addresses of links."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

from models.imports.integreat.node import one_line
from models.imports.integreat.web_address import encoded

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_OWN_LINES = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "dl", "dt"),
    *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav"),
    *("ol", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_PARAGRAPHS = frozenset(("p", "div"))
_CELLS = frozenset(("td", "th"))
_UNREAD = frozenset(
    ("script", "style", "template", "noscript", "iframe", "object", "svg", "head", "select")
)
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BETWEEN_CELLS = " | "
_NO_NUMBER = re.compile(r"[^\d+]")


def lines_of(html: str, base: str = "") -> tuple[str, ...]:
    """The lines that say something. Links are "text (address)"; `base` is the page's address.

    Paragraphs, headings, items of lists and rows of tables have a line each. Pictures are not told.
    """
    reader = _Reader(base)
    reader.feed(html)
    reader.close()
    return reader.lines()


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self._base = base
        self._written = [""]
        self._links: list[tuple[str, int, int]] = []
        self._unread: list[str] = []
        self._in_cell = False

    def lines(self) -> tuple[str, ...]:
        return tuple(filter(None, map(one_line, self._written)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._unread or tag in _UNREAD or (tag not in _VOID and _is_hidden(attrs)):
            self._begin_unread(tag)
        elif tag in _CELLS:
            self._begin_cell()
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self._links.append((address, len(self._written) - 1, len(self._written[-1])))
        else:
            self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            self._end_unread(tag)
        elif tag == "a":
            self._end_link()
        else:
            self._in_cell = self._in_cell and tag not in ("tr", "table")
            self._space(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._written[-1] += " ".join(data.splitlines()) if "\n" in data else data

    def _begin_unread(self, tag: str) -> None:
        """What nobody sees lasts until the element that began it ends, whatever is in between."""
        if not self._unread or tag == self._unread[0]:
            self._unread.append(tag)

    def _end_unread(self, tag: str) -> None:
        if tag == self._unread[0]:
            self._unread.pop()

    def _space(self, tag: str) -> None:
        """In a cell paragraphs stay in its row, as their words belong to the other cells'."""
        if tag in _OWN_LINES or (tag in _PARAGRAPHS and not self._in_cell):
            self._written.append("")
        elif tag in _PARAGRAPHS:
            self._written[-1] += " "

    def _begin_cell(self) -> None:
        if self._in_cell and self._written[-1].strip():
            self._written[-1] += _BETWEEN_CELLS
        self._in_cell = True

    def _end_link(self) -> None:
        if not self._links:
            return
        href, line, place = self._links.pop()
        text = one_line(" ".join((self._written[line][place:], *self._written[line + 1 :])))
        address = "" if href.startswith("#") else _told(urljoin(self._base, href), text)
        if address and text:
            self._written[-1] += (
                f" ({address}) " if self._written[-1][-1:] == " " else f" ({address})"
            )


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether nobody sees an element: contact cards begin with such a link."""
    return any(name == "style" and _HIDDEN.search(value or "") for name, value in attrs)


def _told(href: str, text: str) -> str:
    """What is to be written behind the text of a link, "" where the text says it already."""
    scheme, _, rest = href.strip().partition(":")
    match scheme.lower():
        case "mailto":
            address = unquote(rest.partition("?")[0]).strip()
            return "" if address.casefold() in text.casefold() else address
        case "tel":
            number = unquote(rest).strip()
            digits = _NO_NUMBER.sub("", number)
            return "" if not digits or digits[-6:] in _NO_NUMBER.sub("", text) else number
        case "http" | "https":
            address = encoded(href)
            return "" if _same(address, encoded(text) or text) else address
    return ""


def _same(address: str, text: str) -> bool:
    bare = [re.sub(r"^https?://(www\.)?|^www\.|/$", "", x.casefold()) for x in (address, text)]
    return bare[0] == bare[1]
