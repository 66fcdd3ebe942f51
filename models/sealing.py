"""Something put away so that only who has the key can read it, and nobody can tell how long it is.

Encrypt-then-MAC (Bellare, Namprempre 2000) with SHAKE-256 (FIPS 202) as the stream and HMAC-SHA-256
(RFC 2104), each under a key of its own. What is sealed is padded to whole blocks.
"""

from __future__ import annotations

import hashlib
import hmac
from random import Random

NONCE, TAG, LENGTH, BLOCK = 16, 32, 4, 4096
LARGE = 65_536
"""Bytes of a file; what is larger is padded to the next power of two."""


class NotSealed(ValueError):
    """Another key, or not as it was written."""


def tag(key: bytes, purpose: str, text: str) -> str:
    """What `text` is called under a key for one purpose: 64 hexadecimal digits (HMAC)."""
    return hmac.new(key, f"{purpose}\0{text}".encode(), "sha256").hexdigest()


def seal(key: bytes, content: bytes, rng: Random, block: int = BLOCK) -> bytes:
    """A whole number of blocks and 48 bytes more; never the same twice."""
    plain = len(content).to_bytes(LENGTH, "big") + content
    plain += bytes(-len(plain) % block)
    nonce = rng.randbytes(NONCE)
    hidden = _streamed(key, nonce, plain)
    return nonce + hidden + _mac(key, nonce + hidden)


def padded(content: bytes) -> int:
    """The block in which a file is sealed, so that little is told by its size."""
    return max(LARGE, 1 << (len(content) + LENGTH - 1).bit_length())


def unseal(key: bytes, sealed: bytes) -> bytes:
    """What was sealed. Raises NotSealed."""
    body, mac = sealed[:-TAG], sealed[-TAG:]
    if not hmac.compare_digest(mac, _mac(key, body)):
        raise NotSealed
    plain = _streamed(key, body[:NONCE], body[NONCE:])
    length = int.from_bytes(plain[:LENGTH], "big")
    return plain[LENGTH : LENGTH + length]


def _streamed(key: bytes, nonce: bytes, text: bytes) -> bytes:
    """The same step forward and back."""
    stream = hashlib.shake_256(_subkey(key, b"stream") + nonce).digest(len(text))
    return (int.from_bytes(text, "big") ^ int.from_bytes(stream, "big")).to_bytes(len(text), "big")


def _mac(key: bytes, body: bytes) -> bytes:
    return hmac.digest(_subkey(key, b"mac"), body, "sha256")


def _subkey(key: bytes, purpose: bytes) -> bytes:
    return hmac.digest(key, purpose, "sha256")
