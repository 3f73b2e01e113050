"""Who gets which letter, and what it tells: from the assessments and the decision, one applicant at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ami_cli.letters import findings
from ami_cli.letters.asking import CURABLE, can_be_cured
from ami_cli.letters.recipient import Recipient, languages
from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.calendar import Stage
from ami_cli.models.call import Call
from ami_cli.models.cure import CureEntry, Offer
from ami_cli.models.decision import DecisionEntry
from ami_cli.models.letter import Attachment
from ami_cli.models.requirement import Channel
from ami_cli.models.shortlist import Candidate, InHouse, Shortlist
from ami_cli.models.text import Words
from ami_cli.wording import dates
from ami_cli.wording.values import Plain


def cures(call: Call, assessments: Sequence[Assessment], period: CureEntry) -> tuple[Recipient, ...]:
    """Return those who may complete their application, with each point that is still open and its remedy."""
    found = []
    for assessment in assessments:
        points = _still_open(assessment, period.offer_to(assessment.application.id))
        if points:
            reason = ", ".join(dict.fromkeys(outcome.rule for outcome in points))
            found.append(_to(assessment, call, lambda lang, a=assessment, p=points: _points(call, a, p, period, lang), reason))
    return tuple(found)


def _still_open(assessment: Assessment, offer: Offer | None) -> tuple[Outcome, ...]:
    offered = {(point.rule, point.requirement) for point in offer.points} if offer else set()
    return tuple(o for o in assessment.outcomes if (o.rule, o.requirement) in offered and can_be_cured(assessment, o))


def invitations(
    call: Call, assessments: Sequence[Assessment], decision: DecisionEntry, terms: Mapping[str, Attachment]
) -> tuple[Recipient, ...]:
    """Return the shortlisted, with what they are asked for; `terms` are the terms of reference in each language."""
    return tuple(
        _to(
            assessment,
            call,
            lambda lang: _asked(call, attached=bool(terms), language=lang),
            "shortlisted",
            tuple(terms[lang] for lang in _languages(assessment, call) if lang in terms),
        )
        for assessment in _those(assessments, decision.shortlisted)
    )


def regrets(call: Call, assessments: Sequence[Assessment], decision: DecisionEntry, shortlist: Shortlist) -> tuple[Recipient, ...]:
    """Return those not retained and those whose application is incomplete, each with the reasons that concern them."""
    candidates = {candidate.application: candidate for candidate in shortlist.candidates}
    to = (
        _to(
            assessment,
            call,
            lambda lang, a=assessment, c=candidates[assessment.application.id]: _refused(call, a, c, lang),
            candidates[assessment.application.id].decision,
        )
        for assessment in _those(assessments, (*decision.not_retained, *decision.excluded))
    )
    return tuple(
        one if candidates[one.application].decision in {"not_retained", "excluded"} else replace(one, barred=DECIDED_OTHERWISE)
        for one in to
    )


DECIDED_OTHERWISE = Words(
    fr="la liste restreinte ne dit plus ce que dit la décision : ami shortlist montre pourquoi ; réglez-le, ou décidez de nouveau",
    en="the shortlist no longer says what the decision says: ami shortlist shows why; settle it, or decide again",
)


def reserves(call: Call, assessments: Sequence[Assessment], decision: DecisionEntry) -> tuple[Recipient, ...]:
    """Return those in reserve, each with its place."""
    place = {application: number for number, application in enumerate(decision.reserve, start=1)}
    return tuple(
        _to(
            assessment,
            call,
            lambda _lang, n=place[assessment.application.id]: {"place": n, "reasons": []},
            f"reserve {place[assessment.application.id]}",
        )
        for assessment in _those(assessments, decision.reserve)
    )


def everybody(call: Call, assessments: Sequence[Assessment], changes: Sequence[Words], stage: Stage) -> tuple[Recipient, ...]:
    """Return all applicants, with what has changed in the call."""
    return tuple(
        _to(
            assessment,
            call,
            lambda lang: {"changes": [Plain(change.of(lang)) for change in changes], "closing": call.calendar.deadline(stage)},
            "extension",
        )
        for assessment in assessments
    )


def _those(assessments: Sequence[Assessment], names: Sequence[str]) -> tuple[Assessment, ...]:
    by_name = {assessment.application.id: assessment for assessment in assessments}
    return tuple(by_name[name] for name in names if name in by_name)


def _to(assessment: Assessment, call: Call, telling: Any, reason: str, attachments: tuple[Attachment, ...] = ()) -> Recipient:
    application = assessment.application
    return Recipient(
        application=application.id,
        name=application.applicant,
        address=application.email,
        languages=_languages(assessment, call),
        telling=telling,
        reason=reason,
        attachments=attachments,
    )


def _languages(assessment: Assessment, call: Call) -> tuple[str, ...]:
    written = (document.facts.language for document in assessment.documents)
    return languages(assessment.application.language, written, call.languages)


def _points(call: Call, assessment: Assessment, points: Sequence[Outcome], period: CureEntry, language: str) -> dict[str, Any]:
    told = [
        {
            "message": Plain(findings.told(call, assessment, point, language)),
            "clause": Plain(asks) if (asks := findings.clause(call, point, language)) else None,
            "remedy": Plain(CURABLE[point.rule].of(language)),
        }
        for point in points
    ]
    return {
        "findings": told,
        "until": Plain(dates.moment_in(period.until, call.calendar.timezone, language)) if period.until else None,
        **_way_in(call, period.stage),
    }


def _asked(call: Call, *, attached: bool, language: str) -> dict[str, Any]:
    del language  # the templates name the documents themselves
    return {
        "asked": list(call.due_at("proposal")),
        "terms_attached": attached,
        "closing": call.calendar.deadline("proposal"),
        **_way_in(call, "proposal"),
    }


def _way_in(call: Call, stage: Stage) -> dict[str, Any]:
    channel = _channel(call, stage)
    return {"address": channel.email if channel else None, "subject": channel.subjects[0] if channel and channel.subjects else None}


def address_of(call: Call, stage: Stage) -> str | None:
    """Return the e-mail address that serves a stage, None where the call has none."""
    channel = _channel(call, stage)
    return channel.email if channel else None


def _channel(call: Call, stage: Stage) -> Channel | None:
    """Return the e-mail channel made for a stage, else one for every stage."""
    channels = [channel for channel in call.application.channels.accepted if channel.email and channel.stage in (None, stage)]
    return next((channel for channel in channels if channel.stage == stage), channels[0] if channels else None)


def _refused(call: Call, assessment: Assessment, candidate: Candidate, language: str) -> dict[str, Any]:
    """Return what the applicant is told: of an incomplete application its findings, else what the committee wrote."""
    if candidate.decision == "excluded":
        unmet = (o for o in assessment.outcomes if o.status == "not_met" and o.waived_by is None)
        reasons = [Plain(findings.told(call, assessment, one, language)) for one in unmet]
        return {"incomplete": True, "reasons": reasons}
    told = (reason.outside if isinstance(reason, InHouse) else reason for reason in candidate.reasons)
    return {
        "incomplete": False,
        "reasons": [Plain(reason.of(language)) for reason in told if reason is not None],
    }
