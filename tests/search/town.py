"""A small town of our own: ten topics in ten languages, offers in German and some translations."""

from collections.abc import Mapping

from search.catalogue import Catalogue
from search.document import Document, Topic
from search.thesaurus import Concept, ConceptKind, Thesaurus
from search.understanding import Understanding

_NAMES = {
    "german_course": "Deutsch lernen",
    "jobs": "Arbeit finden",
    "recognition": "Abschlüsse anerkennen",
    "housing": "Wohnung suchen",
    "doctor": "Arzt und Krankenhaus",
    "childcare": "Kita und Kinderbetreuung",
    "debt": "Schulden",
    "residence": "Aufenthalt und Visum",
    "driving": "Führerschein",
    "interpreter": "Dolmetschen",
}
_TERMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "german_course": {
        "de": ("*deutschkurs*", "sprachkurs*", "deutsch lern*"),
        "en": ("learn german", "german course"),
        "ar": ("تعلم المانية", "دورة لغة", "اتعلم الالمانية"),
        "fa": ("زبان آلمانی", "کلاس زبان"),
        "uk": ("німецька мова", "курс німецької"),
        "ru": ("немецкий язык", "курс немецкого"),
        "tr": ("almanca öğren*", "almanca kurs*"),
        "pl": ("niemiecki uczyć", "kurs niemieckiego"),
        "ro": ("limba germană", "curs germană"),
        "fr": ("apprendre allemand", "cours allemand"),
    },
    "jobs": {
        "de": ("arbeit", "*job*", "stellen*"),
        "en": ("work", "job"),
        "ar": ("عمل", "وظيفة"),
        "fa": ("کار پیدا", "شغل"),
        "uk": ("робота",),
        "ru": ("работа",),
        "tr": ("iş bul*", "çalışmak"),
        "pl": ("praca",),
        "ro": ("loc muncă", "muncă"),
        "fr": ("travail", "emploi"),
    },
    "recognition": {
        "de": ("diplom", "zeugnis*", "*anerkennung*"),
        "en": ("diploma", "recognition certificate"),
        "ar": ("شهادة", "معادلة"),
        "fa": ("مدرک تحصیلی",),
        "uk": ("диплом",),
        "ru": ("диплом",),
        "tr": ("diploma", "denklik"),
        "pl": ("dyplom", "nostryfik*"),
        "ro": ("diplomă",),
        "fr": ("diplôme",),
    },
    "housing": {
        "de": ("*wohnung*", "*miete*"),
        "en": ("apartment", "flat"),
        "ar": ("شقة", "سكن"),
        "fa": ("خانه",),
        "uk": ("квартира", "житло"),
        "ru": ("квартира", "жильё"),
        "tr": ("ev ar*", "kiralık", "daire"),
        "pl": ("mieszkanie",),
        "ro": ("apartament", "locuință"),
        "fr": ("appartement", "logement"),
    },
    "doctor": {
        "de": ("arzt", "ärztin", "krank"),
        "en": ("doctor", "sick"),
        "ar": ("طبيب", "مريض"),
        "fa": ("دکتر", "مریض"),
        "uk": ("лікар",),
        "ru": ("врач",),
        "tr": ("doktor", "hasta"),
        "pl": ("lekarz",),
        "ro": ("medic", "doctor"),
        "fr": ("médecin",),
    },
    "childcare": {
        "de": ("kita", "kindergarten"),
        "en": ("kindergarten",),
        "ar": ("روضة",),
        "fa": ("مهدکودک",),
        "uk": ("дитячий садок",),
        "ru": ("детский сад",),
        "tr": ("kreş",),
        "pl": ("przedszkole",),
        "ro": ("grădiniță",),
        "fr": ("crèche",),
    },
    "debt": {
        "de": ("schulden",),
        "en": ("debt",),
        "ar": ("دين", "ديون"),
        "fa": ("بدهی",),
        "uk": ("борг",),
        "ru": ("долг",),
        "tr": ("borç*",),
        "pl": ("dług",),
        "ro": ("datorii",),
        "fr": ("dette",),
    },
    "residence": {
        "de": ("aufenthalt*", "visum"),
        "en": ("residence permit", "visa"),
        "ar": ("إقامة",),
        "fa": ("اقامت",),
        "uk": ("посвідка",),
        "ru": ("внж",),
        "tr": ("oturum",),
        "pl": ("pobyt",),
        "ro": ("permis ședere",),
        "fr": ("titre séjour",),
    },
    "driving": {
        "de": ("führerschein*",),
        "en": ("driving licence",),
        "ar": ("رخصة قيادة",),
        "fa": ("گواهینامه",),
        "uk": ("водійські права",),
        "ru": ("водительские права",),
        "tr": ("ehliyet",),
        "pl": ("prawo jazdy",),
        "ro": ("permis conducere",),
        "fr": ("permis conduire",),
    },
    "interpreter": {
        "de": ("dolmetsch*",),
        "en": ("interpreter",),
        "ar": ("مترجم",),
        "fa": ("مترجم",),
        "uk": ("перекладач",),
        "ru": ("переводчик",),
        "tr": ("tercüman",),
        "pl": ("tłumacz",),
        "ro": ("interpret",),
        "fr": ("interprète",),
    },
}
TOPICS = tuple(Topic(code, {"de": name}) for code, name in _NAMES.items())


