"""Workbooks of Excel's older format, written byte by byte: nothing maintained writes them.

Formats: [MS-XLS] for the records, [MS-CFB] for the file around them.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SMALLEST = 4096  # a shorter stream would need a second kind of sectors

Rows = Sequence[Sequence[object]]


def xls(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook of sheets; cells are text, numbers or yes and no."""
    pages = [_sheet(rows) for rows in sheets.values()]
    names = [_name(name) for name in sheets]
    start = len(_begin(0x0005)) + sum(len(_record(0x85, b"1234xx" + x)) for x in names) + 4
    bounds = b""
    for name, page in zip(names, pages, strict=True):
        bounds += _record(0x85, struct.pack("<IH", start, 0) + name)
        start += len(page)
    return _compound(_begin(0x0005) + bounds + _record(0x0A, b"") + b"".join(pages))


def _sheet(rows: Rows) -> bytes:
    cells = [
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value is not None
    ]
    return _begin(0x0010) + b"".join(cells) + _record(0x0A, b"")


def _cell(row: int, column: int, value: object) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    match value:
        case bool():
            return _record(0x0205, place + struct.pack("<BB", value, 0))
        case int() | float():
            return _record(0x0203, place + struct.pack("<d", value))
    text = str(value)
    return _record(0x0204, place + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 6))


def _name(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def _compound(stream: bytes) -> bytes:
    """One stream "Workbook": sector 0 holds the table of sectors, sector 1 the directory."""
    padded = stream.ljust(max(SMALLEST, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(padded) // SECTOR
    chain = [FAT, END, *range(3, count + 2), END]
    table = struct.pack("<128I", *chain, *[FREE] * (128 - len(chain)))
    directory = _entry("Root Entry", 5, END, 0, child=1) + _entry("Workbook", 2, 2, len(padded))
    return _header() + table + directory.ljust(SECTOR, b"\0") + padded


def _header() -> bytes:
    fixed = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    sizes = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    counts = struct.pack("<IIIIIIIII", 0, 1, 1, 0, SMALLEST, END, 0, END, 0)
    return fixed + sizes + counts + struct.pack("<109I", 0, *[FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    links = struct.pack("<HBBIII", len(written), kind, 1, FREE, FREE, child)
    return written.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)
