"""The command line as a person runs it: in this process, through the real entry point."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from ami_cli.app import main


class Run(NamedTuple):
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


def run(*words: object, where: Path | None = None, environment: dict[str, str] | None = None) -> Run:
    """Run `ami` with these words, from the folder `where`; French unless `--lang` is among them."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    variables = {"LC_ALL": "fr_FR.UTF-8", "COLUMNS": "80", **(environment or {})}
    with _standing_in(where), patch.dict(os.environ, variables), redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in words])
        sys.stdout.flush()
        sys.stderr.flush()
    read = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err)]
    return Run(code, *read)


@contextmanager
def _standing_in(where: Path | None) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(where or before)
    try:
        yield
    finally:
        os.chdir(before)
