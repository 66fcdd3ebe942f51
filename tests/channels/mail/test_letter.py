"""What a mail looks like: both its texts, its headers, and nothing that anybody smuggles in."""

import re
from base64 import b64encode
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels.mail_letter import Envelope, letter, linked, subject_of
from bot.message import Attachment, Key, Line, Message, OfferCard
from tests.channels.mail.house import reminder
from tests.channels.mail.postbox import html_of, plain_of
from web.site import environment

TEMPLATE = environment().get_template("mail.html")
AT = datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo("Europe/Berlin"))
HEADERS = [
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
    *("X-Auto-Response-Suppress", "MIME-Version", "Content-Type", "Content-Language"),
]
TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
EVIL = "Guten Tag\r\nBcc: everybody@stadt.example\r\n\r\n<script>alert(1)</script>\u2028X: y\x00"


def envelope(name: str = "Lotse Mittelstadt", unsubscribe: str = "") -> Envelope:
    """Who writes to whom."""
    here, there = "lotse@stadt.example", "frau.berger@stadt.example"
    return Envelope(here, name, there, AT, "<12.abc@stadt.example>", unsubscribe)


def sent(message: Message, name: str = "Lotse Mittelstadt", footer: str = "Lotse") -> EmailMessage:
    """The mail as whoever gets it reads it."""
    message = linked(message, lambda key: f"https://lotse.example/answer/{key.data}")
    written = letter(message, envelope(name), (Line(footer, message.lang),), TEMPLATE)
    read = message_from_bytes(written.as_bytes(), policy=default)
    assert isinstance(read, EmailMessage)
    return read


def test_there_is_a_plain_text_and_html_and_both_say_the_same() -> None:
    mail = sent(reminder())
    parts = [part.get_content_type() for part in mail.walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html"]
    for text in (plain_of(mail), unescape(html_of(mail))):
        assert "Maßnahme 3.1 ist am Freitag fällig." in text
        assert "https://lotse.example/answer/open:topics" in text
        assert "https://stadt.example/integration" in text


def test_the_plain_text_can_be_read_and_tapped_line_by_line() -> None:
    assert plain_of(sent(reminder())) == (
        "Maßnahme 3.1 ist am Freitag fällig.\n\n"
        "• Aufgaben\nhttps://lotse.example/answer/open:topics\n\n"
        "• Hilfe\nhttps://lotse.example/answer/open:help\n\n"
        "• Zur Stadt\nhttps://stadt.example/integration\n\n"
        "-- \nLotse\n"
    )


def test_an_arabic_mail_runs_from_right_to_left() -> None:
    mail = sent(reminder(lang="ar", line="الإجراء 3.1 مستحق يوم الجمعة"))
    html = html_of(mail)
    assert '<html lang="ar" dir="rtl">' in html
    assert '<div lang="ar" dir="rtl"' in html
    assert mail["Content-Language"] == "ar"
    assert mail["Subject"] == "الإجراء 3.1 مستحق يوم الجمعة"
    assert "الإجراء 3.1" in plain_of(mail)


def test_nothing_is_fetched_and_nobody_is_watched() -> None:
    html = html_of(sent(with_a_card()))
    assert not re.search(r"<(img|script|link|iframe|object|style)|url\(|@import|background=", html)


def test_every_colour_of_text_has_its_own_ground() -> None:
    """Otherwise a mail program in the dark shows black on black."""
    html = html_of(sent(with_a_card()))
    styles = re.findall(r'style="([^"]*)"', html)
    coloured = [style for style in styles if re.search(r"(^|;)color:", style)]
    assert coloured
    assert all("background-color:" in style for style in coloured)
    assert '<meta name="color-scheme" content="light dark">' in html


def test_a_card_keeps_its_lines_and_links() -> None:
    mail = sent(with_a_card())
    for text in (plain_of(mail), unescape(html_of(mail))):
        assert "Sprachcafé" in text
        assert "Kosten" in text
        assert "https://verein.example/?a=1&b=2" in text
    assert mail["Subject"] == "Sprachcafé"


def test_files_travel_along() -> None:
    file = Attachment("bericht.csv", "text/csv", b64encode("ä;b\n".encode()).decode())
    (attached,) = sent(
        Message("de", "ltr", (Line("Bericht", "de"),), files=(file,))
    ).iter_attachments()
    assert attached.get_filename() == "bericht.csv"
    assert attached.get_payload(decode=True) == "ä;b\n".encode()


def test_one_click_unsubscribing_is_offered_as_rfc_8058_says() -> None:
    written = letter(reminder(), envelope(unsubscribe="https://lotse.example/x"), (), TEMPLATE)
    assert written["List-Unsubscribe"] == "<https://lotse.example/x>"
    assert written["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@given(line=TYPED, label=TYPED, name=TYPED, footer=TYPED)
@example(line=EVIL, label=EVIL, name=EVIL, footer=EVIL)
@example(line="", label="", name="\x1e0", footer="")
def test_nothing_that_is_said_becomes_a_header(
    line: str, label: str, name: str, footer: str
) -> None:
    message = Message("de", "ltr", (Line(line, "de"),), keys=((Key(label, data="x"),),))
    mail = sent(message, name, footer)
    assert mail.keys() == HEADERS
    assert mail["To"] == "frau.berger@stadt.example"
    (sender,) = mail["From"].addresses
    assert sender.addr_spec == "lotse@stadt.example"
    assert [part.get_content_type() for part in mail.walk()][1:] == ["text/plain", "text/html"]


@given(TYPED, TYPED)
@example(EVIL, EVIL)
def test_nothing_that_is_said_becomes_markup(line: str, label: str) -> None:
    plainest = Message("de", "ltr", (Line("x", "de"),), keys=((Key("y", data="x"),),))
    message = Message("de", "ltr", (Line(line, "de"),), keys=((Key(label, data="x"),),))
    assert tags(html_of(sent(message))) == tags(html_of(sent(plainest)))


@given(TYPED)
@example(EVIL)
@example("\u2067ab\u2069\u200f")
def test_a_subject_is_one_short_visible_line(line: str) -> None:
    subject = subject_of(Message("de", "ltr", (Line(line, "de"),)))
    assert len(subject) <= 120
    assert len(subject.splitlines()) <= 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]", subject)


def test_a_subject_keeps_what_persian_words_need() -> None:
    assert "می‌خواهم" in subject_of(Message("fa", "rtl", (Line("می‌خواهم", "fa"),)))


@pytest.mark.parametrize("address", ["a@b.example\r\nBcc: x@y.example", "a b@c.example", ""])
def test_an_address_that_is_none_is_an_error(address: str) -> None:
    bad = Envelope("lotse@stadt.example", "Lotse", address, AT, "<1@x>")
    with pytest.raises((ValueError, IndexError)):
        letter(reminder(), bad, (), TEMPLATE)


def with_a_card() -> Message:
    """A message with an offer."""
    href = "https://verein.example/?a=1&b=2"
    lines = (
        Line("frei", "de", "cost", "Kosten"),
        Line(href, "", "website", "Web", href),
        Line("Mo 10:00–12:00", "de", "hours"),
    )
    title = Line("Sprachcafé", "de", "title")
    card = OfferCard(7, title, lines, ((Key("Mehr", data="offer:7"),),))
    return Message("de", "ltr", cards=(card,), keys=((Key("Ja", data="x"),),))


def tags(html: str) -> list[str]:
    """The elements of a page, without <bdi>, which numbers are put into."""
    return [tag for tag in re.findall(r"<[/!a-z][^>]*>", html) if "bdi" not in tag]
