"""A real IMAP server written in Python, pymap: the tests of live mailboxes run wherever Python does.

It keeps its mail in the same Maildir as Dovecot would. It knows TLS only as a change in mid-connection, so the connections are
accepted here, over TLS from the start, and handed to it.
"""

import asyncio
import ssl
import threading
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import trustme
from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.maildir import Config, Identity, Login
from pymap.concurrent import Subsystem
from pymap.context import subsystem
from pymap.exceptions import InvalidAuth
from pymap.imap import IMAPServer
from pysasl import SASLAuth
from pysasl.creds.external import ExternalVerificationRequired
from pysasl.creds.server import ServerCredentials
from pysasl.identity import ClearIdentity

from tests.intake.sources.accounts import PASSWORD, TOKEN, USER, Server


class _Settings(Config):
    @property
    def tls_auth(self) -> SASLAuth:
        return SASLAuth.named([b"PLAIN", b"LOGIN", b"XOAUTH2"])


class _Doorkeeper(Login):
    """Lets one person in, by password or by token."""

    async def authenticate(self, credentials: ServerCredentials) -> Identity:
        try:
            known = credentials.verify(ClearIdentity(USER, PASSWORD))
        except ExternalVerificationRequired as asked:
            known = credentials.authzid == USER and asked.token == TOKEN
        if not known:
            raise InvalidAuth
        return Identity(self.config, self.tokens, USER, None, set())


@contextmanager
def running(base: Path) -> Iterator[Server]:
    """Give a server that is ready, and end it."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(base / "ca.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    (base / "mail").mkdir()
    (base / "pymap-etc-passwd").write_text(f"{USER}:*::::mail/{USER}:\n")
    begun: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Future()
    serving = threading.Thread(target=lambda: asyncio.run(_serve(base, context, begun)), daemon=True)
    serving.start()
    port, loop, over = begun.result(10)
    try:
        yield Server(port, base / "mail" / USER, base / "ca.pem", base / "log", b"\n")
    finally:
        loop.call_soon_threadsafe(over.set)
        serving.join(10)


async def _serve(base: Path, context: ssl.SSLContext, begun: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]]) -> None:
    arguments = Namespace(debug=False, host=None, port=0, passlib_cfg=None, proxy_protocol=None, cert=None, key=None, tls=False)
    config = _Settings(arguments, base_dir=str(base), layout="++", colon=None, debug=False, host=None, port=0, tls_enabled=False)
    imap, over = IMAPServer(_Doorkeeper(config), config), asyncio.Event()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        subsystem.set(Subsystem.for_asyncio())
        await imap(reader, writer, SocketInfoLocal(writer))

    async with await asyncio.start_server(connected, "127.0.0.1", 0, ssl=context) as server:
        begun.set_result((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), over))
        await over.wait()
