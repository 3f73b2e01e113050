"""Documents are in a language that the call accepts."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Case
from ami_cli.models.page import RulePage
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, clean, files, listed, named
from ami_cli.rules.engine.pieces import Piece, of_kind, pieces, wanted
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, to_verify

PAGE = RulePage(
    name="wrong-language",
    about="application",
    title=Words(fr="Autre langue", en="Another language"),
    checks=Words(
        fr="Chaque pièce est écrite dans une des langues que l’appel accepte, quand il les dit.",
        en="Each document is written in one of the languages that the call accepts, where it says which.",
    ),
    why=Words(
        fr="Qui évalue doit pouvoir lire. La langue d’un texte se devine : une autre langue n’est jamais qu’à vérifier.",
        en="Those who evaluate must be able to read. The language of a text is a guess: another language is never "
        "more than to be verified.",
    ),
    example=Words(
        fr="L’appel demande le français ; la lettre est en espagnol.",
        en="The call asks for French; the letter is in Spanish.",
    ),
    remedy=Words(
        fr="Ouvrez la pièce. Si la langue convient, notez-le : ami settle … --met ; sinon, demandez une traduction si "
        "l’appel le permet.",
        en="Open the document. If the language will do, note it: ami settle … --met; otherwise ask for a translation if "
        "the call allows it.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the language of each document with those accepted."""
    every = pieces(case)
    for due in wanted(case, required=False):
        accepted = due.languages or case.call.application.languages
        if accepted:
            codes = listed([clean(code, 8) for code in accepted], "/")
            clause = both(f"langues acceptées : {codes}", f"accepted languages: {codes}")
            yield _judged(due, of_kind(every, due.kind), accepted).about(due.id, clause)


def _judged(due: DocumentRequirement, found: Sequence[Piece], accepted: Sequence[str]) -> Finding:
    name = named(due)
    if not found:
        return no_piece(name)
    other = [piece for piece in found if piece.document.facts.language not in accepted]
    if not other:
        return met(f"{name.fr} : langue acceptée", f"{name.en}: language accepted", *(piece.shown() for piece in found))
    where, shown = files(piece.path for piece in other), tuple(piece.shown() for piece in other)
    return to_verify(f"{name.fr} : langue à vérifier ({where.fr})", f"{name.en}: language to be checked ({where.en})", *shown)


RULE = Rule(PAGE, check, requires=("missing-document",))
