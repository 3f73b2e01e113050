"""A live mailbox: examined, never changed, fetched once, taken up again where it was left."""

import imaplib
import re
import shutil
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Literal, Self
from urllib.parse import unquote, urlsplit

from pydantic import ValidationError

from ami_cli.errors import SourceError, UsageError
from ami_cli.files import sha256, write_whole
from ami_cli.intake.sources.incoming import Letter
from ami_cli.models.base import Model
from ami_cli.models.wrong import quoted

TIMEOUT = 60
"""Seconds without an answer after which the connection is given up."""
_DATE = re.compile(rb'INTERNALDATE "\s?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})"')


@dataclass(frozen=True)
class Address:
    """Whose mailbox, where."""

    user: str
    host: str
    port: int
    folder: str

    @property
    def shown(self) -> str:
        """Return the address without anything secret."""
        return f"imaps://{self.user}@{self.host}/{self.folder}"


@dataclass(frozen=True)
class Secret:
    """A password, or an OAuth2 token."""

    kind: Literal["password", "token"]
    value: str


def address(url: str) -> Address:
    """Read `imaps://user@host/FOLDER`; a UsageError where it is not that, or where a password stands in it."""
    try:
        parts = urlsplit(url)
        port = parts.port or 993
    except ValueError:
        raise _misused(url) from None
    user = parts.netloc.rpartition("@")[0]
    if parts.scheme != "imaps" or not user or not parts.hostname:
        raise _misused(url)
    if ":" in user:
        raise UsageError(
            fr="un mot de passe ne s’écrit pas dans l’adresse : d’autres le verraient",
            en="a password does not belong in the address: others would see it",
            remedy_fr="retirez-le ; il sera demandé, ou pris dans AMI_IMAP_PASSWORD",
            remedy_en="take it out; it will be asked for, or taken from AMI_IMAP_PASSWORD",
        )
    return Address(unquote(user), parts.hostname, port, unquote(parts.path.strip("/")) or "INBOX")


def _misused(url: str) -> UsageError:
    shown = re.sub(r":[^/@:]*@", ":…@", url)
    return UsageError(
        fr=f"adresse de boîte aux lettres incomprise : {shown}",
        en=f"address of a mailbox not understood: {shown}",
        remedy_fr="écrivez imaps://nom@serveur/INBOX ; seule la connexion chiffrée est acceptée",
        remedy_en="write imaps://name@server/INBOX; only the encrypted connection is accepted",
    )


@dataclass(frozen=True)
class _Open:
    """A connection, and the folder of what is known of the mailbox."""

    client: imaplib.IMAP4
    known: Path


