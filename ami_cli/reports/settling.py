"""Assessments → the points that a person has to settle: what was found, and where to look."""

from collections.abc import Iterable, Iterator

from ami_cli.models.assessment import Assessment, Outcome, open_points
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words
from ami_cli.reports.brief import told

_TITLE = Words(fr="Points à trancher", en="Points to settle")
_COLUMNS = (
    Words(fr="Candidature", en="Application"),
    Words(fr="Point", en="Point"),
    Words(fr="À regarder", en="What to look at"),
)


def to_settle(assessments: Iterable[Assessment], language: str, *, unmet: bool = False) -> Table:
    """Return one row for each point that waits for a person; also those that are not met, where `unmet`."""
    rows = [
        (one.application.id, _point(outcome), "\n".join(told(outcome, language)))
        for one in assessments
        for outcome in _points(one, unmet=unmet)
    ]
    return table(_TITLE.of(language), [Column(title=words.of(language)) for words in _COLUMNS], rows, language)


def _points(assessment: Assessment, *, unmet: bool) -> Iterator[Outcome]:
    return (o for o in open_points(assessment.outcomes) if o.status == "to_verify" or unmet)


def _point(outcome: Outcome) -> str:
    return f"{outcome.rule}\n({outcome.requirement})" if outcome.requirement else outcome.rule
