"""How people spell dates in plans, brought to one form before it is read.

The one form is lower case, without filler words, with `m3` for March, `q` and `h` for quarter and
half-year, `ab` and `bis` for from and until, `-` for every dash, and years of four figures.
"""

import re
import unicodedata

_SAME = {
    "bis": "bis until till by to und and",
    "ab": "ab von vom from start starting beginn beginnend zwischen between",
    "seit": "seit since",
    "laufend": "laufend laufende laufendes läuft dauerhaft dauernd daueraufgabe fortlaufend"
    " kontinuierlich ständig durchgehend durchgängig ganzjährig regelmäßig unbefristet sofort"
    " monatlich vierteljährlich quartalsweise halbjährlich jährlich wöchentlich"
    " ongoing continuous continuously permanent permanently",
    "anfang": "anfang jahresanfang jahresbeginn early beginning",
    "mitte": "mitte jahresmitte mid middle",
    "ende": "ende jahresende end late",
    "q": "q qu quartal quartals quarter",
    "h": "h hj halbjahr halbjahres hälfte jahreshälfte half",
    # A season is the quarter in which it ends, by the weather service's seasons (March to May ...).
    "q2": "frühjahr frühling spring",
    "q3": "sommer summer",
    "q4": "herbst autumn fall",
    "1.": "erstes erste ersten first",
    "2.": "zweites zweite zweiten second",
    "3.": "drittes dritte dritten third",
    "4.": "viertes vierte vierten fourth letztes letzte letzten last",
    "ff": "onwards",
    "kw": "kw kalenderwoche woche week",
    "schuljahr": "schuljahr schuljahres kitajahr kindergartenjahr",
    "wintersemester": "wintersemester wise",
    "sommersemester": "sommersemester sose",
    "m1": "januar jan jänner january",
    "m2": "februar feb february",
    "m3": "märz mär mrz maerz march mar",
    "m4": "april apr",
    "m5": "mai may",
    "m6": "juni jun june",
    "m7": "juli jul july",
    "m8": "august aug",
    "m9": "september sep sept",
    "m10": "oktober okt october oct",
    "m11": "november nov",
    "m12": "dezember dez december dec",
    "": "ca circa etwa ungefähr voraussichtlich vsl spätestens fällig geplant vorgesehen bereits"
    " noch einmal zweimal dreimal viermal mehrmals am im in zum zur der die das des dem den of the"
    " on jahr jahres year"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so",
}
_FORMS = {word: form for form, words in _SAME.items() for word in words.split()}
_WORD = re.compile(r"[a-zäöüß]+\.?")

_OPEN = frozenset(
    [
        *("", "-", "?", "offen", "nochoffen", "unbekannt", "unklar", "nochunklar", "folgt", "nn"),
        *("ka", "nochnichtbekannt", "nochnichtfestgelegt", "stehtnochnichtfest", "open", "none"),
        *("tbd", "tba"),
    ]
)

_LETTERS = (
    (r"[‐‑‒–—−]", "-"),
    (r"['’‘](\d\d)\b", r"20\1"),
    (r"(\d)(?:st|nd|rd|th)\b", r"\1."),
    (r"\bkita-jahr", "kitajahr"),
    (r"\bbis auf weiteres\b", "laufend"),
    # "Beginn 2026, Ende 2028", in whatever order of marks between.
    (r"^(?:beginn|start|anfang):? ?(\S.*?)[,;] ?(?:ende|end):? ?(?=\S)", r"\1 bis "),
    (r"[,;:()](?!\d)", " "),
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ROMAN_HALF_OR_QUARTER = re.compile(r"\b(i{1,3}|iv)\b\.?(?= ?[qh]\b)")
_ROMAN_BEHIND = re.compile(r"(?<=\b[qh] )(i{1,3}|iv)\b\.?")
_ROMAN_ALONE = re.compile(r"\b(i{1,3}|iv)\b\.?")
_VAGUE = re.compile(
    r"\b(?:kurz|mittel|länger|lang)fristig|\b(?:bald|zeitnah|demnächst|später|umgehend|schnellst|"
    r"nach|bei|vor|innerhalb|binnen)"
)
_YEARLESS = re.compile(
    r"(?:(?:ab|bis|seit) )?(?:\d\d?\. ?(?:\d\d?\.?|m\d\d?)|m\d\d?|[1-4]\. ?q|q ?[1-4]|[12]\. ?h"
    r"|h ?[12]|anfang|mitte|ende|winter)"
)
_SHORT = r"([2-5]\d)(?![\d.]| \d{4})"
_PHRASES = (
    (r"\s+", " "),
    (r"\b(anfang|mitte|ende)-(?=\d{4}\b)", r"\1 "),
    # A year in two figures, where only a year can stand: "Dez 27" as Excel writes it, "Q4/26".
    (rf"\b((?:m\d\d?|[1-4]\.? ?q|[12]\.? ?h|[qh] ?[1-4])\.?[ /-]?){_SHORT}", r"\g<1>20\2"),
    (rf"(?<![\d.])(\d\d?/){_SHORT}", r"\g<1>20\2"),
    (r"^ab (.+) ff$", r"ab \1"),
    # The first and the last quarter; the middle stays, because its reading depends on the side.
    (r"\banfang (?=\d{4}\b)", "q1 "),
    (r"\bende (?=\d{4}\b)", "q4 "),
    # Parts of anything but a year are read as the whole of it: "Ende März" is due by its last day.
    (r"\b(?:anfang|mitte|ende) (?!\d{4}\b)", ""),
)


def is_open(text: str) -> bool:
    """Tell whether a spelling says that there is no date yet ("offen", "n. n.", nothing)."""
    return re.sub(r"[\s./]", "", _replaced(text.lower(), _LETTERS)) in _OPEN


def names_an_edge(text: str) -> bool:
    """Tell whether a spelling names the beginning, middle or end of something."""
    forms = {_FORMS.get(word.rstrip(".")) for word in _WORD.findall(text.lower())}
    return bool(forms & {"anfang", "mitte", "ende"})


def is_vague(text: str) -> bool:
    """Tell whether a spelling says only that it will be soon, or late, or after something."""
    return bool(_VAGUE.search(text.casefold()))


def lacks_a_year(text: str) -> bool:
    """Tell whether a spelling is a date but for its year: "bis März", "24.12."."""
    return not re.search(r"\d{4}|\d\d\b(?!\.)", text) and bool(_YEARLESS.fullmatch(plain(text)))


def plain(text: str) -> str:
    """Return a spelling in the one form that is read."""
    text = _replaced(unicodedata.normalize("NFC", text).lower(), _LETTERS)
    text = _WORD.sub(_form, text)
    text = _ROMAN_HALF_OR_QUARTER.sub(lambda found: f"{_ROMAN[found[1]]}.", text)
    text = _ROMAN_BEHIND.sub(lambda found: _ROMAN[found[1]], text)
    text = _ROMAN_ALONE.sub(lambda found: f"q{_ROMAN[found[1]]}", text)
    return _replaced(text, _PHRASES).strip()


def _form(found: re.Match[str]) -> str:
    return _FORMS.get(found[0].rstrip("."), found[0])


def _replaced(text: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, form in rules:
        text = re.sub(pattern, form, text)
    return text
