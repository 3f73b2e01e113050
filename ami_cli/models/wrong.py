"""What a validator of a model says is wrong, in both languages."""

from typing import LiteralString

from pydantic_core import PydanticCustomError


def wrong(  # noqa: PLR0913  # two languages, twice
    kind: LiteralString, *, fr: str, en: str, remedy_fr: str = "", remedy_en: str = "", at: str = ""
) -> PydanticCustomError:
    """Return the error that a validator raises.

    `at` is the path of the fault below the value that is validated, such as `2.id`; empty where it is the value itself.
    """
    return PydanticCustomError(kind, "{en}", {"fr": fr, "en": en, "remedy_fr": remedy_fr, "remedy_en": remedy_en, "at": at})


def quoted(value: object) -> str:
    """Return a value from outside as it can stand in a message: short, on one line, nothing invisible in it."""
    text = value if isinstance(value, str) else str(value)
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[:61])
    return f"{shown[:59]}…" if len(text) > 60 else shown  # noqa: PLR2004  # 60 characters fit beside a file name and a line
