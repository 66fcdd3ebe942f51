"""What the report on news is made of, from the database."""

from __future__ import annotations

from datetime import tzinfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from analysis.reports.news.facts import Became, Clicks, Issue, Told
from models import news, news_button, news_issue, news_report, news_text
from models.language import chain
from models.news import News
from models.news_issue import ISSUE
from models.news_report import Standing


def told(session: Session, language: str, zone: tzinfo) -> tuple[Told, ...]:
    """All news that were sent, in words of `language` if there are such; wall times of `zone`."""
    ids = session.scalars(select(ISSUE.c.news_id).distinct().order_by(ISSUE.c.news_id))
    found = (news.find(session, id) for id in ids)
    return tuple(_told(session, one, language, zone) for one in found if one is not None)


def became(line: Standing) -> Became:
    """As reports count."""
    failed = sum(line.failed.values())
    return Became(line.sent, failed, line.gone, line.unknown, line.waiting)


def _told(session: Session, news: News, language: str, zone: tzinfo) -> Told:
    text = news_text.chosen(news_text.of(session, news.id), language)
    labels = _labels(session, news, language)
    issues = reversed(news_issue.of(session, news.id))
    sent = tuple(_issue(session, issue, labels, zone) for issue in issues)
    return Told(text.title if text else str(news.id), sent, news.audience.public)


def _issue(
    session: Session, issue: news_issue.Issue, labels: dict[int, str], zone: tzinfo
) -> Issue:
    report = news_report.report(session, issue)
    pressed = (
        Clicks(button, labels.get(button, ""), spoken, channel, number)
        for (button, spoken, channel), number in report.clicks.items()
    )
    return Issue(
        number=issue.number,
        due=issue.due.astimezone(zone),
        state=issue.state,
        became={(one.language, one.channel): became(one) for one in report.lines if one.total},
        reasons=report.failed,
        clicks=tuple(pressed),
        weekly=report.weekly,
    )


def _labels(session: Session, news: News, language: str) -> dict[int, str]:
    buttons = news_button.of(session, news.id)
    spoken = {number: (*chain(language), *one.labels) for number, one in buttons.items()}
    return {
        number: next((one.labels[x] for x in spoken[number] if one.labels.get(x)), "")
        for number, one in buttons.items()
    }
