"""Assessments → JSON, whole or one application a line: the contract with other programs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic_core import to_json

from ami_cli.models.assessment import Assessment
from ami_cli.models.cure import Unequal
from ami_cli.reports.inspected import inspected

NONE: Mapping[str, Sequence[Unequal]] = MappingProxyType({})


def as_json(assessments: Sequence[Assessment], unequal: Mapping[str, Sequence[Unequal]] = NONE) -> str:
    """Return one object for the call; where there are several calls, a list of them in the order of their names."""
    calls = sorted({assessment.call for assessment in assessments})
    objects = [_call(call, [one for one in assessments if one.call == call], unequal.get(call, ())) for call in calls]
    return to_json(objects[0] if len(objects) == 1 else objects, indent=2).decode() + "\n"


def as_jsonl(assessments: Sequence[Assessment]) -> str:
    """Return one application a line, each with its call."""
    lines = ({"call": assessment.call, **application_object(assessment)} for assessment in assessments)
    return "".join(to_json(line).decode() + "\n" for line in lines)


def _call(call: str, assessments: Sequence[Assessment], unequal: Sequence[Unequal]) -> dict[str, Any]:
    counts = Counter(assessment.verdict for assessment in assessments)
    return {
        "call": call,
        "applications": [application_object(assessment) for assessment in assessments],
        "summary": {verdict: counts[verdict] for verdict in ("complete", "incomplete", "to_verify")},
        "unequal": [unequal_object(one) for one in unequal],
    }


def unequal_object(unequal: Unequal) -> dict[str, Any]:
    """Return the object that stands for a tolerance that was not given to all."""
    return {**unequal.model_dump(mode="json"), "message": unequal.words.model_dump()}


def application_object(assessment: Assessment) -> dict[str, Any]:
    """Return the object that stands for one application; `to_json` writes what is still a model in it."""
    application, received = assessment.application, assessment.received_at
    return {
        "id": application.id,
        "path": application.path,
        "applicant": application.applicant,
        "received_at": received.isoformat() if received else None,
        "on_time": assessment.on_time,
        "verdict": assessment.verdict,
        "documents": [inspected(document) for document in assessment.documents],
        "outcomes": assessment.outcomes,
        "price": assessment.price.model_dump(mode="json") if assessment.price else None,
        "stage": assessment.stage,
        "remarks": [remark.model_dump() for remark in assessment.remarks],
    }
