"""The words that Lotse ships, read once for all tests that ask for them."""

from bot.words_folder import words_folder
from models.words import Words, load_words


def words() -> Words:
    """As Lotse itself reads them, each part when it is first needed."""
    return load_words(words_folder(None))
