"""What can begin before the stages are loaded, which takes as long as reading some files."""

from pathlib import Path

from ami_cli import workers, workspace
from ami_cli.errors import AmiError


def get_ready(path: Path | None, *, cache: bool) -> None:
    """Have those who read files get ready, where it is sure that they will be needed: nothing was kept by an earlier check."""
    try:
        place = workspace.find(path or Path())
    except (AmiError, OSError):
        return  # whoever looks for the applications says what is wrong
    if not (cache and place.cache.exists()):
        workers.get_ready()
