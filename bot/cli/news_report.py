"""`lotse report news`: what was sent and what became of it, as a page or as a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from analysis.reports.news.building import news_report
from analysis.reports.news.facts import Facts
from bot.cli.opening import opened
from bot.cli.report import checked_language, write
from bot.clock import clock
from bot.settings import Settings
from bot.voice import Speaker
from bot.words import formatted
from models import news_facts
from models.text import LanguageName

CHANNELS = ("telegram", "web", "mail", "terminal")


def report_news(path: Path, lang: str) -> None:
    """Write the report on all news that were sent. Exit 2 for a path or language nobody knows."""
    settings = Settings()
    language = checked_language(path, lang, settings)
    speaker = Speaker(language)
    with opened(settings) as session:
        told = news_facts.told(session, language, settings.zone)
    today = clock().astimezone(settings.zone).date()
    spoken = {x for one in told for issue in one.issues for x in _languages(issue.became)}
    names = {code: formatted(LanguageName(code), language) for code in spoken}
    channels = {name: speaker.say(f"channel.{name}") for name in CHANNELS}
    write(news_report(Facts(settings.town, today, told, names, channels), speaker), path)


def _languages(became: Iterable[tuple[str, str]]) -> Iterable[str]:
    return (language for language, _ in became)
