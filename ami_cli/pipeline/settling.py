"""A point that a machine left open, settled by a person who has looked: recorded, and laid over what the rules say."""

from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from ami_cli import record
from ami_cli.errors import UsageError
from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.settlement import Result, Settlement, Settlements
from ami_cli.models.text import Words
from ami_cli.models.wrong import quoted
from ami_cli.pipeline.scope import Scope

HOW = Words(
    fr="Regardez, puis dites ce qu’il en est : "
    "ami settle CANDIDATURE POINT{stage} --met (ou --not-met, --waive) --reason … --who …",
    en="Look, then say what is the case: ami settle APPLICATION POINT{stage} --met (or --not-met, --waive) --reason … --who …",
)
NOTHING = Words(
    fr="Aucun point n’attend une personne. Ensuite : ami shortlist{stage}.",
    en="No point waits for a person. Next: ami shortlist{stage}.",
)
NOTED = Words(
    fr="Noté dans settled.yaml. Les points qui restent : ami settle{stage}.",
    en="Noted in settled.yaml. The points that remain: ami settle{stage}.",
)


class Said(NamedTuple):
    """What a person says of one point."""

    rule: str
    requirement: str | None
    result: Result
    reason: str
    who: str


def settlements(scope: Scope) -> Settlements:
    """Return what people settled so far; a SourceError where the file cannot be used."""
    return record.SETTLED.read(_file(scope))


def folder_of(folders: Sequence[Path], asked: str) -> Path:
    """Return the application folder that is meant: by its name, its path, or the number that its name begins with.

    Raises:
        UsageError: there is none, or several begin so.
    """
    name = Path(asked).name
    exact = [folder for folder in folders if folder.name == name]
    found = exact or [folder for folder in folders if folder.name.startswith(f"{name}-")]
    if len(found) == 1:
        return found[0]
    near = [folder.name for folder in found] or get_close_matches(name, [folder.name for folder in folders], n=3)
    shown = ", ".join(quoted(one) for one in near)
    raise UsageError(
        fr=f"aucune candidature ne s’appelle « {quoted(name)} »" if not found else f"plusieurs candidatures : {shown}",
        en=f"no application is called “{quoted(name)}”" if not found else f"several applications: {shown}",
        remedy_fr=f"vouliez-vous dire : {shown} ?" if near else "ami settle sans rien montre les points à trancher",
        remedy_en=f"did you mean: {shown}?" if near else "ami settle alone shows the points to settle",
    )


def settle(scope: Scope, read: Assessment, said: Said, now: datetime) -> Assessment:
    """Record what a person says of one point, and return the assessment with it; `read` is what the rules alone say.

    Raises:
        UsageError: it does not say who or why, there is no such point, or several are meant.
        SourceError: `settled.yaml` cannot be used.
    """
    from ami_cli import rules  # not a light stage, and reading what was settled does without it
    from ami_cli.pipeline.recording import Done, journal

    _complete(said)
    held = settlements(scope)
    before = rules.settle(read, held.about(read.application.id, read.stage))
    entry = Settlement(
        when=now,
        who=said.who,
        application=read.application.id,
        stage=read.stage,
        rule=said.rule,
        requirement=_requirement(before.outcomes, said),
        result=said.result,
        reason=said.reason,
        files=read.application.files_digest,
    )
    longer = Settlements(settled=(*held.settled, entry))
    after = rules.settle(read, longer.about(read.application.id, read.stage))
    if after.outcomes == before.outcomes:
        raise _no_effect(said)
    record.SETTLED.add(_file(scope), entry)
    journal(scope.workspace, Done("settle", scope.call_file.stem, (scope.call_file,), (_file(scope),), {said.result: 1}), now)
    return after


def _complete(said: Said) -> None:
    if not said.who.strip():
        raise UsageError(
            fr="dites qui a regardé",
            en="say who has looked",
            remedy_fr='par exemple : --who "J. Roux"',
            remedy_en='for instance: --who "J. Roux"',
        )
    if not said.reason.strip():
        raise UsageError(
            fr="dites ce qui a été vu, et où",
            en="say what was seen, and where",
            remedy_fr='par exemple : --reason "lettre, page 2 : deux contrats, Ville de Nantes et ARS"',
            remedy_en='for instance: --reason "letter, page 2: two contracts, City of Nantes and ARS"',
        )


def _requirement(outcomes: Sequence[Outcome], said: Said) -> str | None:
    """Return which document is meant: the one that is named, or the only one that the rule leaves open."""
    own = [outcome for outcome in outcomes if outcome.rule == said.rule and outcome.status != "not_applicable"]
    if not own:
        raise _no_such_rule(outcomes, said.rule)
    names = dict.fromkeys(outcome.requirement for outcome in own)
    if said.requirement is not None and said.requirement not in names:
        listed = ", ".join(name for name in names if name) or "—"
        raise UsageError(
            fr=f"--requirement : {said.rule} n’examine rien qui s’appelle « {quoted(said.requirement)} »",
            en=f"--requirement: {said.rule} looks at nothing called “{quoted(said.requirement)}”",
            remedy_fr=f"ce qu’elle examine : {listed}",
            remedy_en=f"what it looks at: {listed}",
        )
    if said.requirement is not None or len(names) == 1:
        return said.requirement or next(iter(names))
    still = dict.fromkeys(o.requirement for o in own if o.status in {"not_met", "to_verify"} and o.waived_by is None)
    if len(still) == 1:
        return next(iter(still))
    listed = ", ".join(name for name in (still or names) if name)
    raise UsageError(
        fr=f"{said.rule} porte sur plusieurs pièces",
        en=f"{said.rule} is about several documents",
        remedy_fr=f"dites laquelle avec --requirement : {listed}",
        remedy_en=f"say which with --requirement: {listed}",
    )


def _no_such_rule(outcomes: Sequence[Outcome], rule: str) -> UsageError:
    names = sorted({outcome.rule for outcome in outcomes if outcome.status != "not_applicable"})
    near = get_close_matches(rule, names, n=1)
    return UsageError(
        fr=f"aucun point de cette candidature ne s’appelle « {quoted(rule)} »",
        en=f"no point of this application is called “{quoted(rule)}”",
        remedy_fr=f"vouliez-vous dire « {near[0]} » ?" if near else f"les points : {', '.join(names)}",
        remedy_en=f"did you mean “{near[0]}”?" if near else f"the points: {', '.join(names)}",
    )


def _no_effect(said: Said) -> UsageError:
    return UsageError(
        fr=f"{said.rule} n’est pas un point ouvert : cela n’y changerait rien",
        en=f"{said.rule} is no open point: this would change nothing",
        remedy_fr="ami settle montre les points à trancher",
        remedy_en="ami settle shows the points to settle",
    )


def _file(scope: Scope) -> Path:
    return scope.workspace.evaluations(scope.call_file.stem) / "settled.yaml"
