"""`lotse news`: read files, say what is wrong or what becomes of them, and do it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import typer

from bot.cli import news_leaving
from bot.cli.news_showing import show
from bot.cli.opening import checked, connected
from bot.clock import clock
from bot.settings import Settings
from models import accounts, news_audience, news_course
from models.base import Session
from models.imports.news_known import known
from models.imports.news_places import Complaint, Wrong
from models.imports.news_reading import Written, files_at, read_news
from models.imports.news_writing import NotDraft, Ready, apply, ready, standing
from models.language import shipped
from models.news import News, NewsState
from models.news_audience import TooSmall
from models.news_changes import NewsChanged
from models.news_course import NotReady
from models.roles import Deed
from models.upgrading import upgrade

DRAFT = "It stays a draft."


@dataclass(frozen=True, slots=True)
class Work:
    """A database, the town's settings, and files that can be read."""

    session: Session
    settings: Settings
    files: tuple[Ready, ...]

    @property
    def deed(self) -> Deed:
        """Of the command line, now."""
        return Deed(clock().astimezone(self.settings.zone))


def check(path: Path) -> None:
    """Say what is wrong, else what it would be and whom it would reach. Exit 1 with problems."""
    settings = Settings()
    written = _read(path, settings)
    with checked(settings) as session, _drafts_only():
        work = _work(session, settings, written)
        for file in work.files:
            standing(session, file.name)
            show(session, settings, file, "Only checked.")


def keep(path: Path) -> None:
    """Drafts, new or as the files say them now. Exit 1 with problems, and then nothing changed."""
    with _begun(path) as work:
        for file in work.files:
            new = standing(work.session, file.name) is None
            news = apply(work.session, work.deed, file)
            show(work.session, work.settings, file, f"{_made(new)} {news.id}.")


def test(path: Path, email: str) -> None:
    """To one person with a task, in all its languages. Exit 1 where there is none such."""
    with _begun(path) as work:
        found = accounts.with_email(work.session, email)
        if len(found) != 1:
            _refuse([f"There is {'nobody' if not found else 'more than one'} with that address."])
        for file in work.files:
            news = apply(work.session, work.deed, file)
            number = news_leaving.test(work.session, work.settings, news, found[0])
            typer.echo(f"{file.name}: {number} messages to {email}, as soon as Lotse runs.")


def send(path: Path, *, sure: bool) -> None:
    """Release it, or ask others to, once it was asked. Exit 1 where it is not ready, or would tell
    few people apart; then the drafts stay.
    """
    with _begun(path) as work:
        drafts = [apply(work.session, work.deed, file) for file in work.files]
        for file, news in zip(work.files, drafts, strict=True):
            show(work.session, work.settings, file, f"Draft {news.id}.")
    if not sure:
        typer.confirm("Send?", abort=True)
    with connected(work.settings) as session, session.begin():
        again = Work(session, work.settings, work.files)
        for file, news in zip(work.files, drafts, strict=True):
            typer.echo(f"{file.name}: {_sent(again, news)}")


def fill_demo(session: Session, folder: Path, settings: Settings) -> None:
    """The demo town's news, released, in the caller's transaction."""
    work = _work(session, settings, _read(folder, settings))
    town = settings.about_town
    for file in work.files:
        made = apply(session, work.deed, file)
        reach = news_audience.reach_of(session, made, town.channels, town.default_language)
        news_course.submit(session, work.deed, made, reach, approval=False)


def _sent(work: Work, news: News) -> str:
    session, town = work.session, work.settings.about_town
    reach = news_audience.reach_of(session, news, town.channels, town.default_language)
    try:
        sent = news_course.submit(session, work.deed, news, reach, town.news_approval)
    except NewsChanged:
        _refuse(["Somebody changed it meanwhile."], "See to it in the chat: /news.")
    except NotReady as error:
        _refuse([f"There is no {lack}." for lack in error.lacks], DRAFT)
    except TooSmall:
        _refuse(["It would reach fewer than five people who could be known by that."], DRAFT)
    if sent.state is NewsState.WAITING:
        number = news_leaving.ask_for_release(session, work.settings, sent)
        return f"waits for a second person; {number} are asked."
    if news.schedule.first is None:
        return "is sent as soon as Lotse runs."
    return f"will be sent on {news.schedule.first:%Y-%m-%d at %H:%M}."


def _read(path: Path, settings: Settings) -> list[Written]:
    """All files, or all complaints."""
    found: list[Written] = []
    problems: list[Complaint] = []
    for file in files_at(path):
        try:
            found.append(read_news(file, shipped(), settings.default_language))
        except Wrong as wrong:
            problems.extend(wrong.complaints)
    if problems or not found:
        _complain(problems or [Complaint(path.name, "there is no file of news")])
    return found


def _work(session: Session, settings: Settings, written: Iterable[Written]) -> Work:
    there = known(session, clock().astimezone(settings.zone).date(), shipped())
    found: list[Ready] = []
    problems: list[Complaint] = []
    for each in written:
        try:
            found.append(ready(each, there))
        except Wrong as wrong:
            problems.extend(wrong.complaints)
    if problems:
        _complain(problems)
    return Work(session, settings, tuple(found))


@contextmanager
def _begun(path: Path) -> Iterator[Work]:
    """One transaction; what cannot be done leaves nothing."""
    settings = Settings()
    written = _read(path, settings)
    upgrade(settings.database_url)
    with connected(settings) as session, session.begin(), _drafts_only():
        yield _work(session, settings, written)


@contextmanager
def _drafts_only() -> Iterator[None]:
    try:
        yield
    except NotDraft as error:
        found = error.news
        _refuse([f"News {found.id} is {found.state} already; see to it in the chat: /news."])


def _made(new: bool) -> str:
    return "New draft" if new else "Changed draft"


def _complain(problems: Iterable[Complaint]) -> NoReturn:
    _refuse(map(str, problems))


def _refuse(sentences: Iterable[str], after: str = "Nothing was changed.") -> NoReturn:
    for each in (*sentences, after):
        typer.echo(each, err=True)
    raise typer.Exit(1)
