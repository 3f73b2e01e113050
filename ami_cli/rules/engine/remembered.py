"""Results of pure functions of frozen values, kept for as long as the same values are asked about."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator that keeps the last `most` results, by the identity of the arguments.

    A call and its requirements are the same objects for every application, and hold dicts, which cannot be hashed.
    The arguments are kept with the result: an identity is never that of another value.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        kept: dict[tuple[int, ...], tuple[object, T]] = {}

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            key = (*map(id, args), *map(id, kwargs.values()))
            known = kept.get(key)
            if known is None:
                while len(kept) >= most:
                    del kept[next(iter(kept))]
                known = kept[key] = ((args, kwargs), function(*args, **kwargs))
            return known[1]

        return call

    return decorate
