"""How the survey was made and reckoned, and what its results are not (R26)."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.needs.variables import Kind
from analysis.reports.document import Section
from analysis.reports.needs.facts import Facts
from analysis.reports.voice import Voice


def section(facts: Facts, voice: Voice) -> Section:
    """What must be known before the first figure."""
    texts = (*_survey(facts, voice), *_reckoning(facts, voice))
    return Section("method", voice.say("needs.method_heading"), texts)


def _survey(facts: Facts, voice: Voice) -> Iterator[str]:
    about = facts.about
    yield voice.say("needs.not_representative")
    yield voice.say("needs.voluntary")
    if about.opens and about.closes:
        opens, closes = voice.day(about.opens), voice.day(about.closes)
        yield voice.say("needs.period", opens=opens, closes=closes)
    if about.statute:
        yield voice.say("needs.statute", statute=about.statute)


def _reckoning(facts: Facts, voice: Voice) -> Iterator[str]:
    rules = facts.release.rules
    least, one, two = rules.groups
    if not facts.release.enough:
        yield voice.say("needs.too_few", least=least)
        return
    yield voice.say("needs.protection", cell=rules.cell, group=one, both=two)
    yield voice.say("needs.audited", cell=rules.cell)
    yield voice.say("needs.no_row")
    yield voice.say("needs.missing")
    yield voice.say("needs.bases", shares=rules.shares)
    kinds = {question.kind for question in facts.release.questions}
    if Kind.NUMBER in kinds:
        half, quarter = 2 * rules.cell, 4 * rules.cell
        yield voice.say("needs.quantiles", half=half, quarter=quarter)
    if Kind.RANK in kinds:
        yield voice.say("needs.borda")
    yield voice.say("needs.words")
    if facts.untold:
        yield voice.say("needs.repeats", questions=" · ".join(facts.untold))
    yield voice.say("needs.rounding")
