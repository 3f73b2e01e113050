"""Results kept between runs in SQLite, by key and by version of what made them. A file of them may be deleted at any time."""

import contextlib
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

_LAYOUT = 3
_TABLES = """
DROP TABLE IF EXISTS facts; DROP TABLE IF EXISTS kept; DROP TABLE IF EXISTS uses; DROP TABLE IF EXISTS runs;
CREATE TABLE kept (key TEXT PRIMARY KEY, version TEXT NOT NULL, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE uses (key TEXT PRIMARY KEY, run INTEGER NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE runs (number INTEGER NOT NULL);
"""
_PATIENCE = 20.0
"""Seconds to wait for another run that writes."""
_BATCH = 200
LARGEST = 1 << 30
"""Bytes kept; beyond it, what was not used for the longest number of runs goes first."""

log = logging.getLogger(__name__)


class Keeper:
    """What earlier runs found. Whatever is wrong with its file, work goes on without it."""

    def __init__(self, path: Path | None, largest: int = LARGEST) -> None:
        """Keep in the file at `path`, opened or made when it is first needed; None keeps nothing."""
        self._path, self._largest = path, largest
        self._new: list[tuple[str, str, bytes]] = []
        self._seen: set[str] = set()
        self._run = 0
        self._rows: sqlite3.Connection | None = None

    def find(self, key: str) -> tuple[str, bytes] | None:
        """Return version and content of what was kept under a key."""
        rows = self._opened()
        if rows is None:
            return None
        try:
            found = rows.execute("SELECT version, content FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            log.info("not found for want of a sound file: %s", error)
            return None
        if found is None or not isinstance(found[1], bytes):
            return None
        self._seen.add(key)
        return str(found[0]), found[1]

    def keep(self, key: str, version: str, content: bytes) -> None:
        """Remember a content under a key, in place of what was there."""
        if self._opened() is None:
            return
        self._new.append((key, version, content))
        if len(self._new) >= _BATCH:
            self._change(self._written)

    def close(self) -> None:
        """Write what is new, forget what is beyond the bound."""
        rows, self._path = self._rows, None
        if rows is None:
            return
        if self._new or (self._seen and not self._as_last_time(rows)):
            self._change(self._written)
        self._change(self._shrunk)
        rows.close()
        self._rows = None

    def _opened(self) -> sqlite3.Connection | None:
        if self._path is not None:
            self._rows, self._path = self._open(self._path), None
        return self._rows

    def _as_last_time(self, rows: sqlite3.Connection) -> bool:
        """Tell whether this run used exactly what the last one did: the order of uses then stays as it is, unwritten."""
        try:
            last = rows.execute("SELECT key FROM uses WHERE run = ?", (self._run - 1,)).fetchall()
        except sqlite3.Error as error:
            log.info("not found for want of a sound file: %s", error)
            return False
        return {key for (key,) in last} == self._seen

    def _open(self, path: Path) -> sqlite3.Connection | None:
        """Open the file; one that is no database any more is made anew."""
        for last in (False, True):
            try:
                return self._connect(path)
            except (sqlite3.OperationalError, OSError) as error:
                log.info("nothing kept: %s", error)
                return None
            except sqlite3.DatabaseError as error:
                log.info("made anew: %s", error)
                if last or not _discarded(path):
                    return None
        return None

    def _connect(self, path: Path) -> sqlite3.Connection:
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            if rows.execute("PRAGMA user_version").fetchone()[0] != _LAYOUT:
                rows.execute("PRAGMA journal_mode = WAL")
                rows.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_LAYOUT}; COMMIT;")
            rows.execute("PRAGMA synchronous = NORMAL")
            self._run = 1 + int(rows.execute("SELECT coalesce(max(number), 0) FROM runs").fetchone()[0])
        except BaseException:
            rows.close()
            raise
        return rows

    def _change(self, how: Callable[[sqlite3.Connection], None]) -> None:
        """Change the rows all together or not at all; a file that cannot be written is left as it is."""
        if self._rows is None:
            return
        try:
            self._rows.execute("BEGIN IMMEDIATE")
            how(self._rows)
            self._rows.execute("COMMIT")
        except sqlite3.Error as error:
            log.info("not written: %s", error)
            with contextlib.suppress(sqlite3.Error):
                self._rows.execute("ROLLBACK")

    def _written(self, rows: sqlite3.Connection) -> None:
        rows.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", self._new)
        rows.executemany(
            "INSERT OR REPLACE INTO uses VALUES (?, ?, ?)", [(key, self._run, len(content)) for key, _version, content in self._new]
        )
        rows.executemany("UPDATE uses SET run = ? WHERE key = ?", [(self._run, key) for key in sorted(self._seen)])
        rows.execute("DELETE FROM runs")
        rows.execute("INSERT INTO runs VALUES (?)", (self._run,))
        self._new.clear()
        self._seen.clear()

    def _shrunk(self, rows: sqlite3.Connection) -> None:
        total = rows.execute("SELECT coalesce(sum(size), 0) FROM uses").fetchone()[0]
        if total <= self._largest:
            return
        for key, size in rows.execute("SELECT key, size FROM uses ORDER BY run, key").fetchall():
            if total <= self._largest:
                break
            rows.execute("DELETE FROM kept WHERE key = ?", (key,))
            rows.execute("DELETE FROM uses WHERE key = ?", (key,))
            total -= size


def _discarded(path: Path) -> bool:
    try:
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
    except OSError:
        return False
    return True
