"""What a grid holds, before it is written in any format."""

import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass

from ami_cli.models.assessment import Assessment, Document, Evidence
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Evaluator
from ami_cli.models.selection import Selection
from ami_cli.selection.criteria import Leaf, technical
from ami_cli.selection.evidence import evidence
from ami_cli.selection.needs import Eliminatory, eliminatory
from ami_cli.selection.opening import readable


@dataclass(frozen=True)
class Frame:
    """What every grid of a list asks: the same candidates, needs and criteria for all evaluators."""

    call: Call
    stage: Stage
    applications: tuple[str, ...]
    needs: tuple[Eliminatory, ...]
    criteria: tuple[Leaf, ...]
    list_digest: str

    @property
    def scored(self) -> bool:
        """Return whether evaluators give marks, and not grounds."""
        return selection_of(self.call, self.stage).mode == "scored"

    @property
    def partial(self) -> bool:
        """Return whether the call lets evaluators leave marks and answers out."""
        return selection_of(self.call, self.stage).partial_scores


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

    frame: Frame
    evaluator: Evaluator
    entries: tuple[Entry, ...]
    language: str

    @property
    def call(self) -> Call:
        """Return the call."""
        return self.frame.call

    @property
    def criteria(self) -> tuple[Leaf, ...]:
        """Return the criteria that evaluators mark."""
        return self.frame.criteria


def selection_of(call: Call, stage: Stage) -> Selection:
    """Return how the call says it chooses at a stage."""
    return call.award if stage == "proposal" and call.award is not None else call.selection


def candidates(assessments: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """Return those whose application is complete, waived findings included, in order of their id."""
    return tuple(sorted((a for a in assessments if a.verdict == "complete"), key=lambda a: a.application.id))


def frame(call: Call, stage: Stage, assessments: Sequence[Assessment]) -> Frame:
    """Return what grids ask about the complete applications of a stage."""
    names = tuple(assessment.application.id for assessment in candidates(assessments))
    needs, criteria = eliminatory(call), technical(selection_of(call, stage))
    return Frame(call, stage, names, needs, criteria, _digest(call, stage, names, needs, criteria))


def _digest(call: Call, stage: Stage, names: Sequence[str], needs: Sequence[Eliminatory], criteria: Sequence[Leaf]) -> str:
    """Return the SHA-256 of what a grid is made for: the call, the candidates, the needs, the criteria, weights and scales."""
    asked = [(need.id, need.need.root) for need in needs]
    marked = [(leaf.id, str(leaf.weight), leaf.scale.model_dump(mode="json")) for leaf in criteria]
    content = json.dumps([call.id, stage, sorted(names), asked, marked], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def plan(asked: Frame, assessments: Sequence[Assessment], evaluator: Evaluator, language: str) -> GridPlan:
    """Return the grid of one evaluator.

    The order of the candidates is drawn from the evaluator's name and the list, so that it is the same at every run,
    differs from one evaluator to the next, and favours nobody.
    """
    entries = entries_of(asked, assessments)
    return GridPlan(asked, evaluator, shuffled(entries, asked, evaluator), language)


def entries_of(asked: Frame, assessments: Sequence[Assessment]) -> tuple[Entry, ...]:
    """Return the candidates in order of their id, each with its evidence."""
    selection = selection_of(asked.call, asked.stage)
    return tuple(_entry(one, asked.criteria, readable(selection, one.documents)) for one in candidates(assessments))


def shuffled(entries: Sequence[Entry], asked: Frame, evaluator: Evaluator) -> tuple[Entry, ...]:
    """Return the entries in the order of one evaluator."""
    order = list(entries)
    random.Random(f"{asked.list_digest}\n{evaluator.name}").shuffle(order)  # noqa: S311 - a reading order, not a secret
    return tuple(order)


def _entry(assessment: Assessment, criteria: Sequence[Leaf], documents: Sequence[Document]) -> Entry:
    return Entry(
        application=assessment.application.id,
        applicant=assessment.application.applicant or assessment.application.id,
        waived=any(outcome.waived_by is not None for outcome in assessment.outcomes),
        evidence={leaf.id: evidence(leaf.criterion, documents) for leaf in criteria},
    )
