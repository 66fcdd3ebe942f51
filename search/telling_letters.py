"""Letters and words that tell languages of one script apart (data only)."""

from search.scripts import Script

LATIN = ("de", "en", "fr", "pl", "ro", "tr", "ku", "so", "sq", "vi", "es", "it", "pt", "nl", "hr")
CANDIDATES: dict[Script, tuple[str, ...]] = {
    Script.LATIN: LATIN,
    Script.ARABIC: ("ar", "fa", "ps", "ur", "ckb"),
    Script.CYRILLIC: ("uk", "ru", "bg", "sr", "mk"),
    Script.ETHIOPIC: ("ti", "am"),
    Script.OTHER: (),
}
"""The languages that are told apart: those of the thesaurus, and others that are often heard."""

LETTERS: dict[str, str] = {
    "ps": "ټډړږښېۍځڅڼګ",
    "ckb": "ڕڵۆێەڤ",
    "ur": "ٹڈڑںےہھ",
    "fa": "پچژگ",
    "ar": "ةىأإؤ",
    "uk": "іїєґ",
    "ru": "ыэё",
    "bg": "ъ",
    "sr": "ђјљњћџ",
    "mk": "ѓќѕ",
    "ti": "ቐቑቒቓቔቕቖኣዓኹኺኸኻኼኽኾ",
    "am": "አቸቹቺቻቼችቾ",
    "de": "ß",
    "pl": "ąęłńśźż",
    "ro": "ățș",
    "tr": "ğı",
    "vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "es": "ñ¿¡",
}
"""Those that the other languages of the script do not have, or hardly: of Pashto, Sorani and Urdu
within the Arabic script, of Ukrainian within the Cyrillic one, and so on (Unicode 15, CLDR
exemplar characters). Bulgarian's ъ is rare in Russian; Amharic writes አ where Tigrinya writes ኣ.
"""

_WORDS = {
    "ti": "ኣብ ናይ እየ ድዩ ኣሎ ኣሎኒ ንምንታይ እንታይ ናበይ ኣበይ ከመይ ኣነ ኢኻ ኢየ ምስ ናብ ካብ ዶ",
    "am": "ነው ናቸው እንዴት የት ምን እኔ ለእኔ ነኝ አለ አለኝ ውስጥ ላይ ወደ እና ግን እባክዎ",
}
WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
"""Short words of the two languages in Ge'ez letters, which no statistics of ours know both of."""
