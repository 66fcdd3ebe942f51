"""QR codes (ISO/IEC 18004) to show or to print."""

from __future__ import annotations

import io

import segno

from models.turn import File

SCALE = 8
"""Pixels of a module."""


def picture(name: str, text: str) -> File:
    """A PNG with `text` in it, with the quiet zone that readers need."""
    stream = io.BytesIO()
    segno.make(text, error="m", micro=False).save(stream, kind="png", scale=SCALE)
    return File(name, "image/png", stream.getvalue())


def drawing(text: str) -> str:
    """The same as SVG to stand in a page, as wide as the page says; dark on light in any scheme."""
    stream = io.BytesIO()
    made = segno.make(text, error="m", micro=False)
    made.save(stream, kind="svg", xmldecl=False, svgns=False, omitsize=True, light="#fff", nl=False)
    return stream.getvalue().decode()
