"""Drafts on disk: one message file for each letter, and a manifest that says to whom, which, why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import Path
from typing import Literal

from ami_cli.files import sha256, sha256_of, write_whole
from ami_cli.letters.differing import differs, shared
from ami_cli.letters.message import message, usable
from ami_cli.letters.other import mentioned
from ami_cli.letters.series import Series
from ami_cli.models.letter import Draft, Letter
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words

State = Literal["new", "same", "replaced", "edited", "sent", "withheld", "withdrawn"]


@dataclass(frozen=True)
class Drafted:
    """What became of one draft: written, as it was, replaced, left to the person who changed it, gone, withheld, taken away."""

    file: str
    state: State
    draft: Draft | None = None
    """Its line of the manifest, where it lies in the outbox."""
    to: str = ""
    why: Words | None = None
    reason: str = ""


@dataclass(frozen=True)
class Outbox:
    """The folder of the drafts of a call, and what is known of those that lie in it."""

    folder: Path
    gone: frozenset[str] = frozenset()
    """The files whose letter was sent, or whose sending was begun: they stay as they are."""
    lines: Mapping[str, Draft] = field(default_factory=dict)
    """The manifest as it was last written, by file."""

    @cached_property
    def acknowledged(self) -> Mapping[str, str]:
        """Return the file of each receipt that lies there, by its delivery: its application may have another name now."""
        receipts = Series("receipt").folder
        return {path.stem.rpartition("-")[2]: f"{receipts}/{path.name}" for path in (self.folder / receipts).glob("*-*.eml")}

    def file_of(self, series: Series, letter: Letter) -> str:
        """Return where a letter lies, or will lie."""
        return self.acknowledged.get(letter.delivery or "") or series.file_of(letter)

    def edited(self, file: str) -> bool:
        """Return whether a person changed the draft since it was written."""
        return file in self.lines and (self.folder / file).exists() and sha256_of(self.folder / file) != self.lines[file].sha256


def write(outbox: Outbox, series: Series, letters: Iterable[Letter], others: Mapping[str, Sequence[str]]) -> tuple[Drafted, ...]:
    """Write the letters that have not been sent yet, take away drafts that are not due any more, and return what became of each.

    `others` gives for each application the names and addresses by which its applicant is known: a letter that mentions
    those of anybody else is withheld.
    """
    made = tuple(_write_one(outbox, series, letter, others) for letter in letters)
    return (*made, *_withdrawn(outbox, series, {one.file for one in made if one.state != "withheld"}))


def acknowledge(outbox: Outbox, letters: Iterable[Letter]) -> tuple[Drafted, ...]:
    """Write the receipts of new deliveries; those of others stay as they are."""
    return tuple(_write_one(outbox, Series("receipt"), letter, {}) for letter in letters)


def _write_one(outbox: Outbox, series: Series, letter: Letter, others: Mapping[str, Sequence[str]]) -> Drafted:
    file = outbox.file_of(series, letter)
    path = outbox.folder / file
    if file in outbox.gone:
        return Drafted(file, "sent", outbox.lines.get(file), letter.to_address, reason=letter.reason)
    if why := _withheld(letter, others):
        return Drafted(file, "withheld", None, letter.to_address, why, letter.reason)
    if outbox.edited(file):
        return Drafted(file, "edited", outbox.lines[file], letter.to_address, EDITED, letter.reason)
    content = _as_it_lies(path, letter) or message(letter)
    line = _line(file, letter, sha256(content))
    state: State = "new" if not path.exists() else "same" if sha256_of(path) == line.sha256 else "replaced"
    why = shared(letter, others) or (differs(path.read_bytes(), content) if state == "replaced" else None)
    if state != "same":
        write_whole(path, content)
    return Drafted(file, state, line, letter.to_address, why, letter.reason)


def _as_it_lies(path: Path, letter: Letter) -> bytes | None:
    """Return the draft that lies there, where it says the same and only was written on another day."""
    if not path.is_file():
        return None
    lying = path.read_bytes()
    try:
        dated = parsedate_to_datetime(str(message_from_bytes(lying, policy=policy.compat32)["Date"]))
        same = message(letter.model_copy(update={"dated": dated})) == lying
    except (ValueError, OverflowError):
        return None
    return lying if same else None


def _withheld(letter: Letter, others: Mapping[str, Sequence[str]]) -> Words | None:
    if not usable(letter.from_address):
        return NO_SENDER
    if not usable(letter.to_address):
        return NO_ADDRESS
    foreign = () if letter.delivery else mentioned(letter, others)
    return _names(foreign) if foreign else None


def _withdrawn(outbox: Outbox, series: Series, due: set[str]) -> Iterator[Drafted]:
    """Take away the drafts of the series that are not due any more: sent by mistake, they would tell somebody what is not so."""
    if series.kind == "answer":  # each answers one person: the others stay
        return
    for path in sorted((outbox.folder / series.folder).glob("*.eml")):
        file = f"{series.folder}/{path.name}"
        if file in due or file in outbox.gone:
            continue
        line = outbox.lines.get(file)
        if outbox.edited(file):
            yield Drafted(file, "edited", line, line.to_address if line else "", NOT_DUE)
        else:
            path.unlink()
            yield Drafted(file, "withdrawn", None, line.to_address if line else "", WITHDRAWN)


def _line(file: str, letter: Letter, digest: str) -> Draft:
    return Draft(
        file=file,
        kind=letter.kind,
        application=letter.application,
        to_address=letter.to_address,
        subject=letter.subject,
        reason=letter.reason,
        sha256=digest,
    )


def manifest(drafts: Sequence[Draft], language: str) -> Table:
    """Return the table of all drafts: to whom, which letter, why, digest."""
    titles = TITLES
    columns = [Column(title=title.of(language), width=width) for title, width in titles]
    rows = [(d.to_address, d.kind, d.application, d.subject, d.reason, d.file, d.sha256) for d in drafts]
    return table("manifest", columns, rows, language)


def read_manifest(path: Path) -> dict[str, Draft]:
    """Return the lines of the manifest by file; none where there is no manifest."""
    if not path.exists():
        return {}
    lines = (Draft.model_validate_json(line) for line in path.read_bytes().splitlines() if line.strip())
    return {line.file: line for line in lines}


NO_ADDRESS = Words(
    fr="pas d’adresse de courriel utilisable : écrivez-la dans application.yaml (email)",
    en="no e-mail address that can be written to: put it in application.yaml (email)",
)
NO_SENDER = Words(
    fr="pas d’adresse d’expéditeur : l’appel n’a pas d’adresse de courriel pour cette étape, donnez --from",
    en="no sender's address: the call has no e-mail address for this stage, give --from",
)
EDITED = Words(
    fr="vous avez modifié ce brouillon : il est laissé tel quel ; effacez-le pour qu’il soit refait",
    en="you changed this draft: it is left as it is; delete it to have it written again",
)
NOT_DUE = Words(
    fr="ce brouillon, que vous avez modifié, n’est plus prévu : effacez-le s’il ne doit pas partir",
    en="this draft, which you changed, is not due any more: delete it unless it should go",
)
WITHDRAWN = Words(fr="n’est plus prévue : le brouillon a été retiré", en="not due any more: the draft was taken away")


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
