"""A mail server over an encrypted connection whose certificate is verified."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ami_cli.credentials import Credentials
from ami_cli.errors import SourceError, UsageError
from ami_cli.letters.sending import RefusedError

TIMEOUT = 30
"""Seconds to wait for the server."""
DEFAULT_PORTS = {"smtps": 465, "smtp": 587}


@dataclass(frozen=True)
class Server:
    """`smtps://user@host` (encrypted from the start) or `smtp://user@host` (encrypted by STARTTLS before anything is said)."""

    host: str
    port: int
    user: str | None
    starttls: bool


def server(url: str) -> Server:
    """Read the address of a server; a UsageError where it is none, or where it holds a password."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname or port == -1 or parts.password is not None:
        raise UsageError(
            fr="l’adresse du serveur d’envoi n’est pas comprise",
            en="the address of the sending server is not understood",
            remedy_fr="écrivez smtps://compte@serveur ou smtp://compte@serveur:587, sans mot de passe",
            remedy_en="write smtps://account@server or smtp://account@server:587, without a password",
        )
    user = unquote(parts.username) if parts.username else None
    return Server(parts.hostname, port or DEFAULT_PORTS[parts.scheme], user, parts.scheme == "smtp")


class Smtp:
    """One connection, many messages."""

    def __init__(self, connection: smtplib.SMTP) -> None:
        """Take an open, encrypted, authenticated connection."""
        self._connection = connection

    def open_envelope(self, sender: str, recipient: str) -> None:
        """Announce one message; RefusedError where the server will not take it, SourceError where it has gone."""
        try:
            for code, said in (self._connection.mail(sender), self._connection.rcpt(recipient)):
                if code not in (250, 251):
                    self._connection.rset()
                    raise RefusedError(_readable(code, said))
        except (OSError, smtplib.SMTPException) as error:
            raise _lost(error) from error

    def deliver(self, content: bytes) -> None:
        """Hand over the message; RefusedError where the server says no, SourceError where it has gone: its fate is unknown."""
        try:
            code, said = self._connection.data(content)
        except smtplib.SMTPDataError as error:
            raise RefusedError(_readable(error.smtp_code, error.smtp_error)) from error
        except (OSError, smtplib.SMTPException) as error:
            raise _lost(error) from error
        if code != 250:  # noqa: PLR2004 - "requested mail action okay" (RFC 5321)
            raise RefusedError(_readable(code, said))


def _lost(error: Exception) -> SourceError:
    return SourceError(
        fr=f"la connexion au serveur d’envoi s’est rompue : {error}",
        en=f"the connection to the sending server broke: {error}",
        remedy_fr="relancez la commande : ce qui est parti ne repart pas, ce qui est incertain est nommé",
        remedy_en="run the command again: what has gone is not sent again, what is uncertain is named",
    )


def _readable(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} " + "".join(char if char.isprintable() else " " for char in text)


@contextmanager
def connected(to: Server, credentials: Credentials | None, context: ssl.SSLContext | None = None) -> Iterator[Smtp]:
    """Open the connection; a SourceError where it cannot be made, is not encrypted, or the account is refused."""
    verified = context or ssl.create_default_context()
    with ExitStack() as stack:
        try:
            connection = _connection(to, verified)
            stack.callback(connection.close)
            if to.starttls:
                connection.starttls(context=verified)
            connection.ehlo()
            _log_in(connection, credentials)
        except (OSError, smtplib.SMTPException) as error:
            raise SourceError(
                fr=f"le serveur d’envoi {to.host} n’a pas pu être joint en sécurité : {error}",
                en=f"the sending server {to.host} could not be reached safely: {error}",
                remedy_fr="vérifiez l’adresse, le compte et le réseau ; rien n’a été envoyé",
                remedy_en="check the address, the account and the network; nothing was sent",
            ) from error
        yield Smtp(connection)


def _connection(to: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    if to.starttls:
        return smtplib.SMTP(to.host, to.port, timeout=TIMEOUT)
    return smtplib.SMTP_SSL(to.host, to.port, timeout=TIMEOUT, context=context)


def _log_in(connection: smtplib.SMTP, credentials: Credentials | None) -> None:
    if credentials is None:
        return
    if credentials.token:
        connection.auth("XOAUTH2", lambda _=None: credentials.xoauth2(), initial_response_ok=True)
    else:
        connection.login(credentials.user, credentials.password or "")
