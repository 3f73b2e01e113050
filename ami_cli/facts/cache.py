"""Facts kept between runs, in SQLite: by digest of the content and version of what read it. May be deleted at any time."""

import contextlib
import logging
import sqlite3
from pathlib import Path

from pydantic import ValidationError

from ami_cli.facts.tools import NONE, Tools
from ami_cli.facts.versions import version_of
from ami_cli.models.facts import DocumentFacts, Sha256

_LAYOUT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (
  sha256 TEXT NOT NULL, suffix TEXT NOT NULL, media_type TEXT NOT NULL, version TEXT NOT NULL,
  used INTEGER NOT NULL, size INTEGER NOT NULL, facts BLOB NOT NULL, PRIMARY KEY (sha256, suffix)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (number INTEGER NOT NULL);
"""
_PATIENCE = 20.0
"""Seconds to wait for another run that writes."""
_BATCH = 200
LARGEST = 1 << 30
"""Bytes of facts kept; beyond it, those unused for the longest number of runs go first."""

log = logging.getLogger(__name__)


class Cache:
    """The facts of files already read. Whatever is wrong with its file, reading goes on without it."""

    def __init__(self, path: Path | None, tools: Tools = NONE, largest: int = LARGEST) -> None:
        """Open or make the cache at `path`; None keeps nothing. `tools` are those that facts read now would rest on."""
        self._path, self._tools, self._largest = path, tools, largest
        self._new: list[tuple[str, str, str, str, int, int, bytes]] = []
        self._seen: list[tuple[str, str]] = []
        self._run = 0
        self._rows = self._open() if path is not None else None

    def find(self, digest: Sha256, suffix: str) -> DocumentFacts | None:
        """Return the facts of a content, or None where it must be read."""
        if self._rows is None:
            return None
        try:
            found = self._rows.execute(
                "SELECT version, facts, used FROM facts WHERE sha256 = ? AND suffix = ?", (digest, suffix)
            ).fetchone()
            if found is None:
                return None
            facts = DocumentFacts.model_validate_json(found[1])
            if found[0] != version_of(facts, self._tools):
                return None
        except (sqlite3.Error, ValidationError, TypeError) as error:
            log.info("cache row not used: %s", error)
            return None
        if found[2] != self._run:
            self._seen.append((digest, suffix))
        return facts

    def keep(self, facts: DocumentFacts, suffix: str, written: bytes) -> None:
        """Remember facts; `written` is their JSON."""
        if self._rows is None:
            return
        row = (facts.sha256, suffix, facts.media_type, version_of(facts, self._tools), self._run, len(written), written)
        self._new.append(row)
        if len(self._new) >= _BATCH:
            self._write()

    def close(self) -> None:
        """Write what is new, forget what is beyond the bound."""
        if self._rows is None:
            return
        self._write()
        with contextlib.suppress(sqlite3.Error):
            self._shrink()
        self._rows.close()
        self._rows = None

    def _open(self) -> sqlite3.Connection | None:
        for _attempt in range(2):
            try:
                return self._connect()
            except (sqlite3.DatabaseError, OSError) as error:
                log.info("cache unusable, made anew: %s", error)
                if isinstance(error, sqlite3.OperationalError) or not self._discard():
                    return None
        return None

    def _connect(self) -> sqlite3.Connection:
        assert self._path is not None  # noqa: S101 (only called where there is a path; told to the type checker)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        rows = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        try:
            rows.execute("PRAGMA journal_mode = WAL")
            rows.execute("PRAGMA synchronous = NORMAL")
            if rows.execute("PRAGMA user_version").fetchone()[0] not in {0, _LAYOUT}:
                rows.executescript("DROP TABLE IF EXISTS facts; DROP TABLE IF EXISTS runs;")
            rows.executescript(f"{_SCHEMA} PRAGMA user_version = {_LAYOUT};")
            self._run = 1 + int(rows.execute("SELECT coalesce(max(number), 0) FROM runs").fetchone()[0])
        except BaseException:
            rows.close()
            raise
        return rows

    def _discard(self) -> bool:
        assert self._path is not None  # noqa: S101 (as above)
        try:
            for end in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + end).unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _write(self) -> None:
        assert self._rows is not None  # noqa: S101 (as above)
        try:
            self._rows.execute("BEGIN IMMEDIATE")
            self._rows.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)", self._new)
            self._rows.executemany(
                "UPDATE facts SET used = ? WHERE sha256 = ? AND suffix = ?", [(self._run, *key) for key in self._seen]
            )
            self._rows.execute("DELETE FROM runs")
            self._rows.execute("INSERT INTO runs VALUES (?)", (self._run,))
            self._rows.execute("COMMIT")
        except sqlite3.Error as error:
            log.info("cache not written: %s", error)
            with contextlib.suppress(sqlite3.Error):
                self._rows.execute("ROLLBACK")
        self._new.clear()
        self._seen.clear()

    def _shrink(self) -> None:
        assert self._rows is not None  # noqa: S101 (as above)
        total = self._rows.execute("SELECT coalesce(sum(size), 0) FROM facts").fetchone()[0]
        if total <= self._largest:
            return
        oldest = self._rows.execute("SELECT sha256, suffix, size FROM facts ORDER BY used, sha256").fetchall()
        gone = []
        for digest, suffix, size in oldest:
            if total <= self._largest:
                break
            gone.append((digest, suffix))
            total -= size
        self._rows.executemany("DELETE FROM facts WHERE sha256 = ? AND suffix = ?", gone)
        self._rows.execute("VACUUM")
