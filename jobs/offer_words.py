"""What the town's keepers and its managers are told about offers, and the buttons to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.keeping import Kept
from models.offer_actions import KeepOffer
from models.offer_review import Reason, Review
from models.pages import Open
from models.text import Listed, N, T, Text, Verbatim
from models.turn import Button, Reply

IN_FULL = 5
"""So many offers are named; more are counted."""
Said = Mapping[int, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Matter:
    """An offer that somebody has to look at."""

    offer: Kept
    review: Review


@dataclass(frozen=True, slots=True)
class Behind:
    """How much waits for whoever leads, besides offers."""

    changes: int
    translations: int


def asking(matters: Sequence[Matter], said: Said, *, again: bool) -> Reply:
    """One message for all that she keeps; what people called wrong comes first."""
    first = sorted(matters, key=lambda one: one.review.reason is Reason.DUE)
    lines = [_hers(one, said) for one in first[:IN_FULL]]
    reminded = (T("upkeep.again"),) if again else ()
    text = (N("upkeep.asked", len(first)), *lines, *_rest(first), *reminded)
    named = [(_button(one.offer),) for one in first[:IN_FULL]]
    more = len(first) > 1
    return Reply(text=text, buttons=(*named, *(_all() if more else ())))


def telling(matters: Sequence[Matter], behind: Behind) -> Reply:
    """One message about all that nobody looked at, and what else waits."""
    return Reply(text=tuple(_untended(matters, behind)), buttons=tuple(_doors(matters, behind)))


def _hers(matter: Matter, said: Said) -> Text:
    title = _title(matter.offer)
    if kinds := said.get(matter.offer.id):
        named = (T("upkeep.said", kind=T(f"wrong.{x}"), number=n) for x, n in kinds.items())
        return T("upkeep.reported", offer=title, what=Listed(tuple(named)))
    checked = matter.offer.last_checked
    if checked is None:
        return T("upkeep.unchecked", offer=title)
    return T("upkeep.checked", offer=title, day=checked)


def _untended(matters: Sequence[Matter], behind: Behind) -> Iterator[Text]:
    if matters:
        yield N("upkeep.untended", len(matters))
        for one in matters[:IN_FULL]:
            keeper = Verbatim(one.offer.kept_by, "de")
            yield T("upkeep.theirs", offer=_title(one.offer), keeper=keeper)
        yield from _rest(matters)
    if behind.changes:
        yield N("upkeep.changes", behind.changes)
    if behind.translations:
        yield N("upkeep.translations", behind.translations)


def _doors(matters: Sequence[Matter], behind: Behind) -> Iterator[tuple[Button, ...]]:
    if matters:
        yield from ((_button(one.offer),) for one in matters[:IN_FULL])
    if behind.changes:
        yield (Button(T("upkeep.show_changes"), Open(page="changes")),)


def _rest(matters: Sequence[Matter]) -> Iterator[Text]:
    if (left := len(matters) - IN_FULL) > 0:
        yield N("upkeep.more", left)


def _button(offer: Kept) -> Button:
    return Button(_title(offer), KeepOffer(offer=offer.id))


def _all() -> tuple[tuple[Button, ...], ...]:
    return ((Button(T("upkeep.look"), Open(page="keep")),),)


def _title(offer: Kept) -> Verbatim:
    return Verbatim(offer.called, "de")
