"""A file as an answer: where it is asked for, what becomes of it, and where nothing of it stays."""

import json
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import func, select

from handlers.review_file_buttons import ReleaseFile, ReviewFiles
from jobs import retention
from models import mixing, response_file, survey_course, survey_key
from models.base import Session
from models.draft import DRAFT
from models.draft_file import DRAFT_FILE
from models.exports.responses import dataset
from models.medium import Received
from models.mixing import Mixer
from models.response import RESPONSE
from models.response_file import RESPONSE_FILE
from models.role import Role
from models.store import Store
from models.submission_file import SUBMISSION_FILE
from models.turn import Sent
from surveys.exports.options import Options
from surveys.exports.writing import write
from surveys.inputs.hearing import Hearing
from surveys.media.checking import answered
from surveys.responses_in.reading import read
from surveys.slip import SlipKind
from tests import media
from tests.handlers.talking import Somebody, Town
from tests.people import BY_THE_TOWN
from tests.picturing import form, opened
from tests.talking import BERLIN

AGREE = "Einverstanden, beginnen"
TABLES = (DRAFT_FILE, SUBMISSION_FILE, RESPONSE_FILE)
PHOTO = answered(media.photo(), "image")


@pytest.fixture
def there(store: Store) -> Town:
    return Town(store)


async def asked_for_a_photo(town: Town, address: str = "amal") -> Somebody:
    one = await town.somebody(address)
    await one.says("/survey orte23")
    await one.presses(AGREE)
    await one.presses("2")
    return one


async def sends(one: Somebody, what: bytes = b"", why: SlipKind | None = None) -> str:
    """A file as a channel brings it, when it was asked for."""
    wanted = await one.town.door.wanted(one.sender, one.town.clock())
    assert wanted is not None
    file = answered(what, wanted.kind) if what else None
    return await one.does(Sent("photo", received=Received(wanted.question, file, why)))


async def finished(town: Town, address: str) -> str:
    """Her code."""
    one = await asked_for_a_photo(town, address)
    await sends(one, media.photo())
    await one.presses("Überspringen")
    await one.says("Nichts")
    said = await one.presses("Absenden")
    return said.partition("Code zum Löschen: ")[2].split()[0]


async def stored(town: Town) -> list[int]:
    """How many files lie in each table."""
    counts = [select(func.count()).select_from(table) for table in TABLES]
    return await town.ask(lambda s: [s.scalar(count) or 0 for count in counts])


async def mixed(town: Town, survey: int) -> int:
    mixer = Mixer(town.door.secret, town.door.rng, town.clock().date())

    def unit(session: Session) -> int:
        key = survey_key.key_of(session, survey, town.door.secret)
        return mixing.mix(session, survey, key, mixer)

    return await town.do(unit)


async def test_pictures_of_the_question_and_of_its_choices_come_with_it(there: Town) -> None:
    await there.do(opened)
    one = await there.somebody("amal")
    await one.says("/survey orte23")
    said = await one.presses(AGREE)
    assert one.message is not None
    assert [(x.kind, x.choice, x.name) for x in one.message.media] == [
        ("image", 0, "Wo treffen Sie andere?"),
        ("audio", 0, "Wo treffen Sie andere?"),
        ("image", 1, "Im Park"),
        ("image", 2, "Auf dem Markt"),
    ]
    assert "2. Auf dem Markt" in said
    assert one.sees("3")


async def test_without_leave_nobody_is_asked_for_files(there: Town) -> None:
    await there.do(lambda s: opened(s, files=False))
    one = await there.somebody("amal")
    assert "Fotos, Aufnahmen oder Dateien" not in await one.says("/survey orte23")
    await one.presses(AGREE)
    assert "Was noch?" in await one.presses("2")
    assert await there.door.wanted(one.sender, there.clock()) is None


async def test_what_happens_with_files_is_said_beforehand(there: Town) -> None:
    await there.do(opened)
    one = await there.somebody("amal")
    assert "Fotos, Aufnahmen oder Dateien" in await one.says("/survey orte23")


async def test_a_photo_is_an_answer_and_its_code_stands_for_it(there: Town) -> None:
    await there.do(opened)
    one = await asked_for_a_photo(there)
    assert "Erzählen Sie davon." in await sends(one, media.photo())
    await one.presses("Überspringen")
    said = await one.says("Nichts")
    assert "Datei erhalten" in said
    assert await stored(there) == [1, 0, 0]


async def test_only_the_last_file_of_a_question_is_kept(there: Town) -> None:
    await there.do(opened)
    one = await asked_for_a_photo(there)
    await sends(one, media.photo())
    await one.presses("Zurück")
    await sends(one, media.drawing())
    assert await stored(there) == [1, 0, 0]
    await one.presses("Zurück")
    await one.presses("Überspringen")
    assert await stored(there) == [0, 0, 0]


