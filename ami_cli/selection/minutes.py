"""What the committee's minutes say: plain facts in one language, for the template that words them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from ami_cli.models.assessment import Assessment, Outcome
from ami_cli.models.decision import DecisionEntry, Decisions
from ami_cli.models.evaluation import Committee, Judgement
from ami_cli.models.shortlist import Candidate, Decision
from ami_cli.models.terms import DECISIONS
from ami_cli.models.text import Words
from ami_cli.selection.conflicts import Question
from ami_cli.selection.criteria import leaves, technical_share
from ami_cli.selection.draw_up import Choice, places_of
from ami_cli.selection.tables import words
from ami_cli.selection.tables.listing import verified
from ami_cli.selection.wording import percent

NOTHING_DECLARED = Words(fr="aucun conflit d’intérêts", en="no conflict of interest")
NO_GRID = Words(fr="pas de grille rendue", en="no grid returned")


BLANK = "_" * 36
"""Where somebody signs."""


@dataclass(frozen=True)
class Member:
    """A member of the committee, and what this person declared."""

    name: str
    role: str
    declared: str


@dataclass(frozen=True)
class Line:
    """One candidate of a list: place, name, score, decision and why, each as it is printed; empty where there is none."""

    application: str
    name: str
    rank: str = ""
    score: str = ""
    decision: str = ""
    why: str = ""


@dataclass(frozen=True)
class Weight:
    """One criterion and its share of the whole."""

    label: str
    share: str


@dataclass(frozen=True)
class Digest:
    """A file that the decision rests on, and its SHA-256."""

    what: str
    sha256: str
    lines: int | None = None
    """How many lines from the first, where a file is added to and the decision rests on its beginning."""

    @property
    def in_groups(self) -> str:
        """Return the digest in groups of eight, as it can be compared by eye and fits a page."""
        return " ".join(self.sha256[place : place + 8] for place in range(0, len(self.sha256), 8))


@dataclass(frozen=True)
class Files:
    """What the minutes are written from beside the choice."""

    committee: Committee
    decisions: Decisions
    questions: tuple[Question, ...]
    digests: tuple[Digest, ...]


def minutes(choice: Choice, files: Files, language: str) -> dict[str, Any]:
    """Return what the template of the minutes can name."""
    zone = ZoneInfo(choice.call.calendar.timezone)
    entries = [_in(zone, one) for one in files.decisions.decisions if one.stage == choice.stage]
    entry = entries[-1] if entries else None
    received, places = choice.assessments, places_of(choice.call, choice.stage)
    return {
        "members": [*_members(choice, files.committee, language)],
        "possible_conflicts": [question.question.of(language) for question in files.questions],
        "received": len(received),
        "late": sum(assessment.on_time is False for assessment in received),
        "complete": sum(assessment.verdict == "complete" for assessment in received),
        "incomplete": [*_incomplete(received, language)],
        "to_verify": [_line(assessment) for assessment in received if assessment.verdict == "to_verify"],
        "verified": [*_verified(received, language)],
        "waivers": [*_waivers(received, language)],
        "places": places,
        "held_to": choice.shortlist.max if choice.shortlist.max != places else None,
        "later": choice.stage != choice.call.first_stage,
        "closing": choice.call.calendar.deadline(choice.stage),
        "scored": choice.result is not None,
        "criteria": [*_weights(choice, language)],
        "price_share": _price_share(choice, language),
        "relative": choice.selection.relative_to_best,
        "least": choice.selection.technical_threshold_percent,
        "ranking": [_candidate(one, language) for one in choice.shortlist.candidates if one.decision != "excluded"],
        "remarks": [remark.of(language) for remark in choice.shortlist.remarks],
        "decision": entry,
        "earlier": entries[:-1],
        "changed_since": entry is not None and not entry.same_choice(as_entry(choice, entry)),
        "digests": files.digests,
        "blank_date": BLANK[:12],
        "blank_name": BLANK,
        **_decided(choice, entry, language),
    }


def _weights(choice: Choice, language: str) -> Iterator[Weight]:
    """Give what each criterion weighs of the whole, the price last where it is no criterion of its own."""
    share, every = technical_share(choice.selection), leaves(choice.selection)
    apart = share < 1 and not any(leaf.financial for leaf in every)
    for leaf in every:
        yield Weight(leaf.criterion.label.any_of(language), percent(leaf.weight * (share if apart else 1), language))
    if apart:
        yield Weight(words.PRICE.of(language), percent(1 - share, language))


def _price_share(choice: Choice, language: str) -> str:
    """Return what the price weighs, empty where it weighs nothing."""
    share = 1 - technical_share(choice.selection)
    return percent(share, language) if share else ""


def _in(zone: ZoneInfo, entry: DecisionEntry) -> DecisionEntry:
    """Return a decision dated in the zone of the call: its day is the committee's."""
    return entry.model_copy(update={"when": entry.when.astimezone(zone)})


