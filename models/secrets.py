"""Secrets that work once: made from chance, stored only as hashes (SHA-256, FIPS 180-4)."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from random import Random

BYTES = 20
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""For codes that people type: 32, without those that look alike."""


def secret(rng: Random) -> str:
    """160 bits in 27 letters that fit into a deep link (A-Z a-z 0-9 _ -)."""
    return urlsafe_b64encode(rng.randbytes(BYTES)).decode().rstrip("=")


def code(rng: Random, length: int) -> str:
    """Letters for a person to type, 5 bits each."""
    return "".join(rng.choices(LETTERS, k=length))


def hashed(secret: str) -> str:
    """What is stored of a secret: 64 hexadecimal digits."""
    return sha256(secret.encode()).hexdigest()