async def test_nothing_is_wanted_where_nothing_is_asked_for(there: Town) -> None:
    await there.do(opened)
    stranger = await there.somebody("karim")
    assert await there.door.wanted(stranger.sender, there.clock()) is None
    assert "Fotos" in await stranger.does(Sent("photo", "AgAC"))
    one = await there.somebody("amal")
    await one.says("/survey orte23")
    await one.presses(AGREE)
    assert await there.door.wanted(one.sender, there.clock()) is None
    assert await stored(there) == [0, 0, 0]


async def test_a_file_for_another_question_answers_none(there: Town) -> None:
    await there.do(opened)
    one = await asked_for_a_photo(there)
    late = Received("00000000", PHOTO)
    assert "nichts gespeichert" in await one.does(Sent("photo", received=late))
    assert await stored(there) == [0, 0, 0]


async def test_what_is_not_taken_is_said_kindly_and_the_question_comes_again(there: Town) -> None:
    await there.do(opened)
    one = await asked_for_a_photo(there)
    for why, words in (
        (SlipKind.TOO_LARGE, "zu groß"),
        (SlipKind.WRONG_FILE, "Art von Datei"),
        (None, "nicht angekommen"),
    ):
        said = await sends(one, why=why)
        assert words in said
        assert "Zeigen Sie uns den Ort." in said
    assert await stored(there) == [0, 0, 0]


async def test_delete_leaves_nothing(there: Town) -> None:
    await there.do(opened)
    one = await asked_for_a_photo(there)
    await sends(one, media.photo())
    await one.says("/delete")
    await one.presses("Ja")
    assert await stored(there) == [0, 0, 0]


async def test_mydata_hands_the_file_over(there: Town) -> None:
    await there.do(opened)
    one = await asked_for_a_photo(there)
    await sends(one, media.photo())
    await one.says("/mydata")
    assert one.message is not None
    assert [file.media_type for file in one.message.files] == ["application/json", "image/jpeg"]


async def test_a_draft_that_expires_takes_its_files_along(there: Town) -> None:
    await there.do(opened)
    one = await asked_for_a_photo(there)
    await sends(one, media.photo())
    later = there.clock().astimezone(BERLIN) + timedelta(days=32)
    await there.do(lambda s: retention.run(s, later))
    assert await there.ask(lambda s: s.scalars(select(DRAFT.c.id)).all()) == []
    assert await stored(there) == [0, 0, 0]


async def test_a_submitted_file_is_sealed_until_it_is_mixed(there: Town) -> None:
    survey = await there.do(opened)
    await finished(there, "amal")
    assert await stored(there) == [0, 1, 0]
    (sealed,) = await there.ask(lambda s: s.scalars(select(SUBMISSION_FILE.c.sealed)).all())
    assert PHOTO.content[:16] not in sealed
    assert (len(sealed) - 48) & (len(sealed) - 49) == 0, "a power of two says little"
    for name in ("karim", "olena", "lin", "aster"):
        await finished(there, name)
    assert await mixed(there, survey) == 5
    assert await stored(there) == [0, 0, 5]


async def test_the_code_erases_the_file_waiting_or_mixed(there: Town) -> None:
    survey = await there.do(opened)
    first = await finished(there, "amal")
    one = await there.somebody("nobody")
    assert "gelöscht" in await one.says(f"/withdraw {first}")
    assert await stored(there) == [0, 0, 0]
    codes = [await finished(there, name) for name in ("a", "b", "c", "d", "e")]
    await mixed(there, survey)
    assert "gelöscht" in await one.says(f"/withdraw {codes[2]}")
    assert await stored(there) == [0, 0, 4]


async def test_a_file_is_in_no_response_before_somebody_has_released_it(there: Town) -> None:
    survey = await there.do(opened)
    for name in ("a", "b", "c", "d", "e"):
        await finished(there, name)
    await mixed(there, survey)
    found = await there.ask(lambda s: response_file.waiting(s, survey))
    assert {(one.path, one.media_type) for one in found} == {("/photo", "image/jpeg")}
    answers = await there.ask(lambda s: s.scalars(select(RESPONSE.c.answers)).all())
    assert not any("/photo" in one for one in answers)
    released, withheld = found[0].id, found[1].id
    assert await there.do(lambda s: response_file.release(s, BY_THE_TOWN, released))
    assert await there.do(lambda s: response_file.withhold(s, BY_THE_TOWN, withheld))
    assert not await there.do(lambda s: response_file.withhold(s, BY_THE_TOWN, released))
    answers = await there.ask(lambda s: s.scalars(select(RESPONSE.c.answers)).all())
    given = [json.loads(one)["values"].get("/photo") for one in answers]
    assert sorted(filter(None, given)) == [f"{released}.jpg"]
    kept = await there.ask(lambda s: list(response_file.released(s, survey)))
    assert kept == [(f"{released}.jpg", PHOTO.content)]
    assert await there.ask(lambda s: response_file.number(s, survey)) == 3


