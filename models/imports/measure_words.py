"""The words that a table of measures may use, German and English, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.measures.light import Light
from analysis.measures.status import Status

Words = Mapping[str, str]
"""The words for each meaning with | between them, the first of them the usual German one."""


def meanings(words: Words) -> dict[str, str]:
    """Each meaning by itself and by its words, in small letters."""
    known = {str(meaning): meaning for meaning in words}
    for meaning, spoken in words.items():
        known |= {word.casefold(): meaning for word in spoken.split("|")}
    return known


def usual(words: Words) -> list[str]:
    """The usual German word for each meaning."""
    return [german(words, meaning) for meaning in words]


def german(words: Words, meaning: str) -> str:
    """The German word for a meaning."""
    return words[meaning].split("|")[0] if meaning in words else meaning


KINDS: Words = {
    "measure": "Maßnahme",
    "decision": "Beschluss",
    "evidence": "Nachweis|Verwendungsnachweis|Sachbericht",
    "call": "Förderaufruf|Aufruf|Antragsfrist",
}
TYPES: Words = {
    "central": "Regelangebot|Regelangebot zentral|zentrales Regelangebot",
    "opening": "Regelangebot öffnen|Öffnung|Öffnung eines Regelangebots",
    "pilot": "Modell|Pilot|Modellprojekt|Pilotprojekt",
}
SCOPES: Words = {
    "own": "eigener Wirkungskreis|eigener|eigen",
    "delegated": "übertragener Wirkungskreis|übertragener|übertragen",
}
ORIGINS: Words = {
    "existing": "bestehend|vorhanden",
    "extended": "erweitert|ausgebaut",
    "new": "neu",
}
PRIORITIES: Words = {"high": "hoch", "medium": "mittel", "low": "niedrig|gering"}
VISIBILITIES: Words = {"internal": "intern", "network": "Netzwerk", "public": "öffentlich"}
STATES: Words = {
    Status.IDEA: "Idee",
    Status.DRAFT: "Entwurf|in Planung|geplant",
    Status.READY_FOR_DECISION: "beschlussfähig|beschlussreif|ready for decision",
    Status.DECIDED: "beschlossen",
    Status.IN_REALISATION: "in Umsetzung|laufend|begonnen|in realisation",
    Status.IN_REALISATION_BEFORE_DECISION: "in Umsetzung vor Beschluss"
    "|in realisation before decision",
    Status.REALISED: "umgesetzt|abgeschlossen|erledigt",
    Status.ESTABLISHED: "dauerhaft etabliert|etabliert|verstetigt",
    Status.POSTPONED: "zurückgestellt|verschoben",
    Status.REJECTED: "verworfen|abgelehnt",
    Status.MERGED: "zusammengeführt",
}
LIGHTS: Words = {
    Light.GREY: "grau",
    Light.GREEN: "grün",
    Light.YELLOW: "gelb",
    Light.RED: "rot",
    Light.DONE: "erledigt|blau",
}
WHICH: Words = {"start": "Beginn|Anfang", "end": "Ende"}
CAUSES: Words = {
    "staff": "Personal fehlt",
    "money": "Geld fehlt",
    "decision": "Entscheidung fehlt",
    "partner": "Partner brauchen länger",
    "time": "Zeit fehlt",
}
"""Usual reasons for another date (models.answers.CAUSES)."""

DEPARTMENTS: Words = {
    "dezernat": "Dezernat|Fachbereich",
    "amt": "Amt|Abteilung",
    "other": "sonstige",
}
GROUPS: Words = {
    "steering": "Steuerungsgruppe|Lenkungsgruppe",
    "working": "Arbeitsgruppe|AG",
    "network": "Netzwerk",
}

SPOKEN: Mapping[str, Words] = {
    "kind": KINDS,
    "type": TYPES,
    "scope": SCOPES,
    "origin": ORIGINS,
    "priority": PRIORITIES,
    "status": STATES,
    "light": LIGHTS,
    "visibility": VISIBILITIES,
}
"""By the column in which they stand."""
