"""What a grid holds, before it is written in any format."""

import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Assessment, Evidence
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Evaluator
from ami_cli.models.selection import Selection
from ami_cli.selection.criteria import Leaf, leaves
from ami_cli.selection.evidence import evidence


@dataclass(frozen=True)
class Entry:
    """One candidate to judge, with what its documents hold for each criterion."""

    application: str
    applicant: str
    waived: bool
    evidence: dict[str, tuple[Evidence, ...]]


@dataclass(frozen=True)
class GridPlan:
    """One evaluator's grid: candidates in an order of their own, criteria in the order of the call."""

    call: Call
    stage: Stage
    evaluator: Evaluator
    criteria: tuple[Leaf, ...]
    entries: tuple[Entry, ...]
    list_digest: str
    language: str


def selection_of(call: Call, stage: Stage) -> Selection:
    """Return how the call says it chooses at a stage."""
    return call.award if stage == "proposal" and call.award is not None else call.selection


def candidates(assessments: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """Return those whose application is complete, waived findings included, in order of their id."""
    return tuple(sorted((a for a in assessments if a.verdict == "complete"), key=lambda a: a.application.id))


def list_digest(call: Call, stage: Stage, applications: Sequence[str]) -> str:
    """Return the SHA-256 of what a grid is made for: the call, the candidates, the criteria, their weights and scales."""
    criteria = [(leaf.id, str(leaf.weight), leaf.scale.model_dump(mode="json")) for leaf in leaves(selection_of(call, stage))]
    content = json.dumps([call.id, stage, sorted(applications), criteria], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def plan(call: Call, stage: Stage, assessments: Sequence[Assessment], evaluator: Evaluator, language: str) -> GridPlan:
    """Return the grid of one evaluator.

    The order of the candidates is drawn from the evaluator's name and the list, so that it is the same at every run,
    differs from one evaluator to the next, and favours nobody.
    """
    chosen = candidates(assessments)
    digest = list_digest(call, stage, [a.application.id for a in chosen])
    criteria = leaves(selection_of(call, stage))
    entries = [_entry(assessment, criteria) for assessment in chosen]
    random.Random(f"{digest}\n{evaluator.name}").shuffle(entries)  # noqa: S311 - a reading order, not a secret
    return GridPlan(call, stage, evaluator, criteria, tuple(entries), digest, language)


def _entry(assessment: Assessment, criteria: Sequence[Leaf]) -> Entry:
    return Entry(
        application=assessment.application.id,
        applicant=assessment.application.applicant or assessment.application.id,
        waived=any(outcome.waived_by is not None for outcome in assessment.outcomes),
        evidence={leaf.id: evidence(leaf.criterion, assessment.documents) for leaf in criteria},
    )
