"""An empty workspace."""

import re
from pathlib import Path

from ami_cli import starter
from ami_cli.errors import SourceError, UsageError


def init(root: Path, organisation: str) -> tuple[Path, ...]:
    """Make an empty workspace and return the files written."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", organisation):
        raise UsageError(
            fr=f"« {organisation} » ne peut pas être un identifiant",
            en=f"“{organisation}” cannot be an id",
            remedy_fr="écrivez des lettres minuscules, des chiffres et des traits d’union, par exemple ma-structure",
            remedy_en="write lower-case letters, digits and hyphens, for instance my-organisation",
        )
    try:
        return starter.lay_out(root, organisation)
    except OSError as error:
        raise SourceError(
            fr=f"impossible d’écrire dans {root} : {error.strerror}",
            en=f"cannot write in {root}: {error.strerror}",
            remedy_fr="choisissez un dossier où vous avez le droit d’écrire",
            remedy_en="choose a folder in which you may write",
        ) from error
