"""One line of the journal: what was done to the workspace, without personal data."""

from typing import Annotated

from pydantic import AwareDatetime, Field, NonNegativeInt, StringConstraints

from ami_cli.models.base import Model


class Entry(Model):
    """A command that changed the workspace: when, by which version, from what, to what."""

    at: AwareDatetime
    command: str
    version: str
    call: str | None = None
    inputs: dict[str, str] = Field(default_factory=dict)
    """Path in the workspace (never a person's name) or role, to SHA-256."""
    outputs: dict[str, str] = Field(default_factory=dict)
    counts: dict[Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")], NonNegativeInt] = Field(default_factory=dict)
    note: str | None = None
