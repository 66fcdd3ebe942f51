"""The messages about news on their way whose ids are put together."""

from typing import get_args

from bot.channels.telegram_turns import NAME as TELEGRAM
from bot.channels.terminal import Terminal
from bot.channels.web_frames import CHANNEL as WEB
from handlers.news_course_card import DOES
from handlers.news_course_pages import Part
from models.mailbox import CHANNEL as MAIL
from models.news import NewsState

CHANNELS = (TELEGRAM, WEB, MAIL)
FIGURES = ("waiting", "gone", "unknown", "failed", "weekly")
BEING_WRITTEN = (NewsState.DRAFT, NewsState.WAITING)


def of_news_course() -> dict[tuple[str, str], tuple[str, ...]]:
    """What stands for {} in each f-string that makes message ids, by file and template."""
    does = tuple(dict.fromkeys(name for names in DOES.values() for name in names))
    told = (state for state in NewsState if state not in BEING_WRITTEN)
    return {
        ("bot/cli/news_report.py", "channel.{}"): (*CHANNELS, Terminal.name),
        ("handlers/news_correcting.py", "newsrun.right_{}"): get_args(Part),
        ("handlers/news_course_card.py", "newsrun.do_{}"): does,
        ("handlers/news_course_card.py", "newsrun.is_{}"): tuple(NewsState),
        ("handlers/news_progress.py", "newsrun.figure_{}"): FIGURES,
        ("handlers/news_reporting.py", "channel.{}"): CHANNELS,
        ("handlers/proposing.py", "proposal.is_{}"): ("taken", *told),
    }
