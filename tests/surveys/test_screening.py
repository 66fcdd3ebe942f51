"""What may tell who wrote a text is found in all scripts, and ordinary sentences stay unmarked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.first_names import FIRST_NAMES
from surveys.screening import Trace, blackened, findings, traces

TELLING = [
    ("Rufen Sie mich an: 0151 23456789", Trace.PHONE),
    ("+49 (0)361/655-1234", Trace.PHONE),
    ("00380 67 123 45 67", Trace.PHONE),
    ("رقمي ٠١٥١ ٢٣٤٥٦٧٨٩", Trace.PHONE),
    ("شماره من ۰۱۵۱۲۳۴۵۶۷۸", Trace.PHONE),
    ("amal.h@example.org", Trace.MAIL),
    ("amal (at) example (dot) org", Trace.MAIL),
    ("https://example.org/amal", Trace.LINK),
    ("auf Telegram bin ich @amal_99", Trace.LINK),
    ("DE89 3704 0044 0532 0130 00", Trace.IBAN),
    ("Az. 12 K 345/24", Trace.CASE),
    ("AZR-Nummer 123456789012", Trace.CASE),
    ("Kundennummer: 093D123456", Trace.CASE),
    ("Pass C01X00T47", Trace.CASE),
    ("geboren am 3.5.1990", Trace.BIRTHDAY),
    ("ich heiße Quendel", Trace.NAME),
    ("меня зовут Квендель", Trace.NAME),
    ("اسمي قندول", Trace.NAME),
    ("Frau Müller vom Amt", Trace.NAME),
]
ORDINARY = [
    "Es gibt zu wenig Plätze, die Miete ist 500 Euro im Monat, seit 2024 warten wir.",
    "Der Kurs ist von 10-12 Uhr, 3 Tage in der Woche, 09:00 wäre besser.",
    "Die Frau am Schalter war nett. Mehr Busse, 2,5 km sind zu weit.",
    "نحتاج إلى 3 دروس إضافية في الأسبوع",
    "Нужно больше курсов, 15 мест мало",
    "Nous attendons depuis 6 mois une place à la crèche.",
]


@pytest.mark.parametrize(("text", "trace"), TELLING)
def test_what_tells_is_found(text: str, trace: Trace) -> None:
    assert trace in traces(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_tell_nothing(text: str) -> None:
    assert traces(text, FIRST_NAMES) == ()


@pytest.mark.parametrize("text", ["dann kam Ámal", "AMAL war da", "mit Amal", "amals"])
def test_names_are_found_in_any_case_as_whole_words(text: str) -> None:
    assert traces(text, ["Amal"]) == ((Trace.NAME,) if text != "amals" else ())


@given(st.text(max_size=200))
def test_whatever_is_written_is_screened_and_blackened(text: str) -> None:
    found = findings(text, ["Amal"])
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    black = blackened(text, found, lambda trace: "█")
    assert (black == text) == (not found) or "█" in text


def test_what_is_blackened_is_gone_and_the_rest_stays() -> None:
    text = "Bitte 0151 23456789 anrufen oder a@b.de schreiben"
    black = blackened(text, findings(text), lambda trace: f"[{trace}]")
    assert black == "Bitte [phone] anrufen oder [mail] schreiben"
