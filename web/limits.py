"""How often someone may: token buckets in bounded memory."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import AddressValueError, IPv6Address

KEPT = 10_000


@dataclass(slots=True)
class Buckets:
    """A token bucket (RFC 2698's meter, with one colour) for each key: `rate` a second, `burst`.

    At most `size` keys are remembered, the least recent go first; time is in seconds and given.
    """

    rate: float
    burst: float
    size: int = KEPT
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, key: str, now: float) -> float:
        """Take one token. 0.0 when there was one, else the seconds until there will be."""
        left = self._filled(key, now)
        allowed = left >= 1.0
        self._left[key] = (left - 1.0 if allowed else left, now)
        self._left.move_to_end(key)
        if len(self._left) > self.size:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1.0 - left) / self.rate

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._left)

    def _filled(self, key: str, now: float) -> float:
        left, then = self._left.get(key, (self.burst, now))
        return min(self.burst, left + max(0.0, now - then) * self.rate)


def network(host: str) -> str:
    """Whom to count together: an IPv4 address, or the /64 of an IPv6 household (RFC 6177)."""
    try:
        address = IPv6Address(host.partition("%")[0])
    except AddressValueError:
        return host
    return address.ipv4_mapped.exploded if address.ipv4_mapped else address.exploded[:19]
