"""The worker processes: tasks of a few files each; a file that kills its worker costs that file alone."""

import contextlib
import multiprocessing
import os
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from ami_cli.errors import AmiError
from ami_cli.facts import worker
from ami_cli.facts.bounds import Bounds
from ami_cli.facts.isolation import Watch
from ami_cli.models.facts import Problem

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

_CHUNK = 16
"""Files per task, once enough tasks are under way."""
_TASKS_PER_WORKER = 500
_PRELOADED = ["ami_cli.facts.warm"]
_STARTS_GIVEN_UP = 3
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
    orders: tuple[worker.Order, ...]
    future: "ProcessFuture[list[bytes]]"


@dataclass
class Crew:
    """Worker processes, started when the first file needs one."""

    jobs: int
    bounds: Bounds
    _pool: "ProcessPool | None" = None
    _place: Path = field(default_factory=Path)
    _numbers: int = 0
    _started: bool = False
    _given_up_at: float = 0.0
    _open: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool is not None and kind is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves this method without types
        self._open.close()

    def send(self, orders: Sequence[worker.Order]) -> list[Task]:
        """Set the workers to read files; small tasks first, so that every worker soon has one."""
        tasks, start = [], 0
        while start < len(orders):
            size = max(1, min(_CHUNK, (len(orders) - start) // (2 * self.jobs)))
            tasks.append(self._task(tuple(orders[start : start + size])))
            start += size
        return tasks

    def fetch(self, task: Task) -> list[bytes | Lost]:
        """Wait for a task; what its worker did not survive is `Lost`, and the other files are read again without it."""
        results: dict[worker.Order, bytes | Lost] = {}
        waiting, failures = [task], 0
        while waiting:
            now = waiting.pop(0)
            ended = self._outcome(now)
            if not isinstance(ended, Exception):
                results.update(zip(now.orders, ended, strict=True))
                continue
            culprit = worker.under_way(self._place, now.number)
            if culprit is None:
                failures += 1
                if failures >= _STARTS_GIVEN_UP:
                    raise _no_workers() from ended
                waiting.append(self._task(now.orders))
                continue
            results[now.orders[culprit]] = _what_happened(ended)
            waiting.extend(self.send(now.orders[:culprit] + now.orders[culprit + 1 :]))
        return [results[order] for order in task.orders]

    def _outcome(self, task: Task) -> list[bytes] | Exception:
        """What a task gave, or how its worker ended."""
        while not self._started and not task.future.done():
            wait([task.future], timeout=1)
            self._started = any(self._place.glob("note-*"))
            if not self._started and time.monotonic() > self._given_up_at:
                raise _no_workers()
        try:
            return task.future.result()
        except BrokenProcessPool as error:
            raise _no_workers() from error
        except Exception as error:  # noqa: BLE001  # whatever a reader did, it costs its file and not the run
            return error

    def _task(self, orders: tuple[worker.Order, ...]) -> Task:
        self._numbers += 1
        patience = self.bounds.seconds * len(orders) + 30
        future = self._workers().schedule(worker.read_chunk, args=[self._numbers, orders], timeout=patience)
        return Task(self._numbers, orders, future)

    def _workers(self) -> "ProcessPool":
        from pebble import ProcessPool

        if self._pool is None:
            self._place = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="ami-", ignore_cleanup_errors=True)))
            pool = ProcessPool(
                max_workers=self.jobs,
                max_tasks=_TASKS_PER_WORKER,
                initializer=worker.take_post,
                initargs=(str(self._place), self.bounds),
                context=_context(),
            )
            self._pool = self._open.enter_context(pool)
            self._given_up_at = time.monotonic() + _TO_START
        return self._pool


def _context() -> Any:  # a multiprocessing context; its two classes have no common typed base that pebble names
    """A server process that has the readers loaded and forks workers from there; where there is none, fresh processes."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _what_happened(error: Exception) -> Lost:
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
