"""Named texts and numbers as bytes and back, for what is dear to work out and cheap to read."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate

_END = "\n"


def pack(texts: Mapping[str, Sequence[str]], numbers: Mapping[str, array[int]]) -> bytes:
    """Return a header of JSON in one line, and then each part; no text holds a new line."""
    written = [_END.join(each).encode() for each in texts.values()]
    written += [each.tobytes() for each in numbers.values()]
    named = [[name, len(each)] for name, each in texts.items()]
    named += [[name, each.typecode] for name, each in numbers.items()]
    sized = [[*one, len(data)] for one, data in zip(named, written, strict=True)]
    return json.dumps(sized).encode() + _END.encode() + b"".join(written)


def unpack(data: bytes) -> tuple[dict[str, tuple[str, ...]], dict[str, array[int]]]:
    """Return what was packed, on a machine of the same kind. Raises ValueError for other bytes."""
    head, _, body = data.partition(_END.encode())
    header = json.loads(head)
    ends = list(accumulate((size for *_, size in header), initial=0))
    if ends[-1] != len(body):
        raise ValueError("the bytes end too early or too late")
    texts, numbers = {}, {}
    for (name, kind, size), start in zip(header, ends, strict=False):
        part = body[start : start + size]
        if isinstance(kind, str):
            numbers[name] = array(kind, part)
        else:
            texts[name] = tuple(part.decode().split(_END)) if kind else ()
    return texts, numbers
