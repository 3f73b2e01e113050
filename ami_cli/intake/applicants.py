"""Who delivered: the signs by which two deliveries are of one applicant, and those that only make one look."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ami_cli.models.folding import folded

FREE = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "yahoo.com",
        "yahoo.fr",
        "ymail.com",
        "hotmail.com",
        "hotmail.fr",
        "outlook.com",
        "outlook.fr",
        "live.com",
        "live.fr",
        "msn.com",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "sfr.fr",
        "neuf.fr",
        "laposte.net",
        "bbox.fr",
        "numericable.fr",
        "aol.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "gmx.com",
        "gmx.fr",
        "gmx.net",
        "proton.me",
        "protonmail.com",
        "pm.me",
        "tutanota.com",
        "zoho.com",
        "mail.com",
        "yandex.com",
        "zaclys.net",
        "riseup.net",
    ]
)
"""Mail providers open to all: an address there says nothing of a firm."""
MOST = 4
"""Look-alikes told of one application."""
Key = tuple[str, ...]
Node = TypeVar("Node")


@dataclass(frozen=True)
class Signs:
    """What is known of who delivered."""

    addresses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    bundle: str | None = None
    """The name of the folder or archive, where it came without a message."""

    def strong(self) -> Iterator[Key]:
        """Give the signs each of which is enough: an address, a bundle's name, or two weak signs together."""
        yield from (("address", address) for address in self.addresses if address)
        if self.bundle:
            yield ("bundle", folded(self.bundle))
        names, firms = self._names(), self._firms()
        yield from (("name+firm", name, firm) for name in names for firm in firms)
        yield from (("name+file", name, file) for name in names for file in self.files)
        yield from (("firm+file", firm, file) for firm in firms for file in self.files)

    def weak(self) -> Iterator[Key]:
        """Give the signs that only make one look."""
        yield from (("name", name) for name in self._names())
        yield from (("firm", firm) for firm in self._firms())
        yield from (("file", file) for file in self.files)

    def _names(self) -> list[str]:
        """Return full names, whatever the order of their words; one word alone is no name."""
        found = (sorted(re.findall(r"[^\W_]{2,}", folded(name))) for name in self.names)
        return sorted({" ".join(words) for words in found if len(words) >= 2})  # noqa: PLR2004  # a first and a last name

    def _firms(self) -> list[str]:
        domains = {address.rpartition("@")[2] for address in self.addresses}
        return sorted(domain for domain in domains if domain and domain not in FREE)


@dataclass
class Groups(Generic[Node]):
    """Deliveries that strong signs join, directly or through one another."""

    members: dict[Key, list[Node]] = field(default_factory=dict)
    parent: dict[Node, Node] = field(default_factory=dict)

    def add(self, node: Node, keys: Iterable[Key]) -> None:
        """Join a delivery with those that share a sign."""
        self.parent.setdefault(node, node)
        for key in keys:
            known = self.members.setdefault(key, [])
            if known:
                self.parent[self.root(node)] = self.root(known[0])
            known.append(node)

    def root(self, node: Node) -> Node:
        """Return the one that stands for the group of a delivery."""
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node


def alike(signs: Mapping[str, Sequence[Signs]]) -> dict[str, list[tuple[str, str]]]:
    """Return, for each application, the others that share a weak sign, and which sign: to be shown, never merged.

    Of many that share one, the first few are enough to make a person look.
    """
    by_key: dict[Key, list[str]] = {}
    for name, found in signs.items():
        for key in dict.fromkeys(key for one in found for key in one.weak()):
            by_key.setdefault(key, []).append(name)
    pairs: dict[str, list[tuple[str, str]]] = {}
    for key, names in by_key.items():
        for name in names:
            pairs.setdefault(name, []).extend((other, key[0]) for other in names[: MOST + 1] if other != name)
    return {name: sorted(set(found))[:MOST] for name, found in pairs.items()}
