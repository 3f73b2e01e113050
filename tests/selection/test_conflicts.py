import pytest

from ami_cli.models.application import ReceivedFile
from ami_cli.models.assessment import Assessment, Document
from ami_cli.models.evaluation import Evaluator
from ami_cli.models.facts import DocumentFacts, Page, Part
from ami_cli.selection.conflicts import questions
from tests.selection.conftest import an_assessment


def saying(text: str, *, email: str | None = None, firm: str | None = None) -> Assessment:
    facts = DocumentFacts(sha256="0" * 64, bytes=1, media_type="application/pdf", readable=True, texts=(Page(number=1, text=text),))
    file = ReceivedFile(path="cv.pdf", name="cv.pdf", sha256="0" * 64, bytes=1)
    document = Document(file=file, facts=facts, kind="cv", confidence=1, parts=(Part(kind="cv", confidence=1),))
    return an_assessment("01-ana", email=email, firm=firm).model_copy(update={"documents": (document,)})


@pytest.mark.parametrize(
    ("evaluator", "assessment", "expected"),
    [
        (
            Evaluator(name="Léa Roy", email="lea@rivages.example"),
            saying("", email="Contact@Rivages.example"),
            "same domain (rivages.example)",
        ),
        (Evaluator(name="Léa Roy", email="lea@gmail.com"), saying("", email="ana@gmail.com"), None),
        (
            Evaluator(name="Léa Roy", employer="Cabinet Rivages"),
            saying("", firm="CABINET  RIVAGES"),
            "same employer (Cabinet Rivages)",
        ),
        (Evaluator(name="Léa Roy", employer="Cabinet Rivages"), saying("", firm="Cabinet Marées"), None),
        (Evaluator(name="Léa Roy"), saying("Références :\n- Mme ROY Léa, directrice"), "The name of Léa Roy stands in"),
        (Evaluator(name="Léa Roy"), saying("Léa Martin, et M. Roy"), None),
        (Evaluator(name="Léa"), saying("Léa Martin"), None),
    ],
)
def test_possible_conflicts_are_asked_about(evaluator: Evaluator, assessment: Assessment, expected: str | None) -> None:
    found = [question.question.en for question in questions([evaluator], [assessment])]
    assert ([] if expected is None else [expected]) == [expected for sentence in found if expected is None or expected in sentence]


def test_a_name_is_shown_where_it_stands() -> None:
    (question,) = questions([Evaluator(name="Léa Roy")], [saying("Page\n  Contact : Léa ROY  \n")])
    assert [(item.document, item.page, item.quote) for item in question.evidence] == [("cv.pdf", 1, "Contact : Léa ROY")]
