"""Pictures, drawn anew: what a camera writes into them (place, time, device) stays behind."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
LONGEST_SIDE = 2560
"""Pixels. Larger pictures are made smaller."""
MOST_PIXELS = 120_000_000
"""What a camera makes at most; more is a trap for whoever unpacks it."""
QUALITY = 85


class BrokenPicture(ValueError):
    """No picture, or one that nobody should unpack."""


def redrawn(data: bytes) -> tuple[str, bytes]:
    """The picture as it is seen, as JPEG, or as PNG where it has transparent parts, with the media
    type. Only colours are kept, turned as the camera was held. Raises BrokenPicture.
    """
    try:
        return _redrawn(data)
    except BrokenPicture:
        raise
    except Exception as error:  # decoders raise whatever they like on broken files
        raise BrokenPicture from error


def _redrawn(data: bytes) -> tuple[str, bytes]:
    with Image.open(BytesIO(data), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise BrokenPicture
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        whole = ImageOps.exif_transpose(opened)
        whole.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return _written(whole)


def _written(picture: Image.Image) -> tuple[str, bytes]:
    """In a picture made of nothing but the colours: what else a format carries stays behind."""
    clear = picture.has_transparency_data
    colours = picture.convert("RGBA" if clear else "RGB")
    bare = Image.new(colours.mode, colours.size)
    bare.paste(colours)
    file = BytesIO()
    if clear:
        bare.save(file, "PNG")
        return "image/png", file.getvalue()
    bare.save(file, "JPEG", quality=QUALITY)
    return "image/jpeg", file.getvalue()
