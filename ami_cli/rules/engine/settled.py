"""What people settled laid over what the rules say: their word holds, and stays visible."""

from collections.abc import Mapping, Sequence

from ami_cli.models.application import Waiver
from ami_cli.models.assessment import Assessment, Outcome, Verified, verdict
from ami_cli.models.settlement import Settlement
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, clean

_OPEN = frozenset({"not_met", "to_verify"})


def settled(assessment: Assessment, entries: Sequence[Settlement], titles: Mapping[str, Words]) -> Assessment:
    """Return the assessment with what people settled; what can have no effect is told among the remarks.

    `titles` says what each rule calls a point that is not met.
    """
    if not entries:
        return assessment
    outcomes, remarks = assessment.outcomes, list(assessment.remarks)
    for entry in entries:
        obstacle = _obstacle(entry, assessment, titles)
        if obstacle is None:
            outcomes = _laid_over(outcomes, entry, titles)
        else:
            remarks.append(obstacle)
    return assessment.model_copy(update={"outcomes": outcomes, "verdict": verdict(outcomes), "remarks": tuple(remarks)})


def _obstacle(entry: Settlement, assessment: Assessment, titles: Mapping[str, Words]) -> Words | None:
    rule = clean(entry.rule, 60)
    if entry.rule not in titles:
        return both(
            f"point tranché sans effet : la règle « {rule} » n’existe pas",
            f"point settled without effect: there is no rule “{rule}”",
        )
    if entry.files is not None and entry.files != assessment.application.files_digest:
        return both(
            f"{rule} : les fichiers ont changé depuis que {clean(entry.who, 60)} l’a tranché ; à revoir (ami settle)",
            f"{rule}: the files have changed since {clean(entry.who, 60)} settled it; look at them again (ami settle)",
        )
    return None


def _laid_over(outcomes: Sequence[Outcome], entry: Settlement, titles: Mapping[str, Words]) -> tuple[Outcome, ...]:
    places = _places(outcomes, entry)
    return tuple(
        _with(outcome, entry, titles[entry.rule]) if place in places else outcome for place, outcome in enumerate(outcomes)
    )


def _places(outcomes: Sequence[Outcome], entry: Settlement) -> frozenset[int]:
    """Return which outcomes the entry is about: the open ones; where none is, “not met” is about what the machine took for met."""
    own = {
        place: outcome.status
        for place, outcome in enumerate(outcomes)
        if outcome.rule == entry.rule and entry.requirement in {None, outcome.requirement} and outcome.waived_by is None
    }
    doubtful = frozenset(place for place, status in own.items() if status == "to_verify")
    still_open = frozenset(place for place, status in own.items() if status in _OPEN)
    if entry.result != "not_met":
        return still_open
    return doubtful or (frozenset() if still_open else frozenset(place for place, status in own.items() if status == "met"))


def _with(outcome: Outcome, entry: Settlement, title: Words) -> Outcome:
    if entry.result == "waived":
        waiver = Waiver(
            rule=entry.rule, requirement=entry.requirement, reason=entry.reason, who=entry.who, when=f"{entry.when:%Y-%m-%d}"
        )
        return outcome.model_copy(update={"waived_by": waiver})
    by = Verified(who=entry.who, when=entry.when, reason=entry.reason, before=outcome.status)
    reason = clean(entry.reason)
    seen = both(f"vérifié par une personne : {reason}", f"verified by a person: {reason}")
    message = seen if entry.result == "met" else title
    return outcome.model_copy(update={"status": entry.result, "message": message, "verified_by": by, "doubt_from": None})
