"""A scored result → what is said of each candidate."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ami_cli.errors import SourceError
from ami_cli.models.assessment import Assessment
from ami_cli.models.evaluation import Ground
from ami_cli.models.selection import Selection
from ami_cli.models.shortlist import Candidate, Decision
from ami_cli.models.text import Words
from ami_cli.selection import wording
from ami_cli.selection.judged import Judged
from ami_cli.selection.priced import priced
from ami_cli.selection.scored import Result
from ami_cli.selection.standing import excluded, undecided


def decide(
    selection: Selection, assessments: Sequence[Assessment], judged: Judged, result: Result | None
) -> tuple[tuple[Candidate, ...], tuple[Words, ...]]:
    """Return the candidates and the remarks on the list; without a result nobody has been marked yet.

    Raises:
        SourceError: the committee's grounds contradict the marks.
    """
    if result is None:
        return tuple(_waiting(a, wording.NOT_MARKED_YET) for a in assessments), (wording.NO_GRIDS,)
    candidates = tuple(_candidate(assessment, result, selection, judged) for assessment in assessments)
    _check(candidates, judged.written)
    return candidates, (wording.unpriced(result.unpriced),) if result.unpriced else ()


def _waiting(assessment: Assessment, why: Words) -> Candidate:
    if assessment.verdict == "incomplete":
        return excluded(assessment)
    return undecided(assessment, why if assessment.verdict == "complete" else wording.VERIFY_FIRST)


def _candidate(assessment: Assessment, result: Result, selection: Selection, judged: Judged) -> Candidate:
    name = assessment.application.id
    if name not in result.scores:
        return _waiting(assessment, wording.NOT_MARKED_YET if judged.awaited else wording.NOT_MARKED)
    ground = judged.written.get(name)
    reasons = (*_reasons(assessment, result, selection), *(_said(ground) if ground else ()))
    if judged.awaited:
        return _placed(assessment, result, "undecided", (wording.PROVISIONAL, *reasons))
    return _placed(assessment, result, _decision(name, result), reasons)


def _decision(name: str, result: Result) -> Decision:
    if name in result.failures:
        return "not_retained"
    if result.unpriced or name in result.split or name in result.line.undecided:
        return "undecided"
    return "shortlisted" if name in result.line.above else "reserve"


def _placed(assessment: Assessment, result: Result, decision: Decision, reasons: tuple[Words, ...]) -> Candidate:
    name = assessment.application.id
    total = result.totals.get(name, result.scores[name].mean)
    return Candidate(
        application=name,
        applicant=assessment.application.applicant,
        decision=decision,
        rank=result.ranks.get(name),
        score=Decimal(wording.percent(total, "en")),
        reasons=reasons,
    )


def _reasons(assessment: Assessment, result: Result, selection: Selection) -> Iterator[Words]:
    name = assessment.application.id
    yield from result.failures.get(name, ())
    if name in result.ranks and name not in result.failures:
        yield wording.ranked(result.ranks[name], result.totals[name])
    if name in result.financial:
        yield wording.parts(result.scores[name].mean, result.financial[name])
        if assessment.price is not None:
            yield priced(assessment.price)
    yield from result.split.get(name, ())
    if result.unpriced and name not in result.failures:
        yield wording.PRICE_AWAITED if name in result.unpriced else wording.OTHER_PRICES
    elif name in result.line.tied:
        yield wording.TIE_UNDECIDED if name in result.line.undecided else wording.TIED[selection.tie]
    elif name in result.line.undecided and name not in result.split:
        yield wording.depends(sorted(result.split))
    if name in result.solidity:
        yield result.solidity[name]


def _said(ground: Ground) -> Iterator[Words]:
    for text in (ground.ground, *ground.criteria.values()):
        yield Words(fr=text.any_of("fr"), en=text.any_of("en"))


def _check(candidates: Sequence[Candidate], written: Mapping[str, Ground]) -> None:
    """Refuse grounds that contradict the marks: in a scored call the published criteria decide."""
    decided = {candidate.application: candidate.decision for candidate in candidates}
    mistakes = [
        wording.unknown(name) if name not in decided else wording.against_marks(name)
        for name, ground in sorted(written.items())
        if name not in decided or _contradicts(ground, decided[name])
    ]
    if mistakes:
        raise SourceError(
            fr="\n".join(f"grounds.yaml : {mistake.fr}" for mistake in mistakes),
            en="\n".join(f"grounds.yaml: {mistake.en}" for mistake in mistakes),
            remedy_fr="dans un appel noté, les motifs ne tranchent que ce que les notes laissent ouvert : "
            "corrigez evaluations/<appel>/grounds.yaml, ou faites corriger les grilles par leurs évaluateurs",
            remedy_en="in a scored call, grounds settle only what the marks leave open: "
            "put evaluations/<call>/grounds.yaml right, or have the evaluators correct their grids",
        )


def _contradicts(ground: Ground, decision: Decision) -> bool:
    if ground.retained:
        return decision in {"reserve", "not_retained", "excluded"}
    return decision == "shortlisted"
