"""Reasoned mode: the committee writes a ground for each candidate; nothing is ever put in an order it did not write."""

from collections.abc import Iterator, Mapping, Sequence

from ami_cli.errors import SourceError
from ami_cli.models.assessment import Assessment
from ami_cli.models.evaluation import Ground
from ami_cli.models.shortlist import Candidate
from ami_cli.models.text import Text, Words
from ami_cli.selection import wording
from ami_cli.selection.needs import Stances
from ami_cli.selection.standing import excluded, undecided


def decide(
    assessments: Sequence[Assessment], grounds: Mapping[str, Ground], places: int | None, stances: Stances
) -> tuple[tuple[Candidate, ...], tuple[Words, ...]]:
    """Return the candidates and what is to be remarked of the whole list.

    Without grounds, complete applications are shortlisted only where every application that may still be complete
    has a place; otherwise nobody is. Evaluators propose; only an eliminatory need that none of them finds met decides.
    """
    if not grounds:
        return _without_grounds(assessments, places, stances)
    _check(grounds, assessments, places, stances)
    return tuple(_decided(assessment, grounds.get(assessment.application.id), stances) for assessment in assessments), ()


def _without_grounds(
    assessments: Sequence[Assessment], places: int | None, stances: Stances
) -> tuple[tuple[Candidate, ...], tuple[Words, ...]]:
    possible = [a for a in assessments if a.verdict != "incomplete" and a.application.id not in stances.barred]
    enough = places is None or len(possible) <= places
    reason = wording.AS_MANY_PLACES if enough else wording.NO_GROUND
    candidates = tuple(_by_verdict(a, reason, stances, enough=enough) for a in assessments)
    return candidates, () if enough else (wording.NO_GROUNDS,)


def _by_verdict(assessment: Assessment, reason: Words, stances: Stances, *, enough: bool) -> Candidate:
    early = _before_grounds(assessment, stances)
    if early is not None:
        return early
    if assessment.verdict == "to_verify":
        return undecided(assessment, wording.VERIFY_FIRST)
    return _candidate(assessment, (reason,), shortlisted=True) if enough else undecided(assessment, reason)


def _before_grounds(assessment: Assessment, stances: Stances) -> Candidate | None:
    """Return the candidate where it needs no ground, or where the committee has to settle a need first."""
    name = assessment.application.id
    if assessment.verdict == "incomplete":
        return excluded(assessment)
    if name in stances.barred:
        return _candidate(assessment, stances.barred[name], shortlisted=False)
    return undecided(assessment, *stances.split[name]) if name in stances.split else None


def _decided(assessment: Assessment, ground: Ground | None, stances: Stances) -> Candidate:
    if assessment.verdict == "incomplete":
        return excluded(assessment)
    if ground is None:
        reason = wording.NO_GROUND if assessment.verdict == "complete" else wording.VERIFY_FIRST
        return _before_grounds(assessment, stances) or undecided(assessment, reason)
    reasons = (_words(ground.ground), *(_words(text) for text in ground.criteria.values()))
    if ground.retained and assessment.verdict == "to_verify":
        return undecided(assessment, wording.VERIFY_FIRST, *reasons)
    barred = stances.barred.get(assessment.application.id, ())
    return _candidate(assessment, (*barred, *reasons), shortlisted=ground.retained, reserve=ground.reserve)


def _candidate(assessment: Assessment, reasons: tuple[Words, ...], *, shortlisted: bool, reserve: int | None = None) -> Candidate:
    return Candidate(
        application=assessment.application.id,
        applicant=assessment.application.applicant,
        decision="shortlisted" if shortlisted else "reserve" if reserve else "not_retained",
        rank=None if shortlisted else reserve,
        reasons=reasons,
    )


def _words(text: Text) -> Words:
    return Words(fr=text.any_of("fr"), en=text.any_of("en"))


def _check(written: Mapping[str, Ground], assessments: Sequence[Assessment], places: int | None, stances: Stances) -> None:
    known = {assessment.application.id: assessment for assessment in assessments}
    mistakes = (*_mistakes(written, known, stances), *_over_all(written, places))
    if mistakes:
        raise SourceError(
            fr="\n".join(f"grounds.yaml : {mistake.fr}" for mistake in mistakes),
            en="\n".join(f"grounds.yaml: {mistake.en}" for mistake in mistakes),
            remedy_fr="corrigez evaluations/<appel>/grounds.yaml, puis relancez",
            remedy_en="put evaluations/<call>/grounds.yaml right, then run again",
        )


def _mistakes(written: Mapping[str, Ground], known: Mapping[str, Assessment], stances: Stances) -> Iterator[Words]:
    for name in sorted(written.keys() - known.keys()):
        yield wording.unknown(name)
    for name in sorted(name for name, ground in written.items() if ground.retained):
        if name in known and known[name].verdict == "incomplete":
            yield Words(
                fr=f"« {name} » est retenu alors que son dossier est incomplet : accordez d’abord une dérogation motivée",
                en=f"“{name}” is retained although the application is incomplete: record a waiver with its reason first",
            )
        if name in stances.barred:
            yield Words(
                fr=f"« {name} » est retenu alors qu’un besoin éliminatoire n’est pas rempli, selon tous les évaluateurs",
                en=f"“{name}” is retained although an eliminatory need is not met, all evaluators say",
            )
        if written[name].reserve:
            yield Words(fr=f"« {name} » est à la fois retenu et en réserve", en=f"“{name}” is both retained and in reserve")


def _over_all(written: Mapping[str, Ground], places: int | None) -> Iterator[Words]:
    retained = sum(ground.retained for ground in written.values())
    if places is not None and retained > places:
        yield Words(
            fr=f"{retained} dossiers retenus pour {places} places",
            en=f"{retained} applications retained for {places} places",
        )
    places_taken = [ground.reserve for ground in written.values() if ground.reserve]
    if len(set(places_taken)) < len(places_taken):
        yield Words(fr="deux dossiers ont la même place en réserve", en="two applications have the same place in the reserve")
