"""A small thesaurus of our own, to be understood with."""

from search.thesaurus import Concept, ConceptKind, Rule, Thesaurus
from search.understanding import Understanding

_KINDS = {
    ConceptKind.TOPIC: ("jobs", "housing", "recognition", "german_course", "doctor", "bank"),
    ConceptKind.FACET: ("f_women",),
    ConceptKind.PRIMITIVE: ("p_employer", "p_not_pay"),
    ConceptKind.ASPECT: ("a_when", "a_it"),
    ConceptKind.TALK: ("t_greeting", "t_thanks"),
    ConceptKind.OUTSIDE: ("o_weather", "o_stocks"),
}
_NEEDS = {"unpaid_wages": ("jobs",), "nurse_recognition": ("recognition", "jobs")}
_CONCEPTS = [Concept(code, kind) for kind, codes in _KINDS.items() for code in codes]
_CONCEPTS += [Concept(x, ConceptKind.NEED, broader) for x, broader in _NEEDS.items()]

THESAURUS = Thesaurus(
    {concept.code: concept for concept in _CONCEPTS},
    {
        "de": {
            "jobs": ("arbeit*", "arbeit suchen", "job"),
            "housing": ("*wohnung*", "miete*"),
            "recognition": ("*anerkennung*", "diplom"),
            "german_course": ("*sprachkurs*", "deutschkurs*", "deutsch lernen", "kurs*"),
            "doctor": ("arzt*",),
            "bank": ("bank", "konto"),
            "nurse_recognition": ("krankenschwester anerkennung", "krankenschwester diplom"),
            "unpaid_wages": ("lohn nicht",),
            "f_women": ("frau*",),
            "p_employer": ("chef*", "arbeitgeber*"),
            "p_not_pay": ("nicht bezahlt", "zahlt nicht"),
            "a_when": ("wann offen", "wann geöffnet"),
            "a_it": ("es",),
            "t_greeting": ("hallo", "guten tag"),
            "t_thanks": ("danke", "vielen dank"),
            "o_weather": ("*wetter*",),
            "o_stocks": ("aktie*", "aktien bank"),
        },
        "en": {"jobs": ("job", "work"), "housing": ("flat",), "bank": ("bank",)},
        "ar": {"jobs": ("شغل", "shoghl"), "housing": ("شقة",)},
        "uk": {"jobs": ("робота",), "housing": ("квартира",)},
        "ru": {"jobs": ("работа",), "housing": ("квартира",), "doctor": ("врач",)},
        "vi": {"housing": ("thuê nhà",), "doctor": ("khám bệnh",), "jobs": ("konto",)},
    },
    (Rule(("p_employer", "p_not_pay"), "unpaid_wages", 0.9),),
    {"de": ("kein/keine/keinen … sondern", "will keinen … |"), "en": ("don't want … |",)},
)
UNDERSTANDING = Understanding(THESAURUS)
