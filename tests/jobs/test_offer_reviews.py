"""Those who keep offers are asked once a week for all of them, reminded once, and then who leads is
told.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.message import Message, from_json
from jobs import offer_reviews as job
from models import accounts, offer_changes, offer_reviews, person, report
from models.delivery import DELIVERY
from models.offer import Offer
from models.offer_change_reading import current
from models.offer_review import OFFER_REVIEW
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.turn import Sender
from tests.jobs.reminding import surroundings, wall, words
from tests.models.upkeep import RULES, offer, renamed, settle, somebody

MONDAY = date(2026, 11, 23)
DUE = MONDAY - timedelta(days=1)


class Town:
    """A manager, offers, and the job; everybody is reached in Telegram under her name."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.around = surroundings(channels=("telegram", "mail"))
        self.somebody("Integrationsbüro", Role.MANAGER)

    def somebody(self, name: str, *held: Role, telegram: bool = True, **others: Any) -> int:
        with self.store.transaction() as session:
            id = somebody(session, name, *held, **others)
            if telegram:
                her = person.meet(session, Sender("telegram", name), MONDAY)
                person.choose_language(session, her, "de")
                accounts.link(session, her.id, id)
        return id

    def offers(self, *offers: Offer) -> list[int]:
        with self.store.transaction() as session:
            return settle(session, *offers)

    def tick(self, day: date, at: str = "10:00") -> int:
        """Part after part, until nothing is left to say. How many messages."""
        queued = 0
        while part := self.part(wall(f"{day} {at}")):
            queued += part
        return queued

    def part(self, now: datetime) -> int:
        with self.store.transaction() as session:
            return job.run(session, now, self.around)

    def days(self, first: date, last: date) -> None:
        """The job runs once in each hour in which somebody may be written to."""
        while first <= last:
            self.tick(first)
            first += timedelta(days=1)

    def sent(self) -> list[tuple[str, str, str]]:
        """(address, day, first line) of all that was queued."""
        return [
            (
                row.address,
                f"{row.not_before:%Y-%m-%d}",
                words(from_json(row.message)).split("\n")[0],
            )
            for row in self.rows()
        ]

    def messages(self, address: str) -> list[Message]:
        return [from_json(row.message) for row in self.rows() if row.address == address]

    def rows(self) -> list[Any]:
        with self.store.transaction() as session:
            return list(session.execute(select(DELIVERY).order_by(DELIVERY.c.id)))

    def wrong(self, offer: int, kind: str, day: date) -> None:
        """Somebody says so."""
        with self.store.transaction() as session:
            report.record(session, offer, kind, day)  # type: ignore[arg-type]
            offer_reviews.reported(session, offer, day)

    def confirms(self, offer: int, day: date, by: int) -> None:
        with self.store.transaction() as session:
            deed = Deed(wall(f"{day} 11:00"), by)
            assert offer_reviews.confirm(session, deed, offer, RULES)


@pytest.fixture
def place(sqlite_store: Store) -> Town:
    return Town(sqlite_store)


ASKED = "Ein Angebot, das Sie pflegen, ist zu prüfen. Stimmt noch alles?"
UNTENDED = "Ein Angebot prüft niemand. Bitte kümmern Sie sich darum."


def test_she_is_asked_reminded_and_then_who_leads_is_told(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER)
    place.offers(offer(review_due=DUE))
    place.days(MONDAY, MONDAY + timedelta(days=36))
    assert place.sent() == [
        ("Volkshochschule", "2026-11-23", ASKED),
        ("Volkshochschule", "2026-12-07", ASKED),
        ("Integrationsbüro", "2026-12-21", UNTENDED),
        ("Integrationsbüro", "2026-12-28", UNTENDED),
    ]
    first, second = place.messages("Volkshochschule")
    assert "schon vor zwei Wochen" not in words(first)
    assert "schon vor zwei Wochen" in words(second)


def test_one_message_for_all_that_she_keeps(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER)
    titles = [f"Kurs {number}" for number in range(7)]
    place.offers(*(offer(f"k{n}", title, review_due=DUE) for n, title in enumerate(titles)))
    assert place.tick(MONDAY) == 1
    (message,) = place.messages("Volkshochschule")
    assert "7 Angebote, die Sie pflegen" in words(message)
    assert "und 2 weitere" in words(message)
    labels = [key.label for row in message.keys for key in row]
    assert labels == [*titles[:5], "Alle ansehen"]


def test_who_sent_a_change_is_asked_no_more_until_it_is_decided(place: Town) -> None:
    keeper = place.somebody("Volkshochschule", Role.KEEPER)
    (course,) = place.offers(offer(review_due=DUE))
    with place.store.transaction() as session:
        wanted = renamed(current(session, [course])[course], "Deutsch am Morgen")
        deed = Deed(wall(f"{MONDAY} 08:00"), keeper)
        change = offer_changes.submit(session, deed, wanted, RULES).change
    place.tick(MONDAY)
    assert place.messages("Volkshochschule") == []
    with place.store.transaction() as session:
        assert change is not None
        assert offer_changes.refuse(session, deed, change, "Das stimmt nicht.")
    place.tick(MONDAY + timedelta(days=1))
    assert len(place.messages("Volkshochschule")) == 1


def test_who_said_yes_hears_no_more_of_it(place: Town) -> None:
    her = place.somebody("Volkshochschule", Role.KEEPER)
    (course,) = place.offers(offer(review_due=DUE))
    place.tick(MONDAY)
    place.confirms(course, MONDAY, her)
    place.days(MONDAY, MONDAY + timedelta(days=60))
    assert len(place.rows()) == 1


