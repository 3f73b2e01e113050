"""What the committee writes by hand below `evaluations/<call>/`: read strictly, every mistake with its line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from ami_cli.errors import SourceError
from ami_cli.models.base import Model
from ami_cli.models.evaluation import Committee, Grounds
from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.strict_yaml import model_of, values_of
from ami_cli.strict_yaml.mistakes import mistake

M = TypeVar("M", bound=Model)


class InvalidWrittenError(SourceError):
    """A file of the committee cannot be used; `remarks` has every mistake, with its line."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        """Keep the mistakes, in the order of their lines, none of them twice, and say them all."""
        self.remarks = tuple(sorted(dict.fromkeys(remarks), key=lambda remark: remark.line or 0))
        super().__init__(
            fr="\n".join(_told(remark, "fr") for remark in self.remarks),
            en="\n".join(_told(remark, "en") for remark in self.remarks),
            remedy_fr="corrigez ce fichier, puis relancez ; rien n’a été pris en compte",
            remedy_en="put this file right, then run again; nothing has been counted",
        )


def _told(remark: Remark, language: str) -> str:
    return remark.of(language) + (f" → {remark.remedy.of(language)}" if remark.remedy else "")


def load_grounds(path: Path) -> Grounds | None:
    """Return the grounds, None where the file does not exist; InvalidWrittenError with every mistake otherwise."""
    grounds = load(path, Grounds)
    if grounds is None:
        return None
    first: dict[str, int] = {}
    twice = []
    for place, ground in enumerate(grounds.grounds):
        if ground.application in first:
            twice.append((place, ground.application))
        first.setdefault(ground.application, place)
    if twice:
        values, _ = values_of(path)
        source = values.source if values else str(path)
        raise InvalidWrittenError([mistake(source, ("grounds", place), "twice", _twice(name)) for place, name in twice])
    return grounds


def load_committee(path: Path) -> Committee:
    """Return the committee of `evaluators.yaml`, an empty one where the file does not exist."""
    return load(path, Committee) or Committee()


def load(path: Path, kind: type[M]) -> M | None:
    """Return what a file holds, None where it does not exist; InvalidWrittenError with every mistake otherwise."""
    if not path.exists():
        return None
    values, mistakes = values_of(path)
    if values is None:
        raise InvalidWrittenError(mistakes)
    found = model_of(kind, values, {})
    if isinstance(found, tuple):
        raise InvalidWrittenError(found)
    return found


def _twice(name: str) -> Words:
    return Words(fr=f"« {name} » a déjà un motif plus haut", en=f"“{name}” already has a ground above")
