"""Writing to the two streams: encodings, colours, readers that go away."""

import os
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import IO, Protocol, TextIO

from ami_cli.errors import SourceError, UsageError
from ami_cli.files import write_whole

_SGR = {"good": "32", "doubt": "33", "bad": "31", "strong": "1", "faint": "2"}
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_IN_MEMORY = 8 << 20
"""Bytes of a long result kept in memory; the rest waits on the disk."""
_state = {"language": "fr"}


class Mark(StrEnum):
    """How a word is coloured; the word itself always says the same."""

    GOOD = "good"
    DOUBT = "doubt"
    BAD = "bad"
    STRONG = "strong"
    FAINT = "faint"


class Bilingual(Protocol):
    """Anything that has words in both languages: Words, an error."""

    def of(self, language: str) -> str:
        """Return the words in `language`."""
        ...


def use(language: str) -> None:
    """Speak `language` from now on, and write UTF-8 wherever the reader is not a terminal."""
    _state["language"] = language
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def language() -> str:
    """Return the language spoken."""
    return _state["language"]


def clean(text: str) -> str:
    """Return text in which nothing steers a terminal: control and direction marks become visible."""
    return _HARMFUL.sub("�", text)


def from_here(text: str) -> str:
    """Return a message in which what lies below here is named from here: nobody reads the whole way to where she stands."""
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return text
    return text if here == here.parent else re.sub(rf"(?<![\w./\\-]){re.escape(f'{here}{os.sep}')}(?=\S)", "", text)


def width() -> int:
    """Return the columns to fill: those of the terminal, else 80."""
    return max(shutil.get_terminal_size((80, 24)).columns, 40)


def columns() -> int | None:
    """Return the columns to fold a result to: those of the terminal; None where it is piped, and lines stay whole."""
    return width() if sys.stdout.isatty() else None


def coloured(stream: TextIO) -> bool:
    """Tell whether colours are wanted on a stream: a terminal, without NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def marked(text: str, mark: Mark, stream: TextIO) -> str:
    """Return text in the colour of `mark`, where colours are wanted."""
    return f"\x1b[{_SGR[mark]}m{text}\x1b[0m" if coloured(stream) else text


def data(content: str | bytes | IO[bytes]) -> None:
    """Write a result to stdout exactly as it is; a SourceError where it cannot be written, such as to a full disk."""
    try:
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        elif not isinstance(content, str):
            sys.stdout.flush()
            shutil.copyfileobj(content, sys.stdout.buffer)
        else:
            sys.stdout.write(content if content.endswith("\n") or not content else f"{content}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _forget(sys.stdout)
    except OSError as error:
        _forget(sys.stdout)
        raise SourceError(
            fr=f"le résultat n’a pas pu être écrit : {error.strerror}",
            en=f"the result could not be written: {error.strerror}",
            remedy_fr="libérez de la place, ou écrivez ailleurs avec --out",
            remedy_en="free some space, or write elsewhere with --out",
        ) from error


def gather(pieces: Iterable[str]) -> IO[bytes]:
    """Take the pieces of a long result into a temporary file: nothing is written anywhere before all of it is there."""
    kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # `give` closes it
    for piece in pieces:
        kept.write(piece.encode("utf-8", "backslashreplace"))
    kept.seek(0)
    return kept


def give(content: str | bytes | IO[bytes], out: Path | None) -> None:
    """Write a result to the file `out`, or to stdout where there is none; a workbook is never written to a terminal."""
    if not isinstance(content, str | bytes):
        with content:
            _save(content, out) if out is not None else data(content)
    elif out is not None:
        _save(content, out)
    elif isinstance(content, bytes) and content.startswith(b"PK") and sys.stdout.isatty():
        raise UsageError(
            fr="ce format ne s’affiche pas dans un terminal",
            en="this format cannot be shown in a terminal",
            remedy_fr="ajoutez --out et le nom d’un fichier",
            remedy_en="add --out and the name of a file",
        )
    else:
        data(content)


def _save(content: str | bytes | IO[bytes], out: Path) -> None:
    try:
        write_whole(out, content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content)
    except OSError as error:
        raise SourceError(
            fr=f"impossible d’écrire {out} : {error.strerror}",
            en=f"cannot write {out}: {error.strerror}",
            remedy_fr="choisissez un autre fichier avec --out",
            remedy_en="choose another file with --out",
        ) from error
    talk(f"→ {out}")


def result(text: str) -> None:
    """Write a result for people to stdout: text that may hold words from outside."""
    data(clean(text))


def talk(text: str) -> None:
    """Say something on stderr, folded to the width of a terminal."""
    _write(_folded(text))


def say(words: Bilingual) -> None:
    """Say `words` on stderr in the language spoken."""
    talk(words.of(language()))


def error(message: str, remedy: str = "") -> None:
    """Say on stderr what is wrong, then what to do."""
    french = language() == "fr"
    _write(f"{marked('Erreur :' if french else 'Error:', Mark.BAD, sys.stderr)} {_folded(message)}")
    if remedy:
        _write(f"{marked('À faire :' if french else 'To do:', Mark.STRONG, sys.stderr)} {_folded(remedy)}")


def finish(code: int) -> int:
    """Flush what is left to write and return `code`, even where nobody reads any more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            _forget(stream)
    return int(code)


def _folded(said: str) -> str:
    text = from_here(clean(said))
    if not sys.stderr.isatty():
        return text  # what is piped stays on its line, for grep
    return "\n".join(_fold(line) for line in text.split("\n"))


def _fold(line: str) -> str:
    """Fold one line; what follows stands below its beginning."""
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.fill(line, width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _write(text: str) -> None:
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        _forget(sys.stderr)


def _forget(stream: TextIO) -> None:
    """Send the rest nowhere: the reader went away, and the exit code still has to be the true one."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
