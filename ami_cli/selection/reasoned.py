"""Reasoned mode: the committee writes a ground for each candidate; nothing is ever put in an order it did not write."""

from collections.abc import Iterator, Sequence

from ami_cli.errors import SourceError
from ami_cli.models.assessment import Assessment
from ami_cli.models.evaluation import Ground, Grounds
from ami_cli.models.shortlist import Candidate
from ami_cli.models.text import Text, Words
from ami_cli.selection import wording
from ami_cli.selection.standing import excluded, undecided


def decide(
    assessments: Sequence[Assessment], grounds: Grounds | None, places: int | None
) -> tuple[tuple[Candidate, ...], tuple[Words, ...]]:
    """Return the candidates and what is to be remarked of the whole list.

    Without grounds, complete applications are shortlisted only where every application that may still be complete
    has a place; otherwise nobody is.
    """
    written = {ground.application: ground for ground in grounds.grounds} if grounds else {}
    if not written:
        return _without_grounds(assessments, places)
    _check(written, assessments, places)
    return tuple(_decided(assessment, written.get(assessment.application.id)) for assessment in assessments), ()


def _without_grounds(assessments: Sequence[Assessment], places: int | None) -> tuple[tuple[Candidate, ...], tuple[Words, ...]]:
    possible = [a for a in assessments if a.verdict != "incomplete"]
    enough = places is None or len(possible) <= places
    reason = wording.AS_MANY_PLACES if enough else wording.NO_GROUND
    candidates = tuple(_by_verdict(a, reason, enough=enough) for a in assessments)
    return candidates, () if enough else (wording.NO_GROUNDS,)


def _by_verdict(assessment: Assessment, reason: Words, *, enough: bool) -> Candidate:
    if assessment.verdict == "incomplete":
        return excluded(assessment)
    if assessment.verdict == "to_verify":
        return undecided(assessment, wording.VERIFY_FIRST)
    return _candidate(assessment, (reason,), shortlisted=True) if enough else undecided(assessment, reason)


def _decided(assessment: Assessment, ground: Ground | None) -> Candidate:
    if assessment.verdict == "incomplete":
        return excluded(assessment)
    if ground is None:
        return undecided(assessment, wording.NO_GROUND if assessment.verdict == "complete" else wording.VERIFY_FIRST)
    reasons = (_words(ground.ground), *(_words(text) for text in ground.criteria.values()))
    if ground.retained and assessment.verdict == "to_verify":
        return undecided(assessment, wording.VERIFY_FIRST, *reasons)
    return _candidate(assessment, reasons, shortlisted=ground.retained, reserve=ground.reserve)


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


def _check(written: dict[str, Ground], assessments: Sequence[Assessment], places: int | None) -> None:
    mistakes = tuple(_mistakes(written, {a.application.id: a for a in assessments}, places))
    if mistakes:
        raise SourceError(
            fr="\n".join(f"grounds.yaml : {mistake.fr}" for mistake in mistakes),
            en="\n".join(f"grounds.yaml: {mistake.en}" for mistake in mistakes),
            remedy_fr="corrigez evaluations/<appel>/grounds.yaml, puis relancez",
            remedy_en="put evaluations/<call>/grounds.yaml right, then run again",
        )


def _mistakes(written: dict[str, Ground], known: dict[str, Assessment], places: int | None) -> Iterator[Words]:
    for name in sorted(written.keys() - known.keys()):
        yield Words(fr=f"dossier inconnu : « {name} »", en=f"unknown application: “{name}”")
    retained = sorted(name for name, ground in written.items() if ground.retained)
    for name in retained:
        if name in known and known[name].verdict == "incomplete":
            yield Words(
                fr=f"« {name} » est retenu alors que son dossier est incomplet : accordez d’abord une dérogation motivée",
                en=f"“{name}” is retained although the application is incomplete: record a waiver with its reason first",
            )
        if written[name].reserve:
            yield Words(fr=f"« {name} » est à la fois retenu et en réserve", en=f"“{name}” is both retained and in reserve")
    if places is not None and len(retained) > places:
        yield Words(
            fr=f"{len(retained)} dossiers retenus pour {places} places",
            en=f"{len(retained)} applications retained for {places} places",
        )
    places_taken = [ground.reserve for ground in written.values() if ground.reserve]
    if len(set(places_taken)) < len(places_taken):
        yield Words(fr="deux dossiers ont la même place en réserve", en="two applications have the same place in the reserve")