class Mailbox:
    """One folder of a mailbox. What was fetched is known by its UID, so that it is fetched once."""

    def __init__(self, where: Address, secret: Callable[[Address], Secret], cache: Path, since: datetime | None = None) -> None:
        """Connect only when something is asked; `cache` may be deleted at any time."""
        self.where, self.secret, self.cache, self.since = where, secret, cache, since
        self._opened: _Open | None = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leave the server; messages kept aside go once all is done, and stay where it was not."""
        if self._opened is None:
            return
        _leave(self._opened.client)
        if kind is None:
            shutil.rmtree(self._opened.known / "messages", ignore_errors=True)

    def receive(self) -> Iterator[Letter]:
        """Give the messages in the order of their UIDs; only those not met before are fetched.

        Raises:
            SourceError: the server cannot be reached, trusted, or read.
        """
        open_ = self._connected()
        known = _index(open_.known)
        for uid in self._uids(open_.client):
            entry = known.get(uid) or self._fetch_new(open_, uid)
            if entry is not None:
                yield Letter(f"{self.where.shown}#{uid}", entry.sha256, entry.size, partial(self._content, uid), entry.internal)

    def _connected(self) -> _Open:
        if self._opened is not None:
            return self._opened
        from imap_tools import MailBox
        from imap_tools.errors import ImapToolsError

        secret = self.secret(self.where)
        with ExitStack() as undo:
            try:
                box = MailBox(self.where.host, self.where.port, timeout=TIMEOUT, ssl_context=ssl.create_default_context())
                undo.callback(_leave, box.client)
                enter = box.xoauth2 if secret.kind == "token" else box.login
                enter(self.where.user, secret.value, initial_folder=None)
                box.folder.set(self.where.folder, readonly=True)
            except (OSError, ImapToolsError, imaplib.IMAP4.error, UnicodeError) as error:
                raise _cannot(self.where, error) from error
            self._opened = _Open(box.client, self._folder(box.client))
            undo.pop_all()
        return self._opened

    def _folder(self, client: imaplib.IMAP4) -> Path:
        """Return the folder of what is known; a server that numbers anew (UIDVALIDITY) gets another one."""
        answer = client.response("UIDVALIDITY")[1]
        validity = answer[0].decode("ascii", "replace") if answer and isinstance(answer[0], bytes) else ""
        folder = self.cache / sha256(f"{self.where.shown}:{self.where.port}\n{validity}".encode())[:24]
        (folder / "messages").mkdir(parents=True, exist_ok=True)
        return folder

    def _uids(self, client: imaplib.IMAP4) -> list[int]:
        """Ask for all messages, or those that the server took in since the day before `since`."""
        words = ["ALL"] if self.since is None else ["SINCE", _day(self.since - timedelta(days=1))]
        try:
            status, found = client.uid("SEARCH", *words)
        except (OSError, imaplib.IMAP4.error) as error:
            raise _cannot(self.where, error) from error
        listed = b" ".join(line for line in found if isinstance(line, bytes)) if status == "OK" else b""
        return sorted({int(word) for word in listed.split() if word.isdigit()})

    def _fetch_new(self, open_: _Open, uid: int) -> "_Entry | None":
        """Fetch a message, keep it aside, and note its digest; None where it is gone meanwhile."""
        fetched = self._fetch(open_.client, uid)
        if fetched is None:
            return None
        content, internal = fetched
        entry = _Entry(uid=uid, sha256=sha256(content), size=len(content), internal=internal)
        write_whole(open_.known / "messages" / f"{uid}.eml", content)
        with (open_.known / "index.jsonl").open("ab") as stream:
            stream.write(entry.model_dump_json().encode() + b"\n")
        return entry

    def _content(self, uid: int) -> bytes:
        """Return a message kept aside, else fetch it again."""
        open_ = self._connected()
        aside = open_.known / "messages" / f"{uid}.eml"
        if aside.is_file():
            return aside.read_bytes()
        fetched = self._fetch(open_.client, uid)
        return fetched[0] if fetched is not None else b""

    def _fetch(self, client: imaplib.IMAP4, uid: int) -> tuple[bytes, datetime | None] | None:
        try:
            _, found = client.uid("FETCH", str(uid), "(INTERNALDATE BODY.PEEK[])")
        except (OSError, imaplib.IMAP4.error) as error:
            raise _cannot(self.where, error) from error
        parts = [part for part in found if isinstance(part, tuple)]
        if not parts:
            return None
        said = b" ".join(part if isinstance(part, bytes) else part[0] for part in found if part)
        return parts[0][1], _internal(said)


def _leave(client: imaplib.IMAP4) -> None:
    with suppress(OSError, imaplib.IMAP4.error):
        client.logout()


class _Entry(Model):
    """What is known of one message."""

    uid: int
    sha256: str
    size: int
    internal: datetime | None


def _index(folder: Path) -> dict[int, _Entry]:
    """Return what is known of each UID; a line that a stop cut short is not."""
    path = folder / "index.jsonl"
    found = {}
    for line in path.read_bytes().split(b"\n") if path.is_file() else ():
        with suppress(ValidationError):
            entry = _Entry.model_validate_json(line)
            found[entry.uid] = entry
    return found


def _internal(said: bytes) -> datetime | None:
    """Read `17-Jul-1996 02:44:25 -0700`; month names are English whatever the locale."""
    found = _DATE.search(said)
    if found is None:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = (part.decode() for part in found.groups())
    offset = timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
    try:
        number = _MONTHS.index(month.title()) + 1
        return datetime(int(year), number, int(day), int(hour), int(minute), int(second), tzinfo=timezone(offset))
    except ValueError:
        return None


def _day(moment: datetime) -> str:
    return f"{moment.day:02}-{_MONTHS[moment.month - 1]}-{moment.year}"


def _cannot(where: Address, error: Exception) -> SourceError:
    untrusted = isinstance(error, ssl.SSLCertVerificationError)
    refused = "AUTHENTICATIONFAILED" in str(error) or type(error).__name__ == "MailboxLoginError"
    return SourceError(
        fr=f"{where.shown} : {_why(error, 'fr', untrusted=untrusted, refused=refused)}",
        en=f"{where.shown}: {_why(error, 'en', untrusted=untrusted, refused=refused)}",
        remedy_fr="vérifiez le nom du serveur, le compte et le dossier, puis relancez : ce qui est lu ne le sera pas deux fois",
        remedy_en="check the server, the account and the folder, then run again: what was read is not read twice",
    )


def _why(error: Exception, language: str, *, untrusted: bool, refused: bool) -> str:
    if untrusted:
        return {"fr": "le certificat du serveur n’est pas reconnu", "en": "the server’s certificate is not trusted"}[language]
    if refused:
        return {"fr": "le serveur refuse ce compte ou ce mot de passe", "en": "the server refuses the account or password"}[
            language
        ]
    said = quoted(error)
    return {"fr": f"la boîte ne peut pas être lue (« {said} »)", "en": f"the mailbox cannot be read (“{said}”)"}[language]


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
