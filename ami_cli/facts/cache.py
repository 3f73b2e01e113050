"""Facts kept between runs: by digest of the content and version of what read it."""

from pathlib import Path

from pydantic import ValidationError

from ami_cli.facts.tools import NONE, Tools
from ami_cli.facts.versions import version_of
from ami_cli.keeping import LARGEST, Keeper
from ami_cli.models.facts import DocumentFacts, Sha256


class Cache:
    """The facts of files already read."""

    def __init__(self, path: Path | None, tools: Tools = NONE, largest: int = LARGEST) -> None:
        """Open or make the cache at `path`; None keeps nothing. `tools` are those that facts read now would rest on."""
        self._keeper, self._tools = Keeper(path, largest), tools

    def find(self, digest: Sha256, suffix: str) -> DocumentFacts | None:
        """Return the facts of a content, or None where it must be read."""
        found = self._keeper.find(digest + suffix)
        if found is None:
            return None
        try:
            facts = DocumentFacts.model_validate_json(found[1])
        except ValidationError:
            return None
        return facts if found[0] == version_of(facts, self._tools) else None

    def keep(self, facts: DocumentFacts, suffix: str, written: bytes) -> None:
        """Remember facts; `written` is their JSON."""
        self._keeper.keep(facts.sha256 + suffix, version_of(facts, self._tools), written)

    def close(self) -> None:
        """Write what is new, forget what is beyond the bound."""
        self._keeper.close()
