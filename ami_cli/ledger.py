"""YAML files that only grow: one entry each time, added at the end, never changed; people may read them and write in them too."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from ami_cli.errors import SourceError
from ami_cli.files import write_whole
from ami_cli.models.base import Model
from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.strict_yaml import model_of, values_of
from ami_cli.strict_yaml.writing import scalar

M = TypeVar("M", bound=Model)


class InvalidLedgerError(SourceError):
    """The file cannot be used; it says every mistake, with its line."""


class Ledger(Generic[M]):
    """The entries of one kind of file, held by a model that has a single field: the tuple of them."""

    def __init__(self, kind: type[M], heading: str, remedy: Words) -> None:
        """Keep the model, the comment that a new file begins with, and what to do about a file that cannot be used."""
        self._kind, self._remedy = kind, remedy
        (self._key,) = kind.model_fields
        self._heading = f"{heading.rstrip()}\n{self._key}:\n"

    def read(self, path: Path) -> M:
        """Return what was written so far, nothing where the file does not exist.

        Raises:
            InvalidLedgerError: the file cannot be used.
        """
        if not path.exists():
            return self._kind()
        values, mistakes = values_of(path)
        found = mistakes if values is None else model_of(self._kind, values, {})
        if isinstance(found, self._kind):
            return found
        raise self._unusable(found)

    def add(self, path: Path, entry: Model) -> None:
        """Write the entry at the end of the file.

        What is written is read back first: a file that somebody has laid out in another way is not made worse.

        Raises:
            InvalidLedgerError: the file cannot be used, or not be added to as it is laid out.
        """
        before = self.read(path)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        longer = (text if text.strip() else self._heading).rstrip("\n") + "\n" + "\n".join(_item(_plain(entry), "  ")) + "\n"
        trial = path.with_name(f".new-{path.name}")
        try:
            write_whole(trial, longer.encode())
            if self._entries(self.read(trial)) != (*self._entries(before), entry):
                raise self._other_form(path)
            trial.replace(path)
        except InvalidLedgerError as error:
            raise self._other_form(path) from error
        finally:
            trial.unlink(missing_ok=True)

    def _entries(self, held: M) -> tuple[Model, ...]:
        return tuple(getattr(held, self._key))

    def _unusable(self, mistakes: Sequence[Remark] | Model) -> InvalidLedgerError:
        remarks = () if isinstance(mistakes, Model) else mistakes
        return InvalidLedgerError(
            fr="\n".join(remark.of("fr") for remark in remarks),
            en="\n".join(remark.of("en") for remark in remarks),
            remedy_fr=self._remedy.fr,
            remedy_en=self._remedy.en,
        )

    def _other_form(self, path: Path) -> InvalidLedgerError:
        return InvalidLedgerError(
            fr=f"rien ne peut être ajouté à la fin de {path.name} : le fichier a été mis en forme autrement",
            en=f"nothing can be added at the end of {path.name}: the file was laid out in another way",
            remedy_fr=f"remettez chaque entrée sous « {self._key}: », avec deux espaces avant son tiret, puis relancez",
            remedy_en=f"put every entry below “{self._key}:” again, with two spaces before its dash, then run again",
        )


def _plain(entry: Model) -> dict[str, Any]:
    return entry.model_dump(mode="json", exclude_none=True)


def _item(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Give the lines of one entry of a list; entries inside entries stand below them."""
    lead = f"{indent}- "
    for name, value in values.items():
        if isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield f"{lead}{name}:"
            for one in value:
                yield from _item(one, f"{indent}    ")
        elif value != []:
            yield f"{lead}{name}: {scalar(value)}"
        lead = f"{indent}  "
