"""Documents are in a format that the call accepts."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from ami_cli.models.assessment import Case, Status
from ami_cli.models.page import RulePage
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, clean, files, listed, named
from ami_cli.rules.engine.pieces import Piece, of_kind, pieces, stem, wanted
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, not_met, to_verify, worst

PAGE = RulePage(
    name="wrong-format",
    about="application",
    title=Words(fr="Format non accepté", en="Format not accepted"),
    checks=Words(
        fr="Chaque pièce est dans un des formats que l’appel demande, d’après son contenu et non son seul nom.",
        en="Each document is in one of the formats that the call asks for, by its content and not by its name alone.",
    ),
    why=Words(
        fr="Certains formats ne s’ouvrent pas partout, ou s’y affichent autrement.",
        en="Some formats do not open everywhere, or look different.",
    ),
    example=Words(
        fr="L’appel demande un PDF ; le CV est un fichier Pages.",
        en="The call asks for PDF; the CV is a Pages file.",
    ),
    remedy=Words(
        fr="Demandez la pièce dans un format accepté si l’appel le permet, ou accordez une dérogation, la même pour tous "
        ": ami settle … --waive.",
        en="Ask for the document in an accepted format if the call allows it, or give a waiver, the same for everyone: "
        "ami settle … --waive.",
    ),
)


_SUFFIXES = {
    "application/pdf": ("pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("pptx",),
    "application/vnd.oasis.opendocument.text": ("odt",),
    "application/vnd.oasis.opendocument.spreadsheet": ("ods",),
    "application/msword": ("doc",),
    "application/rtf": ("rtf",),
    "text/rtf": ("rtf",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/tiff": ("tif", "tiff"),
}


def check(case: Case) -> Iterator[Finding]:
    """Compare the content and the name of each document with the formats accepted."""
    every = pieces(case)
    for due in wanted(case, required=False):
        if due.formats:
            accepted = {suffix.lower().lstrip(".") for suffix in due.formats}
            most = [clean(suffix, 12) for suffix in due.formats]
            clause = both(f"formats acceptés : {listed(most, 'ou')}", f"accepted formats: {listed(most, 'or')}")
            yield _judged(due, of_kind(every, due.kind), accepted).about(due.id, clause)


def _judged(due: DocumentRequirement, found: Sequence[Piece], accepted: set[str]) -> Finding:
    name = named(due)
    if not found:
        return no_piece(name)
    good = {stem(piece) for piece in found if _status(piece, accepted) == "met"}
    judged = [(piece, "met" if stem(piece) in good else _status(piece, accepted)) for piece in found]
    status = worst(status for _, status in judged)
    alike = [piece for piece, own in judged if own == status]
    where, shown = files(piece.path for piece in alike), tuple(piece.shown() for piece in alike)
    if status == "met":
        return met(f"{name.fr} : format accepté", f"{name.en}: format accepted", *shown)
    if status == "not_met":
        return not_met(f"{name.fr} : format non accepté ({where.fr})", f"{name.en}: format not accepted ({where.en})", *shown)
    return to_verify(f"{name.fr} : format à vérifier ({where.fr})", f"{name.en}: format to be checked ({where.en})", *shown)


def _status(piece: Piece, accepted: set[str]) -> Status:
    """Return `met` by content, `to_verify` where name and content disagree or the content is unknown."""
    suffix = PurePosixPath(piece.document.file.name).suffix.lower().lstrip(".")
    inside = _SUFFIXES.get(piece.document.facts.media_type)
    if inside is None:
        return "met" if suffix in accepted else "not_met" if suffix else "to_verify"
    if accepted & set(inside):
        return "met"
    return "to_verify" if suffix in accepted else "not_met"


RULE = Rule(PAGE, check, requires=("missing-document",))
