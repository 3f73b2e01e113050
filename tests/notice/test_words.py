"""What the templates make of values at their edges."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from ami_cli import notice
from ami_cli.models.calendar import Milestone
from ami_cli.models.requirement import Channel, Channels, Limits
from tests.conftest import setting
from tests.notice import reading
from tests.notice.test_changes import changed

NANTES = setting("capitalisation-mna-nantes")
BRAND = notice.Brand(folders=NANTES.templates)
TWO = (Channel(email="a@example.org", subjects=("S",)), Channel(email="b@example.org"))
MIDNIGHT = datetime(2028, 2, 29, 0, 0)  # noqa: DTZ001  a local time of the call


def told(path: str, value: Any, language: str, kind: notice.Kind = "notice") -> str:
    """Return the words of a document where one field of the call is another."""
    tree = notice.in_one(replace(NANTES, call=changed(path, value)), notice.Document(kind), language)
    return reading.words(notice.write(tree, "txt", BRAND), "txt")


@pytest.mark.parametrize(
    ("path", "value", "language", "said"),
    [
        ("countries", (), "fr", "Lieux de la mission : Nantes Mission"),
        ("countries", ("FR",), "fr", "Lieux de la mission : Nantes, France Mission"),
        ("mission.effort_days", (10, 10), "fr", "Le travail est estimé à 10 jours."),
        ("mission.effort_days", (1, 1), "en", "The work is estimated at 1 day."),
        ("mission.effort_days", (10, 15), "fr", "Le travail est estimé entre 10 et 15 jours."),
        ("application.documents.0.max_pages", 1, "fr", "Curriculum vitae (CV) à jour de plus d’une (1) page"),
        ("application.channels", Channels(rule="all", accepted=TWO), "fr", "Et aussi : par courriel à b@example.org"),
        ("application.channels", Channels(rule="any", accepted=TWO), "en", "Or send: by e-mail to b@example.org"),
        ("application.channels", Channels(rule="any", accepted=TWO), "en", "One of these channels is enough."),
        ("application.limits", Limits(max_megabytes=9), "fr", "L’ensemble pèse au plus 9 Mo."),
        ("application.limits", Limits(max_slides=1), "en", "The whole has at most one (1) slide."),
        ("application.limits", Limits(max_files=4), "fr", "[ ] Au plus quatre (4) fichiers"),
        ("calendar.milestones.0.at", MIDNIGHT, "fr", "mardi 29 février 2028 à 0 h 00, en début de journée (heure de Paris, UTC+1)"),
        (
            "calendar.milestones.0.at",
            MIDNIGHT,
            "en",
            "29 February 2028 at 00:00, at the start of the day (Paris time, UTC+1)",
        ),
        ("calendar.milestones.0.label", None, "fr", "- Date limite pour manifester son intérêt : dimanche 31 août"),
        ("calendar.milestones.1.label", None, "en", "- Deadline to submit the proposal: Sunday 28 September"),
        ("calendar.milestones.2.label", None, "fr", "- Démarrage souhaité de la mission : lundi 13 octobre 2025"),
        ("calendar.milestones.3.label", None, "en", "- Desired date: Friday 17 October 2025"),
    ],
)
def test_each_value_is_said_in_a_sentence(path: str, value: Any, language: str, said: str) -> None:
    assert said in told(path, value, language)


def test_one_channel_needs_no_word_on_how_many_are_enough() -> None:
    alone = Channels(rule="any", accepted=TWO[:1])
    assert "is enough" not in told("application.channels", alone, "en")


@pytest.mark.parametrize(
    ("rule", "said"),
    [("only", "Aucune proposition envoyée par une autre voie"), ("all", "par toutes ces voies"), ("any", "Une seule de ces voies")],
)
def test_the_terms_of_reference_say_by_which_channels(rule: str, said: str) -> None:
    channels = Channels.model_validate({"rule": rule, "accepted": TWO})
    assert said in told("application.channels", channels, "fr", "tor")


def events(**calendar: Any) -> list[tuple[str, str, bool]]:
    milestones = tuple(Milestone.model_validate(value) for value in calendar["milestones"])
    call = changed("calendar.milestones", milestones)
    summary = notice.in_one(replace(NANTES, call=call), notice.Document(), "fr").summary
    assert summary.closing is not None
    assert summary.closing.id == "interest"
    return [(found.id, found.at.isoformat(), found.whole_day) for found in summary.deadlines]


def test_a_deadline_that_is_only_a_day_is_in_the_calendar_too() -> None:
    interest = {"id": "interest", "kind": "deadline", "at": date(2028, 3, 1)}
    proposal = {"id": "proposal", "kind": "deadline", "at": date(2028, 4, 1), "hour": "end-of-day"}
    asked = {"id": "asked", "kind": "questions", "at": datetime(2028, 2, 9, 18)}  # noqa: DTZ001  a local time of the call
    assert events(milestones=[interest, proposal, asked]) == [
        ("asked", "2028-02-09T18:00:00+01:00", False),
        ("interest", "2028-03-01T23:59:59+01:00", True),
        ("proposal", "2028-04-01T23:59:59+02:00", False),
    ]
