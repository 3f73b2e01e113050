"""What holds for any application: order is nothing, doubt never rejects, more evidence never harms."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ami_cli.models.assessment import Document, Outcome, Status
from ami_cli.models.facts import Part, Stated
from ami_cli.models.requirement import DocumentKind
from tests.rules.made_up import (
    AVAILABLE,
    CV,
    LETTER,
    REFERENCES,
    SIMILAR,
    assess,
    call,
    case,
    cv,
    document,
    letter,
    stated,
    unreadable,
)

KINDS: tuple[DocumentKind, ...] = ("cv", "letter", "references", "other")
NAMES = ("Amina Diallo", "Luc Martin", None)
STATEMENTS: tuple[Stated, ...] = (
    SIMILAR,
    *REFERENCES,
    AVAILABLE,
    stated("reference", "d’autres encore", sure=False),
    stated("member", "Luc Martin, sociologue", value="Luc Martin"),
    stated("firm", "cabinet Horizon", value="Horizon"),
    stated("independent", "indépendante"),
    stated("link", "https://cloud.exemple/x"),
)
RANK: dict[Status, int] = {"not_met": 0, "to_verify": 1, "not_applicable": 2, "met": 2}
ASKED = call(CV | {"must_state": ["firm"]}, LETTER)

statements = st.lists(st.sampled_from(STATEMENTS), max_size=5, unique=True)
how_read = st.fixed_dictionaries(
    {},
    optional={
        "ocr": st.booleans(),
        "language": st.sampled_from(["fr", "en", "es", None]),
        "truncated": st.booleans(),
        "pages_basis": st.sampled_from(["counted", "converted", "declared", None]),
    },
)


@st.composite
def a_document(draw: st.DrawFn, place: int) -> Document:
    facts: dict[str, Any] = draw(how_read)
    path = f"files/{place}.pdf"
    form = draw(st.sampled_from(["plain", "plain", "closed", "merged"]))
    if form == "closed":
        return unreadable(path, draw(st.sampled_from(["encrypted", "no-text", "damaged"])))
    found, pages = draw(statements), draw(st.integers(1, 6))
    if form == "merged":
        parts = [
            Part(kind="letter", confidence=0.9, first_page=1, last_page=1, sure=draw(st.booleans())),
            Part(kind="cv", confidence=0.9, first_page=2, last_page=pages + 1, person=draw(st.sampled_from(NAMES))),
        ]
        return document(path, "letter", pages=pages + 1, parts=parts, statements=found, **facts)
    confidence = draw(st.sampled_from([0.3, 0.7, 0.95]))
    person = draw(st.sampled_from(NAMES))
    return document(
        path, draw(st.sampled_from(KINDS)), confidence=confidence, pages=pages, statements=found, person=person, **facts
    )


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    return [draw(a_document(place)) for place in range(draw(st.integers(0, 4)))]


def outcomes(every: Sequence[Document]) -> dict[tuple[str, str | None], Outcome]:
    examined = case(of=ASKED).model_copy(update={"documents": tuple(every)})
    return {(o.rule, o.requirement): o for o in assess(examined).outcomes}


@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_changes_nothing(every: list[Document], random: Any) -> None:
    shuffled = list(every)
    random.shuffle(shuffled)
    assert outcomes(shuffled) == outcomes(every)


@given(documents())
def test_each_rule_speaks_once_of_each_requirement(every: list[Document]) -> None:
    examined = assess(case(of=ASKED).model_copy(update={"documents": tuple(every)}))
    keys = [(o.rule, o.requirement) for o in examined.outcomes]
    assert len(keys) == len(set(keys))


@given(documents())
def test_a_file_that_cannot_be_read_never_makes_anything_worse_than_doubtful(every: list[Document]) -> None:
    before, after = outcomes(every), outcomes([*every, unreadable("files/zz.pdf")])
    worse = {key for key, o in after.items() if o.status == "not_met" and before[key].status != "not_met"}
    assert worse == set()


@given(documents())
def test_with_a_file_that_cannot_be_read_nothing_is_called_missing(every: list[Document]) -> None:
    after = outcomes([*every, unreadable("files/zz.pdf")])
    looked_for = {
        "missing-document",
        "too-few-references",
        "availability-not-stated",
        "similar-missions-not-stated",
        "firm-not-stated",
    }
    assert [key for key, o in after.items() if key[0] in looked_for and o.status == "not_met"] == []


@given(documents(), st.sampled_from(STATEMENTS))
def test_one_more_statement_in_a_letter_never_harms_what_letters_state(every: list[Document], more: Stated) -> None:
    base, richer = letter("files/zz.pdf", statements=()), letter("files/zz.pdf", statements=[more])
    before, after = outcomes([*every, base]), outcomes([*every, richer])
    prose = {"too-few-references", "availability-not-stated", "similar-missions-not-stated"}
    assert [key for key in after if key[0] in prose and RANK[after[key].status] < RANK[before[key].status]] == []


@given(documents())
def test_one_more_document_never_makes_a_document_missing(every: list[Document]) -> None:
    before = outcomes(every)
    for more in (cv("files/zz.pdf"), letter("files/zz.pdf"), document("files/zz.pdf", "other")):
        after = outcomes([*every, more])
        assert [k for k in after if k[0] == "missing-document" and RANK[after[k].status] < RANK[before[k].status]] == []


@given(documents())
@settings(max_examples=50)
def test_while_the_folder_has_a_mistake_nothing_is_not_met(every: list[Document]) -> None:
    wrong = case(of=ASKED, mistakes=[{"fr": "a", "en": "b"}], arrivals=[], received_at="2026-01-01T00:00:00+01:00")
    examined = assess(wrong.model_copy(update={"documents": tuple(every)}))
    assert [o.rule for o in examined.outcomes if o.status == "not_met"] == []
    assert examined.on_time is None


@given(documents())
def test_what_is_not_met_says_what_to_do_and_why_it_is_asked(every: list[Document]) -> None:
    for found in outcomes(every).values():
        if found.status == "not_met":
            assert found.remedy is not None
            assert found.clause is not None
