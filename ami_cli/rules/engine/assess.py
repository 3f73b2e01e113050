"""Runs the rules in order, hands doubt down, and draws the verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ami_cli.models.application import Waiver
from ami_cli.models.assessment import Assessment, Case, Document, Outcome, verdict
from ami_cli.rules.engine.early import too_early
from ami_cli.rules.engine.phrases import both
from ami_cli.rules.engine.rule import Finding, Rule
from ami_cli.rules.engine.waivers import remarks, waiver_for, waivers

ARRIVAL = "received-late"
"""The rule whose outcome says whether the application is on time."""
FOUNDATION = "application-file-mistake"
"""The rule on which all others rest: while application.yaml is wrong, nothing about the application is sure."""

_ON_TIME = {"met": True, "not_met": False}


def assess(case: Case, rules: Sequence[Rule]) -> Assessment:
    """Return what every rule says of the application. The order of its documents changes nothing."""
    ordered = case.model_copy(update={"documents": tuple(sorted(case.documents, key=_place))})
    outcomes: list[Outcome] = []
    for rule in rules:
        outcomes.extend(_outcomes(rule, ordered, tuple(outcomes)))
    given = waivers(case)
    waived = tuple(_waived(outcome, given) for outcome in outcomes)
    return Assessment(
        call=case.call.id,
        stage=case.stage,
        application=case.application,
        on_time=next((_ON_TIME.get(outcome.status) for outcome in outcomes if outcome.rule == ARRIVAL), None),
        received_at=case.application.received_at,
        verdict=verdict(waived),
        documents=ordered.documents,
        outcomes=waived,
        remarks=(*remarks(given, waived, {rule.name for rule in rules}), *too_early(ordered)),
    )


def _place(document: Document) -> tuple[str, str, str]:
    return (document.inside or "", document.file.path, document.file.sha256)


def _outcomes(rule: Rule, case: Case, before: Sequence[Outcome]) -> Iterator[Outcome]:
    findings = tuple(rule.check(case))
    if not findings:
        yield _not_asked(rule.name)
    for finding in findings:
        rests = finding.status == "not_met" or finding.unseen
        yield _outcome(rule, _inherited(finding, _prerequisites(rule, finding, before)) if rests else finding)


@cache
def _not_asked(rule: str) -> Outcome:
    message = both("l’appel ne le demande pas", "the call does not ask for it")
    return Outcome(rule=rule, status="not_applicable", message=message)


def _prerequisites(rule: Rule, finding: Finding, before: Sequence[Outcome]) -> tuple[Outcome, ...]:
    names = {FOUNDATION, *rule.requires}
    return tuple(o for o in before if o.rule in names and o.requirement in {None, finding.requirement})


def _inherited(finding: Finding, prerequisites: Sequence[Outcome]) -> Finding:
    """Return what was not found with the doubt of what it rests on: what was seen stays seen."""
    if any(o.status == "not_met" and o.requirement is not None for o in prerequisites):
        return replace(finding, status="not_applicable")
    cause = next((o for o in prerequisites if o.status == "to_verify"), None)
    if cause is None:
        return finding
    because = both(
        f"{finding.message.fr} ; à vérifier, car : {cause.message.fr}",
        f"{finding.message.en}; to verify, because: {cause.message.en}",
    )
    message = finding.message if finding.unseen else because
    return replace(finding, status="to_verify", message=message, doubt_from=cause.doubt_from or cause.rule)


def _waived(outcome: Outcome, given: Sequence[Waiver]) -> Outcome:
    waiver = waiver_for(outcome, given)
    return outcome if waiver is None else outcome.model_copy(update={"waived_by": waiver})


def _outcome(rule: Rule, finding: Finding) -> Outcome:
    open_point = finding.status in {"not_met", "to_verify"}
    return Outcome(
        rule=rule.name,
        requirement=finding.requirement,
        status=finding.status,
        message=finding.message,
        remedy=(finding.remedy or rule.page.remedy) if open_point else None,
        clause=finding.clause,
        evidence=finding.evidence,
        doubt_from=finding.doubt_from,
        sealed=rule.sealed,
    )
