"""What people settled, laid over what the rules say."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ami_cli import rules
from ami_cli.models.assessment import Assessment, Outcome, verdict
from ami_cli.models.settlement import Settlement, Settlements
from tests.rules.made_up import assess, case, cv, letter

LONG = (cv(pages=4), letter())
NOON = datetime(2025, 9, 2, 12, tzinfo=UTC)


def said(rule: str, result: str, requirement: str | None = None, **more: Any) -> Settlement:
    base = {"when": NOON, "who": "A. Roy", "application": "01", "stage": "interest", "reason": "page 2"}
    return Settlement.model_validate({**base, "rule": rule, "requirement": requirement, "result": result, **more})


def found(assessment: Assessment, rule: str, requirement: str | None) -> Outcome:
    (one,) = [o for o in assessment.outcomes if (o.rule, o.requirement) == (rule, requirement)]
    return one


def test_a_person_who_counted_the_pages_prevails_over_the_machine() -> None:
    before = assess(case(*LONG))
    after = rules.settle(before, [said("too-many-pages", "met", "cv")])
    point = found(after, "too-many-pages", "cv")
    assert (before.verdict, after.verdict, point.status, point.waived_by) == ("incomplete", "complete", "met", None)
    assert point.message.en == "verified by a person: page 2"
    assert point.verified_by is not None
    assert point.verified_by.model_dump() == {"who": "A. Roy", "when": NOON, "reason": "page 2", "before": "not_met"}
    assert point.evidence == found(before, "too-many-pages", "cv").evidence


def test_a_person_may_find_missing_what_the_machine_took_for_there() -> None:
    before = assess(case(cv(), letter()))
    after = rules.settle(before, [said("availability-not-stated", "not_met", "letter")])
    point = found(after, "availability-not-stated", "letter")
    assert (before.verdict, after.verdict, point.status) == ("complete", "incomplete", "not_met")
    assert point.message == next(page.title for page in rules.PAGES if page.name == "availability-not-stated")


def test_a_point_set_aside_is_a_waiver() -> None:
    after = rules.settle(assess(case(*LONG)), [said("too-many-pages", "waived", "cv")])
    waiver = found(after, "too-many-pages", "cv").waived_by
    assert waiver is not None
    assert (after.verdict, waiver.reason, waiver.who, waiver.when) == ("complete", "page 2", "A. Roy", "2025-09-02")


def test_what_the_rule_already_finds_met_is_left_to_the_rule() -> None:
    before = assess(case(cv(), letter()))
    assert rules.settle(before, [said("too-many-pages", "met", "cv"), said("too-many-pages", "waived")]) == before


def test_once_the_files_have_changed_somebody_has_to_look_again() -> None:
    before = assess(case(*LONG))
    same = rules.settle(before, [said("too-many-pages", "met", "cv", files=before.application.files_digest)])
    other = rules.settle(before, [said("too-many-pages", "met", "cv", files="0" * 64)])
    assert (same.verdict, same.remarks) == ("complete", before.remarks)
    assert (other.verdict, other.outcomes) == ("incomplete", before.outcomes)
    assert other.remarks[-1].en == "too-many-pages: the files have changed since A. Roy settled it; look at them again (ami settle)"


def test_an_unknown_rule_is_told() -> None:
    after = rules.settle(assess(case(*LONG)), [said("too-many-page", "met")])
    assert [remark.en for remark in after.remarks] == ["point settled without effect: there is no rule “too-many-page”"]


def test_the_last_word_on_a_point_holds_and_other_applications_and_stages_have_their_own() -> None:
    first, last = said("too-many-pages", "met", "cv"), said("too-many-pages", "not_met", "cv", reason="counted again")
    other, later = said("x", "met", application="02"), said("x", "met", stage="proposal")
    held = Settlements(settled=(first, other, later, last))
    assert (held.about("01", "interest"), held.about("02", "interest"), held.about("01", "proposal")) == (
        (last,),
        (other,),
        (later,),
    )


RULES = sorted(page.name for page in rules.PAGES)


@pytest.fixture(scope="module")
def examined() -> Assessment:
    return assess(case(cv(pages=4), letter(stated=())))


@given(
    entries=st.lists(
        st.builds(
            said,
            st.sampled_from(RULES),
            st.sampled_from(["met", "not_met", "waived"]),
            st.sampled_from([None, "cv", "letter", "?"]),
        )
    )
)
def test_whatever_is_settled_only_that_changes_and_the_verdict_follows(entries: list[Settlement], examined: Assessment) -> None:
    after = rules.settle(examined, entries)
    about = {entry.rule for entry in entries}
    assert [(o.rule, o.requirement) for o in after.outcomes] == [(o.rule, o.requirement) for o in examined.outcomes]
    changed = {new.rule for new, old in zip(after.outcomes, examined.outcomes, strict=True) if new != old}
    assert changed <= about
    assert after.verdict == verdict(after.outcomes)
    assert all(new.verified_by or new.waived_by for new, old in zip(after.outcomes, examined.outcomes, strict=True) if new != old)
