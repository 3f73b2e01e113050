"""Whether a document shows a field that is still to be set."""

from collections.abc import Iterator, Sequence

from ami_cli.models.base import Model
from ami_cli.models.content import Block, Run


def shows_missing(blocks: Sequence[Block]) -> bool:
    """Return whether any run stands for a `to-be-set`."""
    return any(run.missing for block in blocks for run in _runs(block))


def _runs(thing: object) -> Iterator[Run]:
    if isinstance(thing, Run):
        yield thing
    elif isinstance(thing, Model):
        for name in type(thing).model_fields:
            yield from _runs(getattr(thing, name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from _runs(item)
