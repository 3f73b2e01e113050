from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from ami_cli.models.application import Application
from ami_cli.models.assessment import Assessment, Verdict
from ami_cli.models.call import Call

TWO = ("fr", "en")
SCALE = {
    "least": 0,
    "most": 5,
    "levels": [
        {"value": value, "label": {"fr": label, "en": word}}
        for value, label, word in [(0, "nul", "none"), (3, "bon", "good"), (5, "excellent", "excellent")]
    ],
}
CRITERIA = [
    {
        "id": "experience",
        "label": {"fr": "Expérience", "en": "Experience"},
        "weight": 60,
        "scale": SCALE,
        "look_for": ["references"],
    },
    {"id": "method", "label": {"fr": "Méthode", "en": "Method"}, "weight": 40},
]


def text(words: str) -> dict[str, str]:
    return {"fr": words, "en": words}


def a_call(**selection: Any) -> Call:
    document = {"id": "cv", "kind": "cv", "stage": "interest"}
    content = {
        "version": 1,
        "id": "a-call",
        "languages": ["fr", "en"],
        "organisation": "org",
        "title": {"fr": "Un appel", "en": "A call"},
        "mission": {"kind": "study", "context": text("x"), "objective": text("x"), "deliverables": [text("x")]},
        "budget": {"ceiling": 15000},
        "calendar": {"timezone": "Europe/Paris", "milestones": [{"id": "interest", "kind": "deadline", "at": "2025-08-31T12:00"}]},
        "application": {"documents": [document], "channels": {"accepted": [{"email": "a@b.example"}]}},
        "selection": {"shortlist_max": 2, **selection},
    }
    return Call.model_validate(content, context={"languages": TWO})


@pytest.fixture
def scored_call() -> Call:
    return a_call(mode="scored", criteria=CRITERIA)


@pytest.fixture
def reasoned_call() -> Call:
    return a_call(mode="reasoned")


def an_assessment(name: str, verdict: Verdict = "complete", **application: Any) -> Assessment:
    return Assessment(
        call="a-call",
        stage="interest",
        application=Application(id=name, path=name, applicant=name.title(), **application),
        on_time=True,
        received_at=datetime(2025, 8, 30, 10, tzinfo=UTC),
        verdict=verdict,
        documents=(),
        outcomes=(),
    )


@pytest.fixture
def assessments() -> tuple[Assessment, ...]:
    return (an_assessment("01-ana"), an_assessment("02-bo"), an_assessment("03-cy", "incomplete"))


MakeCall = Callable[..., Call]
