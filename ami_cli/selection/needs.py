"""The needs of the profile that eliminate a candidate: evaluators say yes or no, and nobody guesses for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ami_cli.models.call import Call, Need
from ami_cli.models.evaluation import Grid
from ami_cli.models.shortlist import InHouse
from ami_cli.models.text import Text, Words


@dataclass(frozen=True)
class Eliminatory:
    """One eliminatory need, and how grids name it: `need-2`, or `need-2-1` for a detail of the second need."""

    id: str
    need: Text


@dataclass(frozen=True)
class Answers:
    """Who says that one need is met by one candidate, and who says that it is not."""

    need: Eliminatory
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True)
class Stances:
    """Candidates that do not meet a need, and those on whom evaluators do not agree, each with the reasons."""

    barred: Mapping[str, tuple[Words, ...]]
    split: Mapping[str, tuple[Words, ...]]


def eliminatory(call: Call) -> tuple[Eliminatory, ...]:
    """Return the eliminatory needs of the profile, in the order of the call."""
    return tuple(_below(call.profile, "need"))


def _below(needs: Sequence[Need], path: str) -> Iterator[Eliminatory]:
    for place, need in enumerate(needs, start=1):
        if need.level == "eliminatory":
            yield Eliminatory(f"{path}-{place}", need.need)
        yield from _below(need.details, f"{path}-{place}")


def stances(needs: Sequence[Eliminatory], grids: Sequence[Grid]) -> Stances:
    """Return whom the answers bar and on whom they differ: only where every evaluator who counts says no is a need not met."""
    barred: dict[str, tuple[Words, ...]] = {}
    split: dict[str, tuple[Words, ...]] = {}
    for application, said in sorted(_said(grids).items()):
        answers = [_answers(need, said) for need in needs]
        unmet = tuple(_unmet(one) for one in answers if one.no and not one.yes)
        open_ = tuple(_disputed(one) if one.no else _unanswered(one) for one in answers if bool(one.yes) == bool(one.no))
        if unmet:
            barred[application] = unmet
        elif open_:
            split[application] = open_
    return Stances(barred, split)


def _said(grids: Sequence[Grid]) -> dict[str, dict[str, dict[str, bool]]]:
    """Return, for each candidate, what every evaluator who counts answered."""
    found: dict[str, dict[str, dict[str, bool]]] = {}
    for grid in sorted(grids, key=lambda grid: grid.evaluator):
        for judgement in grid.judgements:
            if judgement.counts:
                found.setdefault(judgement.application, {})[grid.evaluator] = judgement.needs
    return found


def _answers(need: Eliminatory, said: Mapping[str, Mapping[str, bool]]) -> Answers:
    met = {evaluator: needs[need.id] for evaluator, needs in said.items() if need.id in needs}
    return Answers(need, tuple(name for name, yes in met.items() if yes), tuple(name for name, yes in met.items() if not yes))


def _named(need: Eliminatory) -> Words:
    return Words(fr=f"« {need.need.any_of('fr')} »", en=f"“{need.need.any_of('en')}”")


def _unmet(answers: Answers) -> Words:
    need = _named(answers.need)
    return InHouse(
        fr=f"Besoin éliminatoire non rempli : {need.fr}, selon tous les évaluateurs ({', '.join(answers.no)}).",
        en=f"An eliminatory need is not met: {need.en}, all evaluators say ({', '.join(answers.no)}).",
        outside=Words(fr=f"Besoin éliminatoire non rempli : {need.fr}.", en=f"An eliminatory need is not met: {need.en}."),
    )


def _disputed(answers: Answers) -> Words:
    need, yes, no = _named(answers.need), ", ".join(answers.yes), ", ".join(answers.no)
    return Words(
        fr=f"Besoin éliminatoire discuté : {need.fr}. Rempli selon {yes}, non rempli selon {no}. "
        "Le comité doit trancher et l’écrire (grounds.yaml).",
        en=f"An eliminatory need is disputed: {need.en}. Met according to {yes}, not met according to {no}. "
        "The committee has to settle it in writing (grounds.yaml).",
    )


def _unanswered(answers: Answers) -> Words:
    need = _named(answers.need)
    return Words(
        fr=f"Besoin éliminatoire sans réponse : {need.fr}. Le comité doit trancher et l’écrire (grounds.yaml).",
        en=f"An eliminatory need without an answer: {need.en}. The committee has to settle it in writing (grounds.yaml).",
    )
