"""To be called back after a survey: asked for apart from it, answered by staff, and then gone."""

import json
from base64 import b64decode

import pytest
from sqlalchemy import select

from handlers.wishing import WishAbout
from jobs import waiting
from models import contact_wish
from models.audit import AuditRow
from models.base import table
from models.contact_wish import CONTACT_WISH
from models.delivery import DELIVERY
from models.role import Role
from models.store import Store
from models.survey import Plan, View
from tests.handlers.talking import Somebody, Town
from tests.handlers.test_surveys import begun, finishes
from tests.jobs.reminding import surroundings
from tests.surveying import TITLE, opened

WISH = "Bitte melden Sie sich bei mir"


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def wishing(town: Town, address: str = "amal") -> Somebody:
    """Somebody who finished a survey and wants to be called back."""
    one = await begun(town, address)
    await finishes(one)
    await one.presses(WISH)
    await one.presses("Etwas anderes")
    return one


async def test_a_wish_names_no_survey_no_day_and_no_answer(there: Town) -> None:
    await there.do(opened)
    await there.somebody("beratung", Role.COUNSELLOR)
    one = await wishing(there)
    assert "meldet sich bei Ihnen" in await one.says("0361 655 12 34, abends")
    (row,) = await there.ask(lambda s: s.execute(select(CONTACT_WISH)).mappings().all())
    assert set(row) == {"id", "person_id", "topic", "contact", "month"}
    assert row["month"] == "2026-11"


async def test_it_is_offered_only_where_somebody_can_answer(there: Town) -> None:
    await there.do(opened)
    one = await begun(there)
    await finishes(one)
    assert not one.sees(WISH)


@pytest.mark.parametrize(
    ("plan", "offered"),
    [(Plan(TITLE, contact=False), False), (Plan(TITLE), True), (Plan(TITLE, contact=True), True)],
)
async def test_a_survey_says_whether_it_asks(there: Town, plan: Plan, offered: bool) -> None:
    await there.do(lambda s: opened(s, plan=plan))
    await there.somebody("beratung", Role.COUNSELLOR)
    one = await there.somebody("amal")
    assert ("jemand bei Ihnen meldet" in await one.says("/survey bedarf23")) == offered
    await one.presses("Einverstanden, beginnen")
    await finishes(one)
    assert one.sees(WISH) == offered


def test_a_survey_of_the_network_does_not_ask_by_itself() -> None:
    assert not Plan(TITLE, view=View.NETWORK).asks_contact
    assert Plan(TITLE, view=View.NETWORK, contact=True).asks_contact


async def test_staff_writes_to_her_chat_and_is_done(there: Town) -> None:
    await there.do(opened)
    staff = await there.somebody("beratung", Role.COUNSELLOR)
    one = await wishing(there)
    await one.presses("Hier im Chat")
    await staff.says("/wishes")
    assert "Zu erreichen im Chat" in await staff.presses("Etwas anderes (Deutsch)")
    await staff.presses("Schreiben")
    assert "unterwegs" in await staff.says("Rufen Sie 0361 655 an, montags.")
    (sent,) = await there.ask(lambda s: s.execute(select(DELIVERY)).all())
    assert (sent.channel, sent.address) == ("web", "amal")
    assert "Rufen Sie 0361 655 an" in json.dumps(json.loads(sent.message), ensure_ascii=False)
    assert "Dann wird der Wunsch gelöscht" in await staff.presses("Erledigt")
    assert "gelöscht" in await staff.presses("Erledigt")
    assert await there.ask(contact_wish.number) == 0
    actions = await there.ask(lambda s: s.scalars(select(table(AuditRow).c.action)).all())
    assert [x for x in actions if "wish" in x] == ["contact_wish.answered", "contact_wish.settled"]


async def test_who_left_a_number_is_not_written_to(there: Town) -> None:
    await there.do(opened)
    staff = await there.somebody("beratung", Role.COUNSELLOR)
    one = await wishing(there)
    await one.says("0361 655 12 34")
    await staff.says("/wishes")
    assert "Zu erreichen: 0361 655 12 34" in await staff.presses("Etwas anderes")
    assert not staff.sees("Schreiben")


async def test_it_is_among_her_data_and_goes_when_she_says_so(there: Town) -> None:
    await there.do(opened)
    await there.somebody("beratung", Role.COUNSELLOR)
    one = await wishing(there)
    await one.says("0361 655 12 34")
    assert "Kontaktwunsch: Etwas anderes, 0361 655 12 34" in await one.says("/mydata")
    assert one.message is not None
    stored = json.loads(b64decode(one.message.files[0].content))
    assert stored["contact_wish"]["contact"] == "0361 655 12 34"
    assert "gelöscht" in await one.presses("Kontaktwunsch zurücknehmen")
    assert await there.ask(contact_wish.number) == 0


async def test_it_goes_with_everything_else_of_hers(there: Town) -> None:
    await there.do(opened)
    await there.somebody("beratung", Role.COUNSELLOR)
    one = await wishing(there)
    await one.presses("Hier im Chat")
    await one.says("/delete")
    await one.presses("Ja")
    assert await there.ask(contact_wish.number) == 0


async def test_a_second_wish_takes_the_place_of_the_first(there: Town) -> None:
    await there.do(opened)
    await there.somebody("beratung", Role.COUNSELLOR)
    one = await wishing(there)
    await one.says("0361 655 12 34")
    await one.says("/survey bedarf23")

    await one.presses(WishAbout(field=-1))
    await one.presses("Hier im Chat")
    (wish,) = await there.ask(contact_wish.waiting)
    assert wish.contact == ""


async def test_staff_hears_once_a_day_that_somebody_waits_and_nothing_more(there: Town) -> None:
    await there.do(opened)
    await there.somebody("4711", Role.COUNSELLOR, channel="telegram")
    one = await wishing(there)
    around = surroundings()
    assert await there.do(lambda s: waiting.run(s, there.clock(), around)) == 0
    await one.says("0361 655 12 34")
    assert await there.do(lambda s: waiting.run(s, there.clock(), around)) == 1
    assert await there.do(lambda s: waiting.run(s, there.clock(), around)) == 0
    (sent,) = await there.ask(lambda s: s.execute(select(DELIVERY)).all())
    assert "0361" not in sent.message.decode()
    assert "1" in sent.message.decode()
