"""Asking a person on a terminal: the question on stderr, the answer from the keyboard, again until it can be read."""

import sys
from collections.abc import Callable
from typing import TypeVar

from ami_cli.errors import AmiError
from ami_cli.show.screen import Bilingual, Mark, clean, error, language, marked

T = TypeVar("T")


def can_ask() -> bool:
    """Return whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: Bilingual, default: str, read: Callable[[str], T]) -> T:
    """Ask until `read` accepts the answer; an empty answer is the default. Ctrl-C, and the end of the input, interrupt."""
    proposed = f" [{default}]" if default else ""
    lead = f"{marked(clean(question.of(language())), Mark.STRONG, sys.stderr)}{proposed} > "
    while True:
        sys.stderr.write(lead)
        sys.stderr.flush()
        typed = sys.stdin.readline()
        if not typed:
            raise KeyboardInterrupt
        try:
            return read(typed.strip() or default)
        except AmiError as wrong:
            error(wrong.of(language()), wrong.remedy(language()))
