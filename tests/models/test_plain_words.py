"""What people write to each other is what it looks like."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.plain_words import HIDDEN, LINE, plain

RLO, LRI, PDI, ZWSP, TAG = "\u202e", "\u2066", "\u2069", "\u200b", "\U000e0041"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Guten Tag,\r\n\r\n\r\n\r\nbitte kommen Sie.\n", "Guten Tag,\n\nbitte kommen Sie."),
        (f"Rufen Sie {RLO}0163{PDI}{LRI} an", "Rufen Sie 0163 an"),
        (f"ge{ZWSP}heim{TAG}\x07", "geheim"),
        ("<b>fett</b> [Bank](https://evil.example)", "<b>fett</b> [Bank](https://evil.example)"),
        ("https://sparkasse.de@evil.example/x", "https://evil.example/x"),
        ("https://a@b:c@evil.example", "https://evil.example"),
        ("https://sp\u0430rkasse.de/start", "https://xn--sprkasse-26g.de/start"),
        ("https://M\u00fcnchen.de", "https://xn--mnchen-3ya.de"),
        ("https://evil\u3002example/", "https://evil.example/"),
        ("https://jobcenter\u200d.de", "https://jobcenter.de"),
        ("amt@example.org", "amt@example.org"),
        ("می\u200cخواهم 👩\u200d👧 kommen", "می\u200cخواهم 👩\u200d👧 kommen"),
        ("Cafe\u0301", "Caf\u00e9"),
        (f"{RLO}{ZWSP}", ""),
    ],
)
def test_nothing_is_hidden_and_addresses_say_where_they_lead(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_long_lines_go_on_in_the_next_and_nothing_is_lost() -> None:
    words = "wort " * 1500
    lines = plain(words).split("\n")
    assert max(map(len, lines)) <= LINE
    assert " ".join(lines) == words.strip()
    assert plain("x" * 5000).replace("\n", "") == "x" * 5000


@given(st.text(alphabet=st.characters(), max_size=200))
def test_whatever_is_written_stays_as_it_is_once_it_is_plain(written: str) -> None:
    shown = plain(written)
    assert plain(shown) == shown
    kept = {letter for letter in shown if unicodedata.category(letter) in HIDDEN}
    assert kept <= set("\n\u200c\u200d")
