"""What only a person can read is read by a person."""

from collections.abc import Iterator

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import listed, named
from ami_cli.rules.engine.pieces import of_kind, pieces
from ami_cli.rules.engine.rule import Finding, Rule, no_piece, to_verify
from ami_cli.rules.engine.statements import asked

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
        fr="Lisez la pièce. Si l’indication y est, écrivez une dérogation avec son motif dans application.yaml.",
        en="Read the document. If it is stated, write a waiver with its reason in application.yaml.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Hand to a person what the call asks in other words: one finding for each document."""
    every = pieces(case)
    for due in dict.fromkeys(due for due, _ in asked(case, "other")):
        states = [state for state in due.must_state if state.what == "other"]
        found, name = of_kind(every, due.kind), named(due)
        fr, en = (
            listed((clauses.said(state).of(language) for state in states), word) for language, word in (("fr", "et"), ("en", "and"))
        )
        finding = to_verify(f"à lire dans {name.fr} : {fr}", f"to be read in {name.en}: {en}", *(piece.shown() for piece in found))
        yield (finding if found else no_piece(name)).about(due.id, clauses.statement(due, states[0]))


RULE = Rule(PAGE, check, requires=("missing-document",))
