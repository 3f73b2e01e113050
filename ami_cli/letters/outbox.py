"""Drafts on disk: one message file for each letter, and a manifest that says to whom, which, why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ami_cli.files import sha256, sha256_of, write_whole
from ami_cli.letters.message import message, usable
from ami_cli.letters.other import mentioned
from ami_cli.models.letter import Draft, Letter, LetterKind
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words

State = Literal["new", "same", "replaced", "sent", "withheld"]


@dataclass(frozen=True)
class Drafted:
    """What became of one letter: written, as it was, replaced, left alone because it has gone, or withheld and why."""

    letter: Letter
    file: str
    state: State
    sha256: str | None = None
    why: Words | None = None


def write(
    outbox: Path, letters: Iterable[Letter], gone: frozenset[str], others: Mapping[str, Sequence[str]]
) -> tuple[Drafted, ...]:
    """Write the letters that have not been sent yet, and return what became of each.

    `gone` are the files whose letter was sent, or whose sending was begun: they stay as they are. `others` gives for
    each application the names and addresses by which its applicant is known: a letter that mentions those of anybody
    else is withheld.
    """
    return tuple(_write_one(outbox, letter, gone, others) for letter in letters)


def file_of(kind: LetterKind, application: str) -> str:
    """Return the file of a letter, relative to the outbox; application ids are names of folders."""
    return f"{kind}/{application}.eml"


def _write_one(outbox: Path, letter: Letter, gone: frozenset[str], others: Mapping[str, Sequence[str]]) -> Drafted:
    file = file_of(letter.kind, letter.application)
    path = outbox / file
    if file in gone:
        return Drafted(letter, file, "sent", sha256_of(path) if path.exists() else None)
    if not usable(letter.to_address) or not usable(letter.from_address):
        return Drafted(letter, file, "withheld", why=NO_ADDRESS if usable(letter.from_address) else NO_SENDER)
    foreign = mentioned(letter, others)
    if foreign:
        return Drafted(letter, file, "withheld", why=_names(foreign))
    content = message(letter)
    digest = sha256(content)
    if path.exists():
        if sha256_of(path) == digest:
            return Drafted(letter, file, "same", digest)
        write_whole(path, content)
        return Drafted(letter, file, "replaced", digest)
    write_whole(path, content)
    return Drafted(letter, file, "new", digest)


def manifest(drafts: Sequence[Draft], language: str) -> Table:
    """Return the table of all drafts: to whom, which letter, why, digest."""
    titles = TITLES
    columns = [Column(title=title.of(language), width=width) for title, width in titles]
    rows = [(d.to_address, d.kind, d.application, d.subject, d.reason, d.file, d.sha256) for d in drafts]
    return table("manifest", columns, rows, language)


def read_manifest(path: Path, *, without: set[LetterKind]) -> tuple[Draft, ...]:
    """Return the lines of an earlier manifest, less those of some kinds; none where there is no manifest."""
    if not path.exists():
        return ()
    lines = (Draft.model_validate_json(line) for line in path.read_bytes().splitlines() if line.strip())
    return tuple(line for line in lines if line.kind not in without)


def draft_of(drafted: Drafted) -> Draft | None:
    """Return the line of the manifest for a letter that is in the outbox."""
    if drafted.sha256 is None:
        return None
    letter = drafted.letter
    return Draft(
        file=drafted.file,
        kind=letter.kind,
        application=letter.application,
        to_address=letter.to_address,
        subject=letter.subject,
        reason=letter.reason,
        sha256=drafted.sha256,
    )


NO_ADDRESS = Words(
    fr="pas d’adresse de courriel utilisable : écrivez-la dans application.yaml (email)",
    en="no e-mail address that can be written to: put it in application.yaml (email)",
)
NO_SENDER = Words(
    fr="pas d’adresse d’expéditeur : l’appel n’a pas d’adresse de courriel pour cette étape, donnez --from",
    en="no sender's address: the call has no e-mail address for this stage, give --from",
)


def _names(foreign: Sequence[str]) -> Words:
    shown = ", ".join(foreign)
    return Words(
        fr=f"la lettre nomme un autre candidat ({shown}) : corrigez le motif ou le modèle",
        en=f"the letter names another applicant ({shown}): correct the ground or the template",
    )


TITLES = (
    (Words(fr="À", en="To"), 30),
    (Words(fr="Lettre", en="Letter"), 12),
    (Words(fr="Dossier", en="Application"), 24),
    (Words(fr="Objet", en="Subject"), 50),
    (Words(fr="Pourquoi", en="Why"), 30),
    (Words(fr="Fichier", en="File"), 36),
    (Words(fr="SHA-256", en="SHA-256"), 64),
)
