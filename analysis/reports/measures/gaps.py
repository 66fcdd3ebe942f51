"""What measures lack to be SMART."""

from __future__ import annotations

from analysis.measures.smart import Missing
from analysis.reports.cells import NOTHING, worded
from analysis.reports.document import Cell, Column, Group, Row, Section, Table
from analysis.reports.measures.facts import Facts, Reported
from analysis.reports.measures.wording import source
from analysis.reports.voice import Voice

LETTERS = "SMART"


def section(facts: Facts, voice: Voice) -> Section:
    """One table of those that lack something and are still open."""
    looked_at = [one for one in facts.measures if one.open]
    lacking = [one for one in looked_at if one.missing]
    said = voice.say("report.gaps", gaps=len(lacking), all=len(looked_at))
    table = Table(
        name=voice.say("report.gaps_sheet"),
        title=voice.say("report.gaps_title"),
        columns=_columns(voice),
        groups=(Group(tuple(_row(one, voice) for one in lacking)),),
        source=source(facts, voice),
        empty=voice.say("report.gaps_none"),
        heads=2,
    )
    paragraphs = (said, voice.say("report.gaps_how"))
    return Section("gaps", voice.say("report.gaps_heading"), paragraphs, (table,))


def _columns(voice: Voice) -> tuple[Column, ...]:
    letters = (Column(voice.say(f"report.letter_{letter.lower()}"), 22) for letter in LETTERS)
    number, measure = voice.say("report.number"), voice.say("report.measure")
    return (Column(number, 10, whole=True), Column(measure, 44), *letters)


def _row(one: Reported, voice: Voice) -> Row:
    lacks = (_lacking(one, letter, voice) for letter in LETTERS)
    return (worded(one.number), worded(one.title), *lacks)


def _lacking(one: Reported, letter: str, voice: Voice) -> Cell:
    missing = [voice.say(f"smart.{x}") for x in Missing if x in one.missing and x.letter == letter]
    return worded("\n".join(missing) or NOTHING)
