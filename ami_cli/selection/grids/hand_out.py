"""Grids handed out: a file for each evaluator and form, and never one over what somebody has filled in."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ami_cli.files import write_whole
from ami_cli.models.assessment import Assessment
from ami_cli.models.evaluation import Evaluator
from ami_cli.models.folding import folded
from ami_cli.models.text import Words
from ami_cli.selection.grids import xlsx, yaml
from ami_cli.selection.grids.collect import read
from ami_cli.selection.grids.mistakes import InvalidGridsError
from ami_cli.selection.grids.plan import Frame, GridPlan, entries_of, shuffled

Form = Literal["xlsx", "yaml"]
WRITERS: dict[Form, Callable[[GridPlan], bytes]] = {"xlsx": xlsx.write, "yaml": yaml.write}
FILLED_IN = Words(
    fr="gardée : elle est déjà remplie. Pour en faire une neuve, déplacez-la d’abord",
    en="kept: it has been filled in already. To make a new one, move it away first",
)
OLDER = Words(
    fr="gardée : elle est remplie, mais pour une liste plus ancienne. Déplacez-la, puis relancez : l’évaluateur la reprendra",
    en="kept: it is filled in, but for an older list. Move it away, then run again: the evaluator will take it up",
)
UNREADABLE = Words(
    fr="gardée : ce fichier n’est pas une grille lisible. Déplacez-le, puis relancez",
    en="kept: this file is no grid that can be read. Move it away, then run again",
)


@dataclass(frozen=True)
class HandedOut:
    """What became of one file: written, or kept and why."""

    path: Path
    evaluator: str
    kept: Words | None = None


def hand_out(
    folder: Path, asked: Frame, assessments: Sequence[Assessment], evaluators: Sequence[Evaluator], wish: tuple[Sequence[Form], str]
) -> Iterator[HandedOut]:
    """Write the grids in the forms and the language of `wish`, one file after the other."""
    forms, language = wish
    entries = entries_of(asked, assessments)
    for evaluator, slug in zip(evaluators, _slugs(evaluators), strict=True):
        grid = GridPlan(asked, evaluator, shuffled(entries, asked, evaluator), language)
        for form in forms:
            path = folder / f"{slug}.{form}"
            kept = _kept(path, asked)
            if kept is None:
                write_whole(path, WRITERS[form](grid))
            yield HandedOut(path, evaluator.name, kept)


def _kept(path: Path, asked: Frame) -> Words | None:
    """Return why a file stays as it is; None where it may be written."""
    if not path.exists():
        return None
    try:
        there = read(path)
    except InvalidGridsError:
        return UNREADABLE
    if there.untouched:
        return None
    return FILLED_IN if there.said["list"] == asked.list_digest else OLDER


def _slugs(evaluators: Sequence[Evaluator]) -> Iterator[str]:
    """Give a file name for each evaluator, no two the same."""
    taken: dict[str, int] = {}
    for evaluator in evaluators:
        slug = re.sub(r"[^a-z0-9]+", "-", folded(evaluator.name)).strip("-")[:60] or "evaluator"
        taken[slug] = taken.get(slug, 0) + 1
        yield slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
