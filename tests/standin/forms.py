"""Reading a call's parameters from JSON, url-encoded and multipart bodies."""

import json
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

TEXTS = frozenset({"text", "caption", "callback_query_id", "file_id", "secret_token"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Body:
    """A call's parameters, `typed` when they were JSON, and files for `attach://`."""

    params: dict[str, Any]
    files: dict[str, Upload]
    typed: bool = False


async def read_body(request: web.BaseRequest) -> Body:
    """Raises ValueError for JSON that is none."""
    query: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        params = json.loads(await request.read() or b"{}")
        if not isinstance(params, dict):
            raise ValueError("the body is not an object")
        return Body(query | params, {}, typed=True)
    if request.content_type == "multipart/form-data":
        return await _multipart(request, query)
    return Body({**query, **await request.post()} if request.can_read_body else query, {})


async def _multipart(request: web.BaseRequest, params: dict[str, Any]) -> Body:
    files: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise ValueError("a part without a name")
        data = await part.read()
        if part.filename is None:
            params[part.name] = data.decode()
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = params[part.name] = Upload(part.filename, kind, bytes(data))
    return Body(_without_attachments(params), files)


def _without_attachments(params: dict[str, Any]) -> dict[str, Any]:
    """Parts that only serve an `attach://name` elsewhere are no parameters themselves."""
    said = " ".join(value for value in params.values() if isinstance(value, str))
    attached = set(re.findall(r"attach://([^\s\"\\]+)", said))
    return {name: value for name, value in params.items() if name not in attached}


def decoded(value: Any, kinds: list[str]) -> Any:
    """A form's string as the value it stands for; JSON values and files stay as they are.

    Raises ValueError where JSON was due.
    """
    if not isinstance(value, str) or not kinds:
        return value
    if "Integer" in kinds:
        return int(value) if re.fullmatch(r"-?\d{1,18}", value) else value
    if kinds == ["Boolean"]:
        return {"true": True, "false": False}.get(value, value)
    return value if "String" in kinds else json.loads(value)


def attached(value: Any, files: dict[str, Upload]) -> Any:
    """The value with every `attach://name` replaced by that file, where there is one."""
    if isinstance(value, str):
        return files.get(value.removeprefix("attach://"), value) if "://" in value else value
    if isinstance(value, dict):
        return {name: attached(held, files) for name, held in value.items()}
    if isinstance(value, list):
        return [attached(held, files) for held in value]
    return value


def loosely(params: dict[str, Any]) -> dict[str, Any]:
    """Values of a form without asking the facts: JSON where it looks like it, else the string.

    Text fields stay as they are, so that a person may be sent "5" or "{}".
    """
    return {
        name: value if name in TEXTS or not isinstance(value, str) else _guessed(value)
        for name, value in params.items()
    }


def _guessed(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value
