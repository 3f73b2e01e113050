"""Exit codes, and the errors that a person can put right."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit status of `ami` means."""

    DONE = 0
    NOT_MET = 1
    USAGE = 2
    CALL = 3
    SOURCE = 4
    TEMPLATE = 5
    FAULT = 70
    INTERRUPTED = 130


class AmiError(Exception):
    """A command that cannot be carried out: what is wrong and what to do, in both languages."""

    code: ExitCode = ExitCode.FAULT

    def __init__(self, *, fr: str, en: str, remedy_fr: str = "", remedy_en: str = "") -> None:
        """Keep both wordings; the remedy says what the person can do next."""
        super().__init__(en)
        self.fr, self.en = fr, en
        self.remedy_fr, self.remedy_en = remedy_fr, remedy_en

    def of(self, language: str) -> str:
        """Return what is wrong in `language`."""
        return self.fr if language == "fr" else self.en

    def remedy(self, language: str) -> str:
        """Return what to do in `language`; empty where there is nothing to add."""
        return self.remedy_fr if language == "fr" else self.remedy_en


class UsageError(AmiError):
    """The command's words do not fit together."""

    code = ExitCode.USAGE


class CallError(AmiError):
    """A call file is not valid; `call.load` raises a child that lists every mistake with its line."""

    code = ExitCode.CALL


class SourceError(AmiError):
    """A source or the workspace cannot be used."""

    code = ExitCode.SOURCE


class TemplateError(AmiError):
    """A template is wrong: file, line and what is missing."""

    code = ExitCode.TEMPLATE
