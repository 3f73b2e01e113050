"""A real mail server on this machine, with a certificate of its own making, for the tests of sending."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from tests.serving import free_port


@dataclass
class Post:
    """What arrived, and how the server behaves."""

    received: list[tuple[str, bytes]] = field(default_factory=list)
    refuse: frozenset[str] = frozenset()
    hang_up_on: frozenset[str] = frozenset()
    delay: float = 0

    async def handle_RCPT(self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]) -> str:  # noqa: N802 - aiosmtpd's name
        if address in self.refuse:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        await asyncio.sleep(self.delay)
        assert isinstance(envelope.content, bytes)
        for address in envelope.rcpt_tos:
            self.received.append((address, envelope.content))
            if address in self.hang_up_on and isinstance(server.transport, asyncio.WriteTransport):
                server.transport.abort()
        return "250 OK"


@contextmanager
def running(post: Post, port: int = 0, authority: trustme.CA | None = None) -> Iterator[tuple[int, ssl.SSLContext]]:
    """Give the port of the server and a context that trusts it."""
    authority = authority or trustme.CA()
    served, trusted = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("localhost").configure_cert(served)
    authority.configure_trust(trusted)

    def account(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"ami", b"secret"), handled=False)

    controller = Controller(
        post, hostname="localhost", port=port or free_port(), authenticator=account, auth_require_tls=False, ssl_context=served
    )
    controller.start()
    try:
        yield controller.port, trusted
    finally:
        controller.stop()
