"""Passwords and tokens of mail accounts: from the environment, the keyring, or a person; never written, never shown."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from ami_cli.errors import SourceError

Protocol = Literal["IMAP", "SMTP"]
SERVICE = "ami"
"""Under which name the keyring keeps passwords, followed by the protocol and the host."""


@dataclass(frozen=True)
class Credentials:
    """An account, and what opens it: a password, or an OAuth2 token (XOAUTH2)."""

    user: str
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    def xoauth2(self) -> str:
        """Return the answer to XOAUTH2, before base64 (Google and Microsoft's mechanism)."""
        return f"user={self.user}\x01auth=Bearer {self.token}\x01\x01"


def credentials(protocol: Protocol, user: str, host: str, ask: Callable[[], str] | None) -> Credentials:
    """Return what opens an account: `AMI_<PROTOCOL>_TOKEN`, `AMI_<PROTOCOL>_PASSWORD`, the keyring, then `ask`.

    Raises:
        SourceError: nothing was found, and there is nobody to ask.
    """
    token = os.environ.get(f"AMI_{protocol}_TOKEN")
    if token:
        return Credentials(user, token=token)
    password = os.environ.get(f"AMI_{protocol}_PASSWORD") or _from_keyring(protocol, user, host) or (ask() if ask else None)
    if password:
        return Credentials(user, password=password)
    raise SourceError(
        fr=f"aucun mot de passe pour {user} sur {host}",
        en=f"no password for {user} on {host}",
        remedy_fr=f"relancez dans un terminal, ou donnez-le par la variable AMI_{protocol}_PASSWORD (ou AMI_{protocol}_TOKEN)",
        remedy_en=f"run again in a terminal, or give it in the variable AMI_{protocol}_PASSWORD (or AMI_{protocol}_TOKEN)",
    )


def _from_keyring(protocol: Protocol, user: str, host: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(f"{SERVICE} {protocol} {host}", user)
    except KeyringError:  # a machine without a keyring is a machine without a kept password
        return None
