"""Pictures: how many pages they hold; they have no text until it is recognised."""

import io
import warnings
from typing import TYPE_CHECKING

from ami_cli.facts.bounds import Bounds
from ami_cli.facts.content import Content, UnreadableError

if TYPE_CHECKING:
    from PIL.Image import Image


def read(data: bytes, bounds: Bounds) -> Content:
    """Refuse a picture with its page count: without recognition nothing can be read in it.

    Raises:
        UnreadableError: always; no-text, damaged, or too large to unpack.
    """
    raise UnreadableError("no-text", "a picture has no text layer", pages=count(data, bounds))


def count(data: bytes, bounds: Bounds) -> int:
    """Return the pages of a picture, read from its headers alone; an UnreadableError where it is damaged or swells."""
    from PIL import Image, UnidentifiedImageError

    try:
        picture = opened(data)
        if picture.width * picture.height > bounds.pixels:
            raise UnreadableError("too-large", f"a picture of {picture.width} × {picture.height} points")
        return frames(picture)
    except Image.DecompressionBombError as error:
        raise UnreadableError("too-large", "a picture that swells when unpacked") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError, TypeError, EOFError, RuntimeError) as error:
        raise UnreadableError("damaged", "the picture cannot be opened") from error


def opened(data: bytes) -> "Image":
    """Return a picture of which only the headers are read; many errors where it is damaged."""
    from PIL import Image

    if data[4:8] == b"ftyp":
        from pi_heif import register_heif_opener

        register_heif_opener()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data))


def frames(picture: "Image") -> int:
    """Return how many pages a picture holds: those of a TIFF; elsewhere, what follows the first is movement."""
    return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
