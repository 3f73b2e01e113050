"""Every text below a model, with its path."""

from collections.abc import Iterator

from pydantic import RootModel

from ami_cli.models.base import Model
from ami_cli.models.text import Text


def texts(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Give every text below a value with its path, such as `mission.components.0.text`."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, RootModel):
        yield from texts(value.root, path)
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), f"{path}.{name}".lstrip("."))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, f"{path}.{index}")
