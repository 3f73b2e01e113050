"""Who publishes the call: `calls/organisations/<id>.yaml`."""

from typing import Annotated

from pydantic import Field, StringConstraints

from ami_cli.models.base import Model
from ami_cli.models.text import Text


class DataProtection(Model):
    """What applicants are told about their data (GDPR, articles 13 and 14; French law 78-17).

    Every field may be missing, so that a notice as it was published can be held and what it lacks be warned of.
    """

    purposes: Text | None = None
    legal_basis: Text | None = None
    recipients: Text | None = None
    retention: Text | None = None
    rights: Text | None = None
    contact_email: str | None = None
    contact_address: Text | None = None
    authority: Text | None = None

    def completed_by(self, general: "DataProtection") -> "DataProtection":
        """Return this notice, each field that it leaves out taken from `general`."""
        own = {name: getattr(self, name) for name in type(self).model_fields if getattr(self, name) is not None}
        return general.model_copy(update=own)


class Organisation(Model):
    """Names, address, presentation and data protection."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Text
    short_name: Text
    address: Text
    presentation: Text
    website: str | None = None
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "FR"
    """Whose public holidays matter to deadlines."""
    eligibility: Text | None = None
    data_protection: DataProtection = Field(default_factory=DataProtection)
    mail_servers: tuple[str, ...] = ()
    """Names of its own mail servers, whose `Received` stamp tells the arrival."""
    logo: str | None = None
    """Path of a PNG or JPEG file, relative to this file."""
