"""Recording what the committee decided: added at the end, never changed."""

from datetime import datetime
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.files import sha256
from ami_cli.ledger import Ledger
from ami_cli.models.calendar import Stage
from ami_cli.models.decision import DecisionEntry, Decisions
from ami_cli.models.shortlist import Decision, Shortlist
from ami_cli.models.text import Words

DECISIONS = Ledger(
    Decisions,
    "# Décisions du comité : une entrée par décision, jamais modifiée. Une décision nouvelle s’ajoute, avec sa raison.\n"
    "# Decisions of the committee: one entry a decision, never changed. A new decision is added, with its reason.",
    Words(
        fr="corrigez ce fichier, puis relancez ; rien n’a été pris en compte",
        en="put this file right, then run again; nothing has been counted",
    ),
)
"""`evaluations/<call>/decisions.yaml`."""


def load_decisions(path: Path) -> Decisions:
    """Return what was decided so far, nothing where the file does not exist; a SourceError with every mistake otherwise."""
    return DECISIONS.read(path)


def decision(shortlist: Shortlist, who: str, when: datetime, stage: Stage, reason: str | None) -> DecisionEntry:
    """Return the entry for a shortlist in which everybody is decided; a SourceError where somebody is not."""
    if not shortlist.complete:
        waiting = ", ".join(one.application for one in shortlist.candidates if one.decision == "undecided")
        raise SourceError(
            fr=f"des candidatures restent à décider : {waiting}",
            en=f"some applications are undecided: {waiting}",
            remedy_fr="« ami shortlist » dit pour chacune ce qui manque : un point à vérifier (ami settle), un motif ou une grille",
            remedy_en="“ami shortlist” says for each what is missing: a point to verify (ami settle), a ground or a grid",
        )

    def those(wanted: Decision) -> tuple[str, ...]:
        return tuple(one.application for one in shortlist.candidates if one.decision == wanted)

    return DecisionEntry(
        when=when,
        who=who,
        stage=stage,
        shortlisted=those("shortlisted"),
        reserve=those("reserve"),
        not_retained=those("not_retained"),
        excluded=those("excluded"),
        shortlist=sha256(shortlist.model_dump_json().encode()),
        reason=reason,
    )


def record(path: Path, entry: DecisionEntry) -> bool:
    """Add a decision to its file; False, and nothing added, where the decision that holds says the same.

    Raises:
        SourceError: the entry changes a decision and gives no reason, or the file cannot be added to.
    """
    holds = load_decisions(path).current(entry.stage)
    if holds is not None and holds.same_choice(entry):
        return False
    if holds is not None and entry.reason is None:
        raise SourceError(
            fr=f"une décision existe déjà ({holds.when:%Y-%m-%d}, {holds.who}) et celle-ci est différente",
            en=f"there is a decision already ({holds.when:%Y-%m-%d}, {holds.who}) and this one differs",
            remedy_fr="dites pourquoi elle change : ami decide --reason « … »",
            remedy_en="say why it changes: ami decide --reason “…”",
        )
    DECISIONS.add(path, entry)
    return True
