from tests.rules.made_up import assess, both, call, case, cv, letter, outcome

WAIVER = {"rule": "too-many-pages", "requirement": "cv", "reason": "CV bilingue", "who": "A. Roy", "when": "2025-09-02"}
LONG = (cv(pages=4), letter())


def test_a_waived_finding_counts_as_met_and_stays_visible() -> None:
    found = outcome(case(*LONG, waivers=[WAIVER]), "too-many-pages", "cv")
    assert found.status == "not_met"
    assert found.waived_by is not None
    assert found.waived_by.reason == "CV bilingue"
    assert assess(case(*LONG)).verdict == "incomplete"
    assert assess(case(*LONG, waivers=[WAIVER])).verdict == "complete"


def test_a_waiver_for_one_requirement_leaves_the_others() -> None:
    elsewhere = WAIVER | {"requirement": "letter"}
    assert outcome(case(*LONG, waivers=[elsewhere]), "too-many-pages", "cv").waived_by is None


def test_a_waiver_of_the_call_holds_for_everyone() -> None:
    asked = call(waived={"too-many-pages": {"fr": "limite levée", "en": "limit lifted"}})
    found = outcome(case(*LONG, of=asked), "too-many-pages", "cv")
    assert found.waived_by is not None
    assert (found.waived_by.reason, found.waived_by.who) == ("limite levée", "maison")
    assert assess(case(*LONG, of=asked)).verdict == "complete"


def test_what_is_met_is_not_waived() -> None:
    assert outcome(case(waivers=[WAIVER]), "too-many-pages", "cv").waived_by is None


def test_a_waiver_for_no_rule_is_reported_with_the_likely_name() -> None:
    examined = assess(case(*LONG, waivers=[WAIVER | {"rule": "too-many-page"}]))
    assert examined.verdict == "incomplete"
    assert [remark.fr for remark in examined.remarks] == [
        "dérogation sans effet : la règle « too-many-page » n’existe pas ; vouliez-vous dire « too-many-pages » ?"
    ]


def test_a_waiver_for_no_requirement_is_reported() -> None:
    examined = assess(case(waivers=[WAIVER | {"requirement": "cvs"}]))
    assert [remark.en for remark in examined.remarks] == [
        "waiver without effect: the rule “too-many-pages” looks at nothing called “cvs”"
    ]


def test_an_unknown_rule_waived_by_the_call_is_reported_too() -> None:
    examined = assess(case(of=call(waived={"no-such-rule": both("parce que")})))
    assert len(examined.remarks) == 1
