"""One candidate: every mark, comment, ground and piece of evidence."""

from collections.abc import Iterator, Sequence

from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.evaluation import Ground, Judgement
from ami_cli.models.table import Cell, Column, Table, table
from ami_cli.selection.criteria import Leaf, leaves
from ami_cli.selection.draw_up import Choice
from ami_cli.selection.tables import words


def candidate_sheet(choice: Choice, application: str, language: str) -> tuple[Table, Table]:
    """Return what was found in the application, and what people judged of it; a KeyError for an unknown application."""
    assessment = {one.application.id: one for one in choice.assessments}[application]
    grounds = choice.judged.grounds.grounds if choice.judged.grounds else ()
    ground = next((one for one in grounds if one.application == application), None)
    return _findings(assessment, language), _judgements(assessment, choice, ground, language)


def _findings(assessment: Assessment, language: str) -> Table:
    columns = [
        Column(title=words.VERDICT.of(language), width=14),
        Column(title=words.FINDINGS.of(language), width=60),
        Column(title=words.WHERE.of(language), width=60),
    ]
    rows = [[words.STATUSES[o.status].of(language), o.message.of(language), _where(o)] for o in assessment.outcomes]
    return table(assessment.application.applicant or assessment.application.id, columns, rows, language)


def _where(outcome: Outcome) -> str:
    return "\n".join(
        " · ".join(part for part in (item.document, f"p. {item.page}" if item.page else None, item.quote) if part)
        for item in outcome.evidence
    )


def _judgements(assessment: Assessment, choice: Choice, ground: Ground | None, language: str) -> Table:
    columns = [
        Column(title=words.EVALUATOR.of(language), width=24),
        Column(title=words.CRITERION.of(language), width=36),
        Column(title=words.MARK.of(language), align="right", width=8),
        Column(title=words.COMMENT.of(language), width=70),
    ]
    rows: list[Sequence[Cell]] = []
    criteria = leaves(choice.selection)
    for grid in choice.judged.grids:
        for judgement in grid.judgements:
            if judgement.application == assessment.application.id:
                rows += _of_one(grid.evaluator, judgement, criteria, language)
    if ground is not None:
        rows.append([None, words.REASONS.of(language), None, ground.ground.any_of(language)])
        rows += [
            [None, leaf.criterion.label.any_of(language), None, text.any_of(language)]
            for leaf in criteria
            if (text := ground.criteria.get(leaf.id))
        ]
    return table(assessment.application.applicant or assessment.application.id, columns, rows, language)


def _of_one(evaluator: str, judgement: Judgement, criteria: Sequence[Leaf], language: str) -> Iterator[Sequence[Cell]]:
    if not judgement.counts:
        why = words.CONFLICT if judgement.conflict else words.ABSTENTION
        yield [evaluator, why.of(language), None, judgement.reason]
        return
    for leaf in criteria:
        label, mark = leaf.criterion.label.any_of(language), judgement.marks.get(leaf.id)
        if mark is not None:
            yield [evaluator, label, mark.value, mark.comment]
        if leaf.id in judgement.grounds:
            yield [evaluator, label, None, judgement.grounds[leaf.id]]
    if judgement.ground or judgement.comment:
        yield [
            evaluator,
            words.GENERAL.of(language),
            None,
            "\n".join(text for text in (judgement.ground, judgement.comment) if text),
        ]
