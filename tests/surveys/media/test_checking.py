"""Files are what is in them, and keep nothing of where, when and by whom they were made."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from surveys.media.checking import LARGEST, LARGEST_SHOWN, File, Unfit, answered, named, shown
from surveys.media.kinds import ENDINGS, Kind, kind_of, recognised
from surveys.slip import SlipKind
from tests import media

WANTED: tuple[Kind, ...] = ("image", "audio", "video", "file")
SAMPLES = {
    "image/jpeg": media.photo(),
    "image/png": media.drawing(),
    "audio/ogg": media.voice(),
    "audio/mpeg": media.song(),
    "audio/wav": media.recording(),
    "video/mp4": media.film(),
    "audio/mp4": media.film(b"soun"),
    "application/pdf": media.PAPER,
    "video/webm": b"\x1aE\xdf\xa3\x9fB\x82\x84webm" + bytes(30) + b"V_VP9" + b"A_OPUS",
    "audio/webm": b"\x1aE\xdf\xa3\x9fB\x82\x84webm" + bytes(30) + b"A_OPUS",
    "audio/aac": b"\xff\xf1P\x80" + bytes(50),
    "image/gif": b"GIF89a" + bytes(50),
    "image/webp": b"RIFF\x10\0\0\0WEBPVP8 ",
}
STRANGE = {
    "a drawing that can act": media.SVG,
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a program": b"\x7fELF" + bytes(60),
    "a Windows program": b"MZ" + bytes(60),
    "an archive": b"PK\3\4" + bytes(60),
    "a picture that no browser shows": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(20),
    "nothing": b"",
}


@pytest.mark.parametrize("media_type", SAMPLES)
def test_a_kind_is_seen_from_the_content(media_type: str) -> None:
    assert recognised(SAMPLES[media_type]) == media_type
    assert named("7", media_type) == "7" + ENDINGS[media_type]


@pytest.mark.parametrize("what", STRANGE)
@pytest.mark.parametrize("wanted", WANTED)
def test_everything_else_is_refused(what: str, wanted: Kind) -> None:
    with pytest.raises(Unfit) as refused:
        answered(STRANGE[what], wanted)
    assert refused.value.why is SlipKind.WRONG_FILE


@pytest.mark.parametrize("media_type", SAMPLES)
@pytest.mark.parametrize("wanted", ["image", "audio", "video"])
def test_a_question_takes_its_own_kind_only(media_type: str, wanted: Kind) -> None:
    if kind_of(media_type) == wanted:
        return
    with pytest.raises(Unfit) as refused:
        answered(SAMPLES[media_type], wanted)
    assert refused.value.why is SlipKind.WRONG_FILE


@pytest.mark.parametrize("media_type", ["image/jpeg", "audio/ogg", "video/mp4", "application/pdf"])
def test_a_question_for_a_file_takes_each(media_type: str) -> None:
    assert answered(SAMPLES[media_type], "file").media_type == media_type


def test_a_photo_keeps_its_colours_and_nothing_else() -> None:
    kept = answered(media.photo(), "image")
    assert media.MAKER.encode() not in kept.content
    with Image.open(BytesIO(kept.content)) as picture:
        assert not picture.getexif()
        assert picture.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert picture.size == (48, 64), "turned as the camera was held"
        red, green, blue = picture.convert("RGB").getpixel((9, 9))  # type: ignore[misc]
        assert red < 20 < green
        assert abs(green - blue) < 20


def test_a_photo_does_tell_before() -> None:
    with Image.open(BytesIO(media.photo())) as picture:
        assert picture.getexif().get_ifd(0x8825)[1] == "N"


def test_a_large_photo_becomes_smaller() -> None:
    with Image.open(BytesIO(answered(media.photo(5000, 100), "image").content)) as picture:
        assert max(picture.size) == 2560


def test_what_can_be_seen_through_stays_so() -> None:
    file = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(file, "PNG")
    kept = answered(file.getvalue(), "image")
    assert kept.media_type == "image/png"
    with Image.open(BytesIO(kept.content)) as picture:
        assert picture.mode == "RGBA"


@pytest.mark.parametrize("track", [b"vide", b"soun"])
def test_a_film_tells_neither_where_nor_when(track: bytes) -> None:
    before = media.film(track)
    kept = answered(before, "file").content
    assert media.PLACE in before
    assert media.PLACE not in kept
    assert media.WHEN not in kept
    assert len(kept) == len(before), "every place in the file stays right"
    assert kept.endswith(b"f" * 99)


def test_sound_tells_nobodys_name() -> None:
    for sound in (media.song(), media.recording()):
        assert media.MAKER.encode() in sound
        assert media.MAKER.encode() not in answered(sound, "audio").content
    assert answered(media.song(), "audio").content.startswith(b"\xff\xfb")
    assert b"s" * 101 in answered(media.recording(), "audio").content


def test_a_broken_picture_and_a_trap_are_refused() -> None:
    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    head = b"IHDR" + size
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    for data in (media.photo()[:200], b"\x89PNG\r\n\x1a\n" + chunk, media.film()[:150]):
        with pytest.raises(Unfit) as refused:
            answered(data, "file")
        assert refused.value.why is SlipKind.WRONG_FILE


def test_what_is_too_large_is_refused_before_it_is_looked_into() -> None:
    for wanted, sample in (("image", media.photo()), ("audio", media.voice())):
        with pytest.raises(Unfit) as refused:
            answered(sample + bytes(LARGEST[wanted]), wanted)  # type: ignore[index, arg-type]
        assert refused.value.why is SlipKind.TOO_LARGE
    with pytest.raises(Unfit):
        shown(media.photo() + bytes(LARGEST_SHOWN["image"]), "image")


BEGINNINGS = st.sampled_from([*SAMPLES.values(), *STRANGE.values()])


@given(BEGINNINGS, st.integers(0, 200), st.binary(max_size=60), st.sampled_from(WANTED))
def test_whatever_comes_is_a_file_of_a_known_kind_or_refused(
    beginning: bytes, kept: int, rest: bytes, wanted: Kind
) -> None:
    try:
        file = answered(beginning[:kept] + rest, wanted)
    except Unfit:
        return
    assert isinstance(file, File)
    assert file.media_type in ENDINGS
    assert wanted in ("file", file.kind)
