"""Assessments and decisions to letters in the outbox."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ami_cli import call, letters, record, starter, tables
from ami_cli.errors import SourceError
from ami_cli.files import write_whole
from ami_cli.letters import Drafted, Outgoing, Recipient, Step
from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage
from ami_cli.models.letter import Draft, LetterKind
from ami_cli.models.shortlist import Shortlist
from ami_cli.models.text import Words
from ami_cli.pipeline.recording import Done, journal
from ami_cli.pipeline.scope import Scope
from ami_cli.selection.decisions import load_decisions
from ami_cli.wording.compose import Setting

SEND = "letters send"
"""How the journal calls the steps of a sending."""


@dataclass(frozen=True)
class Wanted:
    """Which letter, and what only the person who asks for it can say."""

    kind: LetterKind
    now: datetime
    sender: str | None = None
    until: datetime | None = None
    changes: tuple[Words, ...] = ()
    stage: Stage = "interest"


def draft(scope: Scope, assessments: Sequence[Assessment], shortlist: Shortlist, wanted: Wanted) -> tuple[Drafted, ...]:
    """Write the drafts of one kind of letter and the manifest of the outbox; what has been sent is left alone.

    Raises:
        SourceError: nothing was decided yet, or a letter would show what is still to be set.
        TemplateError: a template is wrong.
    """
    setting = _setting(scope, wanted.now)
    outbox = scope.workspace.outbox(scope.call_file.stem)
    sender = wanted.sender or letters.address_of(setting.call, wanted.stage) or ""
    made = [letters.draft(wanted.kind, one, setting, sender) for one in _recipients(scope, setting, assessments, shortlist, wanted)]
    drafted = letters.write(outbox, made, _gone(scope, wanted), _others(assessments))
    _manifest(outbox, drafted)
    counts = {state: sum(one.state == state for one in drafted) for state in ("new", "same", "replaced", "sent", "withheld")}
    journal(scope.workspace, Done(f"letters {wanted.kind}", setting.call.id, (scope.call_file,), (), counts), wanted.now)
    return drafted


def outgoing(scope: Scope, stage: Stage) -> tuple[Outgoing, ...]:
    """Return every draft that lies in the outbox, in the order of the manifest."""
    outbox = scope.workspace.outbox(scope.call_file.stem)
    found = sorted(path for kind in letters.KINDS for path in (outbox / kind).glob("*.eml") if path.is_file())
    return tuple(
        Outgoing(letters.key_of(path.parent.name, stage, path.stem), f"{path.parent.name}/{path.name}", path.read_bytes())
        for path in found
    )


def states(scope: Scope) -> Mapping[str, Step]:
    """Return the last step that the journal tells of each letter."""
    steps: dict[str, Step] = {}
    for entry in record.entries(scope.workspace.journal(scope.call_file.stem)):
        if entry.command == SEND:
            for key in entry.outputs:
                steps[key] = _step(entry.note)
    return steps


def note(scope: Scope, one: Outgoing, step: Step, at: datetime) -> None:
    """Have a step of a sending on the disk before going on."""
    from ami_cli import __version__
    from ami_cli.files import sha256
    from ami_cli.models.journal import Entry

    entry = Entry(
        at=at, command=SEND, version=__version__, call=scope.call_file.stem, outputs={one.key: sha256(one.content)}, note=step
    )
    record.append(scope.workspace.journal(scope.call_file.stem), entry)


def _step(note: str | None) -> Step:
    return "sent" if note == "sent" else "refused" if note == "refused" else "begun"


def _setting(scope: Scope, now: datetime) -> Setting:
    loaded = call.load(scope.call_file)
    return Setting(loaded.call, loaded.organisation, (scope.workspace.templates, starter.folder("templates")), now)


def _recipients(
    scope: Scope, setting: Setting, assessments: Sequence[Assessment], shortlist: Shortlist, wanted: Wanted
) -> tuple[Recipient, ...]:
    match wanted.kind:
        case "receipt":
            return letters.receipts(setting.call, assessments)
        case "cure":
            return letters.cures(setting.call, assessments, wanted.until, wanted.stage)
        case "extension":
            return letters.everybody(setting.call, assessments, wanted.changes, wanted.stage)
        case _:
            pass
    decision = load_decisions(scope.workspace.evaluations(setting.call.id) / "decisions.yaml").current(wanted.stage)
    if decision is None:
        raise SourceError(
            fr="le comité n’a encore rien décidé : aucune lettre d’invitation, de réserve ou de refus ne part avant",
            en="the committee has decided nothing yet: no invitation, reserve or refusal is written before",
            remedy_fr="enregistrez la décision : ami decide",
            remedy_en="record the decision: ami decide",
        )
    if wanted.kind == "invitation":
        return letters.invitations(setting.call, assessments, decision, {})
    if wanted.kind == "reserve":
        return letters.reserves(setting.call, assessments, decision)
    return letters.regrets(setting.call, assessments, decision, shortlist)


def _gone(scope: Scope, wanted: Wanted) -> frozenset[str]:
    """Return the files of the outbox whose letter has gone, or may have."""
    gone = {key for key, step in states(scope).items() if step in ("begun", "sent")}
    return frozenset(one.name for one in outgoing(scope, wanted.stage) if one.key in gone)


def _others(assessments: Sequence[Assessment]) -> dict[str, tuple[str, ...]]:
    """Return the names and addresses by which each applicant is known."""
    return {
        one.application.id: tuple(
            name
            for name in (
                one.application.applicant,
                one.application.email,
                one.application.firm,
                *(m.name for m in one.application.team),
            )
            if name
        )
        for one in assessments
    }


def _manifest(outbox: Path, drafted: Sequence[Drafted]) -> None:
    """Write the manifest anew: the letters of this run, and those of other kinds that were there before."""
    ours: list[Draft] = [line for one in drafted if (line := letters.draft_of(one))]
    kept = letters.read_manifest(outbox / "manifest.jsonl", without={one.letter.kind for one in drafted})
    lines = sorted((*ours, *kept), key=lambda line: line.file)
    write_whole(outbox / "manifest.jsonl", "".join(f"{line.model_dump_json()}\n" for line in lines).encode())
    write_whole(outbox / "manifest.csv", tables.write(letters.manifest(lines, "fr"), "csv"))
