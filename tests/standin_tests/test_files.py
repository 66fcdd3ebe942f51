"""Files in both directions."""

import json
from io import BytesIO
from typing import Any

from aiohttp import FormData

from tests.standin_tests.conftest import Client


def form(**fields: Any) -> FormData:
    data = FormData()
    for name, value in fields.items():
        if isinstance(value, bytes):
            kind = "application/pdf"
            data.add_field(name, BytesIO(value), filename=f"{name}.pdf", content_type=kind)
        else:
            data.add_field(name, str(value))
    return data


async def upload(client: Client, method: str, **fields: Any) -> Any:
    async with client.session.post(client.address(method), data=form(**fields)) as response:
        return await response.json()


async def test_a_document_is_seen_with_its_contents(client: Client) -> None:
    amal = client.server.person(7)
    answer = await upload(client, "sendDocument", chat_id=7, document=b"%PDF", caption="Brief")
    assert answer["result"]["document"]["file_name"] == "document.pdf"
    seen = await amal.sees()
    assert seen.file is not None
    assert (seen.file.name, seen.file.data, seen.text) == ("document.pdf", b"%PDF", "Brief")


async def test_a_file_can_be_attached(client: Client) -> None:
    amal = client.server.person(7)
    await upload(client, "sendPhoto", chat_id=7, photo="attach://mine", mine=b"jpg")
    seen = await amal.sees()
    assert seen.file is not None
    assert seen.file.data == b"jpg"
    assert client.server.violations == []


async def test_an_album_attaches_several(client: Client) -> None:
    amal = client.server.person(7)
    media = [{"type": "photo", "media": f"attach://{name}", "caption": name} for name in "ab"]
    await upload(client, "sendMediaGroup", chat_id=7, media=json.dumps(media), a=b"1", b=b"2")
    seen = await amal.sees(2)
    assert [(message.text, message.file and message.file.data) for message in seen] == [
        ("a", b"1"),
        ("b", b"2"),
    ]
    assert client.server.violations == []


async def test_a_file_nobody_attached_is_refused(client: Client) -> None:
    client.server.person(7)
    answer = await upload(client, "sendPhoto", chat_id=7, photo="attach://mine", other=b"jpg")
    assert answer["error_code"] == 400
    assert client.server.violations


async def test_an_empty_file_is_refused(client: Client) -> None:
    client.server.person(7)
    answer = await upload(client, "sendDocument", chat_id=7, document=b"")
    assert answer["description"] == "Bad Request: file must be non-empty"


async def test_a_photo_over_10_megabytes_is_refused(client: Client) -> None:
    client.server.person(7)
    photo = b"x" * (10 * 1024 * 1024 + 1)
    answer = await upload(client, "sendPhoto", chat_id=7, photo=photo)
    assert answer["description"] == "Bad Request: file is too big"
    assert (await upload(client, "sendDocument", chat_id=7, document=photo))["ok"]


async def test_a_file_is_sent_again_by_its_id(client: Client) -> None:
    client.server.person(7)
    sent = await upload(client, "sendDocument", chat_id=7, document=b"%PDF")
    file_id = sent["result"]["document"]["file_id"]
    again = await client.result("sendDocument", chat_id=7, document=file_id)
    assert again["document"]["file_id"] == file_id
    _, description = await client.error("sendDocument", chat_id=7, document="unknown")
    assert description == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_what_she_sends_can_be_fetched(client: Client) -> None:
    await client.server.person(7).sends(voice=b"ogg")
    (update,) = await client.result("getUpdates")
    file_id = update["message"]["voice"]["file_id"]
    path = (await client.result("getFile", file_id=file_id))["file_path"]
    base = f"{client.server.url}/file/bot{client.server.token}"
    async with client.session.get(f"{base}/{path}") as response:
        assert await response.read() == b"ogg"
    async with client.session.get(f"{base}/other") as response:
        assert response.status == 404


async def test_files_over_20_megabytes_are_not_handed_out(client: Client) -> None:
    await client.server.person(7).sends(document=b"x" * (20 * 1024 * 1024 + 1))
    (update,) = await client.result("getUpdates")
    file_id = update["message"]["document"]["file_id"]
    assert await client.error("getFile", file_id=file_id) == (400, "Bad Request: file is too big")
    assert await client.error("getFile", file_id="x") == (400, "Bad Request: invalid file_id")