def test_what_comes_to_be_due_in_the_same_week_waits_for_the_next(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER)
    place.offers(
        offer(review_due=DUE), offer("morgen", "Morgen", review_due=MONDAY + timedelta(days=1))
    )
    place.days(MONDAY, MONDAY + timedelta(days=7))
    assert [day for _, day, _ in place.sent()] == ["2026-11-23", "2026-11-30"]
    assert "2 Angebote" in words(place.messages("Volkshochschule")[1])


def test_what_people_call_wrong_comes_first_with_what_they_say(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER)
    _, cafe = place.offers(offer(review_due=DUE), offer("cafe", "Sprachcafé"))
    for kind in ("hours", "hours", "contact"):
        place.wrong(cafe, kind, MONDAY)
    place.tick(MONDAY)
    lines = words(place.messages("Volkshochschule")[0]).split("\n")
    assert lines[1] == (
        "Sprachcafé: Jemand sagt, hier stimmt etwas nicht:"
        " Öffnungszeiten (2-mal) und Telefon oder E-Mail (1-mal)"
    )
    assert lines[2] == "Deutsch am Abend: zuletzt geprüft am 2. November 2026"


def test_what_nobody_keeps_goes_to_who_leads_at_once(place: Town) -> None:
    place.offers(offer(review_due=DUE, keeper="Niemand"))
    place.tick(MONDAY)
    assert place.sent() == [("Integrationsbüro", "2026-11-23", UNTENDED)]
    assert "Deutsch am Abend (Niemand)" in words(place.messages("Integrationsbüro")[0])


def test_a_keeper_who_cannot_be_reached_is_none(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER, telegram=False)
    place.offers(offer(review_due=DUE))
    place.tick(MONDAY)
    assert [address for address, *_ in place.sent()] == ["Integrationsbüro"]


def test_who_has_only_a_mailbox_gets_a_mail(place: Town) -> None:
    mail = "kurse@example.org"
    place.somebody("Kurse", Role.KEEPER, telegram=False, email=mail, email_verified=True)
    place.offers(offer(review_due=DUE, keeper="", keeper_email=mail))
    place.tick(MONDAY)
    assert place.sent() == [(mail, "2026-11-23", ASKED)]


def test_nobody_is_written_to_at_night_or_on_a_sunday(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER)
    place.offers(offer(review_due=DUE))
    place.tick(MONDAY - timedelta(days=1), "21:00")
    (row,) = place.rows()
    assert row.not_before == wall("2026-11-23 08:00")
    assert row.not_after == wall("2026-11-23 20:00")
    place.days(MONDAY, MONDAY + timedelta(days=6))
    assert len(place.rows()) == 1


def test_two_who_keep_the_same_are_both_asked(place: Town) -> None:
    first = place.somebody("Volkshochschule", Role.KEEPER)
    place.somebody("Büro", Role.KEEPER, limit="Volkshochschule")
    (course,) = place.offers(offer(review_due=DUE))
    place.tick(MONDAY)
    assert {address for address, *_ in place.sent()} == {"Volkshochschule", "Büro"}
    place.confirms(course, MONDAY, first)
    place.days(MONDAY, MONDAY + timedelta(days=30))
    assert len(place.rows()) == 2


def test_who_leads_hears_once_a_week_what_else_waits(place: Town) -> None:
    her = place.somebody("Volkshochschule", Role.KEEPER)
    (course,) = place.offers(offer())
    place.offers(offer(title="Deutsch am Morgen"))
    with place.store.transaction() as session:
        wanted = renamed(current(session, [course])[course], "Deutsch am Mittag")
        offer_changes.submit(session, Deed(wall(f"{MONDAY} 09:00"), her), wanted, RULES)
    place.days(MONDAY, MONDAY + timedelta(days=8))
    assert [day for _, day, _ in place.sent()] == ["2026-11-23", "2026-11-30"]
    message = place.messages("Integrationsbüro")[0]
    assert words(message).split("\n") == [
        "Eine Änderung an einem Angebot wartet auf Ihr Ja.",
        "Bei einem Angebot ist der deutsche Text neuer als eine Übersetzung.",
    ]
    labels = [key.label for row in message.keys for key in row]
    assert labels == ["Änderungen ansehen"]


def test_where_nothing_waits_nobody_hears_anything(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER)
    place.offers(offer())
    place.days(MONDAY, MONDAY + timedelta(days=8))
    assert place.rows() == []


def test_what_was_taken_out_is_forgotten(place: Town) -> None:
    place.somebody("Volkshochschule", Role.KEEPER)
    place.offers(offer(review_due=DUE))
    place.tick(MONDAY)
    place.offers(replace(offer(review_due=DUE), inactive=True))
    place.tick(MONDAY + timedelta(days=1))
    with place.store.transaction() as session:
        assert session.execute(select(OFFER_REVIEW)).all() == []


def test_many_keepers_are_asked_in_parts_and_each_once(place: Town) -> None:
    many = [f"Verein {number}" for number in range(job.PART + 3)]
    for name in many:
        place.somebody(name, Role.KEEPER)
    place.offers(*(offer(f"v{n}", keeper=name, review_due=DUE) for n, name in enumerate(many)))
    now = wall(f"{MONDAY} 10:00")
    assert [place.part(now) for _ in range(3)] == [job.PART, 3, 0]
    assert sorted(address for address, *_ in place.sent()) == sorted(many)
