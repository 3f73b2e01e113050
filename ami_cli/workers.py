"""Where worker processes come from: a process that has the readers loaded, and can be started before anybody needs it."""

import os
import signal
from typing import Any

PRELOADED = ["ami_cli.facts.warm"]
"""Named, not imported: it is for that process alone."""


def context() -> Any:  # a multiprocessing context; its two classes have no common typed base that pebble names
    """Return what makes workers: a server process that has the readers loaded; where there is none, fresh processes."""
    import multiprocessing  # noqa: PLC0415  # a second check of what did not change starts no process

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(PRELOADED)
    return found


def get_ready() -> None:
    """Start the server process, where there is such a thing, and do not wait: it loads the readers while its parent goes on.

    Ctrl-C reaches the whole group; that process is born deaf to it, and leaves when its parent does, without a traceback.
    """
    if context().get_start_method() != "forkserver":
        return
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415  # as above

    resource_tracker.ensure_running()  # otherwise started by the next, and it lets the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
