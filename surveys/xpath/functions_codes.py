"""ODK's functions that make or read codes: digests, base64, random identifiers."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import partial

from surveys.xpath.code import Code, Strings, of_string
from surveys.xpath.function import Arguments, Function
from surveys.xpath.scope import Frame

DIGESTS = {
    "MD5": "md5",
    "SHA-1": "sha1",
    "SHA-256": "sha256",
    "SHA-384": "sha384",
    "SHA-512": "sha512",
}
LONGEST = 1000  # letters of a random identifier


def digest(arguments: Arguments) -> Code:
    """`digest(text, algorithm, encoding?)`: base64 unless "hex"; "" for an unknown algorithm."""
    text, algorithm = arguments[0].string, arguments[1].string
    encoding = arguments[2].string if len(arguments) > 2 else None

    def made(frame: Frame) -> str:
        name = DIGESTS.get(algorithm(frame).upper())
        if name is None:
            return ""
        made = hashlib.new(name, text(frame).encode(), usedforsecurity=False).digest()
        if encoding is not None and encoding(frame) == "hex":
            return made.hex()
        return base64.b64encode(made).decode()

    return of_string(made)


def base64_decode(arguments: Arguments) -> Code:
    """`base64-decode(text)`: as UTF-8; "" for what is no base64."""
    return of_string(partial(_decoded, arguments[0].string))


def uuid(arguments: Arguments) -> Code:
    """`uuid(length?)`: random, of version 4; or so many random letters and digits."""
    if arguments:
        return of_string(partial(_letters, arguments[0]))
    return of_string(_uuid)


def _decoded(text: Strings, frame: Frame) -> str:
    try:
        return base64.b64decode(text(frame), validate=True).decode()
    except (binascii.Error, ValueError):
        return ""


def _letters(length: Code, frame: Frame) -> str:
    count = length.number(frame)
    wanted = int(count) if 0 < count <= LONGEST else 0
    return "".join(frame.scope.rng.choices("0123456789abcdefghijklmnopqrstuvwxyz", k=wanted))


def _uuid(frame: Frame) -> str:
    bits = frame.scope.rng.getrandbits(128)
    bits = bits & ~(0xF << 76) | 4 << 76
    bits = bits & ~(0x3 << 62) | 2 << 62
    text = f"{bits:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


FUNCTIONS = {
    "digest": Function(digest, 2, 3),
    "base64-decode": Function(base64_decode, 1, 1),
    "uuid": Function(uuid, 0, 1),
}
