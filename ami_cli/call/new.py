"""A new call file: its text, checked as it will be read, and written where nothing is yet."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ami_cli.call.drafting import drafted, redrafted
from ami_cli.call.loading import load
from ami_cli.call.mistakes import InvalidCall
from ami_cli.call.writing import call_file
from ami_cli.errors import SourceError, UsageError
from ami_cli.models.call import Call
from ami_cli.strict_yaml import Values, model_of, values_of


def new_text(answers: Mapping[str, Any], before: Path | None, language: str) -> str:
    """Return the text of a new call, from answers, or from the call in the file `before`.

    Raises:
        InvalidCall: where the call in `before` is not valid, or what would be written is not.
    """
    values = drafted(answers) if before is None else redrafted(_values(before), answers)
    text = call_file(values, language)
    read = Values(text, f"{answers['id']}.yaml")
    mistakes = model_of(Call, read, {"languages": tuple(values["languages"])})
    if isinstance(mistakes, tuple):
        raise InvalidCall(mistakes)
    return text


def _values(before: Path) -> dict[str, Any]:
    load(before)
    values, _ = values_of(before)
    assert values is not None  # noqa: S101  # told to mypy: `load` has just read it
    assert isinstance(values.root, dict)  # noqa: S101  # the same
    return values.root


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet: whole or not at all, and never over another.

    Raises:
        UsageError: where the file is there already.
        SourceError: where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("xb")
    except FileExistsError:
        raise UsageError(
            fr=f"{path} existe déjà : il n’est pas touché",
            en=f"{path} exists already: it is left as it is",
            remedy_fr="choisissez un autre identifiant, ou partez de cet appel : ami new-call AUTRE --from CET-APPEL",
            remedy_en="choose another id, or start from that call: ami new-call OTHER --from THAT-CALL",
        ) from None
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        path.unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _unwritable(path: Path, error: OSError) -> SourceError:
    return SourceError(
        fr=f"impossible d’écrire {path} : {error.strerror}",
        en=f"cannot write {path}: {error.strerror}",
        remedy_fr="vérifiez la place sur le disque et que le dossier est à vous",
        remedy_en="check the space on the disk and that the folder is yours",
    )
