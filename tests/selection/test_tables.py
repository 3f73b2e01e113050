from decimal import Decimal

from ami_cli.models.assessment import Assessment
from ami_cli.models.call import Call
from ami_cli.models.evaluation import Grid, Grounds, Judgement, Mark
from ami_cli.selection import Judged, choose
from ami_cli.selection.tables import candidate_sheet, comparison, long_list, shortlist_table


def grid(evaluator: str, **marks: int) -> Grid:
    judgements = tuple(
        Judgement(application=name, marks={c: Mark(value=Decimal(mark), comment=f"{c}!") for c in ("experience", "method")})
        for name, mark in marks.items()
    )
    return Grid(call="a-call", stage="interest", evaluator=evaluator, list_digest="0", judgements=judgements, source=evaluator)


def test_the_comparison_of_scores_has_candidates_in_columns(scored_call: Call, assessments: tuple[Assessment, ...]) -> None:
    choice = choose(
        scored_call, assessments, Judged(grids=(grid("Ana", **{"01-ana": 5, "02-bo": 3}), grid("Bo", **{"01-ana": 3, "02-bo": 3})))
    )
    made = comparison(choice, "en")
    assert [column.title for column in made.columns] == ["Criterion (weight)", "01-Ana", "02-Bo"]
    assert made.rows == (
        ("Experience (60.00 %)", Decimal("80.00"), Decimal("60.00")),
        ("Method (40.00 %)", Decimal("80.00"), Decimal("60.00")),
        ("Mean", Decimal("80.00"), Decimal("60.00")),
        ("Median", Decimal("80.00"), Decimal("60.00")),
        ("Spread between evaluators", Decimal("40.00"), Decimal("0.00")),
        ("Rank", 1, 2),
        ("Decision", "shortlisted", "shortlisted"),
    )


def test_the_comparison_of_grounds_quotes_them(reasoned_call: Call, assessments: tuple[Assessment, ...]) -> None:
    grounds = Grounds.model_validate({"grounds": [{"application": "01-ana", "retained": True, "ground": "Clair."}]})
    made = comparison(choose(reasoned_call, assessments, Judged(grounds=grounds)), "fr")
    assert made.rows == (("Motifs", "Clair.", None), ("Décision", "retenue", "à décider"))


def test_the_shortlist_has_a_row_for_every_application(reasoned_call: Call, assessments: tuple[Assessment, ...]) -> None:
    made = shortlist_table(choose(reasoned_call, assessments).shortlist, "fr")
    assert [row[:3] for row in made.rows] == [
        ("01-ana", "01-Ana", "retenue"),
        ("02-bo", "02-Bo", "retenue"),
        ("03-cy", "03-Cy", "incomplète"),
    ]


def test_the_long_list_has_every_verdict(assessments: tuple[Assessment, ...]) -> None:
    assert [row[3] for row in long_list(assessments, "en").rows] == ["complete", "complete", "incomplete"]


def test_a_candidate_sheet_says_who_gave_what_and_why(scored_call: Call, assessments: tuple[Assessment, ...]) -> None:
    choice = choose(scored_call, assessments, Judged(grids=(grid("Ana", **{"01-ana": 5, "02-bo": 3}),)))
    sheet = candidate_sheet(choice, "01-ana", "en")
    assert [row[:4] for row in sheet.rows[1:]] == [
        ("Ana", "Experience", Decimal(5), "experience!"),
        ("Ana", "Method", Decimal(5), "method!"),
    ]
    assert sheet.rows[0][:3] == ("Decision", None, "shortlisted")
