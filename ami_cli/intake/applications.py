"""Application folders, read where they lie: made by hand or by `ami ingest`."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.intake import forms
from ami_cli.intake.contents import APPLICATION_FILE, LINK, Contents, contents, printable
from ami_cli.intake.form import ApplicationForm, FileForm
from ami_cli.intake.forms import folded
from ami_cli.models.application import Application, Arrival, ReceivedFile, SetAside
from ami_cli.models.text import Words

_NUMBER = re.compile(r"\d+")
_WHY = {
    "replaced": Words(fr="remplacé par un pli plus récent", en="replaced by a later delivery"),
    "late": Words(fr="arrivé après l’échéance, après un pli reçu à temps", en="came after the deadline, after a delivery on time"),
    "no-document": Words(fr="image ou signature du message, pas une pièce", en="picture or signature of the message, no document"),
}


def applications(folder: Path) -> Iterator[Application]:
    """Give the applications of one call, `submissions/<call>/`, in the order of their numbers.

    A folder that something is wrong with is given too, with its `mistakes`. A SourceError where `folder` is none.
    """
    yield from map(application, folders(folder))


def folders(folder: Path) -> Iterator[Path]:
    """Give the application folders of one call, in the order of their numbers; a SourceError where `folder` is none."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if not entry.name.startswith(".") and _may_be_application(entry)]
    except OSError as error:
        raise SourceError(
            fr=f"dossier de candidatures illisible : {folder}",
            en=f"folder of applications that cannot be read: {folder}",
            remedy_fr="vérifiez le chemin ; les candidatures sont dans submissions/<appel>/",
            remedy_en="check the path; applications are in submissions/<call>/",
        ) from error
    yield from (folder / name for name in sorted(names, key=_in_order))


def application(folder: Path) -> Application:
    """Return one application folder; what is wrong with it is in its `mistakes`, never raised."""
    if folder.is_symlink():
        return _bare(folder, Words(fr=f"{folder} : {LINK.fr}", en=f"{folder}: {LINK.en}"))
    found = contents(folder)
    form, source, mistakes = forms.read(folder / APPLICATION_FILE)
    mistakes += tuple(_at(folder, obstacle) for obstacle in found.obstacles)
    if form is None:
        return _whole(folder, ApplicationForm(), found, mistakes)
    return _whole(folder, form, found, mistakes + forms.disagreements(form, found, source))


def _may_be_application(entry: os.DirEntry[str]) -> bool:
    """A link is given too, so that it is seen."""
    return entry.is_dir()


def _in_order(name: str) -> tuple[int, str]:
    number = _NUMBER.match(name)
    return (int(number.group()[:18]) if number else 10**18, name)


def _at(folder: Path, obstacle: SetAside) -> Words:
    place = printable(str(folder / obstacle.path))
    return Words(fr=f"{place} : {obstacle.why.fr}", en=f"{place}: {obstacle.why.en}")


def _bare(folder: Path, mistake_in_it: Words) -> Application:
    return _whole(folder, ApplicationForm(), Contents(), (mistake_in_it,))


def _whole(folder: Path, form: ApplicationForm, found: Contents, mistakes: tuple[Words, ...]) -> Application:
    entries = {folded(entry.path): entry for entry in form.files}
    counted, aside = _sorted(found, entries)
    return Application(
        id=printable(folder.name),
        path=printable(str(folder)),
        call=printable(folder.parent.name) or None,
        applicant=form.applicant,
        email=form.email,
        firm=form.firm,
        language=form.language,
        received_at=form.arrival,
        arrivals=_arrivals(form),
        channel=form.channel,
        channel_address=form.address,
        subject=form.subject,
        team=form.team,
        deliveries=form.deliveries,
        files=counted,
        waivers=tuple(waiver.waiver() for waiver in form.waivers),
        price=form.price.price() if form.price else None,
        notes=form.notes,
        set_aside=aside,
        mistakes=mistakes,
    )


def _arrivals(form: ApplicationForm) -> tuple[Arrival, ...]:
    """Return the candidate times: those of the delivery that counts, else a person's word, else all that are known."""
    if form.arrival is None:
        return tuple(arrival for delivery in form.deliveries for arrival in delivery.arrivals)
    counting = [delivery for delivery in form.deliveries if any(arrival.at == form.arrival for arrival in delivery.arrivals)]
    return counting[-1].arrivals if counting else (Arrival(at=form.arrival, by="person", source=APPLICATION_FILE),)


def _sorted(found: Contents, entries: dict[str, FileForm]) -> tuple[tuple[ReceivedFile, ...], tuple[SetAside, ...]]:
    """Return the files that count, with what is said of each, and those that do not."""
    counted: list[ReceivedFile] = []
    aside = found.set_aside + found.obstacles
    for file in found.files:
        entry = entries.get(folded(file.path))
        if entry is None:
            counted.append(file)
        elif entry.counts:
            why = _WHY[entry.counts]
            name = entry.name or file.name
            aside.append(
                SetAside(path=file.path, name=name, why=why, sha256=file.sha256, delivery=entry.delivery, **_itself(file, entry))
            )
        else:
            counted.append(_described(file, entry))
    return tuple(counted), tuple(sorted(aside, key=lambda one: one.path))


def _itself(file: ReceivedFile, entry: FileForm) -> dict[str, ReceivedFile]:
    return {entry.counts: _described(file, entry)} if entry.counts in {"late", "replaced"} else {}


def _described(file: ReceivedFile, entry: FileForm) -> ReceivedFile:
    return file.model_copy(
        update={
            "name": entry.name or file.name,
            "media_type": entry.media_type,
            "delivery": entry.delivery,
            "stage": entry.stage,
            "pieces": entry.pieces,
            "person_says": entry.kind,
        }
    )
