"""A survey's link and QR code, and how many in a workshop have answered."""

from __future__ import annotations

from handlers import qr
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.rights import needs
from handlers.survey_expecting import title
from handlers.survey_manager_buttons import LiveCount, ShowLink, ShowSurvey, gone
from handlers.survey_modes import WORKSHOP
from models import survey as surveys
from models import survey_counts, survey_key
from models.role import LEADING
from models.survey import SurveyState
from models.text import Fixed, T
from models.turn import Button, Reply


@needs(*LEADING)
def linked(action: ShowLink, context: Context) -> Reply:
    """Public: everybody who has it may answer."""
    found = surveys.find(context.session, action.survey)
    if found is None:
        return gone()
    payload = f"{found.link}_w" if action.room else found.link
    web, telegram = context.town.link(payload), context.town.telegram_link(payload)
    lines = [T("invite.link", link=Fixed(web))]
    if telegram:
        lines.append(T("invite.telegram", link=Fixed(telegram)))
    head = T("surveys.room_link") if action.room else T("surveys.public_link")
    picture = qr.picture(f"lotse-{payload}.png", web)
    rows = ((Button(T("surveys.card"), ShowSurvey(survey=found.id)),),)
    return Reply(text=(title(found, context), head, *lines), buttons=rows, files=(picture,))


@needs(*LEADING)
def counted(action: LiveCount, context: Context) -> Reply:
    """For whoever leads the workshop."""
    found = surveys.find(context.session, action.survey)
    if found is None or found.state is SurveyState.CLOSED:
        return gone()
    key = survey_key.key_of(context.session, found.id, context.secret)
    number = survey_counts.live(context.session, found.id, key, WORKSHOP)
    again = Button(T("surveys.count_again"), LiveCount(survey=found.id))
    card = Button(T("surveys.card"), ShowSurvey(survey=found.id))
    text = (title(found, context), T("surveys.live", number=number))
    return Reply(text=text, buttons=((again,), (card,)), replaces=True)


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowLink: linked, LiveCount: counted}
