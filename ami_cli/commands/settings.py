"""What holds for one run of one command: the language of everything shown, and the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ami_cli.errors import UsageError


@dataclass(frozen=True)
class Settings:
    """Chosen before the command runs."""

    language: str = "fr"
    now: datetime | None = None


_settings: ContextVar[Settings] = ContextVar("_settings")


@contextmanager
def use(settings: Settings) -> Iterator[None]:
    """Let `settings` hold inside the block."""
    token = _settings.set(settings)
    try:
        yield
    finally:
        _settings.reset(token)


def language() -> str:
    """Return `fr` or `en`: the language of everything shown."""
    return _settings.get(Settings()).language


def now() -> datetime:
    """Return the time to print and to record: that of `--now`, else the clock's, in UTC to the second."""
    frozen = _settings.get(Settings()).now
    return datetime.now(UTC).replace(microsecond=0) if frozen is None else frozen


def freeze(moment: str | None) -> None:
    """Take `--now`: an ISO day or moment, in UTC where it has no offset. A UsageError where it is none."""
    if moment is None:
        return
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError as error:
        raise UsageError(
            fr=f"--now : « {moment} » n’est pas une date",
            en=f"--now: “{moment}” is not a date",
            remedy_fr="écrivez par exemple 2025-09-01 ou 2025-09-01T09:00+02:00",
            remedy_en="write for instance 2025-09-01 or 2025-09-01T09:00+02:00",
        ) from error
    at = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    _settings.set(replace(_settings.get(Settings()), now=at))
