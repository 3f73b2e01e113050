"""Recording what the committee decided: added at the end, never changed."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.files import sha256
from ami_cli.models.calendar import Stage
from ami_cli.models.decision import DecisionEntry, Decisions
from ami_cli.models.shortlist import Decision, Shortlist
from ami_cli.selection.written import load
from ami_cli.strict_yaml.writing import scalar

HEADING = (
    "# Décisions du comité : une entrée par décision, jamais modifiée. Une décision nouvelle s’ajoute, avec sa raison.\n"
    "# Decisions of the committee: one entry a decision, never changed. A new decision is added, with its reason.\n"
    "decisions:\n"
)


def load_decisions(path: Path) -> Decisions:
    """Return what was decided so far, nothing where the file does not exist; a SourceError with every mistake otherwise."""
    return load(path, Decisions) or Decisions()


def decision(shortlist: Shortlist, who: str, when: datetime, stage: Stage, reason: str | None) -> DecisionEntry:
    """Return the entry for a shortlist in which everybody is decided; a SourceError where somebody is not."""
    if not shortlist.complete:
        waiting = ", ".join(one.application for one in shortlist.candidates if one.decision == "undecided")
        raise SourceError(
            fr=f"des candidatures restent à décider : {waiting}",
            en=f"some applications are undecided: {waiting}",
            remedy_fr="écrivez les motifs ou rendez les grilles qui manquent ; « ami shortlist » dit lesquels",
            remedy_en="write the grounds or return the grids that are missing; “ami shortlist” says which",
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


def added(text: str, earlier: Decisions, entry: DecisionEntry) -> str | None:
    """Return the text of the file with the entry at its end; None where the decision that holds says the same.

    Raises:
        SourceError: the entry changes a decision and gives no reason.
    """
    holds = earlier.current(entry.stage)
    if holds is not None and holds.same_choice(entry):
        return None
    if holds is not None and entry.reason is None:
        raise SourceError(
            fr=f"une décision existe déjà ({holds.when:%Y-%m-%d}, {holds.who}) et celle-ci est différente",
            en=f"there is a decision already ({holds.when:%Y-%m-%d}, {holds.who}) and this one differs",
            remedy_fr="dites pourquoi elle change : ami decide --reason « … »",
            remedy_en="say why it changes: ami decide --reason “…”",
        )
    before = text if text.strip() else HEADING
    return before.rstrip("\n") + "\n" + "\n".join(_lines(entry)) + "\n"


def _lines(entry: DecisionEntry) -> Iterator[str]:
    lead = "  - "
    for name, value in entry.model_dump(mode="json", exclude_none=True).items():
        yield f"{lead}{name}: {scalar(value)}"
        lead = "    "
