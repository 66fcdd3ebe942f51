"""Somebody who goes through a form."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from surveys.answers import Answers
from surveys.form import Form
from surveys.interview import Interview
from surveys.interview.vocabulary import (
    Ask,
    AskRow,
    Chosen,
    Conditions,
    DropRow,
    Ended,
    Given,
    GoTo,
    Input,
    Move,
    Outcome,
    Picked,
    Slip,
    SlipKind,
    Speak,
    State,
    Summary,
)

NOW = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Europe/Berlin"))


class Somebody:
    """Does one thing after the other and looks at what she is shown."""

    def __init__(
        self,
        form: Form,
        conditions: Conditions | None = None,
        seed: int = 7,
        language: str = "de",
    ) -> None:
        self.interview = Interview(form, conditions)
        self.now = NOW
        self.state: State
        self.outcome: Outcome
        self.state, self.outcome = self.interview.begin(seed, language, NOW)

    def does(self, given: Input) -> Somebody:
        """One thing."""
        self.state, self.outcome = self.interview.step(self.state, given, self.now)
        return self

    def says(self, *texts: str) -> Somebody:
        """Types answers."""
        for text in texts:
            self.does(Given(text))
        return self

    def presses(self, *names: str) -> Somebody:
        """Presses choices."""
        for name in names:
            self.does(Picked(name))
        return self

    def moves(self, *names: str) -> Somebody:
        """Presses what is no choice."""
        for name in names:
            self.does(Move(name))
        return self

    def chooses(self, *names: str) -> Somebody:
        """Sends a web form's choices."""
        return self.does(Chosen(names))

    def speaks(self, language: str) -> Somebody:
        """Changes the language."""
        return self.does(Speak(language))

    def goes_to(self, path: str) -> Somebody:
        """Picks a line of the summary."""
        return self.does(GoTo(path))

    def drops(self, path: str) -> Somebody:
        """Deletes a row."""
        return self.does(DropRow(path))

    @property
    def asked(self) -> Ask:
        """The question she sees."""
        seen = self.outcome.again if isinstance(self.outcome, Slip) else self.outcome
        assert isinstance(seen, Ask), seen
        return seen

    @property
    def at(self) -> str:
        """Where she is, as what she sees says it."""
        seen = self.outcome.again if isinstance(self.outcome, Slip) else self.outcome
        assert not isinstance(seen, Ended)
        return "/" if isinstance(seen, Summary) else seen.path

    @property
    def row(self) -> AskRow:
        """The question for another row."""
        assert isinstance(self.outcome, AskRow), self.outcome
        return self.outcome

    @property
    def slip(self) -> SlipKind:
        """Why her answer was not taken."""
        assert isinstance(self.outcome, Slip), self.outcome
        return self.outcome.kind

    @property
    def message(self) -> str:
        """What the form says to it."""
        assert isinstance(self.outcome, Slip), self.outcome
        return self.outcome.message

    @property
    def summary(self) -> Summary:
        """The summary she sees."""
        assert isinstance(self.outcome, Summary), self.outcome
        return self.outcome

    @property
    def labels(self) -> list[str]:
        """The labels of the choices she sees."""
        return [option.label for option in self.asked.options]

    @property
    def ticked(self) -> list[str]:
        """The names of those that are ticked."""
        return [option.name for option in self.asked.options if option.chosen]

    @property
    def draft(self) -> dict[str, str]:
        """All that is stored."""
        return dict(self.state.answers.values)

    def submits(self) -> Answers:
        """Hands in what is there."""
        self.moves("summary", "submit")
        assert isinstance(self.outcome, Ended), self.outcome
        return self.outcome.answers
