"""A document is due at a stage that does not fit it."""

from collections.abc import Iterator

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.models.text import Words

PAGE = page(
    "document-stage",
    title=Words(fr="Pièce due à une étape qui ne convient pas", en="Document due at a stage that does not fit"),
    checks=Words(
        fr="L’étape de chaque pièce a sa date limite ; le casier judiciaire n’est demandé qu’au contrat ; l’offre technique et "
        "le budget ne le sont pas dès la manifestation d’intérêt.",
        en="The stage of each document has its deadline; the criminal record is only asked at the contract; the technical offer "
        "and the budget are not asked with the expression of interest.",
    ),
    why=Words(
        fr="Sans date, personne ne sait quand remettre la pièce. Un casier judiciaire demandé à tous les candidats est une "
        "donnée collectée sans nécessité (RGPD, article 10).",
        en="Without a date nobody knows when to hand the document in. A criminal record asked of all applicants is data collected "
        "without need (GDPR, article 10).",
    ),
    example=Words(
        fr="une pièce à stage: proposal quand le calendrier n’a pas d’échéance « proposal ».",
        en="a document at stage: proposal where the calendar has no “proposal” deadline.",
    ),
    remedy=Words(
        fr="corrigez l’étape, ou ajoutez l’échéance au calendrier",
        en="correct the stage, or add the deadline to the calendar",
    ),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each document at the wrong stage."""
    for index, document in enumerate(loaded.call.application.documents):
        message = _undated(loaded, document) or _too_early(loaded, document)
        if message is not None:
            yield Doubt(f"application.documents.{index}.stage", message)


def _undated(loaded: Loaded, document: DocumentRequirement) -> Words | None:
    open_ended = loaded.call.procedure == "standing-list"
    if document.stage not in {"interest", "proposal"} or open_ended or loaded.call.calendar.deadline(document.stage):
        return None
    return Words(
        fr=f"« {document.id} » est dû à l’étape « {document.stage} », qui n’a pas de date limite au calendrier",
        en=f"“{document.id}” is due at stage “{document.stage}”, which has no deadline in the calendar",
    )


def _too_early(loaded: Loaded, document: DocumentRequirement) -> Words | None:
    if document.kind == "criminal-record" and document.stage in {"interest", "proposal"}:
        return Words(
            fr=f"« {document.id} » est demandé à tous les candidats, avant tout choix",
            en=f"“{document.id}” is asked of all applicants, before any choice",
        )
    full_offer = document.kind in {"technical-proposal", "budget"} and document.stage == "interest"
    if full_offer and loaded.call.procedure == "expression-of-interest":
        return Words(
            fr=f"« {document.id} » relève de la proposition, pas de la manifestation d’intérêt",
            en=f"“{document.id}” belongs to the proposal, not to the expression of interest",
        )
    return None


WARNING = CallWarning(PAGE, check)
