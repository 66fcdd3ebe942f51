"""German and English spellings of dates and periods, as plans and tables have them."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.measures.period import (
    Period,
    Point,
    Precision,
    Unreadable,
    parse_period,
    parse_point,
    point_around,
    written,
    written_period,
)

DAY, MONTH, QUARTER = Precision.DAY, Precision.MONTH, Precision.QUARTER
HALF, YEAR = Precision.HALF_YEAR, Precision.YEAR

POINTS = {
    (DAY, "2027-12-31"): "31.12.2027|31. 12. 2027|31.12.27|31. Dezember 2027|31. Dez. 2027"
    "|2027-12-31|2027-12-31 00:00:00|2027-12-31T00:00|31 December 2027|December 31, 2027"
    "|December 31st, 2027|Fr., 31.12.2027|Freitag, 31. Dezember 2027"
    "|am 31.12.2027|spätestens 31.12.2027|bis zum 31.12.2027",
    (DAY, "2027-05-03"): "3.5.27|03.05.2027|3. Mai 2027|3 May 2027|May 3rd 2027",
    (DAY, "2028-02-29"): "29.2.2028|29. Februar 2028",
    (MONTH, "2027-12-31"): "12/2027|12.2027|Dezember 2027|Dez. 2027|dez 2027|2027-12|Dez. '27"
    "|Dez 27|Dez. 27|Dez-27|12/27|12-2027|2027/12"
    "|December 2027|Dec 2027|im Dezember 2027|Ende Dezember 2027|bis Ende Dez. 2027",
    (MONTH, "2028-02-29"): "Februar 2028|2/2028|Mitte Februar 2028",
    (MONTH, "2027-03-31"): "März 2027|Mrz 2027|Maerz 2027|March 2027|03/2027|Ma\u0308rz 2027",
    (QUARTER, "2027-06-30"): "2. Quartal 2027|2.Quartal 2027|Q2 2027|Q2/2027|Q2-2027|2027-Q2"
    "|II. Quartal 2027|II/2027|II. Q. 2027|2. Q. 2027|2. Qu. 2027|zweites Quartal 2027"
    "|im zweiten Quartal 2027|second quarter of 2027|2nd quarter 2027|2Q2027|2. Quartal des Jahres "
    "2027|Frühjahr 2027|Frühling 2027|spring 2027|Ende des 2. Quartals 2027|Q2 '27"
    "|Q2/27|2. Q. 27|2Q27|II/27|Quartal II 2027|2. Quartal 27",
    (
        QUARTER,
        "2027-03-31",
    ): "I. Quartal 2027|Anfang 2027|early 2027|Winter 2026/27|Jahresbeginn 2027|Winter 2026/2027",
    (QUARTER, "2027-09-30"): "III. Quartal 2027|Sommer 2027|summer 2027",
    (QUARTER, "2026-12-31"): "IV. Quartal 2026|Herbst 2026|autumn 2026|bis Ende 2026|Ende 2026"
    "|end of 2026|by the end of 2026|Jahresende 2026|Ende des Jahres 2026",
    (
        HALF,
        "2027-06-30",
    ): "1. Halbjahr 2027|I. Halbjahr 2027|1. Hj. 2027|H1 2027|erstes Halbjahr 2027"
    "|erste Hälfte 2027|1. Jahreshälfte 2027|first half of 2027|bis Mitte 2027|Mitte 2027|mid 2027"
    "|Jahresmitte 2027",
    (
        HALF,
        "2027-12-31",
    ): "2. Hj. 27|H2/27|Halbjahr II 2027|2. Halbjahr 2027|H2/2027|zweites Halbjahr 2027",
    (YEAR, "2027-12-31"): "2027|im Jahr 2027|ca. 2027|voraussichtlich 2027|year 2027|bis 2027",
}
EACH_POINT = [(text, *due) for due, texts in POINTS.items() for text in texts.split("|")]

OPEN = [
    "noch offen",
    "unbekannt",
    "steht noch nicht fest",
    "offen",
    "n. n.",
    "n.n.",
    "N. N.",
    "",
    "  ",
    "-",
    "–",
    "k. A.",
    "open",
    "tbd",
    "?",
    "n/n",
]
RUNNING = [
    "laufend",
    "Dauerhaft",
    "fortlaufend",
    "kontinuierlich",
    "(laufend)",
    "ongoing",
    "laufend.",
    "Daueraufgabe",
    "jährlich",
    "ab sofort",
    "seit laufend",
    "unbefristet",
    "bis auf Weiteres",
    "läuft bereits",
    "monatlich",
    "zweimal jährlich",
]

# start, end, running: each as written() has it
PERIODS = {
    "2025–2027": ("2025", "2027", False),
    "2025-2027": ("2025", "2027", False),
    "2025 — 2027": ("2025", "2027", False),
    "2025 bis 2027": ("2025", "2027", False),
    "von 2025 bis 2027": ("2025", "2027", False),
    "from 2025 to 2027": ("2025", "2027", False),
    "zwischen 2025 und 2027": ("2025", "2027", False),
    "2025/2026": ("2025", "2026", False),
    "2025/26": ("2025", "2026", False),
    "2025-26": ("2025", "2026", False),
    "01.03.2026 - 30.06.2027": ("01.03.2026", "30.06.2027", False),
    "01.03.2026-30.06.2027": ("01.03.2026", "30.06.2027", False),
    "2026-03-01 - 2027-06-30": ("01.03.2026", "30.06.2027", False),
    "2026-03-01/2027-06-30": ("01.03.2026", "30.06.2027", False),
    "01.03. - 30.06.2027": ("01.03.2027", "30.06.2027", False),
    "1. März bis 30. Juni 2027": ("01.03.2027", "30.06.2027", False),
    "1.–15. Juni 2027": ("01.06.2027", "15.06.2027", False),
    "10/2026-12/2027": ("Oktober 2026", "Dezember 2027", False),
    "Mai – Juli 2027": ("Mai 2027", "Juli 2027", False),
    "Mai/Juni 2027": ("Mai 2027", "Juni 2027", False),
    "Q1-Q3 2027": ("1. Quartal 2027", "3. Quartal 2027", False),
    "I.–III. Quartal 2027": ("1. Quartal 2027", "3. Quartal 2027", False),
    "3./4. Quartal 2027": ("3. Quartal 2027", "4. Quartal 2027", False),
    "Mitte 2026 bis Mitte 2027": ("2. Halbjahr 2026", "1. Halbjahr 2027", False),
    "ab Anfang 2026 bis Ende 2027": ("1. Quartal 2026", "4. Quartal 2027", False),
    "ab 2026": ("2026", "offen", False),
    "2026 ff.": ("2026", "offen", False),
    "from 2026": ("2026", "offen", False),
    "Beginn: 2026": ("2026", "offen", False),
    "2026 – offen": ("2026", "offen", False),
    "ab Mitte 2026": ("2. Halbjahr 2026", "offen", False),
    "seit 2024": ("2024", "offen", True),
    "since March 2024": ("März 2024", "offen", True),
    "laufend seit 2024": ("2024", "offen", True),
    "seit 2024, dauerhaft": ("2024", "offen", True),
    "ab 2026 fortlaufend": ("2026", "offen", True),
    "2026 – laufend": ("2026", "offen", True),
    "2026, laufend": ("2026", "offen", True),
    "laufend bis 2027": ("offen", "2027", True),
    "2025–2027 (laufend)": ("2025", "2027", True),
    "bis Ende 2026": ("offen", "4. Quartal 2026", False),
    "Ende 2026": ("offen", "4. Quartal 2026", False),
    "bis Mitte 2027": ("offen", "1. Halbjahr 2027", False),
    "Ende März 2027": ("offen", "März 2027", False),
    "by the end of 2026": ("offen", "4. Quartal 2026", False),
    "until June 2027": ("offen", "Juni 2027", False),
    "31.12.2027": ("offen", "31.12.2027", False),
    "2027": ("2027", "2027", False),
    "2. Quartal 2027": ("2. Quartal 2027", "2. Quartal 2027", False),
    "12/2027": ("Dezember 2027", "Dezember 2027", False),
    "Dez 26": ("Dezember 2026", "Dezember 2026", False),
    "Mrz 27 - Jun 27": ("März 2027", "Juni 2027", False),
    "3/25-6/26": ("März 2025", "Juni 2026", False),
    "09/26 – 12/26": ("September 2026", "Dezember 2026", False),
    "9-12/2026": ("September 2026", "Dezember 2026", False),
    "Q1-Q3/27": ("1. Quartal 2027", "3. Quartal 2027", False),
    "Schuljahr 2026/27": ("August 2026", "Juli 2027", False),
    "Schuljahr 2026/2027": ("August 2026", "Juli 2027", False),
    "Kita-Jahr 2026/27": ("August 2026", "Juli 2027", False),
    "Wintersemester 2026/27": ("Oktober 2026", "März 2027", False),
    "WiSe 26/27": ("Oktober 2026", "März 2027", False),
    "Sommersemester 2027": ("April 2027", "September 2027", False),
    "12. KW 2027": ("22.03.2027", "28.03.2027", False),
    "ab KW 12/2027": ("22.03.2027", "offen", False),
    "2026, 2027": ("2026", "2027", False),
    "2026/2027/2028": ("2026", "2028", False),
    "2026, 2027 und 2028": ("2026", "2028", False),
    "Beginn 2026, Ende 2028": ("2026", "2028", False),
    "Start: Q1 2026; Ende: Q4 2026": ("1. Quartal 2026", "4. Quartal 2026", False),
    "2027 –": ("2027", "offen", False),
    "– 2027": ("offen", "2027", False),
    "2027 (geplant)": ("2027", "2027", False),
    "from 2026 onwards": ("2026", "offen", False),
    "9/2025 bis auf Weiteres": ("September 2025", "offen", True),
    "jährlich ab 2026": ("2026", "offen", True),
    "2026 – unbefristet": ("2026", "offen", True),
    "fortlaufend ab 3/2025": ("März 2025", "offen", True),
    "mid-2027": ("offen", "1. Halbjahr 2027", False),
}

WRONG = {
    "31.02.2027": "no_such_day",
    "29.2.2027": "no_such_day",
    "31.13.2027": "no_such_day",
    "13/2027": "no_such_day",
    "00/2027": "no_such_day",
    "bis 31.02.2027": "no_such_day",
    "2027–2025": "reversed",
    "ab 2027 bis 2026": "reversed",
    "November – Februar 2027": "reversed",
    "5. Quartal 2027": "spelling",
    "3. Halbjahr 2027": "spelling",
    "Winter 2027": "spelling",
    "Winter 2026/28": "spelling",
    "bald": "vague",
    "kurzfristig": "vague",
    "Mittelfristig": "vague",
    "langfristig, nach Bedarf": "vague",
    "zeitnah": "vague",
    "nach Beschluss": "vague",
    "innerhalb von 2 Jahren": "vague",
    "vor den Sommerferien 2027": "vague",
    "Mai": "no_year",
    "bis März": "no_year",
    "24.12.": "no_year",
    "3. Quartal": "no_year",
    "Mitte": "no_year",
    "Winter": "no_year",
    "2 Jahre": "spelling",
    "Dez 15": "spelling",
    "KW 54/2027": "spelling",
    "KW 53/2027": "spelling",
    "Schuljahr 2026/28": "spelling",
    "2026, 2028 und 2029": "spelling",
    "12027": "spelling",
    "3027": "spelling",
    "ab": "spelling",
    "bis": "spelling",
    "2025–2027–2029": "spelling",
}


@pytest.mark.parametrize(("text", "precision", "due"), EACH_POINT)
def test_a_point_is_read_with_its_precision_and_due_day(
    text: str, precision: Precision, due: str
) -> None:
    assert parse_point(text) == point_around(date.fromisoformat(due), precision)


@pytest.mark.parametrize("text", OPEN)
def test_open_is_no_date(text: str) -> None:
    assert parse_point(text) is None
    assert parse_period(text) == Period()


@pytest.mark.parametrize("text", RUNNING)
def test_running_has_neither_start_nor_end(text: str) -> None:
    assert parse_period(text) == Period(running=True)


@pytest.mark.parametrize(("text", "expected"), PERIODS.items())
def test_a_period_is_read(text: str, expected: tuple[str, str, bool]) -> None:
    period = parse_period(text)
    assert (written(period.start), written(period.end), period.running) == expected


@pytest.mark.parametrize(("text", "reason"), WRONG.items())
def test_what_names_no_date_is_refused_with_an_example(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse_period(text)
    assert (refused.value.text, refused.value.reason) == (text, reason)
    assert parse_period(refused.value.example).due


def test_a_middle_begins_what_starts_then_and_ends_what_ends_then() -> None:
    assert written(parse_point("Mitte 2027")) == "1. Halbjahr 2027"
    assert written(parse_point("Mitte 2027", starting=True)) == "2. Halbjahr 2027"


def test_a_period_begins_on_its_first_day_and_is_due_on_its_last() -> None:
    period = parse_period("Februar 2028")
    assert (period.begins, period.due) == (date(2028, 2, 1), date(2028, 2, 29))
    assert (parse_period("laufend").begins, parse_period("laufend").due) == (None, None)


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
SOME_POINTS = st.builds(point_around, DAYS, st.sampled_from(Precision))


def in_order(start: Point | None, end: Point | None) -> bool:
    return not (start and end) or start.first <= end.last


@given(SOME_POINTS)
def test_what_is_written_of_a_point_is_read_as_the_same(point: Point | None) -> None:
    assert parse_point(written(point)) == point


@given(SOME_POINTS, SOME_POINTS, st.booleans())
def test_what_is_written_of_a_period_is_read_as_the_same(
    start: Point | None, end: Point | None, running: bool
) -> None:
    if not in_order(start, end):
        start, end = end, start
    period = Period(start, end, running)
    assert parse_period(written_period(period)) == period


@given(SOME_POINTS)
def test_a_period_of_one_point_is_read_as_the_same(point: Point | None) -> None:
    period = Period(point, point)
    assert parse_period(written_period(period)) == period


PIECES = ["bis", "ab", "seit", "laufend", "Ende", "Mitte", "Winter", "ff.", "–", "-", "/", "und"]
DATES = ["Q2", "2.", "Quartal", "Mai", "2027", "2026", "31.12.", "27", "I", "2027-03-01", "offen"]


def read(text: str) -> Period | None:
    """The period of a text, None where it is refused."""
    try:
        return parse_period(text)
    except Unreadable:
        return None


@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PIECES + DATES)).map(" ".join)))
@example("1" * 29)
@example("2027\x00")
@example("²/2027")
@example("٣.٥.٢٠٢٧")
def test_any_text_is_read_or_refused(text: str) -> None:
    period = read(text)
    assert period is None or read(written_period(period)) == period


def test_a_refusal_does_not_tell_what_was_written() -> None:
    with pytest.raises(Unreadable) as refused:
        parse_point("Frau Sommer fragen")
    assert "Frau" not in str(refused.value)
