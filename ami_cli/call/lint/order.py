"""Milestones do not follow one another as they have to."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ami_cli.call.lint.warning import CallWarning, Doubt, page
from ami_cli.call.loading import Loaded
from ami_cli.call.milestones import Dated, dated
from ami_cli.models.calendar import Milestone
from ami_cli.models.text import Words

PAGE = page(
    "milestones-out-of-order",
    title=Words(fr="Calendrier dans le désordre", en="Calendar out of order"),
    checks=Words(
        fr="Publication, ouverture, questions, dates limites de chaque étape, entretien, décision et démarrage se suivent, et "
        "le calendrier est écrit dans l’ordre des dates.",
        en="Publication, opening, questions, deadlines of each stage, interview, decision and start follow one another, and the "
        "calendar is written in the order of the dates.",
    ),
    why=Words(
        fr="Une année mal recopiée ou deux lignes interverties rendent l’appel impossible à suivre.",
        en="A year copied wrong or two lines swapped make a call impossible to follow.",
    ),
    example=Words(fr="interest le 28/09/2025, proposal le 31/08/2025.", en="interest on 2025-09-28, proposal on 2025-08-31."),
    remedy=Words(fr="vérifiez les deux dates, l’année surtout", en="check both dates, the year above all"),
)

_KINDS = {"publication": 0, "opening": 1, "questions": 2, "interview": 6, "decision": 7, "wish": 8}
_STAGES = {"interest": 3, "proposal": 4, "interview": 6, "contract": 9}


def check(loaded: Loaded) -> Iterator[Doubt]:
    """Give each pair out of order, once; then each window that closes before it opens."""
    known = list(dated(loaded))
    told = set()
    for doubt in (*_by_kind(known), *_as_written(known)):
        if doubt.path not in told:
            told.add(doubt.path)
            yield doubt
    for index, milestone in enumerate(loaded.call.calendar.milestones):
        yield from _window(index, milestone)


def _rank(milestone: Dated) -> int | None:
    return _STAGES.get(milestone.stage) if milestone.stage else _KINDS.get(milestone.kind)


def _by_kind(known: Sequence[Dated]) -> Iterator[Doubt]:
    """Give what comes before something that it has to follow; questions only have to precede the first deadline."""
    for later in known:
        for earlier in known:
            first, second = _rank(earlier), _rank(later)
            if first is not None and second is not None and first < second and later.latest < earlier.earliest:
                yield _doubt(earlier if earlier.kind == "questions" else later, earlier, later)


def _as_written(known: Sequence[Dated]) -> Iterator[Doubt]:
    for earlier, later in pairwise(one for one in known if one.path.startswith("calendar")):
        if later.latest < earlier.earliest:
            yield _doubt(later, earlier, later)


def _doubt(at: Dated, earlier: Dated, later: Dated) -> Doubt:
    return Doubt(
        at.path,
        Words(
            fr=f"« {later.name} » ({later.day:%d/%m/%Y}) vient avant « {earlier.name} » ({earlier.day:%d/%m/%Y})",
            en=f"“{later.name}” ({later.day}) comes before “{earlier.name}” ({earlier.day})",
        ),
    )


def _window(index: int, milestone: Milestone) -> Iterator[Doubt]:
    if milestone.until is None or isinstance(milestone.until, str) or isinstance(milestone.at, str):
        return
    if f"{milestone.until:%Y-%m-%d}" < f"{milestone.at:%Y-%m-%d}":
        message = Words(fr=f"« {milestone.id} » finit avant de commencer", en=f"“{milestone.id}” ends before it begins")
        yield Doubt(f"calendar.milestones.{index}.until", message)


WARNING = CallWarning(PAGE, check)
