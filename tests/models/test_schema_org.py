"""What machines are told of an offer: schema.org's words, and nothing that is not so."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from analysis.hours.schedule import Schedule, weekly
from models.exports.schema_org.hours import repeating, special, usual
from models.exports.schema_org.offer import Reading, described
from models.offer import Cost, Offer, Organization, Place
from tests.talking import BERLIN

NINE, TWELVE = time(9), time(12)
READING = Reading(("ar", "de"), "https://l.example/offers/7?lang=ar", "Mittelstadt", BERLIN)
HALL = Place("Halle", "Markt 1", "99999", "Mittelstadt", latitude=50.98, longitude=10.6)
WEB = Place("Video", type="virtual", url="https://video.example.org")
COURSE = Offer(
    7,
    "kurs",
    Organization("Verein Brücke"),
    {"de": {"title": "Deutschkurs", "short_answer": "Deutsch lernen."}, "ar": {"title": "دورة"}},
    places=(HALL,),
    schedules=(weekly(0, NINE, TWELVE),),
    languages=("de", "ar"),
)
CLOSED = {"opens": "00:00", "closes": "00:00"}


def told(**other: Any) -> Any:
    """What is told of the course with something else about it."""
    return described(replace(COURSE, **other), READING)


def hours(*schedules: Schedule) -> list[Any]:
    """The usual hours, without public holidays."""
    return usual(schedules, open_on_holidays=True)


def test_a_service_says_who_where_when_and_in_which_languages() -> None:
    data = told()
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Service")
    assert (data["name"], data["description"]) == ("دورة", "Deutsch lernen.")
    assert data["provider"] == {"@type": "Organization", "name": "Verein Brücke"}
    (channel,) = data["availableChannel"]
    assert channel["availableLanguage"] == ["de", "ar"]
    assert channel["serviceLocation"]["address"]["postalCode"] == "99999"
    assert channel["serviceLocation"]["geo"]["latitude"] == 50.98
    assert len(channel["serviceLocation"]["openingHoursSpecification"]) == 2
    assert "hoursAvailable" not in data
    assert len(told(places=())["hoursAvailable"]) == 2


@pytest.mark.parametrize(
    ("maker", "is_office"),
    [
        (Organization("Stadt Mittelstadt, Integrationsbüro"), True),
        (Organization("Stadtsportbund e. V."), False),
        (Organization("Hochschule", legal_status="Körperschaft des öffentlichen Rechts"), True),
    ],
)
def test_an_office_s_service_is_a_government_service(maker: Organization, is_office: bool) -> None:
    data = told(maker=maker)
    assert data["@type"] == ("GovernmentService" if is_office else "Service")
    assert ("serviceOperator" in data) == is_office


def test_weekly_hours_name_their_days_and_how_long_they_hold() -> None:
    (one,) = hours(
        Schedule("MO,TH", NINE, TWELVE, valid_from=date(2026, 9, 1), valid_to=date(2027, 6, 30))
    )
    assert one["dayOfWeek"] == ["https://schema.org/Monday", "https://schema.org/Thursday"]
    assert (one["opens"], one["closes"]) == ("09:00", "12:00")
    assert (one["validFrom"], one["validThrough"]) == ("2026-09-01", "2027-06-30")


def test_a_whole_day_is_not_told_as_closed() -> None:
    (one,) = hours(weekly(0, time(), time()))
    assert (one["opens"], one["closes"]) == ("00:00", "23:59")


def test_public_holidays_are_closed_unless_somebody_says_otherwise() -> None:
    days = [one.get("dayOfWeek") for one in usual(COURSE.schedules, open_on_holidays=False)]
    assert ["https://schema.org/PublicHolidays"] in days
    assert len(hours(*COURSE.schedules)) == 1


@pytest.mark.parametrize(
    "left_out",
    [
        Schedule("MO", NINE, TWELVE, by_appointment=True),
        Schedule("1MO", NINE, TWELVE, freq="MONTHLY"),
        Schedule("MO", NINE, TWELVE, interval=2, dtstart=date(2026, 11, 2)),
        Schedule("MO", NINE, TWELVE, freq="WEEKLY", byweekno="3"),
        Schedule("MO", description="vormittags"),
    ],
)
def test_what_these_words_cannot_say_is_left_out(left_out: Schedule) -> None:
    assert hours(left_out) == []
    assert special([left_out]) == []


def test_exceptions_and_single_days_are_special() -> None:
    holidays = Schedule(instead=True, valid_from=date(2026, 12, 24), valid_to=date(2027, 1, 2))
    party = Schedule("", NINE, TWELVE, freq="", dtstart=date(2026, 12, 5))
    closed, once = special([holidays, party])
    dates = {"validFrom": "2026-12-24", "validThrough": "2027-01-02"}
    assert closed == {"@type": "OpeningHoursSpecification", **CLOSED, **dates}
    assert (once["validFrom"], once["validThrough"]) == ("2026-12-05", "2026-12-05")
    assert once["opens"] == "09:00"
    assert hours(holidays, party) == []


@pytest.mark.parametrize("shut", [{"temporarily_closed": True}, {"by_appointment": True}])
def test_no_hours_are_told_of_what_nobody_can_just_walk_into(shut: dict[str, bool]) -> None:
    for place in ((HALL,), ()):
        assert "OpeningHours" not in str(told(places=place, **shut))


def test_prices_are_offers() -> None:
    offers = told(costs=(Cost(0.0, "mit Sozialpass"), Cost(3.5)))["offers"]
    assert [(one["price"], one["priceCurrency"]) for one in offers] == [
        ("0.00", "EUR"),
        ("3.50", "EUR"),
    ]


def test_an_event_has_its_first_date_in_the_town_s_time() -> None:
    party = Schedule("", time(18), time(1), freq="", dtstart=date(2026, 7, 5))
    data = told(kind="event", schedules=(party,), places=(HALL, WEB))
    assert data["@type"] == "Event"
    assert (data["startDate"], data["endDate"]) == (
        "2026-07-05T18:00:00+02:00",
        "2026-07-06T01:00:00+02:00",
    )
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [one["@type"] for one in data["location"]] == ["Place", "VirtualLocation"]


def test_an_event_that_repeats_says_how() -> None:
    choir = Schedule("1SA", NINE, TWELVE, "MONTHLY", dtstart=date(2026, 1, 3), count=6)
    (one,) = repeating([choir], "Europe/Berlin")
    assert (one["repeatFrequency"], one["repeatCount"], one["byDay"]) == ("P1M", 6, ["1SA"])
    assert (one["startTime"], one["scheduleTimezone"]) == ("09:00", "Europe/Berlin")


def test_a_page_of_information_is_no_service() -> None:
    data = told(kind="page", last_checked=date(2026, 11, 1))
    assert (data["@type"], data["inLanguage"]) == ("WebPage", "ar")
    assert data["lastReviewed"] == "2026-11-01"
    assert "availableChannel" not in data
