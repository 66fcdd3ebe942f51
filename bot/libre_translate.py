"""A server that translates as LibreTranslate does: POST /translate (docs.libretranslate.com)."""

from __future__ import annotations

from bot.outside_asking import PATIENCE_S, Asking
from bot.taken_translation import taken
from models.translator import LONGEST, NotTranslated, Why


class LibreTranslate:
    """At `url` lies its front page; `patience` in seconds."""

    def __init__(self, url: str, key: str = "", patience: float = PATIENCE_S) -> None:
        self._asking = Asking(f"{url.rstrip('/')}/translate", NotTranslated, patience)
        self._key = key

    async def translate(self, text: str, source: str, target: str) -> str:
        """As models.translator.Translator says."""
        if len(text) > LONGEST:
            raise NotTranslated(Why.TOO_LONG)
        asked = {"q": text, "source": source, "target": target, "format": "text"}
        if self._key:
            asked["api_key"] = self._key
        answer = await self._asking.answer(asked)
        return taken(answer.get("translatedText"), text)

    async def close(self) -> None:
        """Give the connections back."""
        await self._asking.close()
