"""How news are put into the cells of several tables."""

from __future__ import annotations

from analysis.reports.cells import counted
from analysis.reports.document import Cell, Column, Row
from analysis.reports.news.facts import Became, Facts, Issue, Told
from analysis.reports.voice import Voice

STATES = ("sent", "failed", "gone", "unknown", "waiting")


def source(facts: Facts, voice: Voice) -> str:
    """What stands under every table and chart."""
    return voice.say("newsreport.source", town=facts.town, day=voice.day(facts.today))


def named(told: Told, issue: Issue, voice: Voice) -> str:
    """A sending: its title with the day; repeated ones have several."""
    day = voice.day(issue.due.date())
    return voice.say("newsreport.sending", title=told.title, day=day)


def columns(voice: Voice) -> tuple[Column, ...]:
    """How many messages, and what became of them."""
    heads = ("all", *STATES)
    return tuple(Column(voice.say(f"newsreport.{name}"), 14, "end") for name in heads)


def figures(became: Became, voice: Voice) -> Row:
    """The cells of `columns`."""
    each = (became.all, *(getattr(became, name) for name in STATES))
    return tuple(counted(figure, voice) for figure in each)


def language(code: str, facts: Facts) -> str:
    """What a language is called."""
    return facts.languages.get(code, code)


def channel(name: str, facts: Facts) -> str:
    """What a channel is called."""
    return facts.channels.get(name, name)


def worded(text: str) -> Cell:
    """Words that a spreadsheet may sort by."""
    return Cell(text, text)
