"""What is installed on a machine that reading rests on."""

from ami_cli.models.base import Model
from ami_cli.models.text import Words


class Piece(Model):
    """One piece of the installation."""

    name: str
    found: str | None
    """Its version or place; None where it is missing."""
    without: Words
    """What is not possible without it."""
    install: str | None
    """The command that installs it here; None where there is none."""
