"""Answers by link: one tap acts once, looking at it does nothing, and no link can be made up."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.mail import MailChannel
from bot.channels.mail_links import Signer, claimed
from bot.message import Key, Line, Message
from jobs import retention
from models import accounts, inbox, subscription
from models import person as people
from models.account import ACCOUNT
from models.delivery import Kind
from models.news_actions import StopNews
from models.store import Store
from models.subscription import Agreed, Wanted
from models.turn import Sender
from tests.channels.mail.correspondent import Correspondent, page_of
from tests.channels.mail.house import (
    HER,
    HERE,
    House,
    account_with,
    carried,
    newcomer_with,
    pages_of,
    reminder,
    row,
)
from tests.channels.mail.postbox import Postbox, html_of
from tests.clock import Clock

DAY = timedelta(days=1)


def taps(store: Store) -> int:
    """How many taps were taken in."""
    with store.transaction() as session:
        handled = inbox.INBOX.select().where(inbox.INBOX.c.channel == "mail")
        return len(session.execute(handled).all())


def her(store: Store) -> people.Person:
    """The person at the mailbox."""
    with store.transaction() as session:
        return people.meet(session, Sender("mail", HER), Clock()().date())


@asynccontextmanager
async def reading(
    mail: MailChannel, postbox: Postbox, message: Message | None = None
) -> AsyncIterator[Correspondent]:
    """Somebody who has just got a mail."""
    await carried(mail, row(message or reminder()))
    async with pages_of(mail) as http:
        person = Correspondent(http)
        person.reads(await postbox.arrived())
        yield person


@pytest.fixture
def task(house: House) -> int:
    """Her account. She has never followed a link."""
    return account_with(house.store)


async def test_a_tap_is_answered(mail: MailChannel, postbox: Postbox, task: int) -> None:
    async with reading(mail, postbox) as person:
        await person.presses("Aufgaben")
        assert person.status == 200
        assert "Womit kann ich helfen?" in person.sees()


async def test_the_page_names_the_answer_and_only_looking_does_nothing(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        link = person.link("Aufgaben")
        for _ in range(3):
            await person.looks_at(link)
            assert "Ihre Antwort" in person.sees()
            assert "Aufgaben" in person.sees()
        assert (await person.http.head(link)).status_code == 200
        assert (await person.http.request("OPTIONS", link)).status_code == 405
    assert taps(house.store) == 0


async def test_the_same_link_acts_once_and_more_only_when_asked(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        link = person.link("Aufgaben")
        await person.posts(link)
        assert "Womit kann ich helfen?" in person.sees()
        assert "Diese Antwort ist schon da" not in person.sees()
        await person.posts(link)
        assert "Diese Antwort ist schon da" in person.sees()
        assert "Womit kann ich helfen?" in person.sees()
        assert taps(house.store) == 1
        await person.looks_at(link)
        await person.presses("Antwort senden")
        house.clock.later(timedelta(seconds=3))
        await person.presses("Noch einmal senden")
        assert "Womit kann ich helfen?" in person.sees()
    assert taps(house.store) == 2


async def test_a_mail_that_came_twice_acts_once(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        await person.presses("Aufgaben")
        house.clock.later(timedelta(minutes=1))
        await carried(mail, row(reminder()))
        person.reads(await postbox.arrived())
        await person.presses("Aufgaben")
        assert "Diese Antwort ist schon da" in person.sees()


async def test_a_second_tap_is_known_as_long_as_the_link_is_good(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        link = person.link("Aufgaben")
        await person.posts(link)
        house.clock.later(29 * DAY)
        await house.store.write(lambda session: retention.run(session, house.clock()))
        await person.posts(link)
        assert "Diese Antwort ist schon da" in person.sees()
        assert "Womit kann ich helfen?" not in person.sees()


async def test_a_link_is_over_after_thirty_days(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox, reminder(lang="en", line="Due.")) as person:
        link = person.link("Aufgaben")
        house.clock.later(30 * DAY)
        for answer in (await person.http.get(link), await person.http.post(link)):
            assert answer.status_code == 410
            assert "This link is no longer good" in answer.text
    assert taps(house.store) == 0


async def test_a_made_up_link_is_none(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        path, _, token = person.link("Aufgaben").rpartition("/")
        claim = claimed(token)
        assert claim is not None
        forged = Signer(b"guessed").token(replace(claim.answer, does="open:delete"), HER)
        for wrong in (forged, token[:-4], token + "AAAA", "x", "%00", "ä" * 50, "a" * 3000):
            for answer in (
                await person.http.get(f"{path}/{wrong}"),
                await person.http.post(f"{path}/{wrong}"),
            ):
                assert answer.status_code == 404
                assert "Mit diesem Link stimmt etwas nicht" in answer.text
    assert taps(house.store) == 0


async def test_a_link_is_void_when_the_mailbox_is_somebody_elses(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        link = person.link("Aufgaben")
        with house.store.transaction() as session:
            accounts.change(session, task, email="nachfolger@stadt.example")
        assert (await person.http.post(link)).status_code == 404
        with house.store.transaction() as session:
            session.execute(ACCOUNT.delete().where(ACCOUNT.c.id == task))
        assert (await person.http.post(link)).status_code == 404


async def test_the_first_tap_proves_the_address_and_links_the_account(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox, reminder(lang="en", line="Due.")) as person:
        await person.presses("Aufgaben")
    assert (her(house.store).account_id, her(house.store).language) == (task, "en")
    with house.store.transaction() as session:
        (row_,) = session.execute(ACCOUNT.select().where(ACCOUNT.c.id == task))
    assert (row_.email, row_.email_verified) == (HER, True)


async def test_a_press_without_a_task_links_nothing(
    mail: MailChannel, postbox: Postbox, house: House
) -> None:
    newcomer_with(house.store)
    async with reading(mail, postbox) as person:
        await person.presses("Aufgaben")
    assert her(house.store).account_id is None


async def test_the_replys_buttons_work_and_each_reply_has_its_own(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        await person.presses("Hilfe")
        for _ in range(2):
            house.clock.later(timedelta(seconds=3))
            await person.presses("Sprache")
            assert "Bitte wählen Sie Ihre Sprache" in person.sees()
            await person.presses("Deutsch")


async def test_typed_words_are_taken_once_for_each_page(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        await person.opens("etwas anderes schreiben")
        assert "Schreiben Sie unten" in person.sees()
        form = next(one for one in person.page.controls if one.id == "form")
        for text, seen, count in (
            ("  ", "Schreiben Sie unten", 0),
            ("/help", "/topics", 1),
            ("/help", "/topics", 1),
            ("/topics", "Womit kann ich helfen?", 2),
        ):
            await person.posts(form.address, text=text)
            assert seen in person.sees()
            assert taps(house.store) == count


@pytest.mark.parametrize(
    "body", [b"", b"text=" + b"x" * 40_000, b"&".join([b"a=b"] * 9), b"\xff\x00", b"text=%00%ff"]
)
async def test_no_body_breaks_a_page(
    mail: MailChannel, postbox: Postbox, task: int, body: bytes
) -> None:
    async with reading(mail, postbox) as person:
        for label in ("etwas anderes schreiben", "Aufgaben"):
            assert (await person.http.post(person.link(label), content=body)).status_code == 303


async def test_text_posted_to_a_button_changes_nothing(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        for text in ("a", "b"):
            await person.http.post(person.link("Aufgaben"), data={"text": text})
    assert taps(house.store) == 1


async def test_a_tap_that_a_crash_interrupted_is_made_up_for(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    """The reply that nobody saw waits for the next visit."""
    await carried(mail, row(reminder()))
    page = page_of(html_of(await postbox.arrived()))
    link = next(one.address for one in page.controls if one.label == "Aufgaben")
    await mail.desk.keep(await mail.desk.open(link.rpartition("/")[2]), "")
    async with pages_of(house.mail_to(postbox)) as http:
        answer = await http.post(link.removeprefix(HERE), follow_redirects=True)
        assert "Womit kann ich helfen?" in answer.text
    assert taps(house.store) == 1


def news() -> Message:
    """A piece of news with its own button to end them."""
    stop = Key("Keine Neuigkeiten mehr", data=StopNews(issue=7).pack())
    return replace(reminder(), keys=((stop,),))


@pytest.mark.parametrize(("kind", "message"), [(Kind.NEWS, news()), (Kind.DIGEST, reminder())])
async def test_unsubscribing_with_one_click_ends_news_and_nothing_else(
    mail: MailChannel, postbox: Postbox, house: House, kind: Kind, message: Message
) -> None:
    newcomer_with(house.store)
    agreed = Agreed("1", house.clock().date())
    with house.store.transaction() as session:
        subscription.begin(session, her(house.store), Wanted(), agreed)
    await carried(mail, row(message, kind=kind))
    address = (await postbox.arrived())["List-Unsubscribe"].strip("<>").removeprefix(HERE)
    async with pages_of(mail) as http:
        shown = await http.get(address)
        assert subscribed(house.store)
        one_click = {"List-Unsubscribe": "One-Click"}
        answers = [await http.post(address, data=one_click) for _ in range(2)]
    assert shown.status_code == 200
    assert "Keine Neuigkeiten mehr" in shown.text
    assert [answer.status_code for answer in answers] == [204, 204]
    assert not subscribed(house.store)
    assert not her(house.store).quiet


async def test_who_has_a_task_unsubscribes_from_news_for_it_too(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    await carried(mail, row(news(), kind=Kind.NEWS))
    address = (await postbox.arrived())["List-Unsubscribe"].strip("<>").removeprefix(HERE)
    async with pages_of(mail) as http:
        await http.post(address, content=b"List-Unsubscribe=One-Click")
    with house.store.transaction() as session:
        kept = subscription.of(session, her(house.store))
    assert kept is not None
    assert kept.refused


def subscribed(store: Store) -> bool:
    """Whether she gets news for everybody who subscribed."""
    with store.transaction() as session:
        kept = subscription.of(session, her(store))
    return kept is not None and kept.is_on


async def test_the_page_of_an_answer_can_be_loaded_again_and_is_forgotten_in_the_end(
    mail: MailChannel, postbox: Postbox, house: House, task: int
) -> None:
    async with reading(mail, postbox) as person:
        answer = await person.http.post(person.link("Aufgaben"))
        there = answer.headers["location"]
        for _ in range(2):
            await person.looks_at(there)
            assert "Womit kann ich helfen?" in person.sees()
        assert taps(house.store) == 1
        house.clock.later(3 * DAY)
        await house.store.write(lambda session: retention.run(session, house.clock()))
        await person.looks_at(there)
        assert "Womit kann ich helfen?" not in person.sees()


async def test_who_has_everything_deleted_is_told_so(
    mail: MailChannel, postbox: Postbox, house: House
) -> None:
    newcomer_with(house.store)
    async with reading(mail, postbox) as person:
        await person.opens("etwas anderes schreiben")
        await person.says("/delete")
        await person.presses("Ja, alles löschen")
        assert "gelöscht" in person.sees()
        await house.store.write(lambda session: retention.run(session, house.clock()))
        with house.store.transaction() as session:
            assert inbox.owed(session, "mail") == []


async def test_pages_are_safe_and_kept_by_nobody(
    mail: MailChannel, postbox: Postbox, task: int
) -> None:
    async with reading(mail, postbox, reminder(lang="ar", line="مستحق")) as person:
        looked, pressed = (
            await person.http.get(person.link("Aufgaben")),
            await person.http.post(person.link("Aufgaben"), follow_redirects=True),
        )
    for page in (looked, pressed):
        assert '<html lang="ar" dir="rtl">' in page.text
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["x-robots-tag"] == "noindex"
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=", page.text)


async def test_a_label_is_never_markup(mail: MailChannel, postbox: Postbox, task: int) -> None:
    keys = ((Key("<script>alert(1)</script>", data="open:help"),),)
    message = Message("de", "ltr", (Line("x", "de"),), keys=keys)
    async with reading(mail, postbox, message) as person:
        page = await person.http.get(person.link("alert(1)"))
    assert "&lt;script&gt;alert(1)" in page.text


async def test_who_taps_too_fast_is_slowed_down(
    mail: MailChannel, postbox: Postbox, task: int
) -> None:
    async with reading(mail, postbox) as person:
        statuses = [(await person.http.get("/answer/x")).status_code for _ in range(61)]
    assert statuses == [404] * 60 + [429]
