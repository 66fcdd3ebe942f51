"""An interview that goes on: what she does, her draft, the next question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from handlers import survey_ending, survey_media
from handlers.context import Context
from handlers.features import Values
from handlers.survey_asking import drawn
from handlers.survey_modes import who
from handlers.survey_values import told
from handlers.survey_view import Asked, View, token
from handlers.survey_words import slip
from models import draft as drafts
from models import draft_file
from models import person as people
from models import survey as surveys
from models import survey_version as versions
from models.dialogue import Surveying
from models.draft import Draft
from models.places import Places
from models.survey import Survey
from models.survey_audience import is_open
from models.text import Text, Verbatim
from models.turn import Reply
from surveys.form import Form
from surveys.interview import Interview
from surveys.interview.vocabulary import Conditions, Ended, Input, Outcome, Slip, State
from surveys.media.checking import LARGEST

COMPILED = 32


@dataclass(frozen=True, slots=True)
class Going:
    """An interview of hers that is not finished, of a survey that is open."""

    draft: Draft
    survey: Survey
    form: Form
    interview: Interview

    def view(self, context: Context, state: State | None = None) -> View:
        """How she looks at it."""
        about = (self.survey.id, self.form, state or self.draft.state, context.today)
        return View(*about, version=self.draft.version)

    def asked(self, context: Context) -> Asked:
        """What she is asked now."""
        return _question(self.interview.show(self.draft.state, context.now))


def going(survey: int, context: Context) -> Going | None:
    """Where she left it; None: she has begun nothing, or nobody can answer any more."""
    found = surveys.find(context.session, survey)
    if found is None or not is_open(found, context.today):
        return None
    draft = drafts.resume(context.session, context.vault, who(context), survey)
    if draft is None:
        return None
    form = versions.find(context.session, draft.version).form
    return Going(
        draft, found, form, compiled(form, context.catalogue.places, files=found.plan.files)
    )


def step(going: Going, doing: Input, context: Context, *, toggles: bool = False) -> Reply:
    """The reply to what she does; what changed is kept before the next question is asked."""
    result = going.interview.step(going.draft.state, doing, context.now)
    return come_of(going, result, context, toggles=toggles)


def come_of(
    going: Going,
    result: tuple[State, Outcome],
    context: Context,
    *,
    toggles: bool = False,
    tried: Values | None = None,
) -> Reply:
    """The reply to what the interview made of it; `tried` is what was filled in."""
    state, outcome = result
    if isinstance(outcome, Ended):
        return survey_ending.ended(going.survey, going.draft, going.form, outcome, context)
    keep(going, state, context)
    view = going.view(context, state)
    if isinstance(outcome, Slip):
        view = replace(view, tried=tried or {})
    reply = show(outcome, view, context)
    return replace(reply, replaces=toggles and state.at == going.draft.state.at)


def keep(going: Going, state: State, context: Context) -> None:
    """Her answers so far; what she types next is for this survey."""
    if state != going.draft.state:
        drafts.keep(context.session, context.vault, going.draft, state, context.today)
    if going.survey.plan.files:
        draft_file.prune(context.session, going.draft.id, state.answers.values.values())
    wait(going.survey.id, context)


def wait(survey: int, context: Context) -> None:
    """What she types next is for this survey."""
    people.be_in(context.session, context.person, Surveying(survey=survey))


def show(outcome: Outcome, view: View, context: Context, *before: Text | Verbatim) -> Reply:
    """A question, with what was wrong about the answer before it."""
    asked = _question(outcome)
    media, upload = survey_media.shown(asked, view, context), survey_media.upload(asked)
    reply = replace(drawn(asked, view), media=media, upload=upload)
    why = (slip(outcome, view),) if isinstance(outcome, Slip) else ()
    language = view.state.language
    spoken = language if language in context.town.languages else ""
    told = (*before, *why)
    field = reply.field and replace(reply.field, text=(*told, *(reply.field.text or ())))
    return replace(reply, text=(*told, *reply.text), field=field, language=spoken)


def again(going: Going, context: Context, *before: Text | Verbatim) -> Reply:
    """The question that she is asked now."""
    wait(going.survey.id, context)
    return show(going.asked(context), going.view(context), context, *before)


def is_current(going: Going, ask: str, context: Context) -> bool:
    """Whether a button belongs to what she is asked now."""
    return token(going.asked(context)) == ask


def compiled(form: Form, places: Places, *, files: bool = False) -> Interview:
    """A form's interview, compiled once as long as the form and the places stay in memory."""
    return _interview(_Same(form, places), files)


class _Same:
    """A form and places as the objects that they are: they hold mappings, which have no hash."""

    __slots__ = ("form", "places")

    def __init__(self, form: Form, places: Places) -> None:
        self.form, self.places = form, places

    def __hash__(self) -> int:
        return hash((id(self.form), id(self.places)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same):
            return False
        return other.form is self.form and other.places is self.places


@lru_cache(COMPILED)
def _interview(same: _Same, files: bool) -> Interview:
    largest = max(LARGEST.values())
    known, named = same.places.districts, same.places.named
    return Interview(
        same.form, Conditions(files, largest, districts=known, places=named, tell=told)
    )


def _question(outcome: Outcome) -> Asked:
    if isinstance(outcome, Slip):
        return outcome.again
    if isinstance(outcome, Ended):
        raise TypeError("nothing is asked at the end")
    return outcome
