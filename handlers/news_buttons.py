"""The buttons under news: up to three, to an offer, a survey or a page."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.links import https
from handlers import dialogues, menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_button_labels import (
    ask_label,
    from_offer,
    from_survey,
    named,
    take_label,
)
from handlers.news_button_list import PickSurvey, all_of, told
from handlers.news_drafts import Typing, deed, done, drafts, wait
from handlers.news_pages import AskPart, NewsButtonPage, NewsButtons
from handlers.paging import paged
from handlers.survey_expecting import title
from models import news_button, news_changes, news_text
from models import survey as surveys
from models.action import Action
from models.news import News
from models.news_button import MOST, Leads, NewsButton
from models.survey import SurveyState
from models.text import LanguageName, T
from models.turn import Button, Reply

FOUND = 5
LONGEST_LINK = 500


class OfferButton(Action, prefix="nwoffer"):
    """A button to this offer."""

    news: int
    offer: int


class SurveyButton(Action, prefix="nwsurvey"):
    """A button to this survey."""

    news: int
    survey: int


class DropButton(Action, prefix="nwnobutton"):
    """This button goes."""

    news: int
    number: int


@drafts
def listed(action: NewsButtons, news: News, context: Context) -> Reply:
    """Those there are, and what else one can lead to."""
    return all_of(news, context)


@drafts
def shown(action: NewsButtonPage, news: News, context: Context) -> Reply:
    """One of them, with what stands on it in each language."""
    button = news_button.of(context.session, news.id).get(action.number)
    if button is None:
        return all_of(news, context)
    labels = [
        Button(
            T("writing.label_in", language=LanguageName(language)),
            AskPart(news=news.id, part="label", detail=f"{action.number}.{language}"),
            chosen=bool(button.labels.get(language)),
        )
        for language in news_text.of(context.session, news.id)
    ]
    drop = (Button(T("writing.drop_button"), DropButton(news=news.id, number=action.number)),)
    rows = (*menu.grid(labels), drop, (Button(T("survey.back"), NewsButtons(news=news.id)),))
    return Reply(text=tuple(told(button, context)), buttons=rows, replaces=True)


@drafts
def offer_chosen(action: OfferButton, news: News, context: Context) -> Reply:
    """A button to an offer."""
    offer = context.catalogue.offers.get(action.offer)
    if offer is None:
        return all_of(news, context, T("offer.gone"))
    return _added(from_offer(offer), news, context)


@drafts
def surveys_listed(action: PickSurvey, news: News, context: Context) -> Reply:
    """Those that are open or planned."""
    found = surveys.in_state(context.session, SurveyState.OPEN, SurveyState.PLANNED)
    buttons = [
        Button(title(one, context), SurveyButton(news=news.id, survey=one.id)) for one in found
    ]
    pages = paged(buttons, action.at, lambda at: PickSurvey(news=news.id, at=at))
    text = T("writing.which_survey") if found else T("writing.no_survey")
    rows = (*pages, (Button(T("survey.back"), NewsButtons(news=news.id)),))
    return Reply(text=(text,), buttons=rows, replaces=True)


@drafts
def survey_chosen(action: SurveyButton, news: News, context: Context) -> Reply:
    """A button to a survey."""
    found = surveys.find(context.session, action.survey)
    if found is None or found.state is SurveyState.CLOSED:
        return all_of(news, context, T("writing.no_survey"))
    return _added(from_survey(found), news, context)


@drafts
def dropped(action: DropButton, news: News, context: Context) -> Reply:
    """The others move up."""
    left = [
        button
        for number, button in news_button.of(context.session, news.id).items()
        if number != action.number
    ]
    changed = news_changes.set_buttons(context.session, deed(context), news, left)
    return all_of(changed, context)


def ask_offer(news: News, detail: str, context: Context) -> Reply:
    """Which offer?"""
    wait(news.id, "offer", "", context)
    return dialogues.asking(T("writing.ask_offer"))


def take_offer(text: str, news: News, detail: str, context: Context) -> Reply:
    """The nearest few, to choose one."""
    answer = context.catalogue.search.ask(text, context.language, None, FOUND)
    ids = [hit.key for hit in answer.hits if hit.key in context.catalogue.offers]
    if not ids:
        return dialogues.asking(T("writing.no_offer"), T("writing.ask_offer"))
    found = ((from_offer(context.catalogue.offers[id]), id) for id in ids)
    buttons = [
        Button(named(one, context), OfferButton(news=news.id, offer=id)) for one, id in found
    ]
    return dialogues.asking(T("writing.which_offer"), buttons=menu.grid(buttons, 1))


def ask_link(news: News, detail: str, context: Context) -> Reply:
    """Which page?"""
    wait(news.id, "link", "", context)
    return dialogues.asking(T("writing.ask_link"))


def take_link(text: str, news: News, detail: str, context: Context) -> Reply:
    """An address that is safe to show; then what stands on it."""
    address = https(text)
    if address is None or len(address) > LONGEST_LINK:
        return dialogues.asking(T("writing.bad_link"), T("writing.ask_link"))
    return _added(NewsButton(Leads.LINK, address), news, context)


def _added(button: NewsButton, news: News, context: Context) -> Reply:
    """With one more; a link needs words of its own at once."""
    before = list(news_button.of(context.session, news.id).values())
    done(context)
    if len(before) >= MOST:
        return all_of(news, context)
    changed = news_changes.set_buttons(context.session, deed(context), news, [*before, button])
    if button.kind is Leads.LINK:
        return ask_label(changed, f"{len(before) + 1}.", context)
    return all_of(changed, context)


TYPED: Mapping[str, Typing] = {
    "offer": Typing(ask_offer, take_offer),
    "link": Typing(ask_link, take_link),
    "label": Typing(ask_label, take_label),
}
COMMANDS: Commands = {}
ACTIONS: Actions = {
    NewsButtons: listed,
    NewsButtonPage: shown,
    OfferButton: offer_chosen,
    PickSurvey: surveys_listed,
    SurveyButton: survey_chosen,
    DropButton: dropped,
}
