"""A folder of grids → those that count, and whom one still waits for."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
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

WORTH_PROCESSES = 1_000_000
"""Bytes of grids above which starting processes costs less than it saves: seven grids of 300 candidates take some 2 MB."""


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
    returned = _read_all(files)
    filled = [one for one in returned if not one.untouched]
    grids = read_back(filled, asked)
    names = {one.said["evaluator"] for one in returned} | {evaluator.name for evaluator in evaluators}
    return Collected(grids, tuple(sorted(names - {grid.evaluator for grid in grids})))


def grid_files(folder: Path) -> tuple[Path, ...]:
    """Return the files that should be grids; traces of open programs and hidden files are none."""
    if not folder.is_dir():
        return ()
    names = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~")))
    return tuple(path for path in names if path.suffix.lower() in {".xlsx", ".yaml", ".yml", *OTHER_SHEETS})


def _read_all(files: Sequence[Path]) -> list[Returned]:
    found: list[Returned] = []
    mistakes: list[Mistake] = []
    for one in _outcomes(files):
        if isinstance(one, Returned):
            found.append(one)
        else:
            mistakes += one
    if mistakes:
        raise InvalidGridsError(mistakes)
    return found


def _outcomes(files: Sequence[Path]) -> list[Returned | tuple[Mistake, ...]]:
    """Return what each file holds, in order; large grids are read on all processors, one process each."""
    workers = min(len(files), os.cpu_count() or 1)
    if workers == 1 or sum(path.stat().st_size for path in files) < WORTH_PROCESSES:
        return [_outcome(path) for path in files]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(_outcome, files))


def _outcome(path: Path) -> Returned | tuple[Mistake, ...]:
    """Return what one file holds, or what is wrong with it."""
    try:
        return read(path)
    except InvalidGridsError as error:
        return error.mistakes


def read(path: Path) -> Returned:
    """Return what one grid holds; InvalidGridsError where it is none."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return read_xlsx.read(path.read_bytes(), path.name)
    if suffix in OTHER_SHEETS:
        raise InvalidGridsError([Mistake(path.name, wrong.OTHER_FORMAT)])
    return yaml.read(path)
