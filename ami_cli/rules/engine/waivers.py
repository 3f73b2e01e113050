"""Rules set aside: by a person for one application, or by the call for all; always with a reason, always shown."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from ami_cli.models.application import Waiver
from ami_cli.models.assessment import Case, Outcome
from ami_cli.models.text import Words
from ami_cli.rules.engine.phrases import both, clean, plain


def waivers(case: Case) -> tuple[Waiver, ...]:
    """Return the waivers of the application, then those of the call."""
    call = case.call
    general = tuple(
        Waiver(rule=rule, reason=plain(reason, call.authoritative), who=call.organisation, when=f"call {call.id}")
        for rule, reason in call.waived.root.items()
    )
    return (*case.application.waivers, *general)


def waiver_for(outcome: Outcome, given: Sequence[Waiver]) -> Waiver | None:
    """Return the first waiver that sets the outcome aside; None where there is none or nothing to set aside."""
    if outcome.status not in {"not_met", "to_verify"}:
        return None
    return next((waiver for waiver in given if _concerns(waiver, outcome)), None)


def _concerns(waiver: Waiver, outcome: Outcome) -> bool:
    return waiver.rule == outcome.rule and waiver.requirement in {None, outcome.requirement}


def remarks(given: Sequence[Waiver], outcomes: Sequence[Outcome], rules: Collection[str]) -> tuple[Words, ...]:
    """Return what is odd about the waivers: a rule that does not exist, a requirement that the call does not have."""
    return tuple(remark for waiver in given if (remark := _remark(waiver, outcomes, rules)) is not None)


def _remark(waiver: Waiver, outcomes: Sequence[Outcome], rules: Collection[str]) -> Words | None:
    name = clean(waiver.rule, 60)
    if waiver.rule not in rules:
        hint = _closest(waiver.rule, rules)
        return both(
            f"dérogation sans effet : la règle « {name} » n’existe pas{f' ; vouliez-vous dire « {hint} » ?' if hint else ''}",
            f"waiver without effect: there is no rule “{name}”{f'; did you mean “{hint}”?' if hint else ''}",
        )
    known = {outcome.requirement for outcome in outcomes if outcome.rule == waiver.rule}
    if waiver.requirement is not None and waiver.requirement not in known:
        asked = clean(waiver.requirement, 60)
        return both(
            f"dérogation sans effet : la règle « {name} » n’examine rien qui s’appelle « {asked} »",
            f"waiver without effect: the rule “{name}” looks at nothing called “{asked}”",
        )
    return None


def _closest(name: str, rules: Collection[str]) -> str | None:
    return next(iter(get_close_matches(name, sorted(rules), n=1)), None)
