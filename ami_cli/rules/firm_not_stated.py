"""The firm of each member is stated."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Case, Evidence, Status
from ami_cli.models.folding import folded
from ami_cli.models.names import same_person
from ami_cli.models.page import RulePage
from ami_cli.models.requirement import DocumentRequirement, MustState
from ami_cli.models.text import Words
from ami_cli.rules.engine import clauses
from ami_cli.rules.engine.phrases import clean, files, named
from ami_cli.rules.engine.pieces import Piece, drawn, gaps, of_kind, pieces
from ami_cli.rules.engine.rule import Finding, Rule, met, no_piece, not_applicable, not_met, to_verify, worst
from ami_cli.rules.engine.statements import Found, asked, stated_in

PAGE = RulePage(
    name="firm-not-stated",
    about="application",
    title=Words(fr="Structure non indiquée", en="Firm not stated"),
    checks=Words(
        fr="Le cabinet ou la structure de chaque membre de l’équipe est dit, dans son CV ou dans la lettre, comme "
        "l’appel le demande ; dire que l’on est indépendant convient.",
        en="The firm of each member of the team is stated, in the CV or in the letter, as the call asks; stating that"
        " one is independent will do.",
    ),
    why=Words(
        fr="Il faut savoir avec qui le contrat serait signé, et voir les conflits d’intérêts. Quand l’appel dit « le "
        "cas échéant », une personne qui n’a pas de structure n’a rien à dire.",
        en="One must know with whom the contract would be signed, and see conflicts of interest. Where the call says "
        "“if any”, a person without a firm has nothing to state.",
    ),
    example=Words(
        fr="« Consultante associée, cabinet Horizon » convient.",
        en="“Associate consultant, Horizon firm” will do.",
    ),
    remedy=Words(
        fr="Lisez le CV et la lettre. Si la structure y est dite, notez-le : ami settle … --met ; sinon, demandez-la si "
        "l’appel le permet.",
        en="Read the CV and the letter. If the firm is stated there, note it: ami settle … --met; otherwise ask for it "
        "if the call allows it.",
    ),
)


def check(case: Case) -> Iterator[Finding]:
    """Look in each document of the kind, then in the letters, for a firm or for independence."""
    for due, state in asked(case, "firm", "firm-if-any"):
        yield _judged(case, due, state).about(due.id, clauses.statement(due, state))


def _judged(case: Case, due: DocumentRequirement, state: MustState) -> Finding:
    every = pieces(case)
    found = of_kind(every, due.kind)
    if not found:
        return no_piece(named(due))
    around = tuple(piece for piece in every if piece not in found)
    general = [one for piece in around for one in _stated(piece) if one.stated.sure and piece.kind == "letter"]
    by_piece = [(piece, *_of(case, piece, around, general, state)) for piece in found]
    status = worst(status for _, status, _ in by_piece)
    alike = [(piece, shown) for piece, own, shown in by_piece if own == status]
    return _told(status, files(piece.path for piece, _ in alike), tuple(one for _, shown in alike for one in shown))


def _of(
    case: Case, piece: Piece, around: Sequence[Piece], general: Sequence[Found], state: MustState
) -> tuple[Status, tuple[Evidence, ...]]:
    """Return whether the firm of one person is stated, and where."""
    own = list(_stated(piece))
    sure = [one for one in own if one.stated.sure] or list(general)
    if sure:
        return "met", tuple(one.shown for one in sure[:3])
    if named_firm := _known_firm_named(case, piece):
        return "met", (piece.shown(named_firm),)
    traces = own or [one for other in around for one in _stated(other)]
    unread = any(gaps(one) for one in (piece, *around) if one is piece or one.kind in {"letter", None} or drawn(one))
    if state.what == "firm-if-any" and not _firms(case, piece) and not traces and not unread:
        return "not_applicable", ()
    doubtful = bool(traces) or unread
    return ("to_verify" if doubtful else "not_met"), tuple(one.shown for one in traces[:3]) or (piece.shown(),)


def _stated(piece: Piece) -> Iterator[Found]:
    return (Found(piece, one) for what in ("firm", "independent") for one in stated_in(piece, what))


def _firms(case: Case, piece: Piece) -> tuple[str, ...]:
    """Return the firms that application.yaml gives the person of a piece."""
    members = [one.firm for one in case.application.team if piece.person is None or same_person(one.name, piece.person)]
    return tuple(firm for firm in (*members, case.application.firm) if firm)


def _known_firm_named(case: Case, piece: Piece) -> str | None:
    """Return the firm that application.yaml gives, where the piece names it."""
    text = folded(" ".join(page.text for page in piece.texts()))
    return next((clean(firm) for firm in _firms(case, piece) if folded(firm) in text), None)


def _told(status: Status, where: Words, shown: tuple[Evidence, ...]) -> Finding:
    if status == "met":
        return met("structure de rattachement indiquée", "firm stated", *shown)
    if status == "not_applicable":
        return not_applicable("aucune structure n’apparaît : rien à indiquer", "no firm appears: nothing to state")
    if status == "not_met":
        return not_met(f"structure de rattachement non indiquée : {where.fr}", f"firm not stated: {where.en}", *shown)
    return to_verify(f"structure de rattachement à vérifier : {where.fr}", f"firm to be checked: {where.en}", *shown)


RULE = Rule(PAGE, check, requires=("missing-document", "unreadable-document"))
