"""News on their way: held, let go on, stopped, taken back."""

from __future__ import annotations

from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_course_pages import CancelNews, PauseNews, ResumeNews, WithdrawNews
from handlers.news_pages import ShowNews
from handlers.news_seen import again, deed, kindly, seen, title
from handlers.rights import needs
from models import news_course
from models.action import Action
from models.news import News
from models.role import TELLING
from models.text import T, Text
from models.turn import Button, Reply


@needs(*TELLING)
@kindly
def paused(action: PauseNews, context: Context) -> Reply:
    """Within a second nothing more of it leaves."""
    news_course.pause(context.session, deed(context), seen(action, context))
    return again(action.news, context, T("newsrun.paused"))


@needs(*TELLING)
@kindly
def resumed(action: ResumeNews, context: Context) -> Reply:
    """It goes on where it stopped."""
    news_course.resume(context.session, deed(context), seen(action, context))
    return again(action.news, context, T("newsrun.resumed"))


@needs(*TELLING)
@kindly
def cancelled(action: CancelNews, context: Context) -> Reply:
    """Ask once: whoever has not got it will not."""
    found = seen(action, context)
    if not action.sure:
        sure = action.model_copy(update={"sure": True})
        return _sure(found, T("newsrun.cancel_sure"), T("newsrun.do_cancel"), sure, context)
    news_course.cancel(context.session, deed(context), found)
    return again(found.id, context, T("newsrun.cancelled"))


@needs(*TELLING)
@kindly
def withdrawn(action: WithdrawNews, context: Context) -> Reply:
    """Ask once: it disappears where it can, from the pages and the feeds too."""
    found = seen(action, context)
    if not action.sure:
        sure = action.model_copy(update={"sure": True})
        return _sure(found, T("newsrun.withdraw_sure"), T("newsrun.do_withdraw"), sure, context)
    news_course.withdraw(context.session, deed(context), found)
    return again(found.id, context, T("newsrun.withdrawn"))


def _sure(found: News, question: Text, yes: Text, action: Action, context: Context) -> Reply:
    no = Button(T("newsrun.no"), ShowNews(news=found.id))
    text = (title(found, context), question)
    return Reply(text=text, buttons=((Button(yes, action),), (no,)), replaces=True)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    PauseNews: paused,
    ResumeNews: resumed,
    CancelNews: cancelled,
    WithdrawNews: withdrawn,
}
