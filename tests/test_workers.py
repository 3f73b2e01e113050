"""The process from which workers are made is started ahead, and Ctrl-C is none of its business."""

import subprocess
import sys

import pytest

SCRIPT = """
import os, signal
from ami_cli import workers

workers.get_ready()
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.killpg(0, signal.SIGINT)
worker = workers.context().Process(target=print, args=("read",))
worker.start()
worker.join()
workers.get_ready()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such process")
def test_ctrl_c_while_it_loads_the_readers_leaves_it_at_work_and_silent() -> None:
    words = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(words, capture_output=True, text=True, check=True, start_new_session=True)  # noqa: S603  # our own words
    assert (done.stdout, done.stderr) == ("read\n", "")
