"""The whole report on news."""

from __future__ import annotations

from analysis.reports.cells import NOTHING, UNKNOWN
from analysis.reports.document import Document, Signs, numbered
from analysis.reports.news import clicks, overview, reach
from analysis.reports.news.facts import Facts
from analysis.reports.voice import Voice

SECTIONS = (overview, reach, clicks)


def news_report(facts: Facts, voice: Voice) -> Document:
    """What a town told, to how many, and what became of it, in three chapters."""
    return Document(
        language=voice.language,
        direction=voice.direction,
        title=voice.say("newsreport.report"),
        subtitle=voice.say("newsreport.subtitle", town=facts.town),
        as_of=voice.say("report.as_of", day=voice.day(facts.today)),
        day=facts.today,
        contents=voice.say("report.contents"),
        lists=voice.say("report.lists"),
        legend_heading=voice.say("report.legend"),
        sections=numbered((each.section(facts, voice) for each in SECTIONS), voice),
        legend=(
            Signs(NOTHING, voice.say("report.sign_nothing")),
            Signs(UNKNOWN, voice.say("newsreport.sign_few")),
        ),
    )
