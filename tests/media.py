"""Pictures, sound and film as phones make them, with what they tell about whoever holds one."""

from io import BytesIO

from PIL import Image

MAKER = "Kamera von Amal"
PLACE = b"+50.0265+011.5789/"
WHEN = b"\x11\x22\x33\x44"


def photo(width: int = 64, height: int = 48, colour: str = "teal") -> bytes:
    """A JPEG that says where, when and with what it was taken, held upright (orientation 6)."""
    exif = Image.Exif()
    exif[0x010F] = MAKER
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:11:23 10:00:00"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (50.0, 1.0, 35.0)
    file = BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG", exif=exif, comment=MAKER.encode())
    return file.getvalue()


def drawing(colour: str = "orange", side: int = 32) -> bytes:
    """A PNG."""
    file = BytesIO()
    Image.new("RGB", (side, side), colour).save(file, "PNG")
    return file.getvalue()


def voice() -> bytes:
    """A voice message as Telegram has them: Opus in Ogg."""
    return b"OggS\0\2" + bytes(20) + b"\1\x13OpusHead\1\1" + bytes(10) + b"sound" * 40


def song() -> bytes:
    """MPEG sound with a tag before it and one behind."""
    title = b"TIT2" + (len(MAKER) + 1).to_bytes(4, "big") + b"\0\0\0" + MAKER.encode()
    tag = b"ID3\4\0\0" + bytes([0, 0, 0, len(title)]) + title
    return tag + b"\xff\xfb\x90\x00" + b"sound" * 100 + b"TAG" + MAKER.encode().ljust(125, b"\0")


def film(track: bytes = b"vide") -> bytes:
    """MP4 with its place and time, as phones write them."""
    header = _box(b"mvhd", bytes(4) + WHEN + WHEN + bytes(92))
    told = _box(b"udta", _box(b"\xa9xyz", b"\0\x12\x15\xc7" + PLACE))
    handler = _box(b"hdlr", bytes(8) + track + bytes(12))
    media = _box(b"mdia", _box(b"mdhd", bytes(4) + WHEN + WHEN + bytes(16)) + handler)
    whole = header + _box(b"trak", _box(b"tkhd", bytes(4) + WHEN + WHEN + bytes(76)) + media) + told
    return _box(b"ftyp", b"isom\0\0\2\0isommp42") + _box(b"moov", whole) + _box(b"mdat", b"f" * 99)


def recording() -> bytes:
    """WAVE with the name of whoever recorded it."""
    named = b"INFO" + _chunk(b"IART", MAKER.encode())
    chunks = _chunk(b"fmt ", bytes(16)) + _chunk(b"LIST", named) + _chunk(b"data", b"s" * 101)
    return b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WAVE" + chunks


PAPER = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def _box(name: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4, "big") + name + content


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)
