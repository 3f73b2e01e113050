"""Old Office files that a password locks: told from their container, where LibreOffice does not open them."""

from pathlib import Path

import pytest

from ami_cli.facts import media
from ami_cli.facts.bounds import DEFAULT
from ami_cli.facts.locked import is_locked
from ami_cli.facts.reading import facts_of
from ami_cli.facts.second_look import looked_again
from ami_cli.facts.tools import Bench, Tools
from tests.facts.making import ole

DOC = ole("WordDocument", b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x13")
DOC_OPEN = ole("WordDocument", b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x12")
XLS = ole("Workbook", b"\x09\x08\x02\x00\x00\x06" + b"\x2f\x00\x04\x00\x01\x00\x01\x00")
XLS_OPEN = ole("Workbook", b"\x09\x08\x02\x00\x00\x06" + b"\xe1\x00\x02\x00\xb0\x04")
PPT = ole("Current User", b"\x00\x00\xf6\x0f" + bytes(8) + b"\xdf\xc4\xd1\xf3")
PPT_OPEN = ole("Current User", b"\x00\x00\xf6\x0f" + bytes(8) + b"\x5f\xc0\x91\xe3")


@pytest.mark.parametrize(
    ("data", "media_type", "locked"),
    [
        (DOC, media.DOC, True),
        (DOC_OPEN, media.DOC, False),
        (XLS, media.XLS, True),
        (XLS_OPEN, media.XLS, False),
        (PPT, media.PPT, True),
        (PPT_OPEN, media.PPT, False),
        (DOC, media.WPD, False),
        (DOC, media.XLS, False),
        (DOC[:700], media.DOC, False),
        (b"", media.DOC, False),
    ],
)
def test_a_lock_is_told_from_the_container(data: bytes, media_type: str, *, locked: bool) -> None:
    assert is_locked(data, media_type) is locked


@pytest.mark.parametrize(("data", "problem"), [(DOC, "encrypted"), (DOC_OPEN, "damaged")])
def test_what_libreoffice_does_not_open_is_locked_or_damaged(data: bytes, problem: str, tmp_path: Path) -> None:
    read = facts_of(data, ".doc")
    assert (read.media_type, read.problem) == (media.DOC, "unsupported")
    again = looked_again(read, {read.sha256: data}, {}, Bench(Tools(office="soffice"), tmp_path, DEFAULT))
    assert again.problem == problem
