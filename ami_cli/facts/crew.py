"""The worker processes: tasks of a few files each; a file that kills its worker costs that file alone."""

import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ami_cli import workers
from ami_cli.errors import AmiError
from ami_cli.facts import duties
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.isolation import Watch
from ami_cli.facts.orders import Order, Work, patience, under_way
from ami_cli.facts.tools import Tools
from ami_cli.models.facts import Problem

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

CHUNK = 16
"""Files per task, once enough tasks are under way."""
_TASKS_PER_WORKER = 500
_PATIENCE = 3
"""Times that a pool may break before anyone is at work."""
_PULSE = 0.02
"""Seconds between two looks at the workers; whoever ends waits for one."""
_TO_START = 60.0
"""Seconds in which the first worker must be at its post."""


@dataclass(frozen=True)
class Lost:
    """What happened to a worker at a file."""

    problem: Problem
    detail: str


@dataclass
class Task:
    """Some files on their way."""

    number: int
    work: Work
    orders: tuple[Order, ...]
    future: "ProcessFuture[list[bytes]]"


@dataclass
class Crew:
    """Worker processes, started when the first file needs one."""

    jobs: int
    bounds: Bounds
    tools: Tools = field(default_factory=Tools)
    _pool: "ProcessPool | None" = None
    _place: Path | None = None
    _numbers: int = 0
    _given_up_at: float = 0.0
    _open: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None and kind is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves this method without types
        self._open.close()

    def get_ready(self) -> None:
        """Have the workers prepared: some file is to be read, and the others are still being looked at."""
        if self._pool is None:
            workers.get_ready()

    def send(self, orders: Sequence[Order], work: Work = "read_chunk", largest: int = CHUNK) -> list[Task]:
        """Set the workers to read files; small tasks first, so that every worker soon has one."""
        tasks, start = [], 0
        while start < len(orders):
            size = max(1, min(largest, (len(orders) - start) // (2 * self.jobs)))
            tasks.append(self._task(work, tuple(orders[start : start + size])))
            start += size
        return tasks

    def fetch(self, task: Task) -> list[bytes | Lost]:
        """Wait for a task; what its worker did not survive is `Lost`, and the other files are read again without it."""
        results: dict[Order, bytes | Lost] = {}
        doubts: Counter[Order | None] = Counter()
        waiting = [task]
        while waiting:
            now = waiting.pop(0)
            ended = self._outcome(now)
            if isinstance(ended, list):
                results.update(zip(now.orders, ended, strict=True))
                continue
            culprit = self._culprit(now, ended, doubts)
            if culprit is not None:
                results[culprit] = _what_happened(ended)
            waiting.extend(self._task(task.work, (order,)) for order in now.orders if order != culprit)
        return [results[order] for order in task.orders]

    def _culprit(self, task: Task, ended: Exception, doubts: Counter[Order | None]) -> Order | None:
        """The file that a worker died of; None where it cannot be told yet, and each file is to be read alone."""
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  # as below

        index = under_way(self._folder(), task.number)
        if index is not None and not isinstance(ended, BrokenProcessPool):
            return task.orders[index]
        # a pool that broke took all its workers along, so whoever is found at work may be innocent: twice, and it is not
        suspect = task.orders[0] if index is not None and len(task.orders) == 1 else None
        doubts[suspect] += 1
        if suspect is None and index is None and doubts[None] > _PATIENCE:
            raise _no_workers() from ended
        return suspect if suspect is not None and doubts[suspect] > 1 else None

    def _outcome(self, task: Task) -> list[bytes] | Exception:
        """What a task gave, or how its worker ended."""
        from concurrent.futures import wait  # noqa: PLC0415  # as below

        while not task.future.done():
            wait([task.future], timeout=1)
            if time.monotonic() > self._given_up_at and not any(self._folder().glob("note-*")):
                raise _no_workers()
        try:
            return task.future.result()
        except ImportError:
            raise  # a fault of the installation, which no file is to blame for
        except Exception as error:  # noqa: BLE001  # whatever a reader did, it costs its file and not the run
            return error

    def _task(self, work: Work, orders: tuple[Order, ...]) -> Task:
        self._numbers += 1
        future = self._workers().schedule(
            getattr(duties, work), args=[self._numbers, orders], timeout=patience(self.bounds, len(orders))
        )
        return Task(self._numbers, work, orders, future)

    def _folder(self) -> Path:
        if self._place is None:
            self._place = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="ami-", ignore_cleanup_errors=True)))
        return self._place

    def _workers(self) -> "ProcessPool":
        from pebble import CONSTS, ProcessPool

        CONSTS.sleep_unit = _PULSE
        if self._pool is not None and not self._pool.active:
            self._pool.stop()  # type: ignore[no-untyped-call]  # as above
            self._pool = None
        if self._pool is None:
            pool = ProcessPool(
                max_workers=self.jobs,
                max_tasks=_TASKS_PER_WORKER,
                initializer=duties.take_post,
                initargs=(str(self._folder()), self.bounds, self.tools),
                context=workers.context(),
            )
            self._pool = self._open.enter_context(pool)
            self._given_up_at = time.monotonic() + _TO_START
        return self._pool


def _what_happened(error: Exception) -> Lost:
    from concurrent.futures import TimeoutError as FutureTimeoutError  # noqa: PLC0415  # as above

    code = getattr(error, "exitcode", None)
    if isinstance(error, FutureTimeoutError) or code == Watch.OUT_OF_TIME:
        return Lost("too-slow", "its reader did not finish in time")
    if isinstance(error, MemoryError) or code in {Watch.OUT_OF_MEMORY, -4, -5, -6, -9}:
        return Lost("too-large", "its reader ran out of memory")
    return Lost("damaged", f"its reader crashed ({type(error).__name__ if code is None else f'status {code}'})")


def _no_workers() -> AmiError:
    return AmiError(
        fr="les processus de lecture ne démarrent pas",
        en="the reading processes do not start",
        remedy_fr="lancez « ami doctor », puis réessayez avec --jobs 1",
        remedy_en="run “ami doctor”, then try again with --jobs 1",
    )
