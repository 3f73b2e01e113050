"""Who is in the team, and how surely that is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Case, Evidence
from ami_cli.models.names import same_person
from ami_cli.rules.engine.phrases import clean
from ami_cli.rules.engine.pieces import Piece
from ami_cli.rules.engine.statements import stated_in


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the team, and how it is known."""

    name: str
    certain: bool
    shown: Evidence | None = None


def members(case: Case, every: Sequence[Piece]) -> tuple[Member, ...]:
    """Return the people of the team: those that application.yaml names, and those that the letters name."""
    if case.application.team:
        return tuple(Member(member.name, certain=True) for member in case.application.team)
    found: list[Member] = []
    for letter in (piece for piece in every if piece.kind == "letter"):
        for stated in stated_in(letter, "member"):
            if stated.value and not any(same_person(stated.value, member.name) for member in found):
                # Who signs may speak for the firm without being in the team.
                signs = letter.person is not None and same_person(stated.value, letter.person)
                shown = Evidence(document=letter.path, page=stated.page, quote=clean(stated.quote))
                found.append(Member(stated.value, stated.sure and letter.sure and not signs, shown))
    return tuple(found)
