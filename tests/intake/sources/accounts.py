"""The one account of the servers of the tests, and its mail."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

PASSWORD, TOKEN, USER = "secret", "ya29.token", "officer@example.org"  # of a server that lives for a test


@dataclass(frozen=True)
class Server:
    """Where it listens, where its mail lies, and whom to trust."""

    port: int
    mail: Path
    authority: Path
    log: Path
    newline: bytes = b"\r\n"
    """The line ends with which it hands messages over."""

    @property
    def url(self) -> str:
        return f"imaps://{USER}@localhost:{self.port}/INBOX"

    def deliver(self, *letters: bytes) -> None:
        """Put messages into INBOX as a delivery agent does."""
        for folder in ("cur", "new", "tmp"):
            (self.mail / folder).mkdir(parents=True, exist_ok=True)
        there = len(self.flags())
        for number, content in enumerate(letters, there + 1):
            path = self.mail / "new" / f"{1_756_000_000 + number}.M{number}P1.host"
            path.write_bytes(content)
            os.utime(path, (1_756_563_120, 1_756_563_120))
        if os.geteuid() == 0:
            for path in (self.mail, *self.mail.rglob("*")):
                os.chown(path, *owner())

    def flags(self) -> list[str]:
        """Return the names of all messages, which hold their flags."""
        return sorted(path.name for folder in ("cur", "new") for path in (self.mail / folder).glob("*"))


def owner() -> tuple[int, int]:
    if os.geteuid() != 0:
        return os.getuid(), os.getgid()
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid
