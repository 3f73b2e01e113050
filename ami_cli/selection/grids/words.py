"""The words of a grid."""

from ami_cli.models.text import Words

CANDIDATES = Words(fr="Candidats", en="Candidates")
GRID = Words(fr="Grille", en="Grid")
READ_ME = Words(fr="À lire", en="Read me")
NUMBER = Words(fr="N°", en="No.")
CANDIDATE = Words(fr="Candidat", en="Candidate")
WAIVED = Words(fr="Dérogation", en="Waiver")
CONFLICT = Words(fr="Conflit d’intérêts", en="Conflict of interest")
ABSTENTION = Words(fr="Abstention", en="Abstention")
REASON = Words(fr="Motif du conflit ou de l’abstention", en="Reason for the conflict or abstention")
COMMENT = Words(fr="Commentaire", en="Comment")
GENERAL = Words(fr="Appréciation générale", en="General comment")
MISSING = Words(fr="Notes manquantes", en="Marks missing")
TOTAL = Words(fr="Total sur 100", en="Total out of 100")
CRITERION = Words(fr="Critère", en="Criterion")
WEIGHT = Words(fr="Poids (%)", en="Weight (%)")
MARK = Words(fr="Note", en="Mark")
GROUND = Words(fr="Motif", en="Ground")
RETAINED = Words(fr="À retenir ?", en="Retain?")
EVIDENCE = Words(fr="À lire dans le dossier", en="To read in the application")
NEED = Words(fr="Éliminatoire :", en="Eliminatory:")
YES = Words(fr="oui", en="yes")
NO = Words(fr="non", en="no")
PAGE = Words(fr="p.", en="p.")

INSTRUCTIONS = (
    Words(
        fr="Feuille « Candidats » : déclarez d’abord tout conflit d’intérêts ou toute abstention, avec son motif.",
        en="Sheet “Candidates”: first declare any conflict of interest or abstention, with its reason.",
    ),
    Words(
        fr="Feuille « Grille » : remplissez les cases jaunes, une ligne par critère. Une case vide est une erreur, pas un zéro.",
        en="Sheet “Grid”: fill in the yellow cells, one row per criterion. An empty cell is an error, not a zero.",
    ),
    Words(
        fr="Répondez oui ou non à chaque besoin éliminatoire, s’il y en a. Si les évaluateurs diffèrent, le comité tranche.",
        en="Answer yes or no to each eliminatory need, where there are any. Where evaluators differ, the committee decides.",
    ),
    Words(
        fr="La colonne « À lire dans le dossier » indique où trouver des éléments. Elle aide à lire et ne juge pas.",
        en="The column “To read in the application” says where to find material. It helps reading and does not judge.",
    ),
    Words(
        fr="L’ordre des candidats est propre à chaque évaluateur. Ne supprimez et n’ajoutez aucune ligne.",
        en="The order of candidates differs for each evaluator. Do not delete or add any row.",
    ),
    Words(
        fr="Enregistrez le fichier sous le même nom et rendez-le à la personne qui organise l’appel.",
        en="Save the file under the same name and return it to the person who runs the call.",
    ),
)


def refused(language: str, least: str, most: str) -> tuple[str, str]:
    """Return title and message for a mark that the scale does not have."""
    if language == "fr":
        return "Note hors échelle", f"Choisissez une note de l’échelle, de {least} à {most}."
    return "Not a mark of the scale", f"Choose a mark of the scale, from {least} to {most}."
