"""What a measure lacks to be SMART (Doran 1981), told as codes.

S: the title names an action and its object, and there is a target group. M: an indicator with a
target. A: somebody responsible who has accepted. R: resources named. T: an end or a review date.
A hint for its owner, never a hurdle: how a German title names an action is guessed from its words.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Missing(StrEnum):
    """What is missing. Its words are the message `smart.<value>`."""

    ACTION = "action"
    TARGET_GROUP = "target_group"
    INDICATOR = "indicator"
    TARGET = "target"
    RESPONSIBLE = "responsible"
    ACCEPTANCE = "acceptance"
    RESOURCES = "resources"
    END_OR_REVIEW = "end_or_review"

    @property
    def letter(self) -> str:
        """The letter of SMART that it belongs to."""
        return _LETTERS[self]


_LETTERS = {
    Missing.ACTION: "S",
    Missing.TARGET_GROUP: "S",
    Missing.INDICATOR: "M",
    Missing.TARGET: "M",
    Missing.RESPONSIBLE: "A",
    Missing.ACCEPTANCE: "A",
    Missing.RESOURCES: "R",
    Missing.END_OR_REVIEW: "T",
}


@dataclass(frozen=True, slots=True)
class SmartFacts:
    """What the check looks at. `indicators`: for each, whether it has a target value.

    `resources`: money, funding or staff is named. `review` is the next day of review.
    """

    title: str
    target_group: str = ""
    indicators: tuple[bool, ...] = ()
    responsible: bool = False
    accepted: bool = False
    resources: bool = False
    due: date | None = None
    review: date | None = None


def lint(facts: SmartFacts) -> tuple[Missing, ...]:
    """Return what is missing, in the order of the letters."""
    there = {
        Missing.ACTION: names_an_action(facts.title),
        Missing.TARGET_GROUP: bool(facts.target_group.strip()),
        Missing.INDICATOR: bool(facts.indicators),
        Missing.TARGET: any(facts.indicators) or not facts.indicators,
        Missing.RESPONSIBLE: facts.responsible,
        Missing.ACCEPTANCE: facts.accepted or not facts.responsible,
        Missing.RESOURCES: facts.resources,
        Missing.END_OR_REVIEW: bool(facts.due or facts.review),
    }
    return tuple(missing for missing, found in there.items() if not found)


def names_an_action(title: str) -> bool:
    """Tell whether a German title says what is done to what.

    "Sprachcafés ausbauen" and "Aufbau eines Sprachcafés" do, and "Sprachförderung in Kitas";
    "Sprachcafé" and "Förderung" do not.
    """
    nouns = re.findall(r"\b[A-ZÄÖÜ][^\W\d_]*", title)
    actions = [noun for noun in nouns if _is_action(noun)]
    return len(actions) < len(nouns) and bool(actions or _INFINITIVE.search(title))


def _is_action(noun: str) -> bool:
    return bool(_NOUN_OF_ACTION.search(noun)) and not _NO_ACTION.search(noun)


# An infinitive ends its clause; an adjective that looks like one stands before a noun.
_INFINITIVE = re.compile(
    r"\b[a-zäöüß]{2,}(?:en|eln|ern)(?=\W*$|\s*[,;:(–]"
    r"| (?:als|an|auf|bei|bis|durch|für|in|mit|über|und|von|zum|zur)\b)"
)
# Nouns made of verbs; in a compound the object may stand before: "Sprachförderung in Kitas".
_NOUN_OF_ACTION = re.compile(
    r"(?:ung|aufbau|ausbau|abbau|umbau|einsatz|start|angebot|austausch|beitritt|erwerb|erhalt"
    r"|vergabe|akquise|betrieb|mentoring|coaching|monitoring)$",
    re.IGNORECASE,
)
_NO_ACTION = re.compile(
    r"(?:wohnung|zeitung|verwaltung|abteilung|satzung|verordnung|regierung|bevölkerung|sitzung"
    r"|stiftung|leitung|ordnung|(?<!ein)richtung|lösung|erfahrung|vereinbarung|veranstaltung"
    r"|sprung|schwung)$",
    re.IGNORECASE,
)
