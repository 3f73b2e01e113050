"""Assessments, and what people judged, to a shortlist and its tables."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from ami_cli import call, selection, tables
from ami_cli.files import write_whole
from ami_cli.models.assessment import Assessment
from ami_cli.models.calendar import Stage
from ami_cli.models.evaluation import Committee
from ami_cli.models.shortlist import Shortlist
from ami_cli.models.table import Table
from ami_cli.pipeline import curing
from ami_cli.pipeline.recording import Done, journal
from ami_cli.pipeline.scope import Scope
from ami_cli.selection import grids

Which = Literal["shortlist", "comparison", "long-list", "candidates"]


class Papers(NamedTuple):
    """Where the committee's files of one stage lie: plain names for the first stage, names with the stage for a later one."""

    folder: Path
    stage: Stage
    first: bool

    @property
    def grids(self) -> Path:
        """The grids handed out and returned."""
        return self.folder / ("grids" if self.first else f"grids-{self.stage}")

    @property
    def grounds(self) -> Path:
        """What the committee writes of each candidate."""
        return self.folder / ("grounds.yaml" if self.first else f"grounds-{self.stage}.yaml")

    @property
    def evaluators(self) -> Path:
        """Who judges."""
        return self.folder / "evaluators.yaml"

    @property
    def decisions(self) -> Path:
        """What was decided, at all stages."""
        return self.folder / "decisions.yaml"

    @property
    def key(self) -> Path:
        """Who is who in anonymous tables."""
        return self.folder / "anonymous-key.csv"


def papers(scope: Scope, stage: Stage | None = None) -> Papers:
    """Return where the committee's files lie; the first stage of the call where `stage` is None."""
    first = call.load(scope.call_file).call.first_stage
    return Papers(scope.workspace.evaluations(scope.call_file.stem), stage or first, stage in (None, first))


def committee(scope: Scope) -> Committee:
    """Return who judges; nobody where it is not written."""
    return selection.load_committee(scope.workspace.evaluations(scope.call_file.stem) / "evaluators.yaml")


def choice(
    scope: Scope,
    assessments: Sequence[Assessment],
    maximum: int | None = None,
    stage: Stage | None = None,
) -> selection.Choice:
    """Return at most `maximum` candidates (the call's own maximum where None), with all that the choice rests on.

    Raises:
        SourceError: grounds or grids cannot be used, each mistake with its place; or people may still complete.
    """
    its, paper = call.load(scope.call_file).call, papers(scope, stage)
    curing.refuse_while_open(scope, paper.stage)
    asked = grids.frame(its, paper.stage, assessments)
    back = grids.collect(paper.grids, asked, committee(scope).evaluators)
    prices = {one.application.id: one.price.amount for one in assessments if one.price is not None}
    judged = selection.Judged(selection.load_grounds(paper.grounds), back.grids, back.awaited, prices)
    return selection.choose(its, assessments, judged, maximum=maximum, stage=paper.stage)


def shortlist(scope: Scope, assessments: Sequence[Assessment], maximum: int | None) -> Shortlist:
    """Return the shortlist of the first stage alone; see `choice`."""
    return choice(scope, assessments, maximum).shortlist


def drawn(made: selection.Choice, which: Which, language: str) -> tuple[Table, ...]:
    """Return the tables that are asked for; one for each candidate where it is their sheets."""
    if which == "candidates":
        names = sorted(assessment.application.id for assessment in made.assessments)
        return tuple(selection.candidate_sheet(made, name, language) for name in names)
    if which == "comparison":
        return (selection.comparison(made, language),)
    if which == "long-list":
        return (selection.long_list(made.assessments, language),)
    return (selection.shortlist_table(made.shortlist, language),)


def masked(scope: Scope, made: selection.Choice, language: str, now: datetime) -> tuple[selection.Mask, Path]:
    """Return what replaces people by numbers; the key is written beside the committee's files, and nowhere else."""
    mask, path = selection.mask(made), papers(scope, made.stage).key
    content = tables.write(mask.key(language), "csv")
    if not path.exists() or path.read_bytes() != content:
        write_whole(path, content)
        journal(scope.workspace, Done("shortlist --anonymous", made.call.id, (scope.call_file,), (path,)), now)
    return mask, path
