"""The message ids that the code uses, found by reading it as syntax trees."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from analysis.measures.light import Light, Reason
from analysis.measures.smart import Missing
from analysis.measures.status import Status
from bot.catalogs import catalog
from bot.channels.telegram_turns import NAME as TELEGRAM
from bot.channels.terminal import Terminal
from bot.channels.web_frames import CHANNEL as WEB
from bot.telegram import COMMANDS, STAFFS
from handlers import (
    emergency,
    filters,
    idea_list,
    inbox_settings,
    measure_facts,
    privacy,
    survey_quotas,
)
from handlers.inbox_buttons import Long
from handlers.survey_asking import TYPED
from handlers.survey_audiences import BY
from models.answers import CAUSES, NOTED, Answer
from models.contribution import Kind
from models.feedback import REASONS, Verdict
from models.imports import measure_words
from models.invitations import Refusal
from models.mailbox import CHANNEL as MAIL
from models.news_button import Leads
from models.notices import TO_MANAGERS, TO_OWNER
from models.report import KINDS
from models.role import Role
from models.survey import SurveyState, View
from models.thread import Told
from models.threads import Box
from surveys.media.checking import SHOWN
from surveys.screening import Trace
from surveys.slip import SlipKind
from surveys.xlsform.problems import CODES
from tests.house.project import ROOT
from tests.locales.handoff_messages import of_handoff
from tests.locales.keeping_messages import of_keeping
from tests.locales.news_course_messages import of_news_course
from tests.locales.news_messages import of_news
from tests.locales.offer_messages import of_offers
from tests.locales.report_messages import of_reports
from web.answers import STATUS
from web.chat import PRIVACY
from web.news import WORDS
from web.words import CHAT

SOURCE = "de"
RECORDED = (
    *("field", "decision", "link"),
    *(*measure_facts.TEXTS, *measure_facts.CODES, *measure_facts.DAYS, *measure_facts.EUROS),
)
CODED = tuple(
    f"{name}_{meaning}" for name in measure_facts.CODES for meaning in measure_words.SPOKEN[name]
)
"""What the record of a measure tells in words, and the words for what is kept as a code."""

CHANNELS = (TELEGRAM, WEB, Terminal.name, MAIL)
PACKAGES = ("analysis", "bot", "handlers", "jobs", "models", "web")
MARKERS = frozenset({"T", "N", "say"})
HOLE = "{}"
TEMPLATES = ROOT / "web" / "templates"


@dataclass(frozen=True, slots=True)
class Use:
    """A message id in the code; `template` has a {} where an f-string puts something in.

    `given` are the names of the values, None where the id stands apart from them.
    """

    file: str
    template: str
    given: frozenset[str] | None


def _names_of(numbers: Mapping[str, Iterable[tuple[str, str]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for pairs in numbers.values() for name, _ in pairs))


@cache
def families() -> dict[tuple[str, str], tuple[str, ...]]:
    """What stands for {} in each f-string that makes message ids, by file and template."""
    return {
        **of_reports(),
        **of_news(),
        **of_news_course(),
        **of_handoff(),
        **of_keeping(),
        **of_offers(),
        ("web/news.py", "newspage.{}"): WORDS,
        ("bot/render.py", "offer.{}"): ("phone", "email", "website"),
        ("bot/cli/survey.py", "survey_problem.{}"): CODES,
        ("bot/render_media.py", "survey.shown_{}"): SHOWN,
        ("bot/telegram.py", "command.{}"): (*STAFFS, *COMMANDS),
        ("handlers/emergency.py", "emergency.{}"): _names_of(emergency.NUMBERS),
        ("handlers/feedback.py", "feedback.{}"): get_args(Verdict),
        ("handlers/feedback.py", "reason.{}"): REASONS,
        ("handlers/filters.py", "filter.{}"): filters.SWITCHES,
        ("handlers/delays.py", "because.{}"): CAUSES,
        ("handlers/delays.py", "delay.{}"): ("week", "month", "quarter", "half_year"),
        ("handlers/explaining.py", "because.{}"): CAUSES,
        ("handlers/joining.py", "join.{}"): get_args(Refusal),
        ("handlers/measure_facts.py", "record.{}"): RECORDED,
        ("handlers/measure_facts.py", "recorded.{}"): CODED,
        ("handlers/measure_facts.py", "report.kind_{}"): ("decision", "evidence", "call"),
        ("handlers/measure_facts.py", "smart.{}"): tuple(Missing),
        ("handlers/measure_words.py", "answer_was.{}"): NOTED,
        ("handlers/measure_words.py", "because.{}"): CAUSES,
        ("handlers/measure_words.py", "light.because_{}"): tuple(Reason),
        ("handlers/measure_words.py", "light.{}"): tuple(Light),
        ("handlers/measure_words.py", "status.{}"): tuple(Status),
        ("handlers/menu.py", "menu.{}"): pages(),
        ("handlers/mydata.py", "channel.{}"): CHANNELS,
        ("handlers/outdated.py", "wrong.{}"): KINDS,
        ("jobs/offer_words.py", "wrong.{}"): KINDS,
        ("handlers/privacy.py", "privacy.{}"): privacy.PARAGRAPHS,
        ("handlers/profile.py", "channel.{}"): CHANNELS,
        ("handlers/unlinking.py", "channel.{}"): CHANNELS,
        ("handlers/ideas.py", "idea.{}"): tuple(Kind),
        ("handlers/idea_list.py", "idea.{}"): tuple(Kind),
        ("handlers/idea_list.py", "ideas.by_{}"): idea_list.BY,
        ("handlers/idea_words.py", "idea.{}"): tuple(Kind),
        ("handlers/review_card.py", "trace.{}"): tuple(Trace),
        ("handlers/survey_asking.py", "survey.how_{}"): tuple(one.lower() for one in TYPED),
        ("handlers/inbox.py", "inbox.head.{}"): tuple(Box),
        ("handlers/inbox.py", "inbox.box.{}"): tuple(Box),
        ("handlers/inbox_settings.py", "inbox.away.{}"): inbox_settings.SPANS,
        ("handlers/inbox_snoozing.py", "inbox.for.{}"): get_args(Long),
        ("handlers/survey_audiences.py", "surveys.by_{}"): BY,
        ("handlers/survey_managing.py", "surveys.of_{}"): tuple(View),
        ("handlers/survey_managing.py", "surveys.state_{}"): tuple(SurveyState),
        ("handlers/survey_quotas.py", "surveys.by_{}"): survey_quotas.BY,
        ("handlers/survey_quotas.py", "surveys.mode_{}"): survey_quotas.MODES,
        ("handlers/survey_media.py", "survey.upload_{}"): (*SHOWN, "file"),
        ("handlers/survey_words.py", "survey.slip.{}"): tuple(SlipKind),
        ("handlers/wishes.py", "channel.{}"): CHANNELS,
        ("handlers/reminders.py", "tap.{}"): tuple(Answer),
        ("handlers/who.py", "role.{}"): tuple(Role),
        ("jobs/notices.py", "because.{}"): CAUSES,
        ("jobs/notices.py", "notice.{}"): (*TO_MANAGERS, TO_OWNER),
        ("jobs/reminder_words.py", "tap.{}"): tuple(Answer),
        ("jobs/thread_words.py", "thread.{}"): tuple(filter(None, Told)),
        ("models/news_reply.py", "news_told.open_{}"): tuple(Leads),
        ("web/answers.py", "mail.{}"): tuple(STATUS),
        ("web/answers.py", "mail.{}_why"): tuple(STATUS),
        ("web/chat.py", "privacy.{}"): PRIVACY,
        ("web/words.py", "web.{}"): CHAT,
    }


@cache
def uses() -> tuple[Use, ...]:
    """Every id and every template of ids in the code."""
    return tuple(use for file, tree in _trees() for use in _uses(file, tree))


def ids(use: Use) -> tuple[str, ...]:
    """The message ids of a use. Raises KeyError for a family that nobody has listed."""
    if HOLE not in use.template:
        return (use.template,)
    values = families()[use.file, use.template]
    return tuple(use.template.replace(HOLE, value) for value in values)


@cache
def labels() -> frozenset[str]:
    """The ids of what stands on buttons: `Button(T("…"), …)`."""
    calls = ((file, node) for file, tree in _trees() for node in ast.walk(tree))
    buttons = ((file, node) for file, node in calls if _calls(node, {"Button"}))
    first = ((file, node.args[0]) for file, node in buttons if isinstance(node, ast.Call))
    marked = [use for file, label in first if (use := _marked(file, label))]
    return frozenset(id for use in marked for id in ids(use))


def pages() -> tuple[str, ...]:
    """The main pages that buttons lead to: `menu.button("…")`."""
    calls = (node for _, tree in _trees() for node in ast.walk(tree) if _calls(node, {"button"}))
    firsts = (node.args[0] for node in calls if isinstance(node, ast.Call) and node.args)
    found = (_template(first) for first in firsts)
    return tuple(sorted({page for page in found if page}))


@cache
def _trees() -> tuple[tuple[str, ast.Module], ...]:
    files = (file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py")))
    return tuple((str(file.relative_to(ROOT)), ast.parse(file.read_text())) for file in files)


def _uses(file: str, tree: ast.Module) -> Iterator[Use]:
    inside = {id(part) for node in ast.walk(tree) for part in _parts(node)}
    bare = not file.startswith("models/")  # there such strings name columns and deeds
    for node in ast.walk(tree):
        if use := _marked(file, node):
            yield use
        elif bare and id(node) not in inside and (template := _known(node)):
            yield Use(file, template, None)


def _parts(node: ast.AST) -> list[ast.expr]:
    """What is counted with the node it stands in: pieces of f-strings, ids of marked texts."""
    if isinstance(node, ast.JoinedStr):
        return node.values
    return node.args[:1] if isinstance(node, ast.Call) and _calls(node, MARKERS) else []


def _marked(file: str, node: ast.AST) -> Use | None:
    """T("…", name=value), N("…", count, name=value), or a voice.say("…", name=value)."""
    if not (isinstance(node, ast.Call) and _calls(node, MARKERS)):
        return None
    template = _template(node.args[0])
    given = frozenset(word.arg for word in node.keywords if word.arg)
    counted = (
        frozenset({"count"}) if isinstance(node.func, ast.Name) and node.func.id == "N" else ()
    )
    return Use(file, template, given.union(counted)) if template else None


def _calls(node: ast.AST, names: Iterable[str]) -> bool:
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in names


def _known(node: ast.AST) -> str:
    """A string that looks like an id of the catalogs, used without a marker."""
    template = _template(node)
    group, dot, rest = template.partition(".")
    is_one = bool(dot) and group in _groups() and rest.replace(HOLE, "x").isidentifier()
    return template if is_one and not (TEMPLATES / template).exists() else ""


@cache
def _groups() -> frozenset[str]:
    return frozenset(id.partition(".")[0] for id in catalog(SOURCE).messages)


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_template(part) or HOLE for part in node.values)
    return ""
