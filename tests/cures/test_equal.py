from datetime import UTC, datetime
from typing import Literal

from ami_cli.cures import offers, unequal
from ami_cli.models.application import Application, Waiver
from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.cure import CureEntry, Unequal
from ami_cli.models.text import Words

WHEN = datetime(2025, 9, 3, 10, tzinfo=UTC)
WAIVER = Waiver(rule="any", reason="retard du serveur", who="la directrice", when="2025-09-02")


def outcome(
    rule: str, status: Literal["met", "not_met", "to_verify"] = "not_met", *, waived: bool = False, requirement: str | None = None
) -> Outcome:
    message = Words(fr=rule, en=rule)
    return Outcome(rule=rule, requirement=requirement, status=status, message=message, waived_by=WAIVER if waived else None)


def assessment(name: str, *outcomes: Outcome) -> Assessment:
    late = any(one.rule == "received-late" and one.status == "not_met" for one in outcomes)
    return Assessment(
        call="x",
        stage="interest",
        application=Application(id=name, path=name),
        on_time=not late,
        received_at=None,
        verdict="incomplete",
        documents=(),
        outcomes=outcomes,
    )


def test_a_waiver_given_to_one_is_asked_for_the_others_with_the_same_finding() -> None:
    found = unequal(
        [
            assessment("1", outcome("too-many-pages", requirement="cv", waived=True)),
            assessment("2", outcome("too-many-pages", requirement="cv")),
            assessment("3", outcome("too-many-pages", requirement="letter")),
            assessment("4", outcome("too-many-pages", "to_verify", requirement="cv")),
        ]
    )
    assert found == (Unequal(tolerance="waiver", rule="too-many-pages", requirement="cv", given=("1",), not_given=("2",)),)


def test_a_late_arrival_accepted_from_one_is_said() -> None:
    found = unequal([assessment("1", outcome("received-late", waived=True)), assessment("2", outcome("received-late"))])
    assert [(one.tolerance, one.given, one.not_given) for one in found] == [("late", ("1",), ("2",))]
    assert "arrivée tardive acceptée" in found[0].words.fr


def test_a_waiver_for_all_is_equal() -> None:
    assert unequal([assessment(name, outcome("too-heavy", waived=True)) for name in "12"]) == ()


def period(*assessments: Assessment) -> CureEntry:
    return CureEntry(
        what="opened", when=WHEN, stage="interest", until=WHEN, offers=offers(assessments, lambda _, o: o.status == "not_met")
    )


def test_a_cure_is_offered_to_everybody_with_the_finding_but_not_to_who_came_late() -> None:
    missing = outcome("missing-document", requirement="letter")
    everybody = [assessment("1", missing), assessment("2", missing), assessment("3", missing, outcome("received-late"))]
    made = period(*everybody)
    assert [offer.application for offer in made.offers] == ["1", "2"]
    assert unequal(everybody, [made]) == ()


def test_whoever_has_the_finding_and_was_not_asked_is_named() -> None:
    missing = outcome("missing-document", requirement="letter")
    found = unequal([assessment("1", missing), assessment("2", missing)], [period(assessment("1", missing))])
    assert found == (Unequal(tolerance="cure", rule="missing-document", requirement="letter", given=("1",), not_given=("2",)),)