def _thesaurus() -> Thesaurus:
    terms: dict[str, dict[str, tuple[str, ...]]] = {}
    for code, name in _NAMES.items():
        for language, those in _TERMS[code].items():
            terms.setdefault(language, {})[code] = those
        terms["de"][code] += (name,)
    concepts = {code: Concept(code, ConceptKind.TOPIC) for code in _NAMES}
    return Thesaurus(concepts, terms)


UNDERSTANDING = Understanding(_thesaurus())

_GERMAN = (
    ("german_course", "Deutschkurs A1 am Abend", "Für alle, die am Tag arbeiten."),
    ("german_course", "Integrationskurs mit Kinderbetreuung", "600 Stunden Deutsch, vormittags."),
    ("jobs", "Bewerbungshilfe im Jobtreff", "Wir schreiben mit Ihnen den Lebenslauf."),
    ("recognition", "Beratung zur Anerkennung", "Was Ihr Zeugnis in Deutschland zählt."),
    ("housing", "Wohnungshilfe der Stadt", "Hilfe bei Suche, Mietvertrag und Umzug."),
    ("doctor", "Ärztlicher Bereitschaftsdienst", "Wenn die Praxis geschlossen hat."),
    ("childcare", "Kita-Anmeldung", "So bekommt Ihr Kind einen Platz."),
    ("debt", "Schuldnerberatung", "Vertraulich und kostenlos."),
    ("residence", "Ausländerbehörde", "Verlängerung des Aufenthaltstitels."),
    ("driving", "Führerscheinstelle", "Umschreibung ausländischer Fahrerlaubnisse."),
    ("interpreter", "Sprachmittler im Amt", "Begleitung zu Ämtern und zur Praxis."),
    ("", "Gartenfest im Quartier", "Mit Musik und Kuchen für die Nachbarschaft."),
)
_TRANSLATED = {
    0: {"ar": ("دورة ألمانية مسائية", "لمن يعمل نهارا"), "uk": ("Вечірні курси", "Рівень A1")},
    4: {
        "ar": ("مساعدة في السكن", "البحث وعقد الإيجار"),
        "en": ("Housing", "Rental contracts"),
    },
}


def _texts(number: int) -> dict[str, dict[str, str]]:
    _, title, summary = _GERMAN[number]
    written = {"de": (title, summary), **_TRANSLATED.get(number, {})}
    return {x: {"title": title, "summary": told} for x, (title, told) in written.items()}


DOCUMENTS = tuple(
    Document(number + 100, _texts(number), (topic,) if topic else ())
    for number, (topic, _, _) in enumerate(_GERMAN)
)


def town() -> Catalogue:
    """Return the small town's catalogue."""
    return Catalogue.of(DOCUMENTS, UNDERSTANDING)
