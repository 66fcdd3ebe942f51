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
    "laufend": "laufend laufende laufendes dauerhaft dauernd daueraufgabe fortlaufend"
    " kontinuierlich ständig durchgehend durchgängig ganzjährig regelmäßig jährlich sofort"
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
    "4.": "viertes vierte vierten fourth",
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
    "": "ca circa etwa voraussichtlich vsl spätestens fällig am im in zum zur der die das des dem"
    " den of the on jahr jahres year",
}
_FORMS = {word: form for form, words in _SAME.items() for word in words.split()}
_WORD = re.compile(r"[a-zäöüß]+\.?")

_OPEN = frozenset({"", "-", "?", "offen", "unbefristet", "nn", "ka", "open", "none", "tbd", "tba"})

_LETTERS = (
    (r"[‐‑‒–—−]", "-"),
    (r"['’‘](\d\d)\b", r"20\1"),
    (r"(\d)(?:st|nd|rd|th)\b", r"\1."),
    (r"[,;:()](?!\d)", " "),
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ROMAN_HALF_OR_QUARTER = re.compile(r"\b(i{1,3}|iv)\b\.?(?= ?[qh]\b)")
_ROMAN_ALONE = re.compile(r"\b(i{1,3}|iv)\b\.?")
_PHRASES = (
    (r"\s+", " "),
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


def plain(text: str) -> str:
    """Return a spelling in the one form that is read."""
    text = _replaced(unicodedata.normalize("NFC", text).lower(), _LETTERS)
    text = _WORD.sub(_form, text)
    text = _ROMAN_HALF_OR_QUARTER.sub(lambda found: f"{_ROMAN[found[1]]}.", text)
    text = _ROMAN_ALONE.sub(lambda found: f"q{_ROMAN[found[1]]}", text)
    return _replaced(text, _PHRASES).strip()


def _form(found: re.Match[str]) -> str:
    return _FORMS.get(found[0].rstrip("."), found[0])


def _replaced(text: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, form in rules:
        text = re.sub(pattern, form, text)
    return text
