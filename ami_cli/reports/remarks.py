"""Remarks about call files → text for people, JSON, a table, and GitHub's workflow commands."""

import json
import textwrap
from collections.abc import Sequence
from typing import Any, Literal, get_args

from ami_cli.models.remark import Remark
from ami_cli.models.table import Column, Table, table
from ami_cli.models.text import Words
from ami_cli.reports.github import workflow_command

RemarksFormat = Literal["table", "json", "github", "csv", "md"]
REMARK_FORMATS: tuple[RemarksFormat, ...] = get_args(RemarksFormat)

_SEVERITY = {"error": Words(fr="erreur", en="error"), "warning": Words(fr="avertissement", en="warning")}
_HEADINGS = (
    Words(fr="Fichier", en="File"),
    Words(fr="Ligne", en="Line"),
    Words(fr="Gravité", en="Severity"),
    Words(fr="Nom", en="Name"),
    Words(fr="Endroit", en="Place"),
    Words(fr="Remarque", en="Remark"),
    Words(fr="À faire", en="To do"),
)


def remarks_as_text(remarks: Sequence[Remark], language: str, width: int | None) -> str:
    """Return `file:line: path: what is wrong`, then what to do; folded to `width`, or one line each where it is None."""
    told: list[str] = []
    for before, remark in zip([None, *remarks], remarks, strict=False):
        apart = width is not None and before is not None and before.file != remark.file
        told += ["\n"] * apart + [_told(remark, language, width)]
    return "".join(told)


def _told(remark: Remark, language: str, width: int | None) -> str:
    name = f"[{remark.name if remark.severity == 'warning' else _SEVERITY['error'].of(language)}]"
    place = remark.file if remark.line is None else f"{remark.file}:{remark.line}"
    head = ": ".join(part for part in (place, remark.path) if part)
    message = f"{remark.message.of(language)} {name}"
    remedy = f"→ {remark.remedy.of(language)}" if remark.remedy else ""
    if width is None:
        return " ".join(part for part in (f"{head}: {message}", remedy) if part) + "\n"
    parts = [head + ":", _folded(message, width), *([_folded(remedy, width)] if remedy else [])]
    return "\n".join(parts) + "\n"


def _folded(text: str, width: int) -> str:
    return textwrap.fill(
        text, width, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def remarks_as_json(remarks: Sequence[Remark], files: Sequence[str]) -> str:
    """Return the files that were read, every remark in both languages, and the counts."""
    counts = {kind: sum(remark.severity == kind for remark in remarks) for kind in ("error", "warning")}
    content: dict[str, Any] = {
        "files": list(files),
        "remarks": [remark.model_dump(mode="json") for remark in remarks],
        "summary": {"errors": counts["error"], "warnings": counts["warning"]},
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def remarks_as_github(remarks: Sequence[Remark], language: str) -> str:
    """Return one workflow command per remark, which GitHub shows at its line."""
    return "".join(
        workflow_command(
            remark.severity,
            {"file": remark.file, "line": str(remark.line or 1), "title": f"{remark.path} ({remark.name})".strip()},
            "\n".join([remark.message.of(language), *([remark.remedy.of(language)] if remark.remedy else [])]),
        )
        for remark in remarks
    )


def remarks_as_table(remarks: Sequence[Remark], language: str) -> Table:
    """Return one row per remark."""
    rows = [
        (
            remark.file,
            remark.line,
            _SEVERITY[remark.severity].of(language),
            remark.name,
            remark.path,
            remark.message.of(language),
            remark.remedy.of(language) if remark.remedy else None,
        )
        for remark in remarks
    ]
    title = Words(fr="Remarques sur les appels", en="Remarks about the calls").of(language)
    return table(title, [Column(title=heading.of(language)) for heading in _HEADINGS], rows, language)


def remarks_counted(remarks: Sequence[Remark], files: int) -> Words:
    """Return how many files were looked at and what was found, and where to read more."""
    errors = sum(remark.severity == "error" for remark in remarks)
    warnings = len(remarks) - errors
    fr = f"{_nombre(files, 'appel')} : {_nombre(errors, 'erreur')}, {_nombre(warnings, 'avertissement')}."
    en = f"{_count(files, 'call')}: {_count(errors, 'error')}, {_count(warnings, 'warning')}."
    more = next((remark.name for remark in remarks if remark.severity == "warning"), None)
    if more is not None:
        fr, en = f"{fr} Pour en comprendre un : ami explain {more}", f"{en} To understand one: ami explain {more}"
    return Words(fr=fr, en=en)


def _nombre(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number > 1 else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
