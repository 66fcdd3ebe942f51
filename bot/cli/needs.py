"""`lotse report needs`: a survey's first results as a page or as a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import typer

from analysis.needs.release import released
from analysis.needs.variables import Category, Kind, Respondent, Variable
from analysis.reports.needs.building import needs_report
from analysis.reports.needs.facts import About, Facts
from bot.cli.opening import opened
from bot.cli.report import checked_language, write
from bot.clock import clock
from bot.settings import Settings
from bot.voice import Speaker
from handlers.survey_ending import DISTRICT
from models import survey
from models.base import Session
from models.exports.responses import dataset
from models.language import native_name, shipped
from models.offer import FieldOfAction
from models.offers import fields_of_action
from models.survey import Survey, SurveyState
from models.survey_results import Results
from models.translation import GERMAN

WHY = "The difference between them would tell of those who answered in between."
MODES = ("chat", "web", "interviewer", "group", "workshop", "paper")


def report_needs(code: str, path: Path, lang: str) -> None:
    """Write the results of a survey. Exit 1 without such a survey or while it has no form."""
    settings = Settings()
    language = checked_language(path, lang, settings)
    speaker = Speaker(language)
    with opened(settings) as session:
        found = _survey(session, code)
        results = _results(session, found, speaker, settings)
        people = list(results.people())
        fields = {x.code: _named(x, language) for x in fields_of_action(session)}
    today = clock().astimezone(settings.zone).date()
    title = found.plan.title.get(language) or next(iter(found.plan.title.values()), found.code)
    plan = found.plan
    about = About(title, settings.town, today, plan.opens, plan.closes, plan.statute)
    release = released(results.questions, groupings(people, speaker, results.questions), people)
    facts = Facts(about, release, fields, results.in_repeats)
    write(needs_report(facts, speaker), path)
    if found.state is SurveyState.OPEN:
        typer.echo("The survey is open: do not pass on two reports of it. " + WHY, err=True)


def groupings(
    people: list[Respondent], speaker: Speaker, asked: Sequence[Variable] = ()
) -> list[Variable]:
    """By language, district, mode and week, as far as something is known of them. By week only
    those who took part are told, and no question.
    """
    sources = {"district": _asking(asked), "week": {x.name: frozenset[str]() for x in asked}}
    return [
        Variable(name, label, Kind.ONE, categories, depends=sources.get(name, {}))
        for name, label, categories in (
            ("language", speaker.say("needs.language"), _languages(people)),
            ("district", speaker.say("needs.district"), districts(asked)),
            ("mode", speaker.say("needs.mode"), _modes(speaker)),
            ("week", speaker.say("needs.week"), _weeks(people, speaker)),
        )
        if any(person.groups.get(name) for person in people)
    ]


def _languages(people: list[Respondent]) -> tuple[Category, ...]:
    there = {person.groups["language"] for person in people}
    return tuple(Category(code, native_name(code)) for code in shipped() if code in there)


def districts(asked: Sequence[Variable]) -> tuple[Category, ...]:
    """As the form calls them."""
    return next((x.categories for x in asked if _is_district(x)), ())


def _asking(asked: Sequence[Variable]) -> Mapping[str, frozenset[str]]:
    """The question where somebody lives, and those that it hangs on."""
    found = next((x for x in asked if _is_district(x)), None)
    return {found.name: frozenset(), **found.depends} if found else {}


def _is_district(variable: Variable) -> bool:
    return variable.name.rpartition("/")[2].lower() in DISTRICT


def _modes(speaker: Speaker) -> tuple[Category, ...]:
    return tuple(Category(mode, speaker.say(f"needs.mode_{mode}")) for mode in MODES)


def _weeks(people: list[Respondent], speaker: Speaker) -> tuple[Category, ...]:
    there = sorted({week for person in people if (week := person.groups.get("week"))})
    mondays = ((week, date.fromisoformat(f"{week}-1")) for week in there)
    return tuple(
        Category(week, speaker.say("needs.week_from", day=speaker.day(day)))
        for week, day in mondays
    )


def _named(field: FieldOfAction, language: str) -> str:
    return field.names.get(language) or field.names[GERMAN]


def _survey(session: Session, code: str) -> Survey:
    found = survey.by_code(session, code)
    if found is None:
        there = ", ".join(each.code for each in survey.in_state(session, *SurveyState))
        typer.echo(f"There is no survey “{code}”; there are: {there or 'none'}.", err=True)
        raise typer.Exit(1)
    return found


def _results(session: Session, found: Survey, speaker: Speaker, settings: Settings) -> Results:
    data = dataset(session, found.id)
    if data is None:
        typer.echo(f"The survey {found.code} has no form yet.", err=True)
        raise typer.Exit(1)
    return Results(data, speaker.language, settings.zone)
