"""The words that a table of measures may use, German and English, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.measures.light import Light
from analysis.measures.status import Status

Words = Mapping[str, str]


def _words(meanings: Mapping[str, str]) -> dict[str, str]:
    """Each meaning by itself and by its words, which have | between them, in small letters."""
    known = {meaning: meaning for meaning in meanings}
    for meaning, words in meanings.items():
        known |= {word.casefold(): meaning for word in words.split("|")}
    return known


KINDS = _words(
    {
        "measure": "Maßnahme",
        "decision": "Beschluss",
        "evidence": "Nachweis|Verwendungsnachweis|Sachbericht",
        "call": "Förderaufruf|Aufruf|Antragsfrist",
    }
)
TYPES = _words(
    {
        "central": "Regelangebot|Regelangebot zentral|zentrales Regelangebot",
        "opening": "Regelangebot öffnen|Öffnung|Öffnung eines Regelangebots",
        "pilot": "Modell|Pilot|Modellprojekt|Pilotprojekt",
    }
)
ORIGINS = _words(
    {
        "existing": "bestehend|vorhanden",
        "extended": "erweitert|ausgebaut",
        "new": "neu",
    }
)
PRIORITIES = _words({"high": "hoch", "medium": "mittel", "low": "niedrig|gering"})
VISIBILITIES = _words({"internal": "intern", "network": "Netzwerk", "public": "öffentlich"})
STATES = _words(
    {
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
)
LIGHTS = _words(
    {
        Light.GREY: "grau",
        Light.GREEN: "grün",
        Light.YELLOW: "gelb",
        Light.RED: "rot",
        Light.DONE: "erledigt|blau",
    }
)
DEPARTMENTS = _words(
    {"dezernat": "Dezernat|Fachbereich", "amt": "Amt|Abteilung", "other": "sonstige"}
)
GROUPS = _words(
    {
        "steering": "Steuerungsgruppe|Lenkungsgruppe",
        "working": "Arbeitsgruppe|AG",
        "network": "Netzwerk",
    }
)
