"""The fingerprint of what people agree to before a survey, in all languages.

`python -m tests.locales.consent` prints it, for FINGERPRINT in handlers/survey_expecting.py.
"""

from hashlib import sha256

from tests.locales.catalogs import forms, messages
from tests.locales.files import LANGUAGES

TEXTS = (
    *("survey.agreeing", "survey.anonymous", "survey.attributed", "survey.files"),
    *("survey.free", "survey.may_wish", "survey.no_promise", "survey.takes", "survey.telegram"),
    "survey.until",
    *("survey.why_migrants", "survey.why_network"),
)


def fingerprint() -> str:
    """Twelve hexadecimal digits (SHA-256, FIPS 180-4)."""
    said = ((x, id, *forms(messages(x)[id])) for x in LANGUAGES for id in TEXTS)
    return sha256("\n".join("\0".join(one) for one in said).encode()).hexdigest()[:12]


if __name__ == "__main__":
    print(fingerprint())  # noqa: T201  what it is for
