"""What only a person can read is read by a person."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.requirement import DocumentRequirement, MustState
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import listed, named
from ami_cli.rules.engine.pieces import Piece, of_kind, pieces, wanted
from ami_cli.rules.engine.rule import Finding, Rule, no_piece, to_verify

PAGE = RulePage(
    name="other-statement-to-read",
    about="application",
    title=Words(fr="Autre indication à lire", en="Other statement to read"),
    checks=Words(
        fr="Ce que l’appel demande d’indiquer en d’autres termes (other) se lit dans la pièce.",
        en="What the call asks to be stated in other terms (other) is read in the document.",
    ),
    why=Words(
        fr="ami ne sait pas reconnaître toute indication : celle-ci est toujours lue par une personne.",
        en="ami cannot recognise every statement: this one is always read by a person.",
    ),
    example=Words(
        fr="L’appel demande « une analyse des risques » dans la lettre.",
        en="The call asks for “an analysis of risks” in the letter.",
    ),
    remedy=Words(
        fr="Lisez la pièce, puis notez ce qu’il en est : ami settle … --met, ou --not-met.",
        en="Read the document, then note what is the case: ami settle … --met, or --not-met.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Hand to a person what the call asks in other words: one finding for each document."""
    every = pieces(case)
    for due in wanted(case, required=False):
        states = [state for state in due.must_state if state.what == "other"]
        if states:
            yield _to_read(due, states, of_kind(every, due.kind))


def _to_read(due: DocumentRequirement, states: Sequence[MustState], found: Sequence[Piece]) -> Finding:
    name, said = named(due), [clauses.said(state) for state in states]
    fr, en = listed((words.fr for words in said), "et"), listed((words.en for words in said), "and")
    finding = to_verify(f"à lire dans {name.fr} : {fr}", f"to be read in {name.en}: {en}", *(piece.shown() for piece in found))
    return (finding if found else no_piece(name)).about(due.id, clauses.statement(due, states[0]))


RULE = Rule(PAGE, check, requires=("missing-document",))
