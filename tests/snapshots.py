"""Text compared with a file under `tests/expected/`; `--update-expected` writes the files anew."""

from collections.abc import Callable
from pathlib import Path

EXPECTED = Path(__file__).parent / "expected"
Compare = Callable[[str, str], None]
"""Takes the name of a file below `tests/expected/`, and the text that should be in it."""


def comparing(*, update: bool) -> Compare:
    """Return the comparison; with `update` it writes, and then finds no difference."""

    def compare(name: str, text: str) -> None:
        path = EXPECTED / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is missing: look at the text, then run pytest --update-expected"
        assert text == path.read_text(encoding="utf-8")

    return compare
