"""What people need who tell of their situation: rules over the pieces of it, and broader topics."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from search.strengths import Shares
from search.thesaurus import Concept, Rule

_WHOLE = 0.7  # the strength of a piece that is certainly told of
_MAIN, _FURTHER = 0.85, 0.5  # of a need's strength, for the topics that it belongs to

Strengths = Mapping[str, float]


class Situations:
    """Rules, each of which waits at the first of its pieces."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._waiting: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            self._waiting[rule.conditions[0]].append(rule)

    def added(self, strengths: Strengths, shares: Shares) -> Strengths:
        """Return strengths with what situations ask for; each rule takes away some doubt."""
        found = dict(strengths)
        told = (rule for code in strengths for rule in self._waiting.get(code, ()))
        for rule in told:
            if all(code in strengths for code in rule.conditions) and _apart(rule, shares):
                weakest = min([strengths[code] for code in rule.conditions])
                said = rule.strength * min(1.0, weakest / _WHOLE)
                found[rule.concept] = 1 - (1 - found.get(rule.concept, 0.0)) * (1 - said)
        return found


def with_broader(strengths: Strengths, concepts: Mapping[str, Concept]) -> Strengths:
    """Return strengths with those of the topics that the needs belong to."""
    found = dict(strengths)
    for code, strength in strengths.items():
        for place, topic in enumerate(concepts[code].broader if code in concepts else ()):
            inherited = strength * (_FURTHER if place else _MAIN)
            found[topic] = max(found.get(topic, 0.0), inherited)
    return found


def _apart(rule: Rule, shares: Shares) -> bool:
    """Whether the pieces are told of by words of their own: one word alone is no situation."""
    if len(rule.conditions) == 1:
        return True
    places = [frozenset(shares.get(code, ())) for code in rule.conditions]
    return len(frozenset().union(*places)) > 1 and len(set(places)) == len(places)
