"""What stands on a button under news, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers import dialogues
from handlers.context import Context
from handlers.news_card import card, own
from handlers.news_drafts import deed, done, wait
from handlers.news_pages import NewsButtonPage
from handlers.news_writing import one_line
from handlers.survey_expecting import title
from models import news_button, news_changes, news_text
from models import survey as surveys
from models.news import News
from models.news_button import Leads, NewsButton
from models.offer import Offer
from models.survey import Survey
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Reply

LONGEST = 40
"""Letters, so that it can be read on a small telephone."""


def from_offer(offer: Offer) -> NewsButton:
    """A button to an offer: its name stands on it in all languages in which it has one."""
    titles = {language: texts.get("title", "") for language, texts in offer.texts.items()}
    return NewsButton(Leads.OFFER, str(offer.id), _short(titles))


def from_survey(survey: Survey) -> NewsButton:
    """The same for a survey."""
    return NewsButton(Leads.SURVEY, str(survey.id), _short(survey.plan.title))


def named(button: NewsButton, context: Context) -> Text | Verbatim:
    """What stands on it for who writes; else what it leads to."""
    known = (*context.town.default_first, *button.labels)
    spoken = next((one for one in known if button.labels.get(one)), None)
    if spoken is not None:
        return Verbatim(button.labels[spoken], spoken)
    return _own_name(button, context)


def ask_label(news: News, detail: str, context: Context) -> Reply:
    """What shall stand on it? `detail` is its number, a dot and the language."""
    number, language = _which(news, detail, context)
    wait(news.id, "label", f"{number}.{language}", context)
    question = T("writing.ask_label", language=LanguageName(language), most=LONGEST)
    page = NewsButtonPage(news=news.id, number=number)
    return dialogues.asking(question, buttons=((Button(T("writing.later"), page),),))


def take_label(text: str, news: News, detail: str, context: Context) -> Reply:
    """Kept; then the next language in which a link has none."""
    number, language = _which(news, detail, context)
    buttons = news_button.of(context.session, news.id)
    label = one_line(text)
    if number not in buttons or not 0 < len(label) <= LONGEST:
        return ask_label(news, detail, context)
    done(context)
    button = replace(buttons[number], labels={**buttons[number].labels, language: label})
    changed = news_changes.set_buttons(
        context.session, deed(context), news, list({**buttons, number: button}.values())
    )
    lacking = [one for one in news_text.of(context.session, news.id) if one not in button.labels]
    if lacking and button.kind is Leads.LINK:
        return ask_label(changed, f"{number}.{lacking[0]}", context)
    return card(changed, context, T("writing.kept"))


def _short(titles: Mapping[str, str]) -> dict[str, str]:
    lines = {language: one_line(title) for language, title in titles.items() if title.strip()}
    return {
        language: line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
        for language, line in lines.items()
    }


def _own_name(button: NewsButton, context: Context) -> Text | Verbatim:
    if button.kind is Leads.LINK:
        return Verbatim(button.target, "en")
    if button.kind is Leads.SURVEY:
        survey = surveys.find(context.session, int(button.target))
        return title(survey, context) if survey else T("surveys.gone")
    offer = context.catalogue.offers.get(int(button.target))
    name = offer.words("title", context.chain) if offer else None
    return name or T("offer.gone")


def _which(news: News, detail: str, context: Context) -> tuple[int, str]:
    """The button, and the language that is meant: the first one, when none is."""
    number, _, language = detail.partition(".")
    texts = news_text.of(context.session, news.id)
    meant = language if language in texts else own(texts, context)
    return (int(number) if number.isdecimal() else 0), meant
