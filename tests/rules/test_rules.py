from pathlib import Path

import ami_cli.rules
from ami_cli.rules import PAGES, RULES
from tests.rules.made_up import NO_FILE, assess, case, cv, letter, outcome, unreadable


def test_no_rule_is_forgotten() -> None:
    folder = Path(ami_cli.rules.__file__).parent
    modules = {path.stem.replace("_", "-") for path in folder.glob("*.py") if path.stem != "__init__"}
    assert len(modules) >= 12
    assert modules == {rule.name for rule in RULES}
    assert len(RULES) == len(modules)


def test_every_rule_stands_after_those_it_requires() -> None:
    names = [rule.name for rule in RULES]
    for place, rule in enumerate(RULES):
        assert set(rule.requires) <= set(names[:place])


def test_every_page_is_about_applications_and_differs_by_language() -> None:
    assert {page.about for page in PAGES} == {"application"}
    for page in PAGES:
        for words in (page.checks, page.why, page.remedy):
            assert words.fr != words.en


def test_a_complete_application_is_complete() -> None:
    examined = assess(case())
    assert [(o.rule, o.message.fr) for o in examined.outcomes if o.status in {"not_met", "to_verify"}] == []
    assert examined.verdict == "complete"
    assert examined.on_time is True


def test_every_rule_says_something_of_every_application() -> None:
    for examined in (case(), NO_FILE):
        assert {one.rule for one in assess(examined).outcomes} == {rule.name for rule in RULES}


def test_an_empty_application_misses_each_required_document_once() -> None:
    examined = assess(NO_FILE)
    missing = [(o.requirement, o.status) for o in examined.outcomes if o.rule == "missing-document"]
    assert missing == [("cv", "not_met"), ("letter", "not_met")]
    assert examined.verdict == "incomplete"
    assert {o.status for o in examined.outcomes if o.requirement and o.rule != "missing-document"} == {"not_applicable"}


def test_inherited_doubt_says_where_it_comes_from() -> None:
    examined = assess(case(cv(), unreadable("files/x.pdf")))
    doubt = {(o.rule, o.requirement): o.doubt_from for o in examined.outcomes if o.status == "to_verify"}
    assert doubt == {
        ("unreadable-document", None): None,
        ("missing-document", "letter"): None,
        ("too-many-pages", "letter"): "missing-document",
        ("similar-missions-not-stated", "letter"): "unreadable-document",
        ("too-few-references", "letter"): "unreadable-document",
        ("availability-not-stated", "letter"): "unreadable-document",
    }


def test_doubt_that_weakens_a_finding_is_said_in_it() -> None:
    examined = case(cv(), letter(statements=()), unreadable("files/x.pdf"))
    assert outcome(examined, "availability-not-stated", "letter").message.fr == (
        "non indiqué : les dates de disponibilité ; à vérifier, car : "
        "à ouvrir par une personne : « files/x.pdf » (protégé par un mot de passe)"
    )
