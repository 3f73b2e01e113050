"""From a file to its values, by way of its text: bounded, UTF-8, without invisible characters."""

import re
import stat
from pathlib import Path

from ami_cli.models.remark import Remark
from ami_cli.models.text import Words
from ami_cli.strict_yaml.mistakes import mistake
from ami_cli.strict_yaml.nodes import Values

MAX_BYTES = 1 << 20
"""A long call has some 60 kB; beyond 1 MB it is something else."""

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LEADING_TAB = re.compile(r"^ *\t", re.MULTILINE)


def values_of(path: Path) -> tuple[Values | None, tuple[Remark, ...]]:
    """Return the plain values of a file with the mistakes of its writing; None where nothing can be read."""
    content = content_of(path)
    if isinstance(content, Remark):
        return None, (content,)
    text = text_of(content, str(path))
    if isinstance(text, tuple):
        return None, text
    values = Values(text, str(path))
    return values, values.mistakes


def content_of(path: Path) -> bytes | Remark:
    """Return the bytes of a regular file of at most 1 MB, or what is wrong with it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(path, Words(fr="ce n’est pas un fichier", en="this is not a file"))
        if status.st_size > MAX_BYTES:
            return _too_large(path, status.st_size)
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _unreadable(path, Words(fr="ce fichier n’existe pas", en="there is no such file"))
    except (OSError, ValueError):
        return _unreadable(path, Words(fr="ce fichier ne peut pas être lu", en="this file cannot be read"))
    return content if len(content) <= MAX_BYTES else _too_large(path, len(content))


def _unreadable(path: Path, message: Words) -> Remark:
    remedy = Words(fr="vérifiez le nom du fichier et ses droits", en="check the name of the file and its permissions")
    return mistake(str(path), (), "unreadable", message, remedy)


def _too_large(path: Path, size: int) -> Remark:
    megabytes = size / (1 << 20)
    return mistake(
        str(path),
        (),
        "too-large",
        Words(
            fr=f"le fichier est trop gros ({megabytes:.1f} Mo, 1 Mo au plus)".replace(".", ",", 1),
            en=f"the file is too large ({megabytes:.1f} MB, 1 MB at most)",
        ),
        Words(fr="vérifiez que c’est le bon fichier", en="check that it is the right file"),
    )


def text_of(content: bytes, file: str) -> str | tuple[Remark, ...]:
    """Return the text with plain line ends and no byte-order mark, or every character that cannot stand in it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return (_not_utf8(file, line),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [(match.start(), _invisible(match.group())) for match in _INVISIBLE.finditer(text)]
    found += [(match.start(), _TAB) for match in _LEADING_TAB.finditer(text)]
    by_line: dict[int, tuple[Words, Words]] = {}
    for position, said in sorted(found, key=lambda pair: pair[0])[:1000]:
        by_line.setdefault(text.count("\n", 0, position) + 1, said)
    remarks = tuple(_at(file, line, *said) for line, said in by_line.items())
    return remarks or text


def _at(file: str, line: int, message: Words, remedy: Words) -> Remark:
    return Remark(name="characters", severity="error", file=file, line=line, message=message, remedy=remedy)


def _not_utf8(file: str, line: int) -> Remark:
    message = Words(fr="le fichier n’est pas enregistré en UTF-8", en="the file is not saved as UTF-8")
    remedy = Words(
        fr="dans votre éditeur : « Enregistrer sous », encodage UTF-8", en="in your editor: “Save as”, with UTF-8 as encoding"
    )
    return _at(file, line, message, remedy)


_TAB = (
    Words(fr="une tabulation sert de retrait", en="a tab is used to indent"),
    Words(fr="remplacez-la par des espaces (deux par niveau)", en="replace it by spaces (two per level)"),
)


def _invisible(char: str) -> tuple[Words, Words]:
    code = f"U+{ord(char):04X}"
    return (
        Words(fr=f"un caractère invisible se trouve ici ({code})", en=f"there is an invisible character here ({code})"),
        Words(fr="effacez-le, ou retapez la ligne", en="delete it, or type the line again"),
    )
