"""One mistake of a file, at its line."""

from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.strict_yaml.source import Path, Source, written


def mistake(source: Source | str, path: Path, name: str, message: Words, remedy: Words | None = None) -> Remark:
    """Return a mistake at the line of `path`, or without a line where only the name of the file is known."""
    file, line = (source, None) if isinstance(source, str) else (source.file, source.line(path))
    return Remark(name=name, severity="error", file=file, line=line, path=written(path), message=message, remedy=remedy)
