"""A file or a position as an answer: taken where a question asks for it, and nowhere else."""

from __future__ import annotations

from handlers import sorry
from handlers import survey_course as course
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues, Wanting
from handlers.survey_course import Going
from handlers.survey_media import upload
from models import draft_file
from models.dialogue import Surveying
from models.medium import Received, Upload
from models.text import T
from models.turn import Reply, Sent
from surveys.form import QuestionType
from surveys.interview.vocabulary import Ask, Attached, Given, Slip
from surveys.media.checking import File
from surveys.slip import SlipKind


def wanted(context: Context) -> Upload | None:
    """The file that she is asked for at this moment. None: nobody asked, and nothing is read."""
    going = _going(context)
    return None if going is None else upload(going.asked(context))


def sent(sent: Sent, context: Context) -> Reply:
    """What she sent is her answer, if it was asked for."""
    if sent.kind == "place":
        return _where(sent, context)
    going, came = _going(context), sent.received
    if going is None or came is None or not course.is_current(going, came.question, context):
        return sorry.not_taken(sent, context)
    if came.file is None:
        return _not_here(came, going, context)
    if not draft_file.has_room(context.session, going.draft.id, came.file):
        return _slipped(SlipKind.TOO_LARGE, going, context)
    return _answered(came.file, going, context)


def _where(sent: Sent, context: Context) -> Reply:
    """Rounded by the interview before anything is kept."""
    waiting = context.person.dialogue
    going = course.going(waiting.survey, context) if isinstance(waiting, Surveying) else None
    asked = going.asked(context) if going else None
    if going is None or not isinstance(asked, Ask) or asked.type is not QuestionType.GEOPOINT:
        return sorry.not_taken(sent, context)
    return course.step(going, Given(sent.point, exact=True), context)


def _answered(file: File, going: Going, context: Context) -> Reply:
    id = draft_file.keep(context.session, context.vault, going.draft, file)
    return course.step(going, Attached(id, file.media_type, len(file.content)), context)


def _not_here(came: Received, going: Going, context: Context) -> Reply:
    if came.why is None:
        return course.again(going, context, T("survey.file_lost"))
    return _slipped(came.why, going, context)


def _slipped(why: SlipKind, going: Going, context: Context) -> Reply:
    asked = going.asked(context)
    course.wait(going.survey.id, context)
    return course.show(Slip(why, "", asked), going.view(context), context)


def _going(context: Context) -> Going | None:
    waiting = context.person.dialogue
    if not isinstance(waiting, Surveying):
        return None
    going = course.going(waiting.survey, context)
    return going if going is not None and going.survey.plan.files else None


COMMANDS: Commands = {}
ACTIONS: Actions = {}
SENT: Dialogues = {Surveying: sent}
WANTED: Wanting = {Surveying: wanted}
