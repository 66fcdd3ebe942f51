"""Words are learned from the town's own translations, beside everything else."""

from collections.abc import Callable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.learning_words import WordLearning
from models import learned_words, revision
from models.store import Store
from search.analysis import stem
from tests.clock import Clock


async def _at_once(
    work: Callable[[str, date], tuple[str, int]], url: str, day: date
) -> tuple[str, int]:
    return work(url, day)


async def test_the_demo_town_teaches_words(sqlite_town: Store) -> None:
    clock = Clock()
    url = sqlite_town.engine.url.render_as_string(hide_password=False)
    learning = WordLearning(sqlite_town, url, ZoneInfo("Europe/Berlin"), clock, _at_once)
    assert await learning.look()
    assert not await learning.look()
    with sqlite_town.transaction() as session:
        known = learned_words.known(session)
        revision.bump(session, revision.OFFERS)
    school = known.german(stem("school", "en"), "en")
    assert max(school, key=school.__getitem__) == stem("schule", "de")
    clock.later(timedelta(hours=1))
    assert await learning.look()
