"""Somebody who reads mail and follows its links, in a browser that runs no scripts."""

from dataclasses import dataclass, field
from email.message import EmailMessage
from html.parser import HTMLParser

import httpx

from tests.channels.mail.house import HERE
from tests.channels.mail.postbox import html_of

VOID = frozenset({"meta", "link", "img", "br", "input"})
UNSEEN = frozenset({"script", "style", "title", "head"})


@dataclass
class Control:
    """A link, or a form with its button: what it says and where it leads."""

    address: str
    label: str = ""
    method: str = "get"
    id: str = ""

    @property
    def is_key(self) -> bool:
        """Whether it is a button of a message, not a phone number or the form for typing."""
        return self.address.startswith((HERE, "/")) and self.id != "form"


@dataclass
class Page(HTMLParser):
    """What a browser makes of HTML: the text one sees, links and forms."""

    text: str = ""
    controls: list[Control] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    inside: Control | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A link or a form begins."""
        found = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"a", "form"}:
            address = found.get("href", found.get("action", ""))
            self.inside = Control(address, method=found.get("method", "get"))
            self.inside.id = found.get("id", "")
            self.controls.append(self.inside)

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        if tag in self.open:
            self.open.remove(tag)
        if tag in {"a", "form"}:
            self.inside = None

    def handle_data(self, data: str) -> None:
        """Words."""
        if not UNSEEN.isdisjoint(self.open):
            return
        self.text += data
        if self.inside is not None:
            self.inside.label += data


def page_of(html: str) -> Page:
    """Read a page."""
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


@dataclass
class Correspondent:
    """Somebody with a mailbox. `status` is how the last request was answered."""

    http: httpx.AsyncClient
    page: Page = field(default_factory=Page, kw_only=True)
    status: int = field(default=0, kw_only=True)

    def reads(self, mail: EmailMessage) -> None:
        """Open a mail."""
        self.page = page_of(html_of(mail))

    def link(self, label: str) -> str:
        """The address of the newest link or form with that label."""
        return self._control(label).address.removeprefix(HERE)

    async def opens(self, label: str) -> None:
        """Follow a link and only look."""
        await self.looks_at(self.link(label))

    async def looks_at(self, path: str) -> None:
        """Fetch a page."""
        self._shows(await self.http.get(path))

    async def presses(self, label: str) -> None:
        """Tap: a link of a mail is looked at, and its form sent, as the page's script would."""
        control = self._control(label, key=True)
        if control.method == "get":
            await self.looks_at(control.address.removeprefix(HERE))
            control = next(one for one in self.page.controls if one.id == "tap")
        await self.posts(control.address)

    async def says(self, text: str) -> None:
        """Type into the page's field and send."""
        form = next(one for one in self.page.controls if one.id == "form")
        await self.posts(form.address, text=text)

    async def posts(self, path: str, **fields: str) -> None:
        """Send a form, and see the page it leads to."""
        self._shows(await self.http.post(path, data=fields, follow_redirects=True))

    def sees(self) -> str:
        """All words of the page."""
        return self.page.text

    def _shows(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.page = page_of(answer.text)

    def _control(self, label: str, *, key: bool = False) -> Control:
        labelled = [control for control in self.page.controls if label in control.label]
        found = [control for control in labelled if control.is_key or not key]
        assert found, f"nothing called {label!r} in:\n{self.page.text}"
        return found[-1]