def as_entry(choice: Choice, like: DecisionEntry) -> DecisionEntry:
    """Return the choice as it stands now in the form of a decision, to compare it with one."""

    def those(wanted: Decision) -> tuple[str, ...]:
        return tuple(one.application for one in choice.shortlist.candidates if one.decision == wanted)

    places = {"shortlisted": those("shortlisted"), "reserve": those("reserve")}
    places |= {"not_retained": those("not_retained"), "excluded": those("excluded")}
    return like.model_copy(update=places)


def _decided(choice: Choice, entry: DecisionEntry | None, language: str) -> Mapping[str, list[Line]]:
    """Return who was decided on how: by the decision that was recorded, as it was recorded."""
    shown = {one.application: _candidate(one, language) for one in choice.shortlist.candidates}

    def those(names: Sequence[str]) -> list[Line]:
        return [shown.get(name, Line(name, name)) for name in names]

    if entry is None:
        return {"retained": [], "reserve": [], "not_retained": []}
    return {
        "retained": those(entry.shortlisted),
        "reserve": those(entry.reserve),
        "not_retained": those(entry.not_retained),
    }


def _members(choice: Choice, committee: Committee, language: str) -> Iterator[Member]:
    names = {one.application.id: one.application.applicant or one.application.id for one in choice.assessments}
    said = {grid.evaluator: grid.judgements for grid in choice.judged.grids}
    roles = {evaluator.name: evaluator.role or "" for evaluator in committee.evaluators}
    for name in sorted(roles.keys() | said.keys()):
        yield Member(name, roles.get(name, ""), _declared(said.get(name), names, language))


def _declared(judgements: Sequence[Judgement] | None, names: Mapping[str, str], language: str) -> str:
    if judgements is None:
        return NO_GRID.of(language)
    parts = [
        f"{(words.CONFLICT if one.conflict else words.ABSTENTION).of(language)}"
        f"{' : ' if language == 'fr' else ': '}{names.get(one.application, one.application)} ({one.reason})"
        for one in judgements
        if not one.counts
    ]
    return " ; ".join(parts) if parts else NOTHING_DECLARED.of(language)


def _line(assessment: Assessment, why: str = "") -> Line:
    application = assessment.application
    return Line(application.id, application.applicant or application.id, why=why)


def _incomplete(received: Sequence[Assessment], language: str) -> Iterator[Line]:
    for assessment in received:
        if assessment.verdict == "incomplete":
            unmet = [o.message.of(language) for o in assessment.outcomes if o.status == "not_met" and o.waived_by is None]
            yield _line(assessment, " ".join(unmet))


def _verified(received: Sequence[Assessment], language: str) -> Iterator[Line]:
    for assessment in received:
        for outcome in assessment.outcomes:
            if outcome.verified_by is not None:
                yield _line(assessment, verified(outcome, language))


def _waivers(received: Sequence[Assessment], language: str) -> Iterator[Line]:
    for assessment in received:
        for outcome in assessment.outcomes:
            if outcome.waived_by is not None:
                yield _line(assessment, _waived(outcome, language))


def _waived(outcome: Outcome, language: str) -> str:
    waiver = outcome.waived_by
    return outcome.message.of(language) + (
        f" ({waiver.who}, {waiver.when}{words.COLON.of(language)}{waiver.reason})" if waiver else ""
    )


def _candidate(one: Candidate, language: str) -> Line:
    score = "" if one.score is None else str(one.score).replace(".", ",") if language == "fr" else str(one.score)
    why = " ".join(reason.of(language) for reason in one.reasons)
    decision = DECISIONS[one.decision].of(language)
    return Line(one.application, one.applicant or one.application, str(one.rank or ""), score, decision, why)
