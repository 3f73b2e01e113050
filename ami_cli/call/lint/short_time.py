"""Too little time between two milestones."""

from collections.abc import Iterator
from dataclasses import dataclass

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.milestones import Dated, dated
from ami_cli.models.text import Words


@dataclass(frozen=True)
class Interval:
    """The least days from one milestone to another, and why."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    least: int
    reason: Words


INTERVALS = (
    Interval(
        ("publication", "opening"),
        ("interest", "proposal"),
        14,
        Words(
            fr="les candidats ont besoin de deux semaines pour apprendre l’appel et réunir une équipe",
            en="applicants need two weeks to hear of the call and gather a team",
        ),
    ),
    Interval(
        ("questions",),
        ("interest", "proposal"),
        5,
        Words(fr="les réponses doivent servir à tous", en="the answers have to be of use to all"),
    ),
    Interval(
        ("interest",),
        ("proposal",),
        21,
        Words(
            fr="une semaine pour présélectionner, deux pour écrire une proposition complète",
            en="one week to draw up the shortlist, two to write a full proposal",
        ),
    ),
    Interval(
        ("proposal",),
        ("start",),
        21,
        Words(
            fr="il faut lire les propositions, décider, répondre à chacun et signer un contrat",
            en="proposals have to be read, decided on and answered, and a contract signed",
        ),
    ),
    Interval(
        ("decision",),
        ("start",),
        7,
        Words(fr="il faut répondre à chacun et signer un contrat", en="everyone has to be answered and a contract signed"),
    ),
)

PAGE = page(
    "too-little-time",
    title=Words(fr="Trop peu de temps entre deux étapes", en="Too little time between two steps"),
    checks=Words(
        fr="Au moins 14 jours de la publication à la première date limite, 5 des questions à la date limite, 21 de la "
        "manifestation d’intérêt à la proposition, 21 de la proposition au démarrage, 7 de la décision au démarrage.",
        en="At least 14 days from publication to the first deadline, 5 from questions to the deadline, 21 from interest to "
        "proposal, 21 from proposal to start, 7 from decision to start.",
    ),
    why=Words(
        fr="Un calendrier trop serré écarte les petites équipes et finit par être repoussé.",
        en="A calendar too tight keeps small teams away and ends up being put off.",
    ),
    example=Words(
        fr="proposition le 28/09/2025, démarrage le 13/10/2025 : quinze jours.", en="proposal on 2025-09-28, start on 2025-10-13."
    ),
    remedy=Words(
        fr="avancez la première date ou repoussez la seconde ; à défaut, prévenez les candidats",
        en="bring the first date forward or put the second off; failing that, warn applicants",
    ),
)


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each interval shorter than its least."""
    known = list(dated(loaded))
    for interval in INTERVALS:
        before = max((one for one in known if _is(one, interval.before)), key=lambda one: one.latest, default=None)
        after = min((one for one in known if _is(one, interval.after)), key=lambda one: one.earliest, default=None)
        if before is not None and after is not None:
            days = (after.day - before.day).days
            if 0 <= days < interval.least:
                yield _doubt(before, after, days, interval)


def _is(milestone: Dated, names: tuple[str, ...]) -> bool:
    name = milestone.stage if milestone.kind == "deadline" else milestone.kind
    return name in names or (milestone.kind == "wish" and milestone.name in names)


def _doubt(before: Dated, after: Dated, days: int, interval: Interval) -> Doubt:
    return Doubt(
        after.path,
        Words(
            fr=f"{days} jours de « {before.name} » à « {after.name} » ; il en faut {interval.least} : {interval.reason.fr}",
            en=f"{days} days from “{before.name}” to “{after.name}”; {interval.least} are needed: {interval.reason.en}",
        ),
    )


WARNING = CallWarning(PAGE, check)
