"""Assessments → a table for people: one line per application, its verdict, and what is missing."""

from collections.abc import Iterable, Sequence

from ami_cli.models.assessment import Assessment, Outcome, open_points
from ami_cli.models.table import Column, Table
from ami_cli.models.terms import VERDICTS
from ami_cli.models.text import Words

_TITLE = Words(fr="Examen des candidatures", en="Check of the applications")
_COLUMNS = (
    (Words(fr="Candidature", en="Application"), 24),
    (Words(fr="Candidat", en="Applicant"), 28),
    (Words(fr="Reçue le", en="Received"), 20),
    (Words(fr="Verdict", en="Verdict"), 12),
    (Words(fr="Ce qui manque", en="What is missing"), 48),
    (Words(fr="À vérifier", en="To verify"), 48),
    (Words(fr="Dérogations", en="Waivers"), 30),
)


def overview(assessments: Iterable[Assessment], language: str) -> Table:
    """Return the table, in the order of the assessments; remarks stand below it.

    What a rule only inherits from the doubt of another is said once, by the other.
    """
    rows: list[tuple[str | None, ...]] = []
    notes: list[str] = []
    for assessment in assessments:  # once: they may come one by one, too many to lie in memory together
        rows.append(_row(assessment, language))
        notes.extend(f"{assessment.application.id}: {remark.of(language)}" for remark in assessment.remarks)
    return Table(
        title=_TITLE.of(language),
        columns=tuple(Column(title=title.of(language), width=width) for title, width in _COLUMNS),
        rows=tuple(rows),
        notes=tuple(notes),
        language=language,
    )


def _row(assessment: Assessment, language: str) -> tuple[str | None, ...]:
    application, received = assessment.application, assessment.received_at
    return (
        application.id,
        application.applicant,
        received.isoformat(sep=" ", timespec="seconds") if received else None,
        VERDICTS[assessment.verdict].of(language),
        _messages(assessment, "not_met", language),
        _messages(assessment, "to_verify", language),
        _waived(assessment.outcomes, language),
    )


def _messages(assessment: Assessment, status: str, language: str) -> str | None:
    seen = (outcome for outcome in open_points(assessment.outcomes) if outcome.status == status)
    return "\n".join(outcome.message.of(language) for outcome in seen) or None


def _waived(outcomes: Sequence[Outcome], language: str) -> str | None:
    lines = (f"{o.message.of(language)} ({o.waived_by.reason})" for o in outcomes if o.waived_by is not None)
    return "\n".join(lines) or None
