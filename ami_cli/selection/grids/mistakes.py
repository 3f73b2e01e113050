"""What is wrong in a grid that came back: every mistake at once, each with its sheet and cell, nothing half imported."""

from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.errors import SourceError
from ami_cli.models.text import Words


@dataclass(frozen=True)
class Mistake:
    """One thing to put right, and where: `Grille!H12`, or the path in a YAML grid."""

    place: str
    what: Words


class InvalidGridsError(SourceError):
    """Grids that cannot be counted as they are."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        """Keep the mistakes and say them all."""
        self.mistakes = tuple(mistakes)
        super().__init__(
            fr="\n".join(f"{mistake.place} : {mistake.what.fr}" for mistake in mistakes),
            en="\n".join(f"{mistake.place}: {mistake.what.en}" for mistake in mistakes),
            remedy_fr="corrigez ces points dans les grilles puis relancez ; rien n’a été pris en compte",
            remedy_en="put these right in the grids and run again; nothing has been counted",
        )


UNREADABLE = Words(
    fr="ce fichier n’est pas un classeur lisible : renvoyez la grille produite par « ami grids », enregistrée en .xlsx",
    en="this file is not a workbook that can be read: return the grid made by “ami grids”, saved as .xlsx",
)
OTHER_FORMAT = Words(
    fr="une grille doit revenir en .xlsx (ou en .yaml) : ouvrez ce fichier et enregistrez-le sous ce format",
    en="a grid has to come back as .xlsx (or .yaml): open this file and save it in that format",
)
LOCKED = Words(
    fr="ce fichier est protégé par un mot de passe, ou c’est un ancien format (.xls) sous un autre nom : "
    "ouvrez-le, ôtez le mot de passe et enregistrez-le en .xlsx",
    en="this file is protected by a password, or is an old format (.xls) under another name: open it, take the password off "
    "and save it as .xlsx",
)
STRAY = Words(
    fr="un texte se trouve hors des lignes de la grille : mettez-le dans une case « Commentaire », ou effacez-le",
    en="there is text outside the rows of the grid: put it into a cell “Comment”, or delete it",
)
NOT_A_GRID = Words(
    fr="ce classeur n’est pas une grille produite par « ami grids »",
    en="this workbook is not a grid made by “ami grids”",
)
FORMULA = Words(
    fr="une formule se trouve là où l’on attend une valeur : écrivez la valeur elle-même",
    en="there is a formula where a value belongs: write the value itself",
)
OTHER_CALL = Words(fr="cette grille a été faite pour un autre appel", en="this grid was made for another call")
OTHER_STAGE = Words(fr="cette grille a été faite pour une autre étape", en="this grid was made for another stage")
OLDER_LIST = Words(
    fr="cette grille a été faite pour une liste plus ancienne (candidats ou critères différents) : refaites-la avec « ami grids »",
    en="this grid was made for an older list (other candidates or criteria): make it again with “ami grids”",
)
NO_REASON = Words(
    fr="un conflit d’intérêts ou une abstention demande un motif",
    en="a conflict of interest or an abstention needs a reason",
)
NOT_YES_NO = Words(fr="répondez oui ou non", en="answer yes or no")


def gone(sheets: Sequence[str]) -> Words:
    """Return the wording for sheets that were taken away or have another name."""
    names = ", ".join(sheets)
    return Words(
        fr=f"une feuille manque ou a changé de nom : redonnez-lui son nom ({names})",
        en=f"a sheet is missing or has another name: give it its name again ({names})",
    )


def twice(evaluator: str, other: str) -> Words:
    """Return the wording for a second grid of the same evaluator."""
    return Words(fr=f"{evaluator} a déjà rendu une grille : {other}", en=f"{evaluator} has already returned a grid: {other}")


def no_mark(criterion: str) -> Words:
    """Return the wording for a mark that is missing."""
    return Words(fr=f"note manquante pour le critère « {criterion} »", en=f"mark missing for the criterion “{criterion}”")


def no_answer(need_fr: str, need_en: str) -> Words:
    """Return the wording for an eliminatory need without yes or no."""
    return Words(
        fr=f"répondez oui ou non au besoin éliminatoire « {need_fr} »",
        en=f"answer yes or no to the eliminatory need “{need_en}”",
    )


def off_scale(written: object, least: object, most: object) -> Words:
    """Return the wording for a mark that the scale does not have."""
    shown = str(written)[:40]
    return Words(
        fr=f"« {shown} » n’est pas une note de l’échelle ({least} à {most})",
        en=f"“{shown}” is not a mark of the scale ({least} to {most})",
    )


def changed_candidate(application: object) -> Words:
    """Return the wording for a row about a candidate or a criterion that was not in the grid."""
    shown = str(application)[:60]
    return Words(fr=f"ligne inconnue ou modifiée : « {shown} »", en=f"unknown or changed row: “{shown}”")


def missing_candidate(application: str) -> Words:
    """Return the wording for a row that has gone."""
    return Words(fr=f"la ligne de « {application} » a disparu", en=f"the row of “{application}” has gone")
