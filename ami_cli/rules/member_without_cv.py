"""Every member of the team has a CV in the application."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Case
from ami_cli.models.names import name_words, same_person
from ami_cli.models.page import RulePage
from ami_cli.models.requirement import DocumentRequirement
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import clean, count, listed, named
from ami_cli.rules.engine.pieces import Piece, drawn, gaps, of_kind, pieces, wanted
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, not_met, to_verify
from ami_cli.rules.engine.statements import unread_words
from ami_cli.rules.engine.team import Member, members

PAGE = RulePage(
    name="member-without-cv",
    about="application",
    title=Words(fr="Membre de l’équipe sans CV", en="Team member without a CV"),
    checks=Words(
        fr="Chaque personne de l’équipe, nommée dans la lettre ou dans application.yaml, a sa pièce individuelle "
        "quand l’appel en demande une par membre.",
        en="Each person of the team, named in the letter or in application.yaml, has a document of their own where "
        "the call asks for one per member.",
    ),
    why=Words(
        fr="L’équipe se juge sur toutes ses personnes. Les noms se comparent sans égard aux accents, à l’ordre, aux "
        "initiales ni aux traits d’union.",
        en="The team is judged on all its people. Names are compared whatever the accents, order, initials or hyphens.",
    ),
    example=Words(
        fr="La lettre présente Amina Diallo et Luc Martin ; seul le CV d’Amina Diallo est joint.",
        en="The letter presents Amina Diallo and Luc Martin; only the CV of Amina Diallo is attached.",
    ),
    remedy=Words(
        fr="Voyez si la personne fait bien partie de l’équipe et si son CV est dans un autre fichier ; dites-le dans "
        "application.yaml (team, pieces). Sinon, demandez le CV si l’appel le permet.",
        en="See whether the person is really in the team and whether the CV is in another file; say so in "
        "application.yaml (team, pieces). Otherwise ask for the CV if the call allows it.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Match the team with the documents asked for each member."""
    for due in wanted(case):
        if due.per == "member":
            yield _matched(case, due).about(due.id, clauses.document(due))


def _matched(case: Case, due: DocumentRequirement) -> Finding:
    every = pieces(case)
    found = of_kind(every, due.kind)
    if not found:
        return no_piece(named(due))
    without = [member for member in members(case, every) if not any(same_person(member.name, p.person or "") for p in found)]
    if not without:
        return _all_there(case, every, found, named(due))
    surely = [member for member in without if member.certain and not _may_be_there(member, every, found)]
    names = [clean(member.name, 80) for member in surely or without]
    fr, en = f"{named(due).fr} : rien pour {listed(names, 'et')}", f"{named(due).en}: none for {listed(names, 'and')}"
    shown = tuple(member.shown for member in surely or without if member.shown is not None)
    return not_met(fr, en, *shown) if surely else to_verify(f"{fr} (à vérifier)", f"{en} (to verify)", *shown)


def _may_be_there(member: Member, every: Sequence[Piece], found: Sequence[Piece]) -> bool:
    """Return whether a document may be theirs without having been recognised as such."""
    if any(piece.person is None or not piece.bounded for piece in found) or any(map(drawn, every)):
        return True
    words = set(name_words(member.name))
    others = (piece for piece in every if piece.kind != "letter" or not piece.sure)
    return any(words <= set(name_words(page.text)) for piece in others for page in piece.texts())


def _all_there(case: Case, every: Sequence[Piece], found: Sequence[Piece], name: Words) -> Finding:
    shown = tuple(piece.shown(piece.person) for piece in found)
    letters = [piece for piece in every if piece.kind == "letter"]
    unread = [(letter, gap) for letter in letters for gap in gaps(letter)]
    if unread and not case.application.team:
        why = unread_words(unread)
        return to_verify(f"équipe à vérifier : {why.fr}", f"team to be checked: {why.en}", *shown)
    number = len(found)
    fr = f"{name.fr} : {count(number, 'pièce', french=True)}, personne de l’équipe n’est sans la sienne"
    return met(fr, f"{name.en}: {count(number, 'document')}, nobody of the team is without one", *shown)


RULE = Rule(PAGE, check, requires=("unreadable-document", "documents-elsewhere", "missing-document"))
