"""What an answer is about: a measure or a step of it, as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from analysis.measures.status import OPEN
from handlers import measure_words as say
from handlers.context import Context
from handlers.measure_card import card
from handlers.measure_rights import answered
from models import measure_changes as changes
from models import reminders
from models.measure_changes import By, News
from models.measure_record import Measure, Step
from models.text import T, Text
from models.turn import Reply


class About(Protocol):
    """An action or a dialogue that says what it is about."""

    @property
    def measure(self) -> int:
        """The measure's id."""

    @property
    def step(self) -> int:
        """The step's id, 0 for the measure itself."""


@dataclass(frozen=True, slots=True)
class Item:
    """A measure, or a step of it."""

    measure: Measure
    step: Step | None

    @property
    def due(self) -> date | None:
        """By when."""
        return self.step.due if self.step else self.measure.end

    @property
    def step_id(self) -> int:
        """0 for the measure itself."""
        return self.step.id if self.step else 0

    @property
    def name(self) -> Text:
        """In words."""
        return say.named(self.measure, self.step)

    @property
    def is_open(self) -> bool:
        """Whether anything is still expected."""
        done = self.step is not None and self.step.done_on is not None
        return self.measure.active and self.measure.status in OPEN and not done

    def words(self, more: str = "") -> str:
        """A note's text: which step it is about, and what is said of it."""
        lines = (self.step.name if self.step else "", more)
        return "\n".join(line for line in lines if line)


def item_of(about: About, context: Context) -> Item:
    """What it is about. A step that is gone counts as its measure. Raises NotYours."""
    measure = answered(about.measure, context)
    step = next((step for step in measure.steps if step.id == about.step), None)
    return Item(measure, step)


def is_stale(item: Item, about: About, version: int) -> bool:
    """Whether it has changed since the button was made."""
    gone = bool(about.step) and item.step is None
    return gone or not item.is_open or item.measure.version != version


def changed(item: Item, context: Context) -> Reply:
    """What is so by now."""
    return card(item.measure, context, T("tap.changed"))


def report(item: Item, news: News, context: Context) -> int:
    """Keep an answer: the reminder needs none any more. Returns the note's id."""
    reminders.answered(context.session, item.measure.id, item.step_id)
    return changes.report(context.session, item.measure.id, news, by(context))


def by(context: Context) -> By:
    """She, now."""
    return By(context.account_id, context.now)
