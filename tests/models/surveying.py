"""A survey in a database, people who answer it, and the job that mixes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from models import mixing, person, submission, survey, survey_course, survey_version
from models.base import Session
from models.mixing import Mixer
from models.participation import Who
from models.response import Content
from models.roles import Deed
from models.store import Store
from models.submission import Submitting
from models.survey import Plan
from models.survey_key import key_of
from models.turn import Sender
from models.vault import Vault
from surveys.form import Choice, Form, Group, Question, QuestionType
from tests.clock import MONDAY_MORNING

SECRET = "the installation's"
VAULT = Vault(SECRET, Random(1))
TODAY = MONDAY_MORNING.date()
WORDS = Question("words", "/words", QuestionType.TEXT, {"de": "Was noch?"})
PICK = Question("need", "/need", QuestionType.SELECT_ONE, {"de": "Was fehlt?"}, list="needs")
CHOICES = (Choice("home", {"de": "Wohnung"}), Choice("work", {"de": "Arbeit"}))
FORM = Form(
    id="needs",
    version="1",
    title={"de": "Was brauchen Sie?"},
    languages=("de", "ar"),
    default_language="de",
    root=Group("", "", (PICK, WORDS)),
    lists={"needs": CHOICES},
)


@dataclass
class Asking:
    """One survey. Everybody who answers comes at a chat of her own."""

    store: Store
    plan: Plan = field(default_factory=lambda: Plan({"de": "Was brauchen Sie?"}))
    rng: Random = field(default_factory=lambda: Random(1))
    today: date = TODAY
    id: int = 0
    version: int = 0

    def __post_init__(self) -> None:
        with self.store.transaction() as session:
            self.id = survey.make(session, self.rng, self.deed, self.plan)
            self.version = survey_version.add(session, self.id, FORM, self.today)
            survey_course.open_now(session, self.deed, self.id)

    @property
    def deed(self) -> Deed:
        """At this time, by nobody."""
        return Deed(MONDAY_MORNING + (self.today - TODAY))

    @property
    def mixer(self) -> Mixer:
        """As the job has it."""
        return Mixer(SECRET, self.rng, self.today)

    def days(self, number: int) -> None:
        """Time passes."""
        self.today += timedelta(days=number)

    def key(self, session: Session) -> bytes:
        """The survey's."""
        return key_of(session, self.id, SECRET)

    def content(self, values: Mapping[str, str] | None = None, **others: Any) -> Content:
        """What somebody answered."""
        about = {"language": "de", "mode": "chat"} | others
        return Content(self.version, values=values or {"/need": "home"}, **about)

    def submits(self, name: str, values: Mapping[str, str] | None = None, **others: Any) -> Any:
        """Somebody answers, in a transaction that touches her own row, as every turn does."""
        with self.store.transaction() as session:
            her = person.meet(session, Sender("telegram", name), self.today)
            person.press(session, her, f"submit:{self.rng.random()}")
            finished = Submitting(self.id, self.content(values, **others), who(her))
            return submission.submit(session, self.key(session), self.rng, finished)

    def mixes(self) -> int:
        """The job runs, in a transaction of its own."""
        with self.store.transaction() as session:
            return self.mixes_in(session)

    def mixes_in(self, session: Session) -> int:
        """In a transaction that somebody else ends."""
        return mixing.mix(session, self.id, self.key(session), self.mixer)

    def closes(self) -> bool:
        """For good."""
        with self.store.transaction() as session:
            return survey_course.close(session, self.deed, self.id, self.mixer)


def who(her: person.Person) -> Who:
    """As she takes part."""
    return Who(her.id, her.channel, her.address, her.account_id)
