"""Where calls stand → a table for people, or JSON."""

from collections.abc import Iterator, Sequence
from math import floor

from pydantic_core import to_json

from ami_cli.models.standing import Phase, Standing
from ami_cli.models.table import Column, Table, table
from ami_cli.models.terms import STAGES
from ami_cli.models.text import Words

PHASES: dict[Phase, Words] = {
    "unusable": Words(fr="à corriger", en="to correct"),
    "preparing": Words(fr="en préparation", en="in preparation"),
    "open": Words(fr="ouvert", en="open"),
    "examining": Words(fr="à examiner", en="to examine"),
    "completing": Words(fr="à compléter", en="to complete"),
    "deciding": Words(fr="à décider", en="to decide"),
    "writing": Words(fr="lettres", en="letters"),
    "over": Words(fr="terminé", en="over"),
}
_COLUMNS = (Words(fr="Appel", en="Call"), Words(fr="Étape", en="Stage"), Words(fr="Où il en est", en="Where it stands"))
_TITLE = Words(fr="Appels", en="Calls")
_FAR = 2
"""Days from which hours do not matter any more."""


def standings_as_json(standings: Sequence[Standing]) -> str:
    """Return the list of calls, each with its figures."""
    return to_json({"calls": [one.model_dump(mode="json") for one in standings]}, indent=2).decode() + "\n"


def standings_as_table(standings: Sequence[Standing], language: str) -> Table:
    """Return a row for each call: how far it is, its figures, what to do next."""
    rows = [(one.call, _stage(one, language), "\n".join(_lines(one, language))) for one in standings]
    columns = [Column(title=title.of(language)) for title in _COLUMNS]
    return table(_TITLE.of(language), columns, rows, language)


def _stage(one: Standing, language: str) -> str:
    said = PHASES[one.phase].of(language)
    stage = STAGES[one.stage].of(language).replace(" ", "\n") if one.stage else None  # a column no wider than its words
    return f"{stage}\n{said}" if stage else said


def _lines(one: Standing, language: str) -> Iterator[str]:
    french = language == "fr"
    if one.deadline:
        yield _deadline(one.deadline.id, one.deadline.days, french=french)
    if one.received.total:
        yield _received(one, french=french)
    if one.decided:
        yield _decided(one, french=french)
    if one.letters.drafted:
        yield _letters(one, french=french)
    yield f"→ {one.next.of(language)}"


def _deadline(name: str, days: float, *, french: bool) -> str:
    hours = floor(days * 24)
    if days >= _FAR:
        return f"échéance « {name} » dans {floor(days)} jours" if french else f"deadline “{name}” in {floor(days)} days"
    return f"échéance « {name} » dans {hours} h" if french else f"deadline “{name}” in {hours} h"


def _received(one: Standing, *, french: bool) -> str:
    had = one.received
    if french:
        total = f"{had.total} candidature{'s' if had.total > 1 else ''} :"
        complete = f"{had.complete} complète{'s' if had.complete > 1 else ''}"
        return f"{total} {complete}, {had.incomplete} incomplète{'s' if had.incomplete > 1 else ''}, {had.to_verify} à vérifier"
    total = f"{had.total} application{'' if had.total == 1 else 's'}:"
    return f"{total} {had.complete} complete, {had.incomplete} incomplete, {had.to_verify} to verify"


def _decided(one: Standing, *, french: bool) -> str:
    made = one.decided
    assert made is not None  # noqa: S101  # the caller looked
    not_retained = made.not_retained + made.excluded
    if french:
        plural = "s" if made.shortlisted > 1 else ""
        return (
            f"décision du {made.when:%d/%m/%Y} : {made.shortlisted} retenue{plural}, {made.reserve} en réserve, "
            f"{not_retained} non retenue{'s' if not_retained > 1 else ''}"
        )
    return f"decision of {made.when:%Y-%m-%d}: {made.shortlisted} shortlisted, {made.reserve} in reserve, {not_retained} not"


def _letters(one: Standing, *, french: bool) -> str:
    post = one.letters
    s = "s" if post.sent > 1 else ""
    parts = [
        f"{post.drafted} lettre{'s' if post.drafted > 1 else ''}"
        if french
        else f"{post.drafted} letter{'' if post.drafted == 1 else 's'} drafted"
    ]
    parts += [f"{post.sent} envoyée{s}" if french else f"{post.sent} sent"]
    if post.unknown:
        parts.append(f"{post.unknown} incertaine{'s' if post.unknown > 1 else ''}" if french else f"{post.unknown} uncertain")
    if post.refused:
        parts.append(f"{post.refused} refusée{'s' if post.refused > 1 else ''}" if french else f"{post.refused} refused")
    if post.outdated:
        parts.append(f"{post.outdated} dépassée{'s' if post.outdated > 1 else ''}" if french else f"{post.outdated} out of date")
    return ", ".join(parts)
