"""`ami merge` and `ami split`: what a person knows better than the addresses on the messages."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ami_cli.errors import UsageError
from ami_cli.files import write_whole
from ami_cli.intake.composing import Composed, Written, finish
from ami_cli.intake.contents import APPLICATION_FILE, contents
from ami_cli.intake.existing import Existing, existing
from ami_cli.intake.form import FileForm
from ami_cli.intake.keeping import ASIDE, alone, settle, write
from ami_cli.intake.mail.addresses import addresses
from ami_cli.intake.names import slug
from ami_cli.intake.sifting import SHORTEST
from ami_cli.intake.terms import Terms
from ami_cli.models.application import Delivery
from ami_cli.models.wrong import quoted


@dataclass(frozen=True)
class Regrouped:
    """The applications that changed, by name, and how many deliveries and files went from one to another."""

    into: str
    out_of: tuple[str, ...]
    deliveries: int
    files: int


@dataclass(frozen=True)
class _Move:
    """A file that goes to another place, and what is said of it there."""

    source: Path
    form: FileForm


def merge(folder: Path, into: str, others: Sequence[str], terms: Terms) -> Regrouped:
    """Put the deliveries and files of other applications into one, and remove the others.

    Nothing is removed before everything is in its new place: a merge that was stopped is completed by the same command.
    """
    with alone(folder):
        found = existing(folder)
        target = _named(found, into)
        sources = [_named(found, other) for other in dict.fromkeys(others)]
        if target in sources:
            raise UsageError(
                fr=f"{target.name} ne peut pas être réunie à elle-même",
                en=f"{target.name} cannot be merged with itself",
                remedy_fr="donnez d’abord la candidature qui reste, puis celles qui la rejoignent",
                remedy_en="give first the application that stays, then those that join it",
            )
        moves = [move for source in sources for move in _moves(target, source)]
        there = {one.id for one in target.form.deliveries}
        more = tuple(one for source in sources for one in source.form.deliveries if one.id not in there)
        _copy(target, moves, [(source, one) for source in sources for one in source.form.deliveries])
        listed = target.form.files + tuple(move.form for move in moves)
        notes = tuple(dict.fromkeys((*target.form.notes, *(note for source in sources for note in source.form.notes))))
        composed = finish(Written(target.text, target.form, new=False), target.form.deliveries + more, listed, terms, notes)
        write_whole(target.folder / APPLICATION_FILE, composed.text.encode())
        for source in sources:
            source.folder.rename(folder / ASIDE / source.name)
    return Regrouped(target.name, tuple(source.name for source in sources), len(more), len(moves))


def split(folder: Path, application: str, ids: Sequence[str], terms: Terms) -> Regrouped:
    """Take deliveries out of an application into a new one of their own."""
    with alone(folder):
        found = existing(folder)
        source = _named(found, application)
        chosen = tuple(dict.fromkeys(_delivery(source, one) for one in ids))
        stays = tuple(one for one in source.form.deliveries if one not in chosen)
        if not stays:
            raise UsageError(
                fr=f"il ne resterait rien dans {source.name}",
                en=f"nothing would stay in {source.name}",
                remedy_fr="laissez au moins un pli dans la candidature",
                remedy_en="leave at least one delivery in the application",
            )
        wanted = {one.id for one in chosen}
        files = tuple(file for file in source.form.files if file.delivery in wanted)
        new = next((one.name for one in found if {d.id for d in one.form.deliveries} == wanted), None)
        if new is None:
            who = _who(chosen[0])
            new = f"{max(one.number for one in found) + 1:02d}-{slug(str(who['applicant'] or ''))}"
            _write_new(folder, new, source, finish(Written(who=who), chosen, files, terms, ()))
        rest = tuple(file for file in source.form.files if file not in files)
        composed = finish(Written(source.text, source.form, new=False), stays, rest, terms, source.form.notes)
        write_whole(source.folder / APPLICATION_FILE, composed.text.encode())
        _remove(source, chosen, files)
    return Regrouped(new, (source.name,), len(chosen), len(files))


def _write_new(folder: Path, name: str, source: Existing, composed: Composed) -> None:
    """Write a new application with the files and messages that its application.yaml names."""
    aside = folder / ASIDE / name
    paths = [file.path for file in composed.files] + [one.message for one in composed.deliveries if one.message]
    for path in paths:
        write(aside / path, (source.folder / path).read_bytes())
    write(aside / APPLICATION_FILE, composed.text.encode())
    settle(aside)
    aside.rename(folder / name)


def _remove(source: Existing, chosen: Sequence[Delivery], files: Sequence[FileForm]) -> None:
    """Remove what is in its new place, and the folders that this leaves empty."""
    for path in [file.path for file in files] + [one.message for one in chosen if one.message]:
        (source.folder / path).unlink(missing_ok=True)
        parent = (source.folder / path).parent
        if parent != source.folder and parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()


def _moves(target: Existing, source: Existing) -> Iterator[_Move]:
    """Give where each file of one application goes in the other; what is there already stays."""
    listed = {file.path: file for file in source.form.files}
    known = {file.path for file in target.form.files}
    numbers = {one.id: number for number, one in enumerate(source.form.deliveries, len(target.form.deliveries) + 1)}
    there = {one.id for one in target.form.deliveries}
    for file in contents(source.folder).files:
        form = listed.get(file.path) or FileForm(path=file.path, name=file.name, sha256=file.sha256, bytes=file.bytes)
        if form.delivery in there:
            continue
        below = f"{numbers[form.delivery]}-{form.delivery[:6]}" if form.delivery in numbers else f"0-{source.name}"
        path = f"files/{below}/{file.path.removeprefix('files/').replace('/', '-')}"
        if path not in known:
            yield _Move(source.folder / file.path, form.model_copy(update={"path": path}))


def _copy(target: Existing, moves: Sequence[_Move], delivered: Sequence[tuple[Existing, Delivery]]) -> None:
    for move in moves:
        write_whole(target.folder / move.form.path, move.source.read_bytes())
    for source, one in delivered:
        if one.message and (source.folder / one.message).is_file():
            write_whole(target.folder / one.message, (source.folder / one.message).read_bytes())


def _named(found: Sequence[Existing], asked: str) -> Existing:
    """Return the application that a person means: by its folder’s name, or by its number."""
    plain = asked.rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1]
    exact = [one for one in found if one.name == plain]
    numbered = [one for one in found if plain.isdecimal() and one.number == int(plain)]
    candidates = exact or numbered
    if len(candidates) == 1:
        return candidates[0]
    near = difflib.get_close_matches(plain, [one.name for one in found], n=1)
    raise UsageError(
        fr=f"aucune candidature ne s’appelle « {quoted(asked)} »" + (f" (vouliez-vous dire « {near[0]} » ?)" if near else ""),
        en=f"no application is named “{quoted(asked)}”" + (f" (did you mean “{near[0]}”?)" if near else ""),
        remedy_fr="donnez le nom de son dossier, ou son numéro",
        remedy_en="give the name of its folder, or its number",
    )


def _delivery(source: Existing, asked: str) -> Delivery:
    found = [one for one in source.form.deliveries if len(asked) >= SHORTEST and one.id.startswith(asked.lower())]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(one.id for one in source.form.deliveries)
    raise UsageError(
        fr=f"{source.name} n’a pas de pli « {quoted(asked)} »",
        en=f"{source.name} has no delivery “{quoted(asked)}”",
        remedy_fr=f"donnez l’un de ses identifiants : {listed or 'aucun'}",
        remedy_en=f"give one of its ids: {listed or 'none'}",
    )


def _who(delivery: Delivery) -> dict[str, object]:
    found = addresses((delivery.sender or "").encode("utf-8", "replace"))
    name = (found[0].name or found[0].email.partition("@")[0]) if found else delivery.sender
    return {"applicant": name, "email": found[0].email if found else None}
