"""Every mistake of a call file, in one error."""

from collections.abc import Sequence

from ami_cli.errors import CallError
from ami_cli.models.remark import Remark

SHOWN = 100
"""Mistakes listed at once; a file with more of them is not a call."""


class InvalidCall(CallError):  # noqa: N818  # a refusal with its list, read as words: except InvalidCall
    """A call file, or the organisation's beside it, cannot be loaded. `remarks` has every mistake, by file and line."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        """Keep the mistakes, in the order of their files and lines, none of them twice."""
        unique = dict.fromkeys(remarks)
        files = list(dict.fromkeys(remark.file for remark in unique))
        ordered = sorted(unique, key=lambda remark: (files.index(remark.file), remark.line or 0, remark.path))
        self.remarks: tuple[Remark, ...] = tuple(ordered[:SHOWN])
        count = len(ordered)
        super().__init__(
            fr="\n".join(_told(self.remarks, count, "fr")),
            en="\n".join(_told(self.remarks, count, "en")),
            remedy_fr="corrigez le fichier, puis relancez : ami validate",
            remedy_en="correct the file, then run again: ami validate",
        )


def _told(remarks: Sequence[Remark], count: int, language: str) -> list[str]:
    lines = []
    for remark in remarks:
        remedy = f" → {remark.remedy.of(language)}" if remark.remedy else ""
        lines.append(remark.of(language) + remedy)
    if count > len(remarks):
        rest = count - len(remarks)
        lines.append(f"… et {rest} autres erreurs" if language == "fr" else f"… and {rest} more mistakes")
    return lines
