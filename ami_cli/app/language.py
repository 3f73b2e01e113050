"""Which language to speak, decided before anything is shown."""

import locale
import sys
from collections.abc import Iterator, Mapping, Sequence

LANGUAGES = ("fr", "en")


def pick(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language asked with `--lang`, else that of the locale where it is one of ours, else French."""
    asked = next((value for value in _asked(arguments) if value in LANGUAGES), None)
    return asked or next((ours for ours in LANGUAGES if _locale(environment).lower().startswith(ours)), LANGUAGES[0])


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    """Give the values of `--lang`, the last first: the last one given wins."""
    options = list(arguments[: arguments.index("--")]) if "--" in arguments else list(arguments)
    for before, word in reversed(list(zip(["", *options], [*options, ""], strict=True))):
        if before == "--lang":
            yield word
        elif word.startswith("--lang="):
            yield word.removeprefix("--lang=")


def _locale(environment: Mapping[str, str]) -> str:
    """Return the locale's name: the first variable that is set, as POSIX orders them; on Windows the system's."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    return (locale.getlocale()[0] or "") if sys.platform == "win32" else ""
