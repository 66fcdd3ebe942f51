"""Opening hours as offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.hours.schedule import DAYS
from models.imports.opening_hours import parse
from models.imports.problems import Unexpected

MO, TU, WE, TH, FR, SA, SU = range(7)


def hours(text: str) -> list[tuple[int, str]]:
    return [(DAYS.index(x.byday), f"{x.opens_at:%H:%M}-{x.closes_at:%H:%M}") for x in parse(text)]


@pytest.mark.parametrize(
    ("text", "meant"),
    {
        "Mo 09:00-12:00, 13:00-16:00; Di 09:00-12:00": [
            (MO, "09:00-12:00"),
            (MO, "13:00-16:00"),
            (TU, "09:00-12:00"),
        ],
        "Mo-Mi 08:00-16:00": [(day, "08:00-16:00") for day in (MO, TU, WE)],
        "Mo, Do 9-12": [(MO, "09:00-12:00"), (TH, "09:00-12:00")],
        "Mo und Do 9.30–12 Uhr": [(MO, "09:30-12:00"), (TH, "09:30-12:00")],
        "Mon-Tue 09:00-17:00; We 9:00 to 12:00": [
            (MO, "09:00-17:00"),
            (TU, "09:00-17:00"),
            (WE, "09:00-12:00"),
        ],
        "Montag bis Dienstag: 9 Uhr bis 12 Uhr": [(MO, "09:00-12:00"), (TU, "09:00-12:00")],
        "Di. 10-12\nFr. 14-16": [(TU, "10:00-12:00"), (FR, "14:00-16:00")],
        "Sa-Mo 10-12": [(MO, "10:00-12:00"), (SA, "10:00-12:00"), (SU, "10:00-12:00")],
        "Di 14-16, 9-12": [(TU, "09:00-12:00"), (TU, "14:00-16:00")],
        "Fr 20:00-24:00": [(FR, "20:00-00:00")],
        "Fr 20:00-02:00": [(FR, "20:00-02:00")],
        "täglich 00:00-24:00": [(day, "00:00-00:00") for day in range(7)],
        "Mo 9-12, Di 10-11;": [(MO, "09:00-12:00"), (TU, "10:00-11:00")],
    }.items(),
)
def test_it_means_what_the_office_means(text: str, meant: list[tuple[int, str]]) -> None:
    assert hours(text) == meant


@pytest.mark.parametrize(
    ("text", "code"),
    {
        "nach Vereinbarung": "day_unknown",
        "9-12": "hours",
        "Mo": "hours",
        "Mo 9": "hours",
        "Mo 9-25": "time",
        "Mo 9:60-10": "time",
        "Mo 9-9": "time",
        "Mo 24:00-24:00": "time",
        "Mo 9-12, 11-13": "hours_overlap",
        "Mo 9-12; Mo 9-12": "hours_overlap",
        "Mo 20-02, 22-23": "hours_overlap",
        "Mo 9-12 (Haus B)": "hours",
        "Mx 9-12": "day_unknown",
    }.items(),
)
def test_what_means_nothing_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unexpected) as caught:
        parse(text)
    assert caught.value.code == code


@given(st.text(alphabet="MoDiFr 0123456789:.-–,;+undUhrbis\n", max_size=40) | st.text(max_size=40))
def test_any_text_is_hours_or_refused(text: str) -> None:
    try:
        found = parse(text)
    except Unexpected:
        return
    assert found
    assert list(found) == sorted(found, key=lambda x: (DAYS.index(x.byday), x.opens_at))
