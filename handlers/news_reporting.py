"""What became of a sending, in the chat: by language and channel, why some failed, and clicks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import add

from analysis.reports.news.few import together
from handlers import menu, news_progress, news_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_course_pages import NewsReport
from handlers.news_pages import ShowNews
from handlers.news_seen import gone, title
from handlers.rights import needs
from models import news as all_news
from models import news_button, news_issue, news_report
from models.language import chain
from models.news import News
from models.news_facts import became
from models.news_issue import Issue
from models.news_report import Report
from models.role import TELLING
from models.text import Fixed, LanguageName, Listed, T, Text, Verbatim
from models.turn import Button, Reply

Where = tuple[str, str]
"""A language and a channel."""


@needs(*TELLING)
def shown(action: NewsReport, context: Context) -> Reply:
    """Of one sending; the others are a button away."""
    found = all_news.find(context.session, action.news)
    if found is None:
        return gone()
    issues = {one.number: one for one in news_issue.of(context.session, found.id)}
    back = Button(T("newsrun.look"), ShowNews(news=found.id))
    issue = issues.get(action.number or max(issues, default=0))
    if issue is None:
        return Reply(text=(T("newsrun.not_sent"),), buttons=((back,),), replaces=True)
    text = (title(found, context), *_facts(found, issue, context))
    others = tuple(_other(found, number) for number in _around(issue.number, issues))
    rows = (*((others,) if others else ()), (back,), (menu.button("news"),))
    return Reply(text=text, buttons=rows, replaces=True)


def _facts(news: News, issue: Issue, context: Context) -> Iterator[Text]:
    report = news_report.report(context.session, issue)
    due = issue.due.astimezone(context.now.tzinfo)
    yield T("newsrun.sending", number=issue.number, when=news_words.moment(due))
    fewest = news_progress.fewest(news)
    yield from news_progress.became(report, fewest)
    if 0 < report.sum("total") < fewest:
        return
    yield from _lines(report, fewest)
    for reason, number in report.failed.items():
        yield T("newsrun.reason_line", reason=Fixed(reason), number=number)
    yield from _clicks(news, report, fewest, context)


def _lines(report: Report, fewest: int) -> Iterator[Text]:
    """Of those who subscribed, few are not told apart."""
    each = {(line.language, line.channel): became(line) for line in report.lines if line.total}
    large, rest = together(each, lambda found: found.all, add, fewest)
    for where, found in large.items():
        yield T("newsrun.line", where=_named(where), sent=found.sent, total=found.all)
    if rest is not None:
        others = T("newsreport.others")
        yield T("newsrun.line", where=others, sent=rest.sent, total=rest.all)


def _clicks(news: News, report: Report, fewest: int, context: Context) -> Iterator[Text]:
    buttons = news_button.of(context.session, news.id)
    for number in sorted({button for button, _, _ in report.clicks}):
        found = {(x, y): n for (button, x, y), n in report.clicks.items() if button == number}
        large, rest = together(found, int, add, fewest)
        labels = buttons[number].labels if number in buttons else {}
        named = tuple(T("newsrun.count", where=_named(x), number=n) for x, n in large.items())
        others = T("newsrun.count", where=T("newsreport.others"), number=rest or 0)
        parts = Listed((*named, *((others,) if rest else ())))
        yield T("newsrun.clicks", button=_label(number, labels, context), parts=parts)


def _label(number: int, labels: Mapping[str, str], context: Context) -> Text | Verbatim:
    spoken = (*chain(context.language), *labels)
    found = next((one for one in spoken if labels.get(one)), "")
    return Verbatim(labels[found], found) if found else T("newsrun.button", number=number)


def _named(where: Where) -> Text:
    return T("newsrun.where", language=LanguageName(where[0]), channel=T(f"channel.{where[1]}"))


def _around(number: int, issues: Mapping[int, Issue]) -> Iterator[int]:
    """The sending before and the one after."""
    yield from (one for one in (number - 1, number + 1) if one in issues)


def _other(news: News, number: int) -> Button:
    return Button(T("newsrun.sending_no", number=number), NewsReport(news=news.id, number=number))


COMMANDS: Commands = {}
ACTIONS: Actions = {NewsReport: shown}
