"""The whole report on a survey's first results."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reports.cells import MEANINGLESS, NOTHING, UNKNOWN
from analysis.reports.document import Document, Section, Signs, numbered
from analysis.reports.needs import method, participation, questions, ranking
from analysis.reports.needs.cells import LITTLE, UNSURE
from analysis.reports.needs.facts import Facts
from analysis.reports.voice import Voice


def needs_report(facts: Facts, voice: Voice) -> Document:
    """What a survey says: how it was made, who took part, what was named most, the questions."""
    about = facts.about
    return Document(
        language=voice.language,
        direction=voice.direction,
        title=voice.say("needs.title"),
        subtitle=voice.say("needs.subtitle", survey=about.survey, town=about.town),
        as_of=voice.say("report.as_of", day=voice.day(about.today)),
        day=about.today,
        contents=voice.say("report.contents"),
        lists=voice.say("report.lists"),
        legend_heading=voice.say("report.legend"),
        sections=numbered(_sections(facts, voice), voice),
        legend=legend(facts, voice),
    )


def legend(facts: Facts, voice: Voice) -> tuple[Signs, ...]:
    """The signs of German official statistics (DIN 55301)."""
    return (
        Signs(NOTHING, voice.say("report.sign_nothing")),
        Signs(LITTLE, voice.say("needs.sign_little")),
        Signs(UNKNOWN, voice.say("needs.sign_withheld")),
        Signs(MEANINGLESS, voice.say("report.sign_meaningless")),
        Signs(UNSURE, voice.say("needs.sign_unsure", shares=facts.release.rules.shares)),
    )


def _sections(facts: Facts, voice: Voice) -> Iterator[Section]:
    yield method.section(facts, voice)
    if facts.release.enough:
        yield participation.section(facts, voice)
        yield from ranking.sections(facts, voice)
        yield from questions.sections(facts, voice)
