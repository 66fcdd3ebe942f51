"""The whole report on measures."""

from __future__ import annotations

from analysis.reports.document import Document, numbered
from analysis.reports.measures import changes, due, gaps, indicators, overview, plan
from analysis.reports.measures.facts import Facts
from analysis.reports.measures.legend import legend
from analysis.reports.voice import Voice

SECTIONS = (overview, due, plan, changes, indicators, gaps)


def measures_report(facts: Facts, voice: Voice) -> Document:
    """The measures of a town on a day, in six chapters."""
    return Document(
        language=voice.language,
        direction=voice.direction,
        title=voice.say("report.title"),
        subtitle=voice.say("report.subtitle", town=facts.town),
        as_of=voice.say("report.as_of", day=voice.day(facts.today)),
        day=facts.today,
        contents=voice.say("report.contents"),
        lists=voice.say("report.lists"),
        legend_heading=voice.say("report.legend"),
        sections=numbered((each.section(facts, voice) for each in SECTIONS), voice),
        legend=legend(voice),
    )
