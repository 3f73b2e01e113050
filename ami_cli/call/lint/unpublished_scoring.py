"""Scoring by what was not published."""

from collections.abc import Iterator, Sequence

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.models.selection import Criterion, Selection
from ami_cli.models.text import Words

PAGE = page(
    "scoring-not-published",
    title=Words(fr="Notation non publiée", en="Scoring not published"),
    checks=Words(
        fr="Un appel noté (mode: scored) a des critères, chacun avec son poids, et ils sont publiés.",
        en="A scored call (mode: scored) has criteria, each with its weight, and they are published.",
    ),
    why=Words(
        fr="On ne peut pas départager des candidats par des critères ou des poids qu’ils n’ont pas pu lire.",
        en="Applicants cannot be told apart by criteria or weights that they could not read.",
    ),
    example=Words(fr="mode: scored, published: false.", en="mode: scored, published: false."),
    remedy=Words(
        fr="publiez critères et poids, ou choisissez mode: reasoned (un motif écrit par candidature)",
        en="publish criteria and weights, or choose mode: reasoned (a written ground per application)",
    ),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give what is missing for a scoring that applicants can read."""
    for name, selection in (("selection", loaded.call.selection), ("award", loaded.call.award)):
        if selection is not None and selection.mode == "scored":
            yield from _scored(selection, name)


def _scored(selection: Selection, name: str) -> Iterator[Doubt]:
    if not selection.criteria:
        yield Doubt(f"{name}.mode", Words(fr="la notation n’a aucun critère", en="there is scoring without any criterion"))
    elif not selection.published:
        message = Words(fr="les critères et les poids ne sont pas publiés", en="criteria and weights are not published")
        yield Doubt(f"{name}.published", message)
    yield from _unweighted(selection.criteria, f"{name}.criteria")


def _unweighted(criteria: Sequence[Criterion], path: str) -> Iterator[Doubt]:
    for index, criterion in enumerate(criteria):
        if criterion.weight is None:
            message = Words(fr=f"le critère « {criterion.id} » n’a pas de poids", en=f"criterion “{criterion.id}” has no weight")
            yield Doubt(f"{path}.{index}", message)
        yield from _unweighted(criterion.criteria, f"{path}.{index}.criteria")


WARNING = CallWarning(PAGE, check)
