"""How far a sending has come, as it goes."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import news_words
from handlers.context import Context
from models import news_issue, news_report
from models.news import News
from models.news_audience import FEWEST
from models.news_issue import Issue, IssueState
from models.news_report import Report
from models.text import T, Text

UNDER_WAY = (IssueState.PREPARING, IssueState.SENDING)


def has_begun(news: News, context: Context) -> bool:
    """Whether it was ever sent."""
    return news_issue.newest(context.session, news.id) is not None


def lines(news: News, context: Context) -> Iterator[Text]:
    """Its last sending."""
    issue = news_issue.newest(context.session, news.id)
    if issue is None:
        return
    due = issue.due.astimezone(context.now.tzinfo)
    yield T("newsrun.sending", number=issue.number, when=news_words.moment(due))
    yield from _waits(issue, context)
    yield from became(news_report.report(context.session, issue), fewest(news))
    if issue.edited is not None:
        yield T("newsrun.editing")


def fewest(news: News) -> int:
    """Of fewer people nothing is told: of those who subscribed."""
    return FEWEST if news.audience.public else 1


def became(report: Report, fewest: int) -> Iterator[Text]:
    """What became of all its messages."""
    total = report.sum("total")
    share = round(100 * (total - report.sum("waiting")) / total) if total else 100
    if 0 < total < fewest:
        yield T("newsrun.few", percent=share)
        return
    yield T("newsrun.progress", sent=report.sum("sent"), total=total, percent=share)
    figures = {name: report.sum(name) for name in ("waiting", "gone", "unknown")}
    figures |= {"failed": sum(report.failed.values()), "weekly": report.weekly}
    for name, number in figures.items():
        if number:
            yield T(f"newsrun.figure_{name}", number=number)


def _waits(issue: Issue, context: Context) -> Iterator[Text]:
    """Why nothing leaves just now."""
    if issue.state is IssueState.PREPARING:
        yield T("newsrun.preparing", number=issue.total)
    if issue.state in UNDER_WAY and issue.opens is not None and issue.opens > context.now:
        opens = issue.opens.astimezone(context.now.tzinfo)
        yield T("newsrun.quiet_until", when=news_words.moment(opens))
