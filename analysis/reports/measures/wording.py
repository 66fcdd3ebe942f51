"""How measures are put into the cells of several tables."""

from __future__ import annotations

from datetime import time

from analysis.measures.causes import CAUSES
from analysis.measures.light import Light
from analysis.measures.status import Status
from analysis.reports.document import Cell
from analysis.reports.measures.facts import Facts, Reported
from analysis.reports.voice import Voice

NO_BREAK = "\N{NO-BREAK SPACE}"


def lit(light: Light, voice: Voice) -> Cell:
    """A traffic light: its sign and its word."""
    word = voice.say(f"light.{light}")
    return Cell(word, f"{light.symbol} {word}", mark=light)


def stated(status: Status, voice: Voice) -> str:
    """A state in words."""
    return voice.say(f"status.{status}")


def period(one: Reported, voice: Voice) -> str:
    """From when until when, "laufend" for what goes on."""
    span = _span(one, voice)
    running = voice.say("report.running")
    if not one.running:
        return span or voice.say("report.open")
    return f"{span}, {running}" if span else running


def told(text: str, voice: Voice) -> str:
    """What was typed or tapped, a line each."""
    lines = text.splitlines()
    return "\n".join(voice.say(f"because.{x}") if x in CAUSES else x for x in lines)


def due(cell: Cell, hour: time | None, voice: Voice) -> Cell:
    """A date with the hour at which a call closes."""
    return Cell(voice.say("report.at", day=cell.text, hour=hour), cell.value) if hour else cell


def source(facts: Facts, voice: Voice) -> str:
    """What stands under every table and chart."""
    return voice.say("report.source", town=facts.town, day=voice.day(facts.today))


def _span(one: Reported, voice: Voice) -> str:
    start, end = one.start, one.end
    if start and end:
        both = f"{voice.point(start)}{NO_BREAK}– {voice.point(end)}"
        return voice.point(end) if start == end else both
    if start:
        return voice.say("report.from", start=voice.point(start))
    return voice.say("report.until", end=voice.point(end)) if end else ""
