"""The shortlist and the long list, one candidate a row."""

from collections.abc import Sequence

from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.shortlist import Shortlist
from ami_cli.models.table import Cell, Column, Table, table
from ami_cli.models.terms import DECISIONS, STATUSES, VERDICTS
from ami_cli.selection.tables import words


def shortlist_table(shortlist: Shortlist, language: str) -> Table:
    """Return the shortlist: decision, rank and score where there are any, and every reason."""
    ranked = any(candidate.rank for candidate in shortlist.candidates)
    scored = any(candidate.score is not None for candidate in shortlist.candidates)
    columns = [Column(title=words.APPLICATION.of(language), width=16), Column(title=words.CANDIDATE.of(language), width=24)]
    columns += [Column(title=words.DECISION.of(language), width=16)]
    columns += [Column(title=words.RANK.of(language), align="right", width=6)] if ranked else []
    columns += [Column(title=words.SCORE.of(language), align="right", width=10)] if scored else []
    columns += [Column(title=words.REASONS.of(language), width=70)]
    rows: list[list[Cell]] = []
    for one in shortlist.candidates:
        row: list[Cell] = [one.application, one.applicant, DECISIONS[one.decision].of(language)]
        row += [one.rank] if ranked else []
        row += [one.score] if scored else []
        rows.append([*row, "\n".join(reason.of(language) for reason in one.reasons)])
    made = table(f"{words.SHORTLIST.of(language)} — {shortlist.call}", columns, rows, language)
    return made.model_copy(update={"notes": tuple(remark.of(language) for remark in shortlist.remarks)})


def long_list(assessments: Sequence[Assessment], language: str) -> Table:
    """Return every application with its arrival, its verdict, what was found, what was waived or verified by a person, and why."""
    columns = [
        Column(title=words.APPLICATION.of(language), width=16),
        Column(title=words.CANDIDATE.of(language), width=24),
        Column(title=words.ARRIVAL.of(language), width=26),
        Column(title=words.VERDICT.of(language), width=12),
        Column(title=words.FINDINGS.of(language), width=70),
        Column(title=words.WAIVERS.of(language), width=40),
        Column(title=words.VERIFIED.of(language), width=40),
    ]
    rows = [_row(assessment, language) for assessment in sorted(assessments, key=lambda one: one.application.id)]
    return table(words.LONG_LIST.of(language), columns, rows, language)


def _row(assessment: Assessment, language: str) -> list[Cell]:
    open_findings = [o for o in assessment.outcomes if o.status in ("not_met", "to_verify") and o.waived_by is None]
    waived = [o for o in assessment.outcomes if o.waived_by is not None]
    seen = [o for o in assessment.outcomes if o.verified_by is not None]
    return [
        assessment.application.id,
        assessment.application.applicant,
        assessment.received_at.isoformat() if assessment.received_at else None,
        VERDICTS[assessment.verdict].of(language),
        "\n".join(outcome.message.of(language) for outcome in open_findings),
        "\n".join(_waived(outcome, language) for outcome in waived),
        "\n".join(verified(outcome, language) for outcome in seen),
    ]


def verified(outcome: Outcome, language: str) -> str:
    """Return which point a person settled, how, what they saw, who and when."""
    by, status = outcome.verified_by, STATUSES[outcome.status].of(language)
    told = f" ({by.reason}{words.SEMICOLON.of(language)}{by.who}, {by.when:%Y-%m-%d})" if by else ""
    return f"{outcome.rule}{words.COLON.of(language)}{status}{told}"


def _waived(outcome: Outcome, language: str) -> str:
    waiver = outcome.waived_by
    said = outcome.message.of(language)
    return said if waiver is None else f"{said} ({waiver.who}, {waiver.when}{words.COLON.of(language)}{waiver.reason})"
