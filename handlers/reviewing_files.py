"""/reviewfiles: pictures, recordings and files that people sent, one by one, before others may see
them.
"""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu, survey_expecting
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.review_file_buttons import DropFile, ReleaseFile, ReviewFiles
from handlers.rights import needs
from models import response_file
from models import survey as surveys
from models.response_file import Waiting
from models.role import LEADING
from models.roles import Deed
from models.survey import Survey, SurveyState
from models.text import T, Text, Verbatim
from models.turn import Button, File, Reply
from surveys.media.checking import named


@needs(*LEADING)
def listed(argument: str, context: Context) -> Reply:
    """Each survey with how many of its files wait."""
    rows = tuple((button,) for button in waiting(context))
    if not rows:
        return Reply(text=(T("review_files.none"),), buttons=((menu.button("allsurveys"),),))
    return Reply(text=(T("review.which"), T("review.how")), buttons=rows)


def waiting(context: Context) -> Iterator[Button]:
    """The way to the files of each survey of which some wait."""
    for survey in surveys.in_state(context.session, *SurveyState):
        number = response_file.number(context.session, survey.id) if survey.plan.files else 0
        if number:
            title = survey_expecting.title(survey, context)
            label = T("review.heap", title=title, number=number)
            yield Button(label, ReviewFiles(survey=survey.id))


@needs(*LEADING)
def shown(action: ReviewFiles, context: Context) -> Reply:
    """The next file of a survey."""
    return _next(action.survey, action.after, context)


@needs(*LEADING)
def released(action: ReleaseFile, context: Context) -> Reply:
    """Everybody who sees results may see it; then the next one."""
    done = response_file.release(context.session, _deed(context), action.file)
    said = T("review.released") if done else T("review_files.gone")
    return _next(action.survey, action.file, context, said)


@needs(*LEADING)
def withheld(action: DropFile, context: Context) -> Reply:
    """Ask once, then it is gone."""
    if not action.sure:
        yes = Button(T("review.delete"), action.model_copy(update={"sure": True}))
        no = Button(T("review.later"), ReviewFiles(survey=action.survey, after=action.file))
        return Reply(text=(T("review_files.sure"),), buttons=((yes, no),))
    done = response_file.withhold(context.session, _deed(context), action.file)
    said = T("review.deleted") if done else T("review_files.gone")
    return _next(action.survey, action.file, context, said)


def _next(survey: int, after: str, context: Context, *before: Text | Verbatim) -> Reply:
    one = response_file.next_one(context.session, survey, after)
    found = surveys.find(context.session, survey)
    if one is None or found is None:
        rest = listed("", context)
        return Reply(text=(*before, *rest.text), buttons=rest.buttons)
    left = response_file.number(context.session, survey)
    title = survey_expecting.title(found, context)
    text = (*before, title, T("review.left", number=left))
    return Reply(text=text, buttons=_buttons(found, one), files=tuple(_file(one, context)))


def _file(one: Waiting, context: Context) -> Iterator[File]:
    file = response_file.content(context.session, one.id)
    if file is not None:
        yield File(named(one.id, file.media_type), file.media_type, file.content)


def _buttons(survey: Survey, one: Waiting) -> menu.Rows:
    free = Button(T("review.release"), ReleaseFile(survey=survey.id, file=one.id))
    drop = Button(T("review.delete"), DropFile(survey=survey.id, file=one.id, sure=False))
    later = Button(T("review.later"), ReviewFiles(survey=survey.id, after=one.id))
    return ((free,), (drop, later))


def _deed(context: Context) -> Deed:
    return Deed(context.now, context.account_id)


COMMANDS: Commands = {"reviewfiles": listed, "dateienpruefen": listed}
ACTIONS: Actions = {ReviewFiles: shown, ReleaseFile: released, DropFile: withheld}
