"""Sound without what recorders write beside it: names, places, pictures, programs."""

from __future__ import annotations

from collections.abc import Iterator

KEPT = frozenset({b"fmt ", b"data", b"fact"})
TAG_V1 = 128


def without_tags(data: bytes) -> bytes:
    """MPEG sound without ID3v2 before it (https://id3.org/id3v2.4.0-structure) and ID3v1 after."""
    while data[:3] == b"ID3" and len(data) > 10:
        size = sum((byte & 0x7F) << 7 * (3 - at) for at, byte in enumerate(data[6:10]))
        footer = 10 if data[5] & 0x10 else 0
        data = data[10 + size + footer :]
    return data[:-TAG_V1] if data[-TAG_V1:-125] == b"TAG" else data


def without_chunks(data: bytes) -> bytes:
    """RIFF WAVE with nothing but its sound."""
    body = b"WAVE" + b"".join(_chunks(data))
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _chunks(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = min(at + 8 + size, len(data))
        if data[at : at + 4] in KEPT:
            content = data[at + 8 : end]
            yield data[at : at + 4] + len(content).to_bytes(4, "little") + content + _even(content)
        at = end + size % 2


def _even(content: bytes) -> bytes:
    return bytes(len(content) % 2)
