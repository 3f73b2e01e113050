"""Recording what the committee decided: added at the end, never changed."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ami_cli.errors import SourceError
from ami_cli.files import sha256, write_whole
from ami_cli.models.calendar import Stage
from ami_cli.models.decision import DecisionEntry, Decisions
from ami_cli.models.shortlist import Decision, Shortlist
from ami_cli.selection.written import InvalidWrittenError, load
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
            remedy_fr="« ami shortlist » dit pour chacune ce qui manque : un point à vérifier (ami check), un motif ou une grille",
            remedy_en="“ami shortlist” says for each what is missing: a point to verify (ami check), a ground or a grid",
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
    """Add a decision to its file and return whether it was new; a SourceError where it changes one and gives no reason.

    What is written is read back first: a file that somebody has laid out in another way is not made worse.
    """
    earlier = load_decisions(path)
    text = added(path.read_text(encoding="utf-8") if path.exists() else "", earlier, entry)
    if text is None:
        return False
    trial = path.with_name(f".new-{path.name}")
    try:
        write_whole(trial, text.encode())
        if load_decisions(trial) != Decisions(decisions=(*earlier.decisions, entry)):
            raise _other_form(path)
        trial.replace(path)
    except InvalidWrittenError as error:
        raise _other_form(path) from error
    finally:
        trial.unlink(missing_ok=True)
    return True


def _other_form(path: Path) -> SourceError:
    return SourceError(
        fr=f"la décision ne peut pas être ajoutée à la fin de {path.name} : le fichier a été mis en forme autrement",
        en=f"the decision cannot be added at the end of {path.name}: the file was laid out in another way",
        remedy_fr="remettez chaque décision sous « decisions: », avec deux espaces avant son tiret, puis relancez",
        remedy_en="put every decision below “decisions:” again, with two spaces before its dash, then run again",
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
