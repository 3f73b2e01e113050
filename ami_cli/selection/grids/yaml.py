"""A grid as text, for evaluators who prefer it: the same content as the workbook, written with comments and read back."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ami_cli.files import sha256_of
from ami_cli.models.base import Model
from ami_cli.models.remark import Remark
from ami_cli.models.requirement import Id
from ami_cli.selection.criteria import Leaf
from ami_cli.selection.grids import words
from ami_cli.selection.grids.cited import cited
from ami_cli.selection.grids.marks import choices
from ami_cli.selection.grids.mistakes import InvalidGridsError, Mistake
from ami_cli.selection.grids.plan import Entry, GridPlan
from ami_cli.selection.grids.returned import Field, Returned, Row
from ami_cli.selection.wording import percent
from ami_cli.strict_yaml import Source, model_of, values_of
from ami_cli.strict_yaml.writing import scalar


class _Mark(Model):
    mark: str | int | None = None
    ground: str | None = None
    comment: str | None = None


class _Candidate(Model):
    application: str
    name: str | None = None
    conflict: bool = False
    abstention: bool = False
    reason: str | None = None
    retained: bool | None = None
    ground: str | None = None
    comment: str | None = None
    needs: dict[Id, bool | None] = {}  # noqa: RUF012 - pydantic copies defaults
    criteria: dict[Id, _Mark] = {}  # noqa: RUF012 - pydantic copies defaults


class _GridFile(Model):
    version: int
    call: str
    stage: str
    list: str
    evaluator: str
    candidates: tuple[_Candidate, ...]


def write(grid: GridPlan) -> bytes:
    """Return the grid as commented YAML."""
    return ("\n".join(_lines(grid)) + "\n").encode()


def _lines(grid: GridPlan) -> Iterator[str]:
    lang = grid.language
    yield from (f"# {line}" for line in _instructions(lang))
    yield "version: 1"
    for key, value in (
        ("call", grid.call.id),
        ("stage", grid.frame.stage),
        ("list", grid.frame.list_digest),
        ("evaluator", grid.evaluator.name),
    ):
        yield f"{key}: {scalar(value)}"
    yield "candidates:" if grid.entries else "candidates: []"
    for entry in grid.entries:
        yield from _entry(entry, grid)


def _instructions(language: str) -> tuple[str, ...]:
    if language == "fr":
        return (
            "Déclarez d’abord tout conflit d’intérêts ou toute abstention (true), avec son motif (reason).",
            "Répondez true ou false à chaque besoin éliminatoire (needs), s’il y en a.",
            "Puis écrivez une note (mark) ou un motif (ground) par critère. Une note vide est une erreur, pas un zéro.",
        )
    return (
        "First declare any conflict of interest or abstention (true), with its reason.",
        "Answer true or false to each eliminatory need (needs), where there are any.",
        "Then write a mark or a ground for each criterion. An empty mark is an error, not a zero.",
    )


def _entry(entry: Entry, grid: GridPlan) -> Iterator[str]:
    scored = grid.frame.scored
    yield f"  - application: {scalar(entry.application)}"
    yield f"    name: {scalar(entry.applicant)}"
    if entry.waived:
        yield f"    # {words.WAIVED.of(grid.language)}"
    yield from ("    conflict: false", "    abstention: false", "    reason: null")
    yield from () if scored else ("    retained: null", "    ground: null")
    yield "    comment: null"
    if grid.frame.needs:
        yield "    needs:"
    for need in grid.frame.needs:
        yield f"      # {_flat(need.need.any_of(grid.language))}"
        yield f"      {need.id}: null"
    if grid.criteria:
        yield "    criteria:"
    for leaf in grid.criteria:
        yield from _criterion(leaf, entry, grid, scored=scored)


def _criterion(leaf: Leaf, entry: Entry, grid: GridPlan, *, scored: bool) -> Iterator[str]:
    label = _flat(leaf.criterion.label.any_of(grid.language))
    yield f"      {leaf.id}:"
    yield f"        # {label} ({percent(leaf.weight, grid.language)} %)" if scored else f"        # {label}"
    if scored:
        scale = ", ".join(choices(leaf.scale, grid.language)) or f"{leaf.scale.least}–{leaf.scale.most}"
        yield f"        # {_flat(scale)}"
    for item in entry.evidence[leaf.id]:
        yield f"        # {_flat(cited(item, grid.language))}"
    yield "        mark: null" if scored else "        ground: null"
    yield "        comment: null"


def _flat(text: str) -> str:
    """Return text that stays inside one comment line."""
    return re.sub(r"\s+", " ", "".join(char if char.isprintable() else " " for char in text))


def read(path: Path) -> Returned:
    """Return what a YAML grid holds.

    Raises:
        InvalidGridsError: with every mistake and its line.
    """
    values, mistakes = values_of(path)
    if values is None:
        raise _invalid(mistakes)
    found = model_of(_GridFile, values, {})
    if isinstance(found, tuple):
        raise _invalid(found)
    said = {"call": found.call, "stage": found.stage, "list": found.list, "evaluator": found.evaluator}
    candidates = tuple(_candidate_row(values.source, place, one) for place, one in enumerate(found.candidates))
    marks = tuple(
        _mark_row(values.source, place, one.application, leaf, mark)
        for place, one in enumerate(found.candidates)
        for leaf, mark in one.criteria.items()
    )
    return Returned(path.name, sha256_of(path), said, candidates, marks)


def _invalid(remarks: Sequence[Remark]) -> InvalidGridsError:
    return InvalidGridsError([Mistake(_told_at(remark), remark.message) for remark in remarks])


def _told_at(remark: Remark) -> str:
    name = Path(remark.file).name
    return name if remark.line is None else f"{name}:{remark.line}"


def _candidate_row(source: Source, place: int, one: _Candidate) -> Row:
    written = {
        "conflict": _yes_no(value=one.conflict),
        "abstention": _yes_no(value=one.abstention),
        "retained": None if one.retained is None else _yes_no(value=one.retained),
        "reason": one.reason,
        "ground": one.ground,
        "comment": one.comment,
    }
    fields = {name: Field(_place(source, ("candidates", place, name)), value) for name, value in written.items()}
    for need, met in one.needs.items():
        said = None if met is None else _yes_no(value=met)
        fields[need] = Field(_place(source, ("candidates", place, "needs", need)), said)
    return Row(_place(source, ("candidates", place)), (one.application,), fields)


def _mark_row(source: Source, place: int, application: str, leaf: str, mark: _Mark) -> Row:
    path = ("candidates", place, "criteria", leaf)
    key = "mark" if mark.mark is not None else "ground" if mark.ground is not None else "mark"
    fields = {
        "mark": Field(_place(source, (*path, key)), mark.mark if mark.mark is not None else mark.ground),
        "comment": Field(_place(source, (*path, "comment")), mark.comment),
    }
    return Row(_place(source, path), (application, leaf), fields)


def _yes_no(*, value: bool) -> str:
    return (words.YES if value else words.NO).en


def _place(source: Source, path: tuple[str | int, ...]) -> str:
    return f"{Path(source.file).name}:{source.line(path)}"
