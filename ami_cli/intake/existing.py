"""The application folders that are already there, with what they say of themselves."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.intake import forms
from ami_cli.intake.applicants import Signs
from ami_cli.intake.contents import APPLICATION_FILE, contents
from ami_cli.intake.form import ApplicationForm
from ami_cli.intake.mail.addresses import addresses
from ami_cli.models.application import Delivery
from ami_cli.models.text import Words

_NUMBER = re.compile(r"(\d{1,6})")


@dataclass(frozen=True)
class Existing:
    """One folder."""

    folder: Path
    form: ApplicationForm

    @property
    def name(self) -> str:
        """Return the name of the folder."""
        return self.folder.name

    @property
    def number(self) -> int:
        """Return the number that the name begins with; 0 where there is none."""
        found = _NUMBER.match(self.name)
        return int(found[1]) if found else 0

    @property
    def text(self) -> str:
        """Return application.yaml as it is written; empty where there is none."""
        path = self.folder / APPLICATION_FILE
        return path.read_text(encoding="utf-8-sig") if path.is_file() else ""

    def signs(self, *, with_files: bool) -> Signs:
        """Return what is known of the applicant; `with_files` reads the files that no list names."""
        form = self.form
        senders = [address for one in form.deliveries for address in addresses((one.sender or "").encode("utf-8", "replace"))]
        listed = {file.path: file.sha256 for file in form.files if file.sha256 and file.bytes and file.counts != "no-document"}
        if with_files and not form.deliveries:
            listed |= {file.path: file.sha256 for file in contents(self.folder).files}
        mails = [form.email, *(one.email for one in senders), *(one.reply_to for one in form.deliveries)]
        names = [form.applicant, form.firm, *(one.name for one in senders)]
        bundles = [one.sender for one in form.deliveries if one.channel == "folder"]
        return Signs(
            addresses=tuple(dict.fromkeys(mail.lower() for mail in mails if mail)),
            names=tuple(dict.fromkeys(name for name in names if name)),
            files=tuple(dict.fromkeys(digest for digest in listed.values() if digest)),
            bundle=bundles[0] if bundles else None,
        )


def existing(folder: Path) -> tuple[Existing, ...]:
    """Return the application folders of a call, in order. A mistake in one is a SourceError: nothing is added to it."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."))
    found: list[Existing] = []
    mistakes: list[Words] = []
    for name in names:
        form, _, wrong = forms.read(folder / name / APPLICATION_FILE)
        mistakes.extend(wrong)
        found.append(Existing(folder / name, form or ApplicationForm()))
    if mistakes:
        raise _unusable(mistakes)
    return tuple(sorted(found, key=lambda one: (one.number, one.name)))


def _unusable(mistakes: Sequence[Words]) -> SourceError:
    return SourceError(
        fr="\n".join(words.fr for words in mistakes),
        en="\n".join(words.en for words in mistakes),
        remedy_fr="corrigez ces fichiers, puis relancez la commande : rien n’a été écrit",
        remedy_en="correct these files, then run the command again: nothing was written",
    )


def deliveries(found: Sequence[Existing]) -> dict[str, tuple[str, Delivery]]:
    """Return every delivery that is kept, by its digest, with the name of its application."""
    return {one.sha256: (item.name, one) for item in found for one in item.form.deliveries if one.sha256}
