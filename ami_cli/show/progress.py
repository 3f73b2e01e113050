"""A progress bar on stderr, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ami_cli.show.screen import Bilingual, coloured, language

Advance = Callable[[], None]


@contextmanager
def progress(what: Bilingual, total: int | None = None) -> Iterator[Advance]:
    """Show how far long work has come; inside the block, call what is given once per thing done."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(file=sys.stderr, no_color=not coloured(sys.stderr))
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    with bar:
        task = bar.add_task(what.of(language()), total=total)
        yield lambda: bar.advance(task)
