"""The families of message ids with which news are written."""

from typing import get_args

from bot.channels.telegram_turns import NAME as TELEGRAM
from bot.channels.terminal import Terminal
from bot.channels.web_frames import CHANNEL as WEB
from handlers import news_audience, news_words
from models.mailbox import CHANNEL as MAIL
from models.news import Missing, NewsState
from models.news_course import Lack

DOINGS = (
    *("title", "text", "tongues", "picture", "event", "buttons", "topics", "audience"),
    *("see", "reckon", "test", "when"),
)
CHANNELS = (TELEGRAM, WEB, Terminal.name, MAIL)
NAMED_HERE = ("group", "department", "organization")


def of_news() -> dict[tuple[str, str], tuple[str, ...]]:
    """What stands for {} in each f-string that makes message ids, by file and template."""
    others = tuple(one for one in news_audience.BY if one not in NAMED_HERE)
    return {
        ("handlers/news.py", "newsrun.is_{}"): tuple(NewsState),
        ("handlers/news_audience.py", "surveys.by_{}"): others,
        ("handlers/news_audience.py", "writing.by_{}"): NAMED_HERE,
        ("handlers/news_audience.py", "writing.to_{}"): get_args(news_audience.Who),
        ("handlers/news_card.py", "writing.do_{}"): DOINGS,
        ("handlers/news_preview.py", "channel.{}"): CHANNELS,
        ("handlers/news_sending.py", "writing.lacks_{}"): tuple(Lack),
        ("handlers/news_versions.py", "writing.do_{}"): ("title", "text", "alt", *Missing),
        ("handlers/news_words.py", "writing.repeat_{}"): tuple(news_words.RULES.values()),
    }
