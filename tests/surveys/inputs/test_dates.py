from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.inputs.months import MONTHS, TODAY, YESTERDAY
from tests.surveys.inputs.asking import question, said


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("de", "3.5.1990", "1990-05-03"),
        ("de", "03.05.90", "1990-05-03"),
        ("de", "3. 5. 1990", "1990-05-03"),
        ("de", "1990-05-03", "1990-05-03"),
        ("de", "3. Mai 1990", "1990-05-03"),
        ("de", "3. MÄRZ 1990", "1990-03-03"),
        ("de", "3 Jan. 1990", "1990-01-03"),
        ("en", "May 3, 1990", "1990-05-03"),
        ("en", "3rd of May 1990", "1990-05-03"),
        ("en", "05/13/1990", "1990-05-13"),
        ("fr", "1er août 1990", "1990-08-01"),
        ("ru", "3 мая 1990 г.", "1990-05-03"),
        ("uk", "3 травня 1990 року", "1990-05-03"),
        ("pl", "3 maja 1990", "1990-05-03"),
        ("tr", "3 Ağustos 1990", "1990-08-03"),
        ("ro", "3 iunie 1990", "1990-06-03"),
        ("ar", "٣/٥/١٩٩٠", "1990-05-03"),
        ("ar", "3 كانون الثاني 1990", "1990-01-03"),
        ("fa", "۳ مه ۱۹۹۰", "1990-05-03"),
        ("uk", "3 Mai 1990", "1990-05-03"),
        ("de", "3.5.30", "2030-05-03"),
        ("de", "3.5.40", "1940-05-03"),
        ("de", "31.2.1990", "no_such_day"),
        ("fa", "1370/2/13", "no_such_day"),
        ("de", "Mai 1990", "not_a_date"),
        ("de", "bald", "not_a_date"),
        ("de", "3.5.", "not_a_date"),
    ],
)
def test_days_are_read_as_people_write_them(language: str, typed: str, value: str) -> None:
    assert said("date", typed, language) == value


@pytest.mark.parametrize(
    ("appearance", "typed", "value"),
    [
        ("month-year", "5.1990", "1990-05-01"),
        ("month-year", "Mai 1990", "1990-05-01"),
        ("month-year", "1990-05", "1990-05-01"),
        ("month-year", "3.5.1990", "1990-05-01"),
        ("month-year", "13/1990", "no_such_day"),
        ("year", "١٩٩٠", "1990-01-01"),
        ("year", "3.5.1990", "1990-01-01"),
        ("month-year", "1990", "not_a_date"),
    ],
)
def test_no_more_of_a_day_than_is_asked(appearance: str, typed: str, value: str) -> None:
    assert said(question("date", appearance=(appearance,)), typed) == value


@pytest.mark.parametrize("language", MONTHS)
def test_today_and_yesterday_in_all_languages(language: str) -> None:
    assert {said("date", word, language) for word in TODAY[language].split()} == {"2026-11-21"}
    assert {said("date", word, language) for word in YESTERDAY[language].split()} == {"2026-11-20"}


@given(st.dates(date(1850, 1, 1), date(2150, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_a_month_in_words_is_read_in_every_language(day: date, language: str) -> None:
    for name in MONTHS[language][day.month - 1].replace("_", " ").split(" "):
        if "_" not in MONTHS[language][day.month - 1]:
            assert said("date", f"{day.day} {name} {day.year}", language) == day.isoformat()


@given(st.text())
def test_any_words_are_a_day_or_not(text: str) -> None:
    assert said("date", text)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("14:30", "14:30:00"),
        ("14.30", "14:30:00"),
        ("14 Uhr", "14:00:00"),
        ("14 Uhr 30", "14:30:00"),
        ("14h30", "14:30:00"),
        ("2 pm", "14:00:00"),
        ("2:30 p.m.", "14:30:00"),
        ("12 am", "00:00:00"),
        ("١٤:٣٠", "14:30:00"),
        ("14:30:15", "14:30:15"),
        ("14:30:15.000+02:00", "14:30:15"),
        ("25:00", "not_a_time"),
        ("13 pm", "not_a_time"),
        ("14", "not_a_time"),
        ("mittags", "not_a_time"),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, value: str) -> None:
    assert said("time", typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3.5.2026 14:30", "2026-05-03T14:30:00.000+02:00"),
        ("3. Mai 2026, 14 Uhr", "2026-05-03T14:00:00.000+02:00"),
        ("2026-12-03T14:30", "2026-12-03T14:30:00.000+01:00"),
        ("gestern um 2 pm", "2026-11-20T14:00:00.000+01:00"),
        ("31.2.2026 14:30", "no_such_day"),
        ("3.5.2026 25:30", "not_a_time"),
        ("irgendwann", "not_a_date"),
    ],
)
def test_moments_are_a_day_and_a_time(typed: str, value: str) -> None:
    assert said("dateTime", typed) == value


@given(st.text())
def test_any_words_are_a_moment_or_not(text: str) -> None:
    assert said("time", text)
    assert said("dateTime", text)
