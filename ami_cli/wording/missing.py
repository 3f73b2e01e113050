"""The words of a document wherever they stand, and whether one of them is still to be set."""

from collections.abc import Iterator, Sequence

from ami_cli.models.base import Model
from ami_cli.models.content import Block, Run


def shows_missing(blocks: Sequence[Block]) -> bool:
    """Return whether any run stands for a `to-be-set`."""
    return any(run.missing for run in runs(tuple(blocks)))


def runs(thing: object) -> Iterator[Run]:
    """Give every run below a part of the tree, in reading order."""
    if isinstance(thing, Run):
        yield thing
    elif isinstance(thing, Model):
        for name in type(thing).model_fields:
            yield from runs(getattr(thing, name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from runs(item)
