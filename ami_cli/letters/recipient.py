"""To whom a letter goes, in which language, and what it tells of that person alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ami_cli.models.letter import Attachment
from ami_cli.models.text import Words

Telling = Callable[[str], Mapping[str, Any]]
"""What the template can name in a language, beside the call."""


@dataclass(frozen=True)
class Recipient:
    """One person to write to."""

    application: str
    name: str | None
    address: str | None
    languages: tuple[str, ...]
    telling: Telling
    reason: str = ""
    """Why this letter, for the manifest."""
    barred: Words | None = None
    """Why nothing is written to them yet, where it is not."""
    attachments: tuple[Attachment, ...] = field(default=())
    delivery: str | None = None
    """The delivery that is acknowledged."""
    in_reply_to: str | None = None
    """Its Message-ID."""
    sender: str | None = None
    """The organisation's address that the letter goes from, where it is not that of the stage at hand."""


def languages(said: str | None, written: Iterable[str | None], available: Sequence[str]) -> tuple[str, ...]:
    """Return the language of the applicant, among those of the letters; both where it is not known.

    What application.yaml says goes first, then the language in which most of the documents are written.
    """
    if said is not None and said in available:
        return (said,)
    written = [language for language in written if language in available]
    found = {language: written.count(language) for language in available}
    most = [language for language, count in found.items() if count and count == max(found.values())]
    return (most[0],) if len(most) == 1 else tuple(available)