async def test_what_nobody_released_goes_after_its_period_and_the_rest_with_the_responses(
    there: Town,
) -> None:
    survey = await there.do(opened)
    for name in ("a", "b", "c", "d", "e"):
        await finished(there, name)
    await mixed(there, survey)
    (first, *_) = await there.ask(lambda s: response_file.waiting(s, survey))
    await there.do(lambda s: response_file.release(s, BY_THE_TOWN, first.id))
    now = there.clock().astimezone(BERLIN)
    await there.do(lambda s: retention.run(s, now + timedelta(days=100)))
    assert await stored(there) == [0, 0, 1]
    await there.do(lambda s: retention.run(s, now + timedelta(days=3700)))
    assert await stored(there) == [0, 0, 0]


async def test_at_the_close_the_rest_is_mixed_and_drafts_go(there: Town) -> None:
    survey = await there.do(opened)
    await finished(there, "amal")
    await sends(await asked_for_a_photo(there, "karim"), media.photo())
    mixer = Mixer(there.door.secret, there.door.rng, there.clock().date())
    await there.do(lambda s: survey_course.close(s, BY_THE_TOWN, survey, mixer))
    assert await stored(there) == [0, 0, 1]


async def test_no_name_of_a_file_is_the_same_before_and_after(there: Town) -> None:
    survey = await there.do(opened)
    for name in ("a", "b", "c", "d"):
        await finished(there, name)
    one = await asked_for_a_photo(there, "e")
    await sends(one, media.photo())
    (draft,) = await there.ask(lambda s: s.scalars(select(DRAFT_FILE.c.id)).all())
    await one.presses("Überspringen")
    await one.says("Nichts")
    await one.presses("Absenden")
    await mixed(there, survey)
    files = await there.ask(lambda s: s.scalars(select(RESPONSE_FILE.c.id)).all())
    answers = await there.ask(lambda s: s.scalars(select(RESPONSE.c.answers)).all())
    assert len(files) == len(answers) == 5
    assert not any(draft in each for each in (*files, *answers))


async def test_an_export_names_the_file_and_brings_it_where_there_is_room(
    there: Town, tmp_path: Path
) -> None:
    survey = await there.do(opened)
    for name in ("a", "b", "c", "d", "e"):
        await finished(there, name)
    await mixed(there, survey)
    first, *_ = await there.ask(lambda s: response_file.waiting(s, survey))
    await there.do(lambda s: response_file.release(s, BY_THE_TOWN, first.id))
    name = f"{first.id}.jpg"

    def export(session: Session) -> None:
        found = dataset(session, survey)
        assert found is not None
        for path in ("orte.zip", "orte", "orte.csv", "orte.json", "orte.xlsx"):
            write(tmp_path / path, found, Options())

    await there.ask(export)
    with ZipFile(tmp_path / "orte.zip") as archive:
        assert [n for n in archive.namelist() if "/" in n] == [f"media/{name}"]
        assert archive.read(f"media/{name}") == PHOTO.content
    assert [file.name for file in (tmp_path / "orte" / "media").iterdir()] == [name]
    for path in ("orte.csv", "orte.json"):
        assert (tmp_path / path).read_text("utf-8-sig").count(name) == 1
    again = read(tmp_path / "orte.zip", [form()], Hearing("de", there.clock()))
    assert [one.values["/photo"] for one in again.responses if "/photo" in one.values] == [name]


async def test_a_manager_looks_at_each_file_and_decides(there: Town) -> None:
    survey = await there.do(opened)
    for name in ("a", "b", "c", "d", "e"):
        await finished(there, name)
    await mixed(there, survey)
    manager = await there.somebody("amt", Role.MANAGER)
    assert "Was möchten Sie durchsehen?" in await manager.says("/reviewfiles")
    assert "5" in await manager.presses("Orte (5)")
    assert manager.message is not None
    (file,) = manager.message.files
    assert file.media_type == "image/jpeg"
    assert "Freigegeben. " in (await manager.presses("Freigeben")).replace("\n", " ")
    await manager.presses("Löschen")
    assert "Gelöscht." in await manager.presses("Löschen")
    assert await there.ask(lambda s: response_file.number(s, survey)) == 3
    assert len(await there.ask(lambda s: list(response_file.released(s, survey)))) == 1


async def test_nobody_else_sees_what_waits(there: Town) -> None:
    survey = await there.do(opened)
    for name in ("a", "b", "c", "d", "e"):
        await finished(there, name)
    await mixed(there, survey)
    (one, *_) = await there.ask(lambda s: response_file.waiting(s, survey))
    curious = await there.somebody("neugierig")
    for does in (ReviewFiles(survey=survey), ReleaseFile(survey=survey, file=one.id)):
        await curious.presses(does)
        assert curious.message is not None
        assert curious.message.files == ()
    assert await there.ask(lambda s: response_file.number(s, survey)) == 5
