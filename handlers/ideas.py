"""/idea: what she sees as potential, challenge, problem, need or gap, outside of any survey."""

from __future__ import annotations

from handlers import dialogues, idea_words, menu
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from models import contribution as contributions
from models import person as people
from models.action import Action
from models.contribution import Contribution, Kind
from models.dialogue import Contributing
from models.survey import View
from models.text import T, Verbatim
from models.turn import Button, Reply

LONGEST = 2000
EVERYWHERE = -1


class IdeaKind(Action, prefix="ideakind"):
    """An idea of this kind."""

    contribution: Kind


class IdeaField(Action, prefix="ideafield"):
    """About the field of action at this place, from 0; -1 for none."""

    contribution: Kind
    field: int


class IdeaPlace(Action, prefix="ideaplace"):
    """In the district at this place, from 0; -1 for everywhere."""

    contribution: Kind
    field: int
    district: int


def asked(argument: str, context: Context) -> Reply:
    """Of which kind?"""
    buttons = [Button(T(f"idea.{kind}"), IdeaKind(contribution=kind)) for kind in Kind]
    whose = T("idea.network") if context.roles else T("idea.migrants")
    text = (T("idea.which"), whose, T("idea.anonymous"))
    return Reply(text=text, buttons=(*menu.grid(buttons, 1), (menu.button("surveys"),)))


def kind_chosen(action: IdeaKind, context: Context) -> Reply:
    """About which field of action?"""
    kind = action.contribution
    buttons = [
        Button(idea_words.field_named(field.code, context), IdeaField(contribution=kind, field=at))
        for at, field in enumerate(context.catalogue.fields)
    ]
    none = Button(T("idea.no_field"), IdeaField(contribution=kind, field=EVERYWHERE))
    return Reply(text=(T("idea.field"),), buttons=(*menu.grid(buttons, 1), (none,)), replaces=True)


def field_chosen(action: IdeaField, context: Context) -> Reply:
    """Where?"""
    values = action.model_dump()
    buttons = [
        Button(Verbatim(name, "de"), IdeaPlace(**values, district=at))
        for at, name in enumerate(context.catalogue.districts)
    ]
    everywhere = Button(T("idea.everywhere"), IdeaPlace(**values, district=EVERYWHERE))
    rows = ((everywhere,), *menu.grid(buttons))
    return Reply(text=(T("idea.place"),), buttons=rows, replaces=True)


def place_chosen(action: IdeaPlace, context: Context) -> Reply:
    """In her own words."""
    fields = [field.code for field in context.catalogue.fields]
    waiting = Contributing(
        contribution=action.contribution,
        field=_at(fields, action.field),
        district=_at(context.catalogue.districts, action.district),
    )
    people.be_in(context.session, context.person, waiting)
    return dialogues.asking(T("idea.words"))


def told(text: str, context: Context) -> Reply:
    """Kept without her name, and seen by nobody until somebody has read it over."""
    waiting = context.person.dialogue
    if not isinstance(waiting, Contributing) or waiting.contribution not in set(Kind):
        people.be_in(context.session, context.person, None)
        return asked("", context)
    if dialogues.is_question(text, context) or not text.strip():
        return dialogues.aside(text, context, T("idea.words"))
    people.be_in(context.session, context.person, None)
    idea = Contribution(
        kind=Kind(waiting.contribution),
        view=View.NETWORK if context.roles else View.MIGRANTS,
        language=context.language,
        text=text.strip()[:LONGEST],
        field=waiting.field,
        district=waiting.district,
    )
    contributions.contribute(context.session, context.rng, idea, context.today)
    rows = ((menu.button("idea"), menu.button("surveys")),)
    return Reply(text=(T("idea.thanks"),), buttons=rows)


def _at(names: list[str] | tuple[str, ...], at: int) -> str:
    return names[at] if 0 <= at < len(names) else ""


COMMANDS: Commands = {"idea": asked, "idee": asked}
ACTIONS: Actions = {IdeaKind: kind_chosen, IdeaField: field_chosen, IdeaPlace: place_chosen}
DIALOGUES: Dialogues = {Contributing: told}
