"""The composition root: settings become a running Lotse, here and nowhere else."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.routing import BaseRoute

from bot.calendars import calendars_of
from bot.catalogue import first_catalogue
from bot.channels import CannotStart, Channel
from bot.channels.web import WebChannel
from bot.clock import chance, clock
from bot.conversation import Conversation
from bot.deliveries import bulk_of, deliverer_of
from bot.delivery import Deliverer
from bot.freshness import Freshness
from bot.garbage import quiet_garbage
from bot.http import Server, server
from bot.learning_words import WordLearning
from bot.media import media_of
from bot.newspaper import newspaper_of
from bot.offer_pages import offer_pages_of
from bot.pages import Counted, site_of
from bot.secret import survey_secret
from bot.settings import Settings
from bot.surroundings import surroundings_of
from bot.words import warm
from bot.workers import Worker, workers_of
from jobs import Job, jobs_in
from models.scrubbing import scrub
from models.store import Store
from web.app import build

log = logging.getLogger(__name__)

TICK_S = 2
LEARN_S = 60
SCRUB_S = 3600


@dataclass(slots=True)
class Lotse:
    """Everything that runs, put together by `composed`."""

    settings: Settings
    store: Store
    conversation: Conversation
    freshness: Freshness
    learning: WordLearning
    web: WebChannel
    deliverer: Deliverer
    channels: list[Channel] = field(default_factory=list)
    routes: list[BaseRoute] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self) -> None:
        """Run until asked to stop; what is in hand finishes."""
        workers = (self.deliverer, *self.workers)
        http = self._serving([*self.channels, *workers])
        scheduler = self._ticking()
        quiet_garbage()
        async with asyncio.TaskGroup() as running:
            serving = running.create_task(http.serve())
            for channel in self.channels:
                running.create_task(_run(channel))
            for worker in workers:
                running.create_task(worker.run())
            stopped = running.create_task(self.stopping.wait())
            await asyncio.wait((serving, stopped), return_when=asyncio.FIRST_COMPLETED)
            scheduler.shutdown(wait=False)
            for worker in workers:
                worker.stop()
            for channel in self.channels:
                await channel.stop()
            http.should_exit = True
            self.stopping.set()

    def _serving(self, counted: list[Counted]) -> Server:
        return server(
            build(self.routes, site_of(self.settings, self.conversation, self.web, counted)),
            self.settings.http_host,
            self.settings.http_port,
            proxies=self.settings.trusted_proxies,
        )

    def _ticking(self) -> AsyncIOScheduler:
        """APScheduler only ticks: what is due lives in rows."""
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        scheduler = AsyncIOScheduler(job_defaults=defaults, timezone=self.settings.zone)
        scheduler.add_job(self.freshness.look, "interval", seconds=TICK_S)
        scheduler.add_job(self.learning.look, "interval", seconds=LEARN_S)
        names = (channel.name for channel in self.channels)
        for job in jobs_in(surroundings_of(self.settings, names)):
            seconds = job.every.total_seconds()
            now = clock()
            scheduler.add_job(self._do, "interval", [job], seconds=seconds, next_run_time=now)
        scheduler.add_job(self._scrub, "interval", seconds=SCRUB_S, next_run_time=clock())
        scheduler.start()
        return scheduler

    async def _do(self, job: Job) -> None:
        """A tick; what is done in parts goes on until all is done, or Lotse stops."""
        while await self._run(job) and job.again and not self.stopping.is_set():
            pass

    async def _run(self, job: Job) -> int:
        now = clock().astimezone(self.settings.zone)
        touched = await self.store.write(lambda session: job.run(session, now), alone=True)
        if touched:
            log.info("job done", extra={"job": job.name, "rows": touched})
        return touched

    async def _scrub(self) -> None:
        """No unit of work: it waits for nobody, and comes again."""
        await asyncio.to_thread(scrub, self.store.engine)


def composed(settings: Settings, store: Store) -> Lotse:
    """Wire the parts. The database is migrated already."""
    warm(settings.about_town.languages)
    about = (settings.about_town, settings.zone, chance(), survey_secret(settings))
    conversation = Conversation(store, first_catalogue(settings, store), *about)
    web = WebChannel(store, conversation.converse, clock, settings.public_url)
    freshness = Freshness(conversation, clock)
    deliverer = deliverer_of(conversation, web)
    learning = WordLearning(store, settings.database_url, settings.zone, clock)
    parts = (freshness, learning, web, deliverer)
    lotse = Lotse(settings, store, conversation, *parts, [web], [*web.routes()])
    if settings.telegram_token.get_secret_value():
        _add_telegram(lotse)
    if settings.smtp_url.get_secret_value():
        _add_mail(lotse)
    lotse.workers.extend(workers_of(settings, conversation))
    lotse.routes.extend(calendars_of(settings, conversation).routes())
    lotse.routes.extend(newspaper_of(conversation, clock))
    lotse.routes.extend(offer_pages_of(conversation, clock))
    lotse.routes.extend(media_of(store, web, conversation))
    return lotse


async def _run(channel: Channel) -> None:
    """A channel that cannot start is said, and does not take the others down."""
    try:
        await channel.run()
    except CannotStart as reason:
        log.error("%s", reason, extra={"channel": channel.name})  # noqa: TRY400  the reason says it


def _add_telegram(lotse: Lotse) -> None:
    from bot.telegram import telegram_of  # aiogram costs a town without Telegram 150 MB

    telegram = telegram_of(lotse.settings, lotse.conversation, clock)
    stop, flood = lotse.deliverer.stopping, telegram.flood
    bulk = bulk_of(lotse.settings, lotse.store, stop, lambda: telegram.counters.sent, flood)
    lotse.deliverer.add(telegram.name, bulk)
    lotse.channels.append(telegram)
    lotse.routes.extend(telegram.routes())


def _add_mail(lotse: Lotse) -> None:
    from bot.mail import mail_of

    mail = mail_of(lotse.settings, lotse.conversation, clock)
    lotse.deliverer.add(mail.name, mail)
    lotse.channels.append(mail)
    lotse.routes.extend(mail.routes())


@contextlib.contextmanager
def stopping_on_signals(lotse: Lotse) -> Iterator[None]:
    """SIGINT and SIGTERM ask Lotse to stop."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    for number in signals:
        loop.add_signal_handler(number, lotse.stopping.set)
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)
