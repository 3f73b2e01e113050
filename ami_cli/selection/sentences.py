"""One sentence on how firmly a candidate near the line stands where it stands."""

from collections.abc import Iterator, Sequence

from ami_cli.models.shortlist import InHouse
from ami_cli.models.text import Words
from ami_cli.selection.criteria import Leaf
from ami_cli.selection.cut import Cut
from ami_cli.selection.whatif import Above, Change, Marked, changes

NEAR = 2
"""Candidates on each side of the line that are always spoken of."""
SOLID = InHouse(
    fr="Solide : ni l’absence d’un évaluateur ni cinq points de poids en plus ou en moins n’y changent rien.",
    en="Solid: neither leaving out one evaluator nor moving a weight by five points changes this.",
)


def solidity(marked: Marked, line: Cut, above: Above) -> dict[str, Words]:
    """Return a sentence for the two candidates on each side of the line and for all whose place depends on a supposition."""
    if not line.above or not (line.below or line.undecided):
        return {}
    found = changes(marked, above)
    near = {*line.above[-NEAR:], *line.below[:NEAR], *line.tied}
    depends = {name for change in found for name in change.moves}
    criteria = marked.criteria
    return {name: _sentence([change for change in found if name in change.moves], criteria) for name in sorted(near | depends)}


def _sentence(found: Sequence[Change], leaves: Sequence[Leaf]) -> Words:
    if not found:
        return SOLID
    french, english = (", ".join(dict.fromkeys(_causes(found, leaves, language))) for language in ("fr", "en"))
    return InHouse(fr=f"Dépend de : {french}.", en=f"Depends on: {english}.")


def _causes(found: Sequence[Change], leaves: Sequence[Leaf], language: str) -> Iterator[str]:
    labels = {leaf.id: leaf.criterion.label.any_of(language) for leaf in leaves}
    for change in found:
        if change.evaluator is not None:
            yield f"les notes données par {change.evaluator}" if language == "fr" else f"the marks given by {change.evaluator}"
        elif change.criterion is not None:
            label = labels[change.criterion]
            yield f"le poids de « {label} »" if language == "fr" else f"the weight of “{label}”"
