"""What workers are asked to do, by name: the parent can ask without loading a single reader, which takes long."""

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.orders import Order
from ami_cli.facts.tools import Tools


def take_post(folder: str, bounds: Bounds, tools: Tools) -> None:
    """Prepare the worker; see `worker.take_post`."""
    from ami_cli.facts import worker  # noqa: PLC0415  # it loads every reader: only in a worker

    worker.take_post(folder, bounds, tools)


def read_chunk(task: int, orders: tuple[Order, ...]) -> list[bytes]:
    """Read files; see `worker.read_chunk`."""
    from ami_cli.facts import worker  # noqa: PLC0415  # as above

    return worker.read_chunk(task, orders)


def look_again(task: int, orders: tuple[Order, ...]) -> list[bytes]:
    """Read files a second time; see `worker.look_again`."""
    from ami_cli.facts import worker  # noqa: PLC0415  # as above

    return worker.look_again(task, orders)
