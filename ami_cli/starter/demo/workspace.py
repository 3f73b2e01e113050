"""The example workspace on disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from ami_cli import starter
from ami_cli.files import write_whole
from ami_cli.starter.demo import pdf, sources, word

CALL = "capitalisation-mna-nantes"
MARK = ".ami/demo"
"""The file that says that a folder is an example and may be made again."""
PASSWORD = "orme-2025"  # noqa: S105  # of an invented CV, which nobody is meant to open
GROUNDS = Path(__file__).parent / "grounds.yaml"


def is_demo(root: Path) -> bool:
    """Tell whether a folder was made by `build`."""
    return (root / MARK).is_file()


def build(root: Path) -> int:
    """Make the example in `root`, anew where there is one already, and return how many files the applications have."""
    if is_demo(root):
        for name in starter.FOLDERS:
            shutil.rmtree(root / name.split("/")[0], ignore_errors=True)
    write_whole(root / MARK, b"ami demo\n")
    for path in (f"{CALL}.yaml", "organisations/mdm-france.yaml"):
        write_whole(root / "calls" / path, (starter.folder("calls") / path).read_bytes())
    starter.lay_out(root)
    write_whole(root / "evaluations" / CALL / "grounds.yaml", GROUNDS.read_bytes())
    return sum(_application(folder, root / "submissions" / CALL / folder.name) for folder in sources.folders())


def _application(folder: Path, to: Path) -> int:
    write_whole(to / "application.yaml", (folder / "application.yaml").read_bytes())
    files = dict(_files(sources.read(folder)))
    for name, content in files.items():
        write_whole(to / "files" / name, content)
    return len(files)


def _files(texts: tuple[sources.Source, ...]) -> Iterator[tuple[str, bytes]]:
    """Give the files of one application: texts that go to the same file follow one another in it."""
    together: dict[tuple[str, ...], list[sources.Source]] = {}
    for text in texts:
        together.setdefault(text.names, []).append(text)
    for names, parts in together.items():
        content = _made(parts)
        yield from ((name, content) for name in names)


def _made(parts: list[sources.Source]) -> bytes:
    first, blocks = parts[0], [part.blocks for part in parts]
    if first.made == "docx":
        return word.written(blocks, first.pages or 1)
    typeset = pdf.typeset(blocks, first.size)
    if first.made == "scan":
        return pdf.pictured(typeset)
    return pdf.locked(typeset, PASSWORD) if first.made == "encrypted" else typeset
