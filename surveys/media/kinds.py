"""What a file is, by what is in it: never by its name, nor by what its sender calls it.

Signatures as in https://mimesniff.spec.whatwg.org/ and the formats' own specifications.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

Kind = Literal["image", "audio", "video", "file"]
"""XLSForm's names of what may be sent; a file may be any of the others too."""

ENDINGS: Mapping[str, str] = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/aac": ".aac",
    "audio/wav": ".wav",
    "audio/webm": ".weba",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "application/pdf": ".pdf",
}
"""All media types that Lotse takes, with the endings of their names."""

HEAD = 65_536
BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"%PDF-", "application/pdf"),
)
RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
HANDLER = 8
"""From the name of an `hdlr` box to the kind of its track (ISO/IEC 14496-12, 8.4.3)."""


def recognised(data: bytes) -> str:
    """The media type of what Lotse takes, "" for everything else, such as SVG, which can act."""
    for beginning, media_type in BEGINNINGS:
        if data.startswith(beginning):
            return media_type
    found = (look(data) for look in LOOKS)
    return next(filter(None, found), "")


def kind_of(media_type: str) -> Kind:
    """What XLSForm calls it."""
    family = media_type.partition("/")[0]
    return family if family in ("image", "audio", "video") else "file"  # type: ignore[return-value]


def kind_of_question(type_: str) -> Kind:
    """What a question of an XLSForm type for files asks for."""
    return type_ if type_ in ("image", "audio", "video") else "file"  # type: ignore[return-value]


def _riff(data: bytes) -> str:
    return RIFF.get(data[8:12], "") if data[:4] == b"RIFF" else ""


def _ogg(data: bytes) -> str:
    """Ogg (RFC 3533) with Opus or Vorbis in it."""
    is_sound = b"OpusHead" in data[:512] or b"\x01vorbis" in data[:512]
    return "audio/ogg" if data[:4] == b"OggS" and is_sound else ""


def _frames(data: bytes) -> str:
    """MPEG-1 layer 3, or AAC in ADTS, without a header: both begin with a sync word."""
    if len(data) < 2 or data[0] != 0xFF:
        return ""
    if data[1] & 0xF6 == 0xF0:
        return "audio/aac"
    return "audio/mpeg" if data[1] & 0xE6 == 0xE2 else ""


def _boxes(data: bytes) -> str:
    """MP4 and QuickTime: sound alone, or film, by the tracks that are in it."""
    if data[4:8] != b"ftyp":
        return ""
    tracks = {part[HANDLER : HANDLER + 4] for part in data.split(b"hdlr")[1:]}
    if b"vide" in tracks:
        return "video/quicktime" if data[8:12] == b"qt  " else "video/mp4"
    return "audio/mp4" if b"soun" in tracks else ""


def _matroska(data: bytes) -> str:
    """WebM: the codecs of its tracks stand near its beginning."""
    head = data[:HEAD]
    if head[:4] != b"\x1aE\xdf\xa3" or b"webm" not in head[:64]:
        return ""
    if any(codec in head for codec in (b"V_VP8", b"V_VP9", b"V_AV1")):
        return "video/webm"
    return "audio/webm" if b"A_OPUS" in head or b"A_VORBIS" in head else ""


LOOKS: tuple[Callable[[bytes], str], ...] = (_riff, _ogg, _boxes, _matroska, _frames)
