"""Updates that the bot has not confirmed yet, and long polling."""

from collections import OrderedDict
from typing import Any

from tests.standin.bell import Bell
from tests.standin.refusal import conflict
from tests.standin.text import words

Update = dict[str, Any]

KINDS = words(
    """
    message edited_message channel_post edited_channel_post inline_query chosen_inline_result
    callback_query my_chat_member chat_member message_reaction message_reaction_count poll
    poll_answer chat_join_request chat_boost removed_chat_boost
    """
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

SECOND_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_IS_SET = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
    "webhook first"
)


class UpdateQueue:
    """Keeps every update until it is confirmed by an offset or by a webhook's answer."""

    def __init__(self, first_id: int) -> None:
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.withheld: list[Update] = []
        self.pushed = 0
        self.webhook = False
        self.polling = False
        self.bell = Bell()
        self._next_id = first_id
        self._allowed: frozenset[str] | None = None
        self._poll = 0
        self._closed = False

    def push(self, update: Update) -> int:
        """Queues the update and returns its id, the given `update_id` or the next one."""
        number = update.get("update_id")
        if not isinstance(number, int) or number <= 0:
            number = self._next_id
            update = {"update_id": number} | update
        self._next_id = max(self._next_id, number + 1)
        self.pushed += 1
        if self._wanted(update):
            self.pending[number] = update
            self.bell.ring()
        else:
            self.withheld.append(update)
        return number

    def allow(self, kinds: list[str] | None) -> None:
        """Remembers `allowed_updates`; None keeps what was asked for last, [] is the default."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def _wanted(self, update: Update) -> bool:
        kinds = KINDS.intersection(update)
        wanted = KINDS - NOT_BY_DEFAULT if self._allowed is None else self._allowed
        return not kinds or bool(kinds & wanted)

    def confirm(self, offset: int) -> None:
        """Forgets updates below the offset; a negative one keeps that many of the newest."""
        while offset < 0 and len(self.pending) > -offset:
            self.pending.popitem(last=False)
        while self.pending and next(iter(self.pending)) < offset:
            self.pending.popitem(last=False)

    def drop(self) -> None:
        """Forgets all that is pending."""
        self.pending.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """The next batch, as soon as there is one. A newer poll ends this one with a 409."""
        if self.webhook:
            raise conflict(WEBHOOK_IS_SET)
        self._poll += 1
        mine = self._poll
        self.confirm(offset)
        self.polling = True
        self.bell.ring()
        await self.bell.until(lambda: self.pending or self._over(mine), seconds)
        self.polling = self._poll != mine
        if self._poll != mine:
            raise conflict(SECOND_POLL)
        return [update for update, _ in zip(self.pending.values(), range(limit), strict=False)]

    def _over(self, poll: int) -> bool:
        return self._closed or self.webhook or self._poll != poll

    def close(self) -> None:
        """Ends the poll that is running, with nothing."""
        self._closed = True
        self.bell.ring()
