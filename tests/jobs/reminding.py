"""A town whose people are reminded: the real job, a real database, times as a table gives them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, update

from analysis.measures.ladder import Reminding
from analysis.measures.rungs import load_ladder
from analysis.measures.sending_time import SendingRules
from analysis.measures.workdays import Holidays
from bot.message import Message, from_json
from bot.surroundings import rendered
from jobs import reminders
from jobs.surroundings import Surroundings
from models import accounts, person, roles
from models import reminders as reminders_kept
from models.answers import Answer, ShowItem, Tap
from models.base import Session
from models.delivery import DELIVERY
from models.delivery import State as Delivered
from models.delivery_claim import Claim, claim
from models.delivery_work import Entries, Result, write
from models.department import DepartmentRow
from models.measure_parts import STEP
from models.measure_reading import MEASURE
from models.reminders import LATER, REMINDER, Reminder, State
from models.role import Role
from models.roles import Deed, Grant
from models.store import Store
from models.turn import Sender
from tests.models import measure_towns
from tests.models.measure_towns import absent

BERLIN = ZoneInfo("Europe/Berlin")
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
LONG_AGO = date(2025, 1, 7)
TUESDAY = date(2026, 6, 30)
HALF_YEAR = {"end": TUESDAY, "end_precision": "half_year"}


def wall(text: str) -> datetime:
    """A moment in the town, from its wall time."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def surroundings(
    *, catholic: bool = False, channels: Iterable[str] = ("telegram", "mail"), secret: str = ""
) -> Any:
    """A town in Thuringia with the usual ladder and quiet hours."""
    holidays = Holidays("DE-TH", catholic=catholic)
    reminding = Reminding(load_ladder(), holidays)
    rules, reached = SendingRules(BERLIN, holidays), frozenset(channels)
    return Surroundings(reminding, rules, reached, rendered, secret=secret)


@dataclass
class Town:
    """People with channels, their measures, and the job.

    What is queued arrives at once, and is remembered as (address, message); while `halted` it
    stays in the queue.
    """

    store: Store
    around: Surroundings = field(default_factory=surroundings)
    halted: bool = False
    arrived: list[tuple[str, Message]] = field(default_factory=list)

    def somebody(self, name: str, *held: Role, telegram: bool = True, **others: Any) -> int:
        """An account, by default with a chat whose address is its name."""
        with self.store.transaction() as session:
            id = accounts.make(session, LONG_AGO, name, **others)
            for role in held:
                roles.give(session, Deed(wall("2025-01-07 09:00")), id, Grant(role))
            if telegram:
                her = person.meet(session, Sender("telegram", name), LONG_AGO)
                person.choose_language(session, her, "de")
                accounts.link(session, her.id, id)
        return id

    def measure(self, number: str, **others: Any) -> int:
        """A measure in realisation with fresh news and no end, unless said otherwise."""
        usual = {"end": None, "end_precision": "open", "last_news": date(2030, 1, 1)}
        with self.store.transaction() as session:
            return measure_towns.measure(session, number, **(usual | others))

    def tick(self, moment: str | datetime) -> int:
        """The job runs once. How many messages it queued."""
        now = wall(moment) if isinstance(moment, str) else moment
        with self.store.transaction() as session:
            queued = reminders.run(session, now, self.around)
        if not self.halted:
            self.deliver(now)
        return queued

    def deliver(self, now: datetime) -> None:
        """Everything that is due arrives."""
        with self.store.transaction() as session:
            for row in claim(session, Claim("telegram", "test", 100, now + timedelta(1)), now):
                self.arrived.append((row.address, from_json(row.message)))
                write(session, Entries("test", (), [row.id], now))
                write(session, Entries("test", [Result(row.id, Delivered.SENT, 1)], (), now))

    def days(self, first: str, last: str, *times: str) -> None:
        """The job runs at these times of each day."""
        day, end = date.fromisoformat(first), date.fromisoformat(last)
        while day <= end:
            for one in times or ("07:55", "08:05", "20:05"):
                self.tick(datetime.combine(day, time.fromisoformat(one), BERLIN))
            day += timedelta(days=1)

    def later(self, measure: int, account: int, today: date, day: date) -> None:
        """She wants to be reminded of a measure again on a day."""
        planned = Reminder(measure, 0, LATER, day, 1, account, State.PLANNED, today, "owner")
        with self.store.transaction() as session:
            reminders_kept.plan(session, planned)

    def rows(self) -> list[Any]:
        """What was decided, oldest first."""
        with self.store.transaction() as session:
            return list(session.execute(select(REMINDER).order_by(REMINDER.c.id)))

    def sent(self) -> list[tuple[str, str]]:
        """The day and the rung of everything that was sent."""
        return [(f"{row.decided}", row.rung) for row in self.rows() if row.state == "sent"]

    def queue(self) -> list[Any]:
        """Messages, oldest first."""
        with self.store.transaction() as session:
            return list(session.execute(select(DELIVERY).order_by(DELIVERY.c.id)))

    def messages(self, address: str = "") -> list[str]:
        """The words of all that arrived, or of what arrived at somebody's."""
        return [words(one) for to, one in self.arrived if address in ("", to)]

    def message(self) -> Message:
        """The only message that arrived."""
        ((_, message),) = self.arrived
        return message


def words(message: Message) -> str:
    """What is read."""
    return "\n".join(line.text for line in message.text).translate(ISOLATES)


def tap(measure: int, step: int, answer: Answer) -> str:
    return Tap(measure=measure, step=step, version=1, answer=answer).pack()


def item(measure: int, step: int) -> str:
    return ShowItem(measure=measure, step=step).pack()


def a_step(town: Town, measure: int, due: date) -> int:
    values = {"measure_id": measure, "name": "Raum finden", "due": due, "position": 1}
    query = insert(STEP).values(**values, due_precision="day").returning(STEP.c.id)
    with town.store.transaction() as session:
        return int(session.execute(query).scalar_one())


def away(town: Town, account: int, first: str, last: str) -> None:
    with town.store.transaction() as session:
        absent(session, account, date.fromisoformat(first), date.fromisoformat(last))


def in_department(town: Town) -> int:
    with town.store.transaction() as session:
        row = DepartmentRow(code="50", name="Amt 50")
        session.add(row)
        session.flush()
        return row.id


def blocks(town: Town, address: str) -> None:
    """She blocks Lotse on Telegram."""
    with town.store.transaction() as session:
        person.leave(session, her(session, address), LONG_AGO)


def her(session: Session, address: str) -> person.Person:
    return person.meet(session, Sender("telegram", address), LONG_AGO)


def change(town: Town, measure: int, **values: Any) -> None:
    """The town's table changes a measure."""
    with town.store.transaction() as session:
        session.execute(update(MEASURE).where(MEASURE.c.id == measure).values(**values))


def ends(town: Town, state: str) -> None:
    """What waits comes to this end."""
    results = [Result(row.id, Delivered(state)) for row in town.queue()]
    with town.store.transaction() as session:
        write(session, Entries("test", results, (), wall("2026-06-30 09:01")))


def leaves(town: Town, id: int) -> bool:
    """Whether a worker that claimed a message may still send it."""
    with town.store.transaction() as session:
        return id in write(session, Entries("", (), [id], wall("2026-06-30 09:02")))
