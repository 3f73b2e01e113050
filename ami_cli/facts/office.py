"""Laying office files out with LibreOffice, many at a time: own profile, no macro, no network, nothing fetched."""

from collections.abc import Mapping
from pathlib import Path

from ami_cli.facts import media
from ami_cli.facts.outside import run
from ami_cli.facts.tools import parts

SUFFIXES = {
    media.DOCX: ".docx",
    media.DOCM: ".docm",
    media.ODT: ".odt",
    media.FODT: ".fodt",
    media.RTF: ".rtf",
    media.DOC: ".doc",
    media.WPD: ".wpd",
    media.PPT: ".ppt",
    media.XLS: ".xls",
}
"""What is laid out: word-processor files for their pages, older formats because nothing else here reads them."""
_PARTS = {media.PPT: "impress", media.XLS: "calc"}
"""Which part of LibreOffice opens a format, other than its word processor; many systems install them one by one."""


def can_open(program: str, media_type: str) -> bool:
    """Return whether LibreOffice has the part that opens such files."""
    installed = parts(program)
    return installed is None or _PARTS.get(media_type, "writer") in installed


def result_of(media_type: str) -> str:
    """Return what such a file becomes, as a suffix: pages, or for a workbook a workbook of today, whose cells can be read."""
    return "xlsx" if media_type == media.XLS else "pdf"


_START = 60.0
"""Seconds that LibreOffice may take to start, with a new profile on a busy machine."""

_COMMON = "/org.openoffice.Office.Common"
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Linguistic/General", "IsAutoHyphenateSpecial", "false"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Setup/Product", "ooSetupLastVersion", "99"),
)


def laid_out(program: str, files: Mapping[str, tuple[bytes, str]], folder: Path, seconds: float) -> dict[str, bytes]:
    """Return the PDF, or `result_of`, of each file that could be laid out; `files` gives content and media type by any key.

    Args:
        program: LibreOffice.
        files: what to lay out.
        folder: where to work; the profile in it is used again by the next call.
        seconds: time for each file.
    """
    work, out = folder / "in", folder / "out"
    for place in (work, out):
        place.mkdir(exist_ok=True)
        for old in place.iterdir():
            old.unlink()
    names: dict[Path, str] = {}
    for number, (key, (content, kind)) in enumerate(files.items()):
        path = work / f"{number:04}{SUFFIXES[kind]}"
        path.write_bytes(content)
        names[path] = key
    for result in sorted(set(map(result_of, (kind for _content, kind in files.values())))):
        waiting = [path for path, key in names.items() if result_of(files[key][1]) == result]
        while waiting:
            _convert(program, waiting, result, folder, seconds)
            done = [path for path in waiting if _laid(path, out)]
            # LibreOffice takes the files in order: the first without a result is the one it stumbled over
            waiting = [path for path in waiting if path not in done][1:]
    return {key: laid.read_bytes() for path, key in names.items() if (laid := _laid(path, out))}


def _convert(program: str, paths: list[Path], result: str, folder: Path, seconds: float) -> None:
    profile = folder / "profile"
    _settle(profile)
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--convert-to", result, "--outdir"],
        str(folder / "out"),
        *map(str, paths),
    ]
    run(command, seconds=_START + seconds * len(paths), folder=folder)


def _laid(path: Path, out: Path) -> Path | None:
    return next(out.glob(f"{path.stem}.*"), None)


def _settle(profile: Path) -> None:
    """Write the settings of a profile before LibreOffice first sees it."""
    target = profile / "user" / "registrymodifications.xcu"
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    namespaces = (
        'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    target.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {namespaces}>{items}</oor:items>\n', encoding="utf-8")
