"""How much one file may cost before it is given up, and how much of it is kept."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bounds:
    """Limits on one file. Times in seconds, sizes in bytes unless said otherwise."""

    seconds: float = 20.0
    """Wall time for reading one file."""
    memory: int = 1 << 30
    """Address space a worker may take beyond what it has at the start."""
    file_size: int = 200 << 20
    """Larger files are named too large without being opened."""
    pages: int = 300
    """Pages whose text is kept; all pages are counted."""
    characters: int = 2_000_000
    """Characters of text kept of one file."""
    unpacked: int = 200 << 20
    """What one archive or office file may unpack to, all together."""
    members: int = 500
    """Files read from one archive, nested ones included."""
    nesting: int = 5
    """Archives within archives."""
    depth: int = 400
    """Nesting of elements in an XML part."""
    pixels: int = 120_000_000
    """Size of a picture that is unpacked."""
    rows: int = 5_000
    """Rows kept of one sheet."""


DEFAULT = Bounds()
