"""Letters that belong together: one kind, for one stage, on one occasion."""

import re
from dataclasses import dataclass
from typing import cast, get_args

from ami_cli.models.calendar import Stage
from ami_cli.models.letter import Letter, LetterKind

FOLDERS: dict[LetterKind, str] = {kind: "receipts" if kind == "receipt" else kind for kind in get_args(LetterKind)}
"""The folder of each kind; `receipts` fills as deliveries come, the others are written in one go."""
_LONGEST = 200
"""Bytes of a folder's name, of the 255 that a disk allows, that stay in the name of a receipt."""
_KINDS = {folder: kind for kind, folder in FOLDERS.items()}
_FOLDER = re.compile(rf"({'|'.join(_KINDS)})(?:-({'|'.join(get_args(Stage))}))?(?:-([1-9][0-9]*))?")


@dataclass(frozen=True)
class Series:
    """One kind of letter; the second extension, or the refusal after the proposals, is another letter than the first."""

    kind: LetterKind
    stage: Stage | None = None
    """None for the first stage of the call."""
    occasion: int = 1

    @property
    def folder(self) -> str:
        """Return the folder of the outbox that holds its drafts, such as `regret`, `regret-proposal`, `extension-2`."""
        return "-".join(filter(None, (FOLDERS[self.kind], self.stage, str(self.occasion) if self.occasion > 1 else None)))

    def file_of(self, letter: Letter) -> str:
        """Return the file of a letter, relative to the outbox; application ids are names of folders."""
        if letter.delivery is None:
            return f"{self.folder}/{letter.application}.eml"
        named = letter.application.encode()[:_LONGEST].decode("utf-8", "ignore")
        return f"{self.folder}/{named}-{letter.delivery}.eml"


def series_of(folder: str) -> Series | None:
    """Return the series whose drafts a folder of the outbox holds, None where it is no such folder."""
    found = _FOLDER.fullmatch(folder)
    if found is None:
        return None
    folder, stage, occasion = found.groups()
    return Series(_KINDS[folder], cast("Stage | None", stage), int(occasion or 1))
