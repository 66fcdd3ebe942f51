"""The Ge'ez script of Tigrinya and Amharic: a letter is a consonant with its vowel.

Unicode has eight places for each consonant, the vowels in a fixed order, so that the first of the
eight stands for the consonant alone. Suffixes change the last vowel (ፍቓድ, ፍቓደይ), and letters that
sound alike are written for one another.
"""

_FIRST, _LAST = 0x1200, 0x1380
_ORDERS = 8
_WRITTEN_ALIKE = {0x1210: 0x1200, 0x1280: 0x1200, 0x1220: 0x1230, 0x12D0: 0x12A0, 0x1340: 0x1338}

# ሐ and ኀ as ሀ, ሠ as ሰ, ዐ as አ, ፀ as ጸ, each with its vowel.
FOLDED = {
    alike + order: letter + order
    for alike, letter in _WRITTEN_ALIKE.items()
    for order in range(_ORDERS)
}
_CONSONANTS = {point: point - point % _ORDERS for point in range(_FIRST, _LAST)}


def consonants(word: str) -> str:
    """Return a normalised word with each of its letters in the first order."""
    return word.translate(_CONSONANTS)
