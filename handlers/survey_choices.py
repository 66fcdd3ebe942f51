"""Choices as buttons: eight a page, toggles where several are possible, found by typing in long
lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu
from handlers.paging import PAGE, paged
from handlers.survey_buttons import PickChoice, TurnChoices
from handlers.survey_plain import plain
from handlers.survey_view import View, token
from models.text import Fixed, Listed, T, Text, Verbatim
from models.turn import Button
from surveys.form import QuestionType
from surveys.inputs.letters import folded
from surveys.interview.vocabulary import Ask, Option

LONG = 30
"""More choices than these are found by typing."""
LABEL = 38
"""A longer label is read in the text; its button has its number."""
IN_A_ROW = 5
SHORT = 4
SEARCHED = frozenset({"autocomplete", "minimal"})
SEVERAL = frozenset({QuestionType.SELECT_MULTIPLE, QuestionType.RANK})


def is_searched(ask: Ask) -> bool:
    """Whether a choice is found by typing: there are too many, or the form says so."""
    wanted = len(ask.options) > PAGE and not SEARCHED.isdisjoint(ask.appearance)
    return wanted or len(ask.options) > LONG


def rows(ask: Ask, view: View) -> menu.Rows:
    """The buttons of this page."""
    offered = [(at, option) for at, option in enumerate(ask.options) if _is_offered(option, ask)]
    if is_searched(ask):
        offered = _found(offered, view.sought)[:PAGE]
    buttons = [
        Button(_label(at, option, ask, view), _pick(at, ask, view), _ticked(option, ask))
        for at, option in offered
    ]
    if _fit_in_a_row(ask) or _are_long(ask):
        return menu.grid(buttons, IN_A_ROW)
    return paged(buttons, view.at, lambda at: _turn(at, ask, view))


def texts(ask: Ask, view: View) -> Iterator[Text | Verbatim]:
    """What is said beside the buttons: labels too long for one, what was picked so far, how."""
    if _are_long(ask):
        for at, option in enumerate(ask.options, 1):
            yield T("survey.choice", number=Fixed(str(at)), name=called(option, view))
    if picked := _picked(ask, view):
        yield T("survey.picked", names=Listed(picked))
    yield from _how(ask, view, bool(picked))


def found_by(text: str, ask: Ask) -> bool:
    """Whether any choice holds what she typed."""
    return bool(_found(list(enumerate(ask.options)), text))


def page_of(choice: int) -> int:
    """The first choice of the page on which a choice stands."""
    return choice - choice % PAGE


def _how(ask: Ask, view: View, has_picked: bool) -> Iterator[Text]:
    if is_searched(ask):
        sought = view.say(view.sought)
        yield T("survey.found", said=sought) if view.sought else T("survey.search")
    if ask.type is QuestionType.SELECT_MULTIPLE:
        yield T("survey.several")
    if ask.type is QuestionType.RANK:
        yield T("survey.rank_next") if has_picked else T("survey.rank_first")


def _picked(ask: Ask, view: View) -> tuple[Verbatim | Text, ...]:
    """In her order for a rank; else only where the ticks are not all to be seen."""
    names = ask.value.split() if view.state.picked is None else view.state.picked
    labels = {option.name: called(option, view) for option in ask.options}
    if ask.type is QuestionType.RANK:
        return tuple(labels[name] for name in names if name in labels)
    if ask.type is QuestionType.SELECT_MULTIPLE and len(ask.options) > PAGE:
        return tuple(labels[option.name] for option in ask.options if option.chosen)
    return ()


def _is_offered(option: Option, ask: Ask) -> bool:
    """What has its place in a rank is not offered again."""
    return ask.type is not QuestionType.RANK or not option.chosen


def _ticked(option: Option, ask: Ask) -> bool:
    return option.chosen and ask.type is not QuestionType.RANK


def _found(offered: list[tuple[int, Option]], sought: str) -> list[tuple[int, Option]]:
    """Those that begin with what she typed go before those that hold it."""
    wanted = folded(sought)
    if not wanted:
        return []
    holding = [one for one in offered if wanted in folded(one[1].label)]
    return sorted(holding, key=lambda one: not folded(one[1].label).startswith(wanted))


def _label(at: int, option: Option, ask: Ask, view: View) -> Verbatim | Text:
    return view.say(str(at + 1)) if _are_long(ask) else called(option, view)


def called(option: Option, view: View) -> Verbatim | Text:
    """A choice by its label; the "other" that a form did not put into words, in ours."""
    return view.say(plain(option.label)) if option.label else T("survey.other")


def _are_long(ask: Ask) -> bool:
    """Whether labels are read in the text and picked by their number, as pictures are, too."""
    if is_searched(ask):
        return False
    return any(len(option.label) > LABEL or option.media for option in ask.options)


def _fit_in_a_row(ask: Ask) -> bool:
    """Scales of numbers and other short labels, in one row."""
    few = 1 < len(ask.options) <= IN_A_ROW and not _are_long(ask)
    return few and all(len(option.label) <= SHORT for option in ask.options)


def _pick(at: int, ask: Ask, view: View) -> PickChoice:
    return PickChoice(survey=view.survey, ask=token(ask), choice=at)


def _turn(at: int, ask: Ask, view: View) -> TurnChoices:
    return TurnChoices(survey=view.survey, ask=token(ask), at=at)
