"""What has to be exact comes back exactly, or the translation is worth nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.faithful import is_faithful

PHONE = "Rufen Sie an: 0361 655-1234, Mo 09:00-12:30 Uhr."


@pytest.mark.parametrize(
    ("german", "translation"),
    [
        (PHONE, "Call 0361 655-1234, Monday 9:00-12:30."),
        (PHONE, "اتصل: ٠٣٦١ ٦٥٥-١٢٣٤، الاثنين ٩:٠٠-١٢:٣٠"),
        ("Um 9 Uhr", "At 9:00"),
        ("1.200 Euro im Jahr 2026", "1,200 euros in 2026"),
        ("Siehe https://www.stadt.example/kurs.", "см. https://www.stadt.example/kurs, пожалуйста"),
        ("Mail: kurs@stadt.example", "Poczta: kurs@stadt.example."),
        ("Ein Kurs", "Курс"),
        ("", ""),
    ],
)
def test_these_are_faithful(german: str, translation: str) -> None:
    assert is_faithful(german, translation)


@pytest.mark.parametrize(
    ("german", "translation"),
    [
        (PHONE, "Call 0361 655-1243, Monday 9:00-12:30."),
        (PHONE, "Call us on Monday."),
        (PHONE, "Call 0361 655-1234 or 112233, Monday 9:00-12:30."),
        ("Siehe https://stadt.example/kurs", "See https://stadt.example/cours"),
        ("Siehe https://stadt.example", "See the web page"),
        ("Ein Kurs", "A course: https://evil.example"),
        ("Mail: kurs@stadt.example", "Mail: course@stadt.example"),
        ("2 Kinder, 2 Wochen", "2 children, some weeks"),
    ],
)
def test_these_are_not(german: str, translation: str) -> None:
    assert not is_faithful(german, translation)


@settings(max_examples=40)
@given(st.text(max_size=60), st.integers(0, 10**8))
def test_a_text_is_faithful_to_itself_and_a_changed_number_never(text: str, number: int) -> None:
    assert is_faithful(text, text)
    german = f"{text}\n{number} x"
    assert not is_faithful(german, f"{text}\n{number + 1000} x")
