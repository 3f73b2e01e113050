"""Reading `application.yaml`, and comparing what it lists with what lies in the folder."""

import difflib
import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from ami_cli.intake.contents import Contents, printable
from ami_cli.intake.form import ApplicationForm, FileForm
from ami_cli.models.application import ReceivedFile
from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted
from ami_cli.strict_yaml import Source, mistake, model_of, values_of


def read(path: Path) -> tuple[ApplicationForm | None, Source, tuple[Words, ...]]:
    """Return what application.yaml says; None where it cannot be trusted, with every mistake in it."""
    nowhere = Source(printable(str(path)), {(): 1}, {})
    if not os.path.lexists(path):
        return ApplicationForm(), nowhere, ()
    if path.is_symlink():
        return None, nowhere, ()  # told with the other links of the folder
    values, remarks = values_of(path)
    if values is None:
        return None, nowhere, _told(remarks)
    if values.root is None and not remarks:
        return ApplicationForm(), values.source, ()
    form = model_of(ApplicationForm, values, {})
    if isinstance(form, tuple):
        return None, values.source, _told(form)
    return form, values.source, ()


def _told(remarks: Sequence[Remark]) -> tuple[Words, ...]:
    unique = dict.fromkeys(sorted(remarks, key=lambda remark: (remark.line or 0, remark.path)))
    return tuple(Words(fr=_sentence(remark, "fr"), en=_sentence(remark, "en")) for remark in unique)


def _sentence(remark: Remark, language: str) -> str:
    return remark.of(language) + (f" → {remark.remedy.of(language)}" if remark.remedy else "")


def disagreements(form: ApplicationForm, found: Contents, source: Source) -> tuple[Words, ...]:
    """Return where the list of files and the folder do not agree: a file gone, changed, or listed twice."""
    there = {folded(file.path): file for file in found.files}
    remarks = []
    seen: set[str] = set()
    for index, entry in enumerate(form.files):
        said = _disagreement(entry, there, seen)
        seen.add(folded(entry.path))
        if said:
            remarks.append(mistake(source, ("files", index, "path"), "files", *said))
    return _told(remarks)


def _disagreement(entry: FileForm, there: dict[str, ReceivedFile], seen: set[str]) -> tuple[Words, Words] | None:
    path = quoted(entry.path)
    if folded(entry.path) in seen:
        return (
            Words(fr=f"« {path} » est dans la liste deux fois", en=f"“{path}” is in the list twice"),
            Words(fr="gardez une seule des deux entrées", en="keep only one of the two entries"),
        )
    file = there.get(folded(entry.path))
    if file is None:
        near = difflib.get_close_matches(entry.path, [file.path for file in there.values()], n=1)
        return (
            Words(fr=f"aucun fichier « {path} » dans le dossier", en=f"no file “{path}” in the folder"),
            Words(fr=f"vouliez-vous dire « {quoted(near[0])} » ?", en=f"did you mean “{quoted(near[0])}”?")
            if near
            else Words(fr="remettez le fichier, ou retirez l’entrée", en="put the file back, or remove the entry"),
        )
    if entry.sha256 is not None and entry.sha256 != file.sha256:
        return (
            Words(fr=f"« {path} » n’est plus le fichier reçu", en=f"“{path}” is no longer the file that was received"),
            Words(fr="remettez l’original, qui est dans mail/", en="put back the original, which is in mail/"),
        )
    return None


def folded(path: str) -> str:
    """Return a path as it is compared: composed, with `/`, without `./`."""
    return unicodedata.normalize("NFC", path).removeprefix("./").replace("\\", "/")
