"""Criteria in rows, candidates in columns: what was judged, on one page."""

from collections.abc import Sequence
from fractions import Fraction

from ami_cli.models.evaluation import Grounds
from ami_cli.models.shortlist import Candidate
from ami_cli.models.table import Cell, Column, Table, table
from ami_cli.selection.criteria import Leaf, leaves
from ami_cli.selection.draw_up import Choice
from ami_cli.selection.scored import Result
from ami_cli.selection.tables import words
from ami_cli.selection.wording import percent

JUDGED = ("shortlisted", "reserve", "not_retained", "undecided")


def comparison(choice: Choice, language: str) -> Table:
    """Return the comparison of the candidates that were judged; incomplete applications are left to the long list."""
    judged = [candidate for candidate in choice.shortlist.candidates if candidate.decision in JUDGED]
    criteria = leaves(choice.selection)
    columns = [Column(title=words.CRITERION.of(language), width=34)]
    columns += [Column(title=candidate.applicant or candidate.application, width=18) for candidate in judged]
    if choice.result:
        rows = _scores(criteria, judged, choice.result, language)
    else:
        rows = _grounds(criteria, judged, choice.judged.grounds, language)
    rows.append([words.DECISION.of(language), *(words.DECISIONS[candidate.decision].of(language) for candidate in judged)])
    return table(f"{words.COMPARISON.of(language)} — {choice.call.title.any_of(language)}", columns, rows, language)


def _scores(criteria: Sequence[Leaf], judged: Sequence[Candidate], result: Result, language: str) -> list[list[Cell]]:
    found = [result.scores.get(candidate.application) for candidate in judged]
    rows: list[list[Cell]] = []
    for leaf in criteria:
        label = f"{leaf.criterion.label.any_of(language)} ({percent(leaf.weight, language)} %)"
        rows.append([label, *(_shown(score.by_criterion.get(leaf.id) if score else None, language) for score in found)])
    rows.append([words.MEAN.of(language), *(_shown(score.mean if score else None, language) for score in found)])
    rows.append([words.MEDIAN.of(language), *(_shown(score.median if score else None, language) for score in found)])
    rows.append([words.SPREAD.of(language), *(_shown(score.spread if score else None, language) for score in found)])
    rows.append([words.RANK.of(language), *(candidate.rank for candidate in judged)])
    return rows


def _grounds(criteria: Sequence[Leaf], judged: Sequence[Candidate], grounds: Grounds | None, language: str) -> list[list[Cell]]:
    written = {ground.application: ground for ground in grounds.grounds} if grounds else {}
    rows: list[list[Cell]] = []
    for leaf in criteria:
        texts = [written[c.application].criteria.get(leaf.id) if c.application in written else None for c in judged]
        rows.append([leaf.criterion.label.any_of(language), *(text.any_of(language) if text else None for text in texts)])
    reasons = [written[c.application].ground.any_of(language) if c.application in written else None for c in judged]
    rows.append([words.REASONS.of(language), *reasons])
    return rows


def _shown(share: Fraction | None, language: str) -> str | None:
    return None if share is None else percent(share, language)
