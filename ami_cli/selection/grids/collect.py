"""A folder of grids → those that count, and whom one still waits for."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ami_cli.models.evaluation import Evaluator, Grid
from ami_cli.selection.grids import mistakes as wrong
from ami_cli.selection.grids import read_xlsx, yaml
from ami_cli.selection.grids.mistakes import InvalidGridsError, Mistake
from ami_cli.selection.grids.plan import Frame
from ami_cli.selection.grids.read_back import read_back
from ami_cli.selection.grids.returned import Returned

OTHER_SHEETS = {".ods", ".xls", ".xlsm", ".xlsb", ".csv", ".numbers"}
"""Forms in which a grid may come back by mistake."""


@dataclass(frozen=True)
class Collected:
    """The grids that count, in order of their evaluators, and the evaluators whose grid is awaited."""

    grids: tuple[Grid, ...] = ()
    awaited: tuple[str, ...] = ()


def collect(folder: Path, asked: Frame, evaluators: Sequence[Evaluator]) -> Collected:
    """Return the grids below `folder`; InvalidGridsError with every mistake of all of them.

    A grid that nobody has touched is awaited, not wrong. Where no grid has been handed out, nobody is awaited.
    """
    files = grid_files(folder)
    if not files:
        return Collected()
    with _without_searching_for_waste():
        returned = _read_all(files)
        grids = read_back([one for one in returned if not one.untouched], asked)
    names = {one.said["evaluator"] for one in returned} | {evaluator.name for evaluator in evaluators}
    return Collected(grids, tuple(sorted(names - {grid.evaluator for grid in grids})))


@contextmanager
def _without_searching_for_waste() -> Iterator[None]:
    """Keep Python from going again and again through a hundred thousand objects that all stay: that took a third of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def grid_files(folder: Path) -> tuple[Path, ...]:
    """Return the files that should be grids; traces of open programs and hidden files are none."""
    if not folder.is_dir():
        return ()
    names = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~")))
    return tuple(path for path in names if path.suffix.lower() in {".xlsx", ".yaml", ".yml", *OTHER_SHEETS})


def _read_all(files: Sequence[Path]) -> list[Returned]:
    found: list[Returned] = []
    mistakes: list[Mistake] = []
    for path in files:
        try:
            found.append(read(path))
        except InvalidGridsError as error:
            mistakes += error.mistakes
    if mistakes:
        raise InvalidGridsError(mistakes)
    return found


def read(path: Path) -> Returned:
    """Return what one grid holds; InvalidGridsError where it is none."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return read_xlsx.read(path.read_bytes(), path.name)
    if suffix in OTHER_SHEETS:
        raise InvalidGridsError([Mistake(path.name, wrong.OTHER_FORMAT)])
    return yaml.read(path)
