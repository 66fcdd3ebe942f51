"""What an offer has several of stands in further sheets, and what is wrong there is said."""

from datetime import time
from typing import Any

from analysis.hours.schedule import Schedule
from models.imports.offers_table import read_offers
from models.imports.reading import Reading
from models.imports.table import Table
from models.offer import Contact, Cost, Phone
from tests.models.offer_tables import CAFE, COURSE, TOPICS, sheet

SCHOOL = {"offer": "kurs", "location": "Schule", "city": "Mittelstadt"}


def read(**sheets: dict[str, Any]) -> Reading:
    """The course and the café, with one row in each further sheet."""
    further = (sheet(name, row) for name, row in sheets.items())
    return read_offers(Table("angebote.xlsx", (sheet("offers", COURSE, CAFE), *further)), TOPICS)


def problems(**sheets: dict[str, Any]) -> list[str]:
    return [str(problem) for problem in read(**sheets).problems]


def test_a_further_place_comes_after_the_first() -> None:
    course, cafe = read(places=SCHOOL).offers
    assert [place.name for place in course.places] == ["Haus am Markt", "Schule"]
    assert cafe.places == ()


def test_a_number_belongs_to_the_offer_a_place_or_a_contact() -> None:
    number = {"offer": "kurs", "number": "0361 1", "languages": "ar"}
    phone = Phone("0361 1", languages=("ar",))
    contact = {"offer": "kurs", "name": "Kursbüro"}
    course = read(phones=number).offers[0]
    assert course.phones == (Phone("+49 30 23125 101"), phone)
    course = read(places=SCHOOL, phones={**number, "place": 2}).offers[0]
    assert [place.phones for place in course.places] == [(), (phone,)]
    course = read(contacts=contact, phones={**number, "contact": "1"}).offers[0]
    assert course.contacts == (Contact("Kursbüro", phones=(phone,)),)
    assert course.phones == (Phone("+49 30 23125 101"),)


def test_an_organization_says_more_of_itself_for_all_of_its_offers() -> None:
    row = {"name": "Volkshochschule", "email": "info@example.org"}
    phone = {"organization": "Volkshochschule", "number": "115"}
    course, cafe = read(organizations=row, phones=phone).offers
    assert (course.maker.email, course.maker.phones) == ("info@example.org", (Phone("115"),))
    assert course.maker.website == "https://vhs.example.org"
    assert (cafe.maker.email, cafe.maker.phones) == ("", ())


def test_a_rule_that_no_cell_can_say() -> None:
    row = {"offer": "kurs", "days": "1SA", "freq": "monthly", "opens_at": "10:00", "closes_at": 12}
    course = read(schedules=row).offers[0]
    assert course.schedules[-1] == Schedule("1SA", time(10), time(12), "MONTHLY")
    assert len(course.schedules) == 3


def test_a_price_for_some_and_a_form() -> None:
    price = {"offer": "kurs", "amount": 0, "option": "mit Sozialpass"}
    form = {"offer": "kurs", "document": "Ausweis", "link": "https://a.example.org/x"}
    course = read(costs=price, documents=form).offers[0]
    assert course.costs == (Cost(12.5), Cost(0.0, "mit Sozialpass"))
    assert course.document_links == {"Ausweis": "https://a.example.org/x"}


def test_a_row_of_no_offer_is_named() -> None:
    (problem,) = problems(contacts={"offer": "kurz", "name": "Kursbüro"})
    assert problem == (
        "angebote.xlsx, sheet contacts, row 2, column A (offer):"
        " there is no offer “kurz” in the sheet offers; did you mean “kurs”?"
    )
    (problem,) = problems(contacts={"offer": None, "name": "Kursbüro"})
    assert "column A (offer): the cell is empty; expected the id of an offer" in problem


def test_a_number_of_nobody_is_named() -> None:
    (problem,) = problems(phones={"offer": None, "number": "115"})
    assert "row 2, column A (offer): the cell is empty" in problem
    assert problems(phones={"organization": "Frauentreff e. V.", "number": "115"}) == []


def test_a_place_that_the_offer_does_not_have_is_named() -> None:
    (problem,) = problems(schedules={"offer": "kurs", "place": 2, "days": "MO"})
    assert "column B (place): there is no number 2; the offer has 1 of them" in problem


def test_a_wrong_cell_is_named() -> None:
    assert "“Deutschland” is no code; expected such as DE" in str(
        problems(places={**SCHOOL, "country": "Deutschland"})
    )
    assert "column B (opens_at): “abends” is no time" in str(
        problems(schedules={"offer": "kurs", "opens_at": "abends"})
    )
