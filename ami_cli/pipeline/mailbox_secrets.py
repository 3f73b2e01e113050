"""The password of a mailbox, or its token: from the environment, the keyring, or the person at the keyboard."""

import getpass
import os
import sys

from ami_cli.errors import UsageError
from ami_cli.intake import Address, Secret

PASSWORD, TOKEN = "AMI_IMAP_PASSWORD", "AMI_IMAP_TOKEN"  # names of variables
SERVICE = "ami"


def find(where: Address) -> Secret:
    """Return the secret; a UsageError where there is none and nobody to ask. It is never shown, kept or logged."""
    if os.environ.get(TOKEN):
        return Secret("token", os.environ[TOKEN])
    if os.environ.get(PASSWORD):
        return Secret("password", os.environ[PASSWORD])
    kept = _in_keyring(where)
    if kept:
        return Secret("password", kept)
    if not sys.stdin.isatty():
        raise UsageError(
            fr=f"il faut le mot de passe de {where.user}",
            en=f"the password of {where.user} is needed",
            remedy_fr=f"mettez-le dans {PASSWORD}, un jeton dans {TOKEN}, ou au trousseau : keyring set {SERVICE} {_name(where)}",
            remedy_en=f"put it in {PASSWORD}, a token in {TOKEN}, or in the keyring: keyring set {SERVICE} {_name(where)}",
        )
    return Secret("password", getpass.getpass(f"{where.user} @ {where.host} : "))


def _name(where: Address) -> str:
    return f"{where.user}@{where.host}"


def _in_keyring(where: Address) -> str | None:
    """Look in the keyring of the system; where there is none, nothing is in it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, _name(where))
    except (KeyringError, RuntimeError, OSError):
        return None
