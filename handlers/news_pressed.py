"""What is behind the buttons of news: an offer, a survey, the whole text; counted, not by whom."""

from __future__ import annotations

from handlers import menu, offers, surveys
from handlers.context import Context
from handlers.features import Actions, Commands
from models import news_button, news_click, news_reading, news_reply
from models.news_actions import PressNews, ReadNews
from models.news_button import Leads, NewsButton
from models.news_reply import Reader
from models.survey_actions import OpenSurvey
from models.text import T
from models.turn import Reply


def pressed(action: PressNews, context: Context) -> Reply:
    """The offer or the survey. What was taken back, or is a preview, is not counted."""
    found = news_button.of(context.session, action.news).get(action.button)
    if found is None or found.kind is Leads.LINK:
        return _gone()
    if news_reading.sent(context.session, action.news, action.issue):
        _count(action.issue, action.button, context)
    return _behind(found, context)


def read(action: ReadNews, context: Context) -> Reply:
    """All of what a digest cut short, for those who got it."""
    found = news_reading.sent(context.session, action.news, action.issue)
    town, person = context.town, context.person
    where = (town.channels, town.default_language)
    if found is None or not news_reading.may_read(context.session, found[0], person, *where):
        return _gone()
    news, issue = found
    due = issue.due.astimezone(context.now.tzinfo).replace(tzinfo=None)
    whole = news_reply.whole(context.session, news, issue.id, due)
    reply = news_reply.reply(whole, reader(context))
    _count(action.issue, news_click.READ_ON, context)
    return reply or _gone()


def reader(context: Context) -> Reader:
    """Her, here."""
    url = context.town.public_url
    return Reader(context.language, context.person.channel, url, context.secret)


def _behind(button: NewsButton, context: Context) -> Reply:
    target = int(button.target)
    if button.kind is Leads.OFFER:
        return offers.shown(target, context)
    return surveys.opened(OpenSurvey(survey=target), context)


def _count(issue: int, button: int, context: Context) -> None:
    where = (context.language, context.person.channel)
    news_click.count(context.session, issue, button, *where)


def _gone() -> Reply:
    return Reply(text=(T("newspage.gone"),), buttons=((menu.button("events"), *menu.main()[0]),))


COMMANDS: Commands = {}
ACTIONS: Actions = {PressNews: pressed, ReadNews: read}
