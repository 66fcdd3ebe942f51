"""How tables on questions are put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.needs.places import EVERYBODY, Frame, Group, Place, Role
from analysis.needs.variables import Kind, Variable
from analysis.reports.cells import UNKNOWN
from analysis.reports.document import Cell, Column, Row
from analysis.reports.document import Group as Rows
from analysis.reports.needs.cells import many, share
from analysis.reports.needs.facts import Facts, called, labels
from analysis.reports.voice import Voice

HEAD = 34
"""The width of a column of words, in letters."""


def source(facts: Facts, voice: Voice) -> str:
    """What stands under every table and chart."""
    about = facts.about
    return voice.say(
        "needs.source", survey=about.survey, town=about.town, day=voice.day(about.today)
    )


def of(text: str, figure: float | None, voice: Voice) -> str:
    """A title with n."""
    return voice.say("needs.of", title=text, number=many(figure, voice).text)


def base(facts: Facts, group: Group, question: Variable) -> float | None:
    """Of how many shares are: several choices of all who were asked, one of all who answered."""
    if question.kind is Kind.SEVERAL:
        return facts.asked(group, question)
    return facts.among(Role.ANSWERED, group, question)


def taking_part(facts: Facts, question: Variable, voice: Voice) -> Rows:
    """Who answered, left the question out or was not asked, of all."""
    people = facts.people()
    roles = [(Role.ANSWERED, "needs.answered"), (Role.SKIPPED, "needs.skipped")]
    if question.conditional:
        roles.append((Role.UNASKED, "needs.unasked"))
    rows = []
    for role, id in roles:
        figure, text = facts.among(role, EVERYBODY, question), voice.say(id)
        portion = share(figure, people, facts.release.rules, voice)
        rows.append((Cell(text, text), many(figure, voice), portion))
    return Rows(tuple(rows), voice.say("needs.base"))


def by_groups(
    facts: Facts, frame: Frame, voice: Voice
) -> Iterator[tuple[str, list[tuple[Group, Cell]]]]:
    """Each breakdown with its groups and what they are called."""
    names = {one.name: one.label for one in facts.release.frame.variables}
    known = labels(facts.release)
    for breakdown in frame.breakdowns:
        groups = list(frame.groups(breakdown))
        if len(groups) > 1:
            heading = " · ".join(names[name] for name in breakdown)
            texts = [called(group, known, voice) for group in groups]
            pairs = zip(groups, texts, strict=True)
            yield heading, [(group, Cell(text, text)) for group, text in pairs]


def telling(rows: Iterable[Row], first: int) -> tuple[Row, ...]:
    """Rows in which anything is told from the cell `first` on."""
    return tuple(row for row in rows if any(cell.text != UNKNOWN for cell in row[first:]))


def place(role: Role, group: Group, question: Variable, category: str) -> Place:
    """Where a figure of a choice stands."""
    return Place(role, group, question.name, category)


def figures(heading: str, width: int = 12) -> Column:
    """A column of figures."""
    return Column(heading, width, "end")
