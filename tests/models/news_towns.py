"""A town of made-up people, and who of them should get a piece of news, in plain Python."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from models import accounts, groups, person, reaching, roles, subscription
from models.department import DepartmentRow, GroupRow
from models.news_audience import Reach
from models.organization import OrganizationRow
from models.roles import Deed, Grant
from models.subscription import Agreed, Rhythm
from models.turn import Sender
from tests.jobs.reminding import wall
from tests.models.news_people import DAY, Chat, Somebody, Wish

DEED = Deed(wall("2026-11-01 09:00"))


class Town:
    """People of a database that is never committed, and who of them should get it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.expected: dict[str, tuple[str, str, str, bool]] = {}
        for row in (
            GroupRow(id=1, code="g", name="g", kind="working", field=""),
            DepartmentRow(id=1, code="d", name="d"),
            *(OrganizationRow(id=id, name=str(id), source="", source_id=str(id)) for id in (1, 2)),
        ):
            session.add(row)
        session.flush()

    def settle(self, one: Somebody, number: int, reach: Reach) -> None:
        """She comes to town, and is expected if the rules say so."""
        if one.held is None:
            for index, chat in enumerate(one.chats):
                her = self._meets(chat, f"{number}-{index}", None)
                self._decides(her, one.wish)
                self._expect_person(her, chat, one.wish, reach)
            return
        account = self._account(one, number)
        met = [self._meets(chat, f"{number}-{i}", account) for i, chat in enumerate(one.chats)]
        her = met[0] if met else self._nobody(account)
        self._decides(her, one.wish)
        self._expect_account(account, one, reach)

    def _account(self, one: Somebody, number: int) -> int:
        email = "" if one.mailbox is None else f"Amt{one.mailbox}@example.org"
        places = {"department_id": 1 if one.department else None}
        places |= {"organization_id": one.organization or None}
        account = accounts.make(
            self.session, DAY, f"{number}", email=email, language=one.language, **places
        )
        for role in one.held or ():
            roles.give(self.session, DEED, account, Grant(role))
        groups.put(self.session, account, [1] if one.group else [])
        return account

    def _meets(self, chat: Chat, name: str, account: int | None) -> person.Person:
        address = f"{name}@example.org" if chat.channel == "mail" else name
        sender = Sender(chat.channel, address)
        her = person.meet(self.session, sender, date(2026, 10, 1 + chat.seen))
        values = {"language": chat.language, "quiet": chat.quiet, "account_id": account}
        gone = {"gone_on": DAY if chat.gone else None}
        person.change_row(self.session, her.id, **values, **gone)
        found = person.find(self.session, sender)
        assert found
        return found

    def _nobody(self, account: int) -> person.Person:
        """Whoever acts for it: only the account matters."""
        return replace(person.nobody("de", DAY), account_id=account)

    def _decides(self, her: person.Person, wish: Wish) -> None:
        for step in wish.does:
            if step == "begin":
                subscription.begin(self.session, her, wish.wanted, Agreed("1", DAY))
            elif step == "refuse":
                subscription.refuse(self.session, her, DAY)
            elif step == "end":
                subscription.end(self.session, her)
            else:
                subscription.accept(self.session, her)

    def _expect_person(self, her: person.Person, chat: Chat, wish: Wish, reach: Reach) -> None:
        way = reaching.Way(chat.channel, her.address, chat.language or "de")
        open_to = chat.channel in reach.channels and not (chat.quiet or chat.gone)
        if open_to and subscribed(wish, reach, False) and speaks(way.language, reach):
            weekly = wish.wanted.rhythm is Rhythm.WEEKLY
            self._expect(way, f"p{her.id}", weekly)

    def _expect_account(self, account: int, one: Somebody, reach: Reach) -> None:
        way = reaching.way_to(self.session, account, reach.channels)
        wants = subscribed(one.wish, reach, True) or holds(one, reach)
        if way is not None and wants and speaks(way.language, reach):
            weekly = is_on(one.wish, True) and one.wish.wanted.rhythm is Rhythm.WEEKLY
            self._expect(way, f"a{account}", weekly)

    def _expect(self, way: reaching.Way, who: str, weekly: bool) -> None:
        key = f"m{way.address.lower()}" if way.channel == "mail" else who
        self.expected.setdefault(key, (way.channel, way.address.lower(), way.language, weekly))


def is_on(wish: Wish, has_task: bool) -> bool:
    """Whether she wants what is for everybody, after all her decisions."""
    on = False
    for step in wish.does:
        if step == "begin":
            on = True
        elif step == "end" or (step == "refuse" and has_task):
            on = False
    return on


def refuses(wish: Wish) -> bool:
    """Whether somebody with a task wants nothing for that either."""
    last = [step for step in wish.does if step in ("begin", "refuse", "accept")]
    return bool(last) and last[-1] == "refuse"


def subscribed(wish: Wish, reach: Reach, has_task: bool) -> bool:
    audience, wanted = reach.audience, wish.wanted
    about = not audience.topics or not wanted.topics or bool(audience.topics & wanted.topics)
    there = not audience.districts or wanted.district in ("", *audience.districts)
    return audience.public and is_on(wish, has_task) and about and there


def holds(one: Somebody, reach: Reach) -> bool:
    audience, held = reach.audience, one.held or frozenset()
    return (
        audience.staff
        and bool(held & audience.roles if audience.roles else held)
        and (not audience.groups or one.group)
        and (not audience.departments or one.department)
        and (not audience.organizations or one.organization in audience.organizations)
        and not refuses(one.wish)
    )


def speaks(language: str, reach: Reach) -> bool:
    asked, versions = reach.audience.languages, reach.versions
    return (not asked or language in asked) and (versions is None or language in versions)
