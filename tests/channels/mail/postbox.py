"""A mail server on the loopback: what it takes, and how it refuses."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

CERTIFICATE = Path(__file__).parent / "localhost.pem"
USER = LoginPassword(b"lotse", b"geheim&sicher")


@dataclass
class Postbox:
    """An aiosmtpd handler. `says` holds what it answers instead of yes, by command.

    A command in `silent` is never answered, one in `hangs_up` ends the line.
    """

    says: dict[str, str] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    hangs_up: set[str] = field(default_factory=set)
    mails: "asyncio.Queue[EmailMessage]" = field(default_factory=asyncio.Queue)
    raw: list[bytes] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    port: int = 0

    async def handle_MAIL(  # noqa: N802  aiosmtpd's names
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """MAIL FROM."""
        envelope.mail_from = address
        return await self._answer("MAIL", server)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """RCPT TO."""
        answer = await self._answer("RCPT", server)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """The mail itself."""
        answer = await self._answer("DATA", server)
        if answer.startswith("250"):
            is_tls = bool(server.transport and server.transport.get_extra_info("sslcontext"))
            self._keep(session, envelope, is_tls=is_tls)
        return answer

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: Any
    ) -> AuthResult:
        """Who may."""
        return AuthResult(success=given == USER, handled=False, auth_data=given.login.decode())

    async def arrived(self) -> EmailMessage:
        """The next mail."""
        return await asyncio.wait_for(self.mails.get(), 20)

    async def _answer(self, command: str, server: SMTP) -> str:
        if command in self.silent:
            await asyncio.Event().wait()
        if command in self.hangs_up and server.transport is not None:
            server.transport.close()
        return self.says.get(command, "250 OK")

    def _keep(self, session: Session, envelope: Envelope, *, is_tls: bool) -> None:
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        assert [a.addr_spec for a in mail["To"].addresses] == envelope.rcpt_tos
        self.users.append(str(session.auth_data) if session.authenticated else "")
        self.encrypted.append(is_tls)
        self.raw.append(envelope.content)
        self.mails.put_nowait(mail)


def plain_of(mail: EmailMessage) -> str:
    """The text for those who read no HTML."""
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def html_of(mail: EmailMessage) -> str:
    """The HTML."""
    part = mail.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def server_side() -> ssl.SSLContext:
    """The server's certificate."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE)
    return context


def client_side() -> ssl.SSLContext:
    """Trusts that certificate and no other."""
    return ssl.create_default_context(cafile=CERTIFICATE)


@asynccontextmanager
async def serving(
    postbox: Postbox, *, tls: ssl.SSLContext | None = None, **options: Any
) -> AsyncIterator[Postbox]:
    """The server on a free port; with `tls` encrypted from the first byte."""
    loop = asyncio.get_running_loop()
    usual = {"hostname": "localhost", "timeout": 60, "authenticator": postbox.authenticate}

    def connection() -> SMTP:
        return SMTP(postbox, loop=loop, **{**usual, **options})

    server = await loop.create_server(connection, "127.0.0.1", 0, ssl=tls)
    postbox.port = server.sockets[0].getsockname()[1]
    try:
        yield postbox
    finally:
        server.close()
        await server.wait_closed()
