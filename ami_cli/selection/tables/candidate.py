"""One candidate on one sheet: the decision, every ground, mark and comment, then what was found and where to see it."""

from collections.abc import Iterator

from ami_cli.models.assessment import Assessment, Evidence
from ami_cli.models.evaluation import Ground, Judgement
from ami_cli.models.table import Cell, Column, Table, table
from ami_cli.models.terms import DECISIONS, STATUSES
from ami_cli.selection.criteria import leaves
from ami_cli.selection.draw_up import Choice
from ami_cli.selection.needs import eliminatory
from ami_cli.selection.tables import words

Row = tuple[Cell, ...]
MOST = 8
"""Places shown for one finding; ami check shows all of them."""


def candidate_sheet(choice: Choice, application: str, language: str) -> Table:
    """Return what was found in the application, and what people judged of it; a KeyError for an unknown application."""
    assessment = {one.application.id: one for one in choice.assessments}[application]
    columns = [
        Column(title=words.SAID_BY.of(language), width=22),
        Column(title=words.POINT.of(language), width=40),
        Column(title=words.MARK.of(language), width=14),
        Column(title=words.COMMENT.of(language), width=60),
        Column(title=words.WHERE.of(language), width=50),
    ]
    rows = [
        *_decision(choice, application, language),
        *_grounds(choice.judged.written.get(application), choice, language),
        *_marks(choice, application, language),
        *_findings(assessment, language),
    ]
    return table(assessment.application.applicant or application, columns, rows, language)


def _decision(choice: Choice, application: str, language: str) -> Iterator[Row]:
    for one in choice.shortlist.candidates:
        if one.application == application:
            reasons = "\n".join(reason.of(language) for reason in one.reasons)
            yield words.DECISION.of(language), None, DECISIONS[one.decision].of(language), reasons, None


def _findings(assessment: Assessment, language: str) -> Iterator[Row]:
    for outcome in assessment.outcomes:
        if outcome.status == "not_applicable":
            continue
        waiver = outcome.waived_by
        colon = words.COLON.of(language)
        said = f"{words.WAIVERS.of(language)}{colon}{waiver.who}, {waiver.when}{colon}{waiver.reason}" if waiver else None
        if outcome.verified_by is not None:
            by = outcome.verified_by
            said = f"{words.VERIFIED.of(language)}{colon}{by.who}, {by.when:%Y-%m-%d}{colon}{by.reason}"
        status = STATUSES[outcome.status].of(language)
        yield words.FINDINGS.of(language), outcome.message.of(language), status, said, _where(outcome.evidence)


def _where(evidence: tuple[Evidence, ...]) -> str:
    parts = ((item.document, f"p. {item.page}" if item.page else item.place, item.quote) for item in evidence[:MOST])
    more = ("…",) if len(evidence) > MOST else ()
    return "\n".join((*(" · ".join(part for part in item if part) for item in parts), *more))


def _marks(choice: Choice, application: str, language: str) -> Iterator[Row]:
    for grid in choice.judged.grids:
        for judgement in grid.judgements:
            if judgement.application == application:
                yield from _of_one(grid.evaluator, judgement, choice, language)


def _of_one(evaluator: str, judgement: Judgement, choice: Choice, language: str) -> Iterator[Row]:
    if not judgement.counts:
        why = words.CONFLICT if judgement.conflict else words.ABSTENTION
        yield evaluator, why.of(language), None, judgement.reason, None
        return
    for need in eliminatory(choice.call):
        if need.id in judgement.needs:
            answer = STATUSES["met" if judgement.needs[need.id] else "not_met"].of(language)
            yield evaluator, need.need.any_of(language), answer, None, None
    for leaf in leaves(choice.selection):
        label, mark = leaf.criterion.label.any_of(language), judgement.marks.get(leaf.id)
        if mark is not None:
            yield evaluator, label, mark.value, mark.comment, None
        if leaf.id in judgement.grounds:
            yield evaluator, label, None, judgement.grounds[leaf.id], None
    whole = "\n".join(text for text in (judgement.ground, judgement.comment) if text)
    proposed = None if judgement.retained is None else words.PROPOSED[judgement.retained].of(language)
    if whole or proposed:
        yield evaluator, words.GENERAL.of(language), proposed, whole or None, None


def _grounds(ground: Ground | None, choice: Choice, language: str) -> Iterator[Row]:
    if ground is None:
        return
    yield words.COMMITTEE.of(language), words.REASONS.of(language), None, ground.ground.any_of(language), None
    for leaf in leaves(choice.selection):
        text = ground.criteria.get(leaf.id)
        if text is not None:
            yield words.COMMITTEE.of(language), leaf.criterion.label.any_of(language), None, text.any_of(language), None
