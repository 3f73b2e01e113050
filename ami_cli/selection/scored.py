"""Scored mode: marks → scores → thresholds → the line, with what the result depends on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ami_cli.models.assessment import Assessment
from ami_cli.models.evaluation import Grid
from ami_cli.models.selection import Selection
from ami_cli.models.shortlist import Candidate, Decision
from ami_cli.models.text import Words
from ami_cli.selection import wording
from ami_cli.selection.criteria import leaves
from ami_cli.selection.cut import Cut, cut
from ami_cli.selection.scoring import Score, ranks, score, shares
from ami_cli.selection.sentences import solidity
from ami_cli.selection.standing import excluded, undecided
from ami_cli.selection.thresholds import failures


@dataclass(frozen=True)
class Result:
    """Everything the tables and minutes need of a scored selection."""

    scores: Mapping[str, Score]
    failures: Mapping[str, tuple[Words, ...]]
    line: Cut
    ranks: Mapping[str, int]
    solidity: Mapping[str, Words]


def evaluate(selection: Selection, assessments: Sequence[Assessment], grids: Sequence[Grid], places: int | None) -> Result:
    """Return scores, thresholds not reached, ranks and the line for the complete applications."""
    criteria = leaves(selection)
    weights = {leaf.id: leaf.weight for leaf in criteria}
    complete = {a.application.id: a for a in assessments if a.verdict == "complete"}
    given = {name: marks for name, marks in shares(grids, criteria).items() if name in complete}
    scores = {name: found for name, marks in given.items() if (found := score(name, marks, weights))}
    failed = {name: missed for name, one in scores.items() if (missed := failures(one, selection, criteria))}
    received = {name: assessment.received_at for name, assessment in complete.items()}
    passing = {name: one.mean for name, one in scores.items() if name not in failed}
    seats = len(passing) if places is None else places
    line = cut(passing, seats, selection.tie, received)
    in_run = {name: given[name] for name in passing}

    def above(means: Mapping[str, Fraction]) -> frozenset[str]:
        return frozenset(cut(means, seats, selection.tie, received).above)

    return Result(scores, failed, line, ranks(passing), solidity(in_run, criteria, line, above))


def decide(
    selection: Selection, assessments: Sequence[Assessment], result: Result | None
) -> tuple[tuple[Candidate, ...], tuple[Words, ...]]:
    """Return the candidates and the remarks on the list; without a result nobody has been marked yet."""
    if result is None:
        return tuple(_waiting(a) for a in assessments), (wording.NO_GRIDS,)
    return tuple(_candidate(a, result, selection) for a in assessments), ()


def _waiting(assessment: Assessment) -> Candidate:
    if assessment.verdict == "incomplete":
        return excluded(assessment)
    return undecided(assessment, wording.NOT_MARKED if assessment.verdict == "complete" else wording.VERIFY_FIRST)


def _candidate(assessment: Assessment, result: Result, selection: Selection) -> Candidate:
    name = assessment.application.id
    if name not in result.scores:
        return _waiting(assessment)
    if name in result.failures:
        return _placed(assessment, result, "not_retained", result.failures[name])
    reasons = tuple(_reasons(name, result, selection))
    if name in result.line.undecided:
        return _placed(assessment, result, "undecided", reasons)
    return _placed(assessment, result, "shortlisted" if name in result.line.above else "reserve", reasons)


def _placed(assessment: Assessment, result: Result, decision: Decision, reasons: tuple[Words, ...]) -> Candidate:
    name = assessment.application.id
    return Candidate(
        application=name,
        applicant=assessment.application.applicant,
        decision=decision,
        rank=result.ranks.get(name),
        score=Decimal(wording.percent(result.scores[name].mean, "en")),
        reasons=reasons,
    )


def _reasons(name: str, result: Result, selection: Selection) -> Iterator[Words]:
    yield wording.ranked(result.ranks[name], result.scores[name].mean)
    if name in result.line.undecided:
        yield wording.TIE_UNDECIDED
    elif name in result.line.tied:
        yield wording.TIED[selection.tie]
    if name in result.solidity:
        yield result.solidity[name]
