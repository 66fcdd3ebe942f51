"""What the signs of the report mean."""

from __future__ import annotations

from analysis.measures.light import Light
from analysis.reports.cells import MEANINGLESS, NOTHING, UNKNOWN
from analysis.reports.document import Signs
from analysis.reports.voice import Voice


def legend(voice: Voice) -> tuple[Signs, ...]:
    """The signs of German official statistics, then the lights with their rule."""
    signs = (
        Signs(NOTHING, voice.say("report.sign_nothing")),
        Signs(UNKNOWN, voice.say("report.sign_unknown")),
        Signs(MEANINGLESS, voice.say("report.sign_meaningless")),
    )
    lights = (
        Signs(voice.say(f"light.{light}"), voice.say(f"report.means_{light}"), light)
        for light in Light
    )
    return (*signs, *lights)
