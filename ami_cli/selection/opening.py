"""Prices stay closed until the technical part is judged: the committee sees those alone that reach the threshold."""

from collections.abc import Sequence

from ami_cli.models.assessment import Assessment, Document, Outcome
from ami_cli.models.selection import Selection
from ami_cli.models.text import Words
from ami_cli.selection.criteria import technical_share
from ami_cli.selection.scored import Result

CLOSED = Words(
    fr="budget : un point à vérifier ; le prix n’est pas ouvert",
    en="budget: a point to verify; the price is not opened",
)


def opened(selection: Selection, assessments: Sequence[Assessment], result: Result | None) -> tuple[Assessment, ...]:
    """Return what the committee may see: where the price plays a part, it stays closed but for those ranked by it."""
    if technical_share(selection) == 1:
        return tuple(assessments)
    ranked = result.financial if result else {}
    return tuple(one if one.application.id in ranked else _closed(one) for one in assessments)


def _closed(assessment: Assessment) -> Assessment:
    """Return an assessment without its price; what puts an application out stays said, with its figures."""
    outcomes = tuple(_without_figures(one) for one in assessment.outcomes if not (one.sealed and one.status == "met"))
    return assessment.model_copy(update={"outcomes": outcomes, "price": None})


def _without_figures(outcome: Outcome) -> Outcome:
    puts_out = outcome.status == "not_met" and outcome.waived_by is None
    if not outcome.sealed or puts_out or outcome.status == "not_applicable":
        return outcome
    return outcome.model_copy(update={"message": CLOSED, "evidence": ()})


def readable(selection: Selection, documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return the documents that a grid may quote: where the price plays a part, neither the budget nor its pages."""
    if technical_share(selection) == 1:
        return tuple(documents)
    return tuple(_without_budget(document) for document in documents if document.kind != "budget")


def _without_budget(document: Document) -> Document:
    priced = [part for part in document.parts if part.kind == "budget" and part.first_page and part.last_page]
    pages = {page for part in priced for page in range(part.first_page or 0, (part.last_page or 0) + 1)}
    if not pages:
        return document
    texts = tuple(page for page in document.facts.texts if page.number not in pages)
    stated = tuple(one for one in document.facts.stated if one.page not in pages)
    return document.model_copy(update={"facts": document.facts.model_copy(update={"texts": texts, "stated": stated})})
